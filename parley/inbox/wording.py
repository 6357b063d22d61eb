"""What a notice says, in the page and by mail: read anew each time, so that what was cut since is cut here too."""

from parley.base.saying import inside, moment, say
from parley.groups.policy import may_moderate, may_read
from parley.inbox import discussing, owning
from parley.inbox.models import Notice, What
from parley.inbox.words import Words, excerpt
from parley.ledger.wording import called
from parley.moderation import mass
from parley.moderation.items import item_of, name_of, seed_of
from parley.moderation.models import Ruling
from parley.moderation.statements import Statement, sentences, statement_of
from parley.texts import services as texts
from parley.threads.impasses import other_of


def no_mod() -> Words:
    said = say("Something happened in a group in which you do not moderate any more")
    return Words(said, (say("Nothing waits for you."),), "/notices")


CLOSED = "It was in a group that is closed to you now."


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
        undone = say("Undone since: {done}, {subject}", done=inside(said.done), subject=said.subject)
        return Words(undone, (say("What it took is back, to the letter."),), ruling.url)
    if ruling.action == "no-breach":
        return Words(
            say("A mod has looked at your comment: {subject} is posted now.", subject=said.subject),
            (say("Nothing was found against it."),),
            ruling.url,
        )
    return Words(f"{said.done}: {said.subject}", sentences(said), ruling.url)


def _mass(ruling: Ruling, said: Statement) -> Words:
    """One notice and one statement for all of an act."""
    many, standing = mass.counted(ruling.mass_id or 0)
    if not standing:
        back = (say("All of them stand again, to the letter."),)
        return Words(say("Undone since: the removal of {count} of your comments", count=many), back, ruling.url)
    rest = say("{count} of them lie removed. The page lists them; you can appeal against each. Of the first:", count=standing)
    rest = rest if standing > 1 else ""
    subject = say("{count} of your comments were removed", count=many)
    return Words(subject, tuple(filter(None, (rest, *sentences(said)))), f"/mass/{ruling.mass_id}")


def _undone(notice: Notice) -> Words:
    assert notice.ruling is not None  # noqa: S101
    subject = called(notice.ruling.entry.subject)
    if notice.ruling.mass_id is not None:
        many, standing = mass.counted(notice.ruling.mass_id)
        said = say("{back} of the {many} that were removed at once stand again, to the letter.", back=many - standing, many=many)
        return Words(say("The removal of your comments was undone"), (said,), f"/mass/{notice.ruling.mass_id}")
    return Words(
        say("A ruling on {subject} was undone", subject=subject),
        (say("What it took is back, to the letter; its points no longer count."),),
        notice.ruling.url,
    )


