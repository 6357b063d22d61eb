"""Rules and groups as somebody who reads Arabic alone writes, signs, brings, and runs them."""

import json
import re
from types import SimpleNamespace

import pytest
from django.test import Client

from parley.base import jobs
from parley.groups import services as groups
from parley.ledger.models import Entry
from parley.rulebooks import queries
from tests.web.test_in_arabic import latin_in, of
from tests.web.test_rule_trials import rule

pytestmark = pytest.mark.django_db
PROSE = "No talk of zorblax. Please be brief. No personal attacks. No links."
THEIRS = re.compile(
    r'<(\w+)\b[^>]*\blang="en"[^>]*>.*?</\1>|<(q|bdi|textarea|code)\b.*?</\2>|<div class="panel prose-read".*?</div>|→ [^<]*'
    r'|<span dir="auto">.*?</span>|<li dir="auto">(?:<(?:ins|del)>)?(?:<span class="unseen">[^<]*</span>)?[^<]*'
    r'|<label for="f-expression[^<]*|«\u2068[^\u2069]*\u2069»',
    re.DOTALL,
)  # fmt: skip
"""What people wrote, lines of rules, their words in a remark, and what the engine cannot say otherwise."""
NAMES = {"olga", "mo", "new", "nobody", "lantern", "example", "AutoModerator", "Reddit", "Discourse", "YAML", "CSV", "JSON", "CEL"}
YAML = """---
type: comment
body (includes, case-sensitive): ["zorblax"]
is_gold: true
action: remove
---
type: comment
action: approve
"""


def ours_in(answer) -> set[str]:
    """Words of Latin letters on a page beside what is not ours to translate."""
    page = answer.content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    return latin_in(SimpleNamespace(content=THEIRS.sub(" ", page).encode())) - NAMES


