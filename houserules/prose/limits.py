"""Lines that say how much is fine: “at most three links”, “comments must have 20 words”, “nothing older than a week”."""

from collections.abc import Sequence
from dataclasses import replace

from houserules.prose.lexicon import CONDITIONS, words
from houserules.prose.matching import Item, phrased
from houserules.prose.words import Stretch, Token, stem

BEFORE = words(
    """
    please comments comment posts post replies reply each every a an the all your our any you may can must should
    shall will be have has contain include keep limit restrict to need needs is are of and also only it long no not
    member members user users seeds seed articles article threads thread submissions submission post posting submit
    text length quotes excerpts up use one per titles title there we ask allowed permitted new accounts account
    """
)
AFTER = words(
    """
    per comment comments post posts reply replies each a in one every the total long length at once single please
    old to be or is are allowed and seed thread person member user accepted fine permitted ok here
    """
)
TURNING = frozenset(
    {"under", "below", "less", "fewer", "shorter", "within", "more", "over", "longer", "older", "exceed"}
)
"""Comparisons that are a limit only after a duty: “Comments over 400 words” alone does not say whether they are fine."""
DUTY = words("must should shall keep limit restrict need needs have be stay no not nothing")
DASHES = frozenset("-–—‑‒−")
OTHER_LENGTHS = words("article articles title titles headline headlines quotes quote excerpts excerpt")
"""What may have a length of its own; software measures only that of comments."""
COMMENTS = words("comment comments post posts reply replies")
NEGATIONS = words("no not never dont cannot cant avoid isnt arent without")


def limit(segment: Sequence[Token]) -> Item | None:
    """The limit that a segment states, whole where no word is left that could turn or narrow it."""
    stretch = Stretch(_spelled_out(segment))
    item = phrased(stretch)
    if item is None:
        return None
    first = next(at for at, word in enumerate(stretch.words) if word is item.words[0])
    before, after = stretch.words[:first], stretch.words[first + len(item.words) :]
    told = [word.folded for word in item.words]
    turn = next((at for at, word in enumerate(told) if word in TURNING), len(told))
    duties = {word.folded for word in before} | set(told[:turn])
    if turn < len(told) and not duties & DUTY:
        return None
    if NEGATIONS & {word.folded for word in before} or any(word.folded in CONDITIONS for word in before):
        return None
    is_plain = all(word.folded in BEFORE for word in before) and all(word.folded in AFTER for word in after)
    return replace(item, is_whole=is_plain and not _is_upside_down(item) and not _is_of_another(item, duties))


def _spelled_out(segment: Sequence[Token]) -> list[Token]:
    """“20-400 words” as “20 to 400 words”: a dash is no word, and between two numbers it stands for one."""
    told = list(segment)
    for at in range(1, len(told) - 1):
        around = told[at - 1].source + told[at + 1].source
        if told[at].source in DASHES and around.isdecimal():
            told[at] = told[at]._replace(folded="to", stem=stem("to"))
    return told


def _is_upside_down(item: Item) -> bool:
    """“400 to 20 words” leaves no length that would be fine."""
    least, most = item.params.get("least"), item.params.get("most")
    return isinstance(least, int | float) and isinstance(most, int | float) and least > most


def _is_of_another(item: Item, told: "set[str]") -> bool:
    """“Titles have at most 90 characters” is not about comments."""
    return item.kind.name == "length" and bool(told & OTHER_LENGTHS) and not told & COMMENTS
