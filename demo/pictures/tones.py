"""What the pictures are painted with: gradients, clouds, light, ridges, mist, water, and the inking at the end.

A scene is painted in tones only (0 black, 255 white) at twice its size, layer behind layer. `finished` makes it smaller,
colours it by a ramp of inks, and grains it like newsprint. Every chance comes from the generator that the scene is given.
"""

import random
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1280, 720
SCALE = 2
WIDE, HIGH = WIDTH * SCALE, HEIGHT * SCALE

Ink = tuple[int, int, int]
Point = tuple[float, float]
Ramp = Sequence[tuple[int, Ink]]


def gradient(stops: Sequence[tuple[float, int]]) -> Image.Image:
    """A tone for every height: `stops` are (share of the height, tone), from the top down."""
    column = Image.new("L", (1, HIGH))
    for (above, light), (below, dark) in pairwise(stops):
        first, last = round(above * HIGH), round(below * HIGH)
        for y in range(first, last):
            column.putpixel((0, y), round(light + (dark - light) * (y - first) / max(1, last - first)))
    return column.resize((WIDE, HIGH))


def clouds(rng: random.Random, *, across: int, down: int, octaves: int = 4) -> Image.Image:
    """Fractal noise in tones; `across` and `down` are the number of coarsest blotches."""
    total = Image.new("L", (WIDE // 4, HIGH // 4), 128)
    for octave in range(octaves):
        size = (across * 2**octave, down * 2**octave)
        layer = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).resize(
            total.size, Image.Resampling.BICUBIC
        )
        total = layer if octave == 0 else Image.blend(total, layer, 0.5 ** (octave + 0.35))
    return total.resize((WIDE, HIGH), Image.Resampling.BICUBIC)


def glow(tones: Image.Image, centre: Point, radius: float, strength: int) -> Image.Image:
    """Light that falls off around a point; `strength` is the tone added in the middle."""
    light = Image.new("L", (WIDE // 8, HIGH // 8))
    x, y, r = centre[0] / 8, centre[1] / 8, radius / 8
    ImageDraw.Draw(light).ellipse((x - r / 2, y - r / 2, x + r / 2, y + r / 2), fill=strength)
    soft = light.filter(ImageFilter.GaussianBlur(r / 3)).resize(tones.size, Image.Resampling.BICUBIC)
    return ImageChops.add(tones, soft)


def ridge(rng: random.Random, *, base: float, rise: float, rough: float, steps: int = 9) -> list[Point]:
    """A skyline by midpoint displacement; `base` and `rise` in shares of the height, `rough` from 0.4 (soft) to 0.6."""
    heights = [rng.uniform(-1, 1), rng.uniform(-1, 1)]
    reach = 1.0
    for _ in range(steps):
        between = [(a + b) / 2 + rng.uniform(-reach, reach) for a, b in pairwise(heights)]
        heights = [each for pair in zip(heights, between, strict=False) for each in pair] + [heights[-1]]
        reach *= rough
    low, high = min(heights), max(heights)
    step = WIDE / (len(heights) - 1)
    return [(i * step, HIGH * (base - rise * (h - low) / (high - low))) for i, h in enumerate(heights)]


def fill_below(draw: ImageDraw.ImageDraw, line: Sequence[Point], tone: int, floor: float = 1.0) -> None:
    draw.polygon([*line, (line[-1][0], HIGH * floor), (line[0][0], HIGH * floor)], fill=tone)


def mist(tones: Image.Image, *, top: float, bottom: float, tone: int, thick: float) -> Image.Image:
    """A soft veil between two heights, thickest at the lower one."""
    veil = gradient([(0, 0), (top, 0), (bottom, round(255 * thick)), (min(1, bottom + 0.04), 0), (1, 0)])
    return Image.composite(Image.new("L", tones.size, tone), tones, veil.filter(ImageFilter.GaussianBlur(14)))


def mirrored(tones: Image.Image, *, shore: float, rng: random.Random, dim: float, blur: float) -> Image.Image:
    """Still water from `shore` down: the picture above it turned over, darker, and shaken sideways row by row."""
    line = round(shore * HIGH)
    water = tones.crop((0, max(0, 2 * line - HIGH), WIDE, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = water.filter(ImageFilter.GaussianBlur(blur)).point(lambda tone: tone * dim)
    out, shift = tones.copy(), 0.0
    for y in range(0, water.height, 4):
        shift = 0.8 * shift + rng.uniform(-1, 1) * (2 + y / 28)
        band = water.crop((0, y, WIDE, min(y + 4, water.height)))
        out.paste(band, (0, line + y))
        out.paste(band, (round(shift), line + y))
    return out


def finished(tones: Image.Image, ramp: Ramp, rng: random.Random, *, grain: float = 0.22) -> Image.Image:
    """Smaller, darker towards the corners, grained, and inked."""
    small = tones.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    edge = Image.radial_gradient("L").resize((WIDTH, HEIGHT)).point(lambda away: max(0, away - 120) * 0.4)
    small = ImageChops.subtract(small, edge)
    fine = Image.frombytes("L", (WIDTH, HEIGHT), rng.randbytes(WIDTH * HEIGHT)).filter(ImageFilter.GaussianBlur(0.9))
    small = Image.blend(small, ImageChops.overlay(small, fine), grain)
    return Image.merge("RGB", [small.point(_channel(ramp, number)) for number in range(3)])


def _channel(ramp: Ramp, number: int) -> list[int]:
    table = []
    for tone in range(256):
        (low, dark), (high, light) = next(pair for pair in pairwise(ramp) if tone <= pair[1][0])
        share = (tone - low) / (high - low)
        table.append(round(dark[number] + (light[number] - dark[number]) * share))
    return table


def washed(picture: Image.Image, box: tuple[float, float, float, float], ink: Ink) -> Image.Image:
    """One accent in colour: multiplies `ink` over a box given in the scene's own measure."""
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).rectangle([side / SCALE for side in box], fill=255)
    return Image.composite(ImageChops.multiply(picture, Image.new("RGB", picture.size, ink)), picture, mask)
