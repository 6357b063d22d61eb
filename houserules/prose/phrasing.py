"""The small pattern language in which kinds say how they are asked for.

Words stand between spaces and match every form of themselves (“vote” matches “voting”); `a|b` is either, `a?` may be
missing, `{own}` is one of the groups below, and `{term}` catches one to six words as the parameter `term`. `{most}`,
`{least}` and `{number}` catch a number, `{period}` a span of time as the parameter `hours`, `{unit}` what is counted;
`...` stands for up to eight words.
"""

import re
from functools import cache

from houserules.prose.amounts import CAUGHT
from houserules.prose.words import stem

MOST_WORDS = 24
"""A phrase longer than this is not tried: no rule names one thing in so many words."""

GROUPS: dict[str, tuple[str, ...]] = {
    "own": (
        "your own", "their own", "his own", "her own", "his or her own", "his/her own", "ones own", "one own",
        "its own", "my own", "own", "your",
    ),
    "oneself": (
        "yourself", "yourselves", "themselves", "themself", "himself", "herself", "himself or herself", "oneself",
        "myself", "ourselves",
    ),
    "items": (
        "comment", "post", "reply", "answer", "message", "remark", "seed", "article", "thread", "content",
        "submission", "stuff", "behavior", "behaviour",
    ),
    "answer": (
        "reply to", "respond to", "answer to", "answer", "react to", "reply", "respond", "are reply to",
        "are respond to", "are answer", "are reply", "youre reply to", "youre respond to",
        "youre answer", "youre reply",
    ),
    "whom": (
        "the person", "the member", "the user", "the comment", "the post", "the people", "the text", "the words",
        "the part", "the one", "the comments", "the person or people", "the member or members", "who", "whom",
        "whoever", "what", "whomever", "whatever", "those", "people", "the author", "the commenter", "the poster",
        "the passage", "the bit", "the sentence", "any person", "any comment", "persons", "the persons", "the lines",
    ),
    "folk": (
        "other", "others", "other member", "other user", "other people", "another member", "another user", "another",
        "fellow member", "fellow user", "a member", "a user", "any member", "any user", "anyone", "anybody", "someone",
        "somebody", "people", "each other", "one another", "member", "user", "another person", "a person", "commenter",
        "other commenter", "other poster", "the author", "the poster", "the person", "other reader", "individual",
        "others here", "one of us", "someone else", "somebody else", "any other member", "any other user", "any person",
        "your fellow member", "your fellow user", "other community member", "community member", "each other here",
        "anyone else", "the other member", "the op", "op", "other posters here", "participant", "other participant",
        "any individual", "everyone", "moderator", "other redditor", "other contributor", "them", "him", "the member",
    ),
    "ownthing": (
        "blog", "site", "website", "channel", "video", "product", "book", "business", "company", "content", "work",
        "stuff", "page", "service", "youtube", "social media", "podcast", "shop", "store", "youtube channel", "subreddit",
        "discord", "server", "app", "project", "music", "link", "article", "writing", "patreon", "newsletter",
        "publication", "brand", "forum", "group", "twitch", "stream", "account", "etsy", "instagram", "profile",
    ),
    "articles": (
        "article", "seed", "source", "story", "stories", "news", "post", "link", "submission", "content", "thread",
        "news story", "news stories", "news article", "site", "item", "news source", "piece", "piece of news", "report",
    ),
    "tongue": (
        "english", "german", "french", "spanish", "italian", "dutch", "portuguese", "polish", "swedish", "russian",
        "japanese", "chinese", "arabic", "turkish", "danish", "norwegian", "finnish", "hindi", "greek", "korean",
    ),
    "atmost": (
        "no more than", "not more than", "at most", "at the most", "maximum of", "a maximum of", "maximum", "max", "max of",
        "up to", "limit of", "a limit of", "not longer than", "no longer than", "not exceed", "not to exceed", "under",
        "below", "less than", "fewer than", "no greater than", "shorter than", "within", "a max of", "limited to",
        "limit to", "the maximum is", "not over", "one or", "the limit is", "not be longer than", "not have more than",
        "not contain more than", "not be over", "no over", "not include more than", "not be more than",
    ),
    "atleast": (
        "at least", "minimum of", "a minimum of", "minimum", "min", "no less than", "not less than", "no fewer than",
        "not fewer than", "no shorter than", "not shorter than", "more than", "over", "longer than", "not under",
        "not be shorter than", "not be less than", "older than", "exceed", "a min of", "not younger than",
    ),
    "cap": ("maximum", "max", "limit", "at most", "cap", "per comment", "per post", "a comment", "tops", "or less", "or fewer"),
    "be": ("be", "is", "are", "must be", "should be", "have to be", "has to be", "need to be", "can be"),
    "requests": ("request", "post", "link", "campaign", "comment"),
}  # fmt: skip


@cache
def compiled(pattern: str) -> "re.Pattern[str]":
    """The pattern as a regular expression over `Stretch.stems`."""
    return re.compile("".join(_element(element) for element in pattern.split()))


@cache
def telling_stems(pattern: str) -> frozenset[str] | None:
    """Stems of which one must stand in a text for the pattern to match; None where the pattern needs no word."""
    needed = needed_stems(pattern)
    return min(needed, key=len) if needed else None


@cache
def needed_stems(pattern: str) -> tuple[frozenset[str], ...]:
    """For every element of the pattern that cannot be missing the stems of which one must stand in a text."""
    fixed = [element for element in pattern.split() if not element.endswith("?") and element != "..."]
    return tuple(_needed(element) for element in fixed if element.strip("{}") not in {*CAUGHT, "term"})


def _needed(element: str) -> frozenset[str]:
    choices = GROUPS[element.strip("{}")] if element.startswith("{") else element.split("|")
    return frozenset(stem(choice.replace("/", " ").split()[0]) for choice in choices)


def _element(element: str) -> str:
    optional = "?" if element.endswith("?") else ""
    body = element.removesuffix("?")
    if body == "...":
        return r"(?: \S+){0,8}?"
    caught = CAUGHT.get(body.strip("{}")) if body.startswith("{") else None
    if caught is not None:
        return rf"(?P<{body.strip('{}')}>{caught}){optional}"
    if body == "{term}":
        return rf"(?P<term>(?: \S+){{1,6}}?){optional}"
    is_group = body.startswith("{")
    choices = sorted(GROUPS[body.strip("{}")], key=len, reverse=True) if is_group else body.split("|")
    return f"(?:{'|'.join(_words(choice) for choice in choices)}){optional}"


def _words(choice: str) -> str:
    return "".join(f" {re.escape(stem(word))}" for word in re.split(r"[\s/]+", choice)) + r"(?![^ ])"
