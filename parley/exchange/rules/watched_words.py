"""Discourse's watched words: its CSV files, or the JSON of its admin page."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parley.base.cleaning import clean_line
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.exchange import plain_json
from parley.exchange.account import Draft, Imported, Sentence, composed, shortened
from parley.exchange.banning import LONGEST, address, banned, links_banned
from parley.exchange.patterns import words_of

NAME = "watched-words"
TITLE = "Discourse watched words (CSV or JSON)"
AGAINST = {
    "block": "here the author is asked before posting, and decides",
    "censor": "here no words are covered by signs",
    "require_approval": "here nothing waits for mods by this import: choose how the line is kept",
    "flag": "here nothing is reported by this import: choose how the line is kept",
    "silence": "here nobody is silenced by software",
}
"""Actions that are against a word, each with what becomes of the action."""
OTHER = {
    "replace": "Software here does not change people's words, so the word is not replaced.",
    "tag": "There are no tags that a word could set here.",
    "link": "Software here does not change people's words, so the word is not made a link.",
}
ACTIONS = frozenset({*AGAINST, *OTHER})
COLUMNS = ("word", "replacement", "action", "case_sensitive")
"""Of a file without a heading."""
UPLOADED = ("word", "replacement", "case_sensitive")
"""Of a file for one action, as Discourse takes it."""
IN_NAME = re.compile(r"watched[-_ ]words?[-_ ](\w+?)(?:[-_ ]?\(?\d+\)?)?\.(?:csv|txt)")
PATTERN = re.compile(r"[|()\[\]\\?]")
STARS = re.compile(r"\*{2,}")
NO_ACTION = "The file does not say what is done about its words. They were taken as words that are blocked."


@dataclass(frozen=True, kw_only=True)
class Watched:
    """One entry of the source."""

    where: str
    said: str
    word: str = ""
    action: str = "block"
    replacement: str = ""
    minds_case: bool = False
    why_not: str = ""
    meant: tuple[str, ...] = ()
    """The words that it stands for; itself, unless it is a pattern."""


def is_it(text: str, filename: str = "") -> bool:
    """Whether its JSON has words with actions, or its lines are single words or cells."""
    start = text.lstrip()[:1]
    if start in {"{", "["}:
        return '"word"' in text
    try:
        rows = [row for _, row in _rows(text)]
    except Invalid:
        return False
    is_short = bool(rows) and all(len(row) <= len(COLUMNS) and len(row[0]) <= LONGEST for row in rows)
    if IN_NAME.search(filename.lower()) or _heading(rows):
        return True
    has_actions = all(len(row) > 1 and ACTIONS & {cell.strip().lower() for cell in row} for row in rows)
    is_list = filename.lower().endswith(".csv") or (len(rows) > 2 and not any(re.search(r"[\s.:]", row[0]) for row in rows))
    return is_short and (has_actions or is_list)


def read(text: str, filename: str = "") -> Imported:
    """Every word stands in a line with others of its action, or is listed with the reason why not."""
    is_json = text.lstrip()[:1] in {"{", "["}
    named = IN_NAME.search(filename.lower())
    action = named[1] if named and named[1] in ACTIONS else ""
    found = list(_of_json(plain_json.loads(text), action) if is_json else _of_csv(text, action))
    remarks = (say(NO_ACTION),) if not action and any(not each.action for each in found) else ()
    watched = [replace(each, action=each.action or "block", meant=_meant(each.word)) for each in found]
    watched = [replace(each, why_not=each.why_not or _why_not(each)) for each in watched]
    return composed(list(_drafts(watched)), format_=NAME, remarks=remarks)


def _drafts(watched: Sequence[Watched]) -> Iterator[Draft]:
    lines = {action: _lines([each for each in watched if each.action == action]) for action in AGAINST}
    for each in watched:
        why_not = each.why_not
        became = [] if why_not else [lines[each.action][word] for word in each.meant]
        sentences = [line for line in became if isinstance(line, Sentence)]
        why_not = why_not or ("" if sentences else str(became[0]))
        yield Draft(
            where=each.where,
            words=shortened(each.said),
            sentences=tuple(dict.fromkeys(sentences)),
            why_not=why_not,
            left_out=() if why_not else tuple(_left_out(each)),
        )


def _lines(watched: Sequence[Watched]) -> Mapping[str, Sentence | str]:
    words = list(dict.fromkeys(word for each in watched if not each.why_not for word in each.meant))
    addresses = {word: found for word in words if (found := address(word))}
    links = links_banned(list(dict.fromkeys(addresses.values())))
    return {**banned(word for word in words if word not in addresses), **{word: links[addresses[word]] for word in addresses}}


def _why_not(each: Watched) -> str:
    if each.action not in ACTIONS:
        return say("Its action “{action}” is not known here.", action=shortened(each.action, 40))
    if each.action in OTHER:
        return say(OTHER[each.action])
    if not each.word.strip("* "):
        return say("It stands for any word.") if each.word else say("It has no word.")
    return say("It is longer than {most} letters.", most=LONGEST) if len(each.word) > LONGEST else ""


def _left_out(each: Watched) -> Iterator[str]:
    yield say("“{words}”: {why}", words=each.action, why=say(AGAINST[each.action]))
    if each.minds_case:
        yield say("capitals: they make no difference here")
    if each.replacement:
        yield say("the replacement “{words}”", words=shortened(each.replacement, 40))
    if "*" in each.word:
        yield say("“*”: software here looks for no parts of words, so people do")


def _meant(word: str) -> tuple[str, ...]:
    """The words that a pattern lists; others stand for themselves."""
    return (words_of(word) if PATTERN.search(word) else ()) or (word,)


def _word(raw: str) -> str:
    return STARS.sub("*", clean_line(raw))


# CSV


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that have anything in them, with the number of their last line."""
    reader = csv.reader(text.split("\n"))
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            said = say("Line {number} is no CSV: {why}.", number=str(reader.line_num), why=wrong)
            raise Invalid(said, "not-csv", field="file") from None
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _heading(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of the columns, where the first row gives them."""
    first = tuple(cell.strip().lower() for cell in rows[0]) if rows else ()
    return first if "word" in first and set(first) <= {*COLUMNS, "id"} else ()


def _of_csv(text: str, action: str) -> Iterator[Watched]:
    rows = list(_rows(text))
    heading = _heading([row for _, row in rows])
    for number, row in rows[1:] if heading else rows:
        cells = dict(zip(heading, row, strict=False)) if heading else _cells(row, action)
        yield Watched(
            where=say("line {number}", number=str(number)),
            said=", ".join(row),
            word=_word(cells.get("word", "")),
            action=cells.get("action", "").strip().lower() or action,
            replacement=clean_line(cells.get("replacement", "")),
            minds_case=cells.get("case_sensitive", "").strip().lower() in {"true", "t", "yes", "1"},
            why_not=say("It has more cells than are known.") if len(row) > len(heading or COLUMNS) and len(cells) > 1 else "",
        )


def _cells(row: Sequence[str], action: str) -> dict[str, str]:
    """The cells of a row in a file without a heading, by what they are."""
    if len(row) == 2 and not action and row[1].strip().lower() in ACTIONS:
        return {"word": row[0], "action": row[1]}
    if action in AGAINST and "".join(row[1:2]).strip():
        return {"word": ",".join(row)}  # Discourse writes words of these actions as they are, commas and all
    return dict(zip(UPLOADED if action and len(row) == len(UPLOADED) else COLUMNS, row, strict=False))


# JSON


def _of_json(data: Any, action: str) -> Iterator[Watched]:
    words = data.get("words") if isinstance(data, dict) else data
    if not isinstance(words, list):
        raise Invalid("This file has no list of words.", "not-words", field="file")
    for number, each in enumerate(words, 1):
        yield _of_object(each, number, action)


def _of_object(each: Any, number: int, action: str) -> Watched:
    where, said = say("word {number}", number=str(number)), str(each)[:400]
    if isinstance(each, str):
        return Watched(where=where, said=each[:400], word=_word(each), action=action)
    word = each.get("word") if isinstance(each, dict) else None
    if not isinstance(word, str):
        return Watched(where=where, said=said, why_not=say("It is no word with an action."))
    given, replacement = each.get("action") or action, each.get("replacement") or ""
    if not isinstance(given, str) or not isinstance(replacement, str):
        return Watched(where=where, said=word, why_not=say("Its action or replacement is no text."))
    minds_case = each.get("case_sensitive") is True
    return Watched(
        where=where, said=word, word=_word(word), action=given.strip().lower(), replacement=replacement, minds_case=minds_case
    )
