"""As a mod who reads Arabic alone: cases, appeals, many at once, strain, the log, and figures. What is not translated is found by its
letters.
"""

import re
from dataclasses import asdict
from types import SimpleNamespace

import pytest
from django.utils import translation

from parley.appeals import services as appeals
from parley.ledger import services as ledger
from parley.ledger import wording
from parley.ledger.models import Entry, Told
from parley.moderation import flagging, mass, straining
from parley.moderation.models import Case, MassAct, Ruling
from parley.stats.evenness import Compared, Side
from parley.stats.figures import TERMS, WITHIN, Citing, Evenness, Figures, Share, Suspensions, Tally, Times
from parley.threads.models import Impasse
from parley.web.pages import figure_rows
from tests.web.test_in_arabic import latin_in, of, seed  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db
NAMES = {"sita", "CSV", "JSON", "Lines"}


def left_in(answer) -> set[str]:
    """But for fingerprints."""
    return latin_in(SimpleNamespace(content=re.sub(rb"<code>.*?</code>", b"", answer.content))) - NAMES


def words_of(row) -> str:
    """Of all its fields, but for their keys."""
    if isinstance(row, dict):
        return " ".join(words_of(value) for name, value in row.items() if name != "key")
    return " ".join(map(words_of, row)) if isinstance(row, list | tuple) else row if isinstance(row, str) else ""


@pytest.fixture
def said(comment, seed):  # noqa: F811
    return comment("quibblefax zorblax plugh", on=seed)


@pytest.fixture
def case(people, said):
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1, words=["zorblax"], note="plugh"))
    return Case.objects.get()


def test_deciding_a_case(people, seed, comment, case):  # noqa: F811
    comment("plugh quibblefax", on=seed, by=people.bo)
    mo, sita = of(people.mo), of(people.sita)
    for path in ("/cases", f"{seed.group.url}/cases?sort=flags", case.url, f"{case.comment.url}/history"):
        assert left_in(mo.get(path)) == set(), path
    assert "هذه الحالة لدى" in (taken := sita.get(case.url)).content.decode()
    assert left_in(taken) == set()
    chosen = {"what": "remove", "line": "1", "revision": case.comment.text.current_id}
    for sent in (
        {"do": "preview", "ticket": "taunting", **chosen}, {"do": "decide"}, {"do": "decide", "scope": "group", **chosen},
        {"do": "note"}, {"do": "hand"},
    ):  # fmt: skip
        assert left_in(mo.post(case.url, sent)) == set(), sent
    for sent in ({"do": "note", "note": "plugh"}, {"do": "second"}, {"do": "decide", **chosen}):
        assert left_in(mo.post(case.url, sent, follow=True)) == set(), sent
    ruling = Ruling.objects.get()
    for path in (case.url, "/cases", "/log", ruling.entry.address_of_entry, ruling.url):
        assert left_in(mo.get(path)) == set(), path
    assert left_in(mo.post(f"/rulings/{ruling.pk}/undo", follow=True)) == set()
    assert left_in(mo.get(ruling.entry.address_of_entry)) == set()


def test_a_ruling_without_a_case_and_one_by_somebody_else(people, said, comment, cut):
    mo = of(people.mo)
    assert left_in(mo.get(f"{said.url}/cut")) == set()
    assert left_in(mo.post(f"{said.url}/cut", {"do": "decide", "what": "redact", "line": "1"})) == set()
    cut(comment("plugh plugh", to=said, by=people.ada), "plugh")
    assert left_in(mo.get(f"{said.url}/cut")) == set()
    comment("quibblefax", to=said, by=people.mo)
    refused = mo.get(f"{said.url}/cut")
    assert refused.status_code == 403
    assert left_in(refused) == set()


def test_deciding_an_appeal(people, said, cut):
    ruling = cut(said, "zorblax")
    appeals.appeal(actor=people.ada, ruling=ruling, source="plugh")
    url, sita, mo = Case.objects.get(contests=ruling).url, of(people.sita), of(people.mo)
    for answer in (sita.get("/cases"), sita.get(url), sita.post(url, {"do": "grant"}), sita.post(url, {}), mo.get(url)):
        assert left_in(answer) == set()
    assert left_in(sita.post(url, {"do": "grant", "reasons": "plugh"}, follow=True)) == set()
    assert left_in(sita.get(url)) == set()


def test_many_at_once(people, seed, comment):  # noqa: F811
    found = [comment(f"plugh {number}", on=seed) for number in range(3)]
    comment("plugh plugh", on=seed, by=people.bo, quotes=[(found[0].pk, "plugh")])
    mo, ada, url = of(people.mo), of(people.ada), f"{found[0].url}/all"
    for asked in ("", "?line=1&since=2026-01-01", "?line=1&since=x"):
        assert left_in(mo.get(url + asked)) == set(), asked
    assert left_in(mo.post(url, {"line": "1"})) == set()
    items = [f"{each.pk}-{each.text.current_id}" for each in found]
    assert left_in(mo.post(url, {"line": "1", "item": items, "since": "2026-01-01", "note": "plugh"}, follow=True)) == set()
    act = MassAct.objects.get()
    for answer in (ada.get(act.url), ada.post(f"{act.url}/appeal", {"grounds": "plugh"})):
        assert left_in(answer) == set()
    assert left_in(mo.post(f"{act.url}/undo", follow=True)) == set()
    with translation.override("ar"):
        assert not any(re.search("[A-Za-z]", translation.gettext(each)) for each in mass.WHY_NOT.values())


