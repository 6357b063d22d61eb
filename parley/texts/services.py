"""Writing texts, cutting them, and the one function that shows them.

Whatever is cut is cut in every revision, and `html` and `plain` of a revision are made anew in the same transaction, so
that no reader of either can meet a cut word.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from markupsafe import Markup

from parley.base.batches import batches, update_each
from parley.base.cleaning import clean_text
from parley.base.events import tell
from parley.base.prepared import Prepared, PreparedChange, insert, names
from parley.base.refusals import Invalid, NotAllowed
from parley.ledger.models import Entry, Told
from parley.people.models import Person
from parley.texts import mentions, pictures, references
from parley.texts import spans as places
from parley.texts.events import TextsChanged
from parley.texts.marks import spoken_marks
from parley.texts.models import Redaction, Revision, Text
from parley.texts.rendering import MARK as MARK  # noqa: PLC0414 -- handed on to whoever shows texts
from parley.texts.rendering import Cut, Image, Rendered, render

Span = places.Span
AT_ONCE = 500
"""Texts that one query changes, where many are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What everybody may see of a text, or of a part of it."""

    html: Markup
    plain: str
    removed_by: Entry | None
    is_edited: bool


def shown(text: Text) -> Shown:
    """The only way from stored text to a page, mail, feed, search index or API answer. The same for every viewer."""
    current = text.current
    if current is None or text.removed_by is not None:
        return Shown(Markup(), "", text.removed_by, is_edited=False)
    return Shown(spoken_marks(current.html), current.plain, None, is_edited=current.number > 1)


def shown_part(revision: Revision, start: int, end: int) -> Shown:
    """A citation's words as they are shown now. The revision comes with its text, that one's `removed_by`, and redactions."""
    text = revision.text
    if text.removed_by is not None:
        drawn = render("x", (Cut(0, 1, text.removed_by.address_of_entry, title_of(text.removed_by)),))
    else:
        cuts = [
            Cut(max(cut.start - start, 0), min(cut.end, end) - start, cut.url, cut.title)
            for cut in _cuts(revision)
            if cut.start < end and start < cut.end
        ]
        drawn = render(revision.source[start:end], tuple(cuts), names=mentions.shown_in(revision.html))
    return Shown(spoken_marks(drawn.html), drawn.plain, text.removed_by, is_edited=text.current_id != revision.pk)


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """One revision as everybody may see it now."""

    number: int
    at: datetime
    html: Markup
    is_current: bool


def history(text: Text) -> list[ShownRevision]:
    """All revisions, newest first; none of a text that was removed."""
    if text.removed_by_id is not None:
        return []
    rows = text.revisions.order_by("-number").defer("source", "plain")
    return [ShownRevision(row.number, row.created_at, Markup(row.html), row.pk == text.current_id) for row in rows]  # noqa: S704


def title_of(entry: Entry) -> str:
    """What a mark says before it is followed: rule, kind of decider, time."""
    because = entry.because
    if entry.act == Told.WORDS_TAKEN_BACK:
        return f"Taken back by its author · {entry.at:%d %b %Y}"
    return (
        f"Cut by a {entry.decider} for rule {because['number']}, “{because['text']}” · {entry.at:%d %b %Y, %H:%M} UTC"
    )


def _cuts(revision: Revision) -> list[Cut]:
    """Standing redactions; reads what was prefetched."""
    return _cuts_by(revision.redactions.all())


def _cuts_by(redactions: Iterable[Redaction]) -> list[Cut]:
    """Of one revision; they come with their entries."""
    return [
        Cut(each.start, each.end, each.entry.address_of_entry, title_of(each.entry))
        for each in sorted(redactions, key=lambda each: each.pk)
        if each.lifted_by_id is None
    ]


@transaction.atomic
def write(*, author: Person, source: str, most: int = 20_000, shows: Sequence[UUID] = ()) -> Text:
    """A new text with its first revision. `shows`: pictures that wait for it, in the order of their numbers. Raises
    `TooLarge` and `Invalid`.
    """
    text = Text(author=author)
    insert(text)
    if shows:
        pictures.attach(text, shows)
    return _revise(text, clean_text(source, most=most), number=1)


@transaction.atomic
def revise(*, text: Text, source: str, shows: Sequence[UUID] = ()) -> Text:
    """A further revision, with more pictures. The text is locked by the caller; one that was cut is not revised while that stands."""
    if is_cut(text):
        raise NotAllowed("A ruling stands on this text, so it stays as it is.", "ruled-on")
    cleaned = clean_text(source)
    current = _current(text)
    if current.source == cleaned:
        return text
    if shows:
        pictures.attach(text, shows)
    _revise(text, cleaned, number=current.number + 1)
    tell(TextsChanged((text.pk,)))
    return text


def _revise(text: Text, source: str, *, number: int) -> Text:
    drawn = render(source, images=pictures.images_of(text, source), names=_members(source, timezone.now()))
    text.current = Revision(text=text, number=number, source=source, html=drawn.html, plain=drawn.plain)
    insert(text.current)
    text.current_id = text.current.pk
    NOW(text.pk, text.current_id)
    return text


NOW = PreparedChange(lambda key, revision: (Text.objects.filter(pk=key), {"current_id": revision}), int, int)


def _members(source: str, then: datetime, known: Mapping[str, datetime] | None = None) -> tuple[str, ...]:
    """Names of those who are mentioned and were members then, so that a text drawn anew has the links it had."""
    known = _known([source]) if known is None else known
    return tuple(name for name in mentions.asked_of(source) if name in known and known[name] <= then)[: mentions.MOST]


def _known(sources: Iterable[str]) -> dict[str, datetime]:
    """Since when those are members who are mentioned. No query where nothing looks like a name."""
    asked = sorted({name for source in sources for name in mentions.asked_of(source)})
    return dict(row for some in batches(asked, mentions.MOST_LOOKED_AT) for row in JOINED.rows(some))


def _joined(some: Iterable[str]) -> QuerySet[Person, tuple[str, datetime]]:
    return Person.objects.filter(username__in=some).values_list("username", "date_joined")


JOINED = Prepared(_joined, names(mentions.MOST_LOOKED_AT))


def as_it_will_look(source: str, images: tuple[Image, ...] = ()) -> Markup:
    """What `write` would store, for its author's preview."""
    return Markup(render(source, images=images, names=_members(source, timezone.now())).html)  # noqa: S704 -- sanitized when rendered


