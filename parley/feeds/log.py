"""The public log, of the site with its open groups and of one group; and its heads, by which whoever keeps a copy sees later whether
it was changed.
"""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.html import escape
from markupsafe import Markup

from parley.base.keys import shows
from parley.base.saying import counted, say
from parley.feeds.answers import feed_page
from parley.feeds.shapes import BEGINNING, MOST, Feed, Item, host, tag_of, whole
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.ledger import tree, wording
from parley.people.queries import viewer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.ledger.models import Entry


@feed_page
def log_feed(request: HttpRequest) -> Feed:
    shows(request, "log", "groups")
    found = ledger.entries_of(groups.readable_keys(viewer_of(request)), before=None, limit=MOST)
    return Feed(
        title=say("Log · {place}", place=host()), url=whole("/log"), path="/log/feed", tag=tag_of("log/feed"), begun_at=BEGINNING,
        items=_items(found),
    )  # fmt: skip


@feed_page
def group_log_feed(request: HttpRequest, name: str) -> Feed:
    group = groups.group_for(viewer_of(request), name)
    shows(request, "log", f"group/{group.pk}", f"members/{group.pk}")
    found = ledger.entries_of_group(group.pk, before=None, limit=MOST)
    return Feed(
        title=say("Log · {place}", place=group.title), url=whole(f"{group.url}/log"), path=f"{group.url}/log/feed",
        begun_at=group.created_at, tag=tag_of(f"g/{group.pk}/log", group.created_at), items=_items(found),
    )  # fmt: skip


@feed_page
def heads_feed(request: HttpRequest) -> Feed:  # noqa: ARG001 -- the same for everybody
    items = [
        Item(
            title=counted("{count} entry", "{count} entries", head.size), url=whole(f"/log/head?size={head.size}"),
            tag=tag_of(f"log/head/{head.size}"), html=f"<pre>{escape(head.note)}</pre>", at=head.at, changed_at=head.at,
        )
        for head in tree.heads(limit=MOST)
    ]  # fmt: skip
    return Feed(
        title=say("Heads of the log · {place}", place=host()), url=whole("/log"), path="/log/heads", tag=tag_of("log/heads"),
        begun_at=BEGINNING, items=items,
    )  # fmt: skip


def _items(found: "Sequence[Entry]") -> list[Item]:
    return [
        Item(
            title=f"{wording.what(entry)} {say(', ').join(wording.about(entry))}", url=whole(entry.address_of_entry),
            tag=tag_of(f"log/{entry.pk}"), html=_said_of(entry), at=entry.at, changed_at=entry.at,
        )
        for entry in found
    ]  # fmt: skip


def _said_of(entry: "Entry") -> str:
    because, note = entry.because, wording.note(entry)
    said = [say("By {decider}.", decider=wording.decider(entry))]
    if because:
        said.append(say("For rule {number}, “{words}”.", number=because["number"], words=because["text"]))
    return Markup().join(Markup("<p>{}</p>").format(each) for each in (*said, note) if each)
