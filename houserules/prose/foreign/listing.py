"""What a foreign line asks, as far as it is read: links, length, and named subjects."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from houserules.book import Clause, Param
from houserules.keeping import Keeping
from houserules.kind import kinds
from houserules.prose.foreign.governing import governing
from houserules.prose.foreign.part import Part
from houserules.prose.foreign.telling import without_elision
from houserules.prose.foreign.tongue import Tongue, tongues
from houserules.prose.lexicon import TOPICS
from houserules.prose.words import Token

ENDS = frozenset(';:.!?—–…()[]|•"“”„«»¡¿')
COMMA, SLASH = ",", "/"
LONGEST_SUBJECT = 4
PAIR = 2
"""An adjective and what it describes: “politische Themen”."""
MOST_UNREAD = 2
"""A part of a list with more words than this may be a clause that narrows the others."""
LOOKED_AHEAD = 8
"""Words and marks in which an opening shows itself."""
MOST_WORDS = 40
"""Longer stretches are not tried."""
INFINITIVE = re.compile(r"(?:ar|er|ir|re|en)$")
SHARED_SUBJECTS = TOPICS - {"war", "elections", "china", "guns", "gender", "movies", "diets", "weather", "television"}
"""Names that are the same in many languages."""


@dataclass(frozen=True)
class Asked:
    """One thing that is forbidden or limited."""

    kind: str
    params: Mapping[str, Param] = field(hash=False)
    words: Sequence[Token]
    is_sure: bool = True


@dataclass(frozen=True)
class Foreign:
    """What was read of a line in another language."""

    clauses: tuple[Clause, ...] = ()
    understood: frozenset[int] = frozenset()
    """Where the words begin that no clause stands on and that yet were understood: “Keine …”, “… sind verboten”."""


def foreign(prose: str, words: Sequence[Token], number: int, language: str) -> Foreign:
    """The clauses of a line in another language, unconfirmed; none in a language without a file."""
    tongue = tongues().get(language)
    if tongue is None:
        return Foreign()
    parts = [(segment, tuple(_segment(segment, tongue))) for segment in _segments(words, tongue)]
    found = sorted(_asked(words, parts, tongue), key=lambda item: item.words[0].start)
    clauses = tuple(_clause(prose, f"{number}.{place}", each) for place, each in enumerate(found, 1))
    return Foreign(clauses, frozenset(_understood(words, parts, tongue)))


def _clause(prose: str, key: str, each: Asked) -> Clause:
    start, end = each.words[0].start, each.words[-1].end
    return Clause(
        key=key,
        kind=each.kind,
        params=dict(each.params),
        keeping=kinds()[each.kind].default if each.is_sure else Keeping.PEOPLE,
        start=start,
        end=end,
        words=prose[start:end],
    )


Parts = Sequence[tuple[Sequence[Token], Sequence[Asked]]]
"""The segments of a line, each with what it asks."""


def _asked(tokens: Sequence[Token], parts: Parts, tongue: Tongue) -> list[Asked]:
    """What a line asks. A condition anywhere leaves all of it to people."""
    found = [each for _, asked in parts for each in asked]
    read = {word.start for each in found for word in each.words}
    folded = {without_elision(token.source) for token in tokens if token.is_word and token.start not in read}
    if folded & tongue.words("conditions"):
        return [replace(each, is_sure=False) for each in found]
    return found


def _understood(tokens: Sequence[Token], parts: Parts, tongue: Tongue) -> Iterator[int]:
    """Where the governing words begin of every segment that asks, and an “and” between segments."""
    within = {token.start for segment, _ in parts for token in segment}
    yield from (token.start for token in tokens if token.is_word and token.start not in within)
    for segment, asked in parts:
        if not asked and re.fullmatch(tongue.please, Part.of(segment).text):
            yield from (word.start for word in segment if word.is_word)
        if asked:
            is_limit = any(each.kind == "length" or each.params.get("most") for each in asked)
            read = {word.start for each in asked for word in each.words}
            yield from (word.start for word in governing(segment, read, tongue, is_limit=is_limit))


def _segments(tokens: Sequence[Token], tongue: Tongue) -> Iterator[Sequence[Token]]:
    """Stretches that ask by themselves: also behind a comma or “and” where a limit or “nicht über …” begins."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.source in ENDS or (
            (token.source == COMMA or token.folded in tongue.words("joins")) and _opens(tokens[at + 1 :], tongue)
        ):
            yield tokens[begin:at]
            begin = at + 1
    yield tokens[begin:]


