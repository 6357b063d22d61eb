"""A program that asks for one feed again and again is told when to come back.

Counted in the memory of each process, without a query: this is to spare the machine, not to keep a secret, and with several processes
as many more are answered. What the front answers from its memory costs nothing and is not counted.
"""

from time import time

from django.http import HttpRequest, HttpResponse

from parley.people.devices import asker_of

MOST, SECONDS = 60, 60
MOST_ASKERS = 10_000
"""Counted at once; who comes when it is full begins the count anew for all."""
SENTENCE = (
    "You have asked for this feed more than {most} times within a minute. Please ask again in {seconds} seconds, and then every few "
    "minutes; with If-None-Match the answer is short while nothing is new.\n"
)
COUNTS: dict[tuple[str, str], int] = {}
_minute = [0]


def too_often(request: HttpRequest) -> HttpResponse | None:
    """Counts this request; the refusal where it is one too many."""
    asker, now = asker_of(request), time()
    if not asker:
        return None
    minute = int(now // SECONDS)
    if minute != _minute[0] or len(COUNTS) >= MOST_ASKERS:
        COUNTS.clear()
        _minute[0] = minute
    count = COUNTS[asker, request.path] = COUNTS.get((asker, request.path), 0) + 1
    return _refusal(SECONDS - int(now % SECONDS)) if count > MOST else None


def _refusal(seconds: int) -> HttpResponse:
    return HttpResponse(
        SENTENCE.format(most=MOST, seconds=seconds), status=429, content_type="text/plain; charset=utf-8",
        headers={"Retry-After": str(seconds), "Cache-Control": "no-store"},
    )  # fmt: skip
