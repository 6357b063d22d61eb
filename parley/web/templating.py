"""Jinja2 as our templates know it."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from jinja2 import Environment

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


@lru_cache(maxsize=256)
def static(path: str) -> str:
    """The address of a static file with the digest of its content, so that a changed file is fetched anew."""
    found = finders.find(path)
    digest = hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:10] if found else "missing"
    return f"{settings.STATIC_URL}{path}?v={digest}"


def url(name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs=kwargs)


def environment(**options: Any) -> Environment:
    made = Environment(**options, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 -- Django's backend turns autoescape on
    made.globals.update(static=static, url=url, fields_of=fields_of, errors_of=errors_of, marks=NO_MARKS)
    made.globals.update(options_of=options_of, names_passkeys=names_passkeys, providers=providers)
    made.globals.update(mails_have_codes=mails_have_codes, invited=invited)
    return made
