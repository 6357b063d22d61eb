"""The reader's own layer over a seed's page: his votes and flags, what he may do, the frame with his name, the form.

Policies decide every right, as everywhere. Comments of others that are of one kind differ for a reader by their age alone, and so do
his own. With age each right is gained or lost once: where the oldest and the newest may have the same done to them, so may all
between, and they are not asked about.
"""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.http import urlencode
from markupsafe import escape

from parley.base.saying import moment, say
from parley.groups import policy as groups
from parley.groups.queries import suspension_of
from parley.people.queries import viewer_of
from parley.threads import newcomers, straining
from parley.web import rows
from parley.web.answers import notices_of, reader_of
from parley.web.holes import drawn
from parley.web.packing import Piece
from parley.web.pages import picture_slots, seed_rows, strain_rows, track_rows, write_rows
from parley.web.pages.comment_looks import Drawn, Look, drawn_as
from parley.web.pages.own_marks import Left, left_by
from parley.web.pages.seed_body import Body, Hole, Kept, Run
from parley.web.pages.sent import Sent
from parley.web.pages.thread_rows import Reading, Rights, rights_of

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed

CSRF, FORM = escape(secrets.token_hex(16)), secrets.token_hex(16)
"""Stand in parts that are kept drawn for what is made anew for every answer."""
NO_FORM = UUID(int=0)


def laid_over(request: HttpRequest, body: Body) -> Iterator[bytes | Piece]:
    """The page of whoever asks, in pieces."""
    viewer, seed = viewer_of(request), body.seed
    left = left_by(viewer, seed, list(body.places))
    standing = straining.standing_at(seed, body.strains)
    is_shut = viewer is not None and straining.shut_for(viewer, seed, standing, official=True) is not None
    reading = Reading(viewer=viewer, voted=left.voted, flagging=left.flagged, writes=not is_shut, blocked=left.blocked)
    looks = looks_of(body, reading, new_in(viewer, body, left))
    head = seed_rows.head_for(viewer, body.head, seed, has_voted=left.has_voted, flagged=left.flagged.state(0))
    foot = track_rows.with_read(foot_of(viewer, body, standing, is_shut=is_shut), seed, left)
    own = _frame(request, body, (left.news, left.waiting)) | {
        "seed_vote": drawn("parts/vote.html", "vote_button", head.vote, say("this seed")),
        "seed_ways": drawn("parts/seed.html", "seed_ways", head),
        "strains": drawn("parts/thread.html", "strain_strip", tuple(strain_rows.strip(seed, standing))),
        "eases": drawn("parts/thread.html", "eases", strain_url(viewer, seed)),
        "track": drawn("parts/track.html", "tracking", track_rows.strip(viewer, seed, left)),
        "foot": drawn("parts/thread.html", "thread_foot", foot, CSRF),
    }
    if viewer is not None:
        token = csrf_input(request)
        own["foot"] = own["foot"].replace(CSRF, token).replace(FORM, str(uuid4()))
        own["acts_form"] = own["acts_form"].replace(CSRF, token)
    for each in body.sequence:
        yield own[each.name].encode() if isinstance(each, Hole) else each.filled(looks) if isinstance(each, Run) else each


def new_in(viewer: "Person | None", body: Body, left: Left) -> frozenset[int]:
    """Keys of what the reader has not read."""
    if viewer is None or left.position is None or left.position.newest <= left.position.read_to:
        return frozenset()
    return frozenset(each.key for each in body.comments if each.author != viewer.pk and left.is_new(each.key, each.path))


def looks_of(body: Body, reading: Reading, new: frozenset[int] = frozenset()) -> list[Drawn]:
    """How each comment of the page looks to the reader."""
    own = frozenset(body.by_author.get(reading.viewer.pk, ()) if reading.viewer else ())
    found: dict[int, Drawn] = {}
    for places in body.alike:
        mine = [place for place in places if place in own] if own else []
        others = [place for place in places if place not in own] if mine else places
        for some, rights in (*_spread(others, body, reading), *_spread(mine, body, reading)):
            found |= dict.fromkeys(some, drawn_as(_look(body.comments[some[0]], rights)))
    touched = (reading.voted | reading.flagging.mine | reading.flagging.settled | new) & body.places.keys()
    folded = _folded(body, reading.blocked)
    for place in own.union(folded, (body.places[key] for key in touched)):
        key = body.comments[place].key
        flag, voted = reading.flagging.state(key), key in reading.voted
        found[place] = found[place].with_own(
            is_own=place in own, voted=voted, flag=flag, is_new=key in new, is_folded=place in folded
        )  # fmt: skip
    return [found[place] for place in range(len(found))]


