"""Pictures: what their bytes say, what strangers may send, likeness, and how a rule against memes uses it."""

import io
import shutil

import pytest

from houserules import Facts, KnownPicture, Member, Picture, judge, read
from houserules.signals.known_pictures import bits_apart

Image = pytest.importorskip("PIL.Image", reason="the extra `images` is not installed")
ImageDraw = pytest.importorskip("PIL.ImageDraw")
pytest.importorskip("imagehash", reason="the extra `images` is not installed")

from houserules import pictures  # noqa: E402 - after the extra is known to be there
from houserules.pictures import PictureError, picture_of  # noqa: E402

ADA = Member(name="ada")
MEMES = read("No memes.").all_confirmed()


def drawn(seed=0, size=(320, 240)):
    """A picture of some shapes, another one for each seed."""
    image = Image.new("RGB", size, (240, 240, 230))
    draw = ImageDraw.Draw(image)
    for at in range(9):
        left, top = (37 * at * (seed + 1) + 11 * seed) % 260, (53 * at * (seed + 2)) % 180
        shade = ((70 * at + 90 * seed) % 255, (40 * at) % 255, (130 + 25 * at) % 255)
        draw.ellipse((left, top, left + 25 + 9 * at, top + 70 - 5 * at), fill=shade)
    return image


def saved(image, kind="PNG", **how):
    """The bytes of a picture."""
    stream = io.BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def test_what_a_picture_says():
    found = picture_of(saved(drawn()), "https://pics.example/a.png", reads_words=False)
    assert (found.format, found.width, found.height, found.host) == ("png", 320, 240, "pics.example")
    assert len(found.hash) == 16
    assert not found.is_animated
    assert Picture.from_json(found.to_json()) == found


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_moving_pictures_are_told(kind):
    frames = [drawn(seed) for seed in range(3)]
    assert picture_of(saved(frames[0], kind, save_all=True, append_images=frames[1:]), reads_words=False).is_animated
    assert not picture_of(saved(frames[0], kind), reads_words=False).is_animated


def test_another_size_or_compression_is_the_same_picture_and_another_one_is_not():
    first = picture_of(saved(drawn()), reads_words=False).hash
    for again in (
        saved(drawn().resize((200, 150))), saved(drawn(), "JPEG", quality=35), saved(drawn().convert("RGBA"), "WEBP"),
        saved(drawn().convert("P"), "GIF"),
    ):  # fmt: skip
        assert bits_apart(first, picture_of(again, reads_words=False).hash) <= 8
    others = [picture_of(saved(drawn(seed)), reads_words=False).hash for seed in range(1, 12)]
    assert min(bits_apart(first, other) for other in others) > 8


def test_what_is_no_hash_is_like_nothing():
    assert bits_apart("", "") == bits_apart("zz" * 8, "00" * 8) == bits_apart("0" * 15, "0" * 15) == 64


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "no picture"), (b"GIF89a", "no picture|damaged"), (b"<svg onload=x>", "no picture"), (b"%!PS-Adobe", "no picture"),
     (b"x" * 10_000_001, "10 megabytes")],
)  # fmt: skip
def test_what_is_no_picture_is_said(content, why):
    with pytest.raises(PictureError, match=why):
        picture_of(content)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_cut_off_pictures_are_said_to_be(kind):
    content = saved(drawn(), kind)
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(PictureError):
            picture_of(content[: int(len(content) * part)], reads_words=False)


def test_a_small_file_of_many_pixels_is_not_unpacked():
    bomb = saved(Image.new("1", (19_000, 9_000)))
    assert len(bomb) < 100_000
    with pytest.raises(PictureError, match="million pixels"):
        picture_of(bomb)
    with pytest.raises(PictureError, match="a side of more"):
        picture_of(saved(Image.new("1", (30_000, 10))))


def test_words_that_cannot_be_read_are_told(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    found = picture_of(saved(drawn()))
    assert found.text == ""
    assert "Tesseract is not installed" in found.note


def test_words_are_read_where_the_program_is(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/tesseract")
    monkeypatch.setattr("pytesseract.image_to_string", lambda _, **__: " VOTE TRUMP\n")
    assert picture_of(saved(drawn())).text == "VOTE TRUMP"

    def late(image, timeout):
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr("pytesseract.image_to_string", late)
    assert "in time" in picture_of(saved(drawn())).note


def test_without_the_extra_it_is_said(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    with pytest.raises(PictureError, match="pip install"):
        pictures.picture_of(b"x")


def confidence(**facts):
    """How surely the pictures of a comment are memes, and the note."""
    (finding,) = judge(Facts(author=ADA, **facts), MEMES).findings
    return finding.confidence, finding.note


def test_signs_of_a_meme():
    plain, _ = confidence(text="![](a.png)", pictures=(Picture(address="a.png", format="png"),))
    unknown, note = confidence(text="![](a.png)")
    assert plain < unknown
    assert note == "This shows or links to a picture, which may be a meme."
    words, note = confidence(text="![](a.png)", pictures=(Picture(address="a.png", text="ONE DOES NOT SIMPLY\nQUOTE"),))
    assert words > unknown
    assert "capitals" in note
    moving, note = confidence(text="x", pictures=(Picture(is_animated=True, format="gif"),))
    assert moving > unknown
    assert "moves" in note
    assert confidence(text="https://imgflip.com/i/abc")[0] > unknown


def test_a_picture_like_a_known_one_is_named():
    mine = picture_of(saved(drawn().resize((250, 190)), "JPEG", quality=60), "b.jpg", reads_words=False)
    known = KnownPicture(hash=picture_of(saved(drawn()), reads_words=False).hash, what="a picture removed here in May")
    other = KnownPicture(hash=picture_of(saved(drawn(5)), reads_words=False).hash, what="another")
    sure, note = confidence(text="![](b.jpg)", pictures=(mine,), known_pictures=(other, known))
    assert sure >= 0.87
    assert "looks like a picture removed here in May" in note


def test_a_known_picture_counts_once_and_one_beside_the_text_as_well():
    rule = read("No images.").all_confirmed()
    facts = Facts(author=ADA, text="![](a.png)", pictures=(Picture(address="a.png"), Picture(hash="0" * 16)))
    (finding,) = judge(facts, rule).findings
    assert finding.value == 2
