"""The two scenes at the water: a ferry below cranes at dusk, and a lake held by ice."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw
from tones import HIGH, WIDE, Point, clouds, fill_below, finished, glow, gradient, mirrored, mist, ridge


def crane(draw: ImageDraw.ImageDraw, x: float, foot: float, size: float, tone: int, *, raised: bool = False) -> None:
    """A ship-to-shore crane; `x` and `foot` where its landward leg stands, `size` its height."""
    thick = max(3, round(size * 0.022))
    span, deck = size * 0.36, foot - size * 0.62
    for leg in (x, x + span):
        draw.line([(leg, foot), (leg + (size * 0.03 if leg == x else -size * 0.03), deck)], fill=tone, width=thick)
    draw.line([(x, foot - size * 0.25), (x + span, foot - size * 0.25)], fill=tone, width=thick)
    draw.line([(x, foot - size * 0.25), (x + span * 0.92, deck)], fill=tone, width=max(2, thick // 2))
    top = (x + span * 0.78, foot - size)
    draw.line([(x + span * 0.9, deck), top], fill=tone, width=thick)
    draw.line([(x + span * 0.55, deck), top], fill=tone, width=max(2, thick // 2))
    reach = size * 0.85
    tip = (x + span + reach * 0.35, deck - reach * 0.75) if raised else (x + span + reach, deck)
    tail = (x - size * 0.4, deck)
    draw.line([tail, (x + span, deck)], fill=tone, width=thick + 2)
    draw.line([(x + span, deck), tip], fill=tone, width=thick + 2)
    for end in (tail, tip, ((x + span + tip[0]) / 2, (deck + tip[1]) / 2)):
        draw.line([top, end], fill=tone, width=max(2, thick // 3))
    draw.rectangle((x - size * 0.16, deck, x + size * 0.02, deck + size * 0.09), fill=tone)
    if not raised:
        hook = x + span + reach * 0.62
        draw.line([(hook, deck), (hook, deck + size * 0.3)], fill=tone, width=2)
        draw.rectangle((hook - 34, deck + size * 0.3, hook + 34, deck + size * 0.3 + 26), fill=tone)


def ferry(draw: ImageDraw.ImageDraw, x: float, water: float, length: float, *, hull: int, lit: int) -> None:
    """A night ferry seen from the side, bow to the right, its windows lit."""

    def at(along: float, up: float) -> Point:
        return x + along * length, water - up * length

    draw.polygon([at(0, 0), at(0.01, 0.09), at(0.9, 0.09), at(1, 0.125), at(0.94, 0)], fill=hull)
    decks = [(0.03, 0.9, 0.09, 0.132), (0.05, 0.85, 0.132, 0.17), (0.1, 0.81, 0.17, 0.203), (0.62, 0.77, 0.203, 0.235)]
    for left, right, low, high in decks:
        draw.polygon([at(left, low), at(left, high), at(right - 0.012, high), at(right, low)], fill=hull + 12)
    draw.polygon([at(0.3, 0.2), at(0.315, 0.285), at(0.4, 0.285), at(0.42, 0.2)], fill=hull + 4)
    draw.line([at(0.7, 0.23), at(0.69, 0.32)], fill=hull, width=6)
    draw.line([at(0.08, 0.13), at(0.06, 0.24)], fill=hull, width=5)
    for low, left, right, step in ((0.104, 0.06, 0.86, 0.021), (0.144, 0.08, 0.82, 0.0165), (0.18, 0.13, 0.78, 0.024)):
        along = left
        while along < right:
            if math.sin(along * 173 + low * 900) > -0.72:  # some cabins sleep
                draw.rectangle((*at(along, low + 0.014), *at(along + step * 0.55, low)), fill=lit)
            along += step
    draw.polygon([at(0.64, 0.215), at(0.64, 0.227), at(0.755, 0.227), at(0.76, 0.215)], fill=lit)


def boxes(draw: ImageDraw.ImageDraw, rng: random.Random, left: float, right: float, foot: float, tone: int) -> None:
    """Stacked containers along a quay."""
    x = left
    while x < right:
        for level in range(rng.choice((1, 2, 2, 3, 4))):
            low = foot - level * 30
            draw.rectangle((x, low - 28, x + 92, low - 1), fill=tone + rng.randint(0, 12))
        x += 96 if rng.random() < 0.85 else 150


def harbour(rng: random.Random) -> Image.Image:
    sun: Point = (WIDE * 0.69, HIGH * 0.36)
    tones = gradient([(0, 92), (0.3, 138), (0.56, 226), (0.62, 238), (1, 238)])
    streaks = clouds(rng, across=3, down=14).point(lambda tone: max(0, tone - 120) * 0.5)
    tones = ImageChops.subtract(tones, streaks)
    tones = glow(tones, sun, 900, 110)
    draw = ImageDraw.Draw(tones)
    draw.ellipse((sun[0] - 92, sun[1] - 92, sun[0] + 92, sun[1] + 92), fill=255)
    fill_below(draw, ridge(rng, base=0.6, rise=0.1, rough=0.5), 176)
    fill_below(draw, ridge(rng, base=0.62, rise=0.055, rough=0.52), 146)
    tones = mist(tones, top=0.5, bottom=0.63, tone=228, thick=0.6)
    draw = ImageDraw.Draw(tones)
    quay = HIGH * 0.665
    for x, size, raised in ((0.03, 420, False), (0.17, 440, True), (0.3, 430, False)):
        crane(draw, WIDE * x, quay, size, 104, raised=raised)
    boxes(draw, rng, 0, WIDE * 0.5, quay, 92)
    draw.rectangle((0, quay - 4, WIDE * 0.53, quay + 10), fill=84)
    tones = mist(tones, top=0.58, bottom=0.68, tone=214, thick=0.3)
    draw = ImageDraw.Draw(tones)
    crane(draw, WIDE * 0.06, HIGH * 0.72, 880, 44)
    ferry(draw, WIDE * 0.4, HIGH * 0.725, 1240, hull=30, lit=246)
    tones = mirrored(tones, shore=0.724, rng=rng, dim=0.8, blur=3)
    draw = ImageDraw.Draw(tones)
    draw.polygon([(0, HIGH * 0.715), (WIDE * 0.36, HIGH * 0.715), (WIDE * 0.3, HIGH), (0, HIGH)], fill=24)
    for x in (0.05, 0.14, 0.23, 0.31):
        draw.rounded_rectangle((WIDE * x, HIGH * 0.695, WIDE * x + 34, HIGH * 0.72), 8, fill=20)
    for _ in range(9):
        gull(draw, (rng.uniform(0.42, 0.95) * WIDE, rng.uniform(0.1, 0.4) * HIGH), rng.uniform(14, 34))
    return finished(tones, [(0, (14, 22, 40)), (90, (52, 70, 98)), (190, (222, 148, 112)), (255, (255, 240, 214))], rng)


def gull(draw: ImageDraw.ImageDraw, at: Point, span: float) -> None:
    x, y = at
    draw.arc((x - span * 2, y, x, y + span), 200, 350, fill=62, width=5)
    draw.arc((x, y, x + span * 2, y + span), 190, 340, fill=62, width=5)


def snow(draw: ImageDraw.ImageDraw, rng: random.Random, line: Sequence[Point], tone: int, depth: float) -> None:
    """White on the heights of a ridge, thick on peaks, in tongues that run down the flanks."""
    ceiling = min(y for _, y in line)
    tongues = ridge(rng, base=1, rise=1, rough=0.68)
    lower = []
    for (x, y), (_, far) in zip(line, tongues, strict=True):
        cover = max(0.0, depth * HIGH - (y - ceiling) * 0.6)
        lower.append((x, y + cover * (0.25 + 1.5 * (far / HIGH) ** 1.5)))
    draw.polygon([*line, *reversed(lower)], fill=tone)


def jagged(rng: random.Random, start: Point, end: Point, shake: float) -> list[Point]:
    shares = [i / 14 for i in range(15)]
    return [
        (start[0] + (end[0] - start[0]) * t + rng.uniform(-shake, shake) * (t > 0), start[1] + (end[1] - start[1]) * t)
        for t in shares
    ]


def shaded(tones: Image.Image, rng: random.Random, line: Sequence[Point], *, dark: float) -> Image.Image:
    """The flanks that turn away from the light, right of every peak, made darker."""
    mask = Image.new("L", tones.size)
    draw = ImageDraw.Draw(mask)
    for at in range(30, len(line) - 30):
        x, y = line[at]
        if y > min(height for _, height in line[at - 30 : at + 31]):
            continue
        stop = at
        while stop < len(line) - 1 and line[stop + 1][1] > line[stop][1] - 4:
            stop += 1
        saddle = line[stop]
        if saddle[0] - x < WIDE * 0.04:
            continue
        point = (x + (saddle[0] - x) * 0.62, saddle[1] + HIGH * 0.2)
        left = jagged(rng, (x, y), point, 30)
        right = jagged(rng, saddle, point, 22)
        draw.polygon([*line[at : stop + 1], *right, *reversed(left)], fill=round(255 * dark))
    return Image.composite(tones.point(lambda tone: tone * 0.72), tones, mask)


def glacier(rng: random.Random) -> Image.Image:
    tones = gradient([(0, 138), (0.35, 208), (0.6, 246), (1, 246)])
    tones = ImageChops.subtract(tones, clouds(rng, across=3, down=8).point(lambda tone: max(0, tone - 134) * 0.6))
    tones = glow(tones, (WIDE * 0.2, HIGH * 0.2), 1100, 60)
    land = Image.new("L", tones.size)
    for base, rise, tone, white, depth, haze in ((0.6, 0.4, 186, 252, 0.16, 0.7), (0.66, 0.4, 140, 246, 0.12, 0.5)):
        line = ridge(rng, base=base, rise=rise, rough=0.53)
        draw = ImageDraw.Draw(tones)
        fill_below(draw, line, tone)
        fill_below(ImageDraw.Draw(land), [(x, y + 12) for x, y in line], 255)
        snow(draw, rng, line, white, depth)
        tones = shaded(tones, rng, line, dark=0.75)
        tones = mist(tones, top=0.36, bottom=0.655, tone=226, thick=haze)
    iced = tones.copy()
    tongue(ImageDraw.Draw(iced), rng)
    tones = Image.composite(iced, tones, land)
    draw = ImageDraw.Draw(tones)
    for left, right, tone in ((0.0, 0.33, 78), (0.5, 1.0, 92)):
        flank(draw, ridge(rng, base=1, rise=1, rough=0.5), (WIDE * left, WIDE * right), tone)
    tones = mirrored(tones, shore=0.66, rng=rng, dim=0.84, blur=5)
    draw = ImageDraw.Draw(tones)
    bank(draw, rng)
    return finished(
        tones, [(0, (10, 26, 36)), (110, (50, 94, 114)), (200, (156, 196, 206)), (255, (252, 250, 240))], rng
    )


def flank(draw: ImageDraw.ImageDraw, shape: Sequence[Point], sides: Point, tone: int) -> None:
    """A low spur between two places on the shore, highest at the picture's edge."""
    inner = sides[1] if sides[0] == 0 else sides[0]
    line = [
        (x, HIGH * 0.66 - (HIGH * 0.06 + 0.14 * (HIGH - y)) * min(1, (abs(x - inner) / (WIDE * 0.3)) ** 0.8))
        for x, y in shape
        if sides[0] <= x <= sides[1]
    ]
    fill_below(draw, line, tone, 0.66)


