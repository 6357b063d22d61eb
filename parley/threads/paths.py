"""The number of a comment (1.1.2) as bytes: four per place, greatest first, so that bytes sort as numbers do."""

WIDTH = 4
DEEPEST = 60
"""Greatest number of places. A reply to a comment there is placed beside it."""
LONGEST = DEEPEST * 11
"""Characters of the longest number."""


def extended(path: bytes, place: int) -> bytes:
    """The path of the `place`-th child."""
    return path + place.to_bytes(WIDTH, "big")


def places_of(path: bytes) -> list[int]:
    return [int.from_bytes(path[at : at + WIDTH], "big") for at in range(0, len(path), WIDTH)]


def number_of(path: bytes) -> str:
    return ".".join(map(str, places_of(path)))


def path_of(number: str) -> bytes:
    """The inverse; raises ValueError for what is not a number of a comment."""
    places = [int(place) for place in number.split(".")]
    if not 0 < len(places) <= DEEPEST or any(not 0 < place < 1 << 8 * WIDTH for place in places):
        raise ValueError(number)
    return b"".join(place.to_bytes(WIDTH, "big") for place in places)
