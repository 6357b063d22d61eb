"""A seed before it is published: what was typed, beside what is kept here of the page it was read from."""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils import timezone

from houserules import Combined, RuleBook
from parley.base.refusals import Invalid, Refusal
from parley.base.saying import say
from parley.groups import queries as groups
from parley.posting import seeding
from parley.rulebooks import queries as rulebooks
from parley.rulebooks import services as rule_services
from parley.seeds import readings
from parley.seeds.extraction import Article
from parley.seeds.restoring import rearranged
from parley.web.pages import preview_fields as fields
from parley.web.pages.preview_fields import Typed

if TYPE_CHECKING:
    from parley.groups.models import Group
    from parley.people.models import Person
    from parley.seeds.models import Reading, Seed

LOST = (
    "What was read of the page is no longer kept here, so its left-out lines and its picture cannot be brought back. "
    "The fields below are used as they stand."
)
LOOK_AGAIN = "The rules or the group changed since you last looked. This is how each line is understood now: look, then publish."


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One preview. `book` is the seeder's own rules as they would hold, `seen` a digest of all that publishing confirms."""

    person: "Person"
    typed: Typed
    reading: "Reading | None"
    article: Article
    groups: "list[Group]"
    group: "Group | None"
    book: RuleBook
    combined: Combined
    conflicts: list[str]
    errors: dict[str, str]
    notes: tuple[str, ...] = ()
    """In English, until they are shown."""

    @property
    def seen(self) -> str:
        if self.group is None:
            return ""
        shows = [self.group.name, self.group.show, self.group.excerpt_words, self.combined.to_json()]
        return hashlib.sha256(json.dumps(shows, sort_keys=True).encode()).hexdigest()[:24]

    @property
    def original(self) -> str:
        """The headline as the source has it, where we read it there."""
        return self.article.original_title or ""


def sheet_of(person: "Person", typed: Typed, notes: tuple[str, ...] = ()) -> Sheet:
    """With ticked lines put back, and unticked ones taken out again."""
    reading = readings.reading_for(person, typed.token)
    errors: dict[str, str] = {}
    if reading is None:
        notes = (*notes, LOST)
        try:
            reading = readings.as_typed(person=person, at=timezone.now())
        except Refusal as refusal:
            errors[""] = refusal.sentence
    article = readings.article_of(reading) if reading else Article()
    mine = groups.groups_of(person)
    group = next((each for each in mine if each.name == typed.group), None)
    book, wrong = _book(typed.prose)
    site_version, group_version = rulebooks.wider_versions(group.pk) if group else (None, None)
    return Sheet(
        person=person, typed=_restored(typed, reading, article), reading=reading, article=article, groups=mine, group=group,
        book=book, combined=rulebooks.rules_with(site_version, group_version, book), errors={**errors, **wrong}, notes=notes,
        conflicts=rule_services.conflicts_with_wider(group, book, scope="seed") if group and book.lines else [],
    )  # fmt: skip


def _book(prose: str) -> tuple[RuleBook, dict[str, str]]:
    """Every clause confirmed: publishing does that to what the seeder sees. Without lines where it cannot be read."""
    try:
        return rule_services.read_prose(prose).all_confirmed(), {}
    except Invalid as refusal:
        return RuleBook(prose="", lines=()), {"prose": refusal.sentence}


def _restored(typed: Typed, reading: "Reading | None", article: Article) -> Typed:
    known = frozenset(range(len(article.dropped)))
    ticked, before = typed.restore & known, typed.restored & known
    text = rearranged(typed.text, article, back=ticked - before, out=before - ticked)
    return replace(typed, token=reading.key if reading else typed.token, text=text, restore=ticked, restored=ticked)


def wrong_in(sheet: Sheet) -> dict[str, str]:
    """What is the matter with the sheet, by field."""
    group = {} if sheet.group else {"group": say("Choose one of your groups.")}
    return {**fields.wrong_in(sheet.typed), **sheet.errors, **group}


def seeded_already(sheet: Sheet) -> "Seed | None":
    """A discussion of this article in one of the person's groups."""
    addresses = [sheet.typed.canonical_url, sheet.reading.address if sheet.reading else ""]
    return readings.seeded_where_i_am(sheet.person, filter(None, addresses), first=sheet.group)


def publish(sheet: Sheet) -> "Seed":
    """Publish what the sheet shows and forget what was read. Raises every refusal of `seeding.publish_seed`."""
    if sheet.reading is None or sheet.group is None:
        raise Invalid("Choose one of your groups.", field="group")
    typed = sheet.typed
    left = [
        {"line": each.line, "why": each.why, "at": each.after}
        for number, each in enumerate(sheet.article.dropped)
        if number not in typed.restored
    ]
    draft = replace(
        fields.draft_of(typed, original=sheet.original, read=sheet.article.title or "", dropped=left),
        raw_page=readings.raw_page_of(sheet.reading),
        picture=readings.drawn_of(sheet.reading) if typed.keep_picture else None,
    )
    seed = seeding.publish_seed(
        actor=sheet.person, group=sheet.group,
        seeding_=seeding.Seeding(
            draft=draft, remark=fields.remark_of(typed), rules=sheet.book if sheet.book.lines else None, form_key=typed.token
        ),
    )  # fmt: skip
    readings.spend(sheet.reading)
    return seed

