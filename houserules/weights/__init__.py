"""Small trained weights that ship with the engine, read without any library.

A file is: magic, SHA-256 of the rest, length of a header, the header (JSON: scale, figures), 16-bit integers. A missing
or damaged file raises WeightsError with a sentence for whoever runs the engine; the rest of the engine goes on.
"""

import hashlib
import json
import struct
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
MAGIC = b"HRWEIGH1"
DIGEST, LENGTH = 32, 4
MOST = 32_767


class WeightsError(RuntimeError):
    """Weights cannot be used; the message says which file and what to do."""


def lines_of(name: str) -> list[str]:
    """The lines of a list of words, without remarks; raises WeightsError when there are none."""
    try:
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as wrong:
        raise WeightsError(f"The words in {name} cannot be read; install houserules again.") from wrong
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        raise WeightsError(f"The words in {name} are gone; install houserules again.")
    return found


@dataclass(frozen=True)
class Weights:
    """Weights by hashed feature; a weight is `values[i] * scale`."""

    scale: float
    values: Sequence[int]
    numbers: Mapping[str, Any]
    """What else was learned: a few dense weights, thresholds."""


@cache
def digest() -> str:
    """Eight hexadecimal digits that stand for all weights and lists of words here: others may judge otherwise.

    Of a file of weights its own digest is taken, which is checked when the weights are loaded.
    """
    found = hashlib.sha256()
    for path in sorted(path for path in FOLDER.iterdir() if path.suffix in {".bin", ".txt"}):
        with path.open("rb") as file:
            found.update(path.name.encode() + file.read(len(MAGIC) + DIGEST if path.suffix == ".bin" else -1))
    return found.hexdigest()[:8]


@cache
def weights(name: str) -> Weights:
    """The weights `name`.bin of this folder; raises WeightsError."""
    return loaded(FOLDER / f"{name}.bin")


def loaded(path: Path) -> Weights:
    """The weights of a file; raises WeightsError when it is missing, cut, or changed."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise WeightsError(
            f"The weights {path.name} cannot be read; install houserules again. ({type(wrong).__name__})"
        ) from wrong
    head = len(MAGIC) + DIGEST
    body = content[head:]
    if content[: len(MAGIC)] != MAGIC or hashlib.sha256(body).digest() != content[len(MAGIC) : head]:
        raise WeightsError(f"The weights {path.name} are damaged; install houserules again.")
    (size,) = struct.unpack_from("<I", body)
    numbers = json.loads(body[LENGTH : LENGTH + size])
    values = array("h", body[LENGTH + size :])
    if sys.byteorder == "big":
        values.byteswap()
    return Weights(scale=numbers["scale"], values=values, numbers=numbers)


def save(path: Path, values: Sequence[float], numbers: Mapping[str, Any]) -> None:
    """Write weights as `loaded` reads them, rounded to 16 bits of the largest."""
    scale = max(map(abs, values), default=0.0) / MOST or 1.0
    packed = array("h", (round(value / scale) for value in values))
    if sys.byteorder == "big":
        packed.byteswap()
    header = json.dumps({**numbers, "scale": scale}, sort_keys=True).encode()
    body = struct.pack("<I", len(header)) + header + packed.tobytes()
    path.write_bytes(MAGIC + hashlib.sha256(body).digest() + body)
