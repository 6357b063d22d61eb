"""A page drawn once, with marks where the reader's own parts will stand, and cut at them.

A template says `marks.NAME or part(row)`: without marks the part is drawn at once, with them it is drawn later by `drawn`, from the
same macro, for each reader. So every part has one template, and what is kept of a page holds nobody's part.
"""

import re
import secrets
from collections.abc import Hashable
from dataclasses import dataclass, fields
from functools import lru_cache

from django.template import engines
from markupsafe import Markup

from parley.base.languages import spoken

MOST_PARTS = 4096
"""Parts kept drawn; some kilobytes each."""


@dataclass(frozen=True, slots=True)
class Marks:
    """One for each hole, in the order of the page. Empty: nothing is left out."""

    behaviours: str = ""
    masthead: str = ""
    notices: str = ""
    seed_vote: str = ""
    seed_ways: str = ""
    strains: str = ""
    eases: str = ""
    track: str = ""
    is_you: str = ""
    acts: str = ""
    foot: str = ""
    footer: str = ""
    acts_form: str = ""


NO_MARKS = Marks()


def new_marks() -> tuple[Marks, str]:
    """With the word that is in all of them, which nobody could have written into a text before."""
    word = secrets.token_hex(16)
    return Marks(*(Markup("<!--{} {}-->").format(word, each.name) for each in fields(Marks))), word


def cut_at(html: str, word: str) -> list[str]:
    """Text, name of a hole, text, …, text."""
    return re.split(f"<!--{word} ([a-z_]+)-->", html)


def drawn(template: str, macro: str, *rows: Hashable) -> str:
    """A part by its macro, in the language that is spoken. The same rows give the same part: they are frozen, and nothing else
    reaches a macro.
    """
    return _drawn(spoken(), template, macro, *rows)


@lru_cache(maxsize=MOST_PARTS)
def _drawn(_: str, template: str, macro: str, *rows: Hashable) -> str:
    module = engines["jinja2"].env.get_template(template).module  # type: ignore[attr-defined] # Django's backend has it
    return str(getattr(module, macro)(*rows))
