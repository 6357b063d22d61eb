"""What a command prints: text that a terminal shows and does not obey, and JSON for programs."""

import json
from typing import Any


def seen(text: str) -> str:
    """The text on one line, with a sign in place of whatever a terminal would obey."""
    return "".join(character if character.isprintable() else "�" for character in " ".join(text.split()))


def indented(text: str) -> str:
    """The same, with the spaces that the text begins with."""
    return " " * (len(text) - len(text.lstrip(" "))) + seen(text)


def as_json(data: dict[str, Any] | list[Any]) -> str:
    """One line of JSON in ASCII."""
    return json.dumps(data, ensure_ascii=True)
