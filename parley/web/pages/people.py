"""A member's page: seeds and comments that the reader may read, newest first."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from markupsafe import Markup

from parley.base.keys import shows
from parley.base.refusals import NotThere
from parley.base.saying import month, say
from parley.groups import queries as groups
from parley.people import blocking
from parley.people.queries import person_or_none, viewer_of
from parley.seeds import queries as seeds
from parley.texts import services as texts
from parley.threads import newcomers
from parley.threads import queries as threads
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages.asked import whole
from parley.web.pages.front import more_row
from parley.web.pages.seed_cards import cards, shortened

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.threads.models import Comment

PAGE = 25
SITE_ROLES = {"mod": "Site mod", "admin": "Runs this site"}
TABS = {"seeds": "Seeds", "comments": "Comments"}


@kept_page("show", "after")
@takes("GET")
def person(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer, this = viewer_of(request), person_or_none(name)
    if this is None:
        raise NotThere
    shows(request, f"person/{this.pk}", "groups")
    part = "comments" if request.GET.get("show") == "comments" else "seeds"
    before = whole(request.GET.get("after"))
    seeded = seeds.seeded_by(this, viewer, before=before, limit=PAGE + 1) if part == "seeds" else []
    said = threads.by_person(this, viewer, before=before, limit=PAGE + 1) if part == "comments" else []
    keys = [each.pk for each in (*seeded, *said)]
    after = keys[PAGE - 1] if len(keys) > PAGE else None
    return page(
        request, "person.html", head=_head(this, viewer, part), more=more_row(this.url, {"show": part}, after),
        comments=[comment_hit(each) for each in said[:PAGE]], seeds=cards(request, seeded[:PAGE]),
        feeds=[(this.name, f"{this.url}/feed")],
        is_self=viewer is not None and viewer.pk == this.pk, limits=_limits(this) if viewer == this else [],
    )  # fmt: skip


def _limits(this: "Person") -> list[str]:
    """What holds for him where he is new, with its end: for himself alone."""
    return [said for each in newcomers.all_limits_of(this, groups.groups_of(this)) for said in newcomers.told(each)]


def _head(this: "Person", viewer: "Person | None", shows: str) -> rows.MemberHead:
    role = SITE_ROLES.get(this.site_role)
    facts = [*([say(role)] if role else []), say("Member since {month}", month=month(this.date_joined))]
    is_blocked = viewer is not None and viewer.pk != this.pk and blocking.has_blocked(viewer, this)
    return rows.MemberHead(
        name=this.name, url=this.url, facts=tuple(facts), is_self=viewer is not None and viewer.pk == this.pk,
        groups=tuple(rows.AsideRow(label=each.title, url=each.url) for each in groups.groups_shown_of(this, viewer)),
        block_url=None if viewer is None or viewer.pk == this.pk or is_blocked else f"{this.url}/block",
        unblock_url=f"{this.url}/unblock" if is_blocked else None,
        tabs=tuple(rows.TabRow(label=say(label), url=f"{this.url}?show={name}", is_here=name == shows)
                   for name, label in TABS.items()),
    )  # fmt: skip


def comment_hit(comment: "Comment") -> rows.HitRow:
    """A comment in a list, with the beginning of what is public of it."""
    shown = texts.shown(comment.text)
    words = f"{texts.MARK} {say('Removed')}" if shown.removed_by else shortened(shown.plain, 60)
    return rows.HitRow(
        title=Markup.escape(comment.seed.headline), url=comment.url, snippet=Markup.escape(words), at=comment.created_at,
        where=say("comment {number} in {group}", number=comment.number, group=comment.seed.group.title),
    )  # fmt: skip
