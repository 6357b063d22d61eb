"""Writing rule books. Nothing acts that its author has not confirmed."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from django.db import transaction
from django.utils import timezone, translation

from houserules import Keeping, RuleBook, RuleBookError, combine, read, spoken
from houserules.examples import lacking, unmet, with_examples
from houserules.saying import together
from parley.base.cleaning import clean, clean_text
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict, Invalid, NotThere, TooLarge
from parley.base.retelling import retold
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person
from parley.rulebooks import choices, policy, queries
from parley.rulebooks.events import DraftDeclined, DraftOffered, RulesChanged
from parley.rulebooks.models import Book, Draft, Version

MOST_PROSE = 100_000
"""Characters."""
MOST_CLAUSES = 3_000
OVERTAKEN = "Other rules came into force after this draft was offered. Its author can take them in and offer it anew."
GONE = "This draft waits for nobody’s signature any more: it was signed, declined, changed, or dropped meanwhile."
MEANWHILE = "{who} published version {number} while you wrote. Your text is kept; compare it with theirs and send it again."
TURNED_UP = "“{words}”: turned up from {before} to {after}."
TURNED_DOWN = "“{words}”: turned down from {before} to {after}."
MOST_REASON = 2_000
"""Characters of why a draft is declined."""
MOST_TOLD = 50
"""Changes named in the log."""
WAYS = tuple(Keeping)
"""What this site keeps: the other ways of keeping need moderation's queue."""


def read_prose(prose: str) -> RuleBook:
    """The reading of `prose`, nothing chosen and nothing confirmed. Raises `TooLarge`."""
    if len(prose) > MOST_PROSE:
        said = say("These rules have {count} characters; {most} fit.", count=len(prose), most=MOST_PROSE)
        raise TooLarge(said, "too-long", field="rules")
    book = read(clean(prose).strip())
    if (count := sum(len(line.clauses) for line in book.lines)) > MOST_CLAUSES:
        said = say("These rules ask for {count} things; {most} fit.", count=count, most=MOST_CLAUSES)
        raise TooLarge(said, "too-many", field="rules")
    return book


def tested_by(book: RuleBook, expressions: Mapping[str, str]) -> RuleBook:
    """A fresh reading with its author's expressions by name of their lines; raises `Invalid` where one cannot be used."""
    try:
        return choices.with_expressions(book, expressions)
    except RuleBookError as error:
        raise Invalid(str(error), "rules-unclear", field="rules") from error


def chosen_for(book: RuleBook, chosen: Mapping[str, choices.Choice]) -> RuleBook:
    """A fresh reading with its author's choices by name, and confirmed; raises `Invalid` where one does not fit."""
    try:
        return choices.applied(book, chosen, WAYS).all_confirmed()
    except RuleBookError as error:
        raise Invalid(str(error), "rules-unclear", field="rules") from error


def reading_of(version: Version | Draft | None) -> RuleBook | None:
    return None if version is None else RuleBook.from_json(version.reading)


def conflicts_with_wider(group: Group, mine: RuleBook, *, scope: str) -> list[str]:
    """What would stand against a wider book, in sentences for the author, before publishing."""
    site_id, group_id = queries.wider_versions(group.pk)
    wider = queries.rules_of(site_id, group_id if scope == "seed" else None, None)
    books = [RuleBook.from_json(Version.objects.get(pk=key).reading) if key else None for key in (site_id, group_id)]
    whole = combine(books[0], mine, None) if scope == "group" else combine(books[0], books[1], mine)
    known = {conflict.sentence for conflict in wider.conflicts}
    return [conflict.sentence for conflict in whole.conflicts if conflict.sentence not in known]


