"""Hands an expression to the library (extra `expressions`) and hears whether it is met. Nothing here raises.

The extension module is loaded by itself: the package around it would bring a shell with colours and take half a second.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.machinery import ExtensionFileLoader, PathFinder
from importlib.util import find_spec, module_from_spec
from threading import Lock
from types import ModuleType
from typing import Any

from houserules.expressions.grammar import LONGEST, ExpressionError, Node, checked
from houserules.expressions.variables import VARIABLES, Value
from houserules.judgement import Judgement
from houserules.weights import WeightsError

MISSING = "Expressions need an extra that is not installed (pip install 'parley[expressions]'); people keep their lines."
EXTENSION, LOADING = "cel.cel", Lock()
SHOWN = 60
"""Letters of an expression in a sentence."""


@dataclass(frozen=True, eq=False)
class Program:
    """An expression ready to be computed."""

    source: str
    root: Node
    compiled: Any
    """The library's program: it holds nothing of a comment."""


@dataclass
class Evaluated:
    """What came of one expression in one judgement."""

    is_met: bool = False
    values: dict[str, Value] = field(default_factory=dict)
    """What was looked at, in that order: what could not change the outcome was never measured."""
    missing: list[str] = field(default_factory=list)
    """Sentences why it could not be computed; empty when it could."""


def is_here() -> bool:
    """Whether the extra is installed; computes nothing."""
    return _library() is not None


@cache
def _library() -> Any:
    """The extension module of `common-expression-language`; None where it cannot be loaded."""
    with LOADING:
        if EXTENSION not in sys.modules:
            module = _loaded()
            if module is None:
                return None
            sys.modules[EXTENSION] = module  # it cannot be loaded twice: whoever imports the package finds this one
        return sys.modules[EXTENSION]


def _loaded() -> ModuleType | None:
    package = find_spec(EXTENSION.partition(".")[0])
    places = package.submodule_search_locations if package is not None else None
    found = PathFinder.find_spec(EXTENSION, places) if places else None
    if found is None or not isinstance(found.loader, ExtensionFileLoader):
        return None
    try:
        module = module_from_spec(found)
        found.loader.exec_module(module)
    except ImportError:
        return None
    return module


def compiled(source: object) -> Program | str:
    """The program, or a sentence why there is none."""
    if not isinstance(source, str) or len(source) > LONGEST:
        return "The expression of a line is no text, or too long; people keep the line."
    return _compiled(source) if is_here() else MISSING


@lru_cache(maxsize=512)
def _compiled(source: str) -> Program | str:
    try:
        return Program(source, checked(source), _library().compile(source))
    except ExpressionError as wrong:
        return f"{named(source)} cannot be used; people keep its line. {wrong}"
    except Exception as wrong:  # noqa: BLE001 - whatever the library says of a text that our grammar took
        return f"{named(source)} cannot be used; people keep its line. ({type(wrong).__name__})"


def evaluated(judgement: Judgement, program: Program) -> Evaluated:
    """Whether it is met, measuring only what is looked at. What cannot be computed is not met, and told."""
    found, missing = Evaluated(), dict[str, str]()

    def value_of(name: str) -> Value | None:
        value = _measured(judgement, name, missing)
        if value is not None:
            found.values[name] = value
        return value

    context = _library().Context()
    context.set_variable_resolver(value_of)
    try:
        found.is_met = program.compiled.execute(context) is True
    except Exception as wrong:  # noqa: BLE001 - the library's errors have no common ancestor
        found.missing.extend(missing.values() or [f"{named(program.source)} cannot be computed here: {_why(wrong)}."])
    return found


def _measured(judgement: Judgement, name: str, missing: dict[str, str]) -> Value | None:
    """One value; None, and a sentence in `missing`, where it is not known."""
    try:
        value = judgement.signal(_variable, name)
    except WeightsError as gone:
        missing[name] = str(gone)
        return None
    if value is None:
        missing[name] = f"{name} is not known here, and an expression needs it."
    return value


def _variable(judgement: Judgement, name: str) -> Value | None:
    value = VARIABLES[name].measure(judgement)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def named(source: str) -> str:
    """An expression as the beginning of a sentence."""
    return f"The expression “{shortened(source)}”"


def shortened(source: str) -> str:
    """An expression on one line, cut where it is long."""
    line = " ".join(source.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


ERRORS: Mapping[type[Exception], str] = {
    ZeroDivisionError: "it divides by zero",
    OverflowError: "a number grows too large",
}


def _why(wrong: Exception) -> str:
    return ERRORS.get(type(wrong), "a value is out of bounds")
