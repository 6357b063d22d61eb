"""Who joins with a passkey alone has lost his account with it, unless he has something in its place."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes


def give_codes(*, request: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """Recovery codes with the first passkey, and the right to see them now: making it was as good as showing it. Heard from
    allauth's signal.
    """
    if request.user.is_authenticated or authenticator.type != authenticator.Type.WEBAUTHN:
        return  # somebody who is a member: allauth makes him codes itself
    RecoveryCodes.activate(user)
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True)
