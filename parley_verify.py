#!/usr/bin/env python3
"""Checks what a Parley site says of its log, without the site: heads, receipts, entries, and whole logs.

One file; the standard library does all but Ed25519 signatures, which need the package `cryptography`. Nothing is fetched: give it
files.

    parley-verify head HEAD --key KEY                   who signed this head, and when
    parley-verify receipt RECEIPT --key KEY             a ruling's receipt: signature, and its place in the log
    parley-verify entry PROOF --key KEY                 that the log holds an entry, as /log/ENTRY/proof gives it
    parley-verify later OLD NEW PROOF --key KEY         that one head continues another (/log/consistency?from=…&to=…)
    parley-verify log HEAD LEAVES --key KEY             every leaf (/log/leaves, one file), hashed again

KEY is the line that the site shows at /log/key, or a file with it. Keep your own copy: whoever could change the log could change that
page too. Ends with 0 where all holds, 1 where something does not, 2 where it was called wrongly.

Formats: signed notes and heads as C2SP signed-note and tlog-checkpoint have them, trees and proofs as RFC 9162 (2.1), Ed25519 as
RFC 8032.
"""

import argparse
import base64
import binascii
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ED25519 = b"\x01"
DASH = "— "


class DoesNotHold(Exception):  # noqa: N818 -- an answer, not an error of ours
    """What was checked is not what it says. Carries a sentence."""


@dataclass(frozen=True)
class Head:
    """The first `size` entries of the log `name` have this root."""

    name: str
    size: int
    root: bytes
    at: str


# --- signed notes


def in_base64(text: str) -> bytes:
    """Strictly: other digits for the same bytes are refused, so that no digit can be changed unnoticed."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise DoesNotHold("A part that should be base64 is not.") from None
    if base64.b64encode(found).decode() != text:
        raise DoesNotHold("A part in base64 is written in an unusual way.")
    return found


def opened(note: str, key: str) -> tuple[str, str]:
    """The text of a note and the name that signed it. `key`: NAME+NUMBER+KEY. Raises `DoesNotHold`."""
    named, number, public = _key(key)
    text, parted, signatures = note.rpartition("\n\n")
    if not parted or not signatures.endswith("\n"):
        raise DoesNotHold("This is not a signed note.")
    lines = signatures[:-1].split("\n")
    ours = [line for line in lines if line.startswith(f"{DASH}{named} ")]
    if len(lines) != 1 or not ours:
        raise DoesNotHold(f"It is not signed by {named}, and by nobody else.")
    signature = in_base64(ours[0][len(DASH) + len(named) + 1 :])
    if signature[:4] != number:
        raise DoesNotHold("It is signed with another key.")
    _check_signature(public, signature[4:], f"{text}\n".encode())
    return f"{text}\n", named


def _key(key: str) -> tuple[str, bytes, bytes]:
    """Name, number, and public key; raises `ValueError`."""
    try:
        named, number, coded = key.strip().split("+", 2)
        kind_and_key = base64.b64decode(coded, validate=True)
    except ValueError:
        raise ValueError("A key looks like NAME+NUMBER+KEY.") from None
    if kind_and_key[:1] != ED25519 or len(kind_and_key) != 33:
        raise ValueError("This key is not an Ed25519 key.")
    if hashlib.sha256(named.encode() + b"\n" + kind_and_key).digest()[:4].hex() != number:
        raise ValueError("The key's number does not belong to it: was it copied whole?")
    return named, bytes.fromhex(number), kind_and_key[1:]


def _check_signature(public: bytes, signature: bytes, text: bytes) -> None:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        raise ValueError("Signatures need a package: pip install cryptography") from None
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except InvalidSignature:
        raise DoesNotHold("The signature does not fit: the text is not what was signed.") from None


def head_in(note: str, key: str) -> Head:
    """Raises `DoesNotHold`."""
    text, named = opened(note, key)
    lines = text[:-1].split("\n")
    if len(lines) < 3 or lines[0] != named or not lines[1].isascii() or not lines[1].isdigit():
        raise DoesNotHold("This is not a head of that log.")
    root = in_base64(lines[2])
    if len(root) != 32:
        raise DoesNotHold("The root has not the length of a hash.")
    return Head(named, int(lines[1]), root, lines[3] if len(lines) > 3 else "")


# --- trees, as in RFC 9162, 2.1


def leaf_hash(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_by_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root to which a proof leads; None where the proof has not the right length (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    place, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            found = node_hash(step, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, step)
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def is_consistent(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the earlier tree is the beginning of the later one (RFC 9162, 2.1.4.2)."""
    if first == second:
        return not proof and first_root == second_root
    if not 0 < first < second or not proof:
        return False
    steps: Iterator[bytes] = iter(proof if first & (first - 1) else [first_root, *proof])
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    earlier = later = next(steps)
    for step in steps:
        if last == 0:
            return False
        if place & 1 or place == last:
            earlier, later = node_hash(step, earlier), node_hash(step, later)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            later = node_hash(later, step)
        place, last = place >> 1, last >> 1
    return last == 0 and earlier == first_root and later == second_root


