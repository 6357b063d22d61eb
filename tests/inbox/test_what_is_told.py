"""Whatever happens, in whatever order: nobody is told of what he may not see, by no channel, nor by a count."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.groups import services as groups
from parley.inbox.models import Device, Digest, Notice
from parley.inbox.pushing import push_to
from parley.moderation import services as moderation
from parley.moderation.models import Ruling
from parley.people.blocking import block, unblock
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
        self.is_inside, self.is_blocked = True, False

    def do(self, act: str) -> None:
        getattr(self, f"do_{act}")()

    def _write(self, text: str, **place) -> None:
        rare = f"rare{len(self.said)}word"
        made = self.comment(text.format(rare), by=self.people.bo, **place)
        told = self.is_inside and not self.is_blocked
        self.said.append(SimpleNamespace(rare=rare, made=made, is_told=told, state="stands", names="@ada" in text))
        posted()  # whom it concerns is asked soon after

    def do_reply(self) -> None:
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
    def make() -> Scene:
        scene = Scene(people, comment, seed_with(group=group_with(visibility="private")), cut)
        posted()
        Notice.objects.all().delete()
        Device.objects.all().delete()
        Digest.objects.all().delete()
        for table in ("block",):
            people.ada._meta.apps.get_model("people", table).objects.all().delete()
        return scene

    return make


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(acts=st.lists(st.sampled_from(ACTS), min_size=2, max_size=7))
def test_no_channel_tells_of_what_may_not_be_seen(acts, scene_of, people, as_, mailoutbox, settings):
    scene = scene_of()
    for act in ("reply", "mention", *acts):
        scene.do(act)
    known = sum(scene.may_know(each) for each in scene.said)
    of_talk = Notice.objects.filter(person=people.ada).exclude(comment=None)
    Notice.objects.filter(person=people.ada, comment=None).update(read_at="2026-01-01T00:00:00Z")
    assert count_of(as_, people.ada) == (str(known) if known else "")
    mail = digest_of(people.ada, mailoutbox)
    assert (mail is not None) == bool(known)
    page = page_of(as_, people.ada)
    for each in scene.said:
        assert not (each.rare in page and not scene.may_read(each))
        assert not (mail and each.rare in mail.body and not scene.may_read(each))
    if not known:
        assert "bo " not in page
    with serving() as service:
        settings.FETCH_ALLOW, settings.FETCH_PORTS = ("127.0.0.0/8",), (service.server_port,)
        device = Device.objects.create(person=people.ada, name="A browser", **service.subscription())
        for key in of_talk.values_list("pk", flat=True):
            push_to.call(device.pk, key)
        assert len(service.told) == known
        assert not any(each.rare in str(service.told) for each in scene.said)
