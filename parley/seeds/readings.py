"""What was read for a person who is about to seed it: kept here between preview and publishing, so that neither page nor
picture has to be trusted to the browser, and forgotten afterwards.
"""

import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from ipaddress import ip_network
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef

from parley.base.fetching import Identity, Limits, Network
from parley.base.pictures import Picture as Drawn
from parley.base.refusals import NotThere, Refusal
from parley.base.saying import say
from parley.groups.models import Group
from parley.people.models import Person
from parley.seeds.addresses import normal_form
from parley.seeds.extraction import Article, Dropped
from parley.seeds.models import Picture, Reading, Seed
from parley.seeds.reading import Brought, Found, WayOut, check, find
from parley.seeds.services import keep_picture

MOST = 20
WITHIN = timedelta(minutes=10)
KEPT_FOR = timedelta(days=2)


class TooOften(Refusal):
    """Somebody reads more articles than a person does."""

    status = 429


def read(*, person: Person, brought: Brought, at: datetime) -> tuple[Reading, tuple[str, ...]]:
    """Read what was brought and keep it; with it, sentences for the seeder. Blocks while a page is fetched, outside of
    any transaction. Raises `TooOften`, `Refused`, and `Invalid`.
    """
    check(brought)
    place = begin(person=person, at=at)
    found = find(brought, _way_out(tuple(settings.FETCH_ALLOW), frozenset(settings.FETCH_PORTS), settings.FETCH_CONTACT))
    return keep(reading=place, found=found), found.notes


@cache
def _way_out(allow: tuple[str, ...], ports: frozenset[int], contact: str) -> WayOut:
    """One for the process, since it remembers what sites say in their robots.txt."""
    network = Network(allow=tuple(ip_network(each) for each in allow))
    return WayOut(network=network, limits=Limits(ports=ports), identity=Identity(about=contact))


def as_typed(*, person: Person, at: datetime) -> Reading:
    """A place for a draft of which nothing is kept here but what its seeder typed. Raises `TooOften`."""
    place = begin(person=person, at=at)
    place.article = Article().to_json()
    place.save(update_fields=["article"])
    return place


@transaction.atomic
def begin(*, person: Person, at: datetime) -> Reading:
    """A place for what will be read; it counts towards the limit whatever comes of it. Raises `TooOften`."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    _forget_old(person, at)
    if Reading.objects.filter(person=person, created_at__gt=at - WITHIN).count() >= MOST:
        often = say(
            "You read {most} articles within ten minutes, which is as many as we can do. Try again in a few minutes.", most=MOST
        )
        raise TooOften(often, "too-often")
    return Reading.objects.create(person=person, created_at=at)


def _forget_old(person: Person, at: datetime) -> None:
    """All older than two days, and all but the newest, so that nobody fills the disk; with pictures that nothing shows."""
    mine = Reading.objects.filter(person=person)
    newest = mine.filter(created_at__gt=at - KEPT_FOR).order_by("-created_at", "-pk")
    gone = mine.exclude(pk__in=list(newest.values_list("pk", flat=True)[:MOST]))
    pictures = [key for key in gone.values_list("picture_id", flat=True) if key]
    gone.delete()
    _forget_pictures(pictures)


def forget_all(person: Person) -> None:
    """Whatever was read for him and not seeded; he has left."""
    found = Reading.objects.filter(person=person)
    pictures = [key for key in found.values_list("picture", flat=True) if key is not None]
    found.delete()
    _forget_pictures(pictures)


def _forget_pictures(keys: list[int]) -> None:
    shown, kept = Seed.objects.filter(picture=OuterRef("pk")), Reading.objects.filter(picture=OuterRef("pk"))
    Picture.objects.filter(~Exists(shown), ~Exists(kept), pk__in=keys).delete()


@transaction.atomic
def keep(*, reading: Reading, found: Found) -> Reading:
    """What was read, until it is published or forgotten."""
    reading.article = found.article.to_json()
    reading.address = found.address
    reading.raw_page = zlib.compress(found.raw_page) if found.raw_page else None
    reading.picture = keep_picture(found.picture)
    reading.save()
    return reading


@transaction.atomic
def spend(reading: Reading) -> None:
    """Forget what was read, now that it is published; the row goes on counting towards the limit."""
    Reading.objects.filter(pk=reading.pk).update(article=None, raw_page=None, address="", picture=None)
    _forget_pictures([reading.picture_id] if reading.picture_id else [])


def reading_for(person: Person, key: UUID) -> Reading | None:
    """What was read for this person under this key; None for anything else, another's included."""
    found = Reading.objects.filter(person=person, key=key, article__isnull=False)
    return found.select_related("picture").defer("picture__content", "raw_page").first()


def picture_for(person: Person, key: UUID) -> Picture:
    """The picture of the person's own reading, with its bytes. Raises `NotThere`."""
    found = Reading.objects.filter(person=person, key=key).defer("raw_page").select_related("picture").first()
    if found is None or found.picture is None:
        raise NotThere
    return found.picture


def article_of(reading: Reading) -> Article:
    """The article as it was read, before anybody changed it."""
    kept: dict[str, Any] = dict(reading.article or {})
    dropped = tuple(Dropped(each["line"], each["why"], each["at"]) for each in kept.pop("dropped", ()))
    return Article(**{**kept, "bylines": tuple(kept.get("bylines", ())), "dropped": dropped})


def raw_page_of(reading: Reading) -> bytes:
    return zlib.decompress(reading.raw_page) if reading.raw_page else b""


def drawn_of(reading: Reading) -> Drawn | None:
    """Its picture as `services.Draft` takes it."""
    kept = reading.picture
    return Drawn(bytes(kept.content), kept.width, kept.height, kept.digest, kept.content_type) if kept else None


def seeded_where_i_am(person: Person, addresses: Iterable[str], *, first: Group | None) -> Seed | None:
    """A seed of one of these addresses in a group of the person's, best in `first`."""
    normal = {normal_form(address) for address in addresses} - {None}
    found = Seed.objects.filter(canonical_url__in=normal, group__in=list(person.group_roles))
    seeds = list(found.select_related("group").order_by("-id")[:20])
    return next((seed for seed in seeds if seed.group == first), seeds[0] if seeds else None)


def seeded_by_form(person: Person, key: UUID) -> Seed | None:
    """The seed that this very form made before."""
    return Seed.objects.filter(seeder=person, form_key=key).first()
