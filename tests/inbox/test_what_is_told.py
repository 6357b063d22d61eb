"""Whatever happens, in whatever order: nobody is told of what he may not see, by no channel, nor by a count."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from parley.base.keys.shelf import WATCH
from parley.base.refusals import NotAllowed
from parley.groups import services as groups
from parley.inbox.models import Device, Notice
from parley.inbox.pushing import push_to
from parley.moderation import services as moderation
from parley.moderation.models import Ruling
from parley.people.blocking import block, unblock
from parley.rulebooks import queries
from tests.inbox.push_server import serving
from tests.inbox.telling import count_of, digest_of, page_of, posted

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ACTS = ("reply", "mention", "cut", "remove", "undo", "leave", "return", "block", "unblock")


class Scene:
    """bo writes to ada in a private group. `said`: what he wrote, with its state as we know it beside the program."""

    def __init__(self, people, comment, seed, cut) -> None:
        self.people, self.comment, self.cut, self.group = people, comment, cut, seed.group
        self.own = comment("Tiltmeters.", on=seed)
        self.said: list[SimpleNamespace] = []
        self.is_inside, self.is_blocked, self.let_in = True, False, 0

    def do(self, act: str) -> None:
        getattr(self, f"do_{act}")()

    def _write(self, text: str, **place) -> None:
        rare = f"rare{len(self.said)}word"
        made = self.comment(text.format(rare), by=self.people.bo, **place)
        told = self.is_inside and not self.is_blocked
        self.said.append(SimpleNamespace(rare=rare, made=made, is_told=told, state="stands", names="@ada" in text))
        posted()  # whom it concerns is asked soon after

    def do_reply(self) -> None:
        """Whom ada has blocked cannot answer her."""
        if self.is_blocked:
            with pytest.raises(NotAllowed, match="not open to your answer"), transaction.atomic():
                self.comment("Refused.", by=self.people.bo, to=self.own)
        else:
            self._write("A {} here.", to=self.own)

    def do_mention(self) -> None:
        self._write("You @ada {} there.", on=self.own.seed)

    def _change(self, states, words, state) -> None:
        for each in self.said:
            if each.state in states:
                self.cut(each.made, words(each) if words else None)
                each.state = state
                return

    def do_cut(self) -> None:
        self._change({"stands"}, lambda each: f"@ada {each.rare}" if each.names else each.rare, "cut")

    def do_remove(self) -> None:
        self._change({"stands", "cut"}, None, "removed")

    def do_undo(self) -> None:
        ruling = Ruling.objects.filter(undone_by=None, action__in=["redact", "remove"]).order_by("-pk").first()
        if ruling is not None:
            moderation.undo(actor=self.people.mo, ruling=ruling)
            standing = Ruling.objects.filter(undone_by=None, comment=ruling.comment_id).values_list("action", flat=True)
            state = {"remove": "removed", "redact": "cut"}.get(next(iter(standing.order_by("-pk")), ""), "stands")
            next(each for each in self.said if each.made.pk == ruling.comment_id).state = state

    def do_leave(self) -> None:
        if self.is_inside:
            groups.leave(actor=self.people.ada, group=self.group)
        self.is_inside = False

    def do_return(self) -> None:
        if not self.is_inside:
            groups.set_role(actor=self.people.olga, group=self.group, person=self.people.ada, role="member")
            self.let_in += 1
        self.is_inside = True

    def do_block(self) -> None:
        block(actor=self.people.ada, person=self.people.bo)
        self.is_blocked = True

    def do_unblock(self) -> None:
        unblock(actor=self.people.ada, person=self.people.bo)
        self.is_blocked = False

    def may_know(self, each) -> bool:
        return (
            each.is_told and self.is_inside and not self.is_blocked and each.state != "removed"
            and not (each.names and each.state == "cut")
        )  # fmt: skip

    def may_read(self, each) -> bool:
        return self.may_know(each) and each.state == "stands"


@pytest.fixture
def scene_of(people, comment, group_with, seed_with, cut):
    @contextmanager
    def begun() -> Iterator[Scene]:
        """What happens is rolled back, and its keys are given out again: nothing may be remembered by them."""
        with transaction.atomic():
            for each in vars(people).values():
                each.forget_places()
            WATCH.forget()
            queries._reading.cache_clear()
            queries.rules_of.cache_clear()
            scene = Scene(people, comment, seed_with(group=group_with(visibility="private")), cut)
            posted()
            yield scene
            transaction.set_rollback(True)

    return begun


@profile(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@example(acts=["block", "reply"])
@given(acts=st.lists(st.sampled_from(ACTS), min_size=2, max_size=7))
def test_no_channel_tells_of_what_may_not_be_seen(acts, scene_of, people, as_, mailoutbox, settings):
    as_(people.ada)  # signed in before, since the scene is rolled back
    with scene_of() as scene:
        for act in ("reply", "mention", *acts):
            scene.do(act)
        known = sum(scene.may_know(each) for each in scene.said) + scene.let_in * scene.is_inside
        assert count_of(as_, people.ada) == (str(known) if known else "")
        mail, page = digest_of(people.ada, mailoutbox), page_of(as_, people.ada)
        assert (mail is not None) == bool(known)
        for each in scene.said:
            assert scene.may_read(each) or each.rare not in page + (mail.body if mail else "")
        assert known or "bo " not in page
        assert pushed_to(people.ada, settings) == sorted(
            f"/notices/{key}" for each in scene.said if scene.may_know(each)
            for key in Notice.objects.filter(person=people.ada, comment=each.made).values_list("pk", flat=True)
        )  # fmt: skip


def pushed_to(person, settings) -> list[str]:
    """Addresses that a browser hears of, were all notices of comments pushed to it now."""
    with serving() as service:
        settings.FETCH_ALLOW, settings.FETCH_PORTS = ("127.0.0.0/8",), (service.server_port,)
        device = Device.objects.create(person=person, name="A browser", **service.subscription())
        for key in Notice.objects.filter(person=person).exclude(comment=None).values_list("pk", flat=True):
            push_to.call(device.pk, key)
        assert "rare" not in str(service.told)
        return sorted(each["url"] for each in service.told)
