"""Members who are named in a text: linked where they stand as plain words, and nowhere that was cut."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.base.cleaning import clean
from parley.texts import services as texts
from parley.texts.mentions import asked_of, link_to, shown_in
from parley.texts.rendering import Cut, render

ADA = f'{link_to("ada")} rel="nofollow ugc noopener">@ada</a>'
MARKUP = ["@ada", "@ad", "@bo", "@", "ada", "*", "`", "[", "](/x)", "\n\n", "> ", "```\n", " ", "\\", "&#64;ada", "a@ada", "_", "."]


@pytest.mark.parametrize(("source", "is_linked"), [
    ("@ada", True), ("Ask @ada.", True), ("(@ada)", True), ("**@ada**, @bo", True), ("> @ada", True), ("@Ada", True),
    ("@ada’s", True),
    ("`@ada`", False), ("```\n@ada\n```", False), ("[see @ada](https://a.example)", False), ("me@ada.example", False),
    ("@ada_b", False), ("@adam", False), ("@ada@b.example", False), ("https://a.example/@ada", False), ("@@ada", False),
])  # fmt: skip
def test_a_name_is_linked_where_it_is_a_word(source, is_linked):
    drawn = render(source, names=("ada",))
    assert (shown_in(drawn.html) == ("ada",)) is is_linked
    assert "@ada" in drawn.plain.lower()
    assert drawn.plain == render(source).plain


def test_a_link_of_that_kind_cannot_be_written():
    for forged in ('<a class="mention" href="/m/ada">x</a>', "[@ada](/m/ada)", '[x](/m/ada "mention")'):
        assert shown_in(render(forged, names=("bo",)).html) == ()


@given(st.lists(st.sampled_from(MARKUP), max_size=14), st.data())
def test_with_any_cut_the_rest_names_nobody_who_is_not_seen(pieces, data):
    source = clean("".join(pieces)) + " @ada @ad"
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    drawn = render(source, (Cut(start, end, "/log/1", "why"),), names=("ada", "ad", "bo"))
    left = unescape(source[:start] + "\n" + source[end:])
    assert set(shown_in(drawn.html)) <= {name for name in ("ada", "ad", "bo") if f"@{name}" in left}
    assert "\ufdd0" not in drawn.html


@pytest.mark.django_db
@pytest.mark.database
def test_links_stay_as_they_were_through_cuts_and_who_joined_since(people, comment, cut, as_):
    from parley.moderation import services as moderation
    from parley.people.services import create_person

    said = comment("A word to @ada and @zoe, fool.", by=people.bo)
    before = as_(None).get(f"/c/{said.pk}", follow=True).content.decode()
    assert ADA in before
    assert "/m/zoe" not in before
    create_person(username="zoe", email="zoe@parley.example", password=None)
    ruling = cut(said, "fool")
    assert ADA in as_(None).get(f"/c/{said.pk}", follow=True).content.decode()
    moderation.undo(actor=people.mo, ruling=ruling)
    said.text.current.refresh_from_db()
    assert "/m/zoe" not in said.text.current.html
    assert texts.mentioned(said.text) == ("ada",)
    answer = comment("Hm.", by=people.olga, to=said)
    assert as_(None).get(f"/c/{answer.pk}", follow=True).content.decode().count(ADA) == 2, "in the citation as well"


def test_many_names_are_bounded():
    assert len(asked_of(" ".join(f"@name{number}" for number in range(100)))) == 30
