"""A community whose figures can be counted by hand, and one of 10,000 rulings for speed."""

from datetime import timedelta
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from parley.ledger.models import Told
from parley.ledger.services import note_all
from parley.moderation.models import Case, Ruling
from parley.people.models import Person
from parley.posting import services as posting
from parley.rulebooks.models import Version
from parley.texts.models import Revision, Text
from parley.threads.models import Comment
from parley.votes.models import Vote

NUMBERS = count(1)
LAST_WEEK = timedelta(days=8)
LINES = ("Taunting may be removed.", "Quote the person you reply to.", "No memes.")


def crowd(how_many: int) -> list[Person]:
    """Members of nothing, made at once."""
    numbers = [next(NUMBERS) for _ in range(how_many)]
    people = [Person(username=f"crowd{each}", email=f"crowd{each}@parley.example", password="!") for each in numbers]
    return Person.objects.bulk_create(people)


def comments_of(seed: Any, people: list[Person], each: int = 1) -> list[Comment]:
    """Top-level comments, without going through the rules; not for tests that read them."""
    now, made = timezone.now(), []
    authors = [person for person in people for _ in range(each)]
    texts = Text.objects.bulk_create([Text(author=author) for author in authors])
    words = [Revision(text=text, number=1, source="Words.", html="<p>Words.</p>", plain="Words.") for text in texts]
    for text, revision in zip(texts, Revision.objects.bulk_create(words), strict=True):
        text.current = revision
    Text.objects.bulk_update(texts, ["current"], batch_size=300)
    for author, text in zip(authors, texts, strict=True):
        place = next(NUMBERS)
        path = place.to_bytes(4, "big")
        made.append(Comment(seed=seed, author=author, text=text, path=path, root=place, created_at=now))
    return Comment.objects.bulk_create(made)


def ruled(comments: list[Comment], acted: list[bool], *, line: int, by: Person) -> None:
    """Rulings a mod gave last week on cases that members flagged, three hours after they were opened."""
    seed, now = comments[0].seed, timezone.now() - LAST_WEEK
    version = Version.objects.filter(book__group=seed.group).latest("pk")
    group = seed.group_id
    entries = note_all([
        {
            "act": Told.TEXT_REMOVED if act else Told.NO_BREACH, "actor": by.username, "decider": "group mod", "group_id": group,
            "subject": "comment", "address": comment.url, "because": {"number": line + 1, "text": LINES[line]}, "body": {},
        }
        for comment, act in zip(comments, acted, strict=True)
    ])  # fmt: skip
    cases = Case.objects.bulk_create([
        Case(group_id=group, seed=seed, comment=comment, is_open=False, opened_at=now - timedelta(hours=3), closed_at=now)
        for comment in comments
    ])
    made = Ruling.objects.bulk_create([
        Ruling(
            case=case, comment=comment, seed=seed, person_id=comment.author_id, actor=by, version=version, line_number=line + 1,
            action="remove" if act else "no-breach", entry=entry, is_flagged=True,
        )
        for case, comment, entry, act in zip(cases, comments, entries, acted, strict=True)
    ])  # fmt: skip
    Ruling.objects.filter(pk__gte=made[0].pk).update(created_at=now)


def two_camps(seed: Any, *, members: int = 20) -> tuple[list[list[Person]], list[list[Comment]]]:
    """People who vote for their own camp nine times of ten, with their comments."""
    chance = Random(7)  # noqa: S311 -- a sample by seed
    sides = [crowd(members), crowd(members)]
    said = [comments_of(seed, side, 3) for side in sides]
    votes = {}
    for at, side in enumerate(sides):
        for voter in side:
            for _ in range(20):
                comment = chance.choice(said[at if chance.random() < 0.9 else 1 - at])
                if comment.author_id != voter.pk:
                    votes[voter.pk, comment.pk] = Vote(person=voter, author_id=comment.author_id, comment=comment)
    Vote.objects.bulk_create(votes.values())
    Vote.objects.update(created_at=timezone.now() - LAST_WEEK)
    return sides, said


def reply(people: SimpleNamespace, by: str, to: Comment, quoting: str = "") -> Comment:
    words = posting.Reply(source=f"An answer, number {next(NUMBERS)}.", parent_id=to.pk, quotes=[(to.pk, quoting)], anyway=True)
    return posting.post_comment(actor=getattr(people, by), seed=to.seed, reply=words)
