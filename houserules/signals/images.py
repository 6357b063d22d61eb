"""Images and moving pictures in a text: Markdown, HTML, and bare addresses of such files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from houserules.facts import Picture
from houserules.judgement import Judgement
from houserules.plain import Span

MARKDOWN = re.compile(
    r"!\[[^\[\]\n]{0,200}\](?:\(\s{0,3}<?(?P<address>[^\s()<>]{0,2000})>?(?:\s[^)\n]{0,100})?\)|\[[^\]\n]{0,100}\])"
)
HTML = re.compile(r"<(?:img|image|picture|video|source)\b[^<>]{0,2000}>?", re.IGNORECASE)
SOURCE = re.compile(r"""\bsrc(?:set)?\s?=\s?["']?(?P<address>[^\s"'<>]{1,2000})""", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.|data:image/)[^\s<>()\[\]\"'“”]+", re.IGNORECASE)
MOVING = re.compile(r"\.(?:gif|gifv|apng|mp4|webm|mov|m4v)$", re.IGNORECASE)
STILL = re.compile(r"\.(?:png|jpe?g|jfif|webp|avif|bmp|svg|tiff?|heic)$", re.IGNORECASE)
MOVING_HOSTS = frozenset({"giphy.com", "tenor.com", "gfycat.com"})
STILL_HOSTS = frozenset(
    {"imgur.com", "i.redd.it", "imgflip.com", "ibb.co", "postimg.cc", "i.pinimg.com", "knowyourmeme.com"}
)


@dataclass(frozen=True)
class Image:
    """One image; `is_moving` by its name or host."""

    span: Span | None
    """Where in the text; None when the caller gave an address that does not stand in it."""
    address: str
    is_moving: bool
    known: Picture | None = None
    """What the caller knows about it."""


def images(judgement: Judgement) -> tuple[Image, ...]:
    """The images the caller gave, or those that the text shows or links to, and all pictures that are known."""
    facts = judgement.facts
    shown = _in_text(facts.text) if facts.images is None else (_given(facts.text, each) for each in facts.images)
    if not facts.pictures:
        return tuple(shown)
    known = {each.address: each for each in facts.pictures if each.address}
    found = [_with(image, known.pop(image.address, None)) for image in shown]
    left = [each for each in facts.pictures if not each.address or each.address in known]
    return (*found, *(_with(_given(facts.text, each.address), each) for each in left))


def _with(image: Image, known: Picture | None) -> Image:
    """What the caller knows counts more than a name."""
    if known is None:
        return image
    is_moving = known.is_animated if known.format else known.is_animated or image.is_moving
    return replace(image, known=known, is_moving=is_moving)


def _given(text: str, address: str) -> Image:
    at = text.find(address) if address else -1
    return Image(Span(at, at + len(address)) if at >= 0 else None, address, is_moving=_is_moving(address))


def _in_text(text: str) -> Iterator[Image]:
    taken = 0
    shown = [*MARKDOWN.finditer(text), *HTML.finditer(text), *ADDRESS.finditer(text)]
    for found in sorted(shown, key=lambda match: (match.start(), -match.end())):
        if found.start() < taken:
            continue
        address = _address(found)
        if found.re is ADDRESS and not (is_image(address)):
            continue
        taken = found.start() + len(found[0]) if found.re is not ADDRESS else found.start() + len(address)
        yield Image(Span(found.start(), taken), address, is_moving=_is_moving(address))


def _address(found: "re.Match[str]") -> str:
    if found.re is ADDRESS:
        return found[0].rstrip(".,;:!?*_")
    inner = SOURCE.search(found[0]) if found.re is HTML else found
    return (inner["address"] or "") if inner is not None else ""


def is_image(address: str) -> bool:
    """Whether an address is that of an image or moving picture, by the end of its path or by its host."""
    if address[:11].lower() == "data:image/":
        return True
    return _is_moving(address) or STILL.search(_path(address)) is not None or _host(address) in STILL_HOSTS


def _is_moving(address: str) -> bool:
    kind = address[:14].lower()
    return kind == "data:image/gif" or MOVING.search(_path(address)) is not None or _host(address) in MOVING_HOSTS


def _path(address: str) -> str:
    return re.split(r"[?#]", address, maxsplit=1)[0]


def _host(address: str) -> str:
    """The host with at most two names, except where a longer one is listed."""
    host = host_of(address)
    return host if host in STILL_HOSTS else ".".join(host.split(".")[-2:])


def host_of(address: str) -> str:
    """The host as it stands in an address."""
    return re.split(r"[/?#:]", address.split("//", 1)[-1], maxsplit=1)[0].lower()
