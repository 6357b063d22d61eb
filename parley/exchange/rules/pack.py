"""Rule packs, our own format: prose, how it was understood where it was written, what its author chose, and examples.

A pack is read anew here. What its author chose is taken over where a clause is the same here, and told where it is not.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from houserules import ENGINE, Clause, Keeping, Kind, Line, RuleBook, RuleBookError, ShapeError, kinds, spoken
from houserules import read as read_prose
from houserules.book import Param
from houserules.keeping import KEPT
from houserules.plain import Plain, to_plain
from parley.base.cleaning import clean, has_words
from parley.base.refusals import Invalid, TooLarge
from parley.base.retelling import retold
from parley.base.saying import inside, say
from parley.exchange import plain_json
from parley.exchange.account import MOST_PROSE, Entry, Imported, acting, are_examples, lines_of, shortened

NAME = "pack"
TITLE = "a rule pack of Parley (JSON)"
VERSION = 1
MARK = "parley_pack"
KNOWN = frozenset({MARK, "title", "made_at", "prose", "clauses", "engine"})
MOST_CLAUSES, MOST_EXAMPLES = 1_000, 50
NEWER = (
    "This pack was made by a newer Parley. Its prose is read as it is understood here; "
    "what was chosen for its clauses is left out."
)
READ_OTHERWISE = "Read differently here: {here}, not {there}. What was chosen for it is left out."
DIFFERS = "It is read differently here: as {here}, not as {there}."
DIFFERS_ALLOWED = "It is read differently here: as {here}, allowed, not as {there}."
NOT_READ = "No clause is read from these words here, so people keep them: they were {kind} there."
UNSURE = "Here {here}, because this engine is not sure of it; in the pack {there}."
PROPOSED = "Here {here}, as this engine proposes; in the pack {there}."


@dataclass(frozen=True, kw_only=True)
class Packed(Plain):
    """A clause as it stands in a pack."""

    line: int
    kind: str
    words: str
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)
    keeping: Keeping
    proposed: Keeping | None = None
    """What its reading proposed there; where it is the same as `keeping`, nobody chose."""
    permits: bool = False


class NotCarried(Exception):  # noqa: N818 -- an answer, not an error
    """A clause that costs only itself; the message is a sentence."""


@dataclass
class _Reading:
    """The book with the choices taken over so far, and the clauses of it that no clause of the pack was found for."""

    book: RuleBook
    free: dict[str, int]
    """The number of its line by the key of a clause."""
    examples: dict[str, tuple[Any, ...]] = field(default_factory=dict)


def write(book: RuleBook, title: str, made_at: datetime) -> str:
    """The pack of a book. What was confirmed is left behind: where it arrives, somebody else says yes."""
    clauses = [_packed(line, clause) for line in book.lines for clause in line.clauses]
    pack = {
        MARK: VERSION,
        "title": title,
        "made_at": made_at.isoformat(),
        "engine": book.engine,
        "prose": book.prose,
        "clauses": clauses,
    }
    return json.dumps(pack, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def is_it(text: str, filename: str = "") -> bool:  # noqa: ARG001 -- all formats are asked alike
    return text.lstrip()[:1] == "{" and f'"{MARK}"' in text


def read(text: str, filename: str = "") -> Imported:  # noqa: ARG001
    """The prose as this engine reads it, with the pack's choices. Raises `Invalid` where it is no pack."""
    pack, version = _pack(plain_json.loads(text))
    prose = _prose(pack)
    reading = _reading(read_prose(prose))
    told = [_entry(reading, raw, number, version) for number, raw in enumerate(_clauses(pack), 1)]
    book = reading.book
    return Imported(
        prose=prose,
        account=(*_line_entries(book, reading.free, is_told=version <= VERSION), *told),
        format=NAME,
        title=_title(pack),
        keepings={each.key: each.keeping for each in book.clauses if each.keeping is not each.proposed},
        params={key: chosen for key, chosen in _chosen(book) if chosen},
        examples=reading.examples,
        remarks=tuple(_remarks(pack, version)),
    )


def _packed(line: Line, clause: Clause) -> dict[str, Any]:
    proposed = {} if clause.proposed is None else {"proposed": clause.proposed.value}
    permits = {"permits": True} if clause.permits else {}
    return {
        "line": line.number,
        "kind": clause.kind,
        "words": clause.words,
        "params": dict(clause.params),
        "keeping": clause.keeping.value,
        **proposed,
        **permits,
        "examples": to_plain(clause.examples),
    }


