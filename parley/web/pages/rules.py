"""House rules of the site and of groups, to be read and tried by everybody."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from houserules import Combined, Facts, Member, combine, judge
from parley.base.cleaning import clean, has_words
from parley.base.refusals import NotThere
from parley.groups import queries as groups
from parley.people.queries import viewer_of
from parley.web import rows
from parley.web.answers import page
from parley.web.opening import open_page
from parley.web.pages import rule_rows
from parley.web.pages.asked import whole
from parley.web.pages.rule_places import Place
from parley.web.pages.write_rows import coach_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.rulebooks.models import Version

MOST_TRIED = 1_000
"""Characters of a text that is tried; it travels in the page's address, so that trying needs no account."""


@open_page
def site_rules(request: HttpRequest) -> HttpResponse:
    return _page(request, Place(None))


@open_page
def group_rules(request: HttpRequest, name: str) -> HttpResponse:
    return _page(request, Place(groups.group_for(viewer_of(request), name)))


def _page(request: HttpRequest, place: Place) -> HttpResponse:
    """The rules in force (a group's together with the site's), or with `version` one version of this place's own book."""
    viewer, versions = viewer_of(request), place.versions()
    chosen, before = _chosen(versions, request.GET.get("version"))
    site, group = place.books(versions, chosen)
    rules, read = combine(site, group, None), [book for book in (site, group) if book]
    error, coach = _tried(request.GET.get("try", ""), rules)
    return page(
        request, "rules.html", status=413 if error else 200, url=place.url, title=place.title, chosen=chosen, before=before,
        box=_box(place, rules, chosen), pieces=rule_rows.pieces(*read), clauses=rule_rows.clause_rows(*read),
        versions=rule_rows.version_rows(versions, place.url), coach=coach, field=_field(request, error),
        difference=rule_rows.difference(before.prose, chosen.prose) if chosen and before else (),
        edit_url=f"{place.url}/edit" if place.may_write(viewer) else None, **place.frame(viewer),
    )  # fmt: skip


def _chosen(versions: "Sequence[Version]", asked: str | None) -> "tuple[Version | None, Version | None]":
    """The version asked for, with the one before it; raises `NotThere` where there is none of that number."""
    if asked is None:
        return None, None
    by_number = {each.number: each for each in versions}
    number = whole(asked)
    if number not in by_number:
        raise NotThere
    return by_number[number], by_number.get(number - 1)


def _box(place: Place, rules: Combined, chosen: "Version | None") -> rows.RulesBox:
    if chosen:
        title, intro = f"Version {chosen.number}", f"Of {place.title} alone, without the rules of other places."
    else:
        title = f"House rules of {place.title}"
        intro = "In force now. A discussion keeps the rules it had at its first comment, and its seeder can add more."
    origins = {"site": "site", "group": place.title} if place.group and not chosen else {}
    return rule_rows.box(rules, origins, title=title, intro=intro)


def _tried(text: str, rules: Combined) -> tuple[str, rows.CoachRow | None]:
    """What is the matter with the text as such, or what the rules have to say about it as a new comment; neither when
    nothing is tried.
    """
    if len(text) > MOST_TRIED:
        return f"{MOST_TRIED:,} characters can be tried at once; this has {len(text):,}.", None
    source = clean(text)
    if not has_words(source):
        return "", None
    return "", coach_row(judge(Facts(author=Member(name="you"), text=source), rules), source, None)


def _field(request: HttpRequest, error: str) -> rows.FieldRow:
    return rows.FieldRow(
        name="try", label="Try a text", kind="area", rows=3, value=request.GET.get("try", ""), errors=(error,) if error else (),
        hint="It is judged as a new comment by itself, and kept nowhere.",
    )  # fmt: skip
