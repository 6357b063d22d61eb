"""Inviting somebody: one's own invitations, and the page behind the link."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from parley.base.decisions import require
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.people import invitations as services
from parley.people.admission import admission
from parley.people.policy import may_invite
from parley.people.queries import actor_of, viewer_of
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.opening import door_page
from parley.web.pages.account_forms import INVITED
from parley.web.pages.asked import line

if TYPE_CHECKING:
    from parley.people.models import Invitation


@takes("GET", "POST")
def invitations(request: HttpRequest) -> HttpResponseBase:
    actor, email, refusal = actor_of(request), line(request, "email"), None
    require(may_invite(actor, admission()))
    if request.method == "POST":
        try:
            services.invite(actor=actor, email=email)
        except Invalid as invalid:
            refusal = invalid
        else:
            sent = say("An invitation is on its way to {email}.", email=email)
            tell(request, sent if email else "Here it is: give its address to one person.")
            return redirect("invitations")
    field = rows.FieldRow(
        name="email", label=say("E-mail"), kind="email", value=email, is_optional=True,
        hint=say("Empty: you pass the address on yourself."),
        errors=(refusal.sentence,) if refusal and refusal.field == "email" else (),
    )  # fmt: skip
    return private_page(
        request, "account/invitations.html", status=refusal.status if refusal else 200, fields=[field], days=services.DAYS,
        most=services.MOST[actor.is_site_mod], errors=(refusal.sentence,) if refusal else (),
        invitations=[_row(each) for each in services.invitations_of(actor)],
    )  # fmt: skip


def _row(invitation: "Invitation") -> rows.InvitationRow:
    used_by = invitation.used_by
    state = (
        _used(invitation) if invitation.used_at
        else say("taken back") if invitation.withdrawn_at
        else say("too old") if invitation.expires_at <= timezone.now()
        else ""
    )  # fmt: skip
    return rows.InvitationRow(
        key=invitation.pk, email=invitation.email, at=invitation.made_at, until=invitation.expires_at, state=state,
        address="" if state else settings.ADDRESS + invitation.url, used_by_url=used_by.url if used_by else None,
    )  # fmt: skip


def _used(invitation: "Invitation") -> str:
    if invitation.used_by is None:
        return say("used by somebody who left")
    return say("used by {name}", name=invitation.used_by.name)


@takes("POST")
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponseBase:
    services.withdraw(actor=actor_of(request), invitation_id=invitation_id)
    tell(request, "The invitation is taken back.")
    return redirect("invitations")


@door_page
@takes("GET")
def follow(request: HttpRequest, code: str) -> HttpResponseBase:
    """Leads on to joining, by whichever way; what is used up says so."""
    invitation = services.standing(code)
    if invitation is None:
        return private_page(request, "account/invitation_over.html", status=404)
    if viewer_of(request) is None:
        request.session[INVITED] = code
    return private_page(request, "account/invitation.html", by=invitation.by and invitation.by.name, until=invitation.expires_at)
