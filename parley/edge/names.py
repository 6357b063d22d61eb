"""What a finished page is called: its path, and of its query the parts that its view knows. Anything else in a query changes nothing,
so nobody fills the memory by making it up.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

LONGEST, MOST_FIELDS = 400, 40
"""Characters of path and query, and fields; what is longer is not kept."""


def name_of(path: str, query: str) -> str | None:
    """Path and query in their one form; None where Django has to read the query. Takes some microseconds with a query."""
    if "?" in path:  # it was written as %3F
        return None
    if not query:
        return path if len(path) <= LONGEST else None
    if len(path) + len(query) > LONGEST or (known := knows(path)) is None:
        return None
    try:
        given = dict(parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace"))
    except ValueError:
        return None
    wanted = sorted((name, value) for name, value in given.items() if name in known and value and known[name](value))
    return f"{path}?{urlencode(wanted)}" if wanted else path


@lru_cache(maxsize=4096)  # addresses do not change, and every question with a query asks
def knows(path: str) -> Mapping[str, Callable[[str], object]] | None:
    """Names of the query that the view of this path reads, with a test of their values; None where its pages are not kept."""
    try:
        found: Mapping[str, Callable[[str], object]] | None = getattr(resolve(path).func, "knows", None)
    except (Resolver404, ValueError):
        return None
    return found
