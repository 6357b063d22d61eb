"""Cases as rows."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import capfirst
from markupsafe import Markup

from parley.base.retelling import retold
from parley.base.saying import counted, inside, meant, month, say
from parley.base.shortening import shortened
from parley.deciding import weighing
from parley.ledger import wording
from parley.moderation import case_queries, items, lines, penalties, record_queries, recusal, statements
from parley.moderation import queries as moderation
from parley.moderation.actions import Span, actions
from parley.moderation.flagging import words_as_read
from parley.moderation.queries import Sealed
from parley.moderation.services import decider_of, ways_on
from parley.texts import services as texts
from parley.texts.references import spoken
from parley.web import rows
from parley.web.pages import cut_rows
from parley.web.pages.case_sent import Decided
from parley.web.pages.seed_rows import how
from parley.web.pages.thread_rows import Reading, citation_row

if TYPE_CHECKING:
    from houserules import Verdict
    from parley.groups.models import Group
    from parley.moderation.items import Item
    from parley.moderation.models import Case, Flag, Pointing, Ruling, Step
    from parley.people.models import Person

MOST_EXCERPT = 160
TICKETS = {"": "No ticket", "warning": "Warning", "taunting": "Taunting", "skirting": "Skirting", "breach": "Breach"}
SCOPES = {"": "No suspension", "seed": "From this discussion", "group": "From the group", "site": "From the site"}
GROUNDS = {
    "same-standing": "the same, still standing",
    "already-cut": "ruled on by this rule",
    "different": "something else",
}
STEPS = {
    "opened": "{who} opened it", "flagged": "{who} flagged it", "pointed": "{who} pointed at it",
    "sent-up": "{who} sent it to the site’s mods", "claimed": "{who} took it", "let-go": "{who} let it go",
    "handed": "{who} handed it on", "asked-second": "{who} asked for a second opinion",
    "seconded": "{who} agreed that it breaks a rule", "doubted": "{who} saw no breach", "noted": "{who} left a note",
    "hidden": "{who} hid it as the seeder", "shown": "{who} showed it again", "taken-back": "{who} took it back",
    "ruled": "{who} ruled", "undone": "{who} undid the ruling", "appealed": "{who} appealed", "decided": "{who} decided the appeal",
}  # fmt: skip
"""By `Happened`: what somebody did."""
BY_ITSELF = {
    "opened": "it was opened", "pointed": "it was pointed at by software", "sent-up": "it went to the site’s mods",
    "undone": "the ruling was undone",
}  # fmt: skip
"""What nobody did."""


def excerpt(item: "Item") -> str:
    """What everybody sees of it; of a held comment, which a mod sees, its words."""
    text = items.text_of(item)
    if text is None:
        return items.seed_of(item).headline
    return shortened(" ".join(texts.shown(text).plain.split()), MOST_EXCERPT)


def author_of(item: "Item") -> "Person":
    return items.seed_of(item).seeder if items.author_id(item) == items.seed_of(item).seeder_id else item.author  # type: ignore[union-attr]


def queued(
    cases: "Sequence[Case]", viewer: "Person", link: Callable[[str], str] = lambda url: url
) -> list[rows.QueuedRow]:
    """Two more queries for all of them. `link` makes of a case's address one that knows the queue."""
    named = case_queries.lines_named_in(cases)
    return [_queued(case, sorted(named.get(case.pk, ())), viewer, link(case.url)) for case in cases]


def _queued(case: "Case", numbers: Sequence[int], viewer: "Person", url: str) -> rows.QueuedRow:
    item = items.item_of(case)
    what = wording.called(items.name_of(item))
    texts_of = {line.number: line.text for line in lines.lines_of(item)}
    return rows.QueuedRow(
        url=url,
        what=say("Appeal about {item}", item=what) if case.contests_id else capfirst(what),
        author=author_of(item).name,
        excerpt=excerpt(item),
        state=_state(case, viewer),
        opened_at=case.opened_at,
        about=tuple(say("Rule {number}: {line}", number=number, line=texts_of.get(number, "")[:80]) for number in numbers),
    )


