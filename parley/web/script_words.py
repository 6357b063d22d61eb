"""What scripts say, in the language of the page; the page brings it with its form (`parts/masthead.html`), `words.js` says it."""

import json
from urllib.parse import urlsplit

from django.conf import settings

from parley.base.saying import later_counted, say, with_count

SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each of the forms that browsers know (`Intl.PluralRules`), in Arabic; languages with fewer forms use fewer."""
NEW = later_counted("{count} new comment", "{count} new comments")
CAME = later_counted("{count} new comment came. Go to it", "{count} new comments came. Go to the first")


def script_words() -> str:
    return json.dumps({
        "quote": say("Quote this"), "kept": say("Draft kept."), "fold": say("Fold"), "unfold": say("Unfold {count}"),
        "mute": say("Mute"), "muted": say("Muted"),
        "below": say("below comment {number}"), "new": _forms(*NEW), "came": _forms(*CAME),
    }, ensure_ascii=False)  # fmt: skip


def passkey_words() -> str:
    """By the name of what went wrong (DOMException)."""
    return json.dumps({
        "NotAllowedError": say("Nothing was chosen, or it took too long. Try again."),
        "InvalidStateError": say("This device has a passkey for your account already."),
        "SecurityError": say("Passkeys work only at this site’s own address. Open it as {address}", address=_address()),
        "other": say("That did not work. Try again, or come in another way."),
    }, ensure_ascii=False)  # fmt: skip


def _address() -> str:
    """By a name: passkeys cannot belong to an address of digits."""
    parts = urlsplit(settings.ADDRESS)
    host = parts.hostname or ""
    return f"http://localhost:{parts.port or 80}" if ":" in host or host.replace(".", "").isdigit() else settings.ADDRESS


def _forms(one: str, many: str) -> dict[str, str]:
    return {name: with_count(one, many, count) for name, count in SAMPLES.items()}
