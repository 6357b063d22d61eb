"""Reading rule books: which version is in force, and the one list a discussion shows."""

from functools import lru_cache

from django.db.models import Q

from houserules import Combined, RuleBook, combine
from parley.base.refusals import NotThere
from parley.groups.models import Group
from parley.rulebooks.models import Book, Version


def book_of_site() -> Book | None:
    return Book.objects.filter(scope="site").first()


def book_of_group(group: Group) -> Book | None:
    return Book.objects.filter(scope="group", group=group).first()


def in_force(book: Book | None) -> Version | None:
    """The newest version, if any."""
    return None if book is None else book.versions.order_by("-number").select_related("author").first()


def wider_versions(group_id: int) -> tuple[int | None, int | None]:
    """Keys of the site's and the group's versions in force now; one query."""
    places = Q(book__scope="site") | Q(book__scope="group", book__group_id=group_id)
    newest = Version.objects.filter(places).order_by("number").values_list("book__scope", "pk")
    found = dict(newest)
    return found.get("site"), found.get("group")


def versions_of(book: Book) -> list[Version]:
    """Newest first."""
    return list(book.versions.order_by("-number").select_related("author"))


def version_for(book: Book | None, number: int) -> Version:
    """Raises `NotThere`."""
    found = book.versions.filter(number=number).first() if book else None
    if found is None:
        raise NotThere
    return found


@lru_cache(maxsize=2048)
def _reading(version_id: int) -> RuleBook:
    """Versions never change, so their readings are kept in memory."""
    return RuleBook.from_json(Version.objects.values_list("reading", flat=True).get(pk=version_id))


@lru_cache(maxsize=2048)
def rules_of(site_id: int | None, group_id: int | None, seed_id: int | None) -> Combined:
    """The one numbered list of three versions (keys; None: no book)."""
    site, group, seed = (_reading(key) if key else None for key in (site_id, group_id, seed_id))
    return combine(site, group, seed)