def _state(case: "Case", viewer: "Person") -> str:
    if case.claimed_by and case.claimed_until and case.claimed_until > timezone.now():
        return meant("a case", "yours") if case.claimed_by_id == viewer.pk else say("{who} has it", who=case.claimed_by.name)
    if case.handed_to:
        return say("handed to you") if case.handed_to_id == viewer.pk else say("handed to {who}", who=case.handed_to.name)
    if case.wants_second:
        return say("{who} asks for a second opinion", who=case.wants_second.name)
    return say("sent up: nobody of the group is free to rule") if case.is_sent_up else ""


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
    case: "Case",
    viewer: "Person",
    sent: Decided,
    *,
    action: str,
    cancel_url: str = "",
    why: str = "",
    errors: tuple[str, ...] = (),
    is_open: bool = True,
) -> rows.CaseRow:
    """All of a case, also of one that its ruling opens. `is_open`: the viewer decides it now. `action`: where the form goes."""
    item = items.item_of(case)
    pointings, flags = case_queries.pointings_of(case), case_queries.flags_of(case)
    named = [each.line_number for each in pointings] + [each.line_number for each in flags]
    line = sent.line if sent.line in {each.number for each in lines.lines_of(item)} else (named[0] if named else 0)
    sealed, verdict = moderation.sealed_for(viewer, item), weighing.verdict_on(item)
    marks = _marks(sent, pointings, flags, sealed.revision, [(word.start, word.end) for word in sealed.words])
    decide = None
    if is_open:
        reads = _reads(case, viewer, sent, line, cut_rows.joined(marks, sealed.source), verdict, pointings, flags)
        decide = _decide(case, viewer, sent, line, verdict, sealed, errors, named, reads)
    author = author_of(item)
    nearby, before = (weighing.nearby(item, line), weighing.precedents(item, line)) if line else ([], [])
    beside = {each.comment.pk for each in nearby}
    return rows.CaseRow(
        number=case.pk or 0,
        url=action,
        cancel_url=cancel_url,
        title=capfirst(wording.called(items.name_of(item))),
        author=author.name,
        author_url=author.url,
        words=tuple(cut_rows.words(sealed, set(marks))),
        place=place_row(item),
        pointed=tuple(_pointed(item, pointings, flags)),
        nearby=tuple(map(_neighbour, nearby)),
        before=tuple(_precedent(each) for each in before if each.ruling.comment_id not in beside),
        record=tuple(_record(author, case.group)),
        mass_url=f"{item.url}/all" if items.as_comment(item) and is_open else None,
        steps=steps_of([case]),
        until=case.claimed_until,
        decide=decide,
        why=why,
        ruling_url=case_queries.ruling_url_of(case),
        flagged=() if case.is_open else tuple(each.person.name for each in flags),
    )


