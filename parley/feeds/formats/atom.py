"""Atom (RFC 4287)."""

from datetime import datetime

from django.utils.feedgenerator import Atom1Feed

from parley.base.languages import spoken
from parley.feeds.formats import Format
from parley.feeds.shapes import Feed, host


class _Dated(Atom1Feed):
    """Without an entry as old as what it tells of, not as new as the question."""

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["changed_at"]
        return found


def write(feed: Feed, address: str) -> bytes:
    written = _Dated(
        title=feed.title, link=feed.url, description="", language=spoken(), feed_url=address, feed_guid=feed.tag,
        author_name=host(), changed_at=feed.changed_at,
    )  # fmt: skip
    for each in feed.items:
        written.add_item(
            title=each.title, link=each.url, description=each.html, author_name=each.author or None, pubdate=each.at,
            updateddate=each.changed_at, unique_id=each.tag,
        )  # fmt: skip
    return str(written.writeString("utf-8")).encode()


FORMAT = Format("Atom", "application/atom+xml", write)
