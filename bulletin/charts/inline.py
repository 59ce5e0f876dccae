"""A drawing as SVG inside a page: small, in the page's colours, and as wide as it was measured in any face."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from bulletin.charts.shapes import MM, Disc, Drawing, Label, Polygon, Shape

ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}


def inline_svg(drawing: Drawing, colours: Mapping[str, str], said: str) -> str:
    """The drawing in millimetres, read out as `said`. Colours are classes: f-NAME fills, s-NAME draws a line.

    `colours` names each #rrggbb that the page knows; another one stands in the drawing itself. Text keeps the width
    for which its place was made (`textLength`, SVG 2, 11.5), since a phone has none of our faces.
    """
    paint = _Paint({hex.lower(): name for hex, name in colours.items()})
    shapes = sorted(drawing.shapes, key=lambda shape: shape.level)
    inside = "".join([*(paint.shape(shape) for shape in shapes), *(paint.label(label) for label in drawing.labels)])
    box = f"0 0 {_n(drawing.width)} {_n(drawing.height)}"
    return f'<svg viewBox="{box}" role="img" aria-label="{escape(said)}">{inside}</svg>'


class _Paint:
    def __init__(self, colours: Mapping[str, str]) -> None:
        self.colours = colours

    def shape(self, shape: Shape) -> str:
        if isinstance(shape, Disc):
            place = f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
        elif isinstance(shape, Polygon):
            place = f'<path d="{_path(shape.points)}z"'
        else:
            place = f'<path d="{"".join(map(_path, shape.lines))}"'
        style = "".join(self._style(shape.face, shape.edge))
        width = f' stroke-width="{_n(shape.line * MM)}"' if shape.edge else ""
        dashes = getattr(shape, "dashes", ())
        dashed = f' stroke-dasharray="{" ".join(_n(dash * shape.line * MM) for dash in dashes)}"' if dashes else ""
        return f"{place}{style}{width}{dashed}/>"

    def label(self, label: Label) -> str:
        heavy = f' font-weight="{label.weight}"' if label.weight != 400 else ""
        fit = f' textLength="{_n(label.area.width)}" lengthAdjust="spacingAndGlyphs"' if len(label.text) > 1 else ""
        at = f'x="{_n(label.x)}" y="{_n(label.baseline)}" font-size="{_n(label.size * MM)}"'
        style = "".join(self._style(label.colour, None))
        return f"<text {at}{style}{heavy}{ANCHORS[label.anchor]}{fit}>{escape(label.text)}</text>"

    def _style(self, face: str | None, edge: str | None) -> Iterator[str]:
        classes = [self._class("f", face) if face else "f-none", *([self._class("s", edge)] if edge else [])]
        if named := [name for name in classes if name]:
            yield f' class="{" ".join(named)}"'
        if face and not self._class("f", face):
            yield f' fill="{face}"'
        if edge and not self._class("s", edge):
            yield f' stroke="{edge}"'

    def _class(self, what: str, colour: str) -> str:
        name = self.colours.get(colour.lower())
        return f"{what}-{name}" if name else ""


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Hundredths of a millimetre, without zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
