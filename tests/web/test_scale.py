"""What breaches cost, as owners and the site's admins set it."""

import pytest

from parley.ledger.models import Entry, Told
from parley.moderation.models import Scale
from parley.people.models import SiteRole

pytestmark = pytest.mark.django_db
GIVEN = {
    "taunting": "2", "skirting": "5", "breach": "10", "limit": "20", "falls_after": "90", "ladder": "3, 14", "appeal_days": "30",
    "guard_days": "0",
}  # fmt: skip


def text(answer) -> str:
    return answer.content.decode()


def test_the_page_shows_what_is_proposed(as_, people, group):
    page = text(as_(people.olga).get(f"{group.url}/scale"))
    assert 'name="limit" value="32"' in page
    assert 'name="ladder" value="7, 30, 180"' in page
    assert "Proposed: 183." in page
    assert f'href="{group.url}/scale"' in text(as_(people.olga).get(f"{group.url}/settings"))
    assert not Scale.objects.exists()


def test_owners_set_it_and_the_log_says_so(as_, people, group):
    assert as_(people.olga).post(f"{group.url}/scale", GIVEN).status_code == 302
    scale = Scale.objects.get(group=group)
    assert (scale.taunting, scale.breach, scale.limit, scale.ladder, scale.guard_days) == (2, 10, 20, [3, 14], 0)
    assert 'name="ladder" value="3, 14"' in text(as_(people.olga).get(f"{group.url}/scale"))
    as_(people.olga).post(f"{group.url}/scale", GIVEN)
    assert Entry.objects.filter(act=Told.SCALE_CHANGED).count() == 1


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("limit", "0"), ("limit", "many"), ("breach", "-1"), ("breach", "1001"), ("appeal_days", "13"), ("falls_after", "²"),
        ("ladder", ""), ("ladder", "7, x"), ("ladder", "0"), ("ladder", ", ".join(["7"] * 11)),
        ("taunting", ""), ("guard_days", "9" * 900),
    ],
)  # fmt: skip
def test_bad_input_is_kept_and_nothing_changes(as_, people, group, name, wrong):
    answer = as_(people.olga).post(f"{group.url}/scale", GIVEN | {name: wrong})
    assert answer.status_code == 422
    assert f'id="error-{name}"' in text(answer)
    assert f'name="{name}" value="{wrong}"' in text(answer)
    assert 'name="skirting" value="5"' in text(answer)
    assert not Scale.objects.exists()


def test_others_do_not_see_or_set_it(as_, people, group):
    for person in (people.ada, people.mo, people.new):
        assert as_(person).get(f"{group.url}/scale").status_code == 403
        assert as_(person).post(f"{group.url}/scale", GIVEN).status_code == 403
    assert as_(people.olga).get("/scale").status_code == 403
    assert as_(people.sita).post("/scale", GIVEN).status_code == 403
    assert as_(None).get("/scale").status_code == 302
    assert not Scale.objects.exists()


def test_the_sites_holds_where_a_group_has_none(as_, people, group):
    people.olga.site_role = SiteRole.ADMIN
    people.olga.save(update_fields=["site_role"])
    assert as_(people.olga).post("/scale", GIVEN).status_code == 302
    assert 'name="limit" value="20"' in text(as_(people.olga).get(f"{group.url}/scale"))
    as_(people.olga).post(f"{group.url}/scale", GIVEN | {"limit": "40"})
    assert 'name="limit" value="40"' in text(as_(people.olga).get(f"{group.url}/scale"))
    assert 'name="limit" value="20"' in text(as_(people.olga).get("/scale"))


def test_settings_of_flags_and_cuts(as_, people, group):
    given = {"cuts": "whole", "flag_days": "7", "hides_per_day": "0"}
    assert as_(people.olga).post(f"{group.url}/settings", given).status_code == 302
    group.refresh_from_db()
    assert (group.cuts, group.flag_days, group.hides_per_day, group.title) == ("whole", 7, 0, "Astronomy")
    for name, wrong in {"cuts": "half", "flag_days": "-1", "hides_per_day": "101"}.items():
        answer = as_(people.olga).post(f"{group.url}/settings", given | {name: wrong})
        assert answer.status_code == 422
    group.refresh_from_db()
    assert (group.cuts, group.flag_days) == ("whole", 7)
