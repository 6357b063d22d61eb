"""Takes page furniture out of the article's lines, and says of every line taken out why and where it stood.

Nothing is corrected, and what stands in quotation marks or in a block quotation is left alone: a person may say "Follow us".
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from parley.seeds.extraction.article import Dropped, Why
from parley.seeds.extraction.characters import letters
from parley.seeds.extraction.furniture_words import (
    BUTTONS,
    CREDIT_LINE,
    DATE_WORDS,
    GLUED_BUTTON,
    RIGHTS_LINE,
    SHARED_LINE,
    TEASER_LINE,
    TITLES,
)
from parley.seeds.extraction.names import has_lead, is_lead_word, is_person, without_lead
from parley.seeds.extraction.spoken_days import spoken_day

LONGEST_FURNITURE = 200
SHORTEST_CAPTION = 25
_QUOTED = re.compile(
    r"[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d]|(?<!\w)['\u2018\u201a].{2,}['\u2019\u2018](?!\w)"
)
_SEAM = re.compile(r"(?<=[a-zß-öø-ÿ.!?)])(?=[A-ZÀ-ÖØ-Þ])")
_TWICE = re.compile(r"(\S.{23,298}?\S)\1(?=\S)(?!\1)")  # glued: nobody writes the same words twice without a space
_GLUED_END = re.compile(r"(?<=[a-zß-ÿ.!?])(?:FOLLOW|SHARE|SUBSCRIBE|FOLGEN|TEILEN)$")


@dataclass(frozen=True)
class Surroundings:
    """What the page says around its text. `links`: letters of links to other pages of the site; `quoted`: of block quotations."""

    titles: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    source: str | None = None
    captions: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()


@dataclass
class _Sweep:
    around: Surroundings
    kept: list[str]
    dropped: list[Dropped]
    seen: set[str]
    after_teaser: bool = False

    def drop(self, line: str, why: str) -> None:
        if line.strip():
            self.dropped.append(Dropped(line=line.strip(), why=why, after=len(self.kept)))


def without_furniture(lines: Iterable[str], around: Surroundings) -> tuple[list[str], tuple[Dropped, ...]]:
    """The lines that are the article's, and those that are not."""
    sweep = _Sweep(around=around, kept=[], dropped=[], seen=set())
    for line in lines:
        rest = _without_glue(line, sweep)
        why = _why(rest, sweep) if rest else None
        if why:
            sweep.drop(rest, why)
        elif rest:
            sweep.kept.append(rest)
            sweep.seen.add(letters(rest))
    return sweep.kept, tuple(sweep.dropped)


def is_quotation(line: str, around: Surroundings) -> bool:
    """Whether the line quotes somebody, in marks or in a block of its own."""
    return bool(_QUOTED.search(line)) or letters(line) in around.quoted


def _without_glue(line: str, sweep: _Sweep) -> str:
    """Cuts off what is glued in front of a paragraph or behind it: captions, bylines with a button, buttons."""
    rest = _cut_captions(line, sweep)
    for _ in range(4):
        found = GLUED_BUTTON.search(rest[:LONGEST_FURNITURE])
        head = rest[: found.end()] if found else ""
        if not head or _QUOTED.search(head) or not _is_glued_head(head, rest[len(head) :], sweep.around):
            break
        sweep.drop(head, Why.BUTTON_WITH_BYLINE if len(head.split()) > 2 else Why.BUTTON)
        rest = rest[len(head) :].lstrip()
    tail = None if is_quotation(rest, sweep.around) else _GLUED_END.search(rest)
    if tail:
        sweep.drop(tail[0], Why.BUTTON)
        rest = rest[: tail.start()]
    return rest.strip()


def _is_glued_head(head: str, behind: str, around: Surroundings) -> bool:
    button_only = GLUED_BUTTON.fullmatch(head.strip())
    if button_only:
        return "X" in head or not behind or not behind[0].isspace()
    return _is_byline(head, around)


def _cut_captions(line: str, sweep: _Sweep) -> str:
    """A caption glued in front of text, once or twice. A paragraph that is the caption and nothing else goes whole."""
    twice = _TWICE.match(line[:700]) if not _QUOTED.search(line[:300]) else None
    caption = (
        twice[1]
        if twice and " " in twice[1]
        else next((one for one in sweep.around.captions if _stands_glued(one, line)), None)
    )
    if not caption:
        return line
    rest, times = line, 0
    while caption and rest.startswith(caption):
        rest, times = rest[len(caption) :].lstrip(), times + 1
    credit = _leading_credit(rest)
    cut = line[: len(line) - len(rest)] + credit
    sweep.drop(cut, Why.CAPTION_TWICE if times > 1 else Why.CAPTION)
    return rest[len(credit) :].lstrip()


