"""The graphics state of a PDF page: what holds when an operator paints (ISO 32000-1, 8.4 and annex A)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf

SHOWS_TEXT = frozenset(("Tj", "TJ", "'", '"'))
BUILDS_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re"))
FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
PAINTS = FILLS | STROKES | {"n"}

Colour = tuple[float, ...]
"""One number is grey, three are RGB, four CMYK, each 0..1; black (0.0,) is what a page begins with."""


class State(NamedTuple):
    """The graphics state, as far as it is asked for. `line` is in user space units, alphas are 0..1.

    `fill_over`, `stroke_over`: does it leave the inks below that it has nothing of (overprint, mode 1)?
    """

    matrix: pikepdf.Matrix
    text: pikepdf.Matrix = pikepdf.Matrix()
    size: float = 0
    font: Any = None
    line: float = 1
    fill: Colour = (0.0,)
    stroke: Colour = (0.0,)
    fill_alpha: float = 1
    stroke_alpha: float = 1
    fill_over: bool = False
    stroke_over: bool = False

    @property
    def type_size(self) -> float:
        """Size of text on paper in pt."""
        return self.size * scale(self.text @ self.matrix)

    @property
    def line_width(self) -> float:
        """Thickness of a line on paper in pt."""
        return self.line * scale(self.matrix)


def follow(state: State, name: str, operands: Any, resources: Any) -> State:
    """The state after an operator; operators that change nothing of it leave it as it is."""
    match name:
        case "cm":
            return state._replace(matrix=pikepdf.Matrix(*map(float, operands)) @ state.matrix)
        case "BT":
            return state._replace(text=pikepdf.Matrix())
        case "Tm":
            return state._replace(text=pikepdf.Matrix(*map(float, operands)))
        case "Tf":
            return state._replace(font=resources.Font.get(operands[0]), size=float(operands[1]))
        case "w":
            return state._replace(line=float(operands[0]))
        case "g" | "rg" | "k":
            return state._replace(fill=tuple(map(float, operands)))
        case "G" | "RG" | "K":
            return state._replace(stroke=tuple(map(float, operands)))
        case "gs":
            return _with_settings(state, resources.ExtGState[operands[0]])
    return state


def _with_settings(state: State, settings: Any) -> State:
    stroke = bool(settings.get("/OP", state.stroke_over))
    return state._replace(
        fill_over=bool(settings.get("/op", settings.get("/OP", state.fill_over))),
        stroke_over=stroke,
        fill_alpha=float(settings.get("/ca", state.fill_alpha)),
        stroke_alpha=float(settings.get("/CA", state.stroke_alpha)),
        line=float(settings.get("/LW", state.line)),
    )


def scale(matrix: pikepdf.Matrix) -> float:
    """By how much lengths grow, on average of both directions."""
    return math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def form_matrix(form: Any) -> pikepdf.Matrix:
    """The matrix that a form or a pattern brings."""
    return pikepdf.Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user space."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def at_least(self, width: float, height: float) -> Box:
        """The same rectangle, grown from its middle where it is thinner than that."""
        x, y = max(0.0, width - self.width) / 2, max(0.0, height - self.height) / 2
        return Box(self.left - x, self.bottom - y, self.right + x, self.top + y)


def bounds(path: list[tuple[str, list[float]]]) -> Box | None:
    """What a path of straight lines spans; None for one with curves, or without points."""
    points: list[tuple[float, float]] = []
    for name, numbers in path:
        if name in ("c", "v", "y"):
            return None
        if name == "re":
            x, y, width, height = numbers
            points += [(x, y), (x + width, y + height)]
        elif name in ("m", "l"):
            points.append((numbers[0], numbers[1]))
    if not points:
        return None
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))
