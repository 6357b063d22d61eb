"""Allauth's forms in our words: its pages are our templates, which ask here for the rows of a form's fields."""

from typing import Any

from parley.web.rows.writing import FieldRow

NAME_HINT = "2 to 30 lower-case letters, digits or _, starting with a letter. Everybody sees it, and it stays."
PHRASE_HINT = "At least 10 characters. Three or four words that do not belong together are better than one with digits."
LABELS = {
    "login": ("Name or e-mail", ""),
    "username": ("Name", NAME_HINT),
    "email": ("E-mail", "Nobody sees it. It brings back a lost password."),
    "password": ("Password", ""),
    "oldpassword": ("Password until now", ""),
    "password1": ("Password", PHRASE_HINT),
    "password2": ("The same once more", ""),
    "remember": ("Stay signed in on this device", ""),
    "code": ("Code", ""),
}
"""Label and hint of each field by its name."""


def fields_of(form: Any) -> list[FieldRow]:
    """Rows of a Django form's visible fields; passwords never come back."""
    return [_row(field) for field in form.visible_fields()]


def errors_of(form: Any) -> list[str]:
    """What is the matter with the form as a whole."""
    return [str(error) for error in form.non_field_errors()]


def _row(field: Any) -> FieldRow:
    label, hint = LABELS.get(field.name, (str(field.label), ""))
    kind = _kind(field)
    value = "" if kind == "password" else field.value()
    return FieldRow(
        name=field.html_name, label=label, hint=hint, kind=kind, value=str(value or "")[:500],
        errors=tuple(str(error) for error in field.errors), is_required=field.field.required,
        autocomplete=str(field.field.widget.attrs.get("autocomplete", "")),
    )  # fmt: skip


def _kind(field: Any) -> str:
    kind = getattr(field.field.widget, "input_type", "text")
    return kind if kind in {"password", "email", "checkbox"} else "text"
