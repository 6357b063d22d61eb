"""Memes and images. Whether a picture is a meme is for people; that there is one, and of which sort, can be seen."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Facts, Member, Picture
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.saying import Sentence, counted, say
from houserules.signals.images import Image, host_of, images
from houserules.signals.known_pictures import known_pictures

ADA = Member(name="ada")
WIDER = {"gifs": ("gifs", "images", "memes"), "memes": ("memes", "images"), "images": ("images",)}
SURE = {"memes": 0.6, "images": 1.0, "gifs": 1.0}
"""A picture is a meme more often than not where memes are on people's minds; nothing was measured yet."""
MOVING, CAPTIONED, ON_HOST, PLAIN = 0.7, 0.85, 0.8, 0.5
"""How surely a picture of which something is known is a meme, by what is known; set by hand, nothing was measured."""
HOSTS = frozenset(
    {"imgflip.com", "i.imgflip.com", "giphy.com", "media.giphy.com", "tenor.com", "media.tenor.com", "knowyourmeme.com"}
)
FEWEST, MOST, IN_CAPITALS = 2, 30, 0.8


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """Pictures of the sort that the clause names."""
    which = str(params.get("which", "images"))
    found = [image for image in judgement.signal(images) if which != "gifs" or image.is_moving]
    if not found:
        return None
    if which == "memes":
        return _as_memes(judgement, found)
    return Hit(
        spans=tuple(image.span for image in found if image.span is not None),
        value=len(found),
        confidence=SURE.get(which, 1.0),
        note=_note(found, which),
        passes=say("The same comment in words alone.") if which != "gifs" else say("The same comment without moving pictures."),
    )


def _as_memes(judgement: Judgement, found: list[Image]) -> Hit:
    """Pictures that may be memes, with the surest sign."""
    signs = [_sign(image) for image in found]
    alike = judgement.signal(known_pictures)
    if alike:
        closest = max(alike, key=lambda one: one.likeness)
        signs.append((closest.likeness, _likeness(closest.known.what)))
    sure, sign = max(signs)
    return Hit(
        spans=tuple(image.span for image in found if image.span is not None),
        value=len(found),
        confidence=sure,
        note=_note(found, "memes", sign),
        passes=say("The same comment in words alone."),
    )


def _likeness(what: str) -> str:
    return say("one looks like {what}", what=what) if what else say("one looks like a picture that is known here")


def _sign(image: Image) -> tuple[float, str]:
    """How surely one picture is a meme, and by which sign."""
    known = image.known
    if known is not None and is_caption(known.text):
        return CAPTIONED, say("one has few words in capitals, as captions of memes are")
    if host_of(image.address) in HOSTS or (known is not None and known.host in HOSTS):
        return ON_HOST, say("one comes from a site of memes")
    if image.is_moving:
        return MOVING, say("one moves")
    return (SURE["memes"] if known is None else PLAIN), ""


def is_caption(text: str) -> bool:
    """Few words, nearly all letters in capitals."""
    letters = [each for each in text if each.isalpha()]
    return FEWEST <= len(text.split()) <= MOST and sum(map(str.isupper, letters)) >= max(1, IN_CAPITALS * len(letters))


def _note(found: list[Image], which: str, sign: str = "") -> Sentence:
    count = len(found)
    if which != "memes":
        return counted("This shows or links to a picture.", "This shows or links to {count} pictures.", count)
    if not sign:
        return counted(
            "This shows or links to a picture, which may be a meme.",
            "This shows or links to {count} pictures, which may be memes.",
            count,
        )
    return counted(
        "This shows or links to a picture, which may be a meme: {sign}.",
        "This shows or links to {count} pictures, which may be memes: {sign}.",
        count,
        sign=sign,
    )


def lifted_by(forbidden: Mapping[str, Param]) -> tuple[Mapping[str, Param], ...]:
    """Allowing images lifts a ban on memes; allowing memes does not lift a ban on images."""
    return ({}, *({"which": which} for which in WIDER.get(str(forbidden.get("which", "images")), ())))


RULE = "No memes."
KIND = Kind(
    name="memes",
    title="Memes and images",
    asks="No memes, reaction pictures, or images, as the line says. How surely a picture is a meme is told by its site, its "
    "movement, its words, and its likeness to pictures that are known, where the caller knows these.",
    params={"which": "memes, images, or gifs (moving pictures)"},
    phrasings=(
        Phrasing("meme|macro", {"which": "memes"}),
        Phrasing("meme {items}", {"which": "memes"}),
        Phrasing("meme picture|image|pic|gif|reply|post|comment", {"which": "memes"}),
        Phrasing("image|reaction macro|meme", {"which": "memes"}),
        Phrasing("reaction image|picture|pic|photo", {"which": "memes"}),
        Phrasing("image|picture|pic|photo|photograph", {"which": "images"}),
        Phrasing("image|picture|photo comment|post|reply|attachment", {"which": "images"}),
        Phrasing("reaction|animated? gif|gifs", {"which": "gifs"}),
        Phrasing("gif|gifs", {"which": "gifs"}),
        Phrasing("meme and|or|& image|picture|pic|photo", {"which": "images"}),
        Phrasing("image|picture|pic|photo and|or|& meme", {"which": "images"}),
    ),
    is_thing=True,
    signals=(images, known_pictures),
    judge=judge,
    is_guess=True,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    lifted_by=lifted_by,
    cases=(
        Case(
            name="an image in Markdown",
            rule=RULE,
            facts=Facts(author=ADA, text="Look: ![ha](https://pics.example/cat.png) there"),
            finds=True,
            marks=("![ha](https://pics.example/cat.png)",),
        ),
        Case(
            name="a link to an image file",
            rule="No images please.",
            facts=Facts(author=ADA, text="https://pics.example/cat.jpg?w=20, ha"),
            finds=True,
            marks=("https://pics.example/cat.jpg?w=20",),
        ),
        Case(name="HTML", rule=RULE, facts=Facts(author=ADA, text="<IMG src=x.webp>"), finds=True),
        Case(
            name="a link to an article",
            rule=RULE,
            facts=Facts(author=ADA, text="https://news.example/2026/meme-stocks.html"),
            finds=False,
        ),
        Case(name="the word", rule=RULE, facts=Facts(author=ADA, text="That meme is old."), finds=False),
        Case(
            name="a still where moving ones are banned",
            rule="No gifs.",
            facts=Facts(author=ADA, text="![](cat.png)"),
            finds=False,
        ),
        Case(name="moving", rule="No gifs.", facts=Facts(author=ADA, text="![](cat.gif)"), finds=True),
        Case(
            name="a picture with what is known about it",
            rule=RULE,
            facts=Facts(author=ADA, text="![](cat.png)", pictures=(Picture(address="cat.png", format="png", text="ONE DOES NOT"),)),
            finds=True,
            marks=("![](cat.png)",),
        ),
        Case(
            name="named like a moving one, but still",
            rule="No gifs.",
            facts=Facts(author=ADA, text="![](cat.gif)", pictures=(Picture(address="cat.gif", format="gif"),)),
            finds=False,
        ),
        Case(name="shaming", rule="No meme shaming.", finds=False),
    ),
)  # fmt: skip
