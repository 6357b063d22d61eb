"""A generated community is what the services would have made of the same acts."""

from collections import defaultdict

import pytest
from django.db.models import Count, F, Q
from django.utils import timezone

from parley.groups.models import Membership
from parley.moderation.models import Ruling
from parley.ops.generating import community, size
from parley.ops.generating.progress import Progress
from parley.ops.refusals import CannotRun
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.rankings import hot
from parley.texts.models import Revision, Text
from parley.texts.rendering import render
from parley.threads import paths
from parley.threads.models import Citation, Comment
from parley.votes.models import Vote

pytestmark = pytest.mark.django_db
SMALL = size.Size(members=60, seeds=30, comments=600)
RULINGS = 8


@pytest.fixture
def generated(db, monkeypatch):
    monkeypatch.setattr(size, "FEWEST_RULINGS", RULINGS)
    community.generate(SMALL, seed=7, now=timezone.now())


@pytest.mark.database
def test_a_generated_community_is_as_if_it_had_been_posted(generated):
    counters_are_what_is_counted()
    numbers_are_unique_and_without_gaps()
    texts_are_drawn_as_the_site_draws_them()
    who_takes_part_is_a_member_and_cites_what_stood_there()
    services_make_the_same_of_the_same_acts()


def counters_are_what_is_counted():
    assert Person.objects.count() == SMALL.members + 1
    assert (Seed.objects.count(), Comment.objects.count()) == (SMALL.seeds, SMALL.comments)
    for seed in Seed.objects.all():
        comments = Comment.objects.filter(seed=seed)
        assert seed.comment_count == comments.count()
        assert seed.people_count == comments.values("author").distinct().count()
        assert seed.top_count == comments.filter(parent=None).count()
        assert seed.vote_count == Vote.objects.filter(seed=seed).count()
        assert seed.hot == pytest.approx(hot.score(created_at=seed.created_at, votes=seed.vote_count, comments=seed.comment_count))
        assert (seed.pinned_at is None) == (seed.comment_count == 0)
    counted = dict(Vote.objects.exclude(comment=None).values_list("comment").annotate(Count("pk")))
    assert all(each.vote_count == counted.get(each.pk, 0) for each in Comment.objects.all())


def numbers_are_unique_and_without_gaps():
    for seed in Seed.objects.all():
        comments = {bytes(each.path): each for each in Comment.objects.filter(seed=seed).select_related("parent")}
        assert len(comments) == seed.comment_count
        below, branches = defaultdict(list), defaultdict(int)
        for path, each in sorted(comments.items(), key=lambda row: row[1].pk):
            below[path[: -paths.WIDTH]].append(paths.places_of(path)[-1])
            branches[path[: paths.WIDTH]] += 1
            assert each.root == paths.places_of(path)[0]
            assert each.parent is None or (each.parent.seed_id == seed.pk and each.parent.created_at <= each.created_at)
            assert each.parent is None or path[: -paths.WIDTH] == bytes(each.parent.path)
        assert all(places == list(range(1, len(places) + 1)) for places in below.values())
        for path, each in comments.items():
            assert each.child_count == len(below[path])
            assert each.branch_size == (branches[path] if each.parent_id is None else 1)


def texts_are_drawn_as_the_site_draws_them():
    standing = Revision.objects.filter(text__removed_by=None, redactions=None)
    assert standing.count() > SMALL.comments // 2
    for revision in standing:
        drawn = render(revision.source)
        assert (revision.html, revision.plain) == (drawn.html, drawn.plain)
    assert not Text.objects.filter(Q(current=None) | ~Q(current__text=F("pk"))).exists()
    assert not Comment.objects.exclude(author=F("text__author")).exists()


def who_takes_part_is_a_member_and_cites_what_stood_there():
    members = set(Membership.objects.values_list("group", "person"))
    assert set(Comment.objects.values_list("seed__group", "author")) <= members
    assert not Comment.objects.filter(parent__author=F("author")).exists()
    for cited in Citation.objects.select_related("comment", "revision", "cited__text"):
        assert cited.cited_id == cited.comment.parent_id
        assert cited.revision_id == cited.cited.text.current_id
        assert 0 <= cited.start < cited.end <= len(cited.revision.source)
    assert Ruling.objects.filter(entry__isnull=False).count() == RULINGS


