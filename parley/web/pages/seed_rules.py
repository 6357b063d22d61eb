"""The rules of one discussion, how each was understood, and for their owners the way to turn a clause down while it runs (R2.5)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from houserules import Clause, NumberedLine, kinds
from parley.base.keys import shows
from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import choices
from parley.seeds.queries import readings_for, rules_for, seed_for
from parley.trials import services as trials
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages import rule_rows, seed_rows
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed


@kept_page()
@takes("GET", "POST")
def seed_rules(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    seed = seed_for(viewer_of(request), seed_id)
    shows(request, f"seed/{seed.pk}", f"group/{seed.group_id}")
    if request.method != "POST":
        return _page(request, seed, None)
    try:
        trials.turn_down(
            actor=actor_of(request), seed=seed, number=whole(request.POST.get("number", "")) or 0,
            key=request.POST.get("key", ""), keeping=request.POST.get("keeping", ""),
        )  # fmt: skip
    except Refusal as refusal:
        return _page(request, seed, refusal)
    tell(request, "Turned down for this discussion, and written to the log.")
    return redirect(f"/s/{seed.pk}/rules")


def _page(request: HttpRequest, seed: "Seed", refusal: Refusal | None) -> HttpResponse:
    viewer, books = viewer_of(request), readings_for(seed)
    return page(
        request, "seed_rules.html", status=refusal.status if refusal else 200, seed=seed, url=f"/s/{seed.pk}/rules",
        box=replace(seed_rows.rules_box(seed), url=None), pieces=rule_rows.pieces(*books), clauses=rule_rows.clause_rows(*books),
        group=seed.group, errors=rule_rows.errors_of(refusal), turns=tuple(_turns(viewer, seed)),
    )  # fmt: skip


def _turns(viewer: "Person | None", seed: "Seed") -> Iterator[rows.TurnRow]:
    """Clauses that the viewer may turn down, each with the weaker ways of keeping it."""
    for line in rules_for(seed).lines if seed.pinned_at else ():
        if trials.may_turn_down(viewer, seed, line.origin):
            yield from (row for clause in line.clauses if (row := _turn(line, clause)) is not None)


def _turn(line: NumberedLine, clause: Clause) -> rows.TurnRow | None:
    kind = kinds().get(clause.kind)
    if kind is None or not clause.acts:
        return None
    ways = tuple(rows.ChoiceRow(value=way.value, label=say(choices.KEEPINGS[way])) for way in trials.weaker(clause))
    return rows.TurnRow(
        number=line.number, key=clause.key, kind=say(kind.title), words=clause.words,
        now=say(choices.KEEPINGS[clause.keeping]), ways=ways,
    )
