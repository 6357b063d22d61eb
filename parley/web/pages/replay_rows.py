"""A replay as rows: how far it is, what it counted beside the book in force, and whose comments change side."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from houserules import Keeping, RuleBook
from houserules.replaying import Moved, Outcome, Side, Tally, clause_names
from parley.base.saying import counted, number, say
from parley.rulebooks import services as rulebooks
from parley.threads import queries as threads
from parley.trials import queries
from parley.web import rows

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.trials.models import Replay
    from parley.web.pages.rule_places import Place

MOST = 50
"""Members and differences shown."""
SPANS = {90: "the last 90 days", 365: "the last year", 0: "all comments"}
SAYS = {
    "waiting": "Waiting for a worker. You can go on writing.",
    "running": "{done} of {total} comments. You can go on writing, or close this page.",
    "stopped": "Stopped after {done} of {total} comments.",
    "failed": "It could not go on: {why}",
}
"""By the state of a replay; one that is done says how many comments of which span."""
RUNNING = {"waiting", "running"}
NO_RULING = "Nobody ruled on any of these comments yet, so agreement is not known."
ASKED = {
    Keeping.PEOPLE: "people", Keeping.ASK: "asked", Keeping.PREVENT: "not possible", Keeping.POINT: "pointed at",
    Keeping.HOLD: "held",
}  # fmt: skip
COLUMNS = {
    Keeping.ASK: "authors asked before posting", Keeping.PREVENT: "not possible", Keeping.HOLD: "held", Keeping.POINT: "cases opened",
}  # fmt: skip


def days(post: Mapping[str, str], replay: rows.ReplayRow | None) -> tuple[rows.ChoiceRow, ...]:
    """How far back; as far as the last time."""
    chosen = post.get("days", str(replay.days) if replay else "90")
    return tuple(rows.ChoiceRow(value=str(each), label=say(label), is_chosen=chosen == str(each)) for each, label in SPANS.items())


def shown(viewer: "Person", place: "Place", book: RuleBook) -> rows.ReplayRow | None:
    """The viewer's newest replay here; `book` is the draft beside which it is shown."""
    replay = queries.newest_replay(place.book(), viewer)
    if replay is None:
        return None
    return row(viewer, replay, place.url, is_current=replay.digest == rulebooks.digest(book))


def progress(replay: "Replay") -> dict[str, object]:
    """What changes while it runs, for the page that asks every two seconds."""
    figures, is_running = _figures(replay.counted), replay.state in RUNNING
    return {"says": _says(replay), "percent": _percent(replay), "figures": figures, "is_running": is_running}


def _says(replay: "Replay") -> str:
    if replay.state == "done":
        return counted("{count} comment, {span}.", "{count} comments, {span}.", replay.done, span=say(SPANS[replay.days]))
    why = say(replay.why) if replay.why else ""
    return say(SAYS[replay.state], done=replay.done, total=replay.total, why=why)


def _percent(replay: "Replay") -> int:
    return 100 * replay.done // replay.total if replay.total else 0


def row(viewer: "Person", replay: "Replay", url: str, *, is_current: bool) -> rows.ReplayRow:
    tally, state = replay.counted, replay.state
    moved = sorted(tally.members.values(), key=lambda each: (-each.newly - each.no_longer, each.name))
    return rows.ReplayRow(
        state=state, says=_says(replay), percent=_percent(replay), figures=_figures(tally),
        members=tuple(map(_member, moved[:MOST])), more_members=max(0, len(moved) - MOST),
        differences=tuple(_differences(viewer, tally)), more_differences=max(0, tally.differing - MOST),
        days=replay.days, clauses=_by_clause(replay, tally),
        refresh_url=f"{url}/edit/replay" if state in RUNNING else None,
        can_stop=state in RUNNING, can_go_on=state in {"stopped", "failed"},
        notes=tuple(_notes(tally)), missing=tally.missing, is_earlier=not is_current,
    )  # fmt: skip


def _by_clause(replay: "Replay", tally: Tally) -> tuple[tuple[str, int], ...]:
    """In how many comments each clause of the draft found something, most first."""
    if not tally.draft.by_clause:
        return ()
    _, draft = queries.books_of(replay)
    names = clause_names(draft)
    words = {names[line.number, clause.key]: clause.words for line, clause in draft.acting}
    found = sorted(tally.draft.by_clause.items(), key=lambda each: (-each[1], each[0]))
    return tuple((words[name], count) for name, count in found if name in words)[:MOST]


def _notes(tally: Tally) -> Iterable[str]:
    if tally.judged and not tally.now.agreement.ruled:
        yield say(NO_RULING)
    if tally.failed:
        yield counted(
            "{count} comment could not be judged, and counts nowhere.",
            "{count} comments could not be judged, and count nowhere.",
            tally.failed,
        )


def _figures(tally: Tally) -> tuple[tuple[str, str, str], ...]:
    """What, in force, in the draft."""
    if not tally.judged:
        return ()
    now, draft = tally.now, tally.draft
    ways = [way for way in Keeping if now.by_keeping.get(way) or draft.by_keeping.get(way)]
    return (
        (say("comments with something to say about"), number(now.found), number(draft.found)),
        *((say(COLUMNS[way]), number(now.by_keeping.get(way, 0)), number(draft.by_keeping.get(way, 0))) for way in ways),
        (say("ruled on by people, and found"), _recall(now), _recall(draft)),
        (say("members whose comments change side"), "", number(len(tally.members))),
    )


def _recall(side: Side) -> str:
    told = side.agreement
    return say("{found} of {all}", found=told.found_breach, all=told.found_breach + told.missed_breach) if told.ruled else "–"


def _member(moved: Moved) -> tuple[str, int, int]:
    return moved.name, moved.newly, moved.no_longer


def _differences(viewer: "Person", tally: Tally) -> Iterable[tuple[str, str, str, str]]:
    """Of the first ones: address, number and author, in force, in the draft. Comments the viewer may not read are left out."""
    first = tally.differences[:MOST]
    comments = threads.by_keys(viewer, [int(each.id) for each in first])
    for each in first:
        if (comment := comments.get(int(each.id))) is not None:
            which = say("{number} by {name}", number=comment.number, name=comment.author.name)
            yield comment.url, which, _outcome(each.now), _outcome(each.draft)


def _outcome(outcome: Outcome) -> str:
    return say("nothing") if outcome.keeping is None else say(ASKED[outcome.keeping])
