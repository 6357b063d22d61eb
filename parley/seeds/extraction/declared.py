"""What a page says of itself for machines: meta elements and JSON-LD, read leniently and within bounds."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

from parley.seeds.extraction.characters import clean_line

MOST_NODES = 2_000
MOST_METAS = 1_000
DEEPEST = 12
LONGEST_SCRIPT = 1_000_000
Node = dict[str, Any]

# Best first: a page may describe itself, its site, its breadcrumbs and its article side by side.
_KINDS = (
    (
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "liveblogposting",
        "blogposting",
        "article",
        "scholarlyarticle",
        "techarticle",
        "report",
        "satiricalarticle",
        "advertisercontentarticle",
        "socialmediaposting",
        "discussionforumposting",
        "recipe",
        "review",
        "medicalwebpage",
        "podcastepisode",
        "videoobject",
        "creativework",
        "qapage",
    ),
    ("webpage", "itempage", "aboutpage"),
)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)+|(?:-->|//\s*\]\]>|\]\]>|/\*.{0,40}?\*/)+\s*;?\s*$",
    re.DOTALL,
)


def meta_values(tree: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    """Contents of meta elements by lower-case name, property or itemprop."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.xpath("//meta[@content]")[:MOST_METAS]:
        value = clean_line(element.get("content"))
        for attribute in ("name", "property", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()[:100]
            if name and value:
                found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def linked_data(tree: HtmlElement) -> tuple[Node, ...]:
    """Every JSON-LD object on the page, outer before inner. What cannot be read is passed over."""
    nodes: list[Node] = []
    for script in tree.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")[:50]:
        _gather(_loaded(script.text or ""), nodes, 0)
    return tuple(nodes)


def _loaded(script: str) -> Any:
    script = _WRAPPING.sub("", script[:LONGEST_SCRIPT].strip())
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        pass
    try:  # the commonest slip: a comma before a closing bracket
        return json.loads(re.sub(r",\s{0,50}([}\]])", r"\1", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _gather(value: Any, nodes: list[Node], depth: int) -> None:
    if depth > DEEPEST or len(nodes) >= MOST_NODES:
        return
    if isinstance(value, dict):
        nodes.append(value)
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            _gather(inner, nodes, depth + 1)


def article_nodes(nodes: Sequence[Node], *, pages: bool = True) -> Iterator[Node]:
    """Objects that describe an article, then (with `pages`) those that describe a page."""
    for kinds in _KINDS if pages else _KINDS[:1]:
        yield from (node for node in nodes if _types(node) & set(kinds) and not _is_aside(node))


def _is_aside(node: Node) -> bool:
    """An object that only points at another article (a list item, a related story) says next to nothing."""
    return not node.keys() & {"headline", "author", "datePublished", "articleBody", "creator", "name"}


def _types(node: Node) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)}


def is_kind(node: Node, *kinds: str) -> bool:
    """Whether the object's @type is one of these (lower-case)."""
    return bool(_types(node) & set(kinds))


def resolved(value: Any, nodes: Sequence[Node]) -> Any:
    """The object that {"@id": …} stands for, where the page has it; else the value itself."""
    if isinstance(value, dict) and "@id" in value and not value.get("name"):
        return next((node for node in nodes if node.get("@id") == value["@id"] and node.get("name")), value)
    return value
