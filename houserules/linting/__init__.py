"""What the author of rules may have overlooked, told kindly, with the words and a way to mend each.

remark: the shapes · shown: lines as the remarks look at them · remarks/: one file for each remark, found by folder ·
page: the page for readers.
"""

from houserules.book import RuleBook
from houserules.combined import Combined
from houserules.linting.checks import checks
from houserules.linting.remark import Place, Remark
from houserules.linting.shown import Rules

__all__ = ["Place", "Remark", "checks", "lint"]


def lint(book: RuleBook | Combined) -> tuple[Remark, ...]:
    """All remarks on the rules in the order of their lines. Remarks never act; rules may stand as they are."""
    rules = Rules.of(book)
    found = [remark for check in checks().values() for remark in check.find(rules)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(remark: Remark) -> tuple[tuple[tuple[int, int], ...], str]:
    return tuple((place.number, place.start) for place in remark.places), remark.name
