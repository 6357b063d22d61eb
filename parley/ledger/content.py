"""What an entry says as a leaf of the tree: text that anybody can hash again.

Only who acted is not said but sealed (`actor`): the log names kinds of deciders, and a name can be shown to be the right one later.
"""

import hashlib
import json
import secrets
from datetime import UTC
from typing import Any

from parley.ledger import merkle
from parley.ledger.models import Entry


def new_salt() -> str:
    return secrets.token_hex(32)


def leaf_of(entry: Entry) -> str | None:
    """The leaf as text: JSON with sorted keys, without spaces, in UTF-8. None where it was purged."""
    if entry.purged_by_id is not None:
        return None
    says: dict[str, Any] = {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "act": entry.act,
        "group": entry.group_id,
        "actor": sealed(entry.actor, entry.salt),
        "decider": entry.decider,
        "subject": entry.subject,
        "address": entry.address,
        "because": entry.because,
        "body": entry.body,
        "corrects": entry.corrects_id,
        "salt": _part(entry.salt, "leaf"),
    }
    return json.dumps(says, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(leaf: str) -> str:
    """In hexadecimal digits."""
    return merkle.leaf_hash(leaf.encode()).hex()


def sealed(actor: str, salt: str) -> str:
    """A name as the leaf has it: its hash with a salt that the leaf does not tell."""
    return hashlib.sha256(f"{_part(salt, 'actor')}:{actor}".encode()).hexdigest()


def _part(salt: str, use: str) -> str:
    """Telling one part of a salt tells nothing of another."""
    return hashlib.sha256(f"{use}:{salt}".encode()).hexdigest()[:32]
