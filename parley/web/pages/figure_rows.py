"""Public figures as sections of a page: sentences, charts, and tables."""

from collections.abc import Mapping

from parley.stats.figures import FEW, LEAST_ACTIVE, Figures, Share, Tally
from parley.web import rows
from parley.web.pages import chart_rows, figure_words
from parley.web.pages.chart_rows import Frame
from parley.web.pages.figure_evenness import even_section
from parley.web.pages.figure_words import COUNTS, counts

Parts = tuple[tuple[rows.ChartRow | None, rows.TableRow], ...]
NO_LINE = "(a line without words)"
BASES = {"fired": "a clause that software found", "judged": "a person’s judgement of the line", "discretion": "discretion"}
FILLED = "Each bar is all rulings of the line; its filled part led to action."


def sections(found: Figures) -> list[rows.FigureRow]:
    """In the order in which they are read; empty where nothing was ruled on and nobody posted."""
    if not found.all.ruled and not found.active:
        return []
    return [_glance(found), _lines(found), _deciders(found), _times(found), _agreement(found), _limits(found), _citing(found),
            even_section(found.evenness)]  # fmt: skip


def _table(caption: str, head: str, tallies: Mapping[str, Tally], names: Mapping[str, str] | None = None) -> rows.TableRow:
    lines = tuple(((names or {}).get(name, name) or NO_LINE, counts(tally)) for name, tally in tallies.items())
    return rows.TableRow(caption=caption, heads=(head, *COUNTS), lines=lines)


def _glance(found: Figures) -> rows.FigureRow:
    everything = found.all
    decided = Share(everything.granted, everything.granted + everything.refused)
    lines = (
        ("Members who posted", (f"{found.active:,}",)),
        ("Rulings", (f"{everything.ruled:,}",)),
        ("Removals for each 100 of those members", (figure_words.per_hundred(found.per_hundred(everything.removed)),)),
        ("Suspensions for each 100 of those members", (figure_words.per_hundred(found.per_hundred(found.suspensions.all)),)),
        ("Half of the cases were ruled on within", (figure_words.lasting(found.times.median),)),
        ("Appeals granted, of those decided", (figure_words.percent(decided.part),)),
    )
    table = rows.TableRow(caption="In short", heads=("what", "figure"), lines=lines, is_named=True)
    return rows.FigureRow(key="glance", title="In short", parts=((None, table),))


def _lines(found: Figures) -> rows.FigureRow:
    counted = [
        (name or NO_LINE, tally.ruled, tally.acted, f"{tally.acted:,} of {tally.ruled:,}") for name, tally in found.lines.items()
    ]
    about = "The lines named most often; how many rulings, and how many of them led to action."
    chart = chart_rows.bars(Frame("by-line", "Rulings for each line", about, FILLED), counted)
    table = _table("By line of the house rules, as it stood when the comment was posted", "line", found.lines)
    return rows.FigureRow(key="lines", title="Rulings for each line", sentences=() if chart else ("Nothing was ruled on.",),
                          parts=((chart, table),) if chart else ())  # fmt: skip


def _deciders(found: Figures) -> rows.FigureRow:
    parts: Parts = ()
    if found.deciders:
        parts = (
            (None, _table("By who decided", "kind of decider", found.deciders)),
            (None, _table("By what the ruling rests on", "it rests on", found.bases, BASES)),
        )
    notes = ["Taken back: undone by a mod, or ended by an appeal. Where a mod ruled anew after undoing, the later ruling counts."]
    if found.mods:
        parts = (*parts, (None, _table("By mod, up to the end of last week", "mod", found.mods)))
        notes.append(f"Mods with fewer than {FEW} rulings are not listed, and the list changes once a week, so that no single ruling "
                     "can be told to be somebody’s.")  # fmt: skip
    return rows.FigureRow(key="deciders", title="Who decided", parts=parts, notes=tuple(notes))


