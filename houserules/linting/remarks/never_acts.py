"""Lines that cannot do anything as they stand."""

from collections.abc import Hashable, Iterator, Mapping

from houserules.book import Clause, Param
from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.saying import Sentence, assembled, say
from houserules.spoken import amount

NAME = "never-acts"
EMPTYING = frozenset({"length", "flooding"})
"""Kinds of which “at most 0” would leave nothing at all."""
NEVER_ALLOWED = frozenset({"self-vote"})
"""What the software makes impossible."""


def find(rules: Rules) -> Iterator[Remark]:
    """Permissions without a ban, limits that nothing can meet, and votes that cannot be."""
    yield from _permissions(rules)
    for line, clause in rules.forbidding:
        why = _impossible(clause)
        if why:
            yield remark(NAME, _about(clause, why), line.place_of(clause))
    yield from _crossed(rules)


def _permissions(rules: Rules) -> Iterator[Remark]:
    forbidden = {clause.kind for _, clause in rules.forbidding}
    for line, clause in rules.permitting:
        if clause.kind in NEVER_ALLOWED:
            why = say("nobody can vote for their own items here, whatever a line allows. The line can go.")
            yield remark(NAME, _about(clause, why), line.place_of(clause))
        elif clause.kind not in forbidden:
            yield remark(
                NAME,
                say(
                    "Line {line} allows {words}, which no line forbids. It does nothing as it stands; if a ban is meant elsewhere, "
                    "you could add it, and if the line is there to welcome, it can stay.",
                    line=line.number, words=quoted(clause.words),
                ),
                line.place_of(clause),
            )


def _about(clause: Clause, why: str) -> Sentence:
    return assembled("{words}: {remark}", words=quoted(clause.words), remark=why)


def _impossible(clause: Clause) -> str:
    params: Mapping[str, Param] = clause.params
    most, least = params.get("most"), params.get("least")
    if clause.kind in EMPTYING and most == 0:
        return say("no comment can keep to at most 0. If nothing may be posted, closing the discussion says so more plainly.")
    if isinstance(most, int | float) and isinstance(least, int | float) and least > most:
        return say(
            "nothing has at least {least} and at most {most}. Perhaps the two figures are the wrong way round.",
            least=least,
            most=most,
        )
    if clause.kind == "length" and least == 0:
        return say("every comment has at least 0. The figure may be missing a digit.")
    return ""


def _crossed(rules: Rules) -> Iterator[Remark]:
    """A least and a most of one unit, in two lines or two clauses, that nothing can meet: of many the widest apart."""
    leasts: dict[Hashable, Bound] = {}
    mosts: dict[Hashable, Bound] = {}
    for line, clause in rules.forbidding:
        if clause.kind == "length":
            what = (clause.params.get("unit"), _of_title(line))
            if (least := _figure(clause, "least")) is not None and (what not in leasts or least > leasts[what][0]):
                leasts[what] = (least, line, clause)
            if (most := _figure(clause, "most")) and (what not in mosts or most < mosts[what][0]):
                mosts[what] = (most, line, clause)
    for unit in filter(mosts.__contains__, leasts):
        (least, line, clause), (most, other, wide) = leasts[unit], mosts[unit]
        if clause is not wide and least > most:
            yield remark(
                NAME,
                say(
                    "Nothing has at least {least} and at most {amount}. Perhaps the two figures are the wrong way round, or the "
                    "lines are about different things and can say so.",
                    least=least, amount=amount(most, str(clause.params.get("unit", "words"))),
                ),
                line.place_of(clause),
                other.place_of(wide),
            )
            return


Bound = tuple[float, Shown, Clause]


def _figure(clause: Clause, name: str) -> float | None:
    value = clause.params.get(name)
    return value if isinstance(value, int | float) else None


def _of_title(line: Shown) -> bool:
    return line.says("title|headline|quote|excerpt") is not None


CHECK = Check(
    name=NAME,
    title="Never acts",
    asks="A line cannot do anything as it stands: it allows what nothing forbids, sets a limit that nothing can meet, or "
    "allows what the software makes impossible.",
    find=find,
    cases=(
        Case(name="allowed without a ban", rules="Memes are fine.", finds=True, words=("Memes",)),
        Case(name="allowed beside a ban", rules="No links. No images. Memes are allowed.", finds=False),
        Case(name="nothing may be written", rules="Comments may have at most 0 words.", finds=True),
        Case(name="no links at all", rules="At most 0 links.", finds=False),
        Case(
            name="the wrong way round",
            rules="Comments must have at least 400 words. Comments may have at most 20 words.",
            finds=True,
        ),
        Case(
            name="the right way round",
            rules="Comments must have at least 20 words. Comments may have at most 400 words.",
            finds=False,
        ),
        Case(name="votes for oneself", rules="You may vote for your own comments.", finds=True),
    ),
)
