"""JSON Feed 1.1 (jsonfeed.org, 2020)."""

import json

from parley.base.languages import spoken
from parley.feeds.formats import Format
from parley.feeds.shapes import Feed, Item


def write(feed: Feed, address: str) -> bytes:
    said = {
        "version": "https://jsonfeed.org/version/1.1", "title": feed.title, "home_page_url": feed.url, "feed_url": address,
        "language": spoken(), "items": [_item(each) for each in feed.items],
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> dict[str, object]:
    said: dict[str, object] = {
        "id": item.tag, "url": item.url, "title": item.title, "content_html": item.html,
        "date_published": item.at.isoformat(), "date_modified": item.changed_at.isoformat(),
    }  # fmt: skip
    return said | ({"authors": [{"name": item.author}]} if item.author else {})


FORMAT = Format("JSON Feed", "application/feed+json", write)
