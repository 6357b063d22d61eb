"""A seed of a participating group, onto the front page and off it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.people.queries import actor_of
from parley.seeds import promoting
from parley.seeds.queries import seed_for
from parley.web.answers import tell
from parley.web.methods import takes


@takes("POST")
def promote(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """`on`: 1 promotes it, anything else takes it off."""
    actor = actor_of(request)
    seed = seed_for(actor, seed_id)
    if request.POST.get("on") == "1":
        promoting.promote(actor=actor, seed=seed)
        tell(request, "This stands on the front page now.")
    else:
        promoting.take_off(actor=actor, seed=seed)
        tell(request, "This stands on the front page no more. Its group goes on listing it.")
    return redirect(seed.url)
