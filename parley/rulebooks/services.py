"""Writing rule books. Nothing acts that its author has not confirmed."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from houserules import RuleBook, RuleBookError, combine, read
from parley.base.cleaning import clean
from parley.base.decisions import require
from parley.base.refusals import Conflict, Invalid, TooLarge
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person
from parley.rulebooks import policy, queries
from parley.rulebooks.models import Book, Version

MOST_PROSE = 20_000


def read_prose(prose: str, *, keepings: Mapping[str, str] | None = None, confirmed: Iterable[str] = ()) -> RuleBook:
    """The reading of `prose` with its author's choices. Keys of a reading that has changed meanwhile raise `Invalid`."""
    if len(prose) > MOST_PROSE:
        raise TooLarge(f"These rules have {len(prose):,} characters; {MOST_PROSE:,} fit.", "too-long", field="rules")
    try:
        return read(clean(prose).strip()).with_keeping(keepings or {}).confirmed(confirmed)
    except RuleBookError as error:
        raise Invalid(str(error), "rules-unclear", field="rules") from error


def reading_of(version: Version | None) -> RuleBook | None:
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
def publish(*, actor: Person, group: Group | None, book: RuleBook, after: int) -> Version:
    """A new version of the site's (`group` None) or a group's rules.

    `after` is the number the author started from (0: none); raises `Conflict` when somebody published meanwhile.
    """
    if group is None:
        require(policy.may_write_site(actor))
        kept, _ = Book.objects.get_or_create(scope="site", group=None)
    else:
        require(groups.may_own(actor, group))
        kept, _ = Book.objects.get_or_create(scope="group", group=group)
    Book.objects.select_for_update().get(pk=kept.pk)
    newest = queries.in_force(kept)
    number = newest.number if newest else 0
    if number != after:
        by = newest.author.username if newest else "Somebody"
        raise Conflict(
            f"{by} published version {number} while you wrote. Your text is kept; compare it with theirs and send it again.",
            "rules-changed",
        )
    version = _store(kept, book, author=actor, number=number + 1)
    ledger.note(
        Told.RULES_PUBLISHED,
        actor=actor.username,
        decider="group owner" if group else "admin",
        group_id=group.pk if group else None,
        subject=f"house rules, version {version.number}",
        address=f"{group.url}/rules?version={version.number}" if group else f"/rules?version={version.number}",
    )
    return version


def publish_for_seed(*, actor: Person, group: Group, book: RuleBook) -> Book | None:
    """The seeder's own lines, within the transaction that publishes the seed. None when there are none."""
    if not book.lines:
        return None
    kept = Book.objects.create(scope="seed", group=group)
    _store(kept, book, author=actor, number=1)
    return kept


def _store(kept: Book, book: RuleBook, *, author: Person, number: int) -> Version:
    return Version.objects.create(book=kept, number=number, prose=book.prose, reading=book.to_json(), author=author)
