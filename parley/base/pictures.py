"""Pictures, made anew: what we keep and serve is our own encoding of the pixels and nothing else of the file.

So no place, no camera, no hidden payload of the original reaches a reader, and no browser is asked to decode what a
stranger wrote. The pixels are bounded before any of them is decoded.
"""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

from parley.base.refusals import Invalid

CONTENT_TYPE = "image/webp"
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
WIDEST, TALLEST = 1600, 4800
LARGE, SMALL = (1600, 1600), (640, 480)
"""Of a picture in a comment: opened, and in the discussion."""
FORMATS_OF_COMMENTS = ("JPEG", "PNG", "WEBP", "GIF")

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# A progressive JPEG is decoded once per scan. Real ones have about ten; megabytes of tiny scans would take minutes.
_MOST_SCANS = 100
_SCAN = b"\xff\xda"  # in a JPEG's own data FF is always followed by 00, so this is a marker wherever it stands
_UNREADABLE = {
    _FORMATS: "We could not read that picture. It may be damaged, or not a JPEG, PNG, WebP, GIF or AVIF.",
    FORMATS_OF_COMMENTS: "We could not read that picture. It may be damaged, or not a JPEG, PNG, WebP or GIF.",
}
_BACKGROUND = (255, 255, 255)
# What to do with a picture of that EXIF orientation so that it stands upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class NotAPicture(Invalid):
    """These bytes are no picture that we can show; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, "not-a-picture", field="image")


class TooBig(NotAPicture):
    status = 413

    def __init__(self) -> None:
        super().__init__("That picture file is too big. One of up to 10 MB will do.")


@dataclass(frozen=True)
class Picture:
    """A picture of our own making, sizes in pixels; `digest` is the SHA-256 of `data` in hex and can name the file."""

    data: bytes
    width: int
    height: int
    digest: str
    content_type: str = CONTENT_TYPE


def reencode(data: bytes) -> Picture:
    """Give the picture in `data`, upright, opaque, at most 1600 wide; raise `NotAPicture`, and nothing else.

    JPEG, PNG, WebP, GIF and AVIF are read; of a moving picture the first frame. The same bytes give the same picture.
    """
    return drawn(data, _FORMATS, (WIDEST, TALLEST))[0]


def drawn(data: bytes, formats: tuple[str, ...], *within: tuple[int, int]) -> tuple[Picture, ...]:
    """The same, of these formats alone, once for each of the sizes into which it has to fit."""
    if len(data) > MOST_BYTES:
        raise TooBig
    try:
        image = _decoded(data, formats)
        return tuple(_packed(_opaque(_fitting(image, *size))) for size in within)
    except NotAPicture:
        raise
    # Decoders answer hostile bytes with whatever they tripped over: SyntaxError, struct.error, ValueError and more.
    except Exception:  # noqa: BLE001
        raise NotAPicture(_UNREADABLE[formats]) from None


def _decoded(data: bytes, formats: tuple[str, ...]) -> Image.Image:
    """Decode the first frame, at a fraction of its size where the format allows it."""
    with Image.open(BytesIO(data), formats=formats) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            raise NotAPicture("That picture has more pixels than we can open. A smaller copy will do.")
        if data.startswith(b"\xff\xd8") and data.count(_SCAN) > _MOST_SCANS:
            raise NotAPicture("That picture is built in an unusual way. A copy saved anew will do.")
        fraction = max(1, min(width, height) // WIDEST)
        image.draft(None, (width // fraction, height // fraction))
        image.load()
        upright = image.transpose(_TURNS[turn]) if (turn := _orientation(image)) in _TURNS else image
        return _in_plain_colours(upright)


def _orientation(image: Image.Image) -> int:
    """Read how the camera was held; a damaged note is no reason to refuse the picture."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - as above
        return 1


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Give grey, RGB, or RGBA with 8 bits each, which can be scaled."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # grey with 16 bits
        return image.convert("I").point(lambda level: level / 256).convert("L")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _fitting(image: Image.Image, widest: int, tallest: int) -> Image.Image:
    scale = min(1.0, widest / image.width, tallest / image.height)
    if scale == 1.0:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _opaque(image: Image.Image) -> Image.Image:
    """Lay what is transparent over white, as a page of paper would show it, on a canvas that carries no other data."""
    canvas = Image.new("RGB", image.size, _BACKGROUND)
    canvas.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return canvas


def _packed(image: Image.Image) -> Picture:
    out = BytesIO()
    image.save(out, "WEBP", quality=80, method=4)
    data = out.getvalue()
    return Picture(data, image.width, image.height, hashlib.sha256(data).hexdigest())
