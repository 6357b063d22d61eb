"""What a check is. Each is one file in `houserules/linting/remarks/` that defines `CHECK`; found by folder."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules


@dataclass(frozen=True, kw_only=True)
class Check:
    """One sort of remark: what readers are told about it, how it is found, and its cases."""

    name: str
    title: str
    asks: str
    """For readers: what is remarked, and why it may matter."""
    find: Callable[[Rules], Iterator[Remark]]
    cases: tuple[Case, ...]


@cache
def checks() -> Mapping[str, Check]:
    """All checks by name, in the order of their names."""
    from houserules.linting import remarks

    modules = sorted(module.name for module in pkgutil.iter_modules(remarks.__path__))
    found = [importlib.import_module(f"{remarks.__name__}.{name}").CHECK for name in modules]
    return MappingProxyType({check.name: check for check in sorted(found, key=lambda check: check.name)})
