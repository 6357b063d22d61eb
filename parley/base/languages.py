"""Which language a page is in: what its reader chose, else what his browser asks for, else the site's own (docs/decisions/0027).

One of `LANGUAGES` always comes out, whatever comes in, so a page has no more variants than there are languages.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.utils import translation

from parley.base.refusals import Invalid
from parley.base.saying import say

LANGUAGES = {"en": "English", "de": "Deutsch", "ar": "العربية"}
"""By code, each as its speakers call it. The first is what our sentences are written in."""
RIGHT_TO_LEFT = frozenset({"ar"})
COOKIE = "language"
LONGEST, MOST = 400, 20
"""Characters and entries of `Accept-Language` that are looked at; browsers send a tenth of it."""
LONGEST_COOKIES = 8000


def known(code: str) -> str:
    """The language of this code, of which no more is read than a code can be long."""
    if code not in LANGUAGES:
        ours = ", ".join(LANGUAGES.values())
        raise Invalid(say("Nobody has translated these pages into “{code}” yet. There are: {ours}.", code=code[:12], ours=ours))
    return code


def chosen_in(cookies: Iterable[str]) -> str | None:
    """What headers named `Cookie` say, where it is a language that we have."""
    for cookie in cookies:
        for each in cookie[:LONGEST_COOKIES].split(";"):
            name, _, value = each.partition("=")
            if name.strip() == COOKIE and value.strip() in LANGUAGES:
                return value.strip()
    return None


def asked_for(accepts: str | None) -> str:
    """What `Accept-Language` (RFC 9110, 12.5.4) asks for, where we have it; else the site's own."""
    return _asked_for(accepts[:LONGEST], settings.LANGUAGE_CODE) if accepts else settings.LANGUAGE_CODE


@lru_cache(maxsize=1024)
def _asked_for(accepts: str, own: str) -> str:
    found: dict[str, tuple[float, int]] = {}
    for place, each in enumerate(accepts.split(",")[:MOST]):
        tag, _, quality = each.partition(";")
        code = tag.strip().lower().partition("-")[0]
        code = own if code == "*" else code
        if code in LANGUAGES:
            found.setdefault(code, (_quality(quality), -place))
    best = max(found, key=found.__getitem__, default=own)
    return best if best in found and found[best][0] > 0 else own


def _quality(said: str) -> float:
    """`q=0.8`; what is said otherwise counts as nothing."""
    name, _, value = said.strip().partition("=")
    if not said.strip():
        return 1.0
    value = value.strip()
    is_number = name.strip().lower() == "q" and len(value) <= 5 and value.isascii() and value.replace(".", "", 1).isdigit()
    return min(float(value), 1.0) if is_number else 0.0


def spoken() -> str:
    """The language in which is spoken now, in this thread."""
    now = translation.get_language()
    return now if now in LANGUAGES else settings.LANGUAGE_CODE


def spoken_to(code: str) -> translation.override:
    """For mails and jobs: the language that somebody chose, or else the site's own."""
    return translation.override(code if code in LANGUAGES else settings.LANGUAGE_CODE)


def direction(code: str) -> str:
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"

