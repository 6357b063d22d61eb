"""Rendering: what is cut is nowhere, what is left is safe, and nothing takes long."""

import gzip
import json
import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.base.cleaning import clean
from parley.texts.rendering import MARK, Cut, render

RARE = "zorblax"
MARKUP = ["*", "**", "`", "[", "](http://a.example/", ")", "\n\n", "\n> ", "- ", "```\n", "![", "~~", " "]
MARKUP += ["<b>", "&amp;", "\\", "word", "https://a.example/", "[a]: http://", "|", "www."]
DATA = Path(os.environ.get("PARLEY_DATA", "../shared/data")) / "robustness"


@given(st.lists(st.sampled_from(MARKUP), max_size=12), st.lists(st.sampled_from(MARKUP), max_size=12))
def test_a_cut_word_is_nowhere_whatever_markup_stands_around(before, after):
    left, right = clean("".join(before)), clean("".join(after))
    source = f"{left}{RARE}{right}"
    drawn = render(source, (Cut(len(left), len(left) + len(RARE), "/log/1", "why"),))
    assert RARE not in drawn.html + drawn.plain
    assert "\ufdd0" not in drawn.html + drawn.plain
    assert "FDD0" not in drawn.html.upper().replace("%EF%B7%90", "FDD0")


@given(st.text(max_size=400), st.data())
def test_cuts_anywhere_in_any_text_leave_no_placeholder(raw, data):
    source = clean(raw)
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(source)), st.integers(1, 30)), max_size=4))
    cuts = tuple(Cut(start, min(start + size, len(source))) for start, size in spans if start < len(source))
    drawn = render(source, cuts)
    assert not re.search("[\ufdd0\ufdd1]", drawn.html + drawn.plain)


def test_a_link_whose_words_or_address_are_cut_loses_its_address():
    source = "see [the zorblax](https://zorblax.example/x) and https://zorblax.example/y now"
    for found in re.finditer("zorblax", source):
        drawn = render(source, (Cut(*found.span(), "/log/1", "t"),))
        assert drawn.html.count("zorblax") < render(source).html.count("zorblax")
        assert MARK in drawn.plain
    first = render(source, (Cut(9, 16, "/log/1", "t"),)).html
    assert "zorblax.example/x" not in first


def test_overlapping_cuts_leave_one_mark():
    assert render("one two three four", (Cut(4, 7), Cut(4, 13))).plain == "one [✘] four"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](javascript:alert(1))",
        '[x](https://a.example "onmouseover=alert(1)")',
        "<img src=x onerror=alert(1)>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "`<script>`",
    ],
)
def test_nothing_that_runs_comes_out(source):
    assert not re.search(r"<(script|img|iframe)|(href|src)=\"(javascript|data):|<[^>]* on\w+=", render(source).html)


def test_pictures_of_others_are_linked_never_loaded():
    drawn = render("![a cat](https://a.example/cat.gif)")
    assert "<img" not in drawn.html
    assert 'href="https://a.example/cat.gif"' in drawn.html


@pytest.mark.parametrize(
    "source",
    ["[" * 20_000, "> " * 10_000, "*a " * 6_600, "`" * 20_000, "[a](" * 5_000, "![" * 10_000, "- " * 10_000, "<" * 20_000,
     "https://a.example " * 1_100, "a@b.example " * 1_600, "_" * 20_000, "![[]()" * 3_300, "\\" * 20_000, "&amp;" * 4_000],
)  # fmt: skip
def test_hostile_markdown_takes_bounded_time(source):
    started = time.process_time()
    render(source)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("cuts", [(), (Cut(0, 2, "/log/1", "why"),)])
@pytest.mark.parametrize("address", ["http://a.example/%EF%B7%90{}%EF%B7%91", "<http://a.example/%EF%B7%90{}%EF%B7%91>"])
@pytest.mark.parametrize("number", [0, 7])
def test_no_address_makes_a_mark_of_its_own(cuts, address, number):
    drawn = render(f"An {address.format(number)} remark", cuts)
    assert drawn.plain.count(MARK) == len(cuts)
    assert not re.search("[\ufdd0\ufdd1]", drawn.html + drawn.plain)


@pytest.mark.parametrize(
    "source", ["a &#x202e;b&#8294; c&#xfeff;", "http://a.example/%E2%80%AEb", "[a](/b '&#x202e;')", "`&#x202e;`"]
)
def test_characters_that_turn_the_line_around_do_not_come_back(source):
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ufeff]", render(source).html + render(source).plain)


@pytest.mark.parametrize(
    "source",
    ["[a]: http://x/" + "y" * 9_900 + "\n\n" + "[a]" * 3_300, "[a]: /x '" + "y" * 9_900 + "'\n\n" + "[a]" * 3_300,
     "[a]: http://x/" + "y" * 9_900 + "\n\n" + "![a]" * 2_500, "[a]: http://x/" + "y" * 9_900 + "\n\n" + "[![a]][a]" * 1_100,
     "a.co " * 4_000, "-\n*\n" * 5_000],
)  # fmt: skip
def test_a_text_does_not_grow_beyond_measure(source):
    assert len(render(source).html) < 15 * 20_000


def test_upstream_attack_strings_come_out_harmless():
    lists = [DATA / "xss-dompurify" / "test.jsonl", DATA / "markdown-commonmark" / "xss.jsonl"]
    if not all(each.is_file() for each in lists):
        pytest.skip("no attack strings at PARLEY_DATA (docs/testing.md)")
    rows = [json.loads(line) for each in lists for line in each.read_text().splitlines()]
    payloads = [clean(str(row.get("payload") or row.get("markdown") or row.get("input"))) for row in rows]
    assert len(payloads) > 200
    for payload in payloads:
        drawn = render(payload[:20_000]).html
        assert not re.search(r"<(?!/?(p|em|strong|s|a|ul|ol|li|blockquote|pre|code|br|hr)\b)", drawn), payload
        assert not re.search(r'<a href="(?!https?:|mailto:|/[^/])', drawn), payload


def test_upstream_pathological_texts_take_bounded_time():
    folder = DATA / "markdown-commonmark" / "pathological"
    if not folder.is_dir():
        pytest.skip("no pathological texts at PARLEY_DATA (docs/testing.md)")
    for file in sorted(folder.glob("*.gz")):
        source = clean(gzip.decompress(file.read_bytes()).decode(errors="replace"))[:20_000]
        started = time.process_time()
        render(source)
        assert time.process_time() - started < 3, file.name
