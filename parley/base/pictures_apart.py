"""Pictures of members are made anew in a process of their own with bounds on time and memory, one after the other."""

import json
import os
import resource
import subprocess
import sys
import threading

from parley.base.pictures import FORMATS_OF_COMMENTS, LARGE, MOST_BYTES, SMALL, NotAPicture, Picture, TooBig, drawn
from parley.base.refusals import Refusal
from parley.base.turns import elsewhere

SECONDS = 15
"""Of computing: three times what a noisy photograph of 12 megapixels takes on a slow core."""
PATIENCE = 20
"""Seconds until somebody who waits for others is asked to come again."""
BYTES_OF_MEMORY = 1_200_000_000
TOO_HARD = "That picture takes too long to read. A smaller copy will do."
_PROGRAM = "from parley.base.pictures_apart import main; main()"
_one = threading.Lock()


class Busy(Refusal):
    status = 503

    def __init__(self) -> None:
        super().__init__("Many pictures come in just now. What you wrote is kept: send it again in a minute.", "busy")


def drawn_apart(data: bytes) -> tuple[Picture, Picture]:
    """The picture as it is opened, and as a discussion shows it. Raises `NotAPicture`, `TooBig`, `Busy`."""
    if len(data) > MOST_BYTES:
        raise TooBig
    with elsewhere():
        if not _one.acquire(timeout=PATIENCE):
            raise Busy
        try:
            return _answer(_asked(data))
        finally:
            _one.release()


def _asked(data: bytes) -> bytes:
    env = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ.get("PATH", "")}
    program = [sys.executable, "-c", _PROGRAM]
    try:
        done = subprocess.run(program, input=data, capture_output=True, check=False, timeout=SECONDS * 2, env=env)
    except subprocess.TimeoutExpired:
        raise NotAPicture(TOO_HARD) from None
    if done.returncode:
        raise NotAPicture(TOO_HARD)
    return done.stdout


def _answer(said: bytes) -> tuple[Picture, Picture]:
    head, _, body = said.partition(b"\n")
    told = json.loads(head)
    if "sentence" in told:
        raise NotAPicture(told["sentence"])
    at, found = 0, []
    for width, height, digest, length in told["pictures"]:
        found.append(Picture(body[at : at + length], width, height, digest))
        at += length
    return found[0], found[1]


def main() -> None:
    """The process apart: a file on standard input; on standard output a line of JSON, then the bytes of both sizes."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_OF_MEMORY, BYTES_OF_MEMORY))
    try:
        made = drawn(sys.stdin.buffer.read(), FORMATS_OF_COMMENTS, LARGE, SMALL)
        told: dict[str, object] = {"pictures": [(each.width, each.height, each.digest, len(each.data)) for each in made]}
    except NotAPicture as refusal:
        made, told = (), {"sentence": refusal.sentence}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + b"".join(each.data for each in made))
