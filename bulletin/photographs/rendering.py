"""The printed part of a photograph at its size on paper, as a file of nothing else. The same in, the same out."""

from __future__ import annotations

import io

from PIL import Image

from bulletin.photographs.reading import Photograph
from bulletin.plates.photo.crop import FINE, Box, pixels

QUALITY = 92
IN_WORD = 200
"""Pixels an inch in drafts; Word scales finer ones down when it saves, and they would count as replaced."""


def part(photo: Photograph, box: Box, mm: tuple[float, float], *, grey: bool = False, dpi: int = FINE) -> Image.Image:
    """The part in `box`, scaled to so many pixels an inch at this size on paper; never up."""
    image = photo.pixels()
    if grey and image.mode != "L":
        image = image.convert("L")
    return image.resize(pixels(box, *mm, dpi), Image.Resampling.LANCZOS, box, reducing_gap=3.0)


def jpeg(image: Image.Image) -> bytes:
    """For screens and office printers: sRGB, as the page's output intent says, or grey."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    """Without loss, for what is separated into inks."""
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def blank() -> bytes:
    """What stands for a photograph where only its size is asked for."""
    return png(Image.new("L", (1, 1), 255))
