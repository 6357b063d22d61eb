"""What is known of a language: words that tell it, and the few wordings that are read. One file each in `tongues/`.

Words are written as `words.fold` gives them, in running text; wordings are regular expressions over folded words with
one space between them. What an apostrophe cuts off (“d’insultes”) is dropped before anything is compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from houserules.found import modules


@dataclass(frozen=True, kw_only=True)
class Case:
    """A line for readers which is also a test: what is read in it, as “kind: parameter value …”, and whether it would act."""

    line: str
    reads: tuple[str, ...] = ()
    acts: bool = True


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """One language."""

    name: str
    """In English, lower case, as `signals.language` names it."""
    telling: str
    """Words that tell the language alone; none is an English word."""
    common: str
    """Words of which two tell it where no English word stands; none is an English word."""
    please: str
    forbids: str
    """Before a list: “Keine …”."""
    forbidden: str
    """Behind a list: “… sind verboten”."""
    about: str
    """Before a subject: “Nicht über …”, “Keine Diskussionen über …”."""
    talking: str
    """What may stand behind that subject: “… sprechen”."""
    joins: str
    """And, or."""
    articles: str
    conditions: str
    """With one of these in the line nothing in it acts."""
    links: str
    """Names of links of every sort."""
    units: Mapping[str, str]
    """What is counted, with the unit of the kind “length”."""
    numbers: Mapping[str, int]
    most: str
    """Before a number that is the most."""
    least: str
    over: str
    """Before a number above which a ban begins: “Keine Kommentare über 400 Wörter”."""
    under: str
    plain: str
    """Words that may stand beside a limit and do not narrow it."""
    scopes: str
    """What may stand behind a list without narrowing it: “hier”, “in dieser Gruppe”."""
    subjects: str
    """Subjects that may be forbidden by their bare name, beside the names that every language shares."""
    adjectives: Mapping[str, str]
    """“politische” (Diskussionen) and the subject that stands for it."""
    talks: str
    """What an adjective of a subject may describe: “Diskussionen”, “Themen”."""
    folk: str
    """Whom or what an “about …” may not name: the people here, the moderation, clauses."""
    cases: tuple[Case, ...]

    @cached_property
    def telling_words(self) -> frozenset[str]:
        return frozenset(self.telling.split())

    @cached_property
    def common_words(self) -> frozenset[str]:
        return frozenset(self.common.split())

    def words(self, field: str) -> frozenset[str]:
        """A field that is written as running text."""
        return _words(getattr(self, field))

    @cached_property
    def number(self) -> str:
        """A figure or a number in words."""
        return rf"(?P<number>\d{{1,6}}|{'|'.join(self.numbers)})"


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def tongues() -> Mapping[str, Tongue]:
    """All languages by name."""
    from houserules.prose.foreign import tongues as folder

    return MappingProxyType({module.TONGUE.name: module.TONGUE for module in modules(folder)})
