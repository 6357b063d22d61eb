"""Figures: a chart of bars, one of shares, one of ratios, and a section that says nothing."""

from parley.stats.evenness import Side, compare
from parley.stats.figures import Citing, Evenness, Figures, Share, Suspensions, Tally, Times, summed
from parley.web.pages import figure_rows

LINES = {
    "No taunting.": Tally(ruled=90, no_breach=30, cut=40, removed=15, taken_back=5, appealed=9, granted=4, refused=5),
    "Quote whom you answer, and say in the same breath where it was said.": Tally(ruled=31, no_breach=20, cut=11),
}
ALIKE = compare({"No taunting.": (Side(60, 100), Side(30, 100)), "Quote whom you answer.": (Side(12, 40), Side(14, 41))})
FIGURES = tuple(
    figure_rows.sections(
        Figures(
            lines=LINES, deciders={"group mod": summed(LINES.values())}, bases={"judged": summed(LINES.values())}, mods={},
            times=Times(cases=80, within={"an hour": 20, "a day": 60}, median=9_000.0, ninth=200_000.0),
            seconds=Share(9, 11), pointed=Share(17, 29), flagged=Share(40, 80),
            citing=Citing(written=Share(70, 90), standing=Share(60, 88), before=Share(0, 2), after=Share(30, 41)),
            active=210, suspensions=Suspensions(all=12, lifted=0, terms={"up to a week": 12}),
            evenness=Evenness(sizes=(80, 40), within=0.8, lines=ALIKE),
        )
    )
)  # fmt: skip