# The whole of it


def _pack(data: Any) -> tuple[dict[str, Any], int]:
    version = data.get(MARK) if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise Invalid("This is no rule pack: its version is no number.", "not-a-pack", field="file")
    return data, version


def _prose(pack: Mapping[str, Any]) -> str:
    prose = pack.get("prose")
    if not isinstance(prose, str):
        raise Invalid("This rule pack has no prose.", "not-a-pack", field="file")
    if len(prose) > MOST_PROSE:
        said = say("The rules of this pack have {count} characters; {most} fit.", count=len(prose), most=MOST_PROSE)
        raise TooLarge(said, "too-long", field="file")
    cleaned = clean(prose).strip()
    if not has_words(cleaned):
        raise Invalid("This rule pack has no rules in it.", "empty", field="file")
    return cleaned


def _clauses(pack: Mapping[str, Any]) -> list[Any]:
    found = pack.get("clauses", [])
    if not isinstance(found, list):
        raise Invalid("The clauses of this rule pack are no list.", "not-a-pack", field="file")
    if len(found) > MOST_CLAUSES:
        said = say("This rule pack has {count} clauses; {most} fit.", count=len(found), most=MOST_CLAUSES)
        raise TooLarge(said, "too-many", field="file")
    return found


def _title(pack: Mapping[str, Any]) -> str:
    title = pack.get("title")
    return shortened(title) if isinstance(title, str) else ""


def _remarks(pack: Mapping[str, Any], version: int) -> Iterator[str]:
    if version > VERSION:
        yield say(NEWER)
        return
    engine = pack.get("engine")
    if isinstance(engine, str) and engine != ENGINE:
        yield say("It was read by {there} where it was written; here {here} reads it.", there=shortened(engine, 40), here=ENGINE)
    unknown = [say("“{words}”", words=shortened(name, 40)) for name in pack if name not in KNOWN]
    if unknown:
        yield say("Parts that are not known here were left out: {names}.", names=say(", ").join(unknown[:10]))
    if not isinstance(pack.get("title", ""), str):
        yield say("Its title is no text, and was left out.")
    if clean(pack["prose"]) != pack["prose"]:
        yield say("Signs in its prose that cannot be shown were left out.")


# Line by line


def _reading(book: RuleBook) -> _Reading:
    return _Reading(book, {clause.key: line.number for line in book.lines for clause in line.clauses})


def _line_entries(book: RuleBook, free: Mapping[str, int], *, is_told: bool) -> Iterator[Entry]:
    for line, words in lines_of(book):
        more = [clause for clause in line.clauses if clause.key in free] if is_told else []
        yield Entry(
            where=say("line {number}", number=str(line.number)),
            words=shortened(words),
            lines=(words,),
            by_software=(bool(acting([line])),),
            note=_read_beside(more),
        )


def _read_beside(clauses: Sequence[Clause]) -> str:
    if not clauses:
        return ""
    return say("Read here beside what the pack says: {clauses}.", clauses=say("; ").join(map(_title_of, clauses)))


def _title_of(clause: Clause) -> str:
    return say("“{words}” ({kind})", words=shortened(clause.words, 60), kind=_kind_title(clause.kind))


def _kind_title(name: str) -> str:
    kind = kinds().get(name)
    return name if kind is None else inside(say(kind.title))


def _chosen(book: RuleBook) -> Iterator[tuple[str, dict[str, Param]]]:
    """Parameters that are no part of the reading."""
    for clause in book.clauses:
        kind = kinds().get(clause.kind)
        choices = kind.choices if kind is not None else {}
        yield clause.key, {name: value for name, value in clause.params.items() if name in choices}


# Clause by clause


def _entry(reading: _Reading, raw: Any, number: int, version: int) -> Entry:
    where = say("clause {number}", number=str(number))
    words = raw.get("words") if isinstance(raw, dict) else None
    said = shortened(words if isinstance(words, str) and words else str(raw)[:400])
    try:
        if version > VERSION:
            raise NotCarried(say("It is from a newer Parley, and how it is meant is not known here."))  # noqa: TRY301
        return _carried(reading, raw, where=where, said=said)
    except NotCarried as why:
        return Entry(where=where, words=said, why_not=str(why))


