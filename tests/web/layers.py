"""A seed's page drawn whole for one reader, with nothing kept; and histories that look at it beside what is served."""

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import SimpleNamespace

from django.template import engines
from django.test import Client, RequestFactory
from django.utils import timezone

from parley.base.keys import purge
from parley.groups import policy
from parley.groups.models import Suspension
from parley.ledger.models import Entry
from parley.moderation.flagging import flagging_in
from parley.people import blocking
from parley.people.models import Person
from parley.posting import pictures
from parley.seeds import queries as seeds
from parley.seeds.models import Seed
from parley.threads import slices, straining
from parley.threads.models import Comment
from parley.votes.models import Vote
from parley.web.answers import reader_of
from parley.web.pages import seed_body, seed_layer, seed_rows, strain_rows, thread_rows, track_rows
from parley.web.pages.own_marks import left_by
from parley.web.pages.thread_rows import Reading
from tests.edge.keeping import KeptHistory

TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|token)" value="[^"]*"')
ORDERS = ("number", "votes", "newest")


def without_tokens(html: str) -> str:
    return TOKENS.sub("", html)


def whole(viewer: Person | None, seed_id: int, order: str = "number") -> str:
    """By the same templates, rows and policies, each comment asked about by itself."""
    seed = seeds.seed_whoever_reads(seed_id)
    if not policy.may_read(viewer, seed.group):
        return "404"
    part, standing = slices.slice_of(seed, order=order), straining.standing_in(seed)
    keys = [each.pk for each in part.comments]
    votes = Vote.objects.filter(person=viewer, taken_back_at=None) if viewer else Vote.objects.none()
    has_voted, voted = votes.filter(seed=seed).exists(), frozenset(votes.exclude(comment=None).values_list("comment_id", flat=True))
    flagging = flagging_in(viewer, seed, keys)
    left = left_by(viewer, seed, keys)
    here, muted = left.position, [each.path for each in left.branches if each.is_muted]
    is_shut = viewer is not None and straining.shut_for(viewer, seed, standing, official=True) is not None
    context = seed_body.page_of(seed, part, order=order, is_later=False)
    reading = Reading(
        viewer=viewer, roles=context.pop("roles"), voted=voted, flagging=flagging, writes=not is_shut,
        here={each.pk: each.number for each in part.comments},
        blocked=frozenset(each.pk for each in blocking.blocked_by(viewer)) if viewer else frozenset(),
    )  # fmt: skip
    def row(each):
        path = bytes(each.path)
        is_below = any(path != top and path.startswith(top) for top in muted)
        is_read = not here or here.is_muted or each.pk <= here.read_to or each.pk in here.seen or each.author_id == viewer.pk
        return replace(thread_rows.comment_row(each, reading), is_new=not (is_read or is_below))

    body = SimpleNamespace(seed=seed, pictures=pictures.allowed_in(seed))
    request = RequestFactory().get("/")
    request.viewer = viewer
    context["seed"] = seed_rows.head_for(viewer, context["seed"], seed, has_voted=has_voted, flagged=flagging.state(0))
    return engines["jinja2"].env.get_template("seed.html").render(
        **context, comments=[row(each) for each in part.comments],
        strains=strain_rows.strip(seed, standing), strain_url=seed_layer.strain_url(viewer, seed), notices=[],
        track=track_rows.strip(viewer, seed, left),
        foot=track_rows.with_read(seed_layer.foot_of(viewer, body, standing, is_shut=is_shut), seed, left), reader=reader_of(request),
        csrf_field=engines["jinja2"].env.from_string('<input type="hidden" name="csrfmiddlewaretoken" value="x">').module,
    )  # fmt: skip


@dataclass
class LayerHistory(KeptHistory):
    """After each act the discussion is read by somebody of each kind, and has to be what it is when it is drawn whole."""

    browsers: dict[str, Client] = field(default_factory=dict)
    read: int = 0

    def act(self) -> str:
        if self.random.random() < 0.1:
            return self.tried(self.random.choice(["age", "suspend", "free", "block"]))
        return super().act()

    def check(self, seed: Seed) -> None:
        order = self.random.choice(ORDERS)
        for name in (*vars(self.people), ""):
            viewer = Person.objects.get(pk=getattr(self.people, name).pk) if name else None
            answer = self._browser(name, viewer).get(f"{seed.url}?order={order}")
            served = answer.content.decode() if answer.status_code == 200 else str(answer.status_code)
            assert without_tokens(served) == without_tokens(whole(viewer, seed.pk, order)), (name, self.done)
            self.read += 1

    def _browser(self, name: str, viewer: Person | None) -> Client:
        if name not in self.browsers:
            self.browsers[name] = Client()
            if viewer is not None:
                self.browsers[name].force_login(viewer, backend="allauth.account.auth_backends.AuthenticationBackend")
        return self.browsers[name]

    def age(self) -> Seed | None:
        """Too old to be edited, or to be flagged."""
        comment = self.some_comment()
        if comment is None:
            return None
        Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now() - timedelta(days=self.random.choice([0, 1, 80, 100])))
        purge(f"seed/{comment.seed_id}")
        return comment.seed

    def suspend(self) -> Seed | None:
        seed = self.random.choice(self.seeds)
        entry = Entry.objects.exclude(pk__in=Suspension.objects.values("entry")).order_by("-pk").first()
        if entry is None:
            return None
        place = self.random.choice([{}, {"group": seed.group}, {"group": seed.group, "seed_key": seed.pk}])
        until = timezone.now() + timedelta(days=3)
        Suspension.objects.create(person=self.somebody("ada", "bo", "mo"), ends_at=until, entry=entry, **place)
        return seed

    def block(self) -> Seed:
        """Or unblock him."""
        actor, person = self.somebody("ada", "bo"), self.somebody("mo", "olga")
        change = self.random.choice([blocking.block, blocking.unblock])
        change(actor=actor, person=person)
        return self.random.choice(self.seeds)

    def free(self) -> Seed:
        Suspension.objects.update(ends_at=timezone.now() - timedelta(days=1))
        return self.random.choice(self.seeds)



