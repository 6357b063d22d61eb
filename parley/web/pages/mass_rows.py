"""Rows of acts on many comments at once."""

from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils import timezone
from django.utils.text import capfirst

from parley.appeals import policy as appealing
from parley.base.refusals import Refusal
from parley.base.saying import counted, day, moment, say
from parley.base.shortening import shortened
from parley.groups import policy as groups
from parley.ledger.wording import of_kind
from parley.moderation import lines, mass, penalties
from parley.texts import services as texts
from parley.threads import queries as threads
from parley.web import rows
from parley.web.pages import case_rows
from parley.web.pages.mass_sent import Chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.moderation.mass import Listed
    from parley.moderation.models import MassAct, Ruling
    from parley.people.models import Person
    from parley.threads.models import Comment

EXCERPT, QUOTING = 160, 20


def form_row(viewer: "Person", about: "Comment", sent: Chosen, refusal: Refusal | None) -> rows.MassFormRow:
    """With the list once a rule is chosen. What was refused keeps all that was typed and struck out."""
    found: Sequence[Listed] = ()
    group, errors = about.seed.group, (refusal.sentence,) if refusal else ()
    if sent.line:
        try:
            found = mass.listed(viewer, sent.wanted(about))
        except Refusal as wrong:
            errors = errors if wrong.sentence in errors else (*errors, wrong.sentence)
    going = [each for each in found if not each.why_not]
    quoted, quoting = threads.quoted_by_others(viewer, [each.comment.pk for each in going], about.author, limit=QUOTING)
    return rows.MassFormRow(
        action=f"{about.url}/all",
        author=about.author.name,
        group=group.title,
        reaches=tuple(
            rows.ChoiceRow(value=each.value, label=capfirst(say(each.label)), is_chosen=each == sent.reach) for each in mass.Reach
        ),
        since=sent.since,
        lines=tuple(
            rows.ChoiceRow(value=str(each.number), label=f"{each.number}. {each.text}", is_chosen=each.number == sent.line)
            for each in lines.lines_of(about)
        ),
        items=tuple(_to_go(each.comment, sent) for each in going),
        standing=tuple(_item(each.comment, why=say(mass.WHY_NOT[each.why_not])) for each in found if each.why_not),
        places=len({each.comment.seed_id for each in going}),
        quoted=quoted,
        quoting=tuple((f"{each.author.name} {each.number}", each.url) for each in quoting),
        tickets=tuple(
            rows.ChoiceRow(
                value=value, label=say(label), is_chosen=value == sent.ticket, hint=case_rows.costs(penalties.scale_of(group), value)
            )
            for value, label in case_rows.TICKETS.items()
        ),
        note=sent.note,
        evidence=sent.evidence,
        is_listed=bool(sent.line),
        errors=errors,
        cancel_url=about.url,
    )


def _to_go(comment: "Comment", sent: Chosen) -> rows.MassItemRow:
    value = f"{comment.pk}-{comment.text.current_id}"
    return _item(comment, value=value, is_chosen=sent.items is None or value in sent.items)


def _item(comment: "Comment", *, value: str = "", is_chosen: bool = False, why: str = "") -> rows.MassItemRow:
    words = texts.shown(comment.text).plain
    return rows.MassItemRow(
        number=comment.number, url=comment.url, headline=comment.seed.headline, at=comment.created_at,
        words=shortened(words, EXCERPT), value=value, is_chosen=is_chosen, why=why,
    )  # fmt: skip


def mass_row(viewer: "Person", act: "MassAct", sent: QueryDict, refusal: Refusal | None) -> rows.MassRow:
    """For mods, and for whom it concerns."""
    rulings = mass.rulings_of(act)
    first, is_concerned = rulings[0], viewer.pk == act.person_id
    standing = [each for each in rulings if each.undone_by_id is None]
    appealed = mass.keys_appealed(act)
    open_to_appeal = [
        each for each in standing
        if is_concerned and each.pk not in appealed and appealing.is_in_time(each, now=timezone.now())
    ]  # fmt: skip
    chosen, can_be_appealed = set(sent.getlist("item")), {each.pk for each in open_to_appeal}
    return rows.MassRow(
        url=act.url,
        title=counted(
            "{count} comment by {name} removed", "{count} comments by {name} removed", len(rulings), name=act.person.name
        ),
        facts=_facts(act, first, len(rulings), len(standing)),
        items=tuple(
            _done(each, viewer, is_open=each.pk in can_be_appealed, is_appealed=each.pk in appealed, chosen=chosen)
            for each in rulings
        ),
        undo_url=f"{act.url}/undo" if standing and not is_concerned and groups.may_moderate(viewer, act.group) else None,
        appeal_url=f"{act.url}/appeal" if open_to_appeal else None,
        reasons_url=first.url,
        grounds=sent.get("grounds", "")[:5_000],
        errors=(refusal.sentence,) if refusal else (),
    )


def _done(
    ruling: "Ruling", viewer: "Person", *, is_open: bool, is_appealed: bool, chosen: set[str]
) -> rows.MassItemRow:  # fmt: skip
    comment, may_read = ruling.comment, bool(groups.may_read(viewer, ruling.seed.group))
    assert comment is not None  # noqa: S101 -- mass acts are on comments
    words = ""
    if viewer.pk == ruling.person_id:  # his own words, by which he knows what he appeals for
        words = shortened(texts.for_judging(comment.text), EXCERPT)
    why = say("stands again") if ruling.undone_by_id is not None else say("appealed") if is_appealed else ""
    return rows.MassItemRow(
        number=comment.number, url=comment.url if may_read else ruling.url, headline=ruling.seed.headline, words=words,
        at=comment.created_at, why=why, value=str(ruling.pk) if is_open else "", is_chosen=str(ruling.pk) in chosen,
    )  # fmt: skip


def _facts(act: "MassAct", first: "Ruling", many: int, standing: int) -> tuple[tuple[str, str], ...]:
    because = first.entry.because
    again = say("{back} of {many} stand again", back=many - standing, many=many) if many != standing else ""
    found = (
        (say("The rule"), say("Rule {number}: “{line}”", number=because["number"], line=because["text"])),
        (say("How far"), _reach(act)),
        (say("Decided by"), of_kind(first.entry.decider)),
        (say("Note"), str(first.entry.body.get("note", ""))),
        (say("Evidence"), first.evidence),
        (say("When"), say("{at} UTC", at=moment(act.created_at, long=True))),
        (say("Since then"), again),
    )
    return tuple((name, value) for name, value in found if value)


def _reach(act: "MassAct") -> str:
    since = day(act.since, long=True) if act.since else ""
    if act.reach == mass.Reach.SEED:
        if since:
            return say("From “{headline}”, since {day}", headline=act.seed.headline, day=since)
        return say("From “{headline}”", headline=act.seed.headline)
    if since:
        return say("From all of {group}, since {day}", group=act.group.title, day=since)
    return say("From all of {group}", group=act.group.title)
