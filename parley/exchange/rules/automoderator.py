"""Reddit's AutoModerator: YAML documents, one for each rule."""

import re

from parley.exchange.account import Imported, composed
from parley.exchange.automoderator import names
from parley.exchange.automoderator.checks import NAME as KEY_NAME
from parley.exchange.automoderator.rule import drafts_of
from parley.exchange.documents import documents

NAME = "automoderator"
TITLE = "Reddit AutoModerator (YAML)"
KEY = re.compile(r"['\"]?([~\w][^:'\"]{0,80}?)['\"]?\s*:(?:\s|$)")


def is_it(text: str, filename: str = "") -> bool:
    """Whether most names at the start of its lines are names of such rules."""
    keys = [key for line in text.split("\n") if (key := KEY.match(line))]
    known = [key for key in keys if _is_known(key[1])]
    others = sum(1 for line in text.split("\n") if line.strip() and line[0] not in " \t#-]}'\"") - len(known)
    return bool(known) and (len(known) > others or filename.lower().endswith((".yml", ".yaml")))


def read(text: str, filename: str = "") -> Imported:  # noqa: ARG001 -- all formats are asked alike
    """Every document becomes lines, or is listed with the reason why not."""
    return composed(list(drafts_of(documents(text))), format_=NAME)


def _is_known(key: str) -> bool:
    found = KEY_NAME.fullmatch(key.strip())
    return found is not None and found["parts"].split("+")[0].strip().lower() in names.KNOWN
