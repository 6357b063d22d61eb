"""Cases as rows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.utils import timezone

from parley.deciding import weighing
from parley.moderation import items, lines, penalties, recusal, statements
from parley.moderation import queries as moderation
from parley.moderation.actions import Span, actions
from parley.moderation.queries import Sealed
from parley.moderation.services import decider_of, ways_on
from parley.texts import services as texts
from parley.web import rows
from parley.web.pages import cut_rows
from parley.web.pages.case_sent import Decided
from parley.web.pages.seed_rows import how
from parley.web.pages.thread_rows import Reading, citation_row

if TYPE_CHECKING:
    from houserules import Verdict
    from parley.groups.models import Group
    from parley.moderation.items import Item
    from parley.moderation.models import Case, Flag, Pointing
    from parley.people.models import Person

MOST_EXCERPT = 160
TICKETS = {"": "No ticket", "warning": "Warning", "taunting": "Taunting", "skirting": "Skirting", "breach": "Breach"}
SCOPES = {"": "No suspension", "seed": "From this discussion", "group": "From the group", "site": "From the site"}
GROUNDS = {
    "same-standing": "the same, still standing",
    "already-cut": "ruled on by this rule",
    "different": "something else",
}


def excerpt(item: "Item") -> str:
    """What everybody sees of it; of a held comment, which a mod sees, its words."""
    text = items.text_of(item)
    if text is None:
        return items.seed_of(item).headline
    plain = " ".join(texts.shown(text).plain.split())
    return plain if len(plain) <= MOST_EXCERPT else f"{plain[:MOST_EXCERPT].rstrip()} …"


def author_of(item: "Item") -> "Person":
    return items.seed_of(item).seeder if items.author_id(item) == items.seed_of(item).seeder_id else item.author  # type: ignore[union-attr]


def queued(cases: "Sequence[Case]", viewer: "Person") -> list[rows.QueuedRow]:
    """Two more queries for all of them."""
    named = moderation.lines_named_in(cases)
    return [_queued(case, sorted(named.get(case.pk, ())), viewer) for case in cases]


def _queued(case: "Case", numbers: Sequence[int], viewer: "Person") -> rows.QueuedRow:
    item = items.item_of(case)
    what = items.name_of(item)
    texts_of = {line.number: line.text for line in lines.lines_of(item)}
    return rows.QueuedRow(
        url=case.url,
        what=f"Appeal about {what}" if case.contests_id else what[:1].upper() + what[1:],
        author=author_of(item).username,
        excerpt=excerpt(item),
        state=_state(case, viewer),
        opened_at=case.opened_at,
        about=tuple(f"Rule {number}: {texts_of.get(number, '')[:80]}" for number in numbers),
    )


def _state(case: "Case", viewer: "Person") -> str:
    if case.claimed_by and case.claimed_until and case.claimed_until > timezone.now():
        return "yours" if case.claimed_by_id == viewer.pk else f"{case.claimed_by.username} has it"
    if case.handed_to:
        return "handed to you" if case.handed_to_id == viewer.pk else f"handed to {case.handed_to.username}"
    if case.wants_second:
        return f"{case.wants_second.username} asks for a second opinion"
    return "sent up: nobody of the group is free to rule" if case.is_sent_up else ""


def is_free_for(case: "Case", viewer: "Person") -> bool:
    """Nobody else has it, it was handed to nobody else, and the viewer has not just asked others about it."""
    is_taken = (
        case.claimed_by_id not in {None, viewer.pk} and case.claimed_until and case.claimed_until > timezone.now()
    )
    return (
        not is_taken
        and case.handed_to_id in {None, viewer.pk}
        and case.wants_second_id != viewer.pk
        and not case.contests_id
    )


def case_row(
    case: "Case", viewer: "Person", sent: Decided, *, why: str = "", errors: tuple[str, ...] = (), is_open: bool = True
) -> rows.CaseRow:
    """All of a case. `is_open`: the viewer decides it now."""
    item = items.item_of(case)
    pointings, flags = moderation.pointings_of(case), moderation.flags_of(case)
    named = [each.line_number for each in pointings] + [each.line_number for each in flags]
    line = sent.line if sent.line in {each.number for each in lines.lines_of(item)} else (named[0] if named else 0)
    sealed, verdict = moderation.sealed_for(viewer, item), weighing.verdict_on(item)
    marks = _marks(sent, pointings, flags, sealed.revision, [(word.start, word.end) for word in sealed.words])
    decide = _decide(case, viewer, sent, line, verdict, marks, sealed, errors) if is_open else None
    author, comment = author_of(item), case.comment
    parent = getattr(item, "parent", None)
    return rows.CaseRow(
        number=case.pk,
        url=case.url,
        title=items.name_of(item)[:1].upper() + items.name_of(item)[1:],
        item_url=item.url,
        author=author.username,
        author_url=author.url,
        words=tuple(cut_rows.words(sealed, set(marks))),
        parent=texts.shown(parent.text).html if parent else None,
        parent_by=f"{parent.author.username}, comment {parent.number}" if parent else "",
        citations=tuple(citation_row(each, Reading(viewer=None)) for each in comment.citations.all())
        if comment
        else (),
        cited_by=comment.cited_in.count() if comment else 0,
        pointed=tuple(_pointed(item, pointings, flags)),
        nearby=tuple(map(_neighbour, weighing.nearby(item, line))) if line else (),
        before=tuple(map(_precedent, weighing.precedents(item, line))) if line else (),
        record=tuple(_record(author, case.group)),
        steps=tuple(_steps(case)),
        until=case.claimed_until,
        decide=decide,
        why=why,
        ruling_url=moderation.ruling_url_of(case),
        flagged=() if case.is_open else tuple(each.person.username for each in flags),
        back_url=f"{case.group.url}/cases",
    )


def _marks(
    sent: Decided, pointings: "Iterable[Pointing]", flags: "Iterable[Flag]", revision: int, words: Sequence[Span]
) -> list[Span]:
    """Words that were marked in the form; before anything was sent, those that findings and flags mark in this wording."""
    if sent.is_sent:
        return list(sent.spans)
    pointed = [span for each in pointings if each.revision_id == revision for span in each.spans]
    pointed += [span for each in flags if each.revision_id == revision for span in each.spans]
    return [word for word in words if any(start < word[1] and word[0] < end for start, end in pointed)]


def _decide(
    case: "Case",
    viewer: "Person",
    sent: Decided,
    line: int,
    verdict: "Verdict",
    marks: Sequence[Span],
    sealed: Sealed,
    errors: tuple[str, ...],
) -> rows.DecideRow:
    item, group = items.item_of(case), case.group
    scale, author = penalties.scale_of(group), author_of(item)
    what = sent.what or ("redact" if any(each.name == "redact" for each in ways_on(item)) else "remove")
    points = penalties.points_of(author, group, now=timezone.now())
    return rows.DecideRow(
        version=str(case.version),
        revision=str(sealed.revision),
        errors=errors,
        points=f"{author.username} has {points} of {scale.limit}",
        actions=tuple(
            rows.ChoiceRow(value=each.name, label=each.title, is_chosen=each.name == what) for each in _in_order(item)
        ),
        lines=tuple(
            rows.ChoiceRow(
                value=str(each.number),
                label=f"{each.number}. {each.text}",
                hint=how(each),
                is_chosen=each.number == line,
            )
            for each in lines.lines_of(item)
        ),
        tickets=tuple(
            rows.ChoiceRow(value=value, label=label, is_chosen=value == sent.ticket, hint=_costs(scale, value))
            for value, label in TICKETS.items()
        ),
        scopes=tuple(
            rows.ChoiceRow(value=value, label=label, is_chosen=value == sent.scope)
            for value, label in SCOPES.items()
            if value != "site" or viewer.is_site_mod
        ),
        mods=tuple(
            rows.ChoiceRow(value=each.username, label=each.username)
            for each in recusal.free_to_rule(item, contests=case.contests)
            if each.pk != viewer.pk
        ),
        days=sent.days,
        agreement=sent.agreement,
        evidence=sent.evidence,
        note=sent.note,
        is_discretion=sent.is_discretion,
        wants_opinion=case.wants_second_id not in {None, viewer.pk},
        weighed=_weighed(item, verdict, line),
        reads=_reads(case, viewer, sent, what, line, cut_rows.joined(marks, sealed.source), verdict),
    )


def _in_order(item: "Item") -> list:  # type: ignore[type-arg]
    order = ("no-breach", "redact", "remove", "unlist")
    return sorted(ways_on(item), key=lambda each: order.index(each.name) if each.name in order else len(order))


def _costs(scale: object, ticket: str) -> str:
    points = penalties.points_for(scale, ticket) if ticket else 0  # type: ignore[arg-type]
    return f"{points} {'point' if points == 1 else 'points'}" if points else ""


def _weighed(item: "Item", verdict: "Verdict", line: int) -> str:
    """The wrong-rule check in a sentence, and what the ruling would be marked as."""
    if not line:
        return ""
    found = weighing.weigh(item, verdict, line)
    if found.is_met is False and found.others:
        other = found.others[0]
        return f"What rule {line} asks about is not found here. Rule {other.line_number} is: {other.note}"
    if found.is_met is False:
        return f"What rule {line} asks about is not found here. A ruling by it would be marked as discretion."
    met = "The software finds what it asks about. " if found.is_met else ""
    return f"{met}This would be marked: {found.basis.label}."


def _reads(
    case: "Case", viewer: "Person", sent: Decided, what: str, line: int, marks: Sequence[Span], verdict: "Verdict"
) -> tuple[str, ...]:
    """What the author would read."""
    item = items.item_of(case)
    if not line or what not in actions() or not actions()[what].is_breach:
        return ("Nothing is done to the author. Whoever flagged it is told.",) if line else ()
    said = statements.preview(
        item,
        action=what,
        line=line,
        clause="",
        spans=marks,
        ticket=sent.ticket,
        basis=weighing.weigh(item, verdict, line).basis,
        decider=decider_of(viewer, case.group),
        is_pointed=case.pointings.filter(line_number=line).exists(),
        is_flagged=case.flags.exists(),
    )
    return statements.sentences(said)


def _pointed(item: "Item", pointings: "Iterable[Pointing]", flags: "Iterable[Flag]") -> Iterable[rows.PointedRow]:
    """Software by its confidence; flags by their lines and notes, never how many or whose."""
    text, source = {line.number: line.text for line in lines.lines_of(item)}, items.text_of(item)
    words = texts.sealed_source(source) if source else ""
    for each in pointings:
        marked = (
            tuple(words[start:end] for start, end in each.spans)
            if source and source.current_id == each.revision_id
            else ()
        )
        yield rows.PointedRow(
            line_number=each.line_number,
            line=text.get(each.line_number, ""),
            marked=marked,
            by="software",
            percent=round(each.confidence * 100),
        )
    for number in sorted({each.line_number for each in flags}):
        of_line = [each for each in flags if each.line_number == number]
        notes = sorted({each.note for each in of_line if each.note})
        yield rows.PointedRow(
            line_number=number, line=text.get(number, ""), marked=(), by="flagged", note=" · ".join(notes)
        )


def _neighbour(found: weighing.Neighbour) -> rows.BesideRow:
    note = f": {found.finding.note}" if found.finding and found.ground != weighing.Ground.ALREADY_CUT else ""
    return rows.BesideRow(
        label=f"Comment {found.comment.number}, {found.comment.author.username}",
        url=found.comment.url,
        excerpt=excerpt(found.comment),
        outcome=f"{GROUNDS[found.ground]}{note}",
    )


def _precedent(found: weighing.Precedent) -> rows.BesideRow:
    ruling = found.ruling
    assert ruling.comment is not None  # noqa: S101 -- precedents are on comments
    done = actions()[ruling.action].done.lower()
    return rows.BesideRow(
        label=ruling.entry.subject.partition(" on “")[0].capitalize(),
        url=ruling.entry.address_of_entry,
        excerpt=excerpt(ruling.comment),
        outcome=f"{done}{', undone since' if ruling.undone_by_id else ''} · {'same rule' if found.is_same_line else 'alike'}",
    )


def _record(author: "Person", group: "Group") -> Iterable[str]:
    found = moderation.record_of(author, group)
    yield f"Here since {author.date_joined:%B %Y}"
    yield f"{found.comments:,} {'comment' if found.comments == 1 else 'comments'}"
    yield f"{found.breaches} {'ruling stands' if found.breaches == 1 else 'rulings stand'}" if found.breaches else "no ruling stands"
    if found.overturned:
        yield f"{found.overturned} undone"
    yield f"{found.points} of {found.limit} points"
    if found.is_suspended:
        yield "suspended now"


def _steps(case: "Case") -> Iterable[rows.StepRow]:
    """What mods did; before the ruling neither that it was flagged nor by whom."""
    for each in moderation.steps_of(case):
        if case.is_open and each.what == "flagged":
            continue
        who = each.actor.username if each.actor else ""
        yield rows.StepRow(who=who, what=each.get_what_display(), note=each.note, at=each.at)
