"""One entry of the log: what was done, for which line, by what kind of decider, and whether it still stands."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from markupsafe import Markup

from parley.base.keys import shows
from parley.base.saying import say
from parley.ledger import wording
from parley.moderation import policy
from parley.moderation import queries as moderation
from parley.people.queries import viewer_of
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages import cut_rows, log_rows

if TYPE_CHECKING:
    from parley.ledger.models import Entry
    from parley.moderation.models import Ruling
    from parley.people.models import Person



@kept_page()
@takes("GET")
def entry(request: HttpRequest, entry_id: int) -> HttpResponseBase:
    viewer = viewer_of(request)
    found, group = moderation.entry_for(viewer, entry_id)
    shows(request, "log")
    ruling = moderation.ruling_of_entry(found)
    row = log_rows.entry_rows([found])[0]
    row = replace(row, what=wording.title(found))
    sealed = None
    if ruling is not None:
        if ruling.comment_id is not None:
            ruling.comment = comment_for(viewer, ruling.comment_id)
        row = replace(row, undo_url=_undo_url(viewer, ruling, found), facts=_facts(ruling, found))
        sealed = _sealed(viewer, ruling)
    answer = page(request, "entry.html", entry=row, sealed=sealed, crumbs=[
        rows.CrumbRow(label=group.title if group else say("Public log"), url=f"{group.url}/log" if group else "/log"),
        rows.CrumbRow(label=say("Entry {number}", number=found.pk)),
    ])  # fmt: skip
    if sealed is not None:
        answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _facts(ruling: "Ruling", entry_: "Entry") -> tuple[tuple[str, str], ...]:
    """What it rests on (R4.12), the evidence, and whether the mod was involved."""
    if ruling.entry_id != entry_.pk:
        return ()
    evidence = entry_.body.get("evidence")
    involved = say("Nobody who could rule here was free of a part in it, this mod included.")
    found = (
        (say("Rests on"), say(ruling.get_basis_display()) if entry_.body.get("basis") else ""),
        (say("Evidence"), str(evidence or "")),
        (say("Involved"), involved if ruling.is_involved else ""),
    )
    return tuple((name, value) for name, value in found if value)


def _undo_url(viewer: "Person | None", ruling: "Ruling", entry_: "Entry") -> str | None:
    may = ruling.entry_id == entry_.pk and policy.may_undo(viewer, ruling)
    return f"/rulings/{ruling.pk}/undo" if may else None


def _sealed(viewer: "Person | None", ruling: "Ruling") -> Markup | None:
    """The words as they were written, for the author and for mods who may rule on them, while the ruling stands."""
    if ruling.comment is None or ruling.action == "no-breach" or ruling.undone_by_id is not None:
        return None
    if not policy.may_see_sealed(viewer, ruling.comment):
        return None
    return cut_rows.as_written(moderation.sealed_for(viewer, ruling.comment))
