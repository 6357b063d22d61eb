"""What a notice says, in the page and by mail: read anew each time, so that what was cut since is cut here too."""

from parley.groups.policy import may_moderate, may_read
from parley.inbox import discussing, owning
from parley.inbox.models import Notice, What
from parley.inbox.words import Words, excerpt
from parley.moderation import mass
from parley.moderation.items import item_of, name_of, seed_of
from parley.moderation.models import Ruling
from parley.moderation.statements import Statement, sentences, statement_of
from parley.texts import services as texts
from parley.threads.impasses import other_of

NO_MOD = Words("Something happened in a group in which you do not moderate any more", ("Nothing waits for you.",), "/notices")


def words_of(notice: Notice) -> Words:
    """The notice comes with what it is about (`queries.with_matter`); nothing more is asked."""
    return SAYING[What(notice.what)](notice)


def _ruling(notice: Notice) -> Words:
    ruling = notice.ruling
    assert ruling is not None  # noqa: S101 -- what the notice is about
    said = statement_of(ruling)
    if ruling.mass_id is not None:
        return _mass(ruling, said)
    if ruling.undone_by_id is not None:
        return Words(f"Undone since: {said.done.lower()}, {said.subject}", ("What it took is back, to the letter.",), ruling.url)
    if ruling.action == "no-breach":
        return Words(
            f"A mod has looked at your comment: {said.subject} is posted now.",
            ("Nothing was found against it.",),
            ruling.url,
        )
    return Words(f"{said.done}: {said.subject}", sentences(said), ruling.url)


def _mass(ruling: Ruling, said: Statement) -> Words:
    """One notice and one statement for all of an act."""
    many, standing = mass.counted(ruling.mass_id or 0)
    if not standing:
        back = ("All of them stand again, to the letter.",)
        return Words(f"Undone since: the removal of {many:,} of your comments", back, ruling.url)
    rest = f"{standing:,} of them lie removed. The page lists them; you can appeal against each. Of the first:"
    rest = rest if standing > 1 else ""
    return Words(f"{many:,} of your comments were removed", tuple(filter(None, (rest, *sentences(said)))), f"/mass/{ruling.mass_id}")


def _undone(notice: Notice) -> Words:
    assert notice.ruling is not None  # noqa: S101
    subject = notice.ruling.entry.subject
    if notice.ruling.mass_id is not None:
        many, standing = mass.counted(notice.ruling.mass_id)
        said = f"{many - standing:,} of the {many:,} that were removed at once stand again, to the letter."
        return Words("The removal of your comments was undone", (said,), f"/mass/{notice.ruling.mass_id}")
    return Words(
        f"A ruling on {subject} was undone",
        ("What it took is back, to the letter; its points no longer count.",),
        notice.ruling.url,
    )


