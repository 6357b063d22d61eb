"""Public figures as sections of a page: sentences, charts, and tables."""

from collections.abc import Mapping

from parley.base.saying import number, say
from parley.stats.figures import FEW, LEAST_ACTIVE, Figures, Share, Tally
from parley.web import rows
from parley.web.pages import chart_rows, figure_words
from parley.web.pages.chart_rows import Frame
from parley.web.pages.figure_evenness import even_section
from parley.web.pages.figure_words import COUNTS, counts

Parts = tuple[tuple[rows.ChartRow | None, rows.TableRow], ...]
NO_LINE = "(a line without words)"
BASES = {"fired": "a clause that software found", "judged": "a person’s judgement of the line", "discretion": "discretion"}
DECIDERS = {"group mod": "group mod", "group owner": "group owner", "site mod": "site mod", "admin": "admin"}
WITHIN = {"an hour": "within an hour", "a day": "within a day", "three days": "within three days", "a week": "within a week"}
TERMS = {
    "up to a day": "up to a day", "up to a week": "up to a week", "up to 30 days": "up to 30 days", "longer": "longer",
    "until they agree to a text": "until they agree to a text",
}  # fmt: skip
OF_THEM = {
    "up to a day": "of them up to a day", "up to a week": "of them up to a week", "up to 30 days": "of them up to 30 days",
    "longer": "of them longer", "until they agree to a text": "of them until they agree to a text",
}  # fmt: skip
"""What is counted, by the words of `stats`."""
FILLED = "Each bar is all rulings of the line; its filled part led to action."


def sections(found: Figures) -> list[rows.FigureRow]:
    """In the order in which they are read; empty where nothing was ruled on and nobody posted."""
    if not found.all.ruled and not found.active:
        return []
    return [_glance(found), _lines(found), _deciders(found), _times(found), _agreement(found), _limits(found), _citing(found),
            even_section(found.evenness)]  # fmt: skip


def _table(caption: str, head: str, tallies: Mapping[str, Tally], names: Mapping[str, str] | None = None) -> rows.TableRow:
    def named(name: str) -> str:
        return say(names[name]) if names and name in names else name or say(NO_LINE)

    lines = tuple((named(name), counts(tally)) for name, tally in tallies.items())
    return rows.TableRow(caption=caption, heads=(head, *map(say, COUNTS)), lines=lines)


def _glance(found: Figures) -> rows.FigureRow:
    everything = found.all
    decided = Share(everything.granted, everything.granted + everything.refused)
    lines = (
        (say("Members who posted"), (number(found.active),)),
        (say("Rulings"), (number(everything.ruled),)),
        (say("Removals for each 100 of those members"), (figure_words.per_hundred(found.per_hundred(everything.removed)),)),
        (say("Suspensions for each 100 of those members"), (figure_words.per_hundred(found.per_hundred(found.suspensions.all)),)),
        (say("Half of the cases were ruled on within"), (figure_words.lasting(found.times.median),)),
        (say("Appeals granted, of those decided"), (figure_words.percent(decided.part),)),
    )
    title = say("In short")
    table = rows.TableRow(caption=title, heads=(say("what"), say("figure")), lines=lines, is_named=True)
    return rows.FigureRow(key="glance", title=title, parts=((None, table),))


def _lines(found: Figures) -> rows.FigureRow:
    counted = [
        (name or say(NO_LINE), tally.ruled, tally.acted, figure_words.part_of(tally.acted, tally.ruled))
        for name, tally in found.lines.items()
    ]
    title = say("Rulings for each line")
    about = say("The lines named most often; how many rulings, and how many of them led to action.")
    chart = chart_rows.bars(Frame("by-line", title, about, say(FILLED)), counted)
    table = _table(say("By line of the house rules, as it stood when the comment was posted"), say("line"), found.lines)
    return rows.FigureRow(key="lines", title=title, sentences=() if chart else (say("Nothing was ruled on."),),
                          parts=((chart, table),) if chart else ())  # fmt: skip


def _deciders(found: Figures) -> rows.FigureRow:
    parts: Parts = ()
    if found.deciders:
        parts = (
            (None, _table(say("By who decided"), say("kind of decider"), found.deciders, DECIDERS)),
            (None, _table(say("By what the ruling rests on"), say("it rests on"), found.bases, BASES)),
        )
    notes = [
        say("Taken back: undone by a mod, or ended by an appeal. Where a mod ruled anew after undoing, the later ruling counts.")
    ]
    if found.mods:
        parts = (*parts, (None, _table(say("By mod, up to the end of last week"), say("mod"), found.mods)))
        notes.append(say(
            "Mods with fewer than {few} rulings are not listed, and the list changes once a week, so that no single ruling can be "
            "told to be somebody’s.", few=FEW,
        ))  # fmt: skip
    return rows.FigureRow(key="deciders", title=say("Who decided"), parts=parts, notes=tuple(notes))


