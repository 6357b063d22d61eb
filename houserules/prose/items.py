"""A framed list to the kinds it names: “Trump, fascism references, memes and source dissing” are four unlike things."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from houserules.kind import taker_of_names
from houserules.prose.amounts import is_amount
from houserules.prose.doubts import RELATIVES, doubted
from houserules.prose.frames import Frame, Says
from houserules.prose.groups import GROUPS
from houserules.prose.lexicon import CONDITIONS, LEADING, PREPOSITIONS, PURPOSES, TRAILING
from houserules.prose.matching import Item, Match, matches
from houserules.prose.naming import (
    ARTICLES,
    Capitals,
    is_compared,
    is_named,
    is_said_too,
    is_subject,
    may_be_named,
    stands_alone,
    without_article,
)
from houserules.prose.parts import Part
from houserules.prose.phrasing import MOST_WORDS
from houserules.prose.wordings import QUOTES
from houserules.prose.words import Stretch, Token

AND_OR = frozenset({"and", "or", "nor", "plus", "&", "/", "+"})
TONGUES = frozenset(GROUPS["tongue"])
COMMAS = frozenset({",", "、", "،"})
DONE = frozenset({"discussed", "mentioned", "talked"})
"""“Matters discussed at length” are no ban of a subject."""
SCOPE_WORDS = 3
"""“in this seed”."""
SCOPES = frozenset({"seed", "group", "thread", "discussion", "article", "site", "forum", "page", "place", "feed"})


@dataclass(frozen=True)
class Listed:
    """What came of one list."""

    items: tuple[Item, ...]
    is_conditional: bool
    """A condition, or words behind the last item, may narrow all of them."""
    is_complete: bool
    """Every part of the list was read."""


def listed_items(framed: Frame, capitals: Capitals) -> Listed:
    """The items of a framed list, in order. Words from a condition on are not read."""
    tokens = framed.listed
    until = next((at for at in range(len(tokens)) if _is_condition(tokens, at, framed)), len(tokens))
    reader = _Reader(framed, capitals)
    parts = tuple(reader.parts(tokens[:until]))
    items = tuple(
        replace(part.item, is_doubted=doubt)
        for part, doubt in zip(
            parts, doubted(parts, lists_acts=framed.lists_acts, is_title=capitals is Capitals.TITLE), strict=True
        )
        if part.item is not None
    )
    return Listed(items, is_conditional=until < len(tokens) or reader.is_narrowed, is_complete=reader.is_complete)


def _is_condition(tokens: Sequence[Token], at: int, framed: Frame) -> bool:
    """Whether a condition begins here; “longer than 400 words”, “other than English”, and “members only” have none."""
    word = tokens[at].folded
    if word == "than":
        after = [token.stem for token in tokens[at + 1 : at + 2]]
        return not (after and (is_amount(after[0]) or after[0] in TONGUES))
    if word == "only" and framed.says is Says.ASKS:
        return at + 1 < len(tokens)
    return word in CONDITIONS


class _Reader:
    """Reads one list; remembers that “talk of” governs what follows in it."""

    def __init__(self, framed: Frame, capitals: Capitals) -> None:
        self.is_duty = framed.says is Says.ASKS
        self.may_name = framed.says is Says.FORBIDS
        self.may_guess = framed.is_headed and framed.says is Says.FORBIDS
        self.lists_acts = framed.lists_acts
        self.capitals_of_line = capitals
        self.capitals = capitals if framed.is_headed else Capitals.SAY_NOTHING
        self.lead: Item | None = None
        self.is_narrowed = False
        self.is_complete = True

    def parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        """Every part of a list with what it was read as."""
        for joint, chunk in _split(tokens, COMMAS):
            split = tuple(_split(chunk, AND_OR))
            whole = self.item(chunk)
            if whole is not None and (len(split) == 1 or (whole.is_whole and "term" not in whole.params)):
                yield Part(chunk, _trimmed(chunk), self._noted(whole, chunk), joint)
            elif len(split) > 1:
                items = self._joined([part for _, part in split])
                for at, ((inner, part), item) in enumerate(zip(split, items, strict=True)):
                    yield Part(part, _trimmed(part), item, inner if at else joint)
            else:
                self._missed(chunk)
                yield Part(chunk, _trimmed(chunk), None, joint)

    def _joined(self, parts: Sequence[Sequence[Token]]) -> Iterator[Item | None]:
        """Things joined by and/or; what the last one says of its term (“X and Y references”) holds for the others."""
        read = [self._read(part) for part in parts]
        last = read[-1]
        shares = last is not None and _ends_with_its_head(last)
        for at, (item, part) in enumerate(zip(read, parts, strict=True)):
            words = _trimmed(part)
            if last is not None and shares and _is_bare(item, words) and is_compared(words):
                yield replace(last, params={"term": term_of(words)}, words=words)
            elif item is not None and "term" in item.params and at + 1 < len(parts):
                is_noun = stands_alone(_term_words(item), self.capitals_of_line)
                yield replace(item, is_whole=is_noun or len(_trimmed(parts[at + 1])) == 1)
            else:
                yield item

    def _read(self, part: Sequence[Token]) -> Item | None:
        item = self.item(part)
        if item is None:
            self._missed(part)
            return None
        return self._noted(item, part)

    def _noted(self, item: Item, part: Sequence[Token]) -> Item:
        """Remembers whether words behind the item narrow it, and “talk of …” for the bare words that follow."""
        self.is_narrowed = not item.is_whole and _trimmed(part)[-1] is not item.words[-1]
        if self.is_narrowed:  # in “attacks on people for their origin, faith”, “faith” goes on with the origin
            self.may_name = self.may_guess = False
        if "term" in item.params and term_of(item.words) != item.params["term"] and not _ends_with_its_head(item):
            self.lead = item
        return item

    def _missed(self, part: Sequence[Token]) -> None:
        """After “links to this”, a bare “that” may belong to “links to”: nothing is taken for a name any more."""
        self.is_complete = False
        folded = {token.folded for token in part}
        self.is_narrowed = bool(folded & RELATIVES)
        if folded & PREPOSITIONS:
            self.may_name = self.may_guess = False
            self.lead = None

    def item(self, tokens: Sequence[Token]) -> Item | None:
        """What one chunk names; None when no kind is sure of it."""
        words = _trimmed(tokens)
        if not 0 < len(words) <= MOST_WORDS:
            return None
        found = self._phrased(Stretch(words))
        if found is not None or (tokens[0].folded in PREPOSITIONS and not self._is_led_again(tokens)):
            return found
        is_led = self.lead is not None and is_named(words, self.capitals_of_line)
        if self.lists_acts and tokens[0].folded not in LEADING and not is_led:
            return None
        return self._named(words) or self._guessed(words, is_bare=tokens[0].folded not in LEADING - ARTICLES)

    def _is_led_again(self, tokens: Sequence[Token]) -> bool:
        """“Comparisons to one or to another”: the words that led to the first subject lead to the next."""
        return self.lead is not None and any(tokens[0].folded == word.folded for word in self.lead.words)

    def _phrased(self, stretch: Stretch) -> Item | None:
        read = (self._item(stretch, match) for match in matches(stretch, is_duty=self.is_duty))
        found = [item for item in read if item is not None]
        return max(found, key=lambda item: (item.is_whole, len(item.words)), default=None)

    def _item(self, stretch: Stretch, match: Match) -> Item | None:
        before, after = stretch.words[: match.first], stretch.words[match.last :]
        if after and not _may_follow(after, match, stretch):
            return None
        if before and (self.is_duty or self.lists_acts):
            return None
        if match.term and (before or after or not self._is_term(stretch, match)):
            return None
        if match.term and stretch.words[match.first].folded in DONE:
            return None
        term = {"term": term_of(match.term)} if match.term else {}
        params = {**match.phrasing.params, **match.caught, **term}
        is_whole = not before and (not after or (self.is_duty and _gives_purpose(match, stretch)))
        return Item(match.kind, params, stretch.words[match.first : match.last], is_whole, match.phrasing)

    def _is_term(self, stretch: Stretch, match: Match) -> bool:
        if any(word.folded in AND_OR for word in match.term):
            return False
        if not match.kind.names_anything:
            return is_compared(match.term)
        if match.term[0] is not stretch.words[0]:
            return is_subject(match.term)
        return is_named(match.term, self.capitals if self.capitals is Capitals.TELL else Capitals.SAY_NOTHING)

    def _named(self, words: Sequence[Token]) -> Item | None:
        """A subject by its name alone: of what opened the list (“talk of …”), or of the kind that takes any name."""
        if self.lead is not None and is_said_too(words):
            return Item(self.lead.kind, {"term": term_of(words)}, words, phrasing=self.lead.phrasing)
        if self.may_name and is_named(words, self.capitals):
            return Item(taker_of_names(), {"term": term_of(words)}, words)
        return None

    def _guessed(self, words: Sequence[Token], *, is_bare: bool) -> Item | None:
        """Any other thing right behind “No” is some subject; people keep it, since nobody can tell what it takes in."""
        if not (is_bare and self.may_guess and may_be_named(words)):
            return None
        return Item(taker_of_names(), {"term": term_of(words)}, words, is_guessed=True)


def _term_words(item: Item) -> Sequence[Token]:
    """The words of an item that are its term, with the article before them."""
    words = len(str(item.params["term"]).split())
    with_article = item.words[-words - 1 :]
    return with_article if len(without_article(with_article)) == words else item.words[-words:]


def _is_bare(item: Item | None, words: Sequence[Token]) -> bool:
    """Whether a part was read as nothing, or as a name without a word of talk."""
    return item is None or (item.kind.names_anything and term_of(words) == item.params["term"])


def _ends_with_its_head(item: Item) -> bool:
    """Whether an item says what it is behind its term (“fascism references”)."""
    term = str(item.params.get("term", ""))
    words = term_of(item.words)
    return term not in {"", words} and words.startswith(term)


def _gives_purpose(match: Match, stretch: Stretch) -> bool:
    """Whether the words after a request only say why it is made."""
    return any(word.folded in PURPOSES for word in stretch.words[match.last - 1 : match.last + 1])


def _may_follow(after: Sequence[Token], match: Match, stretch: Stretch) -> bool:
    """Words after a match may narrow it (“memes of cats”), not turn it into something else (“meme shaming”)."""
    return after[0].folded in PREPOSITIONS | PURPOSES or stretch.words[match.last - 1].folded in PREPOSITIONS


def _split(tokens: Sequence[Token], at: frozenset[str]) -> Iterator[tuple[str, Sequence[Token]]]:
    """The parts between separators, each with the one before it: “//” for a slash without a space on either side."""
    part: list[Token] = []
    joint = ""
    for place, token in enumerate(tokens):
        if token.source in at or token.folded in at:
            if part:
                yield joint, tuple(part)
            if part or token.source != joint:
                joint = "//" if token.source == "/" and _is_tight(tokens, place) else token.folded
            part = []
        elif token.source not in QUOTES:
            part.append(token)
    if part:
        yield joint, tuple(part)


