"""Votes, given and taken back."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from parley.base.refusals import Refusal
from parley.people.queries import actor_of
from parley.seeds.queries import seed_for
from parley.threads.queries import comment_for
from parley.votes.services import set_vote
from parley.web.methods import takes
from parley.web.pages.thread import place_of

if TYPE_CHECKING:
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@takes("POST")
def seed_vote(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    seed = seed_for(actor_of(request), seed_id)
    return _vote(request, seed, seed.url)


@takes("POST")
def comment_vote(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(actor_of(request), comment_id)
    return _vote(request, comment, place_of(comment))


def _vote(request: HttpRequest, item: "Seed | Comment", back: str) -> HttpResponseBase:
    """`voted`: 1 gives, anything else takes back. Programs get JSON, forms go back to the item's place."""
    wants_json = "application/json" in request.headers.get("Accept", "")
    voted = request.POST.get("voted") == "1"
    try:
        count = set_vote(actor=actor_of(request), item=item, voted=voted)
    except Refusal as refusal:
        if wants_json:
            return JsonResponse({"sentence": refusal.sentence}, status=refusal.status)
        raise
    return JsonResponse({"count": count, "voted": voted}) if wants_json else redirect(back)