def _flag(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    item = item_of(notice.flag.case)
    if not may_read(notice.person, seed_of(item).group):  # nobody is told of what he may not see any more
        return Words(say("A flag of yours was answered"), (say(CLOSED),), "/record")
    subject = called(name_of(item))
    answer = {
        True: say("A mod agreed that it breaks a rule."),
        False: say("A mod looked at it and found no breach. Thank you for flagging it."),
        None: say("A mod has ruled on it; that ruling was undone since."),
    }[notice.flag.is_right]
    return Words(say("Your flag on {subject} was answered", subject=subject), (answer,), item.url)


def _flag_anew(notice: Notice) -> Words:
    said = _flag(notice)
    assert notice.flag is not None  # noqa: S101
    if said.url == "/record":
        return said
    answer = say(
        "The ruling that answered it was undone, so nothing is settled. If it still breaks a rule, you can flag it again."
        if notice.flag.is_right is None
        else "An appeal against the ruling that answered it was granted: no breach stands. Thank you for flagging it all the same."
    )
    subject = called(name_of(item_of(notice.flag.case)))
    return Words(say("Your flag on {subject} was answered anew", subject=subject), (answer,), said.url)


def _held(notice: Notice) -> Words:
    assert notice.held is not None  # noqa: S101
    if not may_read(notice.person, notice.held.seed.group):
        return Words(say("A comment of yours waited for a mod"), (say(CLOSED),), "/record")
    headline = notice.held.seed.headline[:120]
    if notice.held.taken_back_at is not None:
        waited = say("Your comment on “{headline}” waited for a mod", headline=headline)
        return Words(waited, (say("You took it back."),), notice.held.seed.url)
    line = say("A mod looks at it before others see it. You are told when that is done; until then only you and the mods see it.")
    return Words(say("Your comment on “{headline}” waits for a mod", headline=headline), (line,), notice.held.url)


def _hidden(notice: Notice) -> Words:
    assert notice.flag is not None  # noqa: S101
    if not may_read(notice.person, seed_of(item_of(notice.flag.case)).group):
        return Words(say("A comment of yours was hidden for now"), (say(CLOSED),), "/record")
    subject = called(name_of(item_of(notice.flag.case)))
    line = say(
        "The seeder finds it off topic and has hidden it until a mod has ruled. A mod looks at it next; you need not do anything."
    )
    return Words(say("Hidden for now: {subject}", subject=subject), (line,), item_of(notice.flag.case).url)


def _is_office_over(notice: Notice, ruling: Ruling) -> bool:
    """Who ruled is told of it while he moderates there; whom the ruling is about, always."""
    return notice.person_id != ruling.person_id and not may_moderate(notice.person, ruling.seed.group)


def _message(notice: Notice) -> Words:
    assert notice.message is not None  # noqa: S101
    assert notice.ruling is not None  # noqa: S101
    if _is_office_over(notice, notice.ruling):
        return no_mod()
    who = say("The mods") if notice.message.is_from_mods else notice.message.author.name
    plain = texts.shown(notice.message.text).plain
    subject = say("{who} wrote about the ruling on {subject}", who=who, subject=called(notice.ruling.entry.subject))
    return Words(subject, (excerpt(plain),), f"{notice.ruling.url}#talk")


def _appeal_made(notice: Notice) -> Words:
    assert notice.appeal is not None  # noqa: S101
    if _is_office_over(notice, notice.appeal.ruling):
        return no_mod()
    subject = called(notice.appeal.ruling.entry.subject)
    line = say("Somebody with no part in the ruling decides. You are told how.")
    return Words(say("Your ruling on {subject} is appealed", subject=subject), (line,), notice.appeal.ruling.url)


def _appeal_decided(notice: Notice) -> Words:
    appeal = notice.appeal
    assert appeal is not None  # noqa: S101
    if _is_office_over(notice, appeal.ruling):
        return no_mod()
    is_mine = notice.person_id == appeal.ruling.person_id
    done = say("What the ruling took is back, to the letter.") if appeal.is_granted else say("The ruling stands.")
    subject = say(OUTCOMES[is_mine, bool(appeal.is_granted)], subject=called(appeal.ruling.entry.subject))
    return Words(subject, (done, say("Why: {reasons}", reasons=appeal.reasons)), appeal.ruling.url)


OUTCOMES = {
    (True, True): "Your appeal on {subject} was granted",
    (True, False): "Your appeal on {subject} was refused",
    (False, True): "The appeal against your ruling on {subject} was granted",
    (False, False): "The appeal against your ruling on {subject} was refused",
}
"""By whether it is the reader's own appeal, and whether it was granted."""


def _handed(notice: Notice) -> Words:
    assert notice.case is not None  # noqa: S101
    if not may_moderate(notice.person, seed_of(item_of(notice.case)).group):
        return no_mod()
    about = say("It is about {subject}.", subject=called(name_of(item_of(notice.case))))
    return Words(say("A case was handed to you"), (about,), notice.case.url)


def _impasse(notice: Notice) -> Words:
    impasse = notice.impasse
    assert impasse is not None  # noqa: S101
    if not may_read(notice.person, impasse.seed.group):
        return Words(say("An impasse with you was asked for"), (say(CLOSED),), "/record")
    who, headline = other_of(impasse, notice.person).name, impasse.seed.headline[:120]
    if notice.what == What.IMPASSE_OFFERED:
        line = say("It ends when you agree. You need not, and nobody else is told.")
        return Words(say("{who} would end the impasse on “{headline}”", who=who, headline=headline), (line,), impasse.url)
    line = say(
        "Neither of you answers or quotes the other in this discussion from now on. It says nothing about who is right. "
        "All the rest of the discussion is open to you both, and either can offer to end it."
    )
    return Words(say("{who} asks for an impasse on “{headline}”", who=who, headline=headline), (line,), impasse.url)


def _member_held(notice: Notice) -> Words:
    hold = notice.hold
    assert hold is not None  # noqa: S101
    if not may_read(notice.person, hold.group):
        return Words(say("Your new comments waited for a mod"), (say("That was in a group that is closed to you now."),), "/record")
    until = moment(hold.ends_at, long=True)
    line = say("Until {until} UTC a mod looks at each before others see it. Why: {note}", until=until, note=hold.note)
    return Words(say("Your new comments in {group} wait for a mod", group=hold.group.title), (line,), f"/log/{hold.entry_id}")


def _offered(notice: Notice) -> Words:
    draft = notice.draft
    assert draft is not None  # noqa: S101
    group = draft.book.group
    assert group is not None  # noqa: S101 -- the site's rules need no signature
    if not may_read(notice.person, group):
        return owning.closed()
    who, title = draft.author.name, group.title
    said = say("{who} has written new rules. Read them, then sign, or say why not; until then the old ones stand.", who=who)
    if draft.offered_at is None:
        back = say("New rules for {group} were taken back", group=title)
        return Words(back, (say("Nothing waits for you."),), f"{group.url}/rules")
    return Words(say("New rules for {group} wait for your signature", group=title), (said,), f"{group.url}/rules/drafts/{draft.pk}")


def _declined(notice: Notice) -> Words:
    """The draft is its author's one draft there, so he may have asked anew since."""
    draft = notice.draft
    assert draft is not None  # noqa: S101
    group = draft.book.group
    assert group is not None  # noqa: S101 -- the site's rules need no signature
    if not may_read(notice.person, group):
        return owning.closed()
    said: tuple[str, ...] = (say("You have asked for a signature again since then."),)
    if draft.declined_by is not None:
        who, why = draft.declined_by.name, draft.declined_because
        said = (say("{who} writes: {why}", who=who, why=why), say("You can change it and ask again, or drop it."))
    return Words(say("Your new rules for {group} were not signed", group=group.title), said, f"{group.url}/rules/edit")


def _let_in(notice: Notice) -> Words:
    group = notice.group
    assert group is not None  # noqa: S101 -- what the notice is about
    if not may_read(notice.person, group):
        return Words(say("You were let into a private group"), (say("You are not in it any more."),), "/notices")
    said = say("One of its owners did that. What is written there can be read by its members alone, and you can leave at any time.")
    return Words(say("You were let into {group}", group=group.title), (said,), group.url)


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