def mentioned(text: Text) -> tuple[str, ...]:
    """Names of the members whom everybody sees mentioned in it now; it comes with its current revision."""
    return mentions.shown_in(text.current.html) if text.current else ()


def _current(text: Text) -> Revision:
    """Read anew: whoever asks for a source works on what is stored now."""
    return Revision.objects.get(pk=text.current_id or 0)


def cut_among(keys: Iterable[int]) -> set[int]:
    """Keys of those texts on which a removal or a redaction stands; one query."""
    cut = Q(removed_by__isnull=False) | Exists(Redaction.objects.filter(revision__text=OuterRef("pk"), lifted_by=None))
    return set(Text.objects.filter(cut, pk__in=list(keys)).values_list("pk", flat=True))


def is_cut(text: Text) -> bool:
    """Whether a removal or a redaction stands on it."""
    return text.removed_by_id is not None or Redaction.objects.filter(revision__text=text, lifted_by=None).exists()


def for_judging(text: Text) -> str:
    """The words as written, of a text that comes with its current revision: for facts about its author only."""
    return text.current.source if text.current else ""


def sealed_source(text: Text, revision: Revision | None = None) -> str:
    """The words as they were written, in the current revision unless one is given. For the author's own form, for those who rule, and
    for judging: never for a page of others.
    """
    return (revision or _current(text)).source


def first_source(text: Text) -> str:
    """As it was posted, whatever was changed since; for telling whether the same was sent again."""
    return text.revisions.get(number=1).source


def as_written(revision: Revision) -> str:
    """One wording, whatever was cut of it: for its author alone."""
    return revision.source


def digest_of(revision: Revision) -> str:
    """SHA-256 of a wording, in hexadecimal digits: for its author, who can check it against his own copy."""
    return hashlib.sha256(revision.source.encode()).hexdigest()


def as_read(text: Text) -> str:
    """The words as written, without Markdown's signs, of a text that comes with its current revision: for recusal only."""
    return render(for_judging(text)).plain


def without_cuts(text: Text, revision: Revision | None = None) -> str:
    """The source of a revision, the current one unless given, with a space for every character that is cut, so that places in it are
    places in the source.
    """
    revision = revision or _current(text)
    source = revision.source
    for start, end in _standing(revision):
        source = source[:start] + " " * (end - start) + source[end:]
    return source


def wording(text: Text, key: int | None) -> Revision:
    """The revision of this text that has the key; the current one where it has none such."""
    return text.revisions.filter(pk=key or 0).first() or _current(text)


def standing_spans(text: Text) -> list[Span]:
    """What is cut of the current revision now."""
    return _standing(_current(text))


def _standing(revision: Revision) -> list[Span]:
    return sorted(STANDING.rows(revision.pk))


STANDING = Prepared(lambda key: Redaction.objects.filter(revision=key, lifted_by=None).values_list("start", "end"), int)


def words_cut_by(text: Text, entry: Entry) -> tuple[str, ...]:
    """What an act cut of the current revision, also when it was lifted since: for the author only. No query where its entry has
    its redactions already.
    """
    spans = sorted((each.start, each.end) for each in entry.redactions.all() if each.revision_id == text.current_id)
    return tuple(text.current.source[start:end] for start, end in spans) if text.current else ()


@transaction.atomic
def forget(text: Text) -> None:
    """The words of every revision are gone for good. Only for what nobody but its author and the mods ever saw."""
    text.revisions.update(source="", html="", plain="")
    pictures.forget([text.pk])


