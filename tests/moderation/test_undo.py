"""Whatever rulings did, undoing them in any order restores every byte, also of revisions and citations."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.base.refusals import Refusal
from parley.moderation import services as moderation
from parley.moderation.models import Ruling
from parley.texts import services as texts
from parley.texts.models import Revision
from parley.threads.models import Citation, Comment

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = ["One", "zorblax", "and", "two", "**quibbles**", "follow."]


def bytes_shown(comment, answer):
    cited = Citation.objects.select_related("revision__text__removed_by").get(comment=answer)
    part = texts.shown_part(cited.revision, cited.start, cited.end)
    rows = list(Revision.objects.filter(text=comment.text).order_by("number").values_list("html", "plain"))
    return rows, part.html, part.plain, texts.shown(Comment.objects.get(pk=comment.pk).text).html


MANY = 25 if os.environ.get("ALL") else 10
ACTS = st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 5), st.integers(1, 3)), st.integers(0, 8)), max_size=9)


@given(acts=ACTS)
@settings(max_examples=MANY, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_undo_in_any_order_restores_all_bytes(acts, people, comment):
    from parley.posting import services as posting

    said = comment(" ".join(WORDS) + " Draft.")
    said = posting.edit_comment(
        actor=people.ada, comment=said, source=" ".join(WORDS), revision=said.text.current_id, anyway=True
    )
    answer = comment("Is that so?", by=people.bo, to=said)
    source = " ".join(WORDS)
    starts = [source.index(word) for word in WORDS]
    before = bytes_shown(said, answer)
    for act in acts:
        standing = list(Ruling.objects.filter(comment=said, undone_by=None).order_by("pk"))
        try:
            if act is None:
                moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="remove", line=1))
            elif isinstance(act, int):
                if standing:
                    moderation.undo(actor=people.mo, ruling=standing[act % len(standing)])
            else:
                first, size = act
                last = min(first + size, len(WORDS)) - 1
                span = (starts[first], starts[last] + len(WORDS[last]))
                moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="redact", line=1, spans=[span]))
        except Refusal:
            continue
    for ruling in Ruling.objects.filter(comment=said, undone_by=None).order_by("?"):
        moderation.undo(actor=people.mo, ruling=ruling)
    assert bytes_shown(said, answer) == before


def test_a_word_cut_now_is_cut_in_the_revision_before(people, comment, cut):
    from parley.posting import services as posting

    said = comment("A zorblax stood here.")
    answer = comment("Did it?", by=people.bo, to=said)
    posting.edit_comment(
        actor=people.ada,
        comment=said,
        source="A zorblax stood here, twice.",
        revision=said.text.current_id,
        anyway=True,
    )
    cut(Comment.objects.get(pk=said.pk), "zorblax")
    assert not Revision.objects.filter(text=said.text, html__contains="zorblax").exists()
    _, html, plain, shown = bytes_shown(said, answer)
    assert "zorblax" not in html + plain + shown
    assert plain == "A [✘] stood here."