def tongue(draw: ImageDraw.ImageDraw, rng: random.Random) -> None:
    """The ice that comes down between the mountains: edges, streams of rubble along it, and a broken front."""

    def across(down: float, share: float) -> Point:
        middle = 0.57 - 0.17 * math.sin(down * math.pi / 2) ** 1.3 + 0.012 * math.sin(down * 9)
        width = 0.03 + 0.19 * down**1.7 + 0.12 * max(0.0, 1 - 3.2 * down) ** 2
        return WIDE * (middle + width * (share - 0.5)), HIGH * (0.27 + 0.39 * down**1.05)

    steps = [i / 40 for i in range(41)]
    draw.polygon([*(across(t, 0) for t in steps), *(across(t, 1) for t in reversed(steps))], fill=240)
    for share in (0.08, 0.2, 0.34, 0.36, 0.55, 0.7, 0.73, 0.9):
        draw.line([across(t, share) for t in steps], fill=rng.randint(150, 200), width=rng.randint(3, 7))
    for _ in range(46):
        down, start = rng.uniform(0.55, 0.98), rng.uniform(0.03, 0.8)
        ends = [across(down + 0.02 * math.sin(k), start + k * 0.04) for k in range(rng.randint(2, 4))]
        draw.line(ends, fill=rng.randint(176, 206), width=rng.randint(3, 6))
    left, right = across(1, 0)[0], across(1, 1)[0]
    x = left
    while x < right:
        wide = rng.uniform(14, 44)
        top = HIGH * 0.66 - rng.uniform(26, 58)
        draw.polygon(
            [(x, HIGH * 0.66), (x + 4, top), (x + wide, top + 8), (x + wide, HIGH * 0.66)], fill=rng.randint(186, 226)
        )
        x += wide
    draw.line([(left, HIGH * 0.659), (right, HIGH * 0.659)], fill=60, width=8)


