# ruff: noqa: INP001, T201 -- a script beside what it makes; it prints
"""Draws the pictures of the documents: the demo community, served as a newcomer has it, through Debian's Chromium.

`make pictures`. Run it after a change of how pages look, and look at what it drew. Dates differ from run to run.
"""

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from parley.ops.demonstration.password import PASSWORD
from tests.server import parley, served

HERE = Path(__file__).parent
FERRY = "a[href*='/port-authority-expects-ferry-strike']"
MOST_BYTES = 400_000


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What somebody sees at `path` after following links (`follow`: selectors, one page each), from the top or around `at`."""

    name: str
    path: str = "/"
    follow: tuple[str, ...] = ()
    at: str = ""
    who: str | None = None
    width: int = 1280
    height: int = 1000
    scale: float = 1
    is_dark: bool = False


PICTURES = (
    # Three quarters of its size, so that headline and red box stand on one picture that a README shows whole.
    Picture(name="seed", follow=(FERRY,), height=1760, scale=0.75),
    Picture(name="front"),
    Picture(name="rules", path="/g/astronomy/rules/edit", who="obi", height=1240),
    Picture(name="cut", follow=(FERRY, ".comment:has(.body .redacted) a[href$='/cut']"), who="sol", height=920),
    Picture(name="phone-dark", follow=(FERRY,), at=".redacted", width=360, height=720, scale=2, is_dark=True),
)


def draw(browser: Browser, address: str, picture: Picture) -> bytes:
    """The picture as PNG."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.is_dark else "light",
        device_scale_factor=picture.scale,
    )
    page = context.new_page()
    if picture.who:
        _sign_in(page, picture.who)
    page.goto(picture.path)
    for link in picture.follow:
        page.goto(str(page.locator(link).first.get_attribute("href")))
    page.wait_for_load_state("networkidle")
    top = page.locator(picture.at).first.bounding_box() if picture.at else None
    y = max(0, top["y"] - picture.height / 2) if top else 0
    # Of the whole page: what is scrolled to is not always painted yet.
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": y, "width": picture.width, "height": picture.height})
    context.close()
    return _small(shot)


def _sign_in(page: Page, who: str) -> None:
    page.goto("/account/login/")
    page.fill("[name=login]", who)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()


def _small(shot: bytes) -> bytes:
    """The same pixels in fewer bytes. No palette: it turns the one red of these pages brown."""
    out = io.BytesIO()
    Image.open(io.BytesIO(shot)).convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: list[str]) -> int:
    """Draw the pictures named, or all of them; 1 when one has grown too large to keep."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Pictures need Chromium: sudo apt-get install chromium", file=sys.stderr)
        return 2
    status = 0
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        loaded = parley(Path(home), "demo", "--load-only")
        if loaded.returncode:
            print(loaded.stderr, file=sys.stderr)
            return 2
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with served(Path(home), command="demo") as site:
            for picture in PICTURES:
                if names and picture.name not in names:
                    continue
                drawn = draw(browser, site.address, picture)
                (HERE / f"{picture.name}.png").write_bytes(drawn)
                print(f"docs/pictures/{picture.name}.png: {len(drawn):,} bytes")
                status |= len(drawn) > MOST_BYTES
        browser.close()
    return int(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