def _opens(tokens: Sequence[Token], tongue: Tongue) -> bool:
    """Whether the next words begin a limit or say what not to talk of."""
    ahead = Part.of(tokens[:LOOKED_AHEAD]).text
    limits = f"(?:{tongue.most}|{tongue.least}) {tongue.number} "
    return re.match(rf"(?:(?:{tongue.please}) )?(?:{limits}|(?:{tongue.about}) )", ahead) is not None


def _segment(tokens: Sequence[Token], tongue: Tongue) -> Iterator[Asked]:
    whole = Part.of(tokens)
    if not whole.words or len(whole.words) > MOST_WORDS:
        return
    whole, tokens = _after_please(whole, tokens, tongue)
    limit = _limit(whole, tongue)
    if limit is not None:
        yield limit
        return
    subject = _talk(whole, tongue)
    if subject is not None:
        yield from subject
        return
    listed = _listed(whole, tongue)
    if listed is not None:
        yield from _items([token for token in tokens if _within(token, listed)], tongue)


def _within(token: Token, part: Part) -> bool:
    return bool(part.words) and part.words[0].start <= token.start and token.end <= part.words[-1].end


def _after_please(whole: Part, tokens: Sequence[Token], tongue: Tongue) -> tuple[Part, Sequence[Token]]:
    opening = re.match(rf"(?:(?:{tongue.please}|{tongue.scopes}) )+", whole.text)
    if opening is None:
        return whole, tokens
    rest = whole.cut(opening.end(), len(whole.text))
    return rest, [token for token in tokens if rest.words and token.start >= rest.words[0].start]


def _listed(whole: Part, tongue: Tongue) -> Part | None:
    """The words that the segment forbids, if it forbids."""
    head = re.match(rf"(?:{tongue.forbids}) ", whole.text)
    if head is not None:
        return whole.cut(head.end(), len(whole.text))
    tail = re.search(rf" (?:{tongue.forbidden})(?: (?:{tongue.scopes}))*$", whole.text)
    return whole.cut(0, tail.start()) if tail is not None else None


def _items(tokens: Sequence[Token], tongue: Tongue) -> Iterator[Asked]:
    """The parts of a list that are read; none is sure where a part may narrow the others."""
    parts = [part for part in _parts(tokens, tongue) if part.words]
    found = [(_item(part, tongue), part) for part in parts]
    is_sure = all(item is not None or len(part.words) <= MOST_UNREAD for item, part in found)
    yield from (replace(item, is_sure=is_sure) for item, _ in found if item is not None)


def _parts(tokens: Sequence[Token], tongue: Tongue) -> Iterator[Part]:
    joins = tongue.words("joins")
    begin = 0
    for at, token in enumerate(tokens):
        if token.source in {COMMA, SLASH} or token.folded in joins:
            yield Part.of(tokens[begin:at])
            begin = at + 1
    yield Part.of(tokens[begin:])


def _item(part: Part, tongue: Tongue) -> Asked | None:
    bare = _bare(part, tongue)
    if not bare.words:
        return None
    if re.fullmatch(tongue.links, bare.text):
        return Asked("links", {"most": 0}, bare.words)
    term = _subject(bare, tongue)
    return Asked("topic-ban", {"term": term}, bare.words) if term else None


