"""The three scenes after dark: a tram in a wet street, an island without its lamps, and a shelf below a reading lamp."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from tones import HIGH, WIDE, Point, clouds, fill_below, finished, glow, gradient, mirrored, ridge, washed

FAR: Point = (WIDE * 0.55, HIGH * 0.47)  # where the street's lines meet
CANARY = (255, 205, 74)


def tram(rng: random.Random) -> Image.Image:
    tones = gradient([(0, 74), (0.3, 132), (0.48, 214), (1, 214)])
    tones = ImageChops.subtract(tones, clouds(rng, across=3, down=8).point(lambda tone: max(0, tone - 130) * 0.5))
    tones = glow(tones, FAR, 900, 70)
    draw = ImageDraw.Draw(tones)
    fill_below(draw, ridge(rng, base=0.5, rise=0.12, rough=0.5), 150)
    for side, height in ((-1, 1.0), (1, 0.86)):
        street_side(draw, rng, side, height)
    tones = wet_road(tones, rng)
    draw = ImageDraw.Draw(tones)
    for x in (0.202, 0.401, 0.7, 0.9):
        draw.line([(WIDE * x, HIGH), FAR], fill=176, width=5)
    tones = stop(tones)
    draw = ImageDraw.Draw(tones)
    for x, y in ((0.3, -0.05), (0.5, -0.05), (0.9, -0.05)):
        draw.line([(WIDE * x, HIGH * y), FAR], fill=44, width=4)
    carriage(draw, WIDE * 0.4, HIGH * 0.79, 470)
    for x, y in ((0.35, 0.715), (0.45, 0.715)):
        tones = glow(tones, (WIDE * x, HIGH * y), 250, 130)
        tones = glow(tones, (WIDE * x, HIGH * (y + 0.16)), 190, 60)
    draw = ImageDraw.Draw(tones)
    for x, size, umbrella in ((0.772, 0.88, True), (0.797, 0.6, False), (0.885, 0.94, False), (0.91, 0.86, False)):
        drop = HIGH * (x - FAR[0] / WIDE)  # along the middle of the platform, which falls as it nears
        walker(draw, WIDE * x, FAR[1] + drop, drop * size, umbrella=umbrella)
    return finished(
        tones, [(0, (22, 16, 34)), (100, (84, 58, 96)), (190, (232, 150, 120)), (255, (255, 240, 205))], rng
    )


def street_side(draw: ImageDraw.ImageDraw, rng: random.Random, side: int, height: float) -> None:
    """Houses along one side, far ones first, each with its own roof and its own few lit windows."""
    edge = FAR[0] + side * WIDE * 0.62

    def at(depth: float, up: float) -> Point:
        near = 1 / (1 + depth)
        return FAR[0] + (edge - FAR[0]) * near, FAR[1] + (HIGH * (0.62 - 1.5 * height * up)) * near

    fronts = [(depth, depth + 0.55, rng.uniform(0.72, 1.05)) for depth in (i * 0.55 - 0.15 for i in range(14))]
    for start, stop, up in reversed(fronts):
        tone = min(170, round(34 + 15 * max(0.0, start) ** 1.3 + rng.uniform(0, 8)))
        roof = at((start + stop) / 2, up + 0.09) if rng.random() < 0.6 else at(start, up)
        draw.polygon([at(start, 0), at(start, up), roof, at(stop, up), at(stop, 0)], fill=tone)
        for row in range(5):
            for column in range(4):
                if rng.random() < 0.34:
                    low, left = 0.16 + row * 0.165, start + 0.07 + column * 0.125
                    if low + 0.08 < up:
                        corners = [
                            at(left, low),
                            at(left, low + 0.085),
                            at(left + 0.06, low + 0.085),
                            at(left + 0.06, low),
                        ]
                        draw.polygon(corners, fill=rng.choice((206, 228, 246)))
        shop = [at(start + 0.06, 0.02), at(start + 0.06, 0.1), at(stop - 0.06, 0.1), at(stop - 0.06, 0.02)]
        draw.polygon(shop, fill=rng.choice((tone + 14, tone + 20, 210)))


def wet_road(tones: Image.Image, rng: random.Random) -> Image.Image:
    """The carriageway: what stands above it, mirrored and smeared downwards, under a dark sheen."""
    mirror = mirrored(tones, shore=0.56, rng=rng, dim=0.7, blur=9)
    sheen = gradient([(0, 150), (0.5, 150), (0.62, 96), (1, 40)])
    road = Image.blend(mirror.filter(ImageFilter.BoxBlur(7)), sheen, 0.55)
    mask = Image.new("L", tones.size)
    ImageDraw.Draw(mask).polygon([FAR, (-WIDE * 0.24, HIGH * 1.12), (WIDE * 1.32, HIGH * 1.12)], fill=255)
    return Image.composite(road, tones, mask.filter(ImageFilter.GaussianBlur(3)))


def stop(tones: Image.Image) -> Image.Image:
    """The platform on the right, and its shelter with the light on."""

    def at(along: float, shift: float, up: float) -> Point:
        """`along` from the far point to the near edge, `shift` across the platform, `up` in heights of the eye."""
        return FAR[0] + (WIDE * (0.53 + shift)) * along, FAR[1] + HIGH * 0.53 * along * (1 - up)

    draw = ImageDraw.Draw(tones)
    draw.polygon([at(0.28, -0.07, 0), at(0.28, 0.1, 0), at(1.3, 0.1, 0), at(1.3, -0.07, 0)], fill=52)
    draw.line([at(0.28, -0.07, 0), at(1.3, -0.07, 0)], fill=190, width=7)
    tones = glow(tones, at(0.68, 0.02, 0.6), 520, 110)
    draw = ImageDraw.Draw(tones)
    draw.polygon([at(0.55, 0.03, 0.06), at(0.55, 0.03, 1.3), at(0.8, 0.03, 1.3), at(0.8, 0.03, 0.06)], fill=226)
    for along in (0.55, 0.63, 0.71, 0.8):
        draw.line([at(along, 0.03, 0), at(along, 0.03, 1.32)], fill=24, width=round(12 * along))
    draw.polygon([at(0.53, -0.04, 1.3), at(0.53, 0.05, 1.36), at(0.83, 0.05, 1.36), at(0.83, -0.04, 1.3)], fill=20)
    return tones


def carriage(draw: ImageDraw.ImageDraw, x: float, foot: float, wide: float) -> None:
    """A tram head on: cab window, destination, lamps, pantograph."""

    def box(left: float, top: float, right: float, bottom: float, tone: int, round_: float = 0) -> None:
        sides = (x + left * wide, foot - top * wide, x + right * wide, foot - bottom * wide)
        draw.rounded_rectangle(sides, round_ * wide, fill=tone)

    for knee in (-0.22, 0.22):
        draw.line([(x + knee * wide, foot - 1.5 * wide), (x - knee * wide * 0.4, foot - 1.66 * wide)], fill=30, width=7)
        draw.line([(x - knee * wide * 0.4, foot - 1.66 * wide), (x, foot - 1.76 * wide)], fill=30, width=6)
    draw.line([(x - 0.3 * wide, foot - 1.77 * wide), (x + 0.3 * wide, foot - 1.77 * wide)], fill=30, width=8)
    box(-0.5, 1.5, 0.5, 0.08, 40, 0.13)
    box(-0.47, 1.46, 0.47, 0.5, 58, 0.1)
    box(-0.42, 1.17, 0.42, 0.6, 226, 0.06)
    box(-0.42, 1.17, 0.42, 0.9, 206, 0.06)
    box(-0.3, 1.4, 0.3, 1.23, 20, 0.03)
    box(-0.26, 1.365, -0.15, 1.265, 250)
    for left in (-0.1, 0.0, 0.1, 0.19):
        box(left, 1.345, left + 0.075, 1.29, 226)
    box(-0.012, 1.17, 0.012, 0.6, 58)
    box(0.1, 0.86, 0.3, 0.6, 70, 0.04)
    box(0.15, 0.98, 0.25, 0.86, 70, 0.05)
    box(-0.5, 0.44, 0.5, 0.4, 120)
    for lamp in (-0.36, 0.36):
        box(lamp - 0.065, 0.32, lamp + 0.065, 0.19, 255, 0.065)
    box(-0.36, 0.1, 0.36, 0.0, 16, 0.03)


def walker(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, *, umbrella: bool) -> None:
    draw.polygon(
        [(x - tall * 0.1, foot - tall * 0.14), (x - tall * 0.08, foot - tall * 0.78), (x + tall * 0.08, foot - tall * 0.78),
         (x + tall * 0.12, foot - tall * 0.14)], fill=14)  # fmt: skip
    draw.line([(x - tall * 0.04, foot - tall * 0.2), (x - tall * 0.07, foot)], fill=14, width=round(tall * 0.06))
    draw.line([(x + tall * 0.04, foot - tall * 0.2), (x + tall * 0.08, foot)], fill=14, width=round(tall * 0.06))
    draw.ellipse((x - tall * 0.07, foot - tall * 0.95, x + tall * 0.07, foot - tall * 0.78), fill=14)
    if umbrella:
        draw.pieslice((x - tall * 0.36, foot - tall * 1.2, x + tall * 0.38, foot - tall * 0.62), 180, 360, fill=14)
        draw.line([(x, foot - tall * 1.24), (x, foot - tall * 0.6)], fill=14, width=5)


def night_sky(rng: random.Random) -> Image.Image:
    river = Image.new("L", (WIDE // 4, HIGH // 4))
    ImageDraw.Draw(river).line([(WIDE * 0.02, HIGH * 0.29), (WIDE * 0.21, -HIGH * 0.05)], fill=255, width=90)
    river = river.filter(ImageFilter.GaussianBlur(34)).resize((WIDE, HIGH), Image.Resampling.BICUBIC)
    dust = Image.new("L", (WIDE // 4, HIGH // 4))
    ImageDraw.Draw(dust).line([(WIDE * 0.03, HIGH * 0.29), (WIDE * 0.215, -HIGH * 0.05)], fill=255, width=20)
    dust = dust.filter(ImageFilter.GaussianBlur(10)).resize((WIDE, HIGH), Image.Resampling.BICUBIC)
    veins = clouds(rng, across=9, down=6, octaves=5).point(lambda tone: min(255, max(0, tone - 92) * 3))
    tones = gradient([(0, 22), (0.55, 50), (0.86, 104), (1, 104)])
    milk = ImageChops.multiply(river, clouds(rng, across=7, down=5, octaves=5))
    tones = ImageChops.add(tones, milk.point(lambda tone: tone * 1.15))
    tones = ImageChops.subtract(tones, ImageChops.multiply(dust, veins).point(lambda tone: tone * 0.5))
    stars(tones, river, rng)
    tones = glow(tones, (WIDE * 0.9, HIGH * 0.88), 800, 46)
    draw = ImageDraw.Draw(tones)
    fill_below(draw, ridge(rng, base=0.9, rise=0.05, rough=0.5), 46)
    hill = [(x, HIGH * (0.97 - 0.14 * math.exp(-((((x / WIDE) - 0.72) / 0.2) ** 2)))) for x in range(0, WIDE + 20, 20)]
    fill_below(draw, hill, 8)
    signal_mast(draw, WIDE * 0.74, HIGH * 0.84)
    for x, tall in ((0.5, 118), (0.53, 126), (0.555, 76), (0.62, 122), (0.645, 112)):
        foot = hill[round(WIDE * x / 20)][1] + 8
        watcher(draw, WIDE * x, foot, tall)
    telescope(draw, WIDE * 0.59, hill[round(WIDE * 0.59 / 20)][1] + 6)
    for x in (0.08, 0.13, 0.165, 0.22, 0.28):
        house(draw, WIDE * x, HIGH * 0.965, rng.uniform(80, 130))
    return finished(
        tones, [(0, (7, 9, 24)), (80, (34, 36, 82)), (170, (142, 120, 170)), (255, (255, 246, 226))], rng, grain=0.16
    )


def stars(tones: Image.Image, river: Image.Image, rng: random.Random) -> None:
    """Many faint ones, few bright; thicker in the river of light."""
    draw = ImageDraw.Draw(tones)
    for _ in range(5200):
        x, y = rng.uniform(0, WIDE - 1), rng.uniform(0, HIGH * 0.92)
        density = river.getpixel((int(x), int(y)))
        if not isinstance(density, int) or rng.random() > 0.3 + density / 180:
            continue
        size = 0.6 + 0.62 * rng.paretovariate(2.1)
        size = min(size, 6.5)
        tone = min(255, round(120 + 40 * size + rng.uniform(-20, 30)))
        draw.ellipse((x - size, y - size, x + size, y + size), fill=tone)


def signal_mast(draw: ImageDraw.ImageDraw, x: float, foot: float) -> None:
    top = foot - 620
    draw.line([(x, foot + 40), (x, top)], fill=8, width=13)
    for y, half in ((top + 150, 150), (top + 260, 90)):
        draw.line([(x - half, y), (x + half, y)], fill=8, width=8)
        draw.line([(x - half, y), (x, y - 90), (x + half, y)], fill=8, width=3)
    for side in (-1, 1):
        draw.line([(x, top + 40), (x + side * 250, foot + 60)], fill=8, width=3)
    draw.ellipse((x - 150 - 24, top + 150, x - 150 + 24, top + 200), fill=8)
    draw.polygon([(x + 130, top + 156), (x + 170, top + 156), (x + 150, top + 210)], fill=8)


def watcher(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float) -> None:
    """Somebody looking up."""
    draw.polygon([(x - tall * 0.16, foot), (x - tall * 0.12, foot - tall * 0.74), (x + tall * 0.12, foot - tall * 0.76),
                  (x + tall * 0.17, foot)], fill=8)  # fmt: skip
    draw.ellipse((x - tall * 0.15, foot - tall * 1.0, x + tall * 0.07, foot - tall * 0.74), fill=8)
    if tall > 115:
        draw.line([(x - tall * 0.08, foot - tall * 0.64), (x - tall * 0.42, foot - tall * 1.04)], fill=8, width=11)


def telescope(draw: ImageDraw.ImageDraw, x: float, foot: float) -> None:
    for leg in (-34, 4, 38):
        draw.line([(x + leg, foot), (x, foot - 84)], fill=8, width=6)
    draw.line([(x + 42, foot - 56), (x - 66, foot - 146)], fill=8, width=22)


def house(draw: ImageDraw.ImageDraw, x: float, foot: float, size: float) -> None:
    draw.polygon([(x - size, foot + 60), (x - size, foot - size * 0.5), (x - size * 0.1, foot - size * 1.1),
                  (x + size * 0.8, foot - size * 0.5), (x + size * 0.8, foot + 60)], fill=12)  # fmt: skip
    draw.rectangle((x + size * 0.2, foot - size * 1.15, x + size * 0.36, foot - size * 0.7), fill=12)


def library(rng: random.Random) -> Image.Image:
    tones = Image.new("L", (WIDE, HIGH), 70)
    draw = ImageDraw.Draw(tones)
    boards = (HIGH * 0.2, HIGH * 0.755, HIGH * 1.29)
    canary = (0.0, 0.0, 0.0, 0.0)
    for number, board in enumerate(boards):
        draw.rectangle((0, board - HIGH * 0.49, WIDE, board), fill=42)
        box = row_of_books(draw, rng, board, keep=WIDE * 0.535 if number == 1 else None)
        canary = box or canary
        draw.rectangle((0, board, WIDE, board + 40), fill=150)
        draw.rectangle((0, board + 40, WIDE, board + 52), fill=26)
    light = Image.new("L", (WIDE // 8, HIGH // 8), 62)
    ImageDraw.Draw(light).ellipse((WIDE * 0.035, HIGH * 0.0, WIDE * 0.1, HIGH * 0.1), fill=255)
    light = light.filter(ImageFilter.GaussianBlur(60))
    light = ImageChops.add(light, light.point(lambda tone: max(0, tone - 60) * 1.9)).resize(
        tones.size, Image.Resampling.BICUBIC
    )
    tones = ImageChops.multiply(tones, light)
    tones = ImageChops.add(tones, tones.point(lambda tone: tone * 0.4))
    inks = [(0, (24, 14, 14)), (90, (108, 56, 44)), (180, (212, 148, 100)), (255, (255, 240, 208))]
    picture = finished(tones, inks, rng)
    return washed(picture, canary, CANARY)


def row_of_books(
    draw: ImageDraw.ImageDraw, rng: random.Random, board: float, *, keep: float | None
) -> tuple[float, float, float, float] | None:
    """Fills a board from left to right; at `keep` stands the canary book with a gap beside it, whose box is returned."""
    x, box = rng.uniform(-40, 0), None
    while x < WIDE:
        if keep is not None and box is None and x > keep:
            box = (x + 8, board - 560, x + 108, board)
            spine(draw, rng, box, 236)
            bird(draw, (x + 58, board - 400))
            leaning(draw, rng, x + 232, board)
            x += 380
            continue
        wide, tall = rng.uniform(38, 112), rng.uniform(470, 690) * (0.92 if rng.random() < 0.5 else 1)
        spine(draw, rng, (x, board - tall, x + wide, board), rng.choice((70, 88, 104, 126, 150, 178, 206)))
        x += wide + (rng.uniform(0, 4) if rng.random() < 0.93 else 70)
    return box


def spine(draw: ImageDraw.ImageDraw, rng: random.Random, box: tuple[float, float, float, float], tone: int) -> None:
    """A book's back: rounded by light, with bands and a title."""
    left, top, right, bottom = box
    wide = right - left
    for share in range(12):
        bend = math.sin(math.pi * (share + 0.5) / 12)
        sides = (left + wide * share / 12, top + (1 - bend) * 5, left + wide * (share + 1) / 12, bottom)
        draw.rectangle(sides, fill=round(tone * (0.55 + 0.45 * bend)))
    mark = tone - 52 if tone > 120 else tone + 74
    for up in rng.choice(((0.1, 0.88), (0.14, 0.2, 0.84), (0.08, 0.92, 0.95), (0.3, 0.7))):
        draw.rectangle((left + 3, top + (bottom - top) * up, right - 3, top + (bottom - top) * up + 7), fill=mark)
    if wide > 52 and tone < 230:
        length, y = rng.uniform(0.18, 0.38) * (bottom - top), top + (bottom - top) * 0.34
        lines = 2 if wide > 84 else 1
        for line in range(lines):
            middle = left + wide * (line + 1) / (lines + 1)
            draw.rectangle((middle - 5, y, middle + 5, y + length * (1 - 0.3 * line)), fill=mark)
    if rng.random() < 0.6 and tone < 230:  # the label of the library
        draw.rectangle((left + wide * 0.14, bottom - 92, right - wide * 0.14, bottom - 40), fill=214)


