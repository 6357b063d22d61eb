"""How much of an article is open: never more than the group's setting, in any script."""

import pytest

from parley.groups.models import Group, Show
from parley.seeds.queries import cut_to_setting


@pytest.mark.parametrize("body", ["word " * 900, "字" * 900, "กขค" * 300, "x" * 90_000, "a字 " * 450, "日本語。\n\n" * 300])
def test_an_excerpt_ends_after_its_words(body):
    shown = cut_to_setting(body.strip(), Group(show=Show.EXCERPT, excerpt_words=120), "")
    assert shown.shown_words == 120 < shown.all_words
    assert len(shown.text) <= 120 * 41 + 2
    assert shown.text.endswith(" …")
    assert body.startswith(shown.text.removesuffix(" …"))


def test_a_link_shows_nothing_and_full_text_needs_a_licence():
    body = "word " * 900
    assert cut_to_setting(body, Group(show=Show.LINK), "CC BY").text == ""
    assert cut_to_setting(body, Group(show=Show.FULL, excerpt_words=10), "").shown_words == 10
    assert cut_to_setting(body, Group(show=Show.FULL), "CC BY 4.0").is_whole
