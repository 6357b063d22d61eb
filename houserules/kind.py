"""What a kind of clause is. Each kind is one file in `houserules/catalogue/` that defines `KIND`; found by folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from houserules.facts import Event, Facts
from houserules.figures import Figures
from houserules.found import modules
from houserules.keeping import KEPT, Keeping
from houserules.plain import Span, joined
from houserules.saying import Sentence
from houserules.sureness import clean_sureness

if TYPE_CHECKING:
    from houserules.book import Param
    from houserules.judgement import Judgement


MOST_TOLD = 80


@dataclass(frozen=True, kw_only=True)
class Hit:
    """What a kind found in one judgement, before the engine adds line and clause."""

    note: Sentence
    passes: Sentence
    spans: tuple[Span, ...] = ()
    value: float = 1.0
    threshold: float = 1.0
    confidence: float = 1.0


def first_marked(text: str, spans: tuple[Span, ...]) -> str:
    """The words of `text` that are marked first, for notes: as they are marked, shortened when they are many."""
    marks = joined(spans)
    words = text[marks[0].start : marks[0].end] if marks else ""
    return words if len(words) <= MOST_TOLD else f"{words[:MOST_TOLD].rstrip()}…"


@dataclass(frozen=True)
class Phrasing:
    """One way of asking for a kind, in the pattern language of `houserules.prose.phrasing`."""

    pattern: str
    params: Mapping[str, "Param"] = field(default_factory=dict, hash=False)
    """What this phrasing says about the parameters, beside what its placeholders catch."""
    is_duty: bool = False
    """Asked for (“Quote …”) rather than forbidden (“No …”)."""
    is_limit: bool = False
    """Says itself what holds (“at most {most} links”), whatever stands around it."""
    is_loose: bool = False
    """Belongs to the kind, yet asks for more than its signals see: people keep it."""
    is_conduct: bool = False
    """Names a conduct though the kind is of things (“doxing” beside “telephone numbers”)."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """An example for readers which is also a test of its kind.

    With `facts`: the rule is read, confirmed and judged; it must find (these words of the text, when `marks` is
    given) or leave. Without: the rule must (or must not) be read as this kind.
    """

    name: str
    rule: str
    facts: Facts | None = None
    finds: bool
    marks: tuple[str, ...] = ()
    expression: str = ""
    """Attached to the first line of the rule before it is judged."""


@dataclass(frozen=True)
class Choice:
    """A parameter that the prose does not say and the author of the rule chooses."""

    means: str
    """A few words of explanation."""
    clean: Callable[["Param"], "Param"]
    """The value as it is kept; raises ValueError or TypeError with a sentence where it does not fit."""


SURENESS = Choice(
    "how sure the software must be: `careful` finds only what it is very sure of, `usual` is what nothing chosen means, "
    "`keen` finds more and errs more",
    clean_sureness,
)
"""Of kinds that judge by a score; see `houserules.sureness`."""


def lifted_by_equal(forbidden: Mapping[str, "Param"]) -> tuple[Mapping[str, "Param"], ...]:
    """What is forbidden is lifted by a permission with the same parameters, or with none at all."""
    return (forbidden, {})


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of clause: what readers are told, how it is asked for, how it is judged, and its examples."""

    name: str
    title: str
    asks: str
    """The definition shown to readers, one or two sentences."""
    phrasings: tuple[Phrasing, ...]
    cases: tuple[Case, ...]
    params: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Parameter names, each with a few words of explanation."""
    choices: Mapping[str, Choice] = field(default_factory=dict, hash=False)
    """Parameters beside those that are read, by name."""
    names_anything: bool = False
    """Takes whatever named thing stands after “No” and is no other kind; its parameter is `term`."""
    is_attached: bool = False
    """No prose is read as it: its author attaches it to a line (`RuleBook.with_expression`)."""
    is_thing: bool = False
    """What it leaves out is a thing that may be fine elsewhere (a link, a picture, a subject), so that words around it
    narrow it, rather than a conduct that is wrong in any company."""
    events: tuple[Event, ...] = (Event.COMMENT, Event.EDIT)
    signals: tuple[Callable[..., object], ...] = ()
    judge: "Callable[[Judgement, Mapping[str, Param]], Hit | None] | None" = None
    """None where people alone notice it."""
    made: "Callable[[Mapping[str, Param]], tuple[Facts, Facts]] | None" = None
    """From the parameters a comment that is found and one that is left, to show an author what he asked for; else cases do."""
    figures: Figures | None = None
    """How often it is right on public data; demanded of kinds that judge by learned weights."""
    is_guess: bool = False
    """Found by words or signs that nobody measured, so that what is found may be a mere mention; people judge it."""
    default: Keeping = Keeping.PEOPLE
    others: tuple[Keeping, ...] = ()
    """Keepings to choose from beside the default and people."""
    kept: Mapping[Keeping, str] = field(default_factory=lambda: MappingProxyType(KEPT), hash=False)
    """Short phrases for readers how it is kept, where they differ from the usual ones."""
    lifted_by: "Callable[[Mapping[str, Param]], tuple[Mapping[str, Param], ...]]" = lifted_by_equal
    """The parameters of all permissions that would lift a clause with these parameters, of those that are read."""

    def lifting(self, params: "Mapping[str, Param]") -> "tuple[Mapping[str, Param], ...]":
        """The parameters of all permissions that would lift a clause with these; what its author chose beside does not count."""
        return self.lifted_by({name: value for name, value in params.items() if name not in self.choices})

    @property
    def allowed(self) -> tuple[Keeping, ...]:
        """The keepings to choose from, weakest first; people always can."""
        return tuple(keeping for keeping in Keeping if keeping in {Keeping.PEOPLE, self.default, *self.others})


@cache
def taker_of_names() -> Kind:
    """The kind that takes whatever named thing is forbidden."""
    return next(kind for kind in kinds().values() if kind.names_anything)


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, in the order of their names."""
    from houserules import catalogue

    found = [module.KIND for module in modules(catalogue)]
    return MappingProxyType({kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)})
