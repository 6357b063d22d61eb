"""Jinja2 as our templates know it."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from parley.base import saying
from parley.base.languages import LANGUAGES, direction, spoken
from parley.people.devices import shown as device
from parley.web.holes import NO_MARKS
from parley.web.pages.account_forms import (
    errors_of,
    fields_of,
    invited,
    mails_have_codes,
    names_passkeys,
    options_of,
    providers,
)
from parley.web.script_words import passkey_words, script_words


@lru_cache(maxsize=256)
def static(path: str) -> str:
    """The address of a static file with the digest of its content, so that a changed file is fetched anew."""
    found = finders.find(path)
    digest = hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:10] if found else "missing"
    return f"{settings.STATIC_URL}{path}?v={digest}"


def url(name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs=kwargs)


@pass_eval_context
def gettext(context: EvalContext, sentence: str, /, **parts: object) -> str:
    """`_("…")` and `{% trans %}`: what is filled in is escaped, and whole numbers are written as the language does."""
    return _filled(translation.gettext(sentence), context, parts)


@pass_eval_context
def ngettext(context: EvalContext, one: str, many: str, count: int, /, **parts: object) -> str:
    return _filled(translation.ngettext(one, many, count), context, {"num": count, **parts})


@pass_eval_context
def pgettext(context: EvalContext, meant: str, sentence: str, /, **parts: object) -> str:
    return _filled(translation.pgettext(meant, sentence), context, parts)


def _filled(sentence: str, context: EvalContext, parts: dict[str, object]) -> str:
    found = Markup(sentence) if context.autoescape else sentence  # noqa: S704 -- ours, and its translators'
    return found % {name: saying.number(part) if type(part) is int else part for name, part in parts.items()}


def with_languages(made: Environment) -> Environment:
    made.add_extension("jinja2.ext.i18n")
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined] # of the extension
    # The extension's own would wrap these and know neither numbers nor contexts of ours.
    made.globals.update(gettext=gettext, _=gettext, ngettext=ngettext, pgettext=pgettext)
    made.globals.update(script_words=script_words, passkey_words=passkey_words)
    made.globals.update(number=saying.number, day_of=saying.day, moment=saying.moment)
    made.globals.update(languages=LANGUAGES, spoken=spoken, direction=direction)
    return made


def environment(**options: Any) -> Environment:
    made = with_languages(Environment(**options, trim_blocks=True, lstrip_blocks=True))  # noqa: S701 -- the backend has it on
    made.globals.update(static=static, url=url, fields_of=fields_of, errors_of=errors_of, marks=NO_MARKS)
    made.globals.update(options_of=options_of, names_passkeys=names_passkeys, providers=providers)
    made.globals.update(mails_have_codes=mails_have_codes, invited=invited, device=device)
    return made
