"""`from:`, `in:`, `source:`, `tag:`: the marks that a document has, and those that are asked for. A word that names nobody, and one
that names what the viewer may not read, find nothing alike.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from parley.groups.models import Group
from parley.groups.queries import readable_by
from parley.people.models import Person
from parley.search.asking import Narrowing
from parley.seeds.models import Seed, Source, Tag

MOST_NAMED = 50
"""Publishers that one word can mean: their names under one domain."""
NOTHING = "none"
"""A mark that no document has."""


def marks_of_seed(seed: Seed, tags: Iterable[int]) -> str:
    """What its comments have too; with its source loaded or not."""
    return " ".join([f"g{seed.group_id}", *([f"s{seed.source_id}"] if seed.source_id else []), *(f"t{key}" for key in tags)])


def marks_of(shared: str, author_id: int) -> list[str]:
    return ["all", f"f{author_id}", *shared.split()]


def asked_marks(viewer: Person | None, narrowing: Narrowing) -> Sequence[str]:
    """Of which a document has to have one."""
    return _KEYS[narrowing.name](viewer, narrowing.value) or [NOTHING]


def _authors(_viewer: Person | None, name: str) -> list[str]:
    return [f"f{key}" for key in Person.objects.filter(username__iexact=name).values_list("pk", flat=True)[:MOST_NAMED]]


def _groups(viewer: Person | None, name: str) -> list[str]:
    return [f"g{key}" for key in Group.objects.filter(readable_by(viewer), name=name).values_list("pk", flat=True)]


def _sources(_viewer: Person | None, name: str) -> list[str]:
    meant = Q(domain=name.removeprefix("www.")) | Q(name__iexact=name)
    return [f"s{key}" for key in Source.objects.filter(meant).values_list("pk", flat=True)[:MOST_NAMED]]


def _tags(_viewer: Person | None, name: str) -> list[str]:
    return [f"t{key}" for key in Tag.objects.filter(name=name).values_list("pk", flat=True)]


_KEYS = {"from": _authors, "in": _groups, "source": _sources, "tag": _tags}
