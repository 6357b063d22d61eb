from typing import Any

from django.apps import AppConfig
from django.conf import settings


class GroupsConfig(AppConfig):
    name = "parley.groups"
    label = "groups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed, user_signed_up

        email_confirmed.connect(confirmed, dispatch_uid="groups.confirmed")
        user_signed_up.connect(signed_up, dispatch_uid="groups.signed_up")


def confirmed(*, email_address: Any, **_: Any) -> None:
    """Signals, because it is allauth that knows when somebody has shown that an address is his."""
    from parley.groups.leaving import take_up

    take_up(email_address.user, email_address.email)


def signed_up(*, user: Any, **_: Any) -> None:
    """With an address that another site vouches for, or where this one asks for no confirmation."""
    from allauth.account.models import EmailAddress

    from parley.groups.leaving import take_up

    known = EmailAddress.objects.filter(user=user)
    if settings.ACCOUNT_EMAIL_VERIFICATION == "mandatory":
        known = known.filter(verified=True)
    for address in known.values_list("email", flat=True):
        take_up(user, address)
