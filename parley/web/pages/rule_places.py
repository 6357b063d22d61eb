"""Whose rules a page is about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from houserules import Combined, RuleBook, combine
from parley.base.refusals import NotThere
from parley.groups import policy as groups
from parley.rulebooks import policy, services
from parley.rulebooks import queries as rulebooks
from parley.web.pages import group_rows, rule_rows

if TYPE_CHECKING:
    from parley.base.decisions import Decision
    from parley.groups.models import Group
    from parley.people.models import Person
    from parley.rulebooks.models import Book, Version
    from parley.web import rows


@dataclass(frozen=True, slots=True)
class Place:
    """A group, or the site itself (no group)."""

    group: "Group | None"

    @property
    def url(self) -> str:
        return f"{self.group.url}/rules" if self.group else "/rules"

    @property
    def title(self) -> str:
        return self.group.title if self.group else "this site"

    def may_write(self, viewer: "Person | None") -> "Decision":
        return groups.may_own(viewer, self.group) if self.group else policy.may_write_site(viewer)

    def book(self) -> "Book | None":
        return rulebooks.book_of_group(self.group) if self.group else rulebooks.book_of_site()

    def newest(self) -> "Version | None":
        """The version in force."""
        return rulebooks.in_force(self.book())

    def version(self, number: int) -> "Version | None":
        """None for 0 and for a number that there is not."""
        try:
            return rulebooks.version_for(self.book(), number) if number else None
        except NotThere:
            return None

    def readings(self, version: "Version | None", *, alone: bool) -> tuple[RuleBook | None, RuleBook | None]:
        """The site's and the group's reading with `version` of this place's own; `alone`: without the site's for a group."""
        own = services.reading_of(version)
        if self.group is None:
            return own, None
        return None if alone else _of_site(), own

    def waiting(self) -> "tuple[rows.VersionRow, ...]":
        """What waits for a second owner: drafts, and whether fewer signatures are to do."""
        drafts = rule_rows.offered_rows(rulebooks.offered_drafts(self.book()), self.url)
        return drafts if self.group is None else drafts + group_rows.waiting(self.group)

    def first_line(self) -> int:
        """The number that the first line of this place's book has in the red box; the site's stand before a group's."""
        wider = _of_site() if self.group else None
        return 1 + (len(wider.lines) if wider else 0)

    def with_draft(self, draft: RuleBook) -> Combined:
        """What would hold if the draft were in force."""
        return combine(_of_site() if self.group else None, draft, None)

    def frame(self, viewer: "Person | None") -> dict[str, Any]:
        """What the head of the page needs; the site has none of its own."""
        if self.group is None:
            return {"head": None}
        return {"head": group_rows.head(self.group, viewer, "Rules"), "search": group_rows.search_box(self.group)}


def _of_site() -> RuleBook | None:
    return services.reading_of(Place(None).newest())
