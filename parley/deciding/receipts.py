"""Receipts (R4.10): what a ruling was, for the person concerned, as a signed file that holds without our server.

A signed note (`ledger.signing`) whose text is JSON. `parley-verify receipt` checks its signature and its place in the log.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from parley.base.refusals import Conflict
from parley.ledger import queries as ledger
from parley.ledger import tree
from parley.moderation import statements
from parley.moderation.models import Happened, Ruling
from parley.texts import services as texts

TIMES = {Happened.FLAGGED: "flagged", Happened.POINTED: "pointed at by software"}
"""Steps of a case whose times belong to what was used."""


def receipt_of(ruling: Ruling) -> str:
    """In English, whoever asks: the same ruling has the same receipt."""
    with translation.override("en"):
        return _receipt_of(ruling)


def _receipt_of(ruling: Ruling) -> str:
    """For the person concerned alone, since it holds the words that were cut. The ruling comes as `moderation.queries.ruling_for`
    gives it. Raises `Conflict` while the log cannot grow.
    """
    if not settings.LOG_KEY:
        raise Conflict("This site cannot sign receipts at the moment. Try again later.", "cannot-sign")
    tree.grow()  # an entry whose process ended early has its place now
    said, entry = statements.statement_of(ruling), ruling.entry
    says: dict[str, Any] = {
        "receipt": 1,
        "site": settings.ADDRESS,
        "ruling": ruling.pk,
        "entry": entry.pk,
        "at": _told(entry.at),
        "act": entry.act,
        "done": said.done,
        "item": said.subject,
        "address": f"{settings.ADDRESS}{entry.address}",
        "line": _line(ruling),
        "words": _words(ruling, said),
        "wording": _wording(ruling),
        "facts": entry.body.get("facts", []),
        "times": _times(ruling),
        "passes": sorted({each.get("passes", "") for each in entry.body.get("facts", [])}),
        "basis": said.basis,
        "decider": said.decider,
        "found": said.detected,
        "involved": ruling.is_involved,
        "note": said.note,
        "evidence": said.evidence,
        "ticket": said.ticket,
        "suspension": said.suspension,
        "reach": said.where,
        "appeal": {
            "until": _told(ruling.appeal_until), "how": statements.redress(said), "address": f"{settings.ADDRESS}{ruling.url}#appeal",
        },
        "undone_by": ruling.undone_by_id,
        "log": ledger.proof_of(entry),
    }  # fmt: skip
    return tree.signed(json.dumps(says, ensure_ascii=False, indent=1) + "\n")


def name_of(ruling: Ruling) -> str:
    """Of the file."""
    return f"receipt-{ruling.pk}.txt"


def _line(ruling: Ruling) -> dict[str, Any]:
    """With the digest of the version in which it stands, prose and reading, so that a later change of either shows."""
    because, version = ruling.entry.because, ruling.version
    whole = json.dumps([version.prose, version.reading], sort_keys=True, ensure_ascii=False)
    return {
        "number": because["number"], "text": because["text"], "kind": because.get("kind", ""), "clause": because.get("clause", ""),
        "book": because["book"], "version": version.number, "digest": hashlib.sha256(whole.encode()).hexdigest(),
    }  # fmt: skip


def _words(ruling: Ruling, said: statements.Statement) -> list[str]:
    """What was cut; of a comment that was removed, all of it as it was ruled on."""
    if ruling.action == "remove" and ruling.revision is not None:
        return [texts.as_written(ruling.revision)]
    return list(said.words)


def _wording(ruling: Ruling) -> dict[str, Any] | None:
    """Which wording was ruled on, by its digest, whatever was written since; None where there is none."""
    revision = ruling.revision
    if revision is None:
        return None
    return {"revision": revision.number, "at": _told(revision.created_at), "digest": texts.digest_of(revision)}


def _times(ruling: Ruling) -> Sequence[dict[str, Any]]:
    """When what the ruling knew came to be; nobody is named."""
    posted = (ruling.comment or ruling.seed).created_at
    steps = ruling.case.steps.filter(what__in=TIMES, at__lte=ruling.entry.at).order_by("pk")[:200] if ruling.case else ()
    # To the day: beside the times of comments a second would tell who flagged.
    used = [{"what": TIMES[Happened(each.what)], "at": f"{each.at:%Y-%m-%d}"} for each in steps]
    return [{"what": "posted", "at": _told(posted)}, *used, {"what": "ruled", "at": _told(ruling.entry.at)}]


def _told(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None
