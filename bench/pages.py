"""What the pages that most people read weigh, ask, and score: `python -m bench.pages [--keep] [--runs N]`.

Moves a made-up community in, serves it as `parley serve` does, and measures the front page, a group, a discussion of 200 comments,
and the group's rules: queries to a member, bytes as they leave, scripts, what moved while the page came, and Lighthouse's scores on a
phone (its default profile; the median of the runs). Lighthouse is fetched by npm, in the version below; without npm these lines fail.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from bench import site
from bench.judge import HERE, circumstances
from bench.processes import as_served

LIGHTHOUSE, RUNS, BROKEN = "lighthouse@13.5.0", 5, 3
"""Which, how many runs count, and how many of a page may come to nothing."""
KINDS = {"performance": 98, "accessibility": 98, "best-practices": 98, "seo": 98}
STORED = HERE / "docs/figures/pages.json"
MOST = {"queries to a member": 12, "page, gzip, kB": 60, "scripts, gzip, kB": 20, "all scripts, gzip, kB": 35, "moved": 0.0}
"""The first holds for the discussion."""
SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')
IMPORTED = re.compile(r'(?:from|import) "\./([^"]+)"')


def addresses(made: Mapping[str, Any]) -> dict[str, str]:
    return {"front": "/", "group": "/g/bench", "discussion": made["page"], "rules": "/g/bench/rules"}


def fetched(address: str, cookie: str = "", encoding: str = "identity") -> bytes:
    """The page as it leaves."""
    headers = {"Accept-Encoding": encoding} | ({"Cookie": cookie} if cookie else {})
    asked = urllib.request.Request(address, headers=headers)  # noqa: S310 -- our own server
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
        return bytes(answer.read())


def scripts_of(page: str, read: Callable[[str], bytes]) -> Iterator[bytes]:
    """The scripts that a page loads, with what they import, each once. `read`: what stands at a path."""
    seen, waiting = set[str](), list(SCRIPT.findall(page))
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        yield (script := read(path))
        waiting += [path.rsplit("/", 1)[0] + "/" + name for name in IMPORTED.findall(script.decode())]


def packed(content: bytes) -> float:
    return len(zlib.compress(content, 9)) / 1000


def weighed(here: site.Site, made: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Signed in, where most is loaded."""
    visitor, found = here.visitor(0), {}
    for name, path in addresses(made).items():
        page = fetched(here.address + path, visitor.cookie).decode()
        scripts = sum(packed(each) for each in scripts_of(page, lambda path: fetched(here.address + path)))
        found[name] = {
            "page, gzip, kB": len(fetched(here.address + path, encoding="gzip")) / 1000,
            "page to a member, gzip, kB": len(fetched(here.address + path, visitor.cookie, "gzip")) / 1000,
            "scripts, gzip, kB": scripts,
        }  # fmt: skip
    visitor.close()
    return found


def queries(home: Path, made: Mapping[str, Any]) -> dict[str, float]:
    """To a member, of a page that is made anew; in a process of its own."""
    program = (
        "import json, sys\nfrom bench.pages import asked_of\nprint(json.dumps(asked_of(json.loads(sys.argv[1]))))"
    )
    words = [sys.executable, "-c", program, json.dumps(addresses(made))]
    ended = subprocess.run(words, cwd=HERE, env=as_served(home), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(ended.stdout.strip().splitlines()[-1])
    return found


def asked_of(pages: Mapping[str, str]) -> dict[str, int]:
    """How many queries each page asks for a member; called in a process that has the site's home folder."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "parley.config.settings"
    import django

    from parley.ops import machine

    machine.settle(Path(os.environ["PARLEY_HOME"]))
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from parley.people.models import Person
    from parley.web.pages.seed_body import SHELF

    settings.ALLOWED_HOSTS = ["testserver"]
    browser, found = Client(), {}
    browser.force_login(Person.objects.get(username="member1"), backend="allauth.account.auth_backends.AuthenticationBackend")
    for name, path in pages.items():
        browser.get(path)
        SHELF.clear()
        asked: list[str] = []

        def note(ask: Any, sql: str, *rest: Any, asked: list[str] = asked) -> Any:
            asked.append(sql)
            return ask(sql, *rest)

        with connection.execute_wrapper(note):
            browser.get(path)
        found[name] = len(asked)
    return found


def scored(address: str, runs: int) -> dict[str, float]:
    """Lighthouse's scores out of 100, and how much moved (cumulative layout shift)."""
    npx, chromium = shutil.which("npx"), shutil.which("chromium")
    if npx is None or chromium is None:
        return {}
    words = [npx, "--yes", LIGHTHOUSE, address, "--output=json", "--quiet", f"--only-categories={','.join(KINDS)}",
             "--chrome-flags=--headless=new --no-sandbox"]  # fmt: skip
    found: list[dict[str, float]] = []
    broken = 0
    while len(found) < runs:
        with_browser = {**os.environ, "CHROME_PATH": chromium}
        ended = subprocess.run(words, env=with_browser, capture_output=True, text=True, check=False, timeout=300)
        if ended.returncode:  # now and then Chromium records nothing
            print(ended.stderr[-400:], file=sys.stderr)
            if (broken := broken + 1) > BROKEN:
                return {}
            continue
        said = json.loads(ended.stdout)
        run = {name: 100 * said["categories"][name]["score"] for name in KINDS}
        found.append(run | {"moved": said["audits"]["cumulative-layout-shift"]["numericValue"]})
        wrong = [each["id"] for each in said["audits"].values() if each["score"] is not None and each["score"] < 0.9]
        print(f"{address}: {run}; less than 90: {', '.join(sorted(wrong)) or 'nothing'}", file=sys.stderr)
    return {name: median(run[name] for run in found) for name in found[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=RUNS, help=f"of Lighthouse on each page ({RUNS})")
    parser.add_argument("--keep", action="store_true", help=f"store the figures in {STORED.relative_to(HERE)}")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        made = site.filled(home, [])
        with site.serving(home, made) as (here, _):
            pages = weighed(here, made)
            scores = {name: scored(here.address + path, given.runs) for name, path in addresses(made).items()}
        asked = queries(home, made)
    every = packed(b"".join(file.read_bytes() for file in sorted((HERE / "parley/web/static/behaviours").glob("*.js"))))
    found = {name: {"queries to a member": asked[name], **pages[name], **scores[name]} for name in pages}
    if given.keep:
        kept = {"circumstances": circumstances(), "pages": found, "all scripts, gzip, kB": every, "runs": given.runs}
        STORED.write_text(json.dumps(kept, indent=1) + "\n")
    return _told(found, every)


def _told(found: Mapping[str, Mapping[str, float]], every: float) -> int:
    """Prints all of it; 1 where something is not reached."""
    wanted = list[tuple[str, float | None, str, bool]]()
    for name, page in found.items():
        for what, most in MOST.items():
            if what in page and (what != "queries to a member" or name == "discussion"):
                wanted.append((f"{name}: {what}", page[what], f"≤ {most:g}", page[what] <= most))
        for what, least in KINDS.items():
            score = page.get(what)
            wanted.append((f"{name}: {what}", score, f"≥ {least}", score is not None and score >= least))
    wanted.append(("all scripts, gzip, kB", every, f"≤ {MOST['all scripts, gzip, kB']:g}", every <= MOST["all scripts, gzip, kB"]))
    for what, value, asked, is_met in wanted:
        shown = "not measured" if value is None else f"{value:.3g}"
        print(f"{what:<40} {shown:>12}   {asked:<8} {'reached' if is_met else 'NOT REACHED'}")
    return 0 if all(is_met for *_, is_met in wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
