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
from tests.server import demo_in, served

HERE = Path(__file__).parent
FERRY = "a[href*='/port-authority-expects-ferry-strike']"
LAKE = "a[href*='/a-glacier-lake']"
BREACH = "It lost 40 percent of its water in eleven hours. You are an idiot if you call that a surprise, @ada."
MOST_BYTES = 400_000


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What somebody sees at `path` after following links (`follow`: selectors, one page each), from the top, around `at`, or from
    `begins` on.
    """

    name: str
    path: str = "/"
    follow: tuple[str, ...] = ()
    at: str = ""
    begins: str = ""
    says: str = ""
    """Typed into the form of the page, and looked at before it is posted."""
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
    Picture(name="red-box", follow=(FERRY,), begins=".redbox", width=940, height=440),
    Picture(
        name="coach", follow=(LAKE, ".comment a[href$='/reply']"), says=BREACH, who="bo", begins=".write textarea",
        width=860, height=600,
    ),
    Picture(
        name="statement", path="/record", follow=("a[href^='/rulings/']",), who="north_pier", begins="main", width=860, height=760
    ),
    Picture(name="case", path="/cases", follow=("a[href^='/cases/']",), who="mo", height=1100),
    Picture(name="cut", follow=(FERRY, ".comment:has(.body .redacted) a[href$='/cut']"), who="sol", height=920),
    Picture(name="phone-dark", follow=(FERRY,), at=".redacted", width=360, height=720, scale=2, is_dark=True),
)


ICON = HERE.parents[1] / "parley/web/static/icon.svg"
ICONS = {"192": (192, 1.0), "512": (512, 1.0), "maskable": (512, 0.8)}
"""Size, and how much of it the icon takes: what phones cut off around a maskable one is its ground."""


def icon(browser: Browser, size: int, part: float) -> bytes:
    """Our icon as PNG, for the manifest."""
    page = browser.new_page(viewport={"width": size, "height": size})
    ground = "transparent" if part == 1 else "#1b1b1b"
    page.set_content(
        f"<style>body {{ margin: 0; display: grid; place-items: center; height: 100vh; background: {ground} }}"
        f"svg {{ width: {part:%} }}</style>{ICON.read_text()}"
    )
    shot = page.screenshot(omit_background=True)
    page.close()
    return shot


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
    if picture.says:
        page.fill("form.write [name=text]", picture.says)
        page.locator("form.write [name=preview]").first.click()
    page.wait_for_load_state("networkidle")
    top = page.locator(picture.at or picture.begins).first.bounding_box() if picture.at or picture.begins else None
    y = max(0, top["y"] - (picture.height / 2 if picture.at else 12)) if top else 0
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
        demo_in(Path(home))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (size, part) in ICONS.items():
            if not names or "icons" in names:
                (ICON.parent / f"icons/{name}.png").write_bytes(icon(browser, size, part))
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