def _bare(part: Part, tongue: Tongue) -> Part:
    """Without “keine”, articles, and “hier” around it."""
    tail = re.search(rf"(?: (?:{tongue.scopes}|{tongue.please}))+$", part.text)
    part = part.cut(0, tail.start()) if tail is not None else part
    head = re.match(rf"(?:{tongue.forbids}) ", part.text)
    part = part.cut(head.end(), len(part.text)) if head is not None else part
    at = 0
    while at < len(part.folded) and part.folded[at] in tongue.words("articles"):
        at += 1
    return Part(part.words[at:], part.folded[at:])


def _subject(part: Part, tongue: Tongue) -> str:
    """The subject that bare words name, or nothing."""
    if len(part.folded) == 1 and part.folded[0] in SHARED_SUBJECTS | tongue.words("subjects"):
        return part.folded[0]
    if len(part.folded) == PAIR:
        for one, other in (part.folded, part.folded[::-1]):
            if one in tongue.adjectives and other in tongue.words("talks"):
                return tongue.adjectives[one]
    return ""


def _talk(whole: Part, tongue: Tongue) -> list[Asked] | None:
    """Subjects after “nicht über …”, joined by and/or; None when the segment says nothing of the sort."""
    head = re.match(rf"(?:{tongue.about}) ", whole.text)
    if head is None:
        return None
    behind = rf"(?:{tongue.talking}|{tongue.scopes}|{tongue.forbidden})"
    tail = re.search(rf"(?: {behind})+$", whole.text[head.end() - 1 :])
    rest = whole.cut(head.end(), len(whole.text) if tail is None else head.end() - 1 + tail.start())
    parts = [_bare(part, tongue) for part in _parts(rest.words, tongue)]
    named = [part for part in parts if part.words]
    if not named or not all(_may_be_named(part, tongue) for part in named):
        return []
    return [Asked("topic-ban", {"term": part.text}, part.words) for part in named]


def _may_be_named(part: Part, tongue: Tongue) -> bool:
    """Whether words after “about” are a short subject and no act, and not the people here."""
    if len(part.words) > LONGEST_SUBJECT or set(part.folded) & (tongue.words("folk") | tongue.words("conditions")):
        return False
    first = part.words[0].source
    return len(part.words) == 1 or not (first[0].islower() and INFINITIVE.search(part.folded[0]))


def _limit(whole: Part, tongue: Tongue) -> Asked | None:
    """A limit of links or of length."""
    what = rf"(?P<what>{'|'.join(sorted(tongue.units, key=len, reverse=True))}|{tongue.links})"
    head = re.match(rf"(?:{tongue.forbids}) ", whole.text)
    bans = head or re.search(rf" (?:{tongue.forbidden})$", whole.text)
    wordings = (
        ("most", tongue.most, False),
        ("least", tongue.least, False),
        ("most", tongue.over, True),
        ("least", tongue.under, True),
    )
    for bound, wording, needs_ban in wordings:
        found = re.search(rf"(?<![^ ])(?:{wording}) {tongue.number} {what}(?![^ ])", whole.text)
        if found is not None and (bans if needs_ban else not bans or found.start() == 0):
            return _measured(whole, tongue, bound, found)
    return None


def _measured(whole: Part, tongue: Tongue, bound: str, found: "re.Match[str]") -> Asked | None:
    said = found["number"]
    number = tongue.numbers[said] if said in tongue.numbers else int(said)
    unit = tongue.units.get(found["what"])
    words = whole.cut(found.start(), found.end()).words
    beside = f"{whole.text[: found.start()]} {whole.text[found.end() :]}"
    beside = re.sub(
        rf"(?<![^ ])(?:{tongue.forbids}|{tongue.forbidden}|{tongue.scopes}|{tongue.please})(?![^ ])", " ", beside
    )
    is_plain = set(beside.split()) <= tongue.words("plain")
    if unit is not None:
        return Asked("length", {bound: number, "unit": unit}, words, is_sure=is_plain)
    return Asked("links", {"most": number}, words, is_sure=is_plain) if bound == "most" else None
