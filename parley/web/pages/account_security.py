"""What keeps one's account safe, on one page, and the devices on which one is signed in."""

from allauth.account import views as account
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from parley.base.saying import counted, later, meant, number, say
from parley.people import devices
from parley.people import sessions as services
from parley.people.admission import admission
from parley.people.leaving import leaving_of
from parley.people.policy import may_invite, may_run_site
from parley.people.queries import actor_of
from parley.people.ways_in import WaysIn, ways_in
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.confirming import confirmed_lately
from parley.web.methods import takes
from parley.web.pages.account_forms import providers


@takes("GET")
def security(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    return private_page(
        request,
        "account/security.html",
        leaves_at=waits.due_at if (waits := leaving_of(actor)) else None,
        ways=_ways(ways_in(actor), len(services.sessions_of(actor))),
        others=[
            *([(say("Invitations"), reverse("invitations"))] if may_invite(actor, admission()) else []),
            *([(say("Who can join this site"), reverse("site_admission"))] if may_run_site(actor) else []),
            (say("Members you blocked"), reverse("blocked")),
            (say("Your data in one archive"), reverse("own_data")),
            (say("Delete your account"), reverse("own_leave")),
        ],
    )


@takes("GET")
def steps(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 -- a page's signature
    """Where allauth leads after a change."""
    return redirect("security")


@takes("GET", "POST")
@confirmed_lately
def choose_password(request: HttpRequest) -> HttpResponseBase:
    """For an account without one; allauth asks nobody for more than a session."""
    answer: HttpResponseBase = account.password_set(request)
    return answer


def _ways(found: WaysIn, signed_in: int) -> list[rows.WayInRow]:
    ways = [
        (say("E-mail"), _address(found), "account_email", later("Change")),
        (say("Password"), *_password(found)),
        (say("Passkeys"), _count(found.passkeys), "mfa_list_webauthn", later("Look at them" if found.passkeys else "About passkeys")),
        (say("Codes from an app"), *_app(found)),
    ]
    if found.codes is not None:
        left = counted("{count} left", "{count} left", found.codes)
        ways.append((say("Recovery codes"), left, "mfa_view_recovery_codes", later("Show them")))
    if providers() or found.elsewhere:
        known = {each["id"]: each["name"] for each in providers()}
        names = say(", ").join(known.get(each, each) for each in found.elsewhere)
        ways.append((say("Sign-in elsewhere"), names or meant("sites", "none"), "socialaccount_connections", later("Change")))
    on = counted("signed in on {count}", "signed in on {count}", signed_in)
    ways.append((say("Devices"), on, "sessions", later("Look at them")))
    return [rows.WayInRow(label=label, state=state, url=reverse(name), act=say(act)) for label, state, name, act in ways]


def _address(found: WaysIn) -> str:
    if not found.address:
        return meant("an address", "none")
    return say("{address}, confirmed" if found.is_confirmed else "{address}, not confirmed yet", address=found.address)


def _password(found: WaysIn) -> tuple[str, str, str]:
    """How it stands, where it is changed, and what one does there."""
    if found.has_password:
        return say("you have one"), "account_change_password", later("Change")
    return meant("a password", "none"), "account_set_password", later("Choose one")


def _app(found: WaysIn) -> tuple[str, str, str]:
    if found.has_app:
        return say("asked for"), "mfa_deactivate_totp", later("Stop")
    return say("not asked for"), "mfa_activate_totp", later("Begin")


def _count(passkeys: int) -> str:
    if not passkeys:
        return meant("passkeys", "none")
    return meant("passkeys", "one") if passkeys == 1 else number(passkeys)


@takes("GET")
def sessions(request: HttpRequest) -> HttpResponseBase:
    here = request.session.session_key
    found = [
        rows.SessionRow(
            name=services.name_of(each), device=devices.shown(each.device) or say("An unknown device"), near=each.near,
            at=each.begun_at,
            is_here=each.session_key == here,
        )
        for each in services.sessions_of(actor_of(request))
    ]  # fmt: skip
    return private_page(request, "account/sessions.html", sessions=sorted(found, key=lambda each: not each.is_here))


@takes("GET", "POST")
@confirmed_lately
def end(request: HttpRequest) -> HttpResponseBase:
    """One session, or all but this. Read by who comes back from signing in once more."""
    if request.method != "POST":
        return redirect("sessions")
    actor, key, name = actor_of(request), request.session.session_key, request.POST.get("session", "")
    if name == "others":
        ended = services.end_others(actor=actor, key=key)
        tell(request, "All other devices are signed out." if ended else "You are signed in nowhere else.")
        return redirect("sessions")
    services.end_session(actor=actor, name=name)
    if not request.session.exists(key or ""):
        logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)
    tell(request, "This device is signed out.")
    return redirect("sessions")
