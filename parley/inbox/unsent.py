"""What somebody has begun to write, kept for his other devices. Only he reads it."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from parley.base.cleaning import MOST_TEXT
from parley.base.decisions import require
from parley.base.prepared import Prepared
from parley.base.refusals import Conflict, TooLarge
from parley.base.saying import say
from parley.groups import policy as groups
from parley.inbox.models import Unsent
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment, Held

MOST_UNSENT = 50
"""Of one member; beyond them the oldest goes."""
KEPT_FOR = timedelta(weeks=6)


def unsent_of(actor: Person) -> list[Unsent]:
    """One's own, newest first."""
    found = Unsent.objects.filter(person=actor).select_related("seed__group", "parent")
    return list(found.order_by("-changed_at", "-pk")[:MOST_UNSENT])


def unsent_in(actor: Person, seed: Seed, parent: Comment | None) -> Unsent | None:
    return Unsent.objects.filter(person=actor, seed=seed, parent=parent).first()


@transaction.atomic
def keep(*, actor: Person, seed: Seed, parent: Comment | None, text: str, version: int, form_key: UUID | None) -> Unsent | None:
    """The words as they are now; nothing is kept of an empty text, or of one that this form has posted already. `version`: the one
    that stood in the form, 0 for none. Raises `Conflict` where another window kept other words meanwhile, and `TooLarge`.
    """
    require(groups.may_read(actor, seed.group))
    if len(text) > MOST_TEXT:
        said = say("A draft can have {most} characters. Yours is kept in this browser only.", most=MOST_TEXT)
        raise TooLarge(said, "too-long", field="text")
    mine = Unsent.objects.filter(person=actor, seed=seed, parent=parent)
    found = mine.select_for_update().first()
    if found is not None and found.version != version and found.text != text:
        raise Conflict("Another draft of yours is kept here already. Nothing was written over it.", "kept-elsewhere")
    if not text.strip() or _is_posted(actor, form_key):
        mine.delete()
        return None
    if found is None:
        return _first(actor, seed, parent, text)
    if found.text != text:
        found.text, found.version, found.changed_at = text, found.version + 1, timezone.now()
        found.save(update_fields=["text", "version", "changed_at"])
    return found


def _first(actor: Person, seed: Seed, parent: Comment | None, text: str) -> Unsent:
    try:
        with transaction.atomic():
            made = Unsent.objects.create(person=actor, seed=seed, parent=parent, text=text, changed_at=timezone.now())
    except IntegrityError:
        raise Conflict("Another draft of yours was kept here just now. Nothing was written over it.", "kept-elsewhere") from None
    old = Unsent.objects.filter(person=actor).order_by("-changed_at", "-pk").values_list("pk", flat=True)[MOST_UNSENT:]
    Unsent.objects.filter(pk__in=list(old)).delete()
    return made


def _is_posted(actor: Person, form_key: UUID | None) -> bool:
    """What is kept may come after what was posted, by another way through the network."""
    if form_key is None:
        return False
    return any(model.objects.filter(author=actor, form_key=form_key).exists() for model in (Comment, Held))


def forget(*, actor: Person, seed: Seed, parent: Comment | None, text: str, version: int) -> None:
    """It was posted. Other words that another device kept meanwhile stay. Nothing is written where nothing was kept."""
    if HERE.rows(actor.pk, seed.pk):
        Unsent.objects.filter(Q(text=text) | Q(version=version), person=actor, seed=seed, parent=parent).delete()


HERE = Prepared(lambda person, seed: Unsent.objects.filter(person=person, seed=seed).values_list("pk")[:1], int, int)


def throw_away(*, actor: Person, key: int) -> None:
    """One's own; of others' nothing happens. Doing it twice is doing it once."""
    Unsent.objects.filter(pk=key, person=actor).delete()


def forget_old() -> None:
    Unsent.objects.filter(changed_at__lt=timezone.now() - KEPT_FOR).delete()
