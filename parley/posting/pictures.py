"""Pictures that come with a comment: where they are allowed, keeping what was uploaded, and how a text names them."""

from collections.abc import Sequence
from uuid import UUID

from parley.base.cleaning import clean_line
from parley.base.decisions import Decision, no, require, yes
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for
from parley.texts import pictures
from parley.texts.references import MOST_SHOWN, no_words, with_pictures
from parley.threads import newcomers, policy

MOST_WORDS = 200
"""Characters in which one picture is described."""
Added = tuple[UUID | None, str]
"""A picture as a form sends it: the key under which it is kept (None: the form shows none yet), and what it shows."""


def allowed_in(seed: Seed) -> Decision:
    """Where the group has pictures at all, and no rule that holds in the discussion asks for none."""
    if not seed.group.allows_pictures:
        return no("no-pictures")
    return no("rule-against-pictures") if lines_against(seed) else yes("pictures")


def lines_against(seed: Seed) -> list[int]:
    """Numbers of the lines that ask for no images at all; a ban on memes or on moving pictures is judged by what is shown."""
    acting = rules_for(seed).acting
    found = (line.number for line, clause in acting if clause.kind == "memes" and clause.params.get("which", "images") == "images")
    return sorted(set(found))


def may_add(actor: Person | None, seed: Seed, *, allowed: Decision | None = None) -> Decision:
    """Who may bring pictures to a discussion. `allowed`: what holds there for everybody, where that is known."""
    writes = policy.may_comment(actor, seed)
    if not writes:
        return writes
    allowed = allowed_in(seed) if allowed is None else allowed
    limits = newcomers.limits_of(actor, seed) if allowed and actor else None
    return no("new-here") if limits and not limits.may_show_pictures else allowed


def keep(*, actor: Person, seed: Seed, form_key: UUID, data: bytes) -> UUID:
    """Keep an uploaded picture until its form is posted; its key. Raises what `texts.pictures.keep` raises."""
    require(may_add(actor, seed))
    return pictures.keep(person=actor, form_key=form_key, data=data)


def named(source: str, added: Sequence[Added], numbers: Sequence[int] | None = None) -> str:
    """The source with what names its new pictures, numbered from 1 where nothing else is said. Raises `Invalid` where one is not
    described.
    """
    described = []
    for number, (_, said) in zip(numbers or range(1, len(added) + 1), added, strict=True):
        if not any(letter.isalnum() for letter in said):
            raise no_words(number)
        if len(said) > MOST_WORDS:
            shorter = say("Describe picture {number} in at most {most} characters.", number=number, most=MOST_WORDS)
            raise Invalid(shorter, "alt-too-long", field=f"alt{number}")
        described.append((number, clean_line(said)))
    return with_pictures(source, described)


def keys_of(actor: Person, seed: Seed, added: Sequence[Added]) -> list[UUID]:
    """Under which the pictures are kept; raises `Invalid` where one is described and not there."""
    if not added:
        return []
    require(may_add(actor, seed))
    keys = [key for key, _ in added if key is not None]
    if len(keys) != len(added):
        raise Invalid("You described a picture that did not come along. Choose its file again, or take the words out.", "no-picture")
    if len(set(keys)) != len(keys):
        raise Invalid("The same picture stands here twice. Take one out and send it again.", "same-picture")
    if len(keys) > MOST_SHOWN:
        raise Invalid(say("A comment shows up to {most} pictures.", most=MOST_SHOWN), "too-many-pictures")
    return keys