class Growing:
    """A tree that leaves are added to; keeps one hash for each full part, so that memory does not grow with it."""

    def __init__(self) -> None:
        self.size = 0
        self._full: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        place, self.size = self.size, self.size + 1
        while place & 1:
            leaf, place = node_hash(self._full.pop(), leaf), place >> 1
        self._full.append(leaf)

    def root(self) -> bytes:
        if not self._full:
            return hashlib.sha256(b"").digest()
        found = self._full[-1]
        for left in reversed(self._full[:-1]):
            found = node_hash(left, found)
        return found


# --- what is checked


def check_entry(proof: dict[str, Any], key: str) -> tuple[Head, int]:
    """An entry's proof: leaf, place, and head agree. Gives the head and the entry's index in the tree. Raises `DoesNotHold`."""
    head = head_in(_text(proof, "head"), key)
    leaf = _hash(proof.get("leaf"))
    content = proof.get("content")
    if content is not None and leaf_hash(_bytes(content)) != leaf:
        raise DoesNotHold("What the entry says does not have the hash that stands in the tree.")
    index = proof.get("index")
    if not isinstance(index, int) or root_by_inclusion(leaf, index, head.size, _hashes(proof)) != head.root:
        raise DoesNotHold("The proof does not lead from the entry to the head.")
    return head, index


def check_receipt(note: str, key: str) -> dict[str, Any]:
    """A receipt: signed, and its entry is in the log and says the same. Gives what the receipt says. Raises `DoesNotHold`."""
    says = _json(opened(note, key)[0])
    proof = says.get("log")
    if not isinstance(proof, dict):
        raise DoesNotHold("The receipt does not say where it stands in the log.")
    check_entry(proof, key)
    if proof.get("content") is None:  # what the entry said was purged by then; its hash is in the log
        return says
    entry = _json(_text(proof, "content"))
    if _told_by_receipt(says) != _told_by_entry(entry):
        raise DoesNotHold("The receipt and its entry in the log say different things.")
    return says


def _told_by_receipt(says: dict[str, Any]) -> list[Any]:
    line = _dict(says.get("line"))
    seconds = str(says.get("at"))[:19]
    return [says.get("item"), says.get("act"), line.get("text"), line.get("number"), says.get("decider"), seconds, says.get("note")]


def _told_by_entry(entry: dict[str, Any]) -> list[Any]:
    line, seconds = _dict(entry.get("because")), str(entry.get("at"))[:19]
    note = _dict(entry.get("body")).get("note", "")
    return [entry.get("subject"), entry.get("act"), line.get("text"), line.get("number"), entry.get("decider"), seconds, note]


def _bytes(content: object) -> bytes:
    """Also of half a character, which JSON can hold and UTF-8 cannot."""
    return str(content).encode("utf-8", "surrogatepass")


def _dict(part: object) -> dict[str, Any]:
    return part if isinstance(part, dict) else {}


def check_later(old: str, new: str, proof: dict[str, Any], key: str) -> tuple[Head, Head]:
    """That the log of one head continues that of another. Raises `DoesNotHold`."""
    first, second = head_in(old, key), head_in(new, key)
    if not is_consistent(first.size, second.size, first.root, second.root, _hashes(proof)):
        raise DoesNotHold(
            f"The log of {second.size:,} entries does not continue that of {first.size:,}: one of them was changed."
        )
    return first, second


