"""The pages of figures, as readers see them: counted by hand, private where the group is, silent where numbers are small."""

import re
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parley.moderation.models import Ruling
from tests.budgets import QUERIES
from tests.stats import community
from tests.stats.conftest import counted, place  # noqa: F401 -- fixtures

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


def lines_of(page: str, caption: str) -> dict[str, list[str]]:
    """One table of the page, by the names of its lines."""
    table = re.search(rf"<caption[^>]*>{re.escape(caption)}.*?</table>", page, re.DOTALL)
    assert table, caption
    found = re.findall(r'<tr><th scope="row" dir="auto">(.*?)</th>(.*?)</tr>', table[0], re.DOTALL)
    return {name: re.findall(r"<td>(.*?)</td>", figures) for name, figures in found}


@pytest.mark.database
def test_everybody_reads_what_was_counted_by_hand(as_, counted):  # noqa: F811
    one, two, three = community.LINES
    for address in (f"{counted.group.url}/figures", "/figures"):
        page = text(as_(None).get(address))
        assert lines_of(page, "By line") == {
            one: ["4", "0", "1", "2", "1", "0", "0", "0"],
            two: ["2", "0", "1", "0", "1", "2", "1", "1"],
            three: ["1", "1", "0", "0", "0", "0", "0", "0"],
        }
        assert lines_of(page, "By who decided") == {"group mod": ["7", "1", "2", "2", "2", "2", "1", "1"]}
        assert lines_of(page, "In short")["Members who posted"] == ["2"]
        assert lines_of(page, "In short")["Removals for each 100 of those members"] == ["too few to tell"]
        assert lines_of(page, "How often people agree")["Appeals that left the ruling as it was"][0] == "too few to tell"
        assert lines_of(page, "From the opening")["within an hour"] == ["3", "100 %"]
        assert "show no two sides" in page
        assert "By mod" not in page
        assert ">mo<" not in page


def test_the_log_and_the_tabs_lead_there(as_, group):
    page = text(as_(None).get(f"{group.url}/log"))
    assert page.count(f'href="{group.url}/figures"') == 2
    assert 'href="/figures"' in text(as_(None).get("/log"))


def test_charts_are_named_and_need_no_colour(as_, counted):  # noqa: F811
    page = text(as_(None).get(f"{counted.group.url}/figures"))
    charts = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(charts) >= 2
    for chart in charts:
        key = re.search(r'role="img" aria-labelledby="([\w-]+)-title \1-about"', chart)
        assert key, chart[:200]
        assert f'<title id="{key[1]}-title">' in chart
        assert f'<desc id="{key[1]}-about">' in chart
        assert not re.search(r"style=|fill=|stroke=|url\(", chart)
    assert page.count("<table") > len(charts)


def test_an_odd_time_is_the_usual_one(as_, group):
    for days in ("", "0", "-1", "31", "²", "all;", "9" * 900):
        answer = as_(None).get(f"{group.url}/figures", {"days": days})
        assert answer.status_code == 200, days
        assert f'<a href="{group.url}/figures" aria-current="page">A year</a>' in text(answer), days


def test_an_empty_group_says_so(as_, group):
    for days in ("30", "all"):
        assert "nothing to count" in text(as_(None).get(f"{group.url}/figures?days={days}"))


@pytest.mark.database
def test_a_private_group_is_for_its_members_and_in_no_sum(as_, people, counted):  # noqa: F811
    counted.group.visibility = "private"
    counted.group.save(update_fields=["visibility"])
    for other in (None, people.new, people.sita):
        assert as_(other).get(f"{counted.group.url}/figures").status_code == 404
        page = text(as_(other).get("/figures?days=all"))
        assert "nothing to count" in page
        assert community.LINES[0] not in page
    assert community.LINES[0] not in text(as_(people.ada).get("/figures?days=all"))
    assert community.LINES[0] in text(as_(people.ada).get(f"{counted.group.url}/figures"))


@pytest.mark.database
def test_two_sides_are_compared_and_nobody_is_named(as_, people, place):  # noqa: F811
    sides, said = community.two_camps(place)
    for comments, rate in zip(said, (3, 7), strict=True):
        some = (comments * 2)[:100]
        community.ruled(some, [number % 10 < rate for number in range(100)], line=0, by=people.mo)
    page = text(as_(people.olga).get(f"{place.group.url}/figures"))
    assert "Two sides of about 20 and 20 members" in page
    assert "one line with enough rulings, one is not kept alike" in page
    row = lines_of(page, "Rulings that led to action")[community.LINES[0]]
    assert {row[0], row[1]} == {"30 % of about 100", "70 % of about 100"}
    assert row[-1] == "unlike"
    community.ruled(said[0][:1], [True], line=0, by=people.mo)
    Ruling.objects.filter(pk=Ruling.objects.latest("pk").pk).update(created_at=timezone.now())
    again = text(as_(people.olga).get(f"{place.group.url}/figures"))
    assert lines_of(again, "Rulings that led to action") == lines_of(page, "Rulings that led to action")
    assert lines_of(again, "By mod") == lines_of(page, "By mod") == {"mo": ["200", "0", "100", "100", "0", "0", "0", "0"]}
    assert not [person.username for side in sides for person in side if person.username in page]


@pytest.mark.alone
def test_ten_thousand_rulings_take_as_many_queries_and_little_time(as_, people, place):  # noqa: F811
    _, said = community.two_camps(place, members=30)
    everything = [comment for side in said for comment in side]
    addresses = {"group_figures": f"{place.group.url}/figures", "figures": "/figures"}
    for more in (50, 9_950):
        for line in (0, 1):
            community.ruled((everything * 28)[: more // 2], [number % 3 == 0 for number in range(more // 2)], line=line, by=people.mo)
        for name, address in addresses.items():
            for reader, most in zip((None, people.ada), QUERIES[name], strict=True):
                as_(reader).get(address)
                with CaptureQueriesContext(connection) as asked:
                    as_(reader).get(address)
                assert len(asked) <= most, "\n".join([name, *(each["sql"] for each in asked)])
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        page = text(as_(None).get(addresses["group_figures"]))
        taken.append(time.perf_counter() - begun)
    print(f"\npage of 10,000 rulings: {min(taken) * 1000:.0f} ms, {len(page) // 1024} kB")  # noqa: T201 -- shown by pytest -s
    assert lines_of(page, "In short")["Rulings"] == ["10,000"]
    assert min(taken) < 0.3