def test_easing_a_discussion_and_letting_members_wait(people, seed, said):  # noqa: F811
    mo, url = of(people.mo), f"/s/{seed.pk}/strain"
    wrong = ({"do": "strain"}, {"do": "strain", "way": "paused", "note": "plugh"}, {"do": "calm", "text": "@ada"})
    for answer in (mo.get(url), *(mo.post(url, sent) for sent in wrong)):
        assert left_in(answer) == set()
    assert left_in(mo.post(url, {"do": "strain", "way": "slowed", "minutes": "5", "note": "plugh"}, follow=True)) == set()
    assert left_in(mo.get(url)) == set()
    strain = re.search(r'name="strain" value="(\d+)"', mo.get(url).content.decode())
    assert left_in(mo.post(url, {"do": "ease", "strain": strain[1]}, follow=True)) == set()
    assert left_in(mo.get(Entry.objects.latest("pk").address_of_entry)) == set()
    assert left_in(mo.post(url, {"do": "calm", "text": "plugh"}, follow=True)) == set()
    straining.hold_member(actor=people.mo, group=seed.group, username="ada", days=3, note="plugh")
    holds = f"{seed.group.url}/holds"
    for answer in (mo.get(holds), mo.post(holds, {"username": "nobody"}), mo.post(holds, {"username": "ada", "days": "900"})):
        assert left_in(answer) - {"nobody"} == set()


def test_an_impasse(people, seed, said, comment):  # noqa: F811
    comment("plugh", to=said, by=people.bo)
    bo = of(people.bo)
    assert left_in(bo.get(f"{said.url}/impasse")) == set()
    assert left_in(bo.post(f"{said.url}/impasse", follow=True)) == set()
    url = Impasse.objects.get().url
    for who in (people.mo, people.ada):
        assert left_in(of(who).get(url)) == set()
    assert left_in(bo.post(url, follow=True)) == set()
    assert left_in(of(people.ada).post(url, follow=True)) == set()
    assert left_in(bo.post(f"{said.url}/reply", {"text": ""})) == set()


def test_the_log_tells_every_act(people, seed):  # noqa: F811
    scale = "1/4/8 of 32, falling after 180 days; 7, 30 days; appeals 183 days, second mod 30 days"
    values = [(None, "mod"), ("14 days", "2 hours"), ("everybody", "the site’s mods"), (None, scale), ("ask", "point"), (None, 50)]
    names = {"name": "ada", "number": "1.2", "headline": "zorblax", "where": "Astronomy", "group": "Astronomy", "words": "plugh",
             "count": "1,200"}  # fmt: skip
    for number, told in enumerate(Told):
        before, after = values[number % len(values)]
        subject = wording.SUBJECTS[number % len(wording.SUBJECTS)].format(**names)
        ledger.note(
            told, actor="olga", decider=("group owner", "admin", "software")[number % 3], group_id=None, subject=subject,
            body={"before": before, "after": after, "signed_by": "bo"},
        )  # fmt: skip
    browser = of(people.ada)
    assert left_in(browser.get("/log")) == set()
    for entry in Entry.objects.order_by("-pk")[: len(Told)]:
        assert left_in(browser.get(entry.address_of_entry)) == set(), entry.act


def test_names_in_the_log_are_those_it_had_in_english():
    names = {"name": "ada", "number": "1.2", "headline": "On “it”", "where": "a group", "group": "Lakes", "words": "plugh",
             "count": "1,200"}  # fmt: skip
    for each in wording.SUBJECTS:
        assert wording.called(each.format(**names)) == each.format(**names)
    assert wording.called("something else") == "something else"


def test_figures_the_report_and_what_breaches_cost(people, seed, said, cut):  # noqa: F811
    cut(said, "zorblax")
    olga = of(people.olga)
    assert left_in(olga.get("/figures")) == set()
    group = seed.group.url
    for path in ("report", "report?from=x", "report?from=2026-02-01&to=2026-01-01", "scale"):
        assert left_in(olga.get(f"{group}/{path}")) == set(), path
    assert left_in(olga.post(f"{group}/scale", {"taunting": "x"})) == set()
    file = b"".join(olga.get(f"{group}/report?download=1").streaming_content).decode()
    assert "A person decided; software decides nothing here." in file


def test_every_figure_is_said():
    tally, few, many = Tally(ruled=9, cut=4, removed=2), Share(1, 2), Share(40, 60)
    compared = Compared(sides=(Side(30, 10), Side(30, 20)), ratio=2.0, low=1.1, high=12.0)
    found = Figures(
        lines={"": tally}, deciders=dict.fromkeys(("group mod", "group owner", "site mod", "admin"), tally), mods={"mo": tally},
        bases=dict.fromkeys(("fired", "judged", "discretion"), tally), seconds=many, pointed=few, flagged=many, active=40,
        times=Times(cases=9, within=dict.fromkeys(WITHIN, 5), median=90.0, ninth=100_000.0),
        citing=Citing(written=many, standing=few, before=many, after=few),
        evenness=Evenness(sizes=(20, 10), within=0.7, lines={"": compared}),
        suspensions=Suspensions(all=20, lifted=1, terms=dict.fromkeys((*TERMS, "longer", "until they agree to a text"), 7)),
    )  # fmt: skip
    with translation.override("ar"):
        told = words_of([asdict(row) for row in figure_rows.sections(found)])
    assert set(re.findall(r"[A-Za-z]+", told)) == {"mo"}