def hidden(answer, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


@pytest.fixture
def place(group_with, people):
    """One with two owners, olga and mo, in which new rules need both."""
    group = group_with(rules=None, members={"ada": "member", "mo": "mod"}, about="plugh")
    groups.set_role(actor=people.olga, group=group, person=people.mo, role="owner")
    rule(people, group, "Please be brief.")
    rule(people, group, PROSE)
    groups.change_settings(actor=people.olga, group=group, signed_above=2)
    return group


def test_reading_rules_and_lists(place, people, seed_with):
    seed = seed_with(group=place, headline="Zorblax".lower(), article="zorblax " * 50, source_name="Lantern")
    tried = f"{place.url}/rules?try=zorblax+zorblax"
    mine = ("/rules", "/rules?version=2", "", "/members")
    paths = ("/rules", tried, f"/s/{seed.pk}/rules", *(f"{place.url}{end}" for end in mine))
    for path in (*paths, "/tags", seed.source.url, "/days"):
        answer = Client(headers={"Accept-Language": "ar"}).get(path, follow=True)
        assert ours_in(answer) == set(), path
    owner = of(people.olga)
    for path in paths:
        assert ours_in(owner.get(path)) == set(), path
    said = of(people.ada).post(f"/s/{seed.pk}/reply", {"text": "quibblefax"})
    assert said.status_code == 302
    running = owner.get(f"/s/{seed.pk}/rules")
    assert "خفِّف إلى «البشر»" in running.content.decode()
    assert ours_in(running) == set()
    sent = {"number": "1", "key": hidden(running, "key"), "keeping": "prevent"}
    assert ours_in(owner.post(f"/s/{seed.pk}/rules", sent)) == set()


def test_writing_and_signing_rules(place, people, seed_with):
    owner, other, address = of(people.olga), of(people.mo), f"{place.url}/rules/edit"
    of(people.ada).post(f"/s/{seed_with(group=place).pk}/reply", {"text": "quibblefax"})
    jobs.run_due()
    assert ours_in(owner.get(address)) == set()
    assert ours_in(owner.post(address, {"prose": "", "version": "2", "read": "1"})) == set()
    sent = {"prose": f"{PROSE}\nNo talk of plugh. Taunting may be removed.", "version": "2"}
    read = owner.post(address, {**sent, "read": "1", "try": "plugh"})
    assert "أكّد" in read.content.decode()
    assert ours_in(read) == set()
    for more in ({"replay": "1", "days": "7"}, {"replay": "1", "days": "0"}, {"confirm": "1", "reading": "x"}, {"version": "1"}):
        assert ours_in(owner.post(address, {**sent, **more})) == set(), more
    jobs.run_due()
    told = json.loads(owner.get(f"{address}/replay").content)
    assert not re.findall(r"[A-Za-z]{2,}", told["says"] + " ".join(each[0] for each in told["figures"]))
    assert ours_in(owner.get(address)) == set()
    assert ours_in(owner.post(address, {"drop": "1", "prose": "plugh"})) == set()
    groups.change_settings(actor=people.olga, group=place, signed_above=0)
    asked = owner.post(address, {**sent, "confirm": "1", "reading": hidden(read, "reading")}, follow=True)
    assert ours_in(asked) == set()
    (draft,) = queries.offered_drafts(queries.book_of_group(place))
    waits = f"{place.url}/rules/drafts/{draft.pk}"
    seen = other.get(waits)
    for answer in (seen, owner.get(waits), other.post(waits, {"seen": "0", "decline": "1"})):
        assert ours_in(answer) == set()
    signed = other.post(waits, {"seen": hidden(seen, "seen")}, follow=True)
    assert ours_in(signed) == set()
    assert ours_in(other.post(waits, {"seen": "0", "decline": "1", "because": "plugh"})) == set()
    assert ours_in(other.get(f"{place.url}/rules?version=3")) == set()


def test_the_log_of_rules_stays_english(group_with, people):
    place = group_with(rules=None)
    rule(people, place, PROSE)
    owner, address = of(people.olga), f"{place.url}/rules/edit"
    key = re.search(r'name="keeping-(\w+)" value="ask" checked', owner.get(address).content.decode())[1]
    sent = {"prose": PROSE, "version": "1", "shown": key, f"keeping-{key}": "people"}
    read = owner.post(address, {**sent, "read": "1"})
    assert "خُفِّف" in read.content.decode()
    assert owner.post(address, {**sent, "confirm": "1", "reading": hidden(read, "reading")}).status_code == 302
    told = [said for each in Entry.objects.all() for said in each.body.get("changed", ())]
    assert [said.partition(": ")[2] for said in told] == ["turned down from ask to people."]


def test_bringing_rules_from_elsewhere(place, people):
    owner, address = of(people.olga), f"{place.url}/rules/import"
    assert ours_in(owner.get(address)) == set()
    for pasted, known in (
        ("", set()), ("{", {"expecting", "property", "name", "enclosed", "in", "double", "quotes"}), ('{"x": 1}', set()),
        ("zorblax\nplugh\nquibblefax", {"block"}), (YAML, {"action", "remove", "includes", "case", "sensitive", "is", "gold"}),
    ):  # fmt: skip
        assert ours_in(owner.post(address, {"pasted": pasted})) <= known, pasted
    pack = owner.get(f"{place.url}/rules/pack").content.decode()
    assert ours_in(owner.post(address, {"pasted": pack})) <= {"personal", "attacks", "talk", "links"}


def test_running_groups(place, people):
    owner, other = of(people.olga), of(people.mo)
    for path in ("/g", "/g/new", f"{place.url}/settings", f"{place.url}/members"):
        assert ours_in(owner.get(path)) == set(), path
    assert ours_in(of(people.new).get(f"{place.url}/join")) == set()
    typed = {"name": "1", "title": "", "excerpt_words": "x", "signed": "more"}
    for path in ("/g/new", f"{place.url}/settings"):
        assert ours_in(owner.post(path, typed)) == set(), path
    typed["title"] = "zorblax"
    for wrong in ({"signed": "never", "excerpt_words": "0"}, {"signed": "never", "excerpt_words": "9"}):
        assert ours_in(owner.post("/g/new", {**typed, **wrong})) == set(), wrong
    groups.change_settings(actor=people.olga, group=place, signed_above=None)
    for answer in (owner.get(f"{place.url}/settings"), other.get(f"{place.url}/settings"), other.get(f"{place.url}/rules")):
        assert "ينتظر مالكًا" in answer.content.decode()
        assert ours_in(answer) == set()
    for sent in ({"member": "nobody", "role": "mod"}, {"member": "new", "role": "mod"}, {"member": "ada", "role": "x"}):
        assert ours_in(owner.post(f"{place.url}/members", sent)) == set(), sent
    for sent in ({"member": "ada", "role": "mod"}, {"member": "ada", "role": "out"}, {"member": "mo", "role": "out"}):
        assert ours_in(owner.post(f"{place.url}/members", sent, follow=True)) == set(), sent
    assert "لم يعد في هذه المجموعة" in other.get(f"{place.url}/members").content.decode()
    private = of(people.olga)
    groups.change_settings(actor=people.olga, group=place, visibility="private")
    assert ours_in(private.get(f"{place.url}/leave")) == set()