def pages():
    seed = Seed.objects.order_by("-comment_count").first()
    comment = Comment.objects.filter(seed=seed).order_by("pk").last()
    return (
        "/", "/newest", "/g", seed.group.url, f"{seed.group.url}?order=newest", f"{seed.group.url}/members",
        f"{seed.group.url}/rules", f"{seed.group.url}/log", "/log", "/figures", f"{seed.group.url}/figures", seed.url,
        f"{seed.url}?order=votes", f"{seed.url}?order=newest", f"{seed.url}?after=1", seed.seeder.url,
        f"{comment.author.url}?show=comments", f"/s/{seed.pk}/feed.atom", f"{seed.group.url}/search?q=harbour",
        *(f"{each.entry.address_of_entry}" for each in Ruling.objects.all()[:2]),
    )  # fmt: skip


@pytest.mark.database
def test_every_page_of_it_answers(generated, as_):
    for viewer in (None, Person.objects.filter(memberships__role="mod").first()):
        for address in pages():
            assert as_(viewer).get(address).status_code == 200, address


LIKE = {
    Seed: ("group_id", "seeder_id", "source_id", "headline", "original_headline", "is_headline_changed", "slug", "bylines",
           "published_date", "language", "picture_id", "caption", "credit", "licence", "book_id", "pinned_at", "site_version_id",
           "group_version_id", "seed_version_id", "turned_down", "unlisted_by_id", "front_until", "left_front_id", "created_at",
           "top_count", "comment_count", "people_count", "vote_count", "hot"),
    Comment: ("author_id", "path", "root", "child_count", "branch_size", "vote_count", "is_official", "is_calm", "created_at",
              "text__removed_by", "text__author", "text__current__number", "text__current__source", "text__current__html",
              "text__current__plain", "parent__path"),
    Citation: ("place", "comment__path", "cited__path", "start", "end", "revision__number"),
}  # fmt: skip


def like(model, seed):
    """What rows of a discussion say but for keys, forms, and times of their own."""
    where = {Seed: {"pk": seed.pk}, Comment: {"seed": seed}, Citation: {"comment__seed": seed}}[model]
    return [tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in model.objects.filter(**where).order_by("pk").values_list(*LIKE[model])]  # fmt: skip


def by_services(seed):
    """The same discussion, seeded and posted and voted on by the same people."""
    from parley.posting import seeding
    from parley.posting import services as posting
    from parley.seeds.services import Draft
    from parley.votes import services as votes

    draft = Draft(
        headline=seed.headline, original_headline=seed.original_headline, source_name=seed.source.name, language=seed.language,
        canonical_url=f"https://{seed.source.domain}/again", published_date=seed.published_date, article=seed.article.body,
        tags=tuple(seed.tags.values_list("name", flat=True)),
    )  # fmt: skip
    made = seeding.publish_seed(actor=seed.seeder, group=seed.group, seeding_=seeding.Seeding(draft=draft), at=seed.created_at)
    again = {}
    for each in Comment.objects.filter(seed=seed).select_related("author", "text__current").order_by("pk"):
        reply = posting.Reply(
            source=each.text.current.source, parent_id=again[each.parent_id].pk if each.parent_id else None, anyway=True,
            cites_parent=each.citations.exists(),
        )  # fmt: skip
        again[each.pk] = posting.post_comment(actor=each.author, seed=made, reply=reply, at=each.created_at)
    for vote in Vote.objects.filter(Q(seed=seed) | Q(comment__seed=seed)).select_related("person"):
        votes.set_vote(actor=vote.person, item=again[vote.comment_id] if vote.comment_id else made, voted=True)
    return made


def services_make_the_same_of_the_same_acts():
    ruled = Ruling.objects.values("seed")
    seed = Seed.objects.filter(comment_count__range=(6, 30)).exclude(pk__in=ruled).order_by("-comment_count").first()
    made = by_services(seed)
    for model in LIKE:
        assert like(model, made) == like(model, seed)
    assert len(like(Comment, made)) >= 6
    assert len(like(Citation, made)) >= 2


@pytest.mark.database
def test_a_filled_database_is_refused(people):
    with pytest.raises(CannotRun, match="an empty one"):
        community.generate(SMALL, seed=7, now=timezone.now())
    assert Person.objects.count() == len(vars(people))


def test_sizes_are_as_wanted_and_heavy_tailed():
    from random import Random

    found = size.discussion_sizes(size.scaled(1.0), Random(1))  # noqa: S311 -- made up by seed
    assert (len(found), sum(found)) == (40_000, 2_000_000)
    assert sum(each > 10_000 for each in found) > 5
    assert max(found) < 65_000
    assert sorted(found)[20_000] < 30


def test_progress_says_how_long_it_takes():
    told = Progress("comments", 1000)
    assert told.line(250, 5.0) == "comments: 250 of 1,000, 50/s, 15 s left"
    assert told.line(1000, 20.0) == "comments: 1,000 of 1,000, 50/s, done in 20.0 s"
