"""Seeds that belong together: of a tag, of a publisher, of a day. Such a list is there where it has a seed that the viewer may read,
so that none tells of what stands elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet

from parley.base.cleaning import clean_line
from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.groups.queries import readable_by
from parley.people.models import Person
from parley.seeds.listing import PAGE, Slice, by_keys, cursor, newest, ranked
from parley.seeds.models import Seed, Source, Tag, Tagging
from parley.seeds.queries import listable

LONGEST_TAG, LONGEST_DOMAIN, MOST_NAMES = 40, 253, 20
MOST_COUNTED, MOST_TAGS = 2_000, 100
NO_TAG = "No seed that is open to you has this tag."
NO_SOURCE = "No seed that is open to you comes from this source."
NO_DAY = "Nothing that is open to you was seeded on this day."


def tag_called(name: str) -> Tag:
    """Raises `NotThere`."""
    if len(name) > LONGEST_TAG:
        raise NotThere(say("Tags have at most {most} characters, so there is none of this name.", most=LONGEST_TAG))
    found = Tag.objects.filter(name=clean_line(name).lstrip("#").casefold()).first()
    if found is None:
        raise NotThere(NO_TAG)
    return found


def tagged(viewer: Person | None, tag: Tag, *, after: str = "") -> Slice:
    """Newest first. Raises `NotThere` where nothing is left to show."""
    found = Tagging.objects.filter(readable_by(viewer, prefix="seed__group__"), tag=tag, seed__unlisted_by=None)
    if (key := cursor(after)) is not None:
        found = found.filter(seed_id__lt=key[1])
    keys = found.order_by("-seed_id").values_list("seed_id", flat=True)[: PAGE + 1]
    return _there(by_keys(viewer, keys, ranked("newest")), NO_TAG)


def names_of(viewer: Person | None, domain: str) -> list[Source]:
    """A publisher as seeders named it whose seeds the viewer may read. Raises `NotThere`."""
    seeds = listable(viewer).filter(source=OuterRef("pk"))
    named = Source.objects.filter(domain=clean_line(domain[:LONGEST_DOMAIN]).lower())
    found = list(named.filter(Exists(seeds)).order_by("name")[:MOST_NAMES]) if len(domain) <= LONGEST_DOMAIN else []
    if not found:
        raise NotThere(NO_SOURCE)
    return found


def from_source(viewer: Person | None, names: Sequence[Source], *, after: str = "") -> Slice:
    return _there(newest(viewer, after=after, source__in=[each.pk for each in names]), NO_SOURCE)


def _there(found: Slice, sentence: str) -> Slice:
    if not found.seeds:
        raise NotThere(sentence)
    return found


def counted_tags() -> list[tuple[Tag, int]]:
    """Those used most among the newest seeds of the groups that everybody can read, and how often; the same for everybody."""
    newest = listable(None).order_by("-id").values("pk")[:MOST_COUNTED]
    found = Tagging.objects.filter(seed__in=newest).values_list("tag").annotate(often=Count("pk")).order_by("-often", "tag")
    counts = dict(found[:MOST_TAGS])
    return sorted(((tag, counts[tag.pk]) for tag in Tag.objects.filter(pk__in=counts)), key=lambda each: (-each[1], each[0].name))


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    seeds: Slice
    before: date | None
    """The nearest day before it with a seed, and the nearest after it."""
    next: date | None


def day_called(name: str) -> date:
    """“2026-11-27”, and no other way of writing it. Raises `NotThere`."""
    try:
        found = date.fromisoformat(name)
    except ValueError:
        raise NotThere("This is not a day of the calendar. Write it as in 2026-11-27.") from None
    if found.isoformat() != name or not 1 < found.year < 9999:
        raise NotThere("This is not a day of the calendar. Write it as in 2026-11-27.")
    return found


def day_of(viewer: Person | None, on: date, *, after: str = "") -> Day:
    """Seeds of a day (UTC), newest first. Raises `NotThere` where there are none."""
    start = datetime(on.year, on.month, on.day, tzinfo=UTC)
    end = start + timedelta(days=1)
    found = _there(newest(viewer, after=after, created_at__gte=start, created_at__lt=end), NO_DAY)
    seeds = listable(viewer)
    before = _date(seeds.filter(created_at__lt=start).order_by("-created_at"))
    return Day(on, found, before, _date(seeds.filter(created_at__gte=end).order_by("created_at")))


def last_day(viewer: Person | None) -> date:
    """Raises `NotThere` where nothing was seeded yet."""
    found = _date(listable(viewer).order_by("-created_at"))
    if found is None:
        raise NotThere("Nothing has been seeded yet.")
    return found


def _date(seeds: QuerySet[Seed]) -> date | None:
    at = seeds.values_list("created_at", flat=True).first()
    return at.astimezone(UTC).date() if at else None
