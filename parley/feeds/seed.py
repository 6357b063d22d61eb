"""The comments of one seed, newest first, as Atom. What stands in it is what the page shows now (`texts.shown`)."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from markupsafe import Markup

from parley.base.keys import shows
from parley.people.queries import viewer_of
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.threads.queries import newest_in

if TYPE_CHECKING:
    from datetime import datetime

    from parley.ledger.models import Entry
    from parley.seeds.models import Seed
    from parley.threads.models import Citation, Comment

ENTRIES = 50


class SeedFeed(Atom1Feed):
    """Of a discussion without comments as old as its seed, not as new as the question."""

    def latest_post_date(self) -> "datetime":
        return super().latest_post_date() if self.items else self.feed["begun_at"]


def seed_feed(request: HttpRequest, seed_id: int) -> HttpResponse:
    """At most `ENTRIES` comments; 404 where the group is not open to the reader."""
    seed = seed_for(viewer_of(request), seed_id)
    shows(request, f"seed/{seed.pk}", f"group/{seed.group_id}")
    feed = SeedFeed(
        begun_at=seed.created_at, title=f"{seed.headline} · {seed.group.title}", link=settings.ADDRESS + seed.url, description="",
        language="en", feed_url=f"{settings.ADDRESS}/s/{seed.pk}/feed.atom", feed_guid=tag_of(seed, f"s/{seed.pk}"),
    )  # fmt: skip
    for comment in newest_in(seed, limit=ENTRIES):
        feed.add_item(
            title=f"{comment.number} {comment.author.name}", link=settings.ADDRESS + comment.url,
            description=content_of(comment), author_name=comment.author.name, pubdate=comment.created_at,
            updateddate=changed_at(comment), unique_id=tag_of(seed, f"c/{comment.pk}"),
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


# The mark that parley.web.opening sets; feeds stand beside the pages and do not import them.
seed_feed.is_open = True  # type: ignore[attr-defined] # read by web.middleware.Viewer
seed_feed.knows = {}  # type: ignore[attr-defined] # read by edge.names


def changed_at(comment: "Comment") -> "datetime":
    """When it was written, edited, or removed last."""
    text = comment.text
    edited = [text.current.created_at] if text.current and text.current.number > 1 else []
    return max([comment.created_at, *edited, *([text.removed_by.at] if text.removed_by else [])])


def content_of(comment: "Comment") -> str:
    """What the comment quotes and says, or its tombstone, as HTML with whole addresses."""
    shown = texts.shown(comment.text)
    quoted = Markup().join(map(_quotation, comment.citations.all()))
    said = _tombstone(shown.removed_by) if shown.removed_by else quoted + shown.html
    linked = re.sub(r'href="/(?!/)', f'href="{settings.ADDRESS}/', said)
    return re.sub(r'src="/(?!/)', f'src="{settings.ADDRESS}/', linked)


def _tombstone(entry: "Entry") -> Markup:
    if not entry.because:
        return Markup('<p><a href="{}">{}</a> Taken back by its author.</p>').format(entry.address_of_entry, texts.MARK)
    return Markup('<p><a href="{}">{}</a> Removed for rule {}, “{}”.</p>').format(
        entry.address_of_entry, texts.MARK, entry.because["number"], entry.because["text"],
    )  # fmt: skip


def _quotation(citation: "Citation") -> Markup:
    part = texts.shown_part(citation.revision, citation.start, citation.end)
    return Markup('<blockquote>{}<p><a href="{}">{} {}</a></p></blockquote>').format(
        part.html, citation.cited.url, citation.cited.author.name, citation.cited.number,
    )  # fmt: skip


def tag_of(seed: "Seed", path: str) -> str:
    """A name that lasts (RFC 4151), also when the site's scheme or the seed's headline changes."""
    host = urlsplit(settings.ADDRESS).hostname or "parley"
    return f"tag:{host},{seed.created_at:%Y-%m-%d}:{path}"
