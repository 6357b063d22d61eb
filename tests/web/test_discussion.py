"""A seed's page through the front door: what it shows to whom, in which order, and what it costs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.base.keys.shelf import WATCH
from parley.groups import services as groups
from parley.moderation import services as moderation
from parley.texts import services as texts
from parley.threads.models import Comment
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db


def body(response) -> str:
    return response.content.decode()


def visit(browser, url, status=200) -> str:
    response = browser.get(url)
    assert response.status_code == status, body(response)[:2000]
    return body(response)


def numbers_on(page: str) -> list[str]:
    return re.findall(r'class="number" href="/c/\d+" title="([\d.]+)"', page)


@pytest.fixture
def bulk(people):
    """Adds many comments below each other in threes, without judging each."""

    def add(seed, count: int) -> None:
        from django.utils import timezone

        from parley.seeds import services as seeds
        from parley.threads import services as threads

        parent = None
        for number in range(count):
            parent = threads.add(
                author=(people.ada, people.bo)[number % 2], seed=seeds.lock(seed), parent=parent if number % 3 else None,
                text=texts.write(author=people.ada, source=f"Remark {number}."), cited=[], is_official=False, form_key=None,
                at=timezone.now(),
            )  # fmt: skip

    return add


def test_the_number_alone_and_a_wrong_slug_lead_to_the_page(seed, as_):
    for short in (f"/s/{seed.pk}", f"/s/{seed.pk}/another-slug"):
        response = as_(None).get(short + "?order=votes")
        assert (response.status_code, response.headers["Location"]) == (301, seed.url + "?order=votes")


def test_the_page_shows_source_remark_rules_and_discussion(seed_with, comment, as_):
    seed = seed_with(remark="Here we go *again*.", bylines=("Ines Marchetti",), rules="No shouting about tiltmeters.")
    comment("A first remark.", on=seed)
    page = visit(as_(None), seed.url)
    for words in ("A glacier lake drained", "Ines Marchetti", "The Lantern", "Here we go again.", "Excerpt: 120 of 400 words",
                  "No shouting about tiltmeters.", "cannot change while the discussion runs", "A first remark.", "1 comment",
                  "1 person", "Sign in to take part"):  # fmt: skip
        assert words in page, words
    assert "<textarea" not in page


def test_before_the_first_comment_the_rules_are_not_frozen(seed, as_):
    page = visit(as_(None), seed.url)
    assert "and frozen with the first comment" in page
    assert "Nobody has said anything yet." in page


@pytest.mark.parametrize(("original", "is_shown"), [
    ("", False), ("A glacier lake drained", False), ("A glacier lake drained - The Lantern", False),
    ("Lantern | A glacier lake drained", False), ("SHOCK: lake gone", True),
    ("Mayor blamed - A glacier lake drained", True), ("A glacier lake drained - so the mayor says", True),
])  # fmt: skip
def test_a_changed_headline_is_shown_as_changed(seed_with, as_, original, is_shown):
    page = visit(as_(None), seed_with(original_headline=original).url)
    assert ("Headline changed by" in page) == is_shown


def test_a_headline_as_it_was_read_is_not_a_changed_one(seed_with, as_):
    headline = "A glacier lake drained"
    seed = seed_with(headline=headline, headline_read=headline, original_headline=f"VALLEY NEWS: {headline} - Science")
    assert "Headline changed by" not in visit(as_(None), seed.url)


def test_a_link_group_shows_no_text_anywhere_on_the_page(group_with, seed_with, as_):
    page = visit(as_(None), seed_with(group=group_with(show="link")).url)
    assert "Sensors saw it coming" not in page


def test_metadata_holds_headline_and_shown_excerpt_only(seed_with, as_):
    article = "Open words. " * 100 + "Beacon of the unshown rest."
    page = visit(as_(None), seed_with(article=article).url)
    metas = re.findall(r"<(?:meta|title)[^>]*>[^<]*", page)
    assert any("og:title" in meta and "A glacier lake drained" in meta for meta in metas)
    assert any("og:description" in meta and "Open words." in meta for meta in metas)
    assert "Beacon" not in page


def test_signed_out_the_page_is_the_same_for_all(seed, comment, as_):
    comment()
    first, second = as_(None).get(seed.url), as_(None).get(seed.url)
    assert first.content == second.content
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")
    assert "public" in first.headers["Cache-Control"]


def test_orders_and_slices(seed, bulk, as_):
    bulk(seed, 211)
    page = visit(as_(None), seed.url)
    numbers = numbers_on(page)
    assert len(numbers) == 200
    after = re.search(r'href="([^"]*after=[^"]*)#discussion"', page)[1].replace("&amp;", "&")
    rest = visit(as_(None), after)
    assert numbers + numbers_on(rest) == [each.number for each in Comment.objects.filter(seed=seed).order_by("path")]
    assert "Goes on below" in rest
    assert "landing.js" in page
    newest = visit(as_(None), seed.url + "?order=newest")
    assert numbers_on(newest)[0] == "71"
    assert "order=newest&amp;after=" in newest


def test_a_comment_is_led_to_the_slice_that_holds_it(seed, bulk, as_):
    bulk(seed, 211)
    for comment in (Comment.objects.filter(seed=seed).first(), Comment.objects.filter(seed=seed).last()):
        response = as_(None).get(f"/c/{comment.pk}")
        assert response.status_code == 302
        url, fragment = response.headers["Location"].split("#")
        assert fragment == f"c{comment.pk}"
        assert f'id="c{comment.pk}"' in visit(as_(None), url)


@pytest.mark.parametrize(
    "asked", ["?order=x&after=y", "?after=" + "9" * 4000, "?after=1.1.1.1", "?order=votes&after=99", "?after=%00"]
)
def test_an_address_that_asks_for_nonsense_shows_a_page(seed, comment, as_, asked):
    comment()
    visit(as_(None), seed.url + asked)


WAYS = {
    None: set(),
    "ada": {"reply", "edit"},
    "bo": {"reply"},
    "mo": {"reply", "cut"},
    "sita": {"cut"},
    "new": set(),
}


@pytest.mark.parametrize("who", WAYS)
def test_everybody_sees_the_ways_that_are_open_to_them(seed, comment, people, as_, who):
    said = comment("Mine.")
    page = visit(as_(getattr(people, who) if who else None), seed.url)
    assert set(re.findall(rf'href="/c/{said.pk}/(reply|edit|append|cut)"', page)) == WAYS[who]
    assert (f'formaction="/c/{said.pk}/vote"' in page) == (who in {"bo", "mo"})
    assert ('id="write-main"' in page) == (who in {"ada", "bo", "mo"})


def test_after_the_time_for_editing_one_can_add(group_with, seed_with, comment, people, as_):
    said = comment(on=seed_with(group=group_with(edit_minutes=0)))
    page = visit(as_(people.ada), said.seed.url)
    assert f'href="/c/{said.pk}/append"' in page
    assert f'href="/c/{said.pk}/edit"' not in page


def test_a_cut_comment_cannot_be_edited_and_says_why(seed, comment, cut, people, as_):
    said = comment("A zorblax of a remark.")
    ruling = cut(said, "zorblax")
    page = visit(as_(people.ada), seed.url)
    assert f"/c/{said.pk}/edit" not in page
    assert f'class="why" href="/log/{ruling.entry_id}"' in page
    assert "1 redaction" in page


def test_a_removed_comment_leaves_a_tombstone_and_its_replies(seed, comment, cut, people, as_):
    said = comment("A zorblax of a remark.")
    comment("An answer.", by=people.bo, to=said)
    cut(said, None)
    page = visit(as_(None), seed.url)
    assert "zorblax" not in page
    assert numbers_on(page) == ["1", "1.1"]
    assert "Removed</b> for rule 1" in page
    assert "An answer." in page


def test_mods_who_take_part_are_named_as_such(seed, comment, people, as_):
    comment(by=people.mo)
    comment(by=people.bo)
    page = visit(as_(None), seed.url)
    assert page.count("takes part here and so cannot rule") == 2  # mo, who spoke, and olga, who seeded


def test_an_official_post_looks_different_and_does_not_count_as_taking_part(seed, comment, people, as_):
    comment("Calm, please.", by=people.mo, official=True)
    page = visit(as_(None), seed.url)
    assert "speaking as a mod" in page
    assert page.count("takes part here and so cannot rule") == 1  # olga, who seeded


def test_a_private_group_is_nowhere_for_others(group_with, seed_with, comment, people, as_):
    said = comment(on=seed_with(group=group_with(visibility="private")))
    seed = said.seed
    ways = [f"/s/{seed.pk}", seed.url, f"/s/{seed.pk}/feed.atom", f"/c/{said.pk}", f"/c/{said.pk}/history"]
    acts = [f"/c/{said.pk}/{way}" for way in ("reply", "edit", "append", "cut")] + [f"/s/{seed.pk}/reply"]
    for url in ways:
        assert as_(None).get(url).status_code == 404, url
    for url in ways + acts:
        assert as_(people.new).get(url).status_code == 404, url
        assert as_(people.sita).get(url).status_code == 404, url
    for url in [*acts, f"/c/{said.pk}/vote", f"/s/{seed.pk}/vote", f"/s/{seed.pk}/coach"]:
        assert as_(people.new).post(url, {"text": "x"}).status_code == 404, url
    assert as_(people.bo).get(seed.url).status_code == 200


def test_wordings_of_a_comment(comment, people, as_, cut):
    from parley.posting import services as posting

    said = comment("First wording with zorblax.")
    posting.edit_comment(actor=people.ada, comment=said, source="Second wording with zorblax.", revision=said.text.current_id)
    page = visit(as_(None), f"/c/{said.pk}/history")
    assert page.index("Second wording") < page.index("First wording")
    ruling = cut(said, "zorblax")
    assert "zorblax" not in visit(as_(None), f"/c/{said.pk}/history")
    moderation.undo(actor=people.mo, ruling=ruling)
    cut(said, None)
    gone = visit(as_(None), f"/c/{said.pk}/history")
    assert "wording with" not in gone
    assert "Removed</b>" in gone


def test_votes_without_javascript_lead_back_and_with_it_answer_json(seed, comment, people, as_):
    said = comment()
    bo = as_(people.bo)
    response = bo.post(f"/c/{said.pk}/vote", {"voted": "1"})
    assert (response.status_code, response.headers["Location"]) == (302, f"{seed.url}#c{said.pk}")
    answer = bo.post(f"/c/{said.pk}/vote", {"voted": "1"}, headers={"Accept": "application/json"})
    assert answer.json() == {"count": 1, "voted": True}
    assert 'aria-pressed="true"' in visit(bo, seed.url)
    answer = bo.post(f"/s/{seed.pk}/vote", {"voted": "1"}, headers={"Accept": "application/json"})
    assert answer.json() == {"count": 1, "voted": True}
    answer = bo.post(f"/c/{said.pk}/vote", {"voted": "0"}, headers={"Accept": "application/json"})
    assert answer.json() == {"count": 0, "voted": False}


def test_nobody_votes_for_his_own(seed, comment, people, as_):
    said = comment()
    for who, url in ((people.ada, f"/c/{said.pk}/vote"), (people.olga, f"/s/{seed.pk}/vote"), (people.new, f"/c/{said.pk}/vote")):
        assert as_(who).post(url, {"voted": "1"}).status_code == 403
        answer = as_(who).post(url, {"voted": "1"}, headers={"Accept": "application/json"})
        assert answer.status_code == 403
        assert answer.json()["sentence"]


def test_the_page_asks_no_more_for_many_comments_than_for_few(seed_with, bulk, people, comment, cut, as_):
    few, many = seed_with(), seed_with()
    for seed, size in ((few, 5), (many, 250)):
        for number in range(size // 5):  # every fifth cites, and what it cites is cut
            cited = comment(f"Some zorblax here, {number}.", on=seed)
            comment(by=people.bo, to=cited)
            cut(cited, "zorblax")
        bulk(seed, size - 2 * (size // 5))
    for who in (None, people.ada, people.mo):
        browser = as_(who)
        browser.get(few.url)
        for order in ("number", "votes", "newest"):
            WATCH.forget()  # what was kept is asked for anew
            counts = [asked(browser, f"{seed.url}?order={order}") for seed in (few, many)]
            assert counts[1] <= counts[0]
            # One more for what stands above a slice that begins inside a branch.
            most = QUERIES["seed" if order == "number" else "seed_branches"][who is not None]
            assert asked(browser, f"{many.url}?order={order}&after=1") <= min(counts[0] + 1, most)


def test_a_page_that_is_kept_asks_for_the_reader_alone(seed, comment, people, as_):
    comment()
    for who in (None, people.ada, people.mo):
        as_(who).get(seed.url)
        assert asked(as_(who), seed.url) <= QUERIES["seed_kept"][who is not None]


def asked(browser, url) -> int:
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as queries:
        visit(browser, url)
    return len(queries)


@pytest.mark.parametrize("headline", ["Reply", "Vote!", "Picture", "Coach", "¡!"])
def test_a_headline_cannot_take_the_address_of_an_act(seed_with, as_, headline):
    assert headline in visit(as_(None), seed_with(headline=headline).url)


def test_joining_is_offered_to_those_who_do_not_take_part(seed, people, as_):
    page = visit(as_(people.new), seed.url)
    assert f'href="{seed.group.url}/join"' in page
    groups.join(actor=people.new, group=seed.group)
    page = visit(as_(people.new), seed.url)
    assert f'href="{seed.group.url}/join"' not in page
