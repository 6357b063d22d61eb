"""The section “the same rule for everybody”."""

from parley.base.saying import counted, number, say
from parley.stats.evenness import LEAST, Compared
from parley.stats.figures import FEW, Evenness
from parley.web import rows
from parley.web.pages import chart_rows, figure_words
from parley.web.pages.chart_rows import Frame

TITLE = "The same rule for everybody"
ASKS = (
    "For each line: of the rulings on members who usually vote for each other, how many led to action, beside those on members who "
    "vote the other way. If the rule is the same for everybody, the two are alike."
)
NOTES = (
    "The two sides come from votes alone, over the same time, and are looked for anew each time.",
    "Nobody is told who stands where; so that nobody can reckon it, this part is counted up to the end of last week, and rounded.",
    "Nothing is said of a line with fewer than {least} rulings or {few} people on a side.",
    "A line is called unlike when chance alone would make any line look so in at most 2 of 100 groups like this.",
    "That no difference is shown proves nothing: small differences stay unseen.",
    "Only what was ruled on can be compared. One side may be flagged more often, or break a rule more often.",
)
LEGEND = "How many times as often a ruling on the larger side led to action. ◆ unlike, ○ no difference shown."
HEADS = ("line", "larger side", "smaller side", "ratio", "likely between", "found")
ABOUT = "For each line how many times as often a ruling on the larger side led to action; in the middle both are alike."


def even_section(found: Evenness) -> rows.FigureRow:
    if found.sizes == (0, 0):
        return _silent(say("The votes of this time show no two sides, so nothing is compared."))
    larger, smaller = found.sizes
    stay = figure_words.percent(found.within)
    sides = say(
        "Two sides of about {larger} and {smaller} members; {stay} of votes stay on their side.",
        larger=_about(larger), smaller=_about(smaller), stay=stay,
    )  # fmt: skip
    spoken = {line: each for line, each in found.lines.items() if each.ratio is not None}
    if not spoken:
        return _silent(sides, say("No line has enough rulings on both sides, so nothing is said."))
    placed = [
        (line, each.ratio or 1, each.low, each.high, f"{figure_words.times(each.ratio or 1)}×", each.is_uneven)
        for line, each in spoken.items()
    ]
    chart = chart_rows.ratios(Frame("by-side", say("The larger side beside the smaller"), say(ABOUT), say(LEGEND)), placed)
    table = rows.TableRow(
        caption=say("Rulings that led to action, on each side"),
        heads=tuple(map(say, HEADS)),
        lines=tuple((line, _line(each)) for line, each in spoken.items()),
    )
    sentences = (say(ASKS), sides, _verdict(sum(each.is_uneven for each in spoken.values()), len(spoken)))
    return rows.FigureRow(key="evenness", title=say(TITLE), sentences=sentences, parts=((chart, table),), notes=_notes())


def _silent(*because: str) -> rows.FigureRow:
    return rows.FigureRow(key="evenness", title=say(TITLE), sentences=(say(ASKS), *because), notes=_notes())


def _notes() -> tuple[str, ...]:
    return tuple(say(each, least=LEAST, few=FEW) for each in NOTES)


def _line(each: Compared) -> tuple[str, ...]:
    larger, smaller = (
        say("{part} of about {all}", part=figure_words.percent(side.rate), all=_about(side.ruled)) for side in each.sides
    )  # fmt: skip
    likely = say("{low} to {high}", low=figure_words.times(each.low), high=figure_words.times(each.high))
    found = say("unlike") if each.is_uneven else say("no difference shown")
    return larger, smaller, figure_words.times(each.ratio or 1.0), likely, found


def _about(count: int) -> str:
    """Rounded, so that one more or less is not seen."""
    return number(max(10, round(count / 10) * 10))


def _verdict(unlike: int, spoken: int) -> str:
    if not unlike:
        return counted(
            "No difference is shown in one line with enough rulings.", "No difference is shown in {count} lines with enough rulings.",
            spoken,
        )  # fmt: skip
    if spoken == 1:
        return say("Of one line with enough rulings, one is not kept alike on both sides.")
    return counted(
        "Of {all} lines with enough rulings, one is not kept alike on both sides.",
        "Of {all} lines with enough rulings, {count} are not kept alike on both sides.", unlike, all=spoken,
    )  # fmt: skip
