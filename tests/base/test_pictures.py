"""Whatever bytes come in: a small clean picture goes out, or one sentence."""

import hashlib
import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from parley.base import pictures_apart
from parley.base.pictures import FORMATS_OF_COMMENTS, LARGE, SMALL, NotAPicture, drawn, reencode
from parley.base.pictures_apart import drawn_apart
from parley.base.refusals import Refusal

RED, BLUE = (220, 30, 30), (30, 30, 220)
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF"]


def packed(image, kind="PNG", **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def unpacked(picture):
    return Image.open(BytesIO(picture.data))


def halves(size=(80, 60)):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def near(colour, wanted):
    return all(abs(a - b) < 25 for a, b in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_read(kind):
    picture = reencode(packed(halves(), kind))
    made = unpacked(picture)
    assert (made.format, made.size, picture.content_type) == ("WEBP", (80, 60), "image/webp")
    assert (picture.width, picture.height) == (80, 60)
    assert picture.digest == hashlib.sha256(picture.data).hexdigest()
    assert near(made.getpixel((5, 30)), RED)
    assert near(made.getpixel((75, 30)), BLUE)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM", "PDF", "EPS"])
def test_other_formats_are_not(kind):
    with pytest.raises(NotAPicture):
        reencode(packed(halves(), kind))


def test_the_same_bytes_give_the_same_picture():
    assert reencode(packed(halves())) == reencode(packed(halves()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_but_pixels_is_kept(kind):
    exif = Image.Exif()
    exif[0x010E] = "a secret note"
    exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = packed(halves(), kind, exif=exif, icc_profile=profile)
    assert b"secret" in data
    picture = reencode(data)
    assert b"secret" not in picture.data
    assert not {"exif", "icc_profile", "xmp"} & set(unpacked(picture).info)
    assert picture == reencode(packed(halves(), kind))


@pytest.mark.parametrize(
    ("turn", "red_at"),
    [
        (1, "left"),
        (2, "right"),
        (3, "right"),
        (4, "left"),
        (5, "top"),
        (6, "top"),
        (7, "bottom"),
        (8, "bottom"),
        (99, "left"),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_stand_upright(kind, turn, red_at):
    exif = Image.Exif()
    exif[0x0112] = turn
    made = unpacked(reencode(packed(halves(), kind, exif=exif)))
    assert made.size == ((60, 80) if red_at in {"top", "bottom"} else (80, 60))
    width, height = made.size
    places = {
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
    }
    assert near(made.getpixel(places[red_at]), RED)


def test_a_damaged_note_on_orientation_is_passed_over():
    assert reencode(packed(halves(), "PNG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")).width == 80


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((1600, 40), (1600, 40)),
        ((3200, 100), (1600, 50)),
        ((5000, 4000), (1600, 1280)),
        ((10, 9600), (5, 4800)),
        ((1, 1), (1, 1)),
    ],
)
def test_sizes(size, wanted):
    picture = reencode(packed(Image.new("RGB", size, RED), "JPEG"))
    assert (picture.width, picture.height) == wanted
    assert near(unpacked(picture).getpixel((0, 0)), RED)


@pytest.mark.parametrize(
    ("mode", "colour", "wanted"),
    [
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (0, 0, 0, 128), (127, 127, 127)),
        ("RGBA", (220, 30, 30, 255), RED),
        ("LA", (0, 0), (255, 255, 255)),
        ("L", 90, (90, 90, 90)),
        ("1", 1, (255, 255, 255)),
        ("I;16", 40000, (156, 156, 156)),
    ],
)
def test_colours(mode, colour, wanted):
    assert near(unpacked(reencode(packed(Image.new(mode, (20, 20), colour)))).getpixel((10, 10)), wanted)


def test_more_colours():
    assert near(
        unpacked(reencode(packed(Image.new("CMYK", (20, 20), (0, 0, 0, 0)), "JPEG"))).getpixel((9, 9)), (255,) * 3
    )
    palette = halves().quantize(2)
    assert near(unpacked(reencode(packed(palette, "PNG"))).getpixel((5, 30)), RED)
    hidden = palette.getpixel((5, 30))
    assert near(unpacked(reencode(packed(palette, "GIF", transparency=hidden))).getpixel((5, 30)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_moving_picture_the_first_frame(kind):
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE, RED)]
    made = unpacked(reencode(packed(frames[0], kind, save_all=True, append_images=frames[1:])))
    assert near(made.getpixel((20, 20)), RED)
    assert not getattr(made, "is_animated", False)


def png_of(width, height):
    """A PNG that claims a size and holds a few bytes."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "size", [(6400, 6300), (1, 40_000_001), (9000, 9000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)]
)
def test_bombs_are_not_opened(size):
    with pytest.raises(NotAPicture):
        reencode(png_of(*size))


def test_a_jpeg_of_endless_scans():
    data = packed(halves(), "JPEG", progressive=True)
    scan = data[data.index(b"\xff\xda") : data.index(b"\xff\xd9")]
    with pytest.raises(NotAPicture, match="unusual"):
        reencode(data[:-2] + scan * 100 + b"\xff\xd9")


def test_a_file_that_is_too_big():
    with pytest.raises(NotAPicture, match="too big"):
        reencode(packed(halves()) + bytes(10 * 1024 * 1024))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.6, 0.95])
def test_a_file_that_breaks_off(kind, share):
    noise = Image.effect_noise((120, 90), 60).convert("RGB")
    data = packed(noise, kind)
    with pytest.raises(NotAPicture) as caught:
        reencode(data[: int(len(data) * share)])
    assert isinstance(caught.value, Refusal)
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"<html>", b"GIF89a", b"\xff\xd8\xff", b"RIFF\x00\x00\x00\x00WEBPVP8X"]
)
def test_what_is_no_picture(data):
    with pytest.raises(NotAPicture):
        reencode(data)


SEEDS = [packed(halves((24, 16)), kind) for kind in FORMATS] + [
    packed(halves((24, 16)), "JPEG", progressive=True),
    packed(halves((24, 16)).quantize(8), "PNG", transparency=1),
    packed(halves((24, 16)).convert("RGBA"), "WEBP", lossless=True, exif=Image.Exif()),
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SEEDS) | st.binary(max_size=300),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 8)), max_size=5),
)
def test_no_bytes_do_harm(data, cuts):
    for where, put, drop in cuts:
        at = int(where * len(data))
        data = data[:at] + put + data[at + drop :]
    with suppress(NotAPicture):
        picture = reencode(data)
        assert picture.width <= 1600
        assert picture.height <= 4800
    with suppress(NotAPicture):
        large, small = drawn(data, FORMATS_OF_COMMENTS, LARGE, SMALL)
        assert max(large.width, large.height) <= 1600
        assert (small.width <= 640, small.height <= 480) == (True, True)


def test_apart_it_is_the_same_picture_in_two_sizes():
    large, small = drawn_apart(packed(halves((3000, 2000)), "JPEG"))
    assert (large.width, large.height, small.width, small.height) == (1600, 1067, 640, 427)
    assert (large, small) == drawn(packed(halves((3000, 2000)), "JPEG"), FORMATS_OF_COMMENTS, LARGE, SMALL)


def test_of_a_long_film_only_the_first_frame_is_read():
    frames = [Image.new("P", (200, 200), shade % 256) for shade in range(400)]
    data = packed(halves((200, 200)).convert("P"), "GIF", save_all=True, append_images=frames, loop=0)
    large, _ = drawn_apart(data)
    assert not getattr(unpacked(large), "is_animated", False)


def test_other_formats_are_refused_in_comments_with_a_sentence():
    with pytest.raises(NotAPicture, match=r"not a JPEG, PNG, WebP or GIF\."):
        drawn_apart(packed(halves(), "AVIF"))


def test_what_takes_too_long_or_too_much_memory_is_a_sentence(monkeypatch):
    endless = "apart.drawn = lambda *_: [0 for _ in iter(int, 1)]"
    program = f"import parley.base.pictures_apart as apart; apart.SECONDS = 1; {endless}; apart.main()"
    monkeypatch.setattr(pictures_apart, "_PROGRAM", program)
    with pytest.raises(NotAPicture, match="too long"):
        drawn_apart(packed(halves()))


def test_who_waits_too_long_for_others_is_asked_to_come_again(monkeypatch):
    monkeypatch.setattr(pictures_apart, "PATIENCE", 0.01)
    with pictures_apart._one, pytest.raises(pictures_apart.Busy) as caught:
        drawn_apart(packed(halves()))
    assert caught.value.status == 503