def check_log(note: str, leaves: Iterable[str], key: str) -> tuple[Head, int]:
    """Every leaf, one JSON object a line. Gives the head and how many leaves show their hash alone. Raises `DoesNotHold`."""
    head, tree, hidden = head_in(note, key), Growing(), 0
    for line in leaves:
        if tree.size == head.size:
            break
        leaf = _json(line)
        if leaf.get("index") != tree.size:
            raise DoesNotHold(f"Leaf {tree.size:,} is missing, or stands elsewhere.")
        found, content = _hash(leaf.get("leaf")), leaf.get("content")
        hidden += content is None
        if content is not None and leaf_hash(_bytes(content)) != found:
            raise DoesNotHold(f"Leaf {tree.size:,} says something else than what was hashed.")
        tree.add(found)
    if tree.size != head.size:
        raise DoesNotHold(f"The head is over {head.size:,} leaves, and here are {tree.size:,}.")
    if tree.root() != head.root:
        raise DoesNotHold("The leaves do not have the root that was signed: some were changed, moved, or left out.")
    return head, hidden


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise DoesNotHold("A part that should be JSON is not.")
    return found


def _text(says: dict[str, Any], part: str) -> str:
    found = says.get(part)
    if not isinstance(found, str):
        raise DoesNotHold(f"The part “{part}” is missing.")
    return found


def _hash(digits: object) -> bytes:
    if not isinstance(digits, str) or len(digits) != 64 or digits.lower() != digits:
        raise DoesNotHold("A hash should be 64 hexadecimal digits.")
    try:
        found = bytes.fromhex(digits)
    except ValueError:
        found = b""
    if len(found) != 32:  # blanks between digits are passed over
        raise DoesNotHold("A hash should be 64 hexadecimal digits.")
    return found


def _hashes(proof: dict[str, Any]) -> list[bytes]:
    found = proof.get("proof")
    if not isinstance(found, list):
        raise DoesNotHold("The part “proof” is missing.")
    return [_hash(each) for each in found]


# --- the command


def _head(args: argparse.Namespace) -> str:
    head = head_in(_read(args.head), args.key)
    return f"Signed by {head.name}: {head.size:,} entries, {head.at}."


def _receipt(args: argparse.Namespace) -> str:
    says = check_receipt(_read(args.receipt), args.key)
    head = head_in(says["log"]["head"], args.key)
    return f"The receipt holds: {says.get('item')}, entry {says.get('entry')} of {head.name}, in its log of {head.size:,} entries."


def _entry(args: argparse.Namespace) -> str:
    head, index = check_entry(_json(_read(args.proof)), args.key)
    return f"The entry is leaf {index:,} of {head.size:,} in the log {head.name}, {head.at}."


def _later(args: argparse.Namespace) -> str:
    first, second = check_later(_read(args.old), _read(args.new), _json(_read(args.proof)), args.key)
    return f"The log of {second.size:,} entries continues that of {first.size:,}."


def _log(args: argparse.Namespace) -> str:
    with Path(args.leaves).open(encoding="utf-8") as leaves:
        head, hidden = check_log(_read(args.head), leaves, args.key)
    return f"All {head.size:,} leaves have the root that {head.name} signed; {hidden:,} show their hash alone."


COMMANDS = {
    "head": (_head, ["head"]),
    "receipt": (_receipt, ["receipt"]),
    "entry": (_entry, ["proof"]),
    "later": (_later, ["old", "new", "proof"]),
    "log": (_log, ["head", "leaves"]),
}


def _read(path: str) -> str:
    """Line breaks as they stand in the file: another one is another byte."""
    return Path(path).read_bytes().decode()


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="parley-verify", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for name, (run, files) in COMMANDS.items():
        kind = kinds.add_parser(name)
        for file in files:
            kind.add_argument(file, metavar=file.upper())
        kind.add_argument("--key", required=True)
        kind.set_defaults(run=run)
    args = parser.parse_args(argv)
    try:
        args.key = _read(args.key) if Path(args.key).is_file() else args.key
        print(args.run(args))
    except (DoesNotHold, UnicodeDecodeError) as reason:
        told = reason if isinstance(reason, DoesNotHold) else "The file is not text in UTF-8."
        print(f"Does not hold. {told}", file=sys.stderr)
        return 1
    except (OSError, ValueError) as reason:
        print(f"parley-verify: {reason}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
