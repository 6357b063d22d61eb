"""What extraction gives back: an article, field by field, and the lines that were left out of it."""

from dataclasses import dataclass, fields
from enum import StrEnum


class Why(StrEnum):
    """Why a line was left out; kept with it."""

    BUTTON = "a button of the page"
    BUTTON_WITH_BYLINE = "the byline with a button, standing twice"
    BYLINE = "the byline, standing twice"
    DATE = "the date, standing twice"
    HEADLINE = "the headline, standing twice"
    FOR_HEADLINE = "taken for the headline"
    PARAGRAPH = "a paragraph, standing twice"
    CAPTION = "a picture's caption"
    CAPTION_TWICE = "a picture's caption, standing twice"
    CREDIT = "a picture's credit"
    RIGHTS = "a notice of rights"
    COUNTER = "a counter of the page"
    POINTER = "a pointer to another article"


class NotExtractable(Exception):  # noqa: N818  (it is an answer to the seeder, not an error of ours)
    """No article could be read. Its text is one sentence for the seeder."""


@dataclass(frozen=True)
class Dropped:
    """A line of the page that was taken for furniture. `after` paragraphs of the text stand before its place."""

    line: str
    why: str
    after: int


@dataclass(frozen=True)
class Article:
    """One article. All strings are clean (no control or direction-changing characters); URLs are http(s) and absolute.

    `text` holds paragraphs separated by blank lines. `published` is YYYY-MM-DD. `language` is a primary subtag ("de").
    `original_title` is the headline as published; `title` is it without the publisher's suffix.
    """

    title: str | None = None
    original_title: str | None = None
    bylines: tuple[str, ...] = ()
    source: str | None = None
    canonical_url: str | None = None
    published: str | None = None
    language: str | None = None
    image: str | None = None
    caption: str | None = None
    credit: str | None = None
    text: str = ""
    dropped: tuple[Dropped, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Plain data for `json.dumps`: the fields in their order, dropped lines as {"line", "why", "at"}."""
        plain: dict[str, object] = {field.name: getattr(self, field.name) for field in fields(self)}
        plain["bylines"] = list(self.bylines)
        plain["dropped"] = [{"line": one.line, "why": one.why, "at": one.after} for one in self.dropped]
        return plain
