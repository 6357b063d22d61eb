"""Seeding: an article becomes a seed with its discussion."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from houserules import RuleBook
from parley.base.decisions import require
from parley.base.refusals import Conflict
from parley.groups.models import Group
from parley.people.models import Person
from parley.rulebooks import services as rulebooks
from parley.seeds import policy, queries
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts

MOST_REMARK = 2_000


class SeededAlready(Conflict):
    """The article stands in this group: `seed` is its discussion."""

    def __init__(self, seed: Seed) -> None:
        super().__init__("This article was seeded here already. Its discussion is open to you.", "seeded-already")
        self.seed = seed


@dataclass(frozen=True, kw_only=True)
class Seeding:
    """What a seeder sends: the draft, what he says about it, and his own rule lines as he confirmed them."""

    draft: seeds.Draft
    remark: str = ""
    rules: RuleBook | None = None
    form_key: UUID | None = None


def publish_seed(*, actor: Person, group: Group, seeding_: Seeding, at: datetime | None = None) -> Seed:
    """A seed with its discussion. Raises `SeededAlready` with the seed that exists, and other refusals before storing."""
    require(policy.may_seed(actor, group))
    draft = seeds.checked(seeding_.draft)
    if (before := _seeded_before(actor, group, seeding_)) is not None:
        return before
    try:
        with transaction.atomic():
            remark = (
                texts.write(author=actor, source=seeding_.remark, most=MOST_REMARK) if seeding_.remark.strip() else None
            )
            book = rulebooks.publish_for_seed(actor=actor, group=group, book=seeding_.rules) if seeding_.rules else None
            return seeds.store(
                seeder=actor,
                group=group,
                draft=draft,
                remark=remark,
                book=book,
                created_at=at or timezone.now(),
                form_key=seeding_.form_key,
            )
    except IntegrityError:
        if (before := _seeded_before(actor, group, seeding_)) is not None:
            return before
        raise


def _seeded_before(actor: Person, group: Group, seeding_: Seeding) -> Seed | None:
    """The seed that this very form made; raises `SeededAlready` for the same article by another form."""
    if seeding_.form_key is not None:
        mine = Seed.objects.filter(seeder=actor, form_key=seeding_.form_key).first()
        if mine is not None:
            return mine
    if (same := queries.existing(group, seeding_.draft.canonical_url)) is not None:
        raise SeededAlready(same)
    return None
