"""A book of rules as labels of a flat vocabulary: one short name for each thing that a text asks for.

Grammar speaks first, by the tables below: `LABELS` names the label of a kind, an aside is its own label, `IMPLIED` says
what goes without saying. Then the text is compared with examples of each label (`asides.likeness`): a label that only
an aside speaks for is dropped where the text is far from its examples, and one that grammar missed is added where it
is near. A clause that acts is always believed, and none comes from likeness.
"""

from collections.abc import Iterator, Mapping, Sequence

from houserules.asides.finding import CUES
from houserules.asides.likeness import NEAR, likeness, names
from houserules.book import Aside, Clause, Line, Modal, Param, RuleBook
from houserules.keeping import Keeping

OTHER = "other"
"""The label of a text that fits none."""
LABELS: dict[str, str] = {
    "article-age": "recency",
    "category-insult": "no-hate",
    "category-insult groups": "no-group-insults",
    "comparison-ban": "topic-ban",
    "debunked-claim": "no-misinformation",
    "disruption": "no-disruption",
    "duplicate-seed": "no-duplicate",
    "filter-evasion": "no-filter-evasion",
    "fitting-tags": "tags-relevant",
    "flooding": "no-flooding",
    "impasse": "impasse",
    "length": "length-limit",
    "links": "link-limit",
    "long-quote": "no-copy-paste",
    "low-value": "no-low-value",
    "memes": "no-memes",
    "moderation-talk": "no-meta",
    "off-topic": "on-topic",
    "opinion-pieces": "no-opinion",
    "paywall": "no-paywall",
    "personal-attack": "no-personal-attacks",
    "personal-data": "no-harassment",
    "playing-moderator": "no-backseat-moderation",
    "profanity": "civility",
    "profanity-at-member": "no-profanity-at-members",
    "quote-parent": "quote-parent",
    "repeat": "no-repeat",
    "self-promotion": "no-self-promotion",
    "self-reply": "no-self-reply",
    "self-vote": "no-self-vote",
    "shouting": "no-caps",
    "skirting": "no-skirting",
    "source-dissing": "no-source-dissing",
    "spam": "no-spam",
    "strawman": "no-strawman",
    "taunting": "no-taunting",
    "title-match": "title-match",
    "title-match accurate": "title-accurate",
    "topic-ban": "topic-ban",
    "trolling": "no-trolling",
    "unsupported-accusation": "no-accusing",
}
"""Kinds without a label here say something that the vocabulary has no word for."""
SEED_MATTERS = frozenset(
    {
        *("recency", "title-accurate", "title-match", "title-tag", "tags-relevant", "excerpt-only", "no-paywall"),
        *("source-quality", "original-source", "no-duplicate", "no-opinion", "news-only"),
    }
)
"""What these ask can only be asked of seeds."""
POLITICS = frozenset({"politics", "political", "politic"})
IMPLIED: dict[str, str] = {
    **dict.fromkeys(SEED_MATTERS, "scope:seeds"),
    "vote-on-quality": "request-only",
    "move-off-topic": "on-topic",
    "no-mocking-emoji": "no-taunting",
}
"""What goes without saying: nothing can follow from how somebody votes, and mocking smileys taunt."""


FAR, NEAREST = 0.13, 0.15
"""A label that an aside speaks for is dropped up to here; one that nothing speaks for is given from here on, for want
of any other (beside others, from `NEAR` on)."""
SCRAP, SHORT = 4, 300
"""So many unread letters mean nothing; a text of so many is compared as a whole, a longer one line by line."""


def labels(book: RuleBook) -> tuple[str, ...]:
    """The labels of a text, each once: `name` or `name:parameter`; those of its words in their order come first."""
    found = said(book)
    near = None if _is_plain(book) else _near(book)
    if near is not None:
        firm = {name for line in book.lines for clause in line.clauses for name in _firm(clause)}
        far = {name for name, score in zip(names(), near, strict=True) if score <= FAR} - firm
        found = {name: label for name, label in found.items() if name not in far}
        from_here = NEAR if found else min(NEAR, max(NEAREST, *near))
        added = [(-score, name) for name, score in zip(names(), near, strict=True) if score >= from_here]
        for _, name in sorted(added):
            if name != OTHER:
                found.setdefault(name, f"{name}:{_where(book.prose.lower())}" if name == "scope" else name)
    return tuple(_with_implied(found).values()) or (OTHER,)


