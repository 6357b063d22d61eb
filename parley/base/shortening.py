"""The beginning of long words."""


def shortened(words: str, most: int) -> str:
    """At most so many characters of them, and then a sign that there is more."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