@transaction.atomic
def take_back_all(keys: Iterable[int], entry: Entry) -> None:
    """Their author leaves and takes the words along: of every revision they are gone for good, whatever stood on them before; what is
    left are tombstones. At most 500 at once.
    """
    some = tuple(keys)
    Text.objects.filter(pk__in=some).update(removed_by=entry)
    Revision.objects.filter(text__in=some).update(source="", html="", plain="")
    pictures.forget(some)
    tell(TextsChanged(some))


@transaction.atomic
def redact(*, text: Text, spans: Iterable[Span], entry: Entry) -> None:
    """Cut spans of the current revision, and the same words and pictures in every other one."""
    revisions = list(text.revisions.all())
    current = next(each for each in revisions if each.pk == text.current_id)
    wanted = sorted(set(spans))
    if not wanted or any(not 0 <= start < end <= len(current.source) for start, end in wanted):
        raise Invalid("Mark the words to cut. They have to stand in the comment.", "no-such-words", field="words")
    hidden = standing_spans(text)
    shown = {each.number for each in references.references(current.source) if each.touches(wanted)}
    for revision in revisions:
        found = wanted
        if revision is not current:
            found = places.carried(wanted, current.source, revision.source, hidden=hidden)
        found = references.whole(found, revision.source, shown)
        Redaction.objects.bulk_create(
            Redaction(revision=revision, start=start, end=end, entry=entry) for start, end in found
        )
    _refresh(text)


@transaction.atomic
def remove(*, text: Text, entry: Entry) -> None:
    """Leave a tombstone where none stands."""
    text.removed_by = entry
    text.save(update_fields=["removed_by"])
    _refresh(text)


@transaction.atomic
def remove_all(removed: Mapping[int, Entry]) -> None:
    """The same for many texts by key, which are locked and stand; three queries for 500."""
    for some in batches(list(removed.items()), AT_ONCE):
        update_each([Text(pk=key, removed_by=entry) for key, entry in some], ["removed_by"])
        Revision.objects.filter(text__in=[key for key, _ in some]).update(html="", plain="")
        tell(TextsChanged(tuple(key for key, _ in some)))


@transaction.atomic
def lift_all(entries: Mapping[int, Entry]) -> None:
    """Undo the removals of many texts by key, each by the entry it has, where they stand; what else was done to them stays. The texts
    are locked. Four queries for 500.
    """
    for some in batches(list(entries), AT_ONCE):
        removed = Text.objects.filter(pk__in=some).values_list("pk", "removed_by_id")
        standing = [key for key, entry in removed if entry == entries[key].pk]
        Text.objects.filter(pk__in=standing).update(removed_by=None)
        revisions = list(Revision.objects.filter(text__in=standing))
        cuts, images = defaultdict(list), _images_of(revisions)
        for each in Redaction.objects.filter(revision__in=revisions, lifted_by=None).select_related("entry"):
            cuts[each.revision_id].append(each)
        known = _known(each.source for each in revisions)
        for revision in revisions:
            drawn = _drawn(revision, _cuts_by(cuts[revision.pk]), images.get(revision.text_id, ()), known)
            revision.html, revision.plain = drawn.html, drawn.plain
        update_each(revisions, ["html", "plain"])
        tell(TextsChanged(tuple(standing)))


@transaction.atomic
def lift(*, text: Text, entry: Entry, by: Entry) -> None:
    """Undo what `entry` did to the text and nothing else; the words come back to the byte."""
    Redaction.objects.filter(revision__text=text, entry=entry, lifted_by=None).update(lifted_by=by)
    if text.removed_by_id == entry.pk:
        text.removed_by = None
        text.save(update_fields=["removed_by"])
    _refresh(text)


def _drawn(revision: Revision, cuts: Iterable[Cut], images: tuple[Image, ...], known: Mapping[str, datetime]) -> Rendered:
    """As everybody sees it with these cuts."""
    return render(revision.source, tuple(cuts), images=images, names=_members(revision.source, revision.created_at, known))


def _refresh(text: Text) -> None:
    """Make what is public of every revision anew."""
    revisions = list(text.revisions.prefetch_related("redactions__entry"))
    images, known = _images_of(revisions).get(text.pk, ()), _known(each.source for each in revisions)
    for revision in revisions:
        if text.removed_by_id is not None:
            revision.html = revision.plain = ""
        else:
            drawn = _drawn(revision, _cuts(revision), images, known)
            revision.html, revision.plain = drawn.html, drawn.plain
        revision.save(update_fields=["html", "plain"])
    tell(TextsChanged((text.pk,)))


def _images_of(revisions: Iterable[Revision]) -> Mapping[int, tuple[Image, ...]]:
    """What these can show, by key of the text; at most one query for 500, and none where no picture is named."""
    return pictures.images_in({each.text_id for each in revisions if references.references(each.source)})
