"""One rule of AutoModerator as lines of prose, or the reason why it is none."""

from collections.abc import Iterable, Iterator, Sequence

from parley.base.saying import say
from parley.exchange.account import MOST_PROSE, Draft, Sentence, does_not_fit, is_safe, quoted, shortened
from parley.exchange.automoderator import names
from parley.exchange.automoderator.checks import Check, checks_in
from parley.exchange.automoderator.sayings import Stem, said_of
from parley.exchange.banning import NO_LINE, banned, grouped
from parley.exchange.documents import Document, Fields

MOST_READ = 100_000
"""Letters of a file that are read as rules; their lines fill a book before, as a rule."""
TOO_MANY = "It stands after the first {most} letters of the file, and no more are read as rules."
SOMETIMES = "mods see cause"
"""Stands for what a line does not say of where it holds."""
NOTHING = "It asks nothing that can be said here."


def drafts_of(found: Iterable[Document]) -> Iterator[Draft]:
    """The rules in order. When their lines fill a book, the rest is only listed: reading it would take long."""
    texts: set[str] = set()
    spent = 0
    for document in found:
        is_full = sum(map(len, texts)) > MOST_PROSE
        if is_full or spent > MOST_READ:
            why_not = document.why_not or (does_not_fit() if is_full else say(TOO_MANY, most=MOST_READ))
            yield Draft(where=_where(document), words=shortened(document.text), why_not=why_not)
            continue
        draft = draft_of(document)
        spent += len(document.text)
        texts.update(sentence.text for sentence in draft.sentences)
        yield draft


def draft_of(document: Document) -> Draft:
    """The rule with its lines, or why it has none."""
    where, words = _where(document), shortened(document.text)
    if document.why_not:
        return Draft(where=where, words=words, why_not=document.why_not)
    if not document.value:
        return Draft(where=where, words=words, why_not=say("It holds only remarks."))
    if not isinstance(document.value, Fields):
        return Draft(where=where, words=words, why_not=say("It is no list of names with values, as a rule has to be."))
    checks, left_out = checks_in(document.value)
    why_not = _why_not(checks)
    if why_not:
        return Draft(where=where, words=words, why_not=why_not, left_out=tuple(left_out))
    sentences, more = _sentences(checks)
    left_out += [*more, *_done(checks)]
    why_not = "" if sentences else f"{say(NOTHING)} {_as_reason(left_out)}".strip()
    return Draft(where=where, words=words, sentences=tuple(sentences), why_not=why_not, left_out=tuple(left_out))


def _where(document: Document) -> str:
    return say("line {number}", number=str(document.line))


def _why_not(checks: Sequence[Check]) -> str:
    """Whether the rule is against anything."""
    action = _action(checks)
    if action in names.FORBIDDING:
        return ""
    if action in names.NOT_FORBIDDING:
        return say(names.NOT_FORBIDDING[action])
    if action:
        return say("Its action “{action}” is not known here.", action=shortened(action, 40))
    does = sorted({each.parts[0] for each in checks if each.parts[0] in names.DOES})
    if does:
        return say("It is against nothing: it only does {what}.", what=say(", ").join(does))
    return say("It has no action, so it is against nothing.")


def _action(checks: Sequence[Check]) -> str:
    return next((each.first for each in checks if each.parts == ("action",)), "")


def _done(checks: Sequence[Check]) -> Iterator[str]:
    """What the rule did, beside being against something."""
    for check in checks:
        name = check.parts[0]
        if name == "action":
            yield names.because(f"action: {check.first}", names.FORBIDDING[check.first])
        elif name in names.DOES or name in names.BEHAVES:
            yield names.because(check.said, names.DOES.get(name) or names.BEHAVES[name])


def _sentences(checks: Sequence[Check]) -> tuple[list[Sentence], list[str]]:
    of, left_out = _type(checks)
    is_missing = bool(left_out)
    asked = [each for each in checks if each.parts[0] not in {"type", "action", *names.DOES, *names.BEHAVES}]
    said = [said_of(check, of) for check in asked]
    subjects = sorted((each for each in said if each.stems), key=lambda each: each.rank)
    others = [each for each in (*subjects[1:], *(each for each in said if not each.stems)) if each.condition]
    left_out += [part for each in said for part in each.left_out]
    left_out += [part for each in others for part in each.left_out_as_condition]
    is_missing = is_missing or any(not each.stems and not each.condition for each in said)
    where = [*(each.condition for each in others), *([SOMETIMES] if is_missing else [])]
    found, unsayable = _written(subjects[0].stems if subjects else _bare(of, where), where)
    return found, list(dict.fromkeys((*left_out, *unsayable)))


def _bare(of: str, where: Sequence[str]) -> tuple[Stem, ...]:
    """A rule that only says where: it is against everything there."""
    is_said = [each for each in where if each != SOMETIMES]
    if is_said or (of in names.TYPES and of not in {"comment", "submission"}):
        return (Stem(f"No {names.TYPES.get(of, 'comments')}"),)
    return ()


def _type(checks: Sequence[Check]) -> tuple[str, list[str]]:
    check = next((each for each in checks if each.parts == ("type",)), None)
    if check is None or check.first == "any":
        return "any", []
    if check.first in names.TYPES:
        return check.first, []
    return "any", [names.because(f"{check.said}: {shortened(check.first, 40)}", names.NO_SUCH_POST)]


def _written(stems: Sequence[Stem], where: Sequence[str]) -> tuple[list[Sentence], list[str]]:
    """The lines, and the words for which there is none."""
    found: list[Sentence] = []
    unsayable: list[str] = []
    for stem in stems:
        if stem.words and not where:
            lines = banned(stem.words)
            found += dict.fromkeys(each for each in lines.values() if isinstance(each, Sentence))
            unsayable += [names.because(shortened(word, 40), why) for word, why in lines.items() if isinstance(why, str)]
            continue
        for text in _texts(stem):
            line = f"{text}{', where ' if where else ''}{' and '.join(where)}."
            if is_safe(line):
                found.append(Sentence(line, is_exact=stem.is_exact and not where))
            else:
                unsayable.append(names.because(shortened(line, 60), NO_LINE))
    return found, unsayable


def _texts(stem: Stem) -> Sequence[str]:
    return [f"No mention of {quoted(group)}" for group in grouped(stem.words)] or [stem.text]


def _as_reason(left_out: Sequence[str]) -> str:
    return say("Left out: {parts}.", parts=say("; ").join(left_out[:3])) if left_out else ""