def _folded(body: Body, blocked: frozenset[int]) -> frozenset[int]:
    """Places of comments by members whom the reader blocked; what a mod says to everybody stays open."""
    places = (place for author in blocked & body.by_author.keys() for place in body.by_author[author])
    return frozenset(place for place in places if not body.comments[place].is_official)


def _look(comment: Kept, may: Rights) -> Look:
    """Of somebody else's, with neither vote nor flag."""
    is_removed = comment.removed_by is not None
    return Look(may, is_own=False, voted=False, flag="", is_new=False, is_removed=is_removed, is_cut=comment.is_cut)


def _spread(places: Sequence[int], body: Body, reading: Reading) -> Iterator[tuple[Sequence[int], Rights]]:
    """What the reader may do at these places, which are of one kind, the oldest first."""
    if not places:
        return
    rights = _asked(body, reading, places[0])
    if len(places) == 1 or rights == _asked(body, reading, places[-1]):
        yield places, rights
        return
    half = len(places) // 2
    yield from _spread(places[:half], body, reading)
    yield from _spread(places[half:], body, reading)


def _asked(body: Body, reading: Reading, place: int) -> Rights:
    comment = body.comments[place]
    return rights_of(body.bare(place), reading, is_cut=comment.is_cut, is_hidden=comment.is_hidden)


def strain_url(viewer: "Person | None", seed: "Seed") -> str | None:
    return f"/s/{seed.pk}/strain" if groups.may_moderate(viewer, seed.group) else None


def _frame(request: HttpRequest, body: Body, waits: tuple[int, int]) -> dict[str, str]:
    reader = reader_of(request, waits)
    return {
        "behaviours": drawn("parts/masthead.html", "behaviours", reader),
        "masthead": drawn("parts/masthead.html", "masthead", reader, "", body.search),
        "notices": drawn("parts/small.html", "notices", tuple(notices_of(request))),
        "footer": drawn("parts/masthead.html", "footer", reader),
        "acts_form": drawn("parts/masthead.html", "acts_form", reader is not None, CSRF),
    }


def foot_of(viewer: "Person | None", body: Body, standing: straining.Standing, *, is_shut: bool) -> rows.FootRow:
    write = None if is_shut else _write(viewer, body, standing)
    return rows.FootRow(write=write, suspended=_suspended(viewer, body.seed), join=_join(viewer, body.seed))


def _write(viewer: "Person | None", body: Body, standing: straining.Standing) -> rows.WriteRow | None:
    """The form at the foot, for those who may use it."""
    seed = body.seed
    if viewer is None or not groups.may_post(viewer, seed.group, seed.pk):
        return None
    told = straining.told(viewer, seed, standing) + newcomers.told(newcomers.limits_of(viewer, seed))
    places = picture_slots.row_for(viewer, seed, picture_slots.EMPTY, body.pictures)
    form = write_rows.reply_form(viewer, seed, None, Sent(token=NO_FORM), told=told, pictures=places)
    return replace(form, token=FORM, cancel_url=None)


def _suspended(viewer: "Person | None", seed: "Seed") -> rows.NoticeRow | None:
    """Until when somebody takes no part here, instead of the form."""
    if viewer is None or not groups.is_suspended(viewer, seed.group, seed.pk):
        return None
    stands = suspension_of(viewer, seed.group, seed.pk)
    if stands and stands.ends_at:
        until = moment(stands.ends_at, long=True)
        told = say("You are suspended here until {until} UTC. Reading is open to you.", until=until)
    else:
        told = say("You are suspended here until you agree to a text. Reading is open to you.")
    return rows.NoticeRow(text=told, link=say("Read your record"), url="/record", is_refusal=True)


def _join(viewer: "Person | None", seed: "Seed") -> rows.AsideRow | None:
    """The way in, for those who do not take part yet."""
    if viewer is None:
        return rows.AsideRow(label=say("Sign in to take part"), url=f"{settings.LOGIN_URL}?{urlencode({'next': seed.url})}")
    if groups.may_join(viewer, seed.group):
        return rows.AsideRow(label=say("Join {group} to take part", group=seed.group.title), url=f"{seed.group.url}/join")
    return None
