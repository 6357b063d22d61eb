"""The section “the same rule for everybody”."""

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
    f"Nothing is said of a line with fewer than {LEAST} rulings or {FEW} people on a side.",
    "A line is called unlike when chance alone would make any line look so in at most 2 of 100 groups like this.",
    "That no difference is shown proves nothing: small differences stay unseen.",
    "Only what was ruled on can be compared. One side may be flagged more often, or break a rule more often.",
)
LEGEND = "How many times as often a ruling on the larger side led to action. ◆ unlike, ○ no difference shown."
ABOUT = "For each line how many times as often a ruling on the larger side led to action; in the middle both are alike."


def even_section(found: Evenness) -> rows.FigureRow:
    if found.sizes == (0, 0):
        return _silent("The votes of this time show no two sides, so nothing is compared.")
    larger, smaller = found.sizes
    stay = figure_words.percent(found.within)
    sides = f"Two sides of about {_about(larger)} and {_about(smaller)} members; {stay} of votes stay on their side."
    spoken = {line: each for line, each in found.lines.items() if each.ratio is not None}
    if not spoken:
        return _silent(sides, "No line has enough rulings on both sides, so nothing is said.")
    placed = [
        (line, each.ratio or 1, each.low, each.high, f"{figure_words.times(each.ratio or 1)}×", each.is_uneven)
        for line, each in spoken.items()
    ]
    chart = chart_rows.ratios(Frame("by-side", "The larger side beside the smaller", ABOUT, LEGEND), placed)
    table = rows.TableRow(
        caption="Rulings that led to action, on each side",
        heads=("line", "larger side", "smaller side", "ratio", "likely between", "found"),
        lines=tuple((line, _line(each)) for line, each in spoken.items()),
    )
    sentences = (ASKS, sides, _verdict(sum(each.is_uneven for each in spoken.values()), len(spoken)))
    return rows.FigureRow(key="evenness", title=TITLE, sentences=sentences, parts=((chart, table),), notes=NOTES)


def _silent(*because: str) -> rows.FigureRow:
    return rows.FigureRow(key="evenness", title=TITLE, sentences=(ASKS, *because), notes=NOTES)


def _line(each: Compared) -> tuple[str, ...]:
    larger, smaller = (f"{figure_words.percent(side.rate)} of about {_about(side.ruled)}" for side in each.sides)
    likely = f"{figure_words.times(each.low)} to {figure_words.times(each.high)}"
    return larger, smaller, figure_words.times(each.ratio or 1.0), likely, "unlike" if each.is_uneven else "no difference shown"


def _about(count: int) -> str:
    """Rounded, so that one more or less is not seen."""
    return f"{max(10, round(count / 10) * 10):,}"


def _verdict(unlike: int, spoken: int) -> str:
    lines = "one line" if spoken == 1 else f"{spoken:,} lines"
    if not unlike:
        return f"No difference is shown in {lines} with enough rulings."
    return f"Of {lines} with enough rulings, {'one is' if unlike == 1 else f'{unlike:,} are'} not kept alike on both sides."
