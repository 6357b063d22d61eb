"""Reading rule books: which version is in force, and the one list a discussion shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Func, IntegerField, OuterRef, Q, Subquery

from houserules import Combined, RuleBook, combine
from parley.base.refusals import NotThere
from parley.groups.models import Group
from parley.people.models import Person
from parley.rulebooks.models import Book, Draft, Version


def book_of_site() -> Book | None:
    return Book.objects.filter(scope="site").first()


def book_of_group(group: Group) -> Book | None:
    return Book.objects.filter(scope="group", group=group).first()


def in_force(book: Book | None) -> Version | None:
    """The newest version, if any."""
    return None if book is None else book.versions.order_by("-number").select_related("author").first()


def draft_of(author: Person | None, book: Book | None) -> Draft | None:
    """What somebody is writing for this place."""
    return None if book is None or author is None else book.drafts.filter(author=author).first()


def declined_draft(author: Person, book: Book | None) -> Draft | None:
    """The author's own that another owner would not sign, with who that was and without its words."""
    if book is None:
        return None
    found = book.drafts.filter(author=author, declined_by__isnull=False).select_related("declined_by")
    return found.defer("prose", "reading").first()


def offered_drafts(book: Book | None) -> list[Draft]:
    """What waits for a second owner's signature, oldest first, without its words."""
    if book is None:
        return []
    found = book.drafts.exclude(offered_at=None).select_related("author").defer("prose", "reading")
    return list(found.order_by("offered_at"))


def offered_draft(book: Book | None, key: int) -> Draft:
    """Raises `NotThere`."""
    found = Draft.objects.select_related("author", "book__group").filter(pk=key, book=book).exclude(offered_at=None).first()
    if found is None:
        raise NotThere
    return found


def wider_versions(group_id: int) -> tuple[int | None, int | None]:
    """Keys of the site's and the group's versions in force now; one query."""
    places = Q(book__scope="site") | Q(book__scope="group", book__group_id=group_id)
    newest = Version.objects.filter(places).order_by("number").values_list("book__scope", "pk")
    found = dict(newest)
    return found.get("site"), found.get("group")


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of lines: of versions by key, and of the version in force of the site, of groups and of books by key."""

    versions: Mapping[int, int]
    site: int
    groups: Mapping[int, int]
    books: Mapping[int, int]


def sizes(*, versions: Iterable[int], groups: Iterable[int], books: Iterable[int]) -> Sizes:
    """Without reading the books; one query, whatever is asked for."""
    newest = Version.objects.filter(book=OuterRef("book")).order_by("-number").values("number")[:1]
    ruling = Q(book__scope="site") | Q(book__scope="group", book__group__in=set(groups)) | Q(book__in=set(books))
    found = Version.objects.filter(Q(pk__in=set(versions)) | (ruling & Q(number=Subquery(newest))))
    is_newest = ExpressionWrapper(Q(number=Subquery(newest)), output_field=BooleanField())
    rows = found.values_list("pk", "book__scope", "book__group_id", "book_id", LineCount("reading"), is_newest)
    counted = [(key, scope, group, book, lines) for key, scope, group, book, lines, rules_now in rows if rules_now]
    return Sizes(
        versions={row[0]: row[4] for row in rows},
        site=next((lines for _, scope, _, _, lines in counted if scope == "site"), 0),
        groups={group: lines for _, scope, group, _, lines in counted if scope == "group"},
        books={book: lines for _, _, _, book, lines in counted},
    )


class LineCount(Func):
    """How many lines a stored reading has; counted by the database, since readings are long."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSON_ARRAY_LENGTH(%(expressions)s, '$.lines')", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSONB_ARRAY_LENGTH(%(expressions)s -> 'lines')", **more)


MOST_VERSIONS = 100
"""In a list; each has an address of its own, which also stands in the log."""


def versions_of(book: Book | None) -> list[Version]:
    """Newest first, without their words, which `in_force` and `version_for` bring."""
    if book is None:
        return []
    return list(book.versions.order_by("-number").select_related("author", "signed_by").defer("prose", "reading")[:MOST_VERSIONS])


def version_for(book: Book | None, number: int) -> Version:
    """Raises `NotThere`."""
    found = book.versions.select_related("author").filter(number=number).first() if book else None
    if found is None:
        raise NotThere
    return found


@lru_cache(maxsize=2048)
def _reading(version_id: int) -> RuleBook:
    """Versions never change, so their readings are kept in memory."""
    return RuleBook.from_json(Version.objects.values_list("reading", flat=True).get(pk=version_id))


@lru_cache(maxsize=2048)
def rules_of(
    site_id: int | None, group_id: int | None, seed_id: int | None, turned_down: frozenset[tuple[str, str]] = frozenset()
) -> Combined:
    """The one numbered list of three versions (keys; None: no book). `turned_down`: “version/clause” with the weaker keeping."""
    site, group, seed = (_turned(key, turned_down) if key else None for key in (site_id, group_id, seed_id))
    return combine(site, group, seed)


def _turned(version_id: int, turned_down: frozenset[tuple[str, str]]) -> RuleBook:
    mine = {name.partition("/")[2]: keeping for name, keeping in turned_down if name.partition("/")[0] == str(version_id)}
    return _reading(version_id).with_keeping(mine)


def readings_of(
    *version_ids: int | None, turned_down: frozenset[tuple[str, str]] = frozenset()
) -> list[RuleBook]:
    """The books of these versions (keys; None: no book), with what was turned down as in `rules_of`."""
    return [_turned(key, turned_down) for key in version_ids if key]


def rules_with(site_id: int | None, group_id: int | None, own: RuleBook) -> Combined:
    """The same list with a seed's rules that are not published yet."""
    site, group = (_reading(key) if key else None for key in (site_id, group_id))
    return combine(site, group, own)
