"""What keeps one's account safe, on one page, and the devices on which one is signed in."""

from allauth.account import views as account
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

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
            *([("Invitations", reverse("invitations"))] if may_invite(actor, admission()) else []),
            *([("Who can join this site", reverse("site_admission"))] if may_run_site(actor) else []),
            ("Members you blocked", reverse("blocked")),
            ("Your data in one archive", reverse("own_data")),
            ("Delete your account", reverse("own_leave")),
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


def _ways(found: WaysIn, devices: int) -> list[rows.WayInRow]:
    confirmed = "confirmed" if found.is_confirmed else "not confirmed yet"
    password = "account_change_password" if found.has_password else "account_set_password"
    app = "mfa_deactivate_totp" if found.has_app else "mfa_activate_totp"
    ways = [
        ("E-mail", f"{found.address}, {confirmed}" if found.address else "none", "account_email", "Change"),
        ("Password", "you have one" if found.has_password else "none", password, "Change" if found.has_password else "Choose one"),
        ("Passkeys", _count(found.passkeys), "mfa_list_webauthn", "Look at them" if found.passkeys else "About passkeys"),
        ("Codes from an app", "asked for" if found.has_app else "not asked for", app, "Stop" if found.has_app else "Begin"),
    ]
    if found.codes is not None:
        ways.append(("Recovery codes", f"{found.codes} left", "mfa_view_recovery_codes", "Show them"))
    if providers() or found.elsewhere:
        known = {each["id"]: each["name"] for each in providers()}
        names = ", ".join(known.get(each, each) for each in found.elsewhere)
        ways.append(("Sign-in elsewhere", names or "none", "socialaccount_connections", "Change"))
    ways.append(("Devices", f"signed in on {devices}", "sessions", "Look at them"))
    return [rows.WayInRow(label=label, state=state, url=reverse(name), act=act) for label, state, name, act in ways]


def _count(passkeys: int) -> str:
    return "none" if not passkeys else "one" if passkeys == 1 else f"{passkeys}"


@takes("GET")
def sessions(request: HttpRequest) -> HttpResponseBase:
    here = request.session.session_key
    found = [
        rows.SessionRow(
            name=services.name_of(each), device=each.device or "An unknown device", near=each.near, at=each.begun_at,
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