def place_row(item: "Item") -> rows.PlaceRow:
    """What stands around it: the comment it answers, what it quotes, and how many quote it."""
    comment, parent = items.as_comment(item), getattr(item, "parent", None)
    citations = list(comment.citations.all()) if comment else []
    return rows.PlaceRow(
        item_url=item.url,
        parent=texts.shown(parent.text).html if parent else None,
        is_parent_cited=parent is not None and any(each.cited_id == parent.pk for each in citations),
        parent_by=say("{who}, comment {number}", who=parent.author.name, number=parent.number) if parent else "",
        citations=tuple(citation_row(each, Reading(viewer=None)) for each in citations),
        cited_by=comment.cited_in.count() if comment else 0,
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
    sealed: Sealed,
    errors: tuple[str, ...],
    named: Sequence[int],
    reads: tuple[str, ...],
) -> rows.DecideRow:
    item, group = items.item_of(case), case.group
    scale, author = penalties.scale_of(group), author_of(item)
    what = _what(item, sent)
    points = penalties.points_of(author, group, now=timezone.now())
    numbered = [
        rows.ChoiceRow(
            value=str(each.number), label=f"{each.number}. {each.text}", hint=how(each), is_chosen=each.number == line
        )
        for each in lines.lines_of(item)
    ]
    return rows.DecideRow(
        version=str(case.version) if case.pk else "",
        revision=str(sealed.revision),
        errors=errors,
        points=say("{who} has {points} of {limit}", who=author.name, points=points, limit=scale.limit),
        actions=tuple(
            rows.ChoiceRow(value=each.name, label=say(each.title), is_chosen=each.name == what) for each in _in_order(item)
        ),
        lines=tuple(each for each in numbered if not named or int(each.value) in {*named, line}),
        other_lines=tuple(each for each in numbered if named and int(each.value) not in {*named, line}),
        tickets=tuple(
            rows.ChoiceRow(value=value, label=say(label), is_chosen=value == sent.ticket, hint=costs(scale, value))
            for value, label in TICKETS.items()
        ),
        scopes=tuple(
            rows.ChoiceRow(value=value, label=say(label), is_chosen=value == sent.scope)
            for value, label in SCOPES.items()
            if value != "site" or viewer.is_site_mod
        ),
        mods=tuple(
            rows.ChoiceRow(value=each.username, label=each.name)
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
        reads=reads,
    )


def _in_order(item: "Item") -> list:  # type: ignore[type-arg]
    order = ("no-breach", "redact", "remove", "unlist")
    return sorted(ways_on(item), key=lambda each: order.index(each.name) if each.name in order else len(order))


def costs(scale: object, ticket: str) -> str:
    points = penalties.points_for(scale, ticket) if ticket else 0  # type: ignore[arg-type]
    return counted("{count} point", "{count} points", points) if points else ""


def _weighed(item: "Item", verdict: "Verdict", line: int) -> str:
    """The wrong-rule check in a sentence, and what the ruling would be marked as."""
    if not line:
        return ""
    found = weighing.weigh(item, verdict, line)
    if found.is_met is False and found.others:
        other = found.others[0]
        return say(
            "What rule {line} asks about is not found here. Rule {other} is: {note}",
            line=line, other=other.line_number, note=other.note,
        )  # fmt: skip
    if found.is_met is False:
        return say("What rule {line} asks about is not found here. A ruling by it would be marked as discretion.", line=line)
    basis = say(found.basis.label)
    if found.is_met:
        return say("The software finds what it asks about. This would be marked: {basis}.", basis=basis)
    return say("This would be marked: {basis}.", basis=basis)


def _what(item: "Item", sent: Decided) -> str:
    """The action that is chosen, or offered first."""
    return sent.what or ("redact" if any(each.name == "redact" for each in ways_on(item)) else "remove")


def _reads(
    case: "Case",
    viewer: "Person",
    sent: Decided,
    line: int,
    marks: Sequence[Span],
    verdict: "Verdict",
    pointings: "Sequence[Pointing]",
    flags: "Sequence[Flag]",
) -> tuple[str, ...]:
    """What the author would read."""
    item = items.item_of(case)
    what = _what(item, sent)
    if not line or what not in actions() or not actions()[what].is_breach:
        return (say("Nothing is done to the author. Whoever flagged it is told."),) if line else ()
    said = statements.preview(
        item,
        action=what,
        line=line,
        clause="",
        spans=marks,
        ticket=sent.ticket,
        basis=weighing.weigh(item, verdict, line).basis,
        decider=decider_of(viewer, case.group),
        is_pointed=any(each.line_number == line for each in pointings),
        is_flagged=bool(flags),
    )
    return statements.sentences(said)


def _pointed(item: "Item", pointings: "Iterable[Pointing]", flags: "Iterable[Flag]") -> Iterable[rows.PointedRow]:
    """Software by its confidence; flags by their lines and notes, never how many or whose."""
    text, source = {line.number: line.text for line in lines.lines_of(item)}, items.text_of(item)
    words = texts.sealed_source(source) if source else ""
    for each in pointings:
        marked = (
            tuple(spoken(words[start:end]) for start, end in each.spans)
            if source and source.current_id == each.revision_id
            else ()
        )
        yield rows.PointedRow(
            line_number=each.line_number,
            line=text.get(each.line_number, ""),
            marked=marked,
            percent=round(each.confidence * 100),
        )
    earlier = words_as_read(list(flags), item)
    for number in sorted({each.line_number for each in flags}):
        of_line = [each for each in flags if each.line_number == number]
        notes = sorted({each.note for each in of_line if each.note})
        changed = [earlier[each.pk] for each in of_line if each.pk in earlier]
        yield rows.PointedRow(
            line_number=number,
            line=text.get(number, ""),
            marked=tuple(sorted({words for each in changed for words in each})),
            note=" · ".join(notes),
            history_url=f"{item.url}/history" if changed else "",
        )


def _neighbour(found: weighing.Neighbour) -> rows.BesideRow:
    return rows.BesideRow(
        label=say("Comment {number}, {who}", number=found.comment.number, who=found.comment.author.name),
        url=found.comment.url,
        excerpt=excerpt(found.comment),
        outcome=say(GROUNDS[found.ground]),
        note=retold(found.finding.note) if found.finding and found.ground != weighing.Ground.ALREADY_CUT else "",
    )


def _precedent(found: weighing.Precedent) -> rows.BesideRow:
    ruling = found.ruling
    assert ruling.comment is not None  # noqa: S101 -- precedents are on comments
    outcome = (inside(say(actions()[ruling.action].done)), _since(ruling))
    alike = say("same rule") if found.is_same_line else say("alike")
    return rows.BesideRow(
        label=capfirst(wording.called(ruling.entry.subject)),
        url=ruling.entry.address_of_entry,
        excerpt=excerpt(ruling.comment),
        outcome=f"{say(', ').join(filter(None, outcome))} · {alike}",
    )


def _since(ruling: "Ruling") -> str:
    appeal = getattr(ruling, "appeal", None)
    if appeal and appeal.decided_at:
        return say("overturned on appeal") if appeal.is_granted else say("stood on appeal")
    return say("undone since") if ruling.undone_by_id else ""


def _record(author: "Person", group: "Group") -> Iterable[str]:
    found = record_queries.record_of(author, group)
    yield say("Here since {month}", month=month(author.date_joined))
    yield counted("{count} comment", "{count} comments", found.comments)
    if found.breaches:
        yield counted("{count} ruling stands", "{count} rulings stand", found.breaches)
    else:
        yield say("no ruling stands")
    if found.overturned:
        yield counted("{count} undone", "{count} undone", found.overturned)
    yield say("{points} of {limit} points", points=found.points, limit=found.limit)
    if found.is_suspended:
        yield say("suspended now")


def steps_of(cases: "Sequence[Case]") -> tuple[rows.StepRow, ...]:
    """What mods did in these cases, one after the other; before the ruling neither that it was flagged nor by whom."""
    return tuple(
        rows.StepRow(says=_step(each), note=each.note, at=each.at)
        for case in cases
        for each in case_queries.steps_of(case)
        if not (case.is_open and each.what == "flagged")
    )


def _step(step: "Step") -> Markup:
    if step.actor is None:
        return Markup("{}").format(say(BY_ITSELF[step.what]))
    said = Markup("{}").format(say(STEPS[step.what]))
    return said.format(who=Markup("<bdi>{}</bdi>").format(step.actor.name))