def _times(found: Figures) -> rows.FigureRow:
    times, title = found.times, say("Time to a ruling")
    if not times.cases:
        return rows.FigureRow(key="times", title=title, sentences=(say("No case waited for a mod."),))
    within = [(say(WITHIN[words]), count) for words, count in times.within.items()]
    counted = [(words, count, count, figure_words.part_of(count, times.cases)) for words, count in within]
    about = say("How many cases were ruled on within an hour, a day, three days, a week.")
    chart = chart_rows.bars(Frame("by-time", title, about), counted, of=times.cases)
    lines = (
        *((words, (number(count), figure_words.percent(count / times.cases))) for words, count in within),
        (say("all cases"), (number(times.cases), "")),
        (say("half took at most"), (figure_words.lasting(times.median), "")),
        (say("nine of ten took at most"), (figure_words.lasting(times.ninth), "")),
    )
    heads = (say("time"), say("cases"), say("share"))
    table = rows.TableRow(caption=say("From the opening of a case to its ruling"), heads=heads, lines=lines)
    return rows.FigureRow(key="times", title=title, parts=((chart, table),))


def _shares(key: str, title: str, shares: Mapping[str, Share], caption: str) -> Parts:
    placed = [
        (name, share.part, *share.interval, figure_words.percent(share.part), False)
        for name, share in shares.items() if share.part is not None
    ]  # fmt: skip
    frame = Frame(key, title, say("Shares with their likely range."), say("The line shows where the share lies with 95 % certainty."))
    chart = chart_rows.shares(frame, placed)
    lines = tuple((name, figure_words.of(share)) for name, share in shares.items())
    heads = (say("what"), say("share"), say("likely between"), say("count"))
    return ((chart, rows.TableRow(caption=caption, heads=heads, lines=lines)),)


def _agreement(found: Figures) -> rows.FigureRow:
    everything = found.all
    kept = Share(everything.refused, everything.granted + everything.refused)
    shares = {
        say("Second opinions the ruling agreed with"): found.seconds,
        say("Appeals that left the ruling as it was"): kept,
        say("Flagged by members, and acted upon"): found.flagged,
        say("Pointed at by software, and acted upon"): found.pointed,
    }
    title = say("Agreement")
    parts = _shares("by-agreement", title, shares, say("How often people agree"))
    note = say("Shares of fewer than {few} are not told, since they would be about somebody.", few=FEW)
    return rows.FigureRow(key="agreement", title=title, parts=parts, notes=(note,))


def _limits(found: Figures) -> rows.FigureRow:
    limits = found.suspensions
    rate = figure_words.per_hundred
    lines = [
        (say("removals"), (number(found.all.removed), rate(found.per_hundred(found.all.removed)))),
        (say("rulings that cut words"), (number(found.all.cut), rate(found.per_hundred(found.all.cut)))),
        (say("suspensions"), (_few(limits.all), rate(found.per_hundred(limits.all)))),
    ]
    if limits.all >= FEW:
        lines += [(say(OF_THEM[name]), (_few(count), "")) for name, count in limits.terms.items()]
        lines.append((say("of them ended early"), (_few(limits.lifted), "")))
    title, heads = say("Removals and suspensions"), (say("what"), say("count"), say("for each 100 members"))
    table = rows.TableRow(caption=title, heads=heads, lines=tuple(lines), is_named=True)
    told = [(say(TERMS[name]), count, count, number(count)) for name, count in limits.terms.items() if count is not None]
    about = say("How many suspensions last how long; those too few to tell are left out.")
    chart = chart_rows.bars(Frame("by-term", say("Suspensions by term"), about), told) if limits.all >= FEW else None
    note = say(
        "Counts below {few} of suspensions are not told, nor is one more of them where it could be reckoned from the sum. Rates need "
        "{least} members who posted.", few=FEW, least=LEAST_ACTIVE,
    )  # fmt: skip
    return rows.FigureRow(key="limits", title=title, parts=((chart, table),), notes=(note,))


def _few(count: int | None) -> str:
    return say(figure_words.FEW) if count is None or 0 < count < FEW else number(count)


def _citing(found: Figures) -> rows.FigureRow:
    citing = found.citing
    shares = {
        say("As they were posted"): citing.written,
        say("As they read now, after cuts"): citing.standing,
        say("Before a discussion’s first cut"): citing.before,
        say("After a discussion’s first cut"): citing.after,
    }
    title = say("Replies that cite what they answer")
    notes = (
        say("The day of a discussion’s first cut counts neither as before nor as after."),
        say("As replies read now, a citation counts while some of its words stand."),
    )
    parts = _shares("by-citing", title, shares, say("Replies that cite the comment they answer"))
    return rows.FigureRow(key="citing", title=title, parts=parts, notes=notes)
