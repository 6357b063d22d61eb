"""Heavy pages are read in a process of their own with bounds on time and memory, so that no page can hold up the site."""

import json
import os
import resource
import subprocess
import sys
from typing import Any

from parley.base.turns import elsewhere
from parley.seeds.extraction.article import Article, Dropped, NotExtractable
from parley.seeds.extraction.page import TOO_LARGE, Page, read_page
from parley.seeds.extraction.reading import read_article

SECONDS = 6
BYTES_OF_MEMORY = 1_500_000_000
LIGHT_ELEMENTS = 5_000
LIGHT_CHARACTERS = 400_000
TOO_SLOW = "This page takes too long to read. Please paste the article's text instead."
_PROGRAM = "from parley.seeds.extraction.apart import main; main()"


def is_heavy(page: Page) -> bool:
    """Whether reading could take more than about a second."""
    return len(page.html) > LIGHT_CHARACTERS or sum(1 for _ in page.tree.iter()) > LIGHT_ELEMENTS


def read_apart(page: Page) -> Article:
    """The article as `read_article` reads it, within SECONDS. Raises NotExtractable."""
    asked = json.dumps({"html": page.html, "url": page.url}).encode()
    path = os.pathsep.join(filter(None, sys.path))
    try:
        with elsewhere():
            done = subprocess.run(
                [sys.executable, "-c", _PROGRAM],
                input=asked,
                capture_output=True,
                check=False,
                timeout=SECONDS + 2,
                env={"PYTHONPATH": path, "PATH": os.environ.get("PATH", "")},
            )
    except subprocess.TimeoutExpired:
        raise NotExtractable(TOO_SLOW) from None
    if done.returncode:
        raise NotExtractable(TOO_SLOW)
    return _article(json.loads(done.stdout))


def main() -> None:
    """The process apart: a page on standard input, an article or a sentence on standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_OF_MEMORY, BYTES_OF_MEMORY))
    asked = json.load(sys.stdin)
    try:
        answer = read_article(read_page(asked["html"], asked["url"])).to_json()
    except NotExtractable as refusal:
        answer = {"sentence": str(refusal)}
    except MemoryError:
        answer = {"sentence": TOO_LARGE}
    json.dump(answer, sys.stdout)


def _article(answer: dict[str, Any]) -> Article:
    if "sentence" in answer:
        raise NotExtractable(answer["sentence"])
    dropped = tuple(Dropped(line=one["line"], why=one["why"], after=one["at"]) for one in answer.pop("dropped"))
    return Article(**{**answer, "bylines": tuple(answer["bylines"])}, dropped=dropped)