def _is_tight(tokens: Sequence[Token], at: int) -> bool:
    return (
        0 < at < len(tokens) - 1 and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    )


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Words without what carries no claim at either end: “any kind of … in this seed, please”."""
    words = [token for token in tokens if token.stem]
    first, last = 0, len(words)
    while first < last and words[first].folded in LEADING and not _counts(words[first : first + 2]):
        first += 1
    shrunk = True
    while shrunk and first < last:
        shrunk = False
        if words[last - 1].folded in TRAILING:
            last, shrunk = last - 1, True
        elif _is_scope(words[first:last]) and words[max(first, last - 4)].folded != "subject":
            last, shrunk = last - 3, True
        elif [word.folded for word in words[max(first, last - 2) : last]] == ["at", "all"]:
            last, shrunk = last - 2, True
    return tuple(words[first:last])


def _counts(words: Sequence[Token]) -> bool:
    return [word.folded for word in words] == ["more", "than"]


def _is_scope(words: Sequence[Token]) -> bool:
    ending = [word.folded for word in words[-3:]]
    return (
        len(ending) == SCOPE_WORDS
        and ending[0] in {"in", "on", "within", "of", "from", "at"}
        and ending[1] in {"this", "the", "our", "my", "these"}
        and ending[2] in SCOPES
    )


def term_of(words: Sequence[Token]) -> str:
    """The words as a parameter: lower case, without articles, apostrophes made plain."""
    source = " ".join(word.source for word in without_article(words))
    return source.replace("’", "'").replace("‘", "'").lower().removesuffix("'s")
