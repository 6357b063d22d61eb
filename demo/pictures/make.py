"""Draws the five lead pictures of the demo community and one of a comment: `python demo/pictures/make.py [folder]`.

The same numbers give the same picture each time.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from charts import forecasts
from nights import library, night_sky, tram
from PIL import Image
from waters import glacier, harbour

QUALITY = 80
# Each scene with the number that its chances start from: another number, another mountain.
SCENES: dict[str, tuple[Callable[[random.Random], Image.Image], int]] = {
    "harbour": (harbour, 1),
    "glacier": (glacier, 106),
    "tram": (tram, 3),
    "night-sky": (night_sky, 4),
    "library": (library, 5),
    "forecasts": (forecasts, 6),
}


def main(folder: Path) -> None:
    for name, (scene, number) in SCENES.items():
        picture = scene(random.Random(number))  # noqa: S311 -- brush strokes, no secrets
        picture.save(folder / f"{name}.jpg", quality=QUALITY, optimize=True, progressive=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
