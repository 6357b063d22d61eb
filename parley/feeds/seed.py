"""The comments of one seed, newest first."""

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from markupsafe import Markup

from parley.base.keys import shows
from parley.base.saying import say
from parley.feeds.answers import feed_page
from parley.feeds.shapes import MOST, Feed, Item, tag_of, whole
from parley.people.queries import viewer_of
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.threads.queries import newest_in

if TYPE_CHECKING:
    from datetime import datetime

    from parley.ledger.models import Entry
    from parley.threads.models import Citation, Comment

@feed_page
def seed_feed(request: HttpRequest, seed_id: int) -> Feed:
    """404 where the group is not open to the reader."""
    seed = seed_for(viewer_of(request), seed_id)
    shows(request, f"seed/{seed.pk}", f"group/{seed.group_id}")
    return Feed(
        title=f"{seed.headline} · {seed.group.title}", url=whole(seed.url), path=f"/s/{seed.pk}/feed", begun_at=seed.created_at,
        tag=tag_of(f"s/{seed.pk}", seed.created_at), items=[item_of(each, each.number) for each in newest_in(seed, limit=MOST)],
    )  # fmt: skip


def item_of(comment: "Comment", title: str) -> Item:
    """A comment as everybody may see it now (`texts.shown`), by its author."""
    return Item(
        title=f"{title} {comment.author.name}", url=whole(comment.url), tag=tag_of(f"c/{comment.pk}", comment.seed.created_at),
        html=content_of(comment), at=comment.created_at, changed_at=changed_at(comment), author=comment.author.name,
    )  # fmt: skip


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
    return with_whole_addresses(said)


def with_whole_addresses(html: str) -> str:
    return re.sub(r'(href|src)="/(?!/)', rf'\1="{settings.ADDRESS}/', str(html))


def _tombstone(entry: "Entry") -> Markup:
    said = say("Taken back by its author.")
    if because := entry.because:
        said = say("Removed for rule {number}, “{words}”.", number=because["number"], words=because["text"])
    return Markup('<p><a href="{}">{}</a> {}</p>').format(entry.address_of_entry, texts.MARK, said)


def _quotation(citation: "Citation") -> Markup:
    part = texts.shown_part(citation.revision, citation.start, citation.end)
    return Markup('<blockquote>{}<p><a href="{}">{} {}</a></p></blockquote>').format(
        part.html, citation.cited.url, citation.cited.author.name, citation.cited.number,
    )  # fmt: skip
