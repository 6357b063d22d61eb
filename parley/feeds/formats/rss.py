"""RSS 2.0 (RSS Advisory Board, 2009)."""

from datetime import datetime

from django.utils.feedgenerator import Rss201rev2Feed

from parley.base.languages import spoken
from parley.feeds.formats import Format
from parley.feeds.shapes import Feed


class _Dated(Rss201rev2Feed):
    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["changed_at"]
        return found


def write(feed: Feed, address: str) -> bytes:
    """Authors by the element of Dublin Core: RSS's own wants an address of mail, which nobody sees here."""
    written = _Dated(
        title=feed.title, link=feed.url, description=feed.title, language=spoken(), feed_url=address, changed_at=feed.changed_at,
    )  # fmt: skip
    for each in feed.items:
        written.add_item(
            title=each.title, link=each.url, description=each.html, author_name=each.author or None, pubdate=each.at,
            unique_id=each.tag, unique_id_is_permalink=False,
        )  # fmt: skip
    return str(written.writeString("utf-8")).encode()


FORMAT = Format("RSS", "application/rss+xml", write)