def _stands_glued(caption: str, line: str) -> bool:
    if len(caption) < SHORTEST_CAPTION or not line.startswith(caption):
        return False
    rest = line[len(caption) :]
    return not rest or not rest[0].isspace() or caption[-1] in ".!?)" or bool(_leading_credit(rest.lstrip()))


def _leading_credit(rest: str) -> str:
    """A credit in front of the rest: "Photo: A. Beispiel" up to the end, or a short one in brackets."""
    bracketed = re.match(r"\((?:photo|foto|image|bild|credit|©)[^()]{0,100}\)", rest, re.IGNORECASE)
    if bracketed:
        return bracketed[0]
    return rest if len(rest) < 120 and CREDIT_LINE.fullmatch(rest) else ""


def _why(line: str, sweep: _Sweep) -> str | None:
    """Why this line is furniture; None for a line of the article."""
    around, key = sweep.around, letters(line)
    if key and key in {letters(caption) for caption in around.captions}:
        return Why.CAPTION
    if is_quotation(line, around):
        return None
    if _is_teaser(line, key, sweep):
        return Why.POINTER
    rules = _RULES if len(line) <= LONGEST_FURNITURE else ()
    return _repeated(key, sweep) or next((why for why, holds in rules if holds(line, around)), None)


def _repeated(key: str, sweep: _Sweep) -> str | None:
    if len(sweep.kept) < 3 and key and key in {letters(title) for title in sweep.around.titles}:
        return Why.HEADLINE
    return Why.PARAGRAPH if len(key) > 60 and key in sweep.seen else None


def _is_teaser(line: str, key: str, sweep: _Sweep) -> bool:
    announced = sweep.after_teaser
    heading = TEASER_LINE.fullmatch(line) if len(line) <= LONGEST_FURNITURE else None
    linked = key in sweep.around.links
    if heading and (linked or not line.rstrip().endswith(".")):
        sweep.after_teaser = True
        return True
    whole_link = linked and (announced or (len(line.split()) >= 4 and not line.rstrip().endswith((".", ":"))))
    sweep.after_teaser = announced and linked
    return whole_link


def _is_button(line: str, _: Surroundings) -> bool:
    bare = re.sub(r"^\W+|\W+$", "", line).casefold()
    if bare in BUTTONS:
        return True
    words = [word.strip(".,|/·•").casefold() for word in _SEAM.sub(" ", line).split()]
    return 2 <= len(words) <= 8 and all(word in BUTTONS or not word for word in words)


def _is_byline(line: str, around: Surroundings) -> bool:
    """Lead, known names, job titles, the source, a date and buttons, and nothing else."""
    if len(line) > LONGEST_FURNITURE:
        return False
    left = GLUED_BUTTON.sub(" ", _SEAM.sub(" ", line))
    named = False
    for name in sorted(around.bylines, key=len, reverse=True):
        left, times = re.subn(re.escape(name), " ", left, flags=re.IGNORECASE)
        named = named or times > 0
    if around.source:
        left = re.sub(re.escape(around.source), " ", left, flags=re.IGNORECASE)
    words = [word.strip(".,|/:;()·•-\u2013").casefold() for word in left.split()]
    other = [word for word in words if word and not _is_byline_word(word)]
    if named:
        return not other
    return has_lead(line) and is_person(without_lead(line)) and not around.bylines


def _is_byline_word(word: str) -> bool:
    return (
        word in TITLES or word in DATE_WORDS or word in BUTTONS or is_lead_word(word) or not any(map(str.isalpha, word))
    )


def _is_date(line: str, _: Surroundings) -> bool:
    words = [word.strip(".,|/:;()·•-\u2013").casefold() for word in line.split()]
    return spoken_day(line) is not None and all(word in DATE_WORDS or not any(map(str.isalpha, word)) for word in words)


def _matches(pattern: re.Pattern[str]) -> Callable[[str, Surroundings], bool]:
    return lambda line, _: bool(pattern.fullmatch(line))


_RULES: tuple[tuple[str, Callable[[str, Surroundings], bool]], ...] = (
    (Why.BUTTON, _is_button),
    (Why.BYLINE, _is_byline),
    (Why.DATE, _is_date),
    (Why.CREDIT, _matches(CREDIT_LINE)),
    (Why.RIGHTS, _matches(RIGHTS_LINE)),
    (Why.COUNTER, _matches(SHARED_LINE)),
)