def _carried(reading: _Reading, raw: Any, *, where: str, said: str) -> Entry:
    packed, kind = _of_shape(raw)
    clause = _same_here(reading, packed)
    here = {name: value for name, value in clause.params.items() if name not in kind.choices}
    there = {name: value for name, value in packed.params.items() if name not in kind.choices}
    left_out: list[str] = []
    if here == there:
        left_out = [*_take_params(reading, clause, packed, kind), *_take_examples(reading, clause, raw)]
        note = _take_keeping(reading, clause, packed, left_out)
    else:
        note = say(READ_OTHERWISE, here=_told(here), there=_told(there))
    line = next(line for line in reading.book.lines if any(each.key == clause.key for each in line.clauses))
    text = reading.book.prose[line.start : line.end]
    by_software = clause.key in {each.key for each in acting([line])}
    return Entry(where=where, words=said, lines=(text,), by_software=(by_software,), left_out=tuple(left_out), note=note)


def _of_shape(raw: Any) -> tuple[Packed, Kind]:
    """The clause, where it makes sense by itself."""
    if not isinstance(raw, dict):
        raise NotCarried(say("It is no clause."))
    try:
        packed = Packed.from_json({name: value for name, value in raw.items() if name != "examples"})
    except ShapeError as wrong:
        raise NotCarried(say("It cannot be read: {why}.", why=shortened(str(wrong)))) from wrong
    kind = kinds().get(packed.kind)
    if kind is None:
        raise NotCarried(say("There is no kind of clause “{kind}” here.", kind=shortened(packed.kind, 40)))
    unknown = [name for name in packed.params if name not in kind.params and name not in kind.choices]
    if unknown:
        name = shortened(unknown[0], 40)
        raise NotCarried(say("“{name}” is no parameter of {kind}.", name=name, kind=inside(say(kind.title))))
    return packed, kind


def _same_here(reading: _Reading, packed: Packed) -> Clause:
    """The clause of this reading with the same words and kind, in the same line if there are several."""
    all_ = [each for each in reading.book.clauses if each.words == packed.words]
    same_words = [each for each in all_ if each.key in reading.free]
    if all_ and not same_words:
        raise NotCarried(say("It stands in the pack more often than in its prose."))
    found = [each for each in same_words if (each.kind, each.permits) == (packed.kind, packed.permits)]
    found.sort(key=lambda each: reading.free[each.key] != packed.line)
    if found:
        del reading.free[found[0].key]
        return found[0]
    others = [each for each in same_words if reading.free[each.key] == packed.line]
    if others:
        here, there = _kind_title(others[0].kind), _kind_title(packed.kind)
        raise NotCarried(say(DIFFERS_ALLOWED if others[0].permits else DIFFERS, here=here, there=there))
    raise NotCarried(say(NOT_READ, kind=_kind_title(packed.kind)))


def _take_params(reading: _Reading, clause: Clause, packed: Packed, kind: Kind) -> Iterator[str]:
    for name, value in packed.params.items():
        if name not in kind.choices:
            continue
        try:
            reading.book = reading.book.with_params({clause.key: {name: value}})
        except RuleBookError as wrong:
            yield str(wrong)


def _take_examples(reading: _Reading, clause: Clause, raw: Mapping[str, Any]) -> Iterator[str]:
    examples = raw.get("examples", [])
    if not isinstance(examples, list) or len(examples) > MOST_EXAMPLES:
        yield say("its examples: they are no list of at most {most}", most=MOST_EXAMPLES)
    elif not are_examples(tuple(examples)):
        yield say("its examples: they have another shape here")
    elif examples:
        reading.examples[clause.key] = tuple(examples)


def _take_keeping(reading: _Reading, clause: Clause, packed: Packed, left_out: list[str]) -> str:
    """How it is kept here, in a sentence beside how it was kept there."""
    here, there = say(KEPT[clause.keeping]), say(KEPT[packed.keeping])
    if packed.keeping is packed.proposed and packed.keeping is not clause.keeping:
        return say(UNSURE if clause.keeping is Keeping.PEOPLE else PROPOSED, here=here, there=there)
    try:
        reading.book = reading.book.with_keeping({clause.key: packed.keeping})
    except RuleBookError as wrong:
        left_out.append(str(wrong))
        return say("Here {here}.", here=here)
    if packed.permits:
        return say("As in the pack: allowed.")
    is_same = packed.keeping is clause.keeping
    return say("As in the pack: {there}." if is_same else "As in the pack: {there}, as its author chose.", there=there)


def _told(params: Mapping[str, Param]) -> str:
    return shortened(retold(spoken.parameters(params)), 120) or say("nothing said beside its kind")
