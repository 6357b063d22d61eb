"""A comment of the past, with what people ruled on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from houserules.facts import Facts, named_members
from houserules.plain import Plain
from houserules.quick import quickly


@dataclass(frozen=True, kw_only=True)
class Past(Plain):
    """A comment as it was judged then, or would have been."""

    id: str
    """Any text by which the caller finds it again."""
    facts: Facts
    ruled: bool | None = None
    """Whether people found a breach; None where nobody ruled on it."""

    @classmethod
    def from_json(cls, data: object) -> Self:
        """As `Plain.from_json`; authors may be given by bare name."""
        return super().from_json(_written_out(data))

    @classmethod
    def quickly_from(cls, data: object) -> Self:
        """The same, for records by the million."""
        return quickly(cls, _written_out(data))


def _written_out(data: object) -> object:
    if not isinstance(data, Mapping) or "facts" not in data:
        return data
    return {**data, "facts": named_members(data["facts"])}