def said(book: RuleBook) -> dict[str, str]:
    """What grammar alone finds, in the order of the words: the name of each label, and the label."""
    found: dict[str, str] = {}
    for label in _all(book):
        found.setdefault(label.partition(":")[0], label)
    return _with_implied(found)


def _with_implied(found: dict[str, str]) -> dict[str, str]:
    for name in tuple(found):
        implied = IMPLIED.get(name)
        if implied is not None:
            found.setdefault(implied.partition(":")[0], implied)
    return found


def _firm(clause: Clause) -> Iterator[str]:
    if clause.keeping is not Keeping.PEOPLE and not clause.permits:
        yield from (label.partition(":")[0] for label in of_clause(clause))


def _is_plain(book: RuleBook) -> bool:
    """Whether grammar read every word but a scrap such as “per”, so that nothing is left to compare."""
    spans = [span for line in book.lines for span in line.unread if span.end - span.start > SCRAP]
    return bool(book.lines) and not spans and all(line.clauses for line in book.lines)


def _near(book: RuleBook) -> Sequence[float] | None:
    """How like the examples of each label the book, or any line of it, is; None where nothing can be compared."""
    texts = [book.prose] if len(book.prose) <= SHORT else [line.text for line in book.lines]
    compared = [near for near in map(likeness, texts) if near is not None]
    if len(compared) < 2:
        return compared[0] if compared else None
    return [max(scores) for scores in zip(*compared, strict=True)]


def _all(book: RuleBook) -> Iterator[str]:
    for line in book.lines:
        clauses = [clause for clause in line.clauses if not clause.permits and not _is_elsewhere(clause, line)]
        absorbed = {name for aside in line.asides for name in CUES[aside.name].absorbs if aside.name in CUES}
        yield from (each for clause in clauses for each in of_clause(clause) if each.partition(":")[0] not in absorbed)
        yield from (of_aside(aside) for aside in line.asides)
        if any(clause.permits for clause in line.clauses):
            yield "exception"
        if line.modal is Modal.PLEASE and (line.clauses or line.asides):
            yield "request-only"


def _is_elsewhere(clause: Clause, line: Line) -> bool:
    """Whether a line keeps a subject to its place (“outside the politics area”) rather than bans it."""
    is_subject = clause.kind == "topic-ban" and clause.keeping is Keeping.PEOPLE
    return is_subject and any(aside.name == "scope" and "outside" in aside.words for aside in line.asides)


def of_clause(clause: Clause) -> Iterator[str]:
    """The label of a clause with its parameter, if the vocabulary has one."""
    name = LABELS.get(f"{clause.kind} {clause.params.get('which', '')}", LABELS.get(clause.kind))
    if name is None:
        return
    term = str(clause.params.get("term", ""))
    if name == "topic-ban":
        yield "no-politics" if term in POLITICS else f"{name}:{slug(term)}"
    else:
        yield _with(name, clause.params)


def of_aside(aside: Aside) -> str:
    """An aside is its own label."""
    if aside.name == "scope":
        return f"scope:{_where(aside.words.lower())}"
    return _with(aside.name, aside.params)


def slug(text: str) -> str:
    """Lower case, hyphens between words."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def _with(name: str, params: Mapping[str, Param]) -> str:
    if "hours" in params:
        return f"{name}:{_span(float(params['hours']))}"
    amount = next((params[key] for key in ("most", "least", "number", "digit") if key in params), None)
    if amount is None:
        return name
    unit = str(params.get("unit", ""))
    return f"{name}:{amount}%" if unit == "percent" else f"{name}:{amount}-{unit}" if unit else f"{name}:{amount}"


def _span(hours: float) -> str:
    return f"{hours / 24:g}d" if hours >= 72 or hours == 24 else f"{hours:g}h"


PLACES = (
    ("front-page", ("front",)),
    ("group-feed", ("feed",)),
    ("area", ("area", "section", "zone", "category", "room")),
    ("site", ("site", "everywhere", "anywhere", "platform")),
    ("thread", ("thread", "discussion", "conversation", "debate")),
)


def _where(words: str) -> str:
    return next((place for place, signs in PLACES if any(sign in words for sign in signs)), "seeds")
