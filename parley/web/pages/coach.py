"""What the house rules say about a draft, for the form that asks while it is written."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from parley.base.refusals import Refusal
from parley.people.queries import actor_of
from parley.posting import services as posting
from parley.seeds.queries import seed_for
from parley.threads.queries import comment_for
from parley.web.methods import takes
from parley.web.pages.asked import whole
from parley.web.pages.sent import Sent
from parley.web.pages.write_rows import Said, Span, append_url, said_once, ways_on


@takes("POST")
def coach(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """The same fields and the same judgement as posting; nothing is stored. `?parent=` is the comment that is answered."""
    actor = actor_of(request)
    seed = seed_for(actor, seed_id)
    sent = Sent.by(request.POST)
    parent_id = whole(request.GET.get("parent"))
    try:
        reply = sent.as_reply(parent_id)
        verdict, judged = posting.coach(actor=actor, seed=seed, reply=reply), reply.whole_source
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=refusal.status)
    parent = comment_for(actor, parent_id) if parent_id else None
    own = parent if parent and parent.author_id == actor.pk else None
    typed = sent.text.replace("\r\n", "\n")
    return JsonResponse({
        "findings": [_finding(each, judged, typed) for each in said_once(verdict)],
        "append_url": append_url(verdict, own), **ways_on(verdict),
    })  # fmt: skip


def _finding(said: Said, judged: str, typed: str) -> dict[str, object]:
    return {
        "lines": said.lines, "note": said.note, "passes": said.passes, "keeping": said.keeping.value,
        "spans": spans_in(typed, judged, said.spans),
    }  # fmt: skip


def spans_in(typed: str, judged: str, spans: Sequence[Span]) -> list[Span]:
    """Spans of the text that was judged as spans of what stands in the writer's field, of which it is a cleaned form."""
    moved = typed.find(judged)
    if moved >= 0:
        return [(start + moved, end + moved) for start, end in spans]
    found = [(typed.find(judged[start:end]), end - start) for start, end in spans]
    return [(start, start + length) for start, length in found if start >= 0]