@transaction.atomic
def publish(*, actor: Person, group: Group | None, book: RuleBook, after: int, signed_by: Person | None = None) -> Version:
    """A new version of the site's (`group` None) or a group's rules.

    `after` is the number the author started from (0: none); raises `Conflict` when somebody published meanwhile, and `Invalid`
    where a clause does not keep to its examples.
    """
    kept = book_to_write(actor, group)
    book = exemplified(book)
    Book.objects.select_for_update().get(pk=kept.pk)
    newest = queries.in_force(kept)
    number = newest.number if newest else 0
    if number != after:
        by = newest.author.name if newest else say("Somebody")
        raise Conflict(say(MEANWHILE, who=by, number=number), "rules-changed")
    version = _store(kept, book, author=actor, number=number + 1, signed_by=signed_by)
    with translation.override("en"):  # as all that the log keeps
        changed = changes(reading_of(newest), book)
    ledger.note(
        Told.RULES_PUBLISHED,
        actor=actor.username,
        decider="group owner" if group else "admin",
        group_id=group.pk if group else None,
        subject=f"house rules, version {version.number}",
        address=f"{group.url}/rules?version={version.number}" if group else f"/rules?version={version.number}",
        body={"changed": changed[:MOST_TOLD], "signed_by": signed_by.username if signed_by else ""},
    )
    purge("site")  # how many rules a place has stands on every list
    if group is not None and newest is not None:
        tell(RulesChanged(version.pk))
    return version


def book_to_write(actor: Person, group: Group | None) -> Book:
    """The book of the place, made where there is none yet; raises `NotAllowed` where the actor may not write it."""
    require(groups.may_own(actor, group) if group else policy.may_write_site(actor))
    book, _ = Book.objects.get_or_create(scope="group" if group else "site", group=group)
    return book


def exemplified(book: RuleBook) -> RuleBook:
    """The book, each clause that is judged with an example it finds and one it leaves; raises `Invalid` where one is not kept to."""
    book = with_examples(book, {clause.key: clause.examples for clause in book.clauses})
    wrong = [each.sentence for each in unmet(book.clauses)] + [said for clause in book.clauses if (said := lacking(clause))]
    if wrong:
        raise Invalid(retold(together(wrong)), "examples-unmet", field="examples")
    return book


def changes(before: RuleBook | None, after: RuleBook) -> list[str]:
    """What is kept otherwise of what both books ask in the same words, a sentence each; also where the line around them changed."""
    old, new = choices.by_words(before), choices.by_words(after)
    return [said for asked in new if asked in old for said in _changed(asked.words, old[asked], new[asked])]


def _changed(words: str, old: choices.Choice, new: choices.Choice) -> Iterator[str]:
    if old.keeping is not new.keeping:
        way = TURNED_UP if new.keeping.strength > old.keeping.strength else TURNED_DOWN
        before, after = say(choices.KEEPINGS[old.keeping]), say(choices.KEEPINGS[new.keeping])
        yield say(way, words=words, before=before, after=after)
    if old.is_shadow is not new.is_shadow:
        yield say("“{words}”: put into shadow." if new.is_shadow else "“{words}”: taken out of shadow.", words=words)
    if old.params != new.params:
        what = spoken.parameters(dict(new.params))
        yield say("“{words}”: set to {what}." if what else "“{words}”: set to the usual.", words=words, what=retold(what))


@transaction.atomic
def keep_draft(*, actor: Person, group: Group | None, book: RuleBook, after: int) -> Draft:
    """What the actor is writing, in place of what he wrote there before. A draft that changes has to be offered anew."""
    place = book_to_write(actor, group)
    reading = book.to_json()
    draft, is_new = Draft.objects.select_for_update(of=("self",)).get_or_create(
        book=place, author=actor, defaults={"prose": book.prose, "reading": reading, "after": after}
    )
    if not is_new and (draft.reading != reading or draft.after != after):
        draft.prose, draft.reading, draft.after, draft.offered_at = book.prose, reading, after, None
        draft.save()
    return draft


@transaction.atomic
def offer(*, actor: Person, draft: Draft) -> Draft:
    """Ask the other owners for a signature, anew where one of them declined."""
    require(groups.may_own(actor, _group(draft)))
    draft.offered_at, draft.declined_by, draft.declined_because = timezone.now(), None, ""
    draft.save(update_fields=["offered_at", "declined_by", "declined_because"])
    tell(DraftOffered(draft.pk))
    return draft


