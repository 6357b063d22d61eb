"""What a finished page is called: its path, and of its query the parts that its view knows. Anything else in a query changes nothing,
so nobody fills the memory by making it up.
"""

from collections.abc import Collection
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

LONGEST = 400
"""Characters of path and query; what is longer is not kept."""


def name_of(path: str, query: str) -> str | None:
    """Path and query in their one form; None for what is not kept, or not by that query. Takes some microseconds with a query."""
    if not query:
        return path if len(path) <= LONGEST else None
    if len(path) + len(query) > LONGEST or (known := knows(path)) is None:
        return None
    given = dict(parse_qsl(query, keep_blank_values=True, max_num_fields=40, errors="replace"))
    wanted = sorted((name, value) for name, value in given.items() if name in known and value)
    return f"{path}?{urlencode(wanted)}" if wanted else path


@lru_cache(maxsize=4096)  # addresses do not change, and every question with a query asks
def knows(path: str) -> Collection[str] | None:
    """Names of the query that the view of this path reads; None where its pages are not kept."""
    try:
        found: Collection[str] | None = getattr(resolve(path).func, "knows", None)
    except (Resolver404, ValueError):
        return None
    return found