def _times(found: Figures) -> rows.FigureRow:
    times = found.times
    if not times.cases:
        return rows.FigureRow(key="times", title="Time to a ruling", sentences=("No case waited for a mod.",))
    counted = [(f"within {words}", count, count, f"{count:,} of {times.cases:,}") for words, count in times.within.items()]
    about = "How many cases were ruled on within an hour, a day, three days, a week."
    chart = chart_rows.bars(Frame("by-time", "Time to a ruling", about), counted, of=times.cases)
    lines = (
        *((f"within {words}", (f"{count:,}", figure_words.percent(count / times.cases))) for words, count in times.within.items()),
        ("all cases", (f"{times.cases:,}", "")),
        ("half took at most", (figure_words.lasting(times.median), "")),
        ("nine of ten took at most", (figure_words.lasting(times.ninth), "")),
    )
    table = rows.TableRow(caption="From the opening of a case to its ruling", heads=("time", "cases", "share"), lines=lines)
    return rows.FigureRow(key="times", title="Time to a ruling", parts=((chart, table),))


def _shares(key: str, title: str, shares: Mapping[str, Share], caption: str) -> Parts:
    placed = [
        (name, share.part, *share.interval, figure_words.percent(share.part), False)
        for name, share in shares.items() if share.part is not None
    ]  # fmt: skip
    frame = Frame(key, title, "Shares with their likely range.", "The line shows where the share lies with 95 % certainty.")
    chart = chart_rows.shares(frame, placed)
    lines = tuple((name, figure_words.of(share)) for name, share in shares.items())
    return ((chart, rows.TableRow(caption=caption, heads=("what", "share", "likely between", "count"), lines=lines)),)


def _agreement(found: Figures) -> rows.FigureRow:
    everything = found.all
    kept = Share(everything.refused, everything.granted + everything.refused)
    shares = {
        "Second opinions the ruling agreed with": found.seconds,
        "Appeals that left the ruling as it was": kept,
        "Flagged by members, and acted upon": found.flagged,
        "Pointed at by software, and acted upon": found.pointed,
    }
    parts = _shares("by-agreement", "Agreement", shares, "How often people agree")
    note = f"Shares of fewer than {FEW} are not told, since they would be about somebody."
    return rows.FigureRow(key="agreement", title="Agreement", parts=parts, notes=(note,))


def _limits(found: Figures) -> rows.FigureRow:
    limits = found.suspensions
    rate = figure_words.per_hundred
    lines = [
        ("removals", (f"{found.all.removed:,}", rate(found.per_hundred(found.all.removed)))),
        ("rulings that cut words", (f"{found.all.cut:,}", rate(found.per_hundred(found.all.cut)))),
        ("suspensions", (_few(limits.all), rate(found.per_hundred(limits.all)))),
    ]
    if limits.all >= FEW:
        lines += [(f"of them {name}", (_few(count), "")) for name, count in limits.terms.items()]
        lines.append(("of them ended early", (_few(limits.lifted), "")))
    table = rows.TableRow(caption="Removals and suspensions", heads=("what", "count", "for each 100 members"),
                          lines=tuple(lines), is_named=True)  # fmt: skip
    told = [(name, count, count, f"{count:,}") for name, count in limits.terms.items() if count is not None]
    about = "How many suspensions last how long; those too few to tell are left out."
    chart = chart_rows.bars(Frame("by-term", "Suspensions by term", about), told) if limits.all >= FEW else None
    note = (f"Counts below {FEW} of suspensions are not told, nor is one more of them where it could be reckoned from the sum. Rates "
            f"need {LEAST_ACTIVE} members who posted.")  # fmt: skip
    return rows.FigureRow(key="limits", title="Removals and suspensions", parts=((chart, table),), notes=(note,))


def _few(count: int | None) -> str:
    return figure_words.FEW if count is None or 0 < count < FEW else f"{count:,}"


def _citing(found: Figures) -> rows.FigureRow:
    citing = found.citing
    shares = {
        "As they were posted": citing.written,
        "As they read now, after cuts": citing.standing,
        "Before a discussion’s first cut": citing.before,
        "After a discussion’s first cut": citing.after,
    }
    title = "Replies that cite what they answer"
    notes = (
        "The day of a discussion’s first cut counts neither as before nor as after.",
        "As replies read now, a citation counts while some of its words stand.",
    )
    parts = _shares("by-citing", title, shares, "Replies that cite the comment they answer")
    return rows.FigureRow(key="citing", title=title, parts=parts, notes=notes)
