"""The statement of reasons that everybody gets to whom something was done: what Art. 17 of the Digital Services Act (EU
2022/2065) asks for, and by Art. 20 how to object. Made from the ruling each time, so that it never holds cut words anywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from parley.base.saying import counted, day, inside, later, moment, say
from parley.ledger.wording import called, of_kind
from parley.moderation import lines, penalties
from parley.moderation.actions import actions
from parley.moderation.items import Item, name_of, seed_of, text_of
from parley.moderation.models import Basis, Ruling, Sort, Ticket
from parley.texts import services as texts
from parley.texts.references import spoken
from parley.texts.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """For its author only: `words` are those that were cut."""

    subject: str
    """“comment 1.2 on “A headline””."""
    action: str
    """Name of the action."""
    done: str
    """What was done, as in the log."""
    words: tuple[str, ...]
    line_number: int
    line: str
    kind: str
    """Of the clause; empty where people keep the line."""
    basis: str
    decider: str
    """A kind of decider, never a name."""
    detected: str
    """Who or what pointed at it, and whether software took part in the decision (Art. 17(3)(c))."""
    note: str
    evidence: str
    ticket: str
    """A sentence; empty without one."""
    suspension: str
    """The same."""
    is_involved: bool
    appeal_until: datetime | None
    where: str
    """How far the decision reaches (Art. 17(3)(a))."""


def statement_of(ruling: Ruling) -> Statement:
    """Of a ruling that comes with its entry, comment, seed, suspension, ticket; more queries where words were cut."""
    item = ruling.comment or ruling.seed
    because, body = ruling.entry.because, ruling.entry.body
    ticket: Ticket | None = getattr(ruling, "ticket", None)
    return Statement(
        subject=called(ruling.entry.subject),
        action=ruling.action,
        done=say(actions()[ruling.action].done),
        words=_words_cut(ruling, item),
        line_number=because["number"],
        line=because["text"],
        kind=because.get("kind", ""),
        basis=say(Basis(ruling.basis).label),
        decider=ruling.entry.decider,
        detected=detected(is_pointed=ruling.is_pointed, is_flagged=ruling.is_flagged),
        note=body.get("note", ""),
        evidence=ruling.evidence,
        ticket=_ticket(ticket.sort, ticket.points, ticket.falls_at) if ticket else "",
        suspension=suspended(ruling) if ruling.suspension_id else "",
        is_involved=ruling.is_involved,
        appeal_until=ruling.appeal_until,
        where=say(
            "It reaches as far as {group} is read, without limit of place or time while it stands.", group=seed_of(item).group.title
        ),
    )


def preview(
    item: Item,
    *,
    action: str,
    line: int,
    clause: str,
    spans: Sequence[Span],
    ticket: str,
    basis: Basis,
    decider: str,
    is_pointed: bool,
    is_flagged: bool,
) -> Statement:
    """What the author would read, before anything is decided. Raises what naming a line raises."""
    named = lines.named(item, line, clause)
    because, scale, now = lines.because(item, named, clause), penalties.scale_of(seed_of(item).group), timezone.now()
    text = text_of(item)
    source = texts.sealed_source(text) if text else ""
    falls_at = now + timedelta(days=scale.falls_after)
    return Statement(
        subject=called(name_of(item)),
        action=action,
        done=say(actions()[action].done) if action in actions() else "",
        words=tuple(source[start:end] for start, end in spans) if action == "redact" else (),
        line_number=line,
        line=named.text,
        kind=because["kind"],
        basis=say(basis.label),
        decider=decider,
        detected=detected(is_pointed=is_pointed, is_flagged=is_flagged),
        note="",
        evidence="",
        ticket=_ticket(ticket, penalties.points_for(scale, ticket), falls_at) if ticket in Sort.values else "",
        suspension="",
        is_involved=False,
        appeal_until=now + timedelta(days=scale.appeal_days),
        where="",
    )


def sentences(said: Statement) -> tuple[str, ...]:
    """Every field in a sentence of its own, for mails and previews."""
    found = (
        f"{said.done}: {said.subject}.",
        say("The words: {words}", words=_ended(quoted(said.words))) if said.words else "",
        say("Rule {number}: “{line}” ({basis}).", number=said.line_number, line=said.line, basis=said.basis),
        say("Decided by {decider}. {how}", decider=of_kind(said.decider), how=said.detected),
        say("Nobody who could decide was free of a part in it, so the entry is marked involved.") if said.is_involved else "",
        say("Evidence: {evidence}", evidence=said.evidence) if said.evidence else "",
        say("Note: {note}", note=said.note) if said.note else "",
        said.ticket,
        said.suspension,
        said.where,
        redress(said),
    )
    return tuple(each for each in found if each)


def redress(said: Statement) -> str:
    """How to object, which Art. 17(3)(f) asks for; empty where nothing was done."""
    if said.appeal_until is None:
        return ""
    return say(
        "You can appeal until {until}; somebody who had no part in this decides. You can also ask the mods a question there. Beyond "
        "that a court, or a certified body for out-of-court settlement, is open to you.", until=day(said.appeal_until, long=True),
    )  # fmt: skip


def quoted(words: Sequence[str]) -> str:
    return say(", ").join(say("“{words}”", words=spoken(each)) for each in words)


def _ended(quoted: str) -> str:
    """With a full stop, where the last of the words do not end a sentence themselves."""
    return quoted if quoted[-2:-1] in ".!?…" else f"{quoted}."


def _words_cut(ruling: Ruling, item: Item) -> tuple[str, ...]:
    text = text_of(item)
    return texts.words_cut_by(text, ruling.entry) if text and ruling.action == "redact" else ()


def detected(*, is_pointed: bool, is_flagged: bool) -> str:
    """Who or what pointed at it, and who decided."""
    found = {
        (True, True): later("Software pointed at it, and it was flagged."),
        (True, False): later("Software pointed at it."),
        (False, True): later("It was flagged."),
        (False, False): later("A mod found it."),
    }[is_pointed, is_flagged]
    return say("{found} A person decided; software decides nothing here.", found=say(found))


def _ticket(sort: str, points: int, falls_at: datetime) -> str:
    if sort == Sort.WARNING:
        return say("This is a warning. It costs no points.")
    return counted(
        "Ticket: {sort}, {count} point, until {day}.", "Ticket: {sort}, {count} points, until {day}.", points,
        sort=inside(say(Sort(sort).label)), day=day(falls_at, long=True),
    )  # fmt: skip


def suspended(ruling: Ruling) -> str:
    """From where, and until when."""
    found = ruling.suspension
    if found is None:
        return ""
    where = say("this discussion" if found.seed_key else "this group" if found.group_id else "this site")
    if found.ends_at is None:
        said = say("You are suspended from {where} until you agree to the text on your record.", where=where)
    elif found.is_automatic:
        until = moment(found.ends_at, long=True)
        said = say("You are suspended from {where} until {until} UTC, as your points reached the limit.", where=where, until=until)
    else:
        said = say("You are suspended from {where} until {until} UTC.", where=where, until=moment(found.ends_at, long=True))
    return f"{said} {say('You can read on, appeal, and ask.')}"