def leaning(draw: ImageDraw.ImageDraw, rng: random.Random, x: float, board: float) -> None:
    """A book that has tipped over into the gap."""
    tall, wide, tilt = 560, 66, 118
    tone = rng.choice((126, 150))
    draw.polygon(
        [(x, board), (x + wide, board - 12), (x + wide - tilt, board - tall - 12), (x - tilt, board - tall)], fill=tone
    )
    draw.line([(x + 6, board), (x + 6 - tilt, board - tall)], fill=round(tone * 0.6), width=12)
    for up in (0.14, 0.86):
        draw.line(
            [(x - tilt * up, board - tall * up), (x + wide - tilt * up, board - tall * up - 12)],
            fill=tone + 60,
            width=8,
        )


def bird(draw: ImageDraw.ImageDraw, at: Point) -> None:
    """The canary on the back of its book."""
    x, y = at
    draw.ellipse((x - 26, y - 18, x + 20, y + 18), fill=96)
    draw.ellipse((x + 4, y - 36, x + 32, y - 8), fill=96)
    draw.polygon([(x + 30, y - 26), (x + 42, y - 20), (x + 30, y - 16)], fill=96)
    draw.polygon([(x - 20, y + 2), (x - 42, y + 30), (x - 30, y + 34), (x - 4, y + 14)], fill=96)
    for leg in (-6, 4):
        draw.line([(x + leg, y + 14), (x + leg - 2, y + 34)], fill=96, width=4)
