"""Two books and comments of the past for the tests of replays."""

import io
import random

from houserules import Earlier, Facts, Member, Said, combine, read
from houserules.replaying import Books, Past, as_lines

NOW_PROSE = "No memes.\nDon't reply to yourself.\nNo Trump, Nazi comparisons.\nNo more than 2 links."
DRAFT_PROSE = "Don't reply to yourself.\nNo memes.\nNo Trump.\nNo more than 1 link.\nNo profanity."
NOW, DRAFT = (combine(None, read(prose).all_confirmed(), None) for prose in (NOW_PROSE, DRAFT_PROSE))
BOOKS = Books.of(NOW, DRAFT)
WORDS = "the Trump leaves early damn harbour https://a.example/1 https://b.example/2 nobody asked ![](cat-meme.gif) Nazis".split()
NAMES = ("ada", "bo", "mo")


def past(number: int) -> Past:
    """The same comment for the same number."""
    chance = random.Random(number)
    author, other = chance.choice(NAMES), chance.choice(NAMES)
    facts = Facts(
        text=" ".join(chance.choices(WORDS, k=chance.randrange(1, 30))),
        author=Member(name=author),
        parent=Said(author=Member(name=other, id=other.upper()), text="What now?") if chance.random() < 0.5 else None,
        earlier=(Earlier(text="What was that?"),) if chance.random() < 0.3 else (),
    )
    return Past(id=f"c{number}", facts=facts, ruled=chance.choice((None, None, True, False)))


def records(count: int) -> list[Past]:
    return [past(number) for number in range(count)]


def stream(count: int, *, bad: dict[int, bytes] | None = None) -> io.BytesIO:
    """JSON Lines; `bad` takes the place of lines by number."""
    lines = list(as_lines(records(count)))
    for number, line in (bad or {}).items():
        lines[number - 1] = line + b"\n"
    return io.BytesIO(b"".join(lines))
