"""Charts as SVG: bars with names and figures written beside them; ours are filled, others hatched, so that no colour is needed."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10
from typing import Any

NAMES = {
    "serve-reading.svg": "Comments a second on a page of 200, ours beside nginx and other sites, on a logarithmic scale",
    "serve-growth.svg": "Milliseconds of the first page of a discussion by its size",
    "serve-posting.svg": "Posts a second of eight clients, ours beside other sites",
}
WIDTH, LEFT, RIGHT, BAR, STEP, TOP = 760, 260, 120, 18, 30, 48
Bar = tuple[str, float, bool]
"""Name, value, whether it is ours."""


def bars(title: str, unit: str, rows: Sequence[Bar], *, logarithmic: bool = False) -> str:
    """Lengths begin at 0; on a logarithmic scale, which the title says, at a tenth of the least."""
    values = [value for _, value, _ in rows if value > 0] or [1.0]
    least, most = min(values) / 10, max(values)

    def length(value: float) -> float:
        share = log10(max(value, least) / least) / log10(most / least) if logarithmic else value / most
        return share * (WIDTH - LEFT - RIGHT)

    lines = [_bar(at, name, value, length(value), is_ours=ours) for at, (name, value, ours) in enumerate(rows)]
    height = TOP + STEP * len(rows) + 12
    scale = f"{unit}, logarithmic" if logarithmic else unit
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{escape(title)}</title>'
        '<defs><pattern id="others" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="#444"/></pattern></defs>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="12" y="24" font-weight="bold">{escape(title)}</text>'
        f'<text x="{WIDTH - 12}" y="24" text-anchor="end">{escape(scale)}</text>\n' + "\n".join(lines) + "\n</svg>\n"
    )


def _bar(at: int, name: str, value: float, length: float, *, is_ours: bool) -> str:
    y = TOP + at * STEP
    fill = "#222" if is_ours else "url(#others)"
    shown = f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"
    return (
        f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LEFT}" y="{y}" width="{max(length, 1):.1f}" height="{BAR}" fill="{fill}" stroke="#222"/>'
        f'<text x="{LEFT + max(length, 1) + 8:.1f}" y="{y + 14}">{shown}</text>'
    )


def drawn(figures: Mapping[str, Any]) -> dict[str, str]:
    """By the name of its file."""
    pages = {name: each for name, each in figures["reading"].items() if "failed" not in each}
    reading = [(name, each["comments/s"], name.startswith("ours")) for name, each in pages.items()]
    growth = [(f"{int(size):,} comments", each["median ms"], True) for size, each in figures["growth"].items()]
    posting = [(name, each["together"]["posts/s"], name == "ours") for name, each in figures["posting"].items() if "together" in each]
    return {
        "serve-reading.svg": bars("Reading: a page of 200 comments", "comments/s", reading, logarithmic=True),
        "serve-growth.svg": bars("Growth: the first page, signed in", "median ms", growth),
        "serve-posting.svg": bars("Posting: eight clients", "posts/s", posting),
    }
