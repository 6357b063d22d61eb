"""Every reason a policy can say no with has a sentence, and no sentence stands without its reason."""

import re
from pathlib import Path

from parley.base.decisions import SENTENCES

SOURCES = "".join(file.read_text() for file in Path("parley").rglob("*.py"))
SAID = set(re.findall(r'\bno\("([a-z-]+)"\)', SOURCES))


def test_reasons_and_sentences_agree():
    assert SAID - SENTENCES.keys() == set()
    assert SENTENCES.keys() - SAID == set()


def test_sentences_are_sentences():
    for sentence in SENTENCES.values():
        assert re.fullmatch(r"[A-Z].*\.", sentence)
