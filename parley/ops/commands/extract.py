"""An article read out of a page, as the preview of a seed would show it. No Django, no database."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.ops.refusals import CannotRun

if TYPE_CHECKING:
    from parley.seeds.extraction import Article

HELP = "read the article out of a page: a file, or an address on the public web"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("page", metavar="FILE_OR_URL")
    parser.add_argument("--json", action="store_true", help="print every field, and the lines that were left out")


def run(args: argparse.Namespace) -> int:
    """Print the article. Raises `CannotRun`."""
    # Every command is imported at each start; reading pages takes half a second to import.
    from parley.base.refusals import Refusal

    try:
        article = _article(args.page)
    except (Refusal, OSError) as reason:
        raise CannotRun(str(getattr(reason, "strerror", None) or reason)) from None
    print(_as_json(article) if args.json else _as_text(article))
    return 0


def _article(page: str) -> "Article":
    from parley.seeds import reading

    if page.lower().startswith(("http://", "https://")):
        return reading.article_at(page, reading.WayOut())[0]
    with Path(page).open("rb") as file:
        return reading.article_in(file.read(reading.MOST_PAGE + 1))


def _as_json(article: "Article") -> str:
    """Letters as they are where the terminal can show them."""
    shows_all = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(article.to_json(), ensure_ascii=not shows_all, indent=2)


def _as_text(article: "Article") -> str:
    about = (article.title, ", ".join(article.bylines), article.source, article.published, article.canonical_url)
    return "\n".join(filter(None, about)) + f"\n\n{article.text}"
