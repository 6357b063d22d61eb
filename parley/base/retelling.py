"""What the engine says, in the language in which is spoken (`houserules.saying`)."""

from houserules.saying import Sentence
from parley.base.saying import counted, number, say


def retold(sentence: str) -> str:
    """A sentence of the engine with all that is filled into it. What is none is somebody's words, or was stored, and stays so."""
    if not sentence or not isinstance(sentence, Sentence):
        return str(sentence)
    parts = {name: _part(part) for name, part in sentence.parts.items()}
    if len(sentence.forms) == 1:
        return say(sentence.forms[0], **parts)
    one, many = sentence.forms
    return counted(one, many, sentence.how_many, **parts)


def _part(part: object) -> object:
    if isinstance(part, Sentence):
        return retold(part)
    return number(part) if isinstance(part, float) else part
