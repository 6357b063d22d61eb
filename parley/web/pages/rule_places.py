"""Whose rules a page is about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from houserules import Combined, RuleBook, combine
from parley.groups import policy as groups
from parley.rulebooks import policy, services
from parley.rulebooks import queries as rulebooks
from parley.web.pages import group_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.base.decisions import Decision
    from parley.groups.models import Group
    from parley.people.models import Person
    from parley.rulebooks.models import Version


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

    def versions(self) -> "list[Version]":
        """Newest first."""
        book = rulebooks.book_of_group(self.group) if self.group else rulebooks.book_of_site()
        return rulebooks.versions_of(book) if book else []

    def books(self, versions: "Sequence[Version]", chosen: "Version | None") -> tuple[RuleBook | None, RuleBook | None]:
        """The site's and the group's book in force, or the chosen version of this place's own by itself."""
        own = services.reading_of(chosen or next(iter(versions), None))
        if self.group is None:
            return own, None
        return (None if chosen else services.reading_of(rulebooks.in_force(rulebooks.book_of_site()))), own

    def with_draft(self, draft: RuleBook) -> Combined:
        """What would hold if the draft were in force."""
        return combine(None, draft, None) if self.group is None else combine(self.books([], None)[0], draft, None)

    def frame(self, viewer: "Person | None") -> dict[str, Any]:
        """What the head of the page needs; the site has none of its own."""
        if self.group is None:
            return {"head": None}
        return {"head": group_rows.head(self.group, viewer, "Rules"), "search": group_rows.search_box(self.group)}
