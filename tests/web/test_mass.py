"""Many comments at once, as a mod and as their author meet it."""

import re

import pytest

from parley.moderation import flagging
from parley.moderation.models import MassAct, Ruling
from parley.texts.models import Text
from parley.texts.services import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(people, comment):
    return [comment(f"Lamp oil {number}.") for number in range(4)]


def now(comment) -> str:
    return shown(Text.objects.select_related("current", "removed_by").get(pk=comment.text_id)).plain


def items(comments) -> list[str]:
    return [f"{each.pk}-{each.text.current_id}" for each in comments]


def sent(comments, **more):
    return {"reach": "seed", "line": "1", "since": "", "item": items(comments), "ticket": "", "note": "", "evidence": "", **more}


def text_of(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_mod_lists_strikes_out_removes_and_takes_back(people, said, comment, as_):
    comment("So you sell?", by=people.bo, quotes=[(said[0].pk, "Lamp oil")], on=said[0].seed)
    mo = as_(people.mo)
    assert f"/c/{said[0].pk}/all" in mo.get(f"/c/{said[0].pk}/cut").content.decode()
    first = mo.get(f"/c/{said[0].pk}/all")
    assert "Show the list" in text_of(first)
    page = mo.get(f"/c/{said[0].pk}/all?line=1&reach=seed").content.decode()
    assert page.count('name="item"') == 4
    assert page.count(" checked") >= 4
    assert "4 comments in 1 discussion" in page
    assert "quote them in 1 place" in " ".join(page.split())
    done = mo.post(f"/c/{said[0].pk}/all", sent(said[:3], note="Spam, all of it.", ticket="breach"))
    act = MassAct.objects.get()
    assert done["Location"] == f"/mass/{act.pk}"
    assert [now(each) for each in said] == ["", "", "", "Lamp oil 3."]
    shown_now = text_of(mo.get(done["Location"]))
    assert "3 comments by ada removed" in shown_now
    assert "Spam, all of it." in shown_now
    assert mo.post(f"/mass/{act.pk}/undo")["Location"] == f"/mass/{act.pk}"
    assert now(said[0]) == "Lamp oil 0."
    page = text_of(mo.get(f"/mass/{act.pk}"))
    assert "3 of 3 stand again" in page
    again = mo.post(f"/mass/{act.pk}/undo")
    assert again.status_code == 409


def test_what_is_refused_keeps_what_was_struck_out_and_typed(people, said, as_):
    answer = as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said[:1], note="x" * 900, since="2020-01-01"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count(" checked") >= 1
    assert f'value="{items(said)[1]}" checked' not in page
    assert f'value="{items(said)[0]}" checked' in page
    assert "x" * 900 in page
    assert 'value="2020-01-01"' in page


@pytest.mark.parametrize(("more", "status"), [
    ({"item": []}, 422), ({"item": ["x", "1-", "-1", "1-1-1", "٣-٤"]}, 422), ({"line": "99"}, 422), ({"line": ""}, 422),
    ({"since": "soon"}, 422), ({"reach": "world"}, 302), ({"ticket": "gold"}, 422), ({"item": ["999999-1"]}, 409),
])  # fmt: skip
def test_odd_choices_get_a_sentence(people, said, as_, more, status):
    answer = as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said, **more))
    assert answer.status_code == status
    if status != 302:
        assert 'role="alert"' in answer.content.decode()
        assert not MassAct.objects.exists()


@pytest.mark.parametrize(("who", "status"), [(None, 302), ("bo", 403), ("ada", 403), ("new", 403)])
def test_others_do_not(people, said, as_, who, status):
    browser = as_(getattr(people, who) if who else None)
    assert browser.get(f"/c/{said[0].pk}/all").status_code == status
    assert browser.post(f"/c/{said[0].pk}/all", sent(said)).status_code in {status, 403}
    assert now(said[0])


def test_the_act_is_for_mods_and_for_whom_it_concerns(people, said, as_):
    as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said))
    key = MassAct.objects.get().pk
    statuses = [as_(each).get(f"/mass/{key}").status_code for each in (people.ada, people.mo, people.sita, people.bo)]
    assert statuses == [200, 200, 200, 404]
    assert as_(people.bo).post(f"/mass/{key}/undo").status_code == 404
    assert as_(people.ada).post(f"/mass/{key}/undo").status_code == 403
    assert as_(people.mo).post(f"/mass/{key}/appeal", {"grounds": "x", "item": ["1"]}).status_code == 404
    assert as_(people.mo).get("/mass/999").status_code == 404
    assert "mo" not in re.findall(r"\w+", text_of(as_(people.ada).get(f"/mass/{key}")))


def test_its_author_is_told_once_and_appeals_against_a_part(people, said, as_):
    as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said, ticket="breach"))
    act, ada = MassAct.objects.get(), as_(people.ada)
    notices = text_of(ada.get("/notices"))
    assert notices.count("4 of your comments were removed") == 1
    assert "4 of them lie removed" in notices
    page = ada.get(f"/mass/{act.pk}").content.decode()
    assert page.count('name="item"') == 4
    keys = list(Ruling.objects.order_by("pk").values_list("pk", flat=True))
    nothing = ada.post(f"/mass/{act.pk}/appeal", {"grounds": "These were kind."})
    assert (nothing.status_code, "These were kind." in nothing.content.decode()) == (422, True)
    assert ada.post(f"/mass/{act.pk}/appeal", {"grounds": "These were kind.", "item": [keys[1], keys[2]]}).status_code == 302
    page = ada.get(f"/mass/{act.pk}").content.decode()
    assert page.count('name="item"') == 2
    assert page.count("appealed") == 2
    assert "Appealed on" in text_of(ada.get(f"/rulings/{keys[2]}"))
    assert f"/mass/{act.pk}" in ada.get(f"/rulings/{keys[2]}").content.decode()
    case = Ruling.objects.get(pk=keys[1]).contested_in.get()
    seen = text_of(as_(people.sita).get(case.url))
    assert "2 comments" in seen
    assert as_(people.sita).post(case.url, {"do": "grant", "reasons": "They were.", "version": ""}).status_code == 302
    assert [now(each) for each in said] == ["", "Lamp oil 1.", "Lamp oil 2.", ""]


def test_an_appeal_that_has_nothing_left_to_decide_can_be_looked_at(people, said, as_):
    as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said))
    act, keys = MassAct.objects.get(), list(Ruling.objects.order_by("pk").values_list("pk", flat=True))
    as_(people.ada).post(f"/mass/{act.pk}/appeal", {"grounds": "These were kind.", "item": [keys[1], keys[2]]})
    as_(people.mo).post(f"/mass/{act.pk}/undo")
    seen = as_(people.sita).get(Ruling.objects.get(pk=keys[1]).contested_in.get().url)
    assert seen.status_code == 200
    assert "the ruling was undone" in text_of(seen)


def test_a_private_group_is_closed(people, group_with, seed_with, comment, as_):
    seed = seed_with(group=group_with(visibility="private"))
    inside = [comment("One.", on=seed), comment("Two.", on=seed)]
    assert as_(people.new).get(f"/c/{inside[0].pk}/all").status_code == 404
    as_(people.mo).post(f"/c/{inside[0].pk}/all", sent(inside))
    assert as_(people.sita).get(f"/mass/{MassAct.objects.get().pk}").status_code == 404


def test_flags_are_answered(people, said, as_):
    flagging.flag(actor=people.bo, item=said[0], report=flagging.Report(line=1))
    as_(people.mo).post(f"/c/{said[0].pk}/all", sent(said))
    assert "was answered" in text_of(as_(people.bo).get("/notices"))
