"""A draft kept while it is written, for the form that sends it by itself."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from parley.base.refusals import Refusal
from parley.inbox import unsent
from parley.people.queries import actor_of
from parley.seeds.queries import seed_for
from parley.threads.queries import comment_for
from parley.web.methods import takes
from parley.web.pages.sent import Sent


@takes("POST")
def seed_draft(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    return _kept(request, seed_id, None)


@takes("POST")
def comment_draft(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    return _kept(request, None, comment_id)


def _kept(request: HttpRequest, seed_id: int | None, comment_id: int | None) -> HttpResponseBase:
    """The fields of the form, of which `text`, `version`, and `token` are looked at. Gives the version that is kept, 0 for none."""
    actor = actor_of(request)
    parent = comment_for(actor, comment_id) if comment_id else None
    seed = parent.seed if parent else seed_for(actor, seed_id or 0)
    sent = Sent.by(request.POST)
    try:
        kept = unsent.keep(actor=actor, seed=seed, parent=parent, text=sent.draft, version=sent.version, form_key=sent.token)
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=refusal.status)
    return JsonResponse({"version": kept.version if kept else 0})
