"""What members draw on squared paper: a chart for a comment."""

import random

from PIL import Image, ImageDraw, ImageFont

PAPER, LINES, INK, MARK = (250, 248, 240), (205, 218, 226), (38, 44, 60), (176, 58, 46)
WIDE, HIGH = 1000, 700
SQUARE = 25
FORECASTS = (("bus, every 6 minutes", 8_900), ("bus, every 3 minutes", 11_450), ("tram, every 6 minutes", 14_200))
"""Passengers on a working day, as the article and the reckoning below it have them."""


def forecasts(chance: random.Random) -> Image.Image:
    """Three bars, hatched by hand."""
    image = Image.new("RGB", (WIDE, HIGH), PAPER)
    pen = ImageDraw.Draw(image)
    for at in range(0, WIDE, SQUARE):
        pen.line([(at, 0), (at, HIGH)], fill=LINES)
    for at in range(0, HIGH, SQUARE):
        pen.line([(0, at), (WIDE, at)], fill=LINES)
    pen.text((50, 40), "Passengers on a working day", font=ImageFont.load_default(size=38), fill=INK)
    for row, (name, many) in enumerate(FORECASTS):
        _bar(pen, 140 + row * 170, name, many, chance)
    return image.resize((WIDE * 4 // 5, HIGH * 4 // 5), Image.Resampling.LANCZOS)


def _bar(pen: ImageDraw.ImageDraw, top: int, name: str, many: int, chance: random.Random) -> None:
    right, ink = 50 + round(many / 20), MARK if name.startswith("tram") else INK
    pen.text((50, top), name, font=ImageFont.load_default(size=30), fill=INK)
    box = (50, top + 50, right, top + 125)
    for start in range(box[0] - 75, box[2], 14):
        wobble = chance.uniform(-3, 3)
        left, upper = max(start, box[0]), box[3] - max(0, box[0] - start)
        end = min(start + 75, box[2])
        pen.line([(left, upper), (end + wobble, upper - (end - left))], fill=ink, width=3)
    pen.rectangle(box, outline=ink, width=5)
    pen.text((right + 20, top + 68), f"{many:,}", font=ImageFont.load_default(size=34), fill=ink)