def _flag(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    item = item_of(notice.flag.case)
    if not may_read(notice.person, seed_of(item).group):  # nobody is told of what he may not see any more
        return Words("A flag of yours was answered", ("It was in a group that is closed to you now.",), "/record")
    subject = name_of(item)
    answer = {
        True: "A mod agreed that it breaks a rule.",
        False: "A mod looked at it and found no breach. Thank you for flagging it.",
        None: "A mod has ruled on it; that ruling was undone since.",
    }[notice.flag.is_right]
    return Words(f"Your flag on {subject} was answered", (answer,), item.url)


def _flag_anew(notice: Notice) -> Words:
    said = _flag(notice)
    assert notice.flag is not None  # noqa: S101
    if said.url == "/record":
        return said
    answer = (
        "The ruling that answered it was undone, so nothing is settled. If it still breaks a rule, you can flag it again."
        if notice.flag.is_right is None
        else "An appeal against the ruling that answered it was granted: no breach stands. Thank you for flagging it all the same."
    )
    return Words(f"{said.subject} anew", (answer,), said.url)


def _held(notice: Notice) -> Words:
    assert notice.held is not None  # noqa: S101
    if not may_read(notice.person, notice.held.seed.group):
        return Words("A comment of yours waited for a mod", ("It was in a group that is closed to you now.",), "/record")
    headline = f"“{notice.held.seed.headline[:120]}”"
    if notice.held.taken_back_at is not None:
        return Words(f"Your comment on {headline} waited for a mod", ("You took it back.",), notice.held.seed.url)
    line = (
        "A mod looks at it before others see it. You are told when that is done; until then only you and the "
        "mods see it."
    )
    return Words(f"Your comment on {headline} waits for a mod", (line,), notice.held.url)


def _hidden(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    if not may_read(notice.person, seed_of(item_of(notice.flag.case)).group):
        return Words("A comment of yours was hidden for now", ("It was in a group that is closed to you now.",), "/record")
    subject = name_of(item_of(notice.flag.case))
    line = "The seeder finds it off topic and has hidden it until a mod has ruled. A mod looks at it next; you need not do anything."
    return Words(f"Hidden for now: {subject}", (line,), item_of(notice.flag.case).url)


def _is_office_over(notice: Notice, ruling: Ruling) -> bool:
    """Who ruled is told of it while he moderates there; whom the ruling is about, always."""
    return notice.person_id != ruling.person_id and not may_moderate(notice.person, ruling.seed.group)


def _message(notice: Notice) -> Words:
    assert notice.message is not None  # noqa: S101
    assert notice.ruling is not None  # noqa: S101
    if _is_office_over(notice, notice.ruling):
        return NO_MOD
    who = "The mods" if notice.message.is_from_mods else notice.message.author.name
    plain = texts.shown(notice.message.text).plain
    return Words(
        f"{who} wrote about the ruling on {notice.ruling.entry.subject}", (excerpt(plain),), f"{notice.ruling.url}#talk"
    )


def _appeal_made(notice: Notice) -> Words:
    assert notice.appeal is not None  # noqa: S101
    if _is_office_over(notice, notice.appeal.ruling):
        return NO_MOD
    subject = notice.appeal.ruling.entry.subject
    line = "Somebody with no part in the ruling decides. You are told how."
    return Words(f"Your ruling on {subject} is appealed", (line,), notice.appeal.ruling.url)


def _appeal_decided(notice: Notice) -> Words:
    appeal = notice.appeal
    assert appeal is not None  # noqa: S101
    if _is_office_over(notice, appeal.ruling):
        return NO_MOD
    is_mine = notice.person_id == appeal.ruling.person_id
    outcome = "granted" if appeal.is_granted else "refused"
    done = "What the ruling took is back, to the letter." if appeal.is_granted else "The ruling stands."
    whose = "Your appeal" if is_mine else "The appeal against your ruling"
    return Words(
        f"{whose} on {appeal.ruling.entry.subject} was {outcome}", (done, f"Why: {appeal.reasons}"), appeal.ruling.url
    )


def _handed(notice: Notice) -> Words:
    assert notice.case is not None  # noqa: S101
    if not may_moderate(notice.person, seed_of(item_of(notice.case)).group):
        return NO_MOD
    return Words("A case was handed to you", (f"It is about {name_of(item_of(notice.case))}.",), notice.case.url)


def _impasse(notice: Notice) -> Words:
    impasse = notice.impasse
    assert impasse is not None  # noqa: S101
    if not may_read(notice.person, impasse.seed.group):
        return Words("An impasse with you was asked for", ("It was in a group that is closed to you now.",), "/record")
    who = other_of(impasse, notice.person).name
    if notice.what == What.IMPASSE_OFFERED:
        line = "It ends when you agree. You need not, and nobody else is told."
        return Words(f"{who} would end the impasse on “{impasse.seed.headline[:120]}”", (line,), impasse.url)
    line = (
        "Neither of you answers or quotes the other in this discussion from now on. It says nothing about who is right. "
        "All the rest of the discussion is open to you both, and either can offer to end it."
    )
    return Words(f"{who} asks for an impasse on “{impasse.seed.headline[:120]}”", (line,), impasse.url)


def _member_held(notice: Notice) -> Words:
    hold = notice.hold
    assert hold is not None  # noqa: S101
    if not may_read(notice.person, hold.group):
        return Words("Your new comments waited for a mod", ("That was in a group that is closed to you now.",), "/record")
    line = f"Until {hold.ends_at:%-d %B %Y, %H:%M} UTC a mod looks at each before others see it. Why: {hold.note}"
    return Words(f"Your new comments in {hold.group.title} wait for a mod", (line,), f"/log/{hold.entry_id}")


def _offered(notice: Notice) -> Words:
    draft = notice.draft
    assert draft is not None  # noqa: S101
    group = draft.book.group
    assert group is not None  # noqa: S101 -- the site's rules need no signature
    if not may_read(notice.person, group):
        return owning.CLOSED
    said = f"{draft.author.name} has written new rules. Read them, then sign, or say why not; until then the old ones stand."
    if draft.offered_at is None:
        return Words(f"New rules for {group.title} were taken back", ("Nothing waits for you.",), f"{group.url}/rules")
    return Words(f"New rules for {group.title} wait for your signature", (said,), f"{group.url}/rules/drafts/{draft.pk}")


def _declined(notice: Notice) -> Words:
    """The draft is its author's one draft there, so he may have asked anew since."""
    draft = notice.draft
    assert draft is not None  # noqa: S101
    group = draft.book.group
    assert group is not None  # noqa: S101 -- the site's rules need no signature
    if not may_read(notice.person, group):
        return owning.CLOSED
    said: tuple[str, ...] = ("You have asked for a signature again since then.",)
    if draft.declined_by is not None:
        said = (f"{draft.declined_by.name} writes: {draft.declined_because}", "You can change it and ask again, or drop it.")
    return Words(f"Your new rules for {group.title} were not signed", said, f"{group.url}/rules/edit")


def _let_in(notice: Notice) -> Words:
    group = notice.group
    assert group is not None  # noqa: S101 -- what the notice is about
    if not may_read(notice.person, group):
        return Words("You were let into a private group", ("You are not in it any more.",), "/notices")
    said = "One of its owners did that. What is written there can be read by its members alone, and you can leave at any time."
    return Words(f"You were let into {group.title}", (said,), group.url)


SAYING = {
    What.RULING: _ruling,
    What.RULING_UNDONE: _undone,
    What.FLAG_ANSWERED: _flag,
    What.FLAG_ANSWERED_ANEW: _flag_anew,
    What.HELD: _held,
    What.HIDDEN: _hidden,
    What.MESSAGE: _message,
    What.APPEAL_MADE: _appeal_made,
    What.APPEAL_DECIDED: _appeal_decided,
    What.CASE_HANDED: _handed,
    What.IMPASSE_BEGUN: _impasse,
    What.IMPASSE_OFFERED: _impasse,
    What.MEMBER_HELD: _member_held,
    What.DRAFT_OFFERED: _offered,
    What.DRAFT_DECLINED: _declined,
    What.LOOSENING_ASKED: owning.loosening_asked,
    What.LOOSENING_ANSWERED: owning.loosening_answered,
    What.REMOVAL_ASKED: owning.removal_asked,
    What.REMOVAL_ANSWERED: owning.removal_answered,
    What.REPLY: discussing.one,
    What.CITATION: discussing.one,
    What.MENTION: discussing.one,
    What.SEED_COMMENT: discussing.one,
    What.RULES_CHANGED: discussing.rules,
    What.LET_IN: _let_in,
}
