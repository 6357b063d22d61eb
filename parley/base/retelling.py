"""What the engine says, in the language in which is spoken (`houserules.saying`)."""

from django.utils import translation
from django.utils.translation import gettext

from houserules.saying import Sentence
from parley.base.saying import counted, number, say


def retold(sentence: str) -> str:
    """A sentence of the engine with all that is filled into it; one that was stored is English, and stays so."""
    if not sentence or translation.get_language() == "en":
        return str(sentence)
    if not isinstance(sentence, Sentence):
        return gettext(sentence)
    parts = {name: _part(part) for name, part in sentence.parts.items()}
    if len(sentence.forms) == 1:
        return say(sentence.forms[0], **parts)
    one, many = sentence.forms
    count = parts.pop("count")
    assert isinstance(count, int)  # noqa: S101 -- `houserules.saying.counted` makes it so
    return counted(one, many, count, **parts)


def _part(part: object) -> object:
    if isinstance(part, Sentence):
        return retold(part)
    return number(part) if isinstance(part, float) else part
