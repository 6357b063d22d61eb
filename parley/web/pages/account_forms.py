"""Allauth's forms in our words: its pages are our templates, which ask here for the rows of a form's fields."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.urls import reverse

from parley.base.saying import say
from parley.people import invitations
from parley.web.rows.writing import FieldRow

if TYPE_CHECKING:
    from parley.people.models import Invitation

INVITED = "invitation"
"""What a session calls the code of the invitation that its reader followed."""
NAME_HINT = "2 to 30 lower-case letters, digits or _, starting with a letter. Everybody sees it, and it stays."
PHRASE_HINT = "At least 10 characters. Three or four words that do not belong together are better than one with digits."
LABELS = {
    "login": ("Name or e-mail", ""),
    "username": ("Name", NAME_HINT),
    "email": ("E-mail", "Nobody sees it. It brings back a lost password."),
    "password": ("Password", ""),
    "oldpassword": ("Your present password", ""),
    "password1": ("Password", PHRASE_HINT),
    "password2": ("The same once more", ""),
    "remember": ("Stay signed in on this device", ""),
    "code": ("Code", ""),
    "ResetPasswordForm.email": ("E-mail of your account", ""),
    "name": ("Name", "By which you know it again, such as “my phone”."),
}
"""Label and hint of each field by its name, or by its form and its name."""


def invited(request: HttpRequest) -> "Invitation | None":
    """The invitation by which somebody comes to join, while it holds."""
    code = request.session.get(INVITED)
    return invitations.standing(code) if code else None


def fields_of(form: Any, **filled: str) -> list[FieldRow]:
    """Rows of a Django form's visible fields; passwords never come back. `filled`: what stands in empty ones."""
    return [_row(field, type(form).__name__, filled.get(field.name, "")) for field in form.visible_fields()]


def errors_of(form: Any) -> list[str]:
    """What is the matter with the form as a whole."""
    return [str(error) for error in form.non_field_errors()]


def _row(field: Any, form: str, filled: str) -> FieldRow:
    named = LABELS.get(f"{form}.{field.name}") or LABELS.get(field.name, (str(field.label), ""))
    label, hint = (say(each) if each else "" for each in named)
    kind = _kind(field)
    value = "" if kind == "password" else field.value() or filled
    return FieldRow(
        name=field.html_name, label=label, hint=hint, kind=kind, value=str(value or "")[:500],
        errors=tuple(str(error) for error in field.errors), is_required=field.field.required,
        autocomplete=str(field.field.widget.attrs.get("autocomplete", "")),
    )  # fmt: skip


def mails_have_codes() -> bool:
    """Else a mail that confirms an address has a link."""
    return bool(settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED)


def _kind(field: Any) -> str:
    kind = getattr(field.field.widget, "input_type", "text")
    return kind if kind in {"password", "email", "checkbox"} else "text"


def options_of(told: Any) -> str:
    """What a device is asked for when it makes or shows a passkey, for `data-options`. It is to keep what it makes, and to ask its
    owner each time.
    """
    found = told.get("creation_options") or told["request_options"]
    options = json.loads(json.dumps(found, cls=_Encoder))
    if "authenticatorSelection" in options["publicKey"]:
        wanted = {"residentKey": "required", "requireResidentKey": True, "userVerification": "required"}
        options["publicKey"]["authenticatorSelection"] |= wanted
    return json.dumps(options)


class _Encoder(DjangoJSONEncoder):
    """The library's answers are mappings of its own."""

    def default(self, o: Any) -> Any:
        return dict(o) if hasattr(o, "keys") else super().default(o)


def names_passkeys(told: Any) -> bool:
    """Whether whoever signs in has a passkey to show."""
    return bool(told) and bool(json.loads(options_of(told))["publicKey"].get("allowCredentials"))


def providers() -> list[dict[str, str]]:
    """Where else one can sign in: id, name, address."""
    known: Any = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [
        {"id": each["provider_id"], "name": each["name"], "url": reverse("openid_connect_login", args=[each["provider_id"]])}
        for each in known
    ]
