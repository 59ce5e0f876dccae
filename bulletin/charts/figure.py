"""A drawing as SVG and PNG, by matplotlib; the only module that knows it. Imported and set up when first needed."""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bulletin.charts.shapes import ChartError, Disc, Drawing, Label, Polygon, Shape
from bulletin.faces import find_faces, matplotlib_faces
from bulletin.messages import say

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

RC: dict[str, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be searched
    "svg.hashsalt": "bulletin",
    "text.hinting": "none",
    "text.parse_math": False,
    "path.simplify": False,
}
PNG_DPI = 300
MEASURE_DPI = 300


@cache
def _matplotlib() -> Any:
    """matplotlib, knowing our faces only."""
    import matplotlib
    from matplotlib.font_manager import fontManager

    matplotlib_faces(fontManager, find_faces())
    return matplotlib


@lru_cache(maxsize=4096)
def measure(text: str, size: float, weight: int, families: tuple[str, ...]) -> tuple[float, float, float]:
    """Width, height over the baseline and depth below it, in mm, of one line of text as matplotlib sets it.

    Raises ChartError if our faces lack a character.
    """
    with _matplotlib().rc_context(RC), warnings.catch_warnings():
        from matplotlib.font_manager import FontProperties

        warnings.simplefilter("error")
        face = FontProperties(family=list(families), size=size, weight=weight)
        try:
            size_px = _ruler().get_text_width_height_descent(text, face, ismath=False)
        except UserWarning as lack:
            raise ChartError(say("chart.glyph", label=text, why=lack), text) from None
    width, height, depth = (float(value) * 25.4 / MEASURE_DPI for value in size_px)
    return width, height - depth, depth


@cache
def _ruler() -> Any:
    from matplotlib.backends import backend_agg

    module: Any = backend_agg
    return module.RendererAgg(8, 8, MEASURE_DPI)


def svg(drawing: Drawing) -> bytes:
    """The drawing at its size in pt; the same drawing gives the same bytes. Its ids begin with a hash of it."""
    with _matplotlib().rc_context(RC):
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        out = BytesIO()
        canvas: Any = FigureCanvasSVG(_figure(drawing))
        canvas.print_svg(out, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return _mend(out.getvalue().decode()).encode()


def png(drawing: Drawing) -> bytes:
    """The drawing at 300 dpi on white, for Word."""
    with _matplotlib().rc_context(RC):
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure = _figure(drawing)
        figure.set_dpi(PNG_DPI)
        figure.patch.set(visible=True, facecolor=drawing.paper)
        out = BytesIO()
        canvas: Any = FigureCanvasAgg(figure)
        canvas.print_png(out, metadata={"Software": None})
    return out.getvalue()


def _mend(text: str) -> str:
    """Font lists without quotes and spaces, since WeasyPrint 70 strips only the quotes; ids that no other chart has."""

    def families(found: re.Match[str]) -> str:
        return found[1] + ",".join(name.strip(" '\"") for name in found[2].split(","))

    text = re.sub(r"(font-family: ?)([^;\"]+)", families, text)
    prefix = f"c{sha256(text.encode()).hexdigest()[:8]}-"
    return re.sub(r"(\bid=\"|url\(#|href=\"#)", rf"\g<1>{prefix}", text)


def _figure(drawing: Drawing) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    figure = Figure(figsize=(drawing.width / 25.4, drawing.height / 25.4))
    figure.patch.set_visible(False)
    millimetres = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, drawing.height / 25.4) + figure.dpi_scale_trans
    for shape in drawing.shapes:
        figure.add_artist(_artist(shape, millimetres))
    for label in drawing.labels:
        figure.add_artist(_text(label, millimetres))
    return figure


def _artist(shape: Shape, millimetres: Transform) -> Artist:
    from matplotlib.patches import Circle, PathPatch
    from matplotlib.path import Path

    style: dict[str, Any] = {"transform": millimetres, "linewidth": shape.line, "zorder": shape.level}
    style |= {"facecolor": shape.face or "none", "edgecolor": shape.edge or "none"}
    if isinstance(shape, Disc):
        return Circle((shape.x, shape.y), shape.radius, **style)
    if isinstance(shape, Polygon):
        codes = [Path.MOVETO, *[Path.LINETO] * (len(shape.points) - 1), Path.CLOSEPOLY]
        path = Path([*shape.points, shape.points[0]], codes)
        return PathPatch(path, joinstyle="miter", **style)
    points = [point for line in shape.lines for point in line]
    codes = [Path.LINETO if i else Path.MOVETO for line in shape.lines for i in range(len(line))]
    dashes = {"linestyle": (0, shape.dashes)} if shape.dashes else {}
    return PathPatch(Path(points, codes), capstyle="butt", joinstyle="miter", **dashes, **style)


def _text(label: Label, millimetres: Transform) -> Artist:
    from matplotlib.text import Text

    return Text(
        label.x,
        label.baseline,
        label.text,
        transform=millimetres,
        fontsize=label.size,
        fontweight=label.weight,
        fontfamily=list(label.families),
        color=label.colour,
        ha=label.anchor,
        va="baseline",
        zorder=10,
    )