@transaction.atomic
def sign(*, actor: Person, draft: Draft, seen: str) -> Version:
    """The second signature puts the draft in force, under its author's name. `seen`: `digest` of what the signer was shown."""
    draft, book = _asking(actor, draft, seen)
    newest = queries.in_force(draft.book)
    if draft.after != (newest.number if newest else 0):
        raise Conflict(OVERTAKEN, "rules-changed")
    version = publish(actor=draft.author, group=_group(draft), book=book, after=draft.after, signed_by=actor)
    draft.delete()
    return version


@transaction.atomic
def decline(*, actor: Person, draft: Draft, seen: str, because: str) -> Draft:
    """A second owner does not sign: the author is told why, can change the draft, and ask again. `seen` as in `sign`."""
    draft, _ = _asking(actor, draft, seen)
    if not because.strip():
        raise Invalid("Say why, so that its author knows what to change.", "no-reason", field="because")
    draft.declined_because = clean_text(because, field="because", most=MOST_REASON)
    draft.declined_by, draft.offered_at = actor, None
    draft.save(update_fields=["declined_by", "declined_because", "offered_at"])
    group = _group(draft)
    ledger.note(
        Told.DRAFT_DECLINED,
        actor=actor.username,
        decider="group owner",
        group_id=group.pk,
        subject=f"new rules by {draft.author.name_in_log}",
        address=f"{group.url}/rules",
    )
    tell(DraftDeclined(draft.pk))
    return draft


def _asking(actor: Person, draft: Draft, seen: str) -> tuple[Draft, RuleBook]:
    """The draft, locked, with its reading; raises `Conflict` unless it still waits and is what the second owner was shown."""
    locked = Draft.objects.select_for_update(of=("self",)).select_related("book__group", "author").filter(pk=draft.pk).first()
    if locked is None:
        raise Conflict(GONE, "draft-gone")
    if (may := policy.may_sign(actor, locked)).reason == "not-offered":
        raise Conflict(may.sentence, "draft-not-offered")
    require(may)
    book = RuleBook.from_json(locked.reading)
    if seen != digest(book):
        raise Conflict("Its author changed the draft after you opened it. Look at it again, then decide.", "draft-changed")
    return locked, book


def _group(draft: Draft) -> Group:
    group = draft.book.group
    if group is None:
        raise NotThere
    return group


def digest(book: RuleBook) -> str:
    """Names a reading with its choices: 16 hexadecimal digits."""
    return hashlib.sha256(json.dumps(book.to_json(), sort_keys=True).encode()).hexdigest()[:16]


@transaction.atomic
def drop_draft(*, actor: Person, group: Group | None, seen: str) -> Draft:
    """Nothing is left of what the actor was writing but what is returned. `seen`: `digest` of what he was shown; raises `Conflict`
    where there is another draft by now, or none.
    """
    found = Draft.objects.select_for_update(of=("self",)).filter(book=book_to_write(actor, group), author=actor).first()
    if found is None:
        raise Conflict("No draft of yours is kept here any more: it came into force, or was dropped.", "draft-gone")
    if seen != digest(RuleBook.from_json(found.reading)):
        raise Conflict("The draft was changed after this was asked. Look at what would be lost now.", "draft-changed")
    found.delete()
    return found


def forget_drafts(person: Person) -> None:
    """He has left; what he offered waits for nobody any more."""
    Draft.objects.filter(author=person).delete()


def publish_for_seed(*, actor: Person, group: Group, book: RuleBook) -> Book | None:
    """The seeder's own lines, within the transaction that publishes the seed. None when there are none."""
    if not book.lines:
        return None
    kept = Book.objects.create(scope="seed", group=group)
    _store(kept, book, author=actor, number=1)
    return kept


def _store(kept: Book, book: RuleBook, *, author: Person, number: int, signed_by: Person | None = None) -> Version:
    return Version.objects.create(
        book=kept, number=number, prose=book.prose, reading=book.to_json(), author=author, signed_by=signed_by
    )