def bank(draw: ImageDraw.ImageDraw, rng: random.Random) -> None:
    """The near shore: pines that thicken to the right, and the sensor on its tripod."""
    shore = [(x, y - HIGH * 0.16 * (x / WIDE - 0.3)) for x, y in ridge(rng, base=0.985, rise=0.08, rough=0.5)]
    step = shore[1][0] - shore[0][0]
    for _ in range(44):
        x = WIDE * (1 - 0.42 * rng.random() ** 1.6)
        pine(draw, x, shore[min(len(shore) - 1, round(x / step))][1] + 12, rng.uniform(90, 300), 20)
    fill_below(draw, shore, 22)
    mast(draw, WIDE * 0.47, shore[round(WIDE * 0.47 / step)][1] + 8)


def pine(draw: ImageDraw.ImageDraw, x: float, foot: float, tall: float, tone: int) -> None:
    for tier in range(5):
        top = foot - tall * (1 - tier * 0.17)
        half = tall * (0.06 + 0.035 * tier)
        draw.polygon([(x, top), (x - half, top + tall * 0.27), (x + half, top + tall * 0.27)], fill=tone)
    draw.rectangle((x - tall * 0.02, foot - tall * 0.1, x + tall * 0.02, foot + 30), fill=tone)


def mast(draw: ImageDraw.ImageDraw, x: float, foot: float) -> None:
    """A sensor on its tripod: solar panel, box, aerial."""
    for spread in (-44, 0, 44):
        draw.line([(x + spread, foot), (x, foot - 120)], fill=16, width=7)
    draw.line([(x, foot - 120), (x, foot - 250)], fill=16, width=8)
    draw.polygon([(x - 62, foot - 176), (x - 24, foot - 220), (x + 4, foot - 200), (x - 34, foot - 156)], fill=16)
    draw.rectangle((x - 20, foot - 150, x + 24, foot - 104), fill=16)
    draw.line([(x, foot - 250), (x, foot - 320)], fill=16, width=3)
