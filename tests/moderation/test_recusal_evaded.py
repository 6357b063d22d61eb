"""Ways around recusal, and ways to make it a shield: neither works."""

import pytest

from parley.moderation import policy, recusal
from parley.moderation import services as moderation
from parley.votes import queries, services

pytestmark = pytest.mark.django_db


def test_a_vote_that_was_taken_back_recuses_as_before_and_counts_no_more(people, comment):
    said = comment()
    answer = comment("Indeed.", by=people.bo, to=said)
    counts = [services.set_vote(actor=people.mo, item=said, voted=voted) for voted in (True, False, False, True, False)]
    assert counts == [1, 0, 0, 1, 0]
    assert [list(each) for each in queries.votes_in(people.mo.pk, said.seed_id, [said.pk])] == [[], []]
    for item in (said, answer):
        assert recusal.grounds(people.mo, item) == ["voted"]


def test_a_name_in_any_dress_recuses(people, comment):
    for words in (
        "_mo_ is wrong.", "__MO__ again", "Ask m*o*.", "Ask [him](/m/mo).", "so says m\u200bo", "\uff4d\uff4f knows",
        "m\u043e knows", "`mo`",
    ):  # fmt: skip
        assert recusal.grounds(people.mo, comment(words)) == ["named"], words


def test_naming_all_mods_puts_no_comment_beyond_ruling(people, comment):
    said = comment("Ask @mo, @olga and @sita, I dare them.")
    assert policy.may_rule(people.mo, said).reason == "involved"
    assert policy.may_rule(people.olga, said).reason == "recused"  # she seeded the article, which is her own doing
    ruling = moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="remove", line=1))
    assert ruling.is_involved
    assert ruling.entry.body["involved"] is True


def test_who_is_named_does_not_rule_while_somebody_is_free(people, comment):
    said = comment("Ask @mo and @olga, I dare them.")
    assert policy.may_rule(people.mo, said).reason == "recused"
    assert policy.may_rule(people.sita, said).reason == "not-involved"
