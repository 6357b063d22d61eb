"""The demo community's files: whole, consistent, and within the rules that the site itself keeps.

The loader calls the site's services, so that a slip in these files would show late and far away. Here it shows at once.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import pytest

Table: TypeAlias = dict[str, Any]

DEMO = Path(__file__).parents[2] / "demo"
SEED_FILES = sorted((DEMO / "seeds").glob("*.toml"))
SEED_KEYS = {
    "group", "seeder", "headline", "bylines", "source", "url", "days_ago", "seeded_hours_ago", "votes", "language",
    "remark", "tags", "rules", "article",
}  # fmt: skip
SEED_EXTRAS = {"original_headline", "image", "caption", "credit", "licence", "comment", "flag", "act"}
COMMENT_KEYS = {"id", "by", "minute", "votes", "text"}
COMMENT_EXTRAS = {"reply_to", "official", "anyway", "cite", "waits", "picture"}
ACT_KEYS = {"mod", "comment", "do", "kind", "line", "note"}
ACT_EXTRAS = {"ticket", "evidence", "appeal", "talk"}
FLAG_KEYS = {"by", "comment", "line", "words", "note"}
LONGEST_TEXT = 20_000  # characters, product R3.1


def table(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


PEOPLE: dict[str, Table] = {person["name"]: person for person in table(DEMO / "people.toml")["person"]}
GROUPS_FILE = table(DEMO / "groups.toml")
GROUPS: dict[str, Table] = {group["name"]: group for group in GROUPS_FILE["group"]}
SEEDS: dict[str, Table] = {path.stem: table(path) for path in SEED_FILES}

every_seed = pytest.mark.parametrize("seed", SEEDS.values(), ids=list(SEEDS))


def comments(seed: Table) -> dict[str, Table]:
    return {comment["id"]: comment for comment in seed.get("comment", [])}


def staff(group: Table) -> set[str]:
    return {group["owner"], *group["mods"]}


def inside(group: Table) -> set[str]:
    return staff(group) | set(group["members"])


def depth(comment: Table, of: dict[str, Table]) -> int:
    return 1 if "reply_to" not in comment else 1 + depth(of[comment["reply_to"]], of)


def below(found: dict[str, Table], top: str) -> Iterator[str]:
    for name, comment in found.items():
        if comment.get("reply_to") == top:
            yield name
            yield from below(found, name)


def voters(comment: Table, group: Table) -> list[str]:
    """Who voted: the names given, or so many in the order that demo/README.md tells."""
    votes = comment["votes"]
    if isinstance(votes, list):
        return votes
    names = list(PEOPLE)
    after = names.index(comment["by"]) + 1
    round_trip = names[after:] + names[: after - 1]
    free = [name for name in round_trip if name in group["members"] and PEOPLE[name]["role"] == "member"]
    assert votes <= len(free), f"{comment['id']}: {votes} votes, {len(free)} members could vote"
    return free[:votes]


def acted_comments() -> Iterator[tuple[Table, Table, Table]]:
    for seed in SEEDS.values():
        for act in seed.get("act", []):
            yield seed, act, comments(seed)[act["comment"]]


def test_people_are_the_cast_and_more() -> None:
    assert {"ada", "bo", "mo", "sam", "new", "admin", "sita"} <= PEOPLE.keys()
    assert len(PEOPLE) >= 20
    assert len(PEOPLE) == len(table(DEMO / "people.toml")["person"])
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{1,19}", name) for name in PEOPLE)
    assert Counter(person["role"] for person in PEOPLE.values()) == {
        "member": len(PEOPLE) - 2,
        "site mod": 1,
        "admin": 1,
    }


def test_groups_name_people_who_exist() -> None:
    assert sorted(group["visibility"] for group in GROUPS.values()) == ["private", "public", "public"]
    for group in GROUPS.values():
        assert inside(group) <= PEOPLE.keys()
        assert len(group["members"]) == len(set(group["members"]) - staff(group)), "each stands once"
        assert group["show"] in {"link", "excerpt", "full"}
        assert (group["excerpt_words"] > 0) == (group["show"] == "excerpt")
    assert "mo" in GROUPS["astronomy"]["mods"]


@every_seed
def test_keys_are_those_of_the_readme(seed: Table) -> None:
    assert seed.keys() >= SEED_KEYS
    assert seed.keys() <= SEED_KEYS | SEED_EXTRAS
    for comment in seed.get("comment", []):
        assert comment.keys() >= COMMENT_KEYS
        assert comment.keys() <= COMMENT_KEYS | COMMENT_EXTRAS
    for act in seed.get("act", []):
        assert act.keys() - ACT_EXTRAS == ACT_KEYS | ({"words"} if act["do"] == "redact" else set())
    for flag in seed.get("flag", []):
        assert flag.keys() == FLAG_KEYS


@every_seed
def test_seed_belongs_to_its_group(seed: Table) -> None:
    group = GROUPS[seed["group"]]
    assert seed["seeder"] in inside(group)
    assert ("licence" in seed) == (group["show"] == "full")
    assert seed.get("original_headline") != seed["headline"]
    words = len(seed["article"].split())
    assert not words or 250 <= words <= 700


@every_seed
def test_picture_is_there_and_small(seed: Table) -> None:
    if "image" in seed:
        picture = DEMO / "pictures" / seed["image"]
        assert picture.stat().st_size < 120_000
        assert seed["caption"]
        assert seed["credit"]
    for picture in (comment["picture"] for comment in seed.get("comment", []) if "picture" in comment):
        assert (DEMO / "pictures" / picture["file"]).stat().st_size < 120_000
        assert 20 < len(picture["shows"]) <= 200
        assert GROUPS[seed["group"]]["pictures"]


@every_seed
def test_addresses_end_in_example(seed: Table) -> None:
    texts = [comment["text"] for comment in seed.get("comment", [])]
    found = re.findall(r"https?://[^\s)>\]]+", "\n".join([seed["url"], seed["article"], seed["remark"], *texts]))
    assert all((urlsplit(url).hostname or "").endswith(".example") for url in found)


@every_seed
def test_comments_stand_in_order_of_posting(seed: Table) -> None:
    seen: set[str] = set()
    for comment in seed.get("comment", []):
        assert comment["id"] not in seen
        assert "reply_to" not in comment or comment["reply_to"] in seen
        seen.add(comment["id"])
    minutes = [comment["minute"] for comment in seed.get("comment", [])]
    assert all(earlier < later for earlier, later in pairwise(minutes))
    assert not minutes or 0 < minutes[0] <= minutes[-1] < seed["seeded_hours_ago"] * 60, "nothing from the future"


@every_seed
def test_authors_are_members_and_were_there(seed: Table) -> None:
    group = GROUPS[seed["group"]]
    for comment in seed.get("comment", []):
        site_mod = comment.get("official") and PEOPLE[comment["by"]]["role"] == "site mod"
        assert comment["by"] in inside(group) or site_mod
        hours_ago = seed["seeded_hours_ago"] - comment["minute"] / 60
        assert PEOPLE[comment["by"]]["joined_days_ago"] * 24 > hours_ago, f"{comment['id']} came before joining"
        assert not comment.get("official") or comment["by"] in staff(group) or site_mod


@every_seed
def test_texts_are_fit_to_post(seed: Table) -> None:
    for comment in seed.get("comment", []):
        assert comment["text"] == comment["text"].strip()
        assert 0 < len(comment["text"]) <= LONGEST_TEXT


def test_no_text_stands_twice() -> None:
    texts = Counter(" ".join(c["text"].casefold().split()) for s in SEEDS.values() for c in s.get("comment", []))
    assert [text for text, times in texts.items() if times > 1] == []


@every_seed
def test_nobody_answers_himself_unless_on_purpose(seed: Table) -> None:
    found = comments(seed)
    for comment in found.values():
        parent = found.get(comment.get("reply_to", ""))
        assert parent is None or parent["by"] != comment["by"] or comment.get("anyway")


@every_seed
def test_cited_words_stand_once_in_an_earlier_comment(seed: Table) -> None:
    found = comments(seed)
    for comment in found.values():
        for citation in comment.get("cite", []):
            cited = found[citation["comment"]]
            assert cited["text"].count(citation["words"]) == 1, f"{comment['id']}: {citation['words']}"
            assert cited["minute"] < comment["minute"]
            assert citation["words"] == citation["words"].strip()


@every_seed
def test_votes_are_from_others_and_once_each(seed: Table) -> None:
    group = GROUPS[seed["group"]]
    as_item = {"id": "the seed", "by": seed["seeder"], "votes": seed["votes"]}
    for item in [as_item, *seed.get("comment", [])]:
        who = voters(item, group)
        assert item["by"] not in who
        assert len(who) == len(set(who))
        assert set(who) <= inside(group)


def test_acts_name_words_and_lines_that_stand_there() -> None:
    for seed, act, comment in acted_comments():
        group = GROUPS[seed["group"]]
        rules = "\n".join([GROUPS_FILE["site_rules"], group["rules"], seed["rules"]])
        assert act["line"] in rules
        assert act["do"] in {"redact", "redact-all", "remove"}
        assert ("evidence" in act) == (act["kind"] == "debunked-claim")
        if act["do"] == "redact":
            assert comment["text"].count(act["words"]) == 1, act["words"]
        assert PEOPLE[act["mod"]]["role"] == "site mod" or act["mod"] in staff(group)


def test_flags_are_from_others_and_name_words_and_lines_that_stand_there() -> None:
    for seed in SEEDS.values():
        group, found = GROUPS[seed["group"]], comments(seed)
        rules = "\n".join([GROUPS_FILE["site_rules"], group["rules"], seed["rules"]])
        for flag in seed.get("flag", []):
            flagged = found[flag["comment"]]
            assert flag["by"] in inside(group) - {flagged["by"]}
            assert flag["line"] in rules
            assert flagged["text"].count(flag["words"]) == 1


def test_some_cases_are_open_for_whoever_looks_around() -> None:
    acted = {(seed["headline"], act["comment"]) for seed, act, _ in acted_comments()}
    flagged = {(seed["headline"], flag["comment"]) for seed in SEEDS.values() for flag in seed.get("flag", [])}
    acts = [act for _, act, _ in acted_comments()]
    assert flagged - acted, "a flag without an answer"
    assert flagged & acted, "and one with"
    assert any("ticket" in act and "appeal" in act for act in acts)
    assert any({line["by"] for line in act.get("talk", [])} == {act["mod"], comment["by"]} for _, act, comment in acted_comments())
    assert sum(comment.get("waits", False) for seed in SEEDS.values() for comment in seed.get("comment", [])) == 1


def test_acting_mods_have_no_part() -> None:
    """Product R4.6: no seeder, no discussant, nobody named or cited in the item, no voter on it or its parent."""
    for seed, act, comment in acted_comments():
        found, mod = comments(seed), act["mod"]
        assert seed["seeder"] != mod
        assert all(c["by"] != mod or c.get("official") for c in found.values()), f"{mod} takes part"
        assert not re.search(rf"\b{mod}\b", comment["text"], re.IGNORECASE)
        parent = found.get(comment.get("reply_to", ""))
        cited = {found[c["comment"]]["by"] for c in comment.get("cite", [])} | ({parent["by"]} if parent else set())
        assert mod not in cited
        for item in filter(None, [comment, parent]):
            assert mod not in voters(item, GROUPS[seed["group"]])


def test_no_comment_is_acted_on_twice_in_the_same_place() -> None:
    for seed in SEEDS.values():
        whole = [act["comment"] for act in seed.get("act", []) if act["do"] != "redact"]
        parts = {act["comment"] for act in seed.get("act", []) if act["do"] == "redact"}
        assert len(whole) == len(set(whole))
        assert not parts & set(whole)


def test_the_whole_has_what_the_demo_promises() -> None:
    sizes = sorted(len(seed.get("comment", [])) for seed in SEEDS.values())
    assert len(SEEDS) == 8
    assert sizes[0] == 0
    assert sizes[-1] >= 120
    assert all(6 <= size <= 40 for size in sizes[1:-1])
    assert sum(not seed["article"] for seed in SEEDS.values()) == 1, "one source of which only the link is shown"
    assert any(seed["language"] == "de" for seed in SEEDS.values())
    assert any("original_headline" in seed for seed in SEEDS.values())


def test_the_ferry_strike_shows_every_cut() -> None:
    seed = SEEDS["01-ferry-strike"]
    found = comments(seed)
    done = Counter(act["do"] for act in seed["act"])
    assert max(depth(comment, found) for comment in found.values()) >= 6
    assert sum("cite" in comment for comment in found.values()) >= 10
    assert done["redact"] >= 4
    assert done["redact-all"] == 1
    assert done["remove"] >= 1
    removed = [act["comment"] for act in seed["act"] if act["do"] == "remove"]
    assert any(len(list(below(found, name))) >= 3 for name in removed)
    cut = {(act["comment"], act["words"]) for act in seed["act"] if act["do"] == "redact"}
    cited = [(c["comment"], c["words"]) for comment in found.values() for c in comment.get("cite", [])]
    assert sum(any(name == c and words in w for c, w in cited) for name, words in cut) >= 2, "cut words stay cited"
