"""Prose to lines: paragraphs, bullets, numbered items, sentences. Every line is a span of the prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from houserules.book import Standing

PHYSICAL = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
MARKER = re.compile(
    r"\s*(?:(?:[-*+•‣◦·–—▪●○✗✘×❌🚫]\ufe0f?|\#{1,6}|>)(?:\s+|(?=[^\W\d]))"
    r"|\(?\d{1,3}[.):](?!\d)\s*|\(?[a-zA-Z]\)\s+|rule\s{0,3}(?:no\.?|\#)?\s{0,3}\d{1,3}\s{0,3}[:.)-]\s*)+",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)|(?<=[a-z])[.!?](?=[A-Z][a-z])")
STANDING = re.compile(r"\s*[(\[]\s*(open|fixed)\s*[)\]]\s*[.!]*\s*$", re.IGNORECASE)
STANDING_NEXT = re.compile(r"\s*[(\[]\s*(?:open|fixed)\s*[)\]]\s*[.!]*", re.IGNORECASE)
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:e\.?g|i\.?e|vs|mr|mrs|ms|dr|st|u\.s|u\.k|approx|incl|esp|sen|rep|gov|prof|jr|sr|[a-z])$",
    re.IGNORECASE,
)
SHORT_BEFORE = re.compile(r"(?:^|[\s(\"“])(?:max|min|excl|resp|ca)$", re.IGNORECASE)
"""Short words that end a sentence as well (“wait 5 min. No spam.”): cut short where a small letter or a figure follows."""
NUMERO = re.compile(r"(?:^|[\s(\"“])nos?$", re.IGNORECASE)
GOES_ON = re.compile(r"\s*[a-z\d]")
FIGURE_AFTER = re.compile(r"\s*\d")
LOWER_AFTER = re.compile(r"\s*[a-z]")
STARTS_RULE = re.compile(
    r"\s*(?:no|do|don['’]?t|never|please|avoid|be|keep|stay|nothing|always|you|only|all)\b", re.IGNORECASE
)
NUMBERED = re.compile(r"\s*\(?(\d{1,2})[.)]")
INLINE = re.compile(r"\s\(?(\d{1,2})[.)]\s+(?=[A-Z“\"])")
WRAPPED_FROM = 60
"""A physical line at least this long that ends without a stop may go on in the next one."""


@dataclass(frozen=True)
class RawLine:
    """A span of the prose that is one rule line, before its words are read."""

    start: int
    end: int
    standing: Standing
    is_item: bool
    """Whether it stood under a bullet or a number."""
    block: int
    """Lines of one block stand together, without a blank line between them."""


def raw_lines(prose: str) -> Iterator[RawLine]:
    """The lines of the prose in order; lines without a single letter or digit are left out."""
    for paragraph in _paragraphs(prose):
        for start, end in _sentences(prose, paragraph.start, paragraph.end):
            line = _trimmed(prose, replace(paragraph, start=start, end=end))
            if any(character.isalnum() for character in prose[line.start : line.end]):
                yield line


def _paragraphs(prose: str) -> Iterator[RawLine]:
    """Physical lines without their bullets, hard-wrapped ones joined."""
    pending: RawLine | None = None
    block, last_end = 0, 0
    for found in PHYSICAL.finditer(prose):
        if not found[0].strip():
            continue
        block += found.start() - last_end > 1 and len(BREAK.findall(prose, last_end, found.start())) > 1
        last_end = found.end()
        marker = MARKER.match(prose, found.start(), found.end())
        start = marker.end() if marker is not None else found.start()
        if pending is not None and marker is None and pending.block == block and _goes_on(prose, pending, found):
            pending = replace(pending, end=found.end())
            continue
        if pending is not None:
            yield pending
        pending = RawLine(start, found.end(), Standing.UNMARKED, is_item=marker is not None, block=block)
        for cut in _numbered(prose, marker, pending):
            yield replace(pending, end=cut.start())
            pending = replace(pending, start=cut.end())
    if pending is not None:
        yield pending


def _numbered(prose: str, marker: "re.Match[str] | None", line: RawLine) -> Iterator["re.Match[str]"]:
    """Where the next numbers stand in “1. No memes 2. No links”, a list that lost its line breaks."""
    number = NUMBERED.match(marker[0]) if marker is not None else None
    if number is None:
        return
    wanted = int(number[1]) + 1
    for found in INLINE.finditer(prose, line.start, line.end):
        if int(found[1]) == wanted:
            wanted += 1
            yield found


def _goes_on(prose: str, pending: RawLine, found: "re.Match[str]") -> bool:
    """Whether the physical line `found` continues the sentence before it: a wrapped line, not a line of its own."""
    last = prose.rfind("\n", pending.start, pending.end) + 1 or pending.start
    long_enough = pending.end - last >= WRAPPED_FROM or prose[pending.end - 1] == ","
    stopped = prose[max(pending.start, pending.end - 80) : pending.end].rstrip()[-1:] in set(".!?:;…")
    is_lower = LOWER_AFTER.match(prose, found.start()) is not None
    return long_enough and not stopped and is_lower and STARTS_RULE.match(prose, found.start()) is None


def _sentences(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in SENTENCE_END.finditer(prose, start, end):
        if stop.start() < begin or not _ends_sentence(prose, begin, stop):
            continue
        mark = STANDING_NEXT.match(prose, stop.end(), end)
        cut = mark.end() if mark is not None else stop.end()
        yield begin, cut
        begin = cut
    if begin < end:
        yield begin, end


def _ends_sentence(prose: str, begin: int, stop: "re.Match[str]") -> bool:
    if stop[0].startswith("."):
        if stop[0].startswith("..") or prose[max(begin, stop.start() - 3) : stop.start()].lower() == "etc":
            return LOWER_AFTER.match(prose, stop.end()) is None
        return not _is_cut_short(prose, prose[max(begin, stop.start() - 8) : stop.start()], stop.end())
    after = LOWER_AFTER.match(prose, stop.end())
    return after is None or STARTS_RULE.match(prose, stop.end()) is not None


def _is_cut_short(prose: str, before: str, end: int) -> bool:
    """Whether a dot belongs to a word cut short: “e.g.”, “max. 300 words”, “rule no. 3”."""
    if ABBREVIATION.search(before) is not None:
        return True
    if NUMERO.search(before) is not None:
        return FIGURE_AFTER.match(prose, end) is not None
    return SHORT_BEFORE.search(before) is not None and GOES_ON.match(prose, end) is not None


def _trimmed(prose: str, line: RawLine) -> RawLine:
    """The same line without white space around it and without its mark of standing."""
    standing = line.standing
    mark = STANDING.search(prose, max(line.start, line.end - 40), line.end)
    end = line.end
    if mark is not None:
        standing, end = Standing(mark[1].lower()), mark.start()
    text = prose[line.start : end]
    start = line.start + len(text) - len(text.lstrip())
    return replace(line, start=start, end=max(start, line.start + len(text.rstrip())), standing=standing)
