"""Rows of public figures: tables, and charts with every place reckoned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One bar of a chart: `width` its outline, `solid` the filled part of it, both in units of the drawing."""

    y: int
    label: str
    says: str
    width: int
    solid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRow:
    """One dot with its interval; `is_marked`: it stands out, by its shape."""

    y: int
    label: str
    says: str
    x: int
    low: int
    high: int
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A drawing of `WIDE` units. `title` and `about` say in words what it shows; `ticks` are (x, label)."""

    key: str
    title: str
    about: str
    height: int
    legend: str = ""
    bars: tuple[BarRow, ...] = ()
    dots: tuple[DotRow, ...] = ()
    ticks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """The same in figures: the first of `heads` names what the rows are; each line is (name, figures)."""

    caption: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    is_named: bool = False
    """The heading above says it already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One section: a heading, sentences, and tables, each with its chart or without."""

    key: str
    title: str
    sentences: tuple[str, ...] = ()
    parts: tuple[tuple[ChartRow | None, TableRow], ...] = ()
    notes: tuple[str, ...] = ()
