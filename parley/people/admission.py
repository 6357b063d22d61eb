"""Whether somebody can join: by himself, by invitation, or not at all; the choice of who runs the site, told in the log."""

from django.db import transaction

from parley.base.decisions import require
from parley.base.refusals import Invalid
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Admission, Inviters, Person, Way
from parley.people.policy import may_run_site

WAYS = {Way.OPEN: "everybody", Way.INVITED: "who was invited", Way.CLOSED: "nobody"}
INVITERS = {Inviters.STAFF: "the site’s mods", Inviters.MEMBERS: "every member"}


def admission() -> Admission:
    """As it stands; open until it was chosen."""
    return Admission.objects.filter(pk=1).first() or Admission()


@transaction.atomic
def change_admission(*, actor: Person, way: str, inviters: str) -> Admission:
    """For who runs the site. What did not change is not told."""
    require(may_run_site(actor))
    if way not in Way.values:
        raise Invalid("Choose one of the ways offered.", field="way")
    if inviters not in Inviters.values:
        raise Invalid("Choose one of the ways offered.", field="inviters")
    Admission.objects.get_or_create(pk=1)
    now = Admission.objects.select_for_update().get(pk=1)
    _tell(actor, "who can join", WAYS[Way(now.way)], WAYS[Way(way)])
    _tell(actor, "who can invite", INVITERS[Inviters(now.inviters)], INVITERS[Inviters(inviters)])
    now.way, now.inviters = way, inviters
    now.save(update_fields=["way", "inviters"])
    return now


def _tell(actor: Person, subject: str, before: str, after: str) -> None:
    if before != after:
        ledger.note(
            Told.ADMISSION_CHANGED,
            actor=actor.username,
            decider="admin",
            group_id=None,
            subject=subject,
            body={"before": before, "after": after},
        )
