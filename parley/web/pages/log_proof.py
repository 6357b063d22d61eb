"""The log for those who check it: its head, its key, proofs, and leaves, as files for `parley-verify`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

import parley_verify
from parley.base.refusals import NotThere
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.ledger import tree
from parley.moderation import queries as moderation
from parley.people.queries import viewer_of
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages.asked import whole

LEAVES = 1000


def _text(content: str) -> HttpResponse:
    return HttpResponse(content, content_type="text/plain; charset=utf-8")


def _json(content: Mapping[str, Any], name: str) -> HttpResponse:
    answer = HttpResponse(json.dumps(content, ensure_ascii=False, indent=1) + "\n", content_type="application/json")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


@open_page
@takes("GET")
def head(request: HttpRequest) -> HttpResponseBase:
    """The newest head, or that over `size` entries."""
    size = whole(request.GET.get("size"))
    newest = tree.head_of(size) if size else tree.head()
    if newest is None:
        raise NotThere("Nothing has happened yet, so there is no head.")
    return _text(newest.note)


@open_page
@takes("GET")
def key(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 -- the same for everybody
    return _text(tree.public_key() + "\n")


@open_page
@takes("GET")
def proof(request: HttpRequest, entry_id: int) -> HttpResponseBase:
    """That the newest head holds an entry, whose group has to be open to the reader."""
    entry, _ = moderation.entry_for(viewer_of(request), entry_id)
    return _json(ledger.proof_of(entry), f"entry-{entry.pk}.json")


@open_page
@takes("GET")
def consistency(request: HttpRequest) -> HttpResponseBase:
    """That the log of `to` entries continues that of `from`."""
    found = tree.consistency_of(whole(request.GET.get("from")) or 0, whole(request.GET.get("to")) or 0)
    return _json({"from": found.index, "to": found.size, "proof": found.hashes}, f"from-{found.index}-to-{found.size}.json")


@open_page
@takes("GET")
def leaves(request: HttpRequest) -> HttpResponseBase:
    """The leaves from `from` on, one JSON object a line, at most 1,000; what is not for everybody shows its hash alone."""
    start = whole(request.GET.get("from")) or 0
    open_groups = groups.readable_keys(None)
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in ledger.leaves(start, LEAVES, open_groups)]
    return HttpResponse("".join(lines), content_type="application/jsonl; charset=utf-8")


@open_page
@takes("GET")
def program(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 -- the same for everybody
    """The program that checks all this, to be kept and read."""
    answer = HttpResponse(Path(parley_verify.__file__).read_bytes(), content_type="text/x-python; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="parley_verify.py"'
    return answer
