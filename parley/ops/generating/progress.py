"""A line every some seconds: what, how many, how fast, how long it will take."""

import sys
import time

EVERY = 5.0


class Progress:
    """Of one kind of thing, of which `all_` will come. Printed to stderr."""

    def __init__(self, what: str, all_: int, every: float = EVERY) -> None:
        self.what, self.all, self.every = what, all_, every
        self.begun = self.told = time.monotonic()

    def at(self, count: int) -> None:
        now = time.monotonic()
        if now - self.told < self.every and count < self.all:
            return
        self.told = now
        print(self.line(count, now - self.begun), file=sys.stderr, flush=True)

    def line(self, count: int, seconds: float) -> str:
        speed = count / seconds if seconds else 0.0
        left = f"{(self.all - count) / speed:,.0f} s left" if speed else "no time to tell yet"
        said = f"done in {seconds:,.1f} s" if count >= self.all else left
        return f"{self.what}: {count:,} of {self.all:,}, {speed:,.0f}/s, {said}"
