"""What a notice says, in the page and by mail: read anew each time, so that what was cut since is cut here too."""

from dataclasses import dataclass

from django.conf import settings

from parley.inbox.models import Notice, What
from parley.moderation.items import item_of, name_of
from parley.moderation.statements import sentences, statement_of
from parley.texts import services as texts

MOST_EXCERPT = 200


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    """One sentence."""
    lines: tuple[str, ...]
    url: str
    """Where to read on; a path."""

    def as_mail(self, name: str) -> str:
        """Plain text, with whole addresses."""
        body = "\n\n".join(self.lines)
        return f"Hello {name},\n\n{body}\n\n{settings.ADDRESS}{self.url}\n"


def words_of(notice: Notice) -> Words:
    """The notice comes with what it is about (`queries.with_matter`). Some more queries for a ruling."""
    return SAYING[What(notice.what)](notice)


def _ruling(notice: Notice) -> Words:
    ruling = notice.ruling
    assert ruling is not None  # noqa: S101 -- what the notice is about
    said = statement_of(ruling)
    if ruling.undone_by_id is not None:
        return Words(f"Undone since: {said.done.lower()}, {said.subject}", ("What it took is back, to the letter.",), ruling.url)
    if ruling.action == "no-breach":
        return Words(
            f"A mod has looked at your comment: {said.subject} is posted now.",
            ("Nothing was found against it.",),
            ruling.url,
        )
    return Words(f"{said.done}: {said.subject}", sentences(said), ruling.url)


def _undone(notice: Notice) -> Words:
    assert notice.ruling is not None  # noqa: S101
    subject = notice.ruling.entry.subject
    return Words(
        f"A ruling on {subject} was undone",
        ("What it took is back, to the letter; its points no longer count.",),
        notice.ruling.url,
    )


def _flag(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    subject = name_of(item_of(notice.flag.case))
    answer = (
        "A mod agreed that it breaks a rule."
        if notice.flag.is_right
        else "A mod looked at it and found no breach. Thank you for flagging it."
    )
    return Words(f"Your flag on {subject} was answered", (answer,), item_of(notice.flag.case).url)


def _held(notice: Notice) -> Words:
    assert notice.held is not None  # noqa: S101
    line = (
        "The house rules ask a mod to look at it before others see it. You are told when that is done; until then only you and the "
        "mods see it."
    )
    return Words(f"Your comment on “{notice.held.seed.headline[:120]}” waits for a mod", (line,), notice.held.url)


def _hidden(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    subject = name_of(item_of(notice.flag.case))
    line = "The seeder finds it off topic and has hidden it until a mod has ruled. A mod looks at it next; you need not do anything."
    return Words(f"Hidden for now: {subject}", (line,), item_of(notice.flag.case).url)


def _message(notice: Notice) -> Words:
    assert notice.message is not None  # noqa: S101
    assert notice.ruling is not None  # noqa: S101
    who = "The mods" if notice.message.is_from_mods else notice.message.author.username
    plain = texts.shown(notice.message.text).plain
    excerpt = plain if len(plain) <= MOST_EXCERPT else f"{plain[:MOST_EXCERPT].rstrip()}…"
    return Words(
        f"{who} wrote about the ruling on {notice.ruling.entry.subject}", (excerpt,), f"{notice.ruling.url}#talk"
    )


def _appeal_made(notice: Notice) -> Words:
    assert notice.appeal is not None  # noqa: S101
    subject = notice.appeal.ruling.entry.subject
    line = "Somebody with no part in the ruling decides. You are told how."
    return Words(f"Your ruling on {subject} is appealed", (line,), notice.appeal.ruling.url)


def _appeal_decided(notice: Notice) -> Words:
    appeal = notice.appeal
    assert appeal is not None  # noqa: S101
    is_mine = notice.person_id == appeal.ruling.person_id
    outcome = "granted" if appeal.is_granted else "refused"
    done = "What the ruling took is back, to the letter." if appeal.is_granted else "The ruling stands."
    whose = "Your appeal" if is_mine else "The appeal against your ruling"
    return Words(
        f"{whose} on {appeal.ruling.entry.subject} was {outcome}", (done, f"Why: {appeal.reasons}"), appeal.ruling.url
    )


def _handed(notice: Notice) -> Words:
    assert notice.case is not None  # noqa: S101
    return Words("A case was handed to you", (f"It is about {name_of(item_of(notice.case))}.",), notice.case.url)


SAYING = {
    What.RULING: _ruling,
    What.RULING_UNDONE: _undone,
    What.FLAG_ANSWERED: _flag,
    What.HELD: _held,
    What.HIDDEN: _hidden,
    What.MESSAGE: _message,
    What.APPEAL_MADE: _appeal_made,
    What.APPEAL_DECIDED: _appeal_decided,
    What.CASE_HANDED: _handed,
}
