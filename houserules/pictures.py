"""Bytes of a picture to what a judgement may know of it: format, size, movement, likeness, words (extra `images`).

`pip install 'parley[images]'` brings Pillow, ImageHash and pytesseract; words are read only where the program Tesseract is
on the machine. Pictures come from strangers: only six formats, limits on bytes and pixels before anything is unpacked,
one frame of a moving picture, a time limit on reading words.
"""

import io
import shutil
import warnings
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from houserules.facts import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "AVIF")
MOST_BYTES, MOST_PIXELS, LONGEST_SIDE = 10_000_000, 40_000_000, 20_000
SIDE_FOR_WORDS = 1_600
SECONDS_FOR_WORDS = 10
MOST_LETTERS = 5_000
NOT_READ = "Words in the picture were not read: Tesseract is not installed."


class PictureError(ValueError):
    """These bytes are no picture that can be looked at; the message is a sentence for people."""


def picture_of(content: bytes, address: str = "", *, reads_words: bool = True) -> Picture:
    """What the bytes of a picture say; raises PictureError for what is damaged, too large, or no picture."""
    image = _opened(content)
    words, note = _words(image) if reads_words else ("", "")
    return Picture(
        address=address,
        format=str(image.format).lower(),
        host=_host(address),
        hash=_hash(image),
        text=words,
        width=image.width,
        height=image.height,
        is_animated=bool(getattr(image, "is_animated", False)),
        note=note,
    )


def _opened(content: bytes) -> "Image":
    """The picture with its first frame unpacked."""
    try:
        from PIL import Image, UnidentifiedImageError
    except ImportError as gone:
        raise PictureError("Pictures cannot be looked at: pip install 'parley[images]'.") from gone
    if len(content) > MOST_BYTES:
        raise PictureError(f"The picture has more than {MOST_BYTES // 1_000_000} megabytes.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=[each for each in FORMATS if each in _known_formats()])
        if _is_too_large(image):
            raise Image.DecompressionBombError  # noqa: TRY301 - told below like those that Pillow finds
        image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as wrong:
        raise PictureError(
            f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels, or a side of more than {LONGEST_SIDE}."
        ) from wrong
    except UnidentifiedImageError as wrong:
        raise PictureError("This is no picture in a format that is known here.") from wrong
    except Exception as wrong:  # readers of damaged pictures raise whatever they meet
        raise PictureError("The picture is damaged or cut off.") from wrong
    return image


def _is_too_large(image: "Image") -> bool:
    return image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE


def _known_formats() -> frozenset[str]:
    """The formats that this Pillow can open."""
    from PIL import Image

    Image.init()
    return frozenset(Image.OPEN)


def _hash(image: "Image") -> str:
    """64 bits of what the picture looks like in the large; transparency counts as white."""
    from imagehash import phash

    return str(phash(_on_white(image)))


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    white.alpha_composite(seen)
    return white.convert("L")


def _words(image: "Image") -> tuple[str, str]:
    """Words in the picture, and a note where they could not be read."""
    if shutil.which("tesseract") is None:
        return "", NOT_READ
    try:
        reader: Any = import_module("pytesseract")  # it has no types
    except ImportError:
        return "", "Words in the picture were not read: pip install 'parley[images]'."
    seen = _on_white(image)
    seen.thumbnail((SIDE_FOR_WORDS, SIDE_FOR_WORDS))
    try:
        text = reader.image_to_string(seen, timeout=SECONDS_FOR_WORDS)
    except (RuntimeError, OSError):
        return "", "Words in the picture were not read in time."
    return str(text).strip()[:MOST_LETTERS], ""


def _host(address: str) -> str:
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""
