"""Places for pictures in a form for a comment. What was uploaded is kept at once, so that no form has to ask for a file twice."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, QueryDict

from parley.base.decisions import Decision
from parley.base.refusals import Invalid, Refusal, TooLarge
from parley.base.saying import say
from parley.people.queries import actor_of
from parley.posting import pictures as posting
from parley.texts import pictures
from parley.texts.references import MOST_SHOWN
from parley.texts.rendering import Image
from parley.web import rows, uploads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.texts.models import Picture


@dataclass(frozen=True, slots=True)
class Slot:
    """`key`: of the picture that the form shows already; `alt`: what it shows, as typed."""

    key: UUID | None = None
    alt: str = ""


EMPTY = tuple(Slot() for _ in range(MOST_SHOWN))


def slots_of(data: QueryDict) -> tuple[Slot, ...]:
    """As many as a form has, whatever was sent."""
    return tuple(_slot(data, number) for number in range(1, MOST_SHOWN + 1))


def _slot(data: QueryDict, number: int) -> Slot:
    if f"drop{number}" in data:
        return Slot()
    try:
        key = UUID(data.get(f"kept{number}", ""))
    except ValueError:
        key = None
    return Slot(key, data.get(f"alt{number}", "").strip()[:1000])


def kept(request: HttpRequest, seed: "Seed", token: UUID, slots: "Sequence[Slot]") -> tuple[tuple[Slot, ...], Refusal | None]:
    """The same with what was uploaded, and what was the matter with the first file that could not be kept."""
    refusal = _too_much(request)
    found = list(slots)
    for at, slot in enumerate(slots):
        file = request.FILES.get(f"picture{at + 1}")
        if not isinstance(file, uploads.File) or (refusal and refusal.code == "too-much"):
            continue
        try:
            found[at] = replace(slot, key=posting.keep(actor=actor_of(request), seed=seed, form_key=token, data=file.read()))
        except Refusal as wrong:
            refusal = refusal or _about(wrong, at + 1)
    return _still_there(actor_of(request), found), refusal


def _too_much(request: HttpRequest) -> Refusal | None:
    """Of files that did not fit, the rest was passed over, so that none of them is sure to be whole."""
    size = sum(each.size or 0 for each in _files(request))
    if size <= uploads.MOST:
        return None
    return TooLarge("These pictures are too large together. Send fewer at once, or smaller copies; your words are kept.", "too-much")


def _files(request: HttpRequest) -> list[uploads.File]:
    return [file for files in request.FILES.lists() for file in files[1] if isinstance(file, uploads.File)]


def _about(refusal: Refusal, number: int) -> Refusal:
    if refusal.code == "not-a-picture":
        refusal.sentence = say("Picture {number}: {sentence}", number=number, sentence=refusal.sentence)
    if isinstance(refusal, Invalid):
        refusal.field = f"picture{number}"
    return refusal


def _still_there(actor: "Person", slots: "Sequence[Slot]") -> tuple[Slot, ...]:
    """Without keys of pictures that are not the actor's, or waited too long; what was typed stays. Those that were posted are known
    to whoever posts.
    """
    waits = pictures.waiting(actor, [slot.key for slot in slots if slot.key])
    posted = pictures.posted_by(actor, [slot.key for slot in slots if slot.key and slot.key not in waits])
    return tuple(slot if slot.key in waits or slot.key in posted else Slot(None, slot.alt) for slot in slots)


def images_for(actor: "Person", slots: "Sequence[Slot]", first: int = 1) -> tuple[Image, ...]:
    """As a preview shows them."""
    waits = pictures.waiting(actor, [slot.key for slot in slots if slot.key])
    shown = [slot.key for slot in slots if slot.key or slot.alt]
    return tuple(pictures.image(waits[key], number) for number, key in enumerate(shown, first) if key is not None and key in waits)


def row_for(
    actor: "Person", seed: "Seed", slots: "Sequence[Slot]", allowed: Decision | None = None
) -> rows.PicturesRow | None:
    """The part of the form; None where the group has no pictures, and a sentence where a rule asks for none. `allowed`: what holds in
    the discussion, where that is known.
    """
    may = posting.may_add(actor, seed, allowed=allowed)
    if may.reason == "rule-against-pictures":
        return rows.PicturesRow(says=may.sentence)
    if not may:
        return None
    waits = pictures.waiting(actor, [slot.key for slot in slots if slot.key])
    return rows.PicturesRow(slots=tuple(_slot_row(number, slot, waits) for number, slot in enumerate(slots, 1)))


def marked(row: rows.PicturesRow | None, refusal: Refusal | None) -> rows.PicturesRow | None:
    """With what is the matter at the picture that it is about: a file by its place, words by its number among them."""
    field = getattr(refusal, "field", "")
    if row is None or refusal is None or not field.startswith(("alt", "picture")):
        return row
    there = [each.number for each in row.slots if each.key or each.alt or field.startswith("picture")]
    wrong = dict(enumerate(there, 1)).get(int("".join(filter(str.isdigit, field)) or 0))
    return replace(row, slots=tuple(replace(each, error=refusal.sentence) if each.number == wrong else each for each in row.slots))


def _slot_row(number: int, slot: Slot, waits: "Mapping[UUID, Picture]") -> rows.SlotRow:
    picture = waits.get(slot.key) if slot.key else None
    if picture is None:
        return rows.SlotRow(number=number, alt=slot.alt)
    return rows.SlotRow(
        number=number, alt=slot.alt, key=str(picture.key), url=f"{picture.url}/small", width=picture.small_width,
        height=picture.small_height,
    )  # fmt: skip
