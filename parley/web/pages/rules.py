"""House rules of the site and of groups, to be read and tried by everybody."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from houserules import Combined, combine
from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import viewer_of
from parley.rulebooks import queries as rulebooks
from parley.rulebooks import services
from parley.trials import queries as trials
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import rule_rows, trying
from parley.web.pages.asked import whole
from parley.web.pages.rule_places import Place

if TYPE_CHECKING:
    from parley.rulebooks.models import Book, Version


@open_page
@takes("GET")
def site_rules(request: HttpRequest) -> HttpResponseBase:
    return _page(request, Place(None))


@open_page
@takes("GET")
def group_rules(request: HttpRequest, name: str) -> HttpResponseBase:
    return _page(request, Place(groups.group_for(viewer_of(request), name)))


def _page(request: HttpRequest, place: Place) -> HttpResponse:
    """The rules in force (a group's together with the site's), or with `version` one version of this place's own book."""
    viewer, book = viewer_of(request), place.book()
    chosen, before = _chosen(book, request.GET.get("version"))
    versions = rulebooks.versions_of(book)
    newest = rulebooks.in_force(book)
    site, group = place.readings(chosen or newest, alone=chosen is not None)
    rules, read = combine(site, group, None), [book for book in (site, group) if book]
    tried = trying.tried(request.GET.get("try", ""), rules, place.group)
    return page(
        request, "rules.html", status=413 if tried.field.errors else 200, url=place.url, title=place.title,
        box=_box(place, rules, chosen), pieces=rule_rows.pieces(*read),
        clauses=rule_rows.clause_rows(*read, shadows=_shadows(chosen or newest)),
        offered=place.waiting() if place.may_write(viewer) else (),
        pack_url=f"{place.url}/pack" if newest and not chosen else None,
        versions=rule_rows.version_rows(versions, place.url), has_older=bool(versions) and versions[-1].number > 1,
        tried=tried, chosen=chosen, before=before,
        difference=rule_rows.difference(before.prose, chosen.prose) if chosen and before else (),
        changed=services.changes(services.reading_of(before), read[0]) if chosen and before else (),
        edit_url=f"{place.url}/edit" if place.may_write(viewer) else None, **place.frame(viewer),
    )  # fmt: skip


def _shadows(version: "Version | None") -> dict[str, rows.ShadowRow]:
    """What this version's clauses in shadow found, by key."""
    return {key: rows.ShadowRow(judged=each.judged, found=each.found) for key, each in trials.shadows_of(version).items()}


def _chosen(book: "Book | None", asked: str | None) -> "tuple[Version | None, Version | None]":
    """The version asked for, with the one before it; raises `NotThere` where there is none of that number."""
    if asked is None:
        return None, None
    number = whole(asked)
    if number is None:
        raise NotThere
    return rulebooks.version_for(book, number), rulebooks.version_for(book, number - 1) if number > 1 else None


def _box(place: Place, rules: Combined, chosen: "Version | None") -> rows.RulesBox:
    group = place.group.title if place.group else ""
    if chosen:
        title = say("Version {number}", number=chosen.number)
        alone = say("Of this site alone, without the rules of other places.")
        intro = say("Of {group} alone, without the rules of other places.", group=group) if group else alone
    else:
        title = say("House rules of {group}", group=group) if group else say("House rules of this site")
        intro = say("In force now. A discussion keeps the rules it had at its first comment, and its seeder can add more.")
    origins = {"site": say("site"), "group": group} if group and not chosen else {}
    return rule_rows.box(rules, origins, title=title, intro=intro)
