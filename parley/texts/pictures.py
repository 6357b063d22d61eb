"""Pictures of members: kept for the form that brought them, then shown by the text that names them and by nothing else.

Whether a picture may be seen is read off what the public may see of its text: where no wording shows its address any more, because
it was cut, the comment removed, or taken back, nobody gets it there.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from parley.base.batches import batches
from parley.base.pictures import Picture as Drawn
from parley.base.pictures_apart import drawn_apart
from parley.base.refusals import Invalid, NotThere, Refusal
from parley.base.saying import say
from parley.people.models import Person
from parley.texts.models import Picture, Revision, Text
from parley.texts.references import references
from parley.texts.rendering import Image

KEPT = timedelta(hours=1)
"""So long does a picture wait for its form to be sent once more."""
DAY = timedelta(days=1)
MOST_A_DAY = 40
"""Files that one member can send, damaged ones among them."""


class Flood(Refusal):
    status = 429

    def __init__(self) -> None:
        said = say("You sent {most} pictures within a day, which is all for now. Your words are kept.", most=MOST_A_DAY)
        super().__init__(said, "many-pictures")


def keep(*, person: Person, form_key: UUID, data: bytes) -> UUID:
    """Make an uploaded picture anew and keep it for this form; its key. The same file twice is one picture. Raises what
    `drawn_apart` raises, and `Flood`.
    """
    row = _place(person, form_key, hashlib.sha256(data).hexdigest())
    if not row.width:
        large, small = _drawn(row, data)
        row.width, row.height, row.digest, row.content = large.width, large.height, large.digest, large.data
        row.small_width, row.small_height, row.small = small.width, small.height, small.data
        row.save()
    return row.key


def _drawn(row: Picture, data: bytes) -> tuple[Drawn, Drawn]:
    """What cannot be read counts again when it is sent again."""
    try:
        return drawn_apart(data)
    except Refusal:
        row.sent_digest = ""
        row.save(update_fields=["sent_digest"])
        raise


@transaction.atomic
def _place(person: Person, form_key: UUID, sent_digest: str) -> Picture:
    """Its row, which counts towards the day's limit before anything is read."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    mine = Picture.objects.filter(person=person).defer("content", "small")
    found = mine.filter(form_key=form_key, sent_digest=sent_digest).first()
    if found is not None:
        return found
    if mine.filter(created_at__gt=timezone.now() - DAY).count() >= MOST_A_DAY:
        raise Flood
    return Picture.objects.create(person=person, form_key=form_key, sent_digest=sent_digest)


def _waiting(person: Person) -> QuerySet[Picture]:
    """Those of the person that a form can still bring along."""
    since = timezone.now() - KEPT
    return Picture.objects.filter(person=person, text=None, width__gt=0, created_at__gt=since).defer("content", "small")


def waiting(person: Person, keys: Iterable[UUID]) -> dict[UUID, Picture]:
    """Of the keys those that still wait, without their bytes; no query for none."""
    wanted = list(keys)
    return {each.key: each for each in _waiting(person).filter(key__in=wanted)} if wanted else {}


def posted_by(person: Person, keys: Iterable[UUID]) -> set[UUID]:
    """Of the keys those of the person's pictures that a text has by now; no query for none."""
    wanted = list(keys)
    found = Picture.objects.filter(person=person, text__isnull=False, key__in=wanted) if wanted else Picture.objects.none()
    return set(found.values_list("key", flat=True))


def numbers(text: Text, keys: Sequence[UUID | None]) -> list[int]:
    """Which numbers these pictures have in a text, or will have there (None: one that is yet to come); no query for none."""
    if not keys:
        return []
    had = dict(text.pictures.filter(key__in=[key for key in keys if key]).values_list("key", "number"))
    last = text.pictures.aggregate(last=Max("number"))["last"] or 0
    new = iter(range(last + 1, last + 1 + len(keys)))
    return [had.get(key) or next(new) if key else next(new) for key in keys]


def attach(text: Text, keys: Sequence[UUID]) -> None:
    """Bind what waits for its author to a text, which is locked or new. Raises `Invalid` where one waits no more, or another text
    takes it at this moment.
    """
    places = dict(zip(keys, numbers(text, keys), strict=True))
    had = set(text.pictures.filter(key__in=keys).values_list("key", flat=True)) if keys else set()
    found = waiting(text.author, [key for key in keys if key not in had])
    taken = sum(Picture.objects.filter(pk=row.pk, text=None).update(text=text, number=places[key]) for key, row in found.items())
    if taken + len(had) != len(places):
        raise Invalid(
            "One of your pictures waits no more, or stands in another comment of yours. Choose it again; the rest is kept.",
            "picture-gone",
        )


def images_of(text: Text, source: str) -> tuple[Image, ...]:
    """What a wording of it can show; no query where it names no picture."""
    return images_in([text.pk]).get(text.pk, ()) if references(source) else ()


def images_in(texts: Iterable[int]) -> Mapping[int, tuple[Image, ...]]:
    """By key of the text; one query for 500."""
    found = defaultdict(list)
    for some in batches(list(texts), 500):
        rows = Picture.objects.filter(text__in=some).order_by("number").defer("content", "small")
        for each in rows:
            found[each.text_id or 0].append(image(each, each.number or 0))
    return {key: tuple(images) for key, images in found.items()}


def image(picture: Picture, number: int) -> Image:
    return Image(number, picture.url, picture.small_width, picture.small_height)


def keys_in(text: Text) -> dict[int, UUID]:
    """By number, for whoever may see what was cut."""
    return {number or 0: key for number, key in text.pictures.values_list("number", "key")}


def known(key: UUID) -> Picture:
    """Without its bytes, whoever asks. Raises `NotThere`."""
    found = Picture.objects.filter(key=key, width__gt=0).defer("content", "small").first()
    if found is None:
        raise NotThere
    return found


def is_waiting_for(person: Person | None, picture: Picture) -> bool:
    """Whether it is in a form of the person's own."""
    return person is not None and picture.person_id == person.pk and picture.created_at > timezone.now() - KEPT


def is_shown(picture: Picture) -> bool:
    """Whether any wording of its text shows it to those who may read the text."""
    return Revision.objects.filter(text=picture.text_id, html__contains=f'"{picture.url}"').exists()


def content_of(picture: Picture, *, is_small: bool) -> bytes:
    name = "small" if is_small else "content"
    return bytes(Picture.objects.values_list(name, flat=True).get(pk=picture.pk))


def of_person(person: Person) -> QuerySet[Picture]:
    """All that a person posted, oldest first, also what was cut: for the person's own export."""
    return Picture.objects.filter(person=person, text__isnull=False).order_by("pk")


def forget(texts: Iterable[int]) -> None:
    """Gone for good, with the words of these texts."""
    Picture.objects.filter(text__in=list(texts)).delete()


def forget_unsent(now: datetime) -> None:
    """Bytes of what no form brought along; the row counts for the rest of its day."""
    unsent = Picture.objects.filter(text=None)
    unsent.filter(created_at__lte=now - DAY - KEPT).delete()
    unsent.filter(created_at__lte=now - KEPT, width__gt=0).update(
        content=b"", small=b"", width=0, height=0, small_width=0, small_height=0, digest="", sent_digest=""
    )
