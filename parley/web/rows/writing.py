"""Rows of forms in which people write: comments, seeds, and what the coach says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from .frame import NoticeRow
    from .rules import RulesBox
    from .seeds import Picture
    from .tracking import UnsentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """What the house rules have to say about some words of a draft. `marked`: the author's words with `<mark>`."""

    lines: tuple[tuple[int, str], ...]
    """Number and words of each line that says so."""
    marked: Markup
    note: str
    passes: str = ""
    keeping: str = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachRow:
    """Everything the coach says. `append_url`: where this text can be added to the author's last comment instead."""

    findings: tuple[FindingRow, ...] = ()
    can_post_anyway: bool = True
    after: str = "You can change the words, or post it anyway; a mod may look at it."
    """What follows."""
    anyway: str = "Post it anyway"
    """On the button that posts it as it stands."""
    waits: bool = False
    """Posted anyway, it waits for a mod: that button is the main one then, for the other one only asks again."""
    append_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A citation in a reply form. `value` is what `quote` sends: `{comment id}:{words}`, no words = all of it."""

    value: str
    html: Markup
    author: str
    number: str
    is_kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRow:
    """A place for a picture. `key`: of what it holds already, which `url` shows; `alt`: what was typed about it."""

    number: int
    key: str = ""
    url: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    error: str = ""
    """What is the matter with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesRow:
    """Sends `picture1` (a file), `kept1` (the key of what came before), `alt1`, `drop1`, and so on. `says`: why there are no
    places.
    """

    slots: tuple[SlotRow, ...] = ()
    says: str = ""

    @property
    def is_begun(self) -> bool:
        return any(slot.key or slot.alt for slot in self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRow:
    """A form for a comment: new, reply, edit, or adding to one.

    Sends `text`, `quote` (repeated), `quoted` (the parent's citation was among the choices), `token` (the same form posted
    twice makes one comment), `cite`, and by its buttons `add`, `preview` or `anyway`. `draft` names the draft kept in the
    browser, for instance `reply/123`.
    """

    action: str
    title: str
    submit: str
    token: str
    text: str = ""
    quotes: tuple[QuoteRow, ...] = ()
    coach: CoachRow | None = None
    coach_url: str | None = None
    preview: Markup | None = None
    draft: str = ""
    revision: str = ""
    errors: tuple[str, ...] = ()
    cancel_url: str | None = None
    longest: int = 20_000
    can_be_official: bool = False
    told: tuple[str, ...] = ()
    """What holds in this discussion, said before anything is typed."""
    impasse_url: str | None = None
    mute_url: str | None = None
    """Where what stands below the comment that is answered can be muted."""
    shelf_url: str | None = None
    """Where the draft is kept for other devices, by the form itself; its button `keep` does so without JS."""
    version: int = 0
    """Of the draft that the form begins with."""
    begun: int = 0
    """Of the draft that is kept, whether the form shows it or not."""
    begun_at: datetime | None = None
    """Since when the draft that the form begins with stands."""
    drop_url: str | None = None
    other: UnsentRow | None = None
    """The draft that is kept where the form has other words; its button `over` keeps these instead."""
    is_official: bool = False
    pictures: PicturesRow | None = None
    cite: str | None = None
    """Number of another comment to quote as well, as typed; `None` where a form quotes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One choice of a field: what is sent, what is read, and a line that explains it."""

    value: str
    label: str
    hint: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field of a form, with what was typed and what is the matter with it.

    `kind`: an `input` type (`text`, `url`, `date`, `email`, `password`, `file`, `search`, `checkbox`), or `area`,
    `select`, `radios`. A checkbox is on when `value` is not empty. `beside`: what the source had, where that differs.
    """

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    hint: str = ""
    errors: tuple[str, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()
    is_required: bool = False
    least: int | None = None
    most: int | None = None
    is_optional: bool = False
    rows: int = 4
    autocomplete: str = ""
    accept: str = ""
    longest: int | None = None
    beside: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields of a long form that belong together."""

    title: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedRow:
    """A line that was taken for page furniture, and why. Restored lines go back to where they stood."""

    index: int
    line: str
    why: str
    is_restored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFormRow:
    """Bringing an article: `way` is `address`, `file`, or `text`; the fields of the other two are ignored. `remark` where words were
    handed over; `carried` is a page that was, packed.
    """

    action: str
    address: FieldRow
    page_file: FieldRow
    pasted: tuple[FieldRow, ...]
    group: FieldRow | None = None
    way: str = "address"
    remark: FieldRow | None = None
    carried: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """A seed before it is published: every field by itself, those of the source (`article`) and the seeder's (`yours`).

    Sends all fields by name, `restore` (repeated, indexes of ticked lines), `restored` (of those that stand in the text
    already), `token`, `seen` (which rules were shown), and by its buttons `again` or `publish`.
    """

    action: str
    token: str
    seen: str = ""
    article: tuple[FieldRow, ...]
    text: FieldRow
    yours: tuple[FieldRow, ...]
    dropped: tuple[DroppedRow, ...] = ()
    picture: Picture | None = None
    keep_picture: bool = True
    shown: str = ""
    rules: RulesBox | None = None
    gaps: tuple[str, ...] = ()
    duplicate: NoticeRow | None = None
    errors: tuple[str, ...] = ()
