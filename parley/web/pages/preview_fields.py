"""The fields of a seed's preview: as typed, what is the matter with them, and the draft they make."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from parley.base.cleaning import clean, clean_line, has_words
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.posting.seeding import MOST_REMARK
from parley.seeds import services as seeds
from parley.seeds.addresses import normal_form
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from django.http import QueryDict

    from parley.seeds.extraction import Article

LONGEST = {"source_name": 120, "caption": 600, "credit": 200, "licence": 200, "remark": MOST_REMARK}
LINES = {
    "group", "headline", "original_headline", "source_name", "canonical_url", "published", "language", "caption", "credit",
    "licence", "tags",
}  # fmt: skip
"""Fields of one line; the others keep their line ends."""
MOST_BYLINES, LONGEST_BYLINE = 12, 120
MOST_RESTORED = 2_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Everything that a preview's form sends, as typed but for what cannot be stored.

    `restore` are the dropped lines that are ticked, `restored` those that stand in `text` already. `seen` says which
    rules the seeder had before him.
    """

    token: UUID
    group: str = ""
    headline: str = ""
    original_headline: str = ""
    bylines: str = ""
    source_name: str = ""
    canonical_url: str = ""
    published: str = ""
    language: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    text: str = ""
    remark: str = ""
    tags: str = ""
    prose: str = ""
    keep_picture: bool = True
    restore: frozenset[int] = frozenset()
    restored: frozenset[int] = frozenset()
    seen: str = ""

    @property
    def names(self) -> list[str]:
        """Bylines, one a line."""
        return [name for line in self.bylines.split("\n") if (name := clean_line(line))]


WORDS = tuple(name for name, kind in Typed.__annotations__.items() if kind in {"str", str} and name != "seen")


def sent(form: "QueryDict") -> Typed:
    """What a form says; a token that is none gets a new one."""
    try:
        token = UUID(form.get("token", ""))
    except ValueError:
        token = uuid4()
    words: dict[str, Any] = {
        name: clean_line(form.get(name, "")) if name in LINES else clean(form.get(name, "")).strip() for name in WORDS
    }
    return Typed(
        token=token, **words, keep_picture="keep_picture" in form, seen=form.get("seen", "")[:64],
        restore=_numbers(form.getlist("restore")), restored=_numbers(form.getlist("restored")),
    )  # fmt: skip


def _numbers(said: list[str]) -> frozenset[int]:
    """Places of dropped lines, which the form counts from one."""
    return frozenset(number - 1 for each in said[:MOST_RESTORED] if (number := whole(each)) is not None)


def of_article(article: "Article", *, token: UUID, group: str, remark: str = "") -> Typed:
    """The fields as a reading fills them."""
    return Typed(
        token=token, group=group, headline=article.title or "", original_headline=article.original_title or "",
        bylines="\n".join(article.bylines), source_name=article.source or "", canonical_url=article.canonical_url or "",
        published=article.published or "", language=article.language or "", caption=article.caption or "",
        credit=article.credit or "", text=article.text, remark=remark,
    )  # fmt: skip


def day_of(published: str) -> date | None:
    """None where no day is typed."""
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def tags_of(typed: Typed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for tag in re.split("[,،]", typed.tags) if (name := clean_line(tag).lstrip("#").strip())))


def draft_of(typed: Typed, *, original: str, read: str, dropped: list[dict[str, object]]) -> seeds.Draft:
    """The draft without what is kept on the server; `wrong_in` says whether it fits."""
    return seeds.Draft(
        headline=typed.headline, original_headline=original or typed.original_headline, headline_read=read,
        bylines=tuple(typed.names),
        source_name=typed.source_name, canonical_url=normal_form(typed.canonical_url) or "",
        published_date=day_of(typed.published), language=typed.language, caption=typed.caption, credit=typed.credit,
        licence=typed.licence, article=typed.text, dropped=dropped, tags=tags_of(typed),
    )  # fmt: skip


def wrong_in(typed: Typed) -> dict[str, str]:
    """What is the matter with the fields, one sentence each, by name."""
    wrong = {
        name: say("Shorten this to {most} characters.", most=most)
        for name, most in LONGEST.items()
        if len(getattr(typed, name)) > most
    }
    if len(typed.names) > MOST_BYLINES or any(len(name) > LONGEST_BYLINE for name in typed.names):
        wrong["bylines"] = say(
            "Up to {most} names fit, one a line, each of at most {longest} characters.", most=MOST_BYLINES, longest=LONGEST_BYLINE
        )
    if typed.published and day_of(typed.published) is None:
        wrong["published"] = say("Write the day as year, month, and day: 2026-11-23.")
    if typed.language and not _LANGUAGE.fullmatch(typed.language):
        wrong["language"] = say("Write the language as its code, such as en or de.")
    if typed.canonical_url and normal_form(typed.canonical_url) is None:
        wrong["canonical_url"] = say("The address has to look like https://example.org/article.")
    try:
        seeds.checked(draft_of(typed, original="", read="", dropped=[]))
    except Invalid as refusal:
        wrong.setdefault(refusal.field, refusal.sentence)
    return wrong


def remark_of(typed: Typed) -> str:
    """Nothing where there is nothing to read in it."""
    return typed.remark if has_words(typed.remark) else ""
