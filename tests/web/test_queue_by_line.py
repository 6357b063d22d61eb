"""The queue looked through by the number of a rule."""

import pytest

from parley.moderation import flagging

pytestmark = pytest.mark.django_db


def test_the_queue_is_asked_for_one_rule_and_keeps_the_other_filter(comment, people, as_):
    said = comment("The director is a zorblax if he thinks so.")
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    mo, queue = as_(people.mo), f"{said.seed.group.url}/cases"
    page = mo.get(f"{queue}?sort=flags&line=1").content.decode()
    assert "zorblax" in page
    assert '<input type="hidden" name="sort" value="flags">' in page
    assert 'name="line" inputmode="numeric" value="1"' in page
    assert "zorblax" not in mo.get(f"{queue}?line=2").content.decode()
    assert "zorblax" in mo.get(f"{queue}?line=none").content.decode()
