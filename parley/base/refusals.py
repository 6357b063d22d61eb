"""What a service says when it does not do what it was asked.

Every refusal carries a sentence for a person, the HTTP status a page answers with, and a short code for programs and tests.
"""

import sys


def _in_the_readers_language(sentence: str) -> str:
    """As it is where no site runs: in the command that reads a page, and in the process apart that reads pictures."""
    conf = sys.modules.get("django.conf")
    if conf is None or not conf.settings.configured:
        return sentence
    from django.utils.translation import gettext

    return gettext(sentence)


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, not an error of ours
    """The request is understood and not carried out. `status` is an HTTP status, `code` a stable word. A sentence that is written out
    where it is raised is translated here; one with something filled in comes from `saying.say`.
    """

    status = 403

    def __init__(self, sentence: str, code: str = "refused") -> None:
        self.sentence = _in_the_readers_language(sentence)
        super().__init__(self.sentence)
        self.code = code


class NotAllowed(Refusal):
    status = 403


class Conflict(Refusal):
    """Something changed, or stands already, so that the request no longer fits."""

    status = 409


class Invalid(Refusal):
    """The input cannot be used as it is. `field` names the form field it belongs to."""

    status = 422

    def __init__(self, sentence: str, code: str = "invalid", *, field: str = "") -> None:
        super().__init__(sentence, code)
        self.field = field


class TooLarge(Invalid):
    status = 413


NOTHING_HERE = "There is nothing here, or it is not open to you."


class NotThere(Refusal):
    """Does not exist, or may not be seen: both are 404 and look alike."""

    status = 404

    def __init__(
        self, sentence: str = NOTHING_HERE, code: str = "not-there"
    ) -> None:
        super().__init__(sentence, code)
