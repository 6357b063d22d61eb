"""The community's files (demo/README.md) as plain data."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Community:
    people: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    seeds: list[dict[str, Any]] = field(default_factory=list)
    site_rules: str = ""
    pictures: Path = Path()


def read(folder: Path) -> Community:
    groups = _toml(folder / "groups.toml")
    return Community(
        people=_toml(folder / "people.toml")["person"],
        groups=groups["group"],
        site_rules=groups["site_rules"].strip(),
        seeds=[_toml(file) for file in sorted((folder / "seeds").glob("*.toml"))],
        pictures=folder / "pictures",
    )


def _toml(file: Path) -> dict[str, Any]:
    with file.open("rb") as opened:
        return tomllib.load(opened)


def voters(votes: list[str] | int, author: str, group: dict[str, Any], people: list[dict[str, Any]]) -> list[str]:
    """Names as they stand, or the first n ordinary members behind the author, going round."""
    if isinstance(votes, list):
        return votes
    passed_over = {author, group["owner"], *group["mods"]}
    names = [
        person["name"]
        for person in people
        if person["role"] == "member" and person["name"] in {*group["members"], author}
    ]
    start = names.index(author) + 1 if author in names else 0
    turned = names[start:] + names[:start]
    return [name for name in turned if name not in passed_over][:votes]
