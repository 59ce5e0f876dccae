"""Which part of a photograph is printed, and how large: arithmetic, of pixels and millimetres."""

from __future__ import annotations

SHAPES: dict[str, float] = {"landscape": 3 / 2, "portrait": 4 / 5, "square": 1.0, "wide": 7 / 3}
"""Width by height of what is printed."""
FINE = 300
"""Pixels an inch of a printed photograph."""
INCH = 25.4
Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


def crop(size: tuple[int, int], focus: tuple[float, float], aspect: float) -> Box:
    """The largest part of this aspect, its middle as near to the focus (shares of width and height) as it can be."""
    wide, high = size
    width, height = (wide, wide / aspect) if wide / high <= aspect else (high * aspect, high)
    width, height = max(1, min(wide, round(width))), max(1, min(high, round(height)))
    left = min(max(0, round(focus[0] * wide - width / 2)), wide - width)
    top = min(max(0, round(focus[1] * high - height / 2)), high - height)
    return left, top, left + width, top + height


def kept(size: tuple[int, int], box: Box) -> float:
    """The share of the photograph that is printed."""
    return (box[2] - box[0]) * (box[3] - box[1]) / (size[0] * size[1])


def natural(size: tuple[int, int]) -> str:
    """The shape that is nearest to the photograph's own."""
    own = size[0] / size[1]
    return min(SHAPES, key=lambda shape: max(own / SHAPES[shape], SHAPES[shape] / own))


def pixels(box: Box, width_mm: float, height_mm: float, dpi: int = FINE) -> tuple[int, int]:
    """How many the part is scaled to: so many an inch on paper, never more than it has."""
    width, height = round(width_mm / INCH * dpi), round(height_mm / INCH * dpi)
    return max(1, min(width, box[2] - box[0])), max(1, min(height, box[3] - box[1]))


def dpi(box: Box, width_mm: float, height_mm: float) -> float:
    """The pixels an inch that the part has at this size."""
    return min((box[2] - box[0]) / width_mm, (box[3] - box[1]) / height_mm) * INCH
