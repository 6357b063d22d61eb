"""The figures of `bench.serve` as text: on the terminal, and in docs/performance.md below its marker."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench import charts
from bench.judge import HERE
from bench.wanted import Wanted, ratio

PAGE = HERE / "docs" / "performance.md"
MARKER = "<!-- What follows is written by `make bench KEEP=1`. -->"
Rows = Sequence[Sequence[str]]


def number(value: float, unit: str = "") -> str:
    """As many digits as say something."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f} {unit}".strip()
    shown = f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.1 else f"{float(f'{value:.2g}'):f}".rstrip("0")
    return f"{shown} {unit}".strip()


def reading(figures: Mapping[str, Any]) -> Rows:
    found = [("page", "comments on it", "requests/s", "of nginx", "comments/s", "p50 ms", "p99 ms", "bytes", "wrong answers")]
    for name, each in figures["reading"].items():
        if "failed" in each:
            found.append((name, f"failed: {each['failed']}", "", "", "", "", "", "", ""))
            continue
        file = f"nginx, {'gzip' if each['encoding'] == 'gzip' else 'identity'}"
        wrong = each["answers that were no page"] + each["broken requests"]
        found.append((
            name, str(each["comments"]), number(each["requests/s"]),
            number(each["requests/s"] / figures["reading"][file]["requests/s"]), number(each["comments/s"]),
            number(each["p50 ms"]), number(each["p99 ms"]), f"{each['bytes']:,}", str(wrong),
        ))  # fmt: skip
    return [*found, *((name, f"failed: {why}", "", "", "", "", "", "", "") for name, why in figures["failed peers"].items())]


def posting(figures: Mapping[str, Any]) -> Rows:
    found = [("posting", "8 clients, posts/s", "p50 ms", "p99 ms", "one alone, median ms", "p99 ms", "not posted")]
    for name, each in figures["posting"].items():
        if "failed" in each:
            found.append((name, f"failed: {each['failed']}", "", "", "", "", ""))
            continue
        many, one = each["together"], each["alone"]
        found.append((
            name, number(many["posts/s"]), number(many["p50 ms"]), number(many["p99 ms"]), number(one["p50 ms"]),
            number(one["p99 ms"]), str(many["not posted"] + one["not posted"]),
        ))  # fmt: skip
    return [*found, *((name, f"failed: {why}", "", "", "", "", "") for name, why in figures["failed peers"].items())]


def growth(figures: Mapping[str, Any]) -> Rows:
    rows = [
        (f"{int(size):,}", str(each["comments"]), number(each["median ms"]), number(each["median ms"] * 1000 / each["comments"]))
        for size, each in figures["growth"].items()
    ]
    return [("comments in the discussion", "on its first page", "signed in, median ms", "µs a comment"), *rows]


def further(figures: Mapping[str, Any]) -> Rows:
    at_first, after = (figures["memory"][when] for when in ("at first", "after all of it"))
    rows = [(name, number(value)) for name, value in figures["post"].items() if name != "posts"]
    return [
        ("also measured", ""), *rows,
        ("a write of 4 kB that waits for the disk, median ms", number(figures["write that waits for the disk, median ms"])),
        ("serving process at first, MB", number(at_first["serving process MB"])),
        ("serving process after reading and posting, MB", number(after["serving process MB"])),
        (f"all its {after['processes']} processes after reading and posting, MB", number(after["all its processes MB"])),
        (f"memory for each of {figures['streams']['streams']:,.0f} open streams, kB", number(figures["streams"]["kB each"])),
        (f"seconds until {figures['streams']['heard']:,.0f} of them heard of a comment",
         number(figures["streams"]["seconds until the last heard"])),
        ("starts, s", ", ".join(number(each) for each in figures["starts, s"])),
    ]  # fmt: skip


def wanted_rows(wanted: Sequence[Wanted]) -> Rows:
    rows = [
        (each.name, number(each.value, each.unit), f"{'≤' if each.most else '≥'} {number(each.wanted, each.unit)}",
         "reached" if each.is_reached else "NOT REACHED") for each in wanted
    ]  # fmt: skip
    return [("wanted", "measured", "wanted", ""), *rows]


def _all(figures: Mapping[str, Any], wanted: Sequence[Wanted]) -> list[Rows]:
    return [wanted_rows(wanted), reading(figures), growth(figures), posting(figures), further(figures)]


def aligned(rows: Rows) -> str:
    """Columns for a terminal; a row that only says one thing may be longer."""
    widths = [max(len(row[at]) for row in rows if not any(cell.startswith("failed") for cell in row)) for at in range(len(rows[0]))]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)


def printed(figures: Mapping[str, Any], wanted: Sequence[Wanted]) -> str:
    missed = [each.name for each in wanted if not each.is_reached]
    said = f"Not reached: {'; '.join(missed)}." if missed else "All wanted figures are reached."
    failed = [f"FAILED: {why}" for why in figures["failed peers"].values()]
    return "\n\n".join([*(aligned(rows) for rows in _all(figures, wanted)), *failed, said])


def marked(rows: Rows) -> str:
    head, *others = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *others])


def write(result: Mapping[str, Any]) -> None:
    """Charts beside the stored figures, and the page from its marker on; what stands above it stays."""
    figures, about = result["figures"], result["circumstances"]
    wanted = [Wanted(*(each[name] for name in ("name", "value", "wanted", "unit", "most"))) for each in result["wanted"]]
    for name, drawn in charts.drawn(figures).items():
        (HERE / "docs" / "figures" / name).write_text(drawn, encoding="utf-8")
    above = PAGE.read_text(encoding="utf-8").partition(MARKER)[0].rstrip() if PAGE.exists() else "# Performance"
    tables = [marked(rows) for rows in _all(figures, wanted)]
    pictures = [f"![{alt}](figures/{name})" for name, alt in charts.NAMES.items()]
    programs = ", ".join(f"{name} {version}" for name, version in sorted(about["versions"].items()) if version)
    programs += "".join(f"; {peer}: {', '.join(f'{n} {v}' for n, v in each.items())}" for peer, each in figures["versions"].items())
    changed = " (with changes)" if about["changed since the commit"] else ""
    measured = (
        f"Measured on {about['on']} at commit `{about['commit'][:12]}`{changed}, "
        f"{about['cores']} cores of {about['processor']}, {about['system']}; {programs}; seed {about['seed']}; "
        f"{about['connections']} connections each; load of the machine before: {number(about['load of the machine before'])}. "
        f"Gzip is beside nginx with `gzip_static` and the same bytes "
        f"(ours {number(ratio(figures['reading'], 'gzip'))} of it), identity beside the same file without."
    )
    parts = [above, MARKER, "## Figures", measured, tables[0], tables[1], pictures[0], tables[2], pictures[1], tables[3], pictures[2]]
    PAGE.write_text("\n\n".join([*parts, tables[4]]) + "\n", encoding="utf-8")
