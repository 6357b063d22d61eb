"""What a command is given: files in UTF-8, `-` for standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class ShellError(Exception):
    """What was given cannot be used; the message is for the person at the shell."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file as bytes, to be read piece by piece; raises ShellError for one that cannot be read."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 # closed below; what its reader raises is not ours to explain
    except (OSError, ValueError) as wrong:
        raise ShellError(f"{name}: {getattr(wrong, 'strerror', None) or wrong}") from wrong
    with stream:
        try:
            yield stream
        except OSError as wrong:
            raise ShellError(f"{name}: {wrong.strerror}") from wrong


def text(name: str) -> str:
    """The whole file; raises ShellError for one that cannot be read or is no UTF-8."""
    with opened(name) as stream:
        raw = stream.read()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ShellError(f"{name}: not UTF-8, at byte {wrong.start}") from wrong
