"""What a check is. Each is one file in `houserules/linting/remarks/` that defines `CHECK`; found by folder."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from houserules.found import modules
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

    found = [module.CHECK for module in modules(remarks)]
    return MappingProxyType({check.name: check for check in sorted(found, key=lambda check: check.name)})
