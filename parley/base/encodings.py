"""Content codings: which of those that are offered a reader gets."""

from functools import lru_cache

IDENTITY = "identity"


@lru_cache(maxsize=256)
def encoding_for(accepts: str, offered: tuple[str, ...]) -> str:
    """The first of `offered` that whoever says `Accept-Encoding: accepts` likes best (RFC 9110, 12.5.3); identity where none fits."""
    weights: dict[str, float] = {}
    for part in accepts[:500].lower().split(","):
        name, *rest = (each.strip() for each in part.split(";"))
        weights[name] = next((_weight(each[2:]) for each in rest if each.startswith("q=")), 1.0)
    found = {name: weights.get(name, weights.get("*", 0.0)) for name in offered}
    best = max(found, key=lambda name: found[name])
    return best if found[best] > weights.get(IDENTITY, 0.0) else IDENTITY


def _weight(said: str) -> float:
    try:
        return min(max(float(said), 0.0), 1.0)
    except ValueError:
        return 0.0
