"""A drawing as SVG and PNG, by matplotlib; the only module that knows it. Imported and set up when first needed."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bulletin.charts.shapes import Area, Disc, Drawing, Label, Polygon, Shape, Strokes
from bulletin.faces import FACE_READER, FAMILIES, cache_folder, find_faces, matplotlib_faces

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

RC: dict[str, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be searched
    "svg.hashsalt": "bulletin",
    "text.hinting": "none",
    "text.parse_math": False,
    "path.simplify": False,
}
NO_OTHERS = "MPL_IGNORE_SYSTEM_FONTS"
"""While it is imported, matplotlib then looks at none of the machine's faces: 0.5 s."""
PNG_DPI = 300
QUARTER = 0.5522847498
"""How far the handles of a Bézier curve lead that is a quarter of a circle of radius 1, to 0.03 %."""

NEARLY = 1e-9
"""mm by which what is around shapes may be smaller than they are: sums are rounded."""


@cache
def _matplotlib() -> Any:
    """matplotlib, knowing our faces only, and set as our drawings are: nobody else in the process draws by it."""
    os.environ["MPLCONFIGDIR"] = str(cache_folder() / "matplotlib")  # a list of faces is no use to other programs
    os.environ[NO_OTHERS] = "1"
    import matplotlib
    from matplotlib.font_manager import fontManager

    matplotlib.ft2font = sys.modules[FACE_READER]  # where what measures has imported it before
    del os.environ[NO_OTHERS]  # it would keep ours from being found
    matplotlib_faces(fontManager, find_faces())
    matplotlib.rcParams.update(RC)  # type: ignore[arg-type]  # names of its own list
    return matplotlib


def ready() -> None:
    """Import all of matplotlib that draws, and open the faces: by a drawing that nobody sees."""
    label = Label("0", 1.0, 1.0, "left", 8.0, 400, "#000000", FAMILIES, Area(0.0, 0.0, 1.0, 1.0))
    unseen = Drawing(2.0, 2.0, "#ffffff", (label,), (Disc(1.0, 1.0, 1.0, face="#000000"),), ())
    assert svg(unseen)
    assert png(unseen)


def svg(drawing: Drawing) -> bytes:
    """The drawing at its size in pt; the same drawing gives the same bytes. Its ids begin with a hash of it."""
    _matplotlib()
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    out = BytesIO()
    canvas: Any = FigureCanvasSVG(_figure(drawing, _unmeasured()))
    canvas.print_svg(out, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return _mend(out.getvalue().decode()).encode()


def png(drawing: Drawing) -> bytes:
    """The drawing at 300 dpi on white, for Word."""
    _matplotlib()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    figure = _figure(drawing, Text)
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


def _figure(drawing: Drawing, text: type[Text]) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    figure = Figure(figsize=(drawing.width / 25.4, drawing.height / 25.4))
    figure.patch.set_visible(False)
    millimetres = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, drawing.height / 25.4) + figure.dpi_scale_trans
    for shapes in _alike(drawing):
        figure.add_artist(_artist(shapes, millimetres))
    for label in drawing.labels:
        figure.add_artist(_text(text, label, millimetres))
    return figure


def _alike(drawing: Drawing) -> list[list[Shape]]:
    """The shapes as they are painted, those together that one path can be: a node of an SVG is dear, a point is not.

    One goes to others of its style where nothing lies in its place that was painted after them; a polygon to those that
    it does not touch, since what lies over another and runs round the other way cuts a hole into it. No label stands
    between the shapes of a path: preflight takes all that is within its edges for struck or covered.
    """
    groups: list[tuple[list[Shape], list[Area], Area]] = []
    for shape in sorted(drawing.shapes, key=lambda shape: shape.level):
        here, style = shape.area, shape.style
        for at in reversed(range(len(groups))):
            group, areas, around = groups[at]
            alike = style == group[0].style
            over = not (alike and not isinstance(shape, Polygon)) and here.meets(around, NEARLY)
            touches = over and any(map(here.meets, areas))
            if alike and not touches:
                both = around.around(here)
                if not any(both.meets(label.area) for label in drawing.labels):
                    group.append(shape)
                    areas.append(here)
                    groups[at] = group, areas, both
                    break
            if touches:
                groups.append(([shape], [here], here))
                break
        else:
            groups.append(([shape], [here], here))
    return [group for group, _, _ in groups]


def _artist(shapes: list[Shape], millimetres: Transform) -> Artist:
    """All of one style, as one path."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    shape = shapes[0]
    dashes = {"linestyle": (0, shape.dashes)} if isinstance(shape, Strokes) and shape.dashes else {}
    return PathPatch(
        Path.make_compound_path(*map(_outline, shapes)),
        transform=millimetres,
        linewidth=shape.line,
        zorder=shape.level,
        facecolor=shape.face or "none",
        edgecolor=shape.edge or "none",
        capstyle="butt",
        joinstyle="miter",
        **dashes,
    )


def _outline(shape: Shape) -> Any:
    """matplotlib's path."""
    from matplotlib.path import Path

    if isinstance(shape, Disc):
        x, y, radius, knob = shape.x, shape.y, shape.radius, shape.radius * QUARTER
        rim = [(radius, 0), (radius, knob), (knob, radius), (0, radius), (-knob, radius), (-radius, knob), (-radius, 0)]
        rim += [(-radius, -knob), (-knob, -radius), (0, -radius), (knob, -radius), (radius, -knob), (radius, 0)]
        points = [(x + right, y + down) for right, down in rim]
        return Path([*points, points[0]], [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY])
    if isinstance(shape, Polygon):
        codes = [Path.MOVETO, *[Path.LINETO] * (len(shape.points) - 1), Path.CLOSEPOLY]
        return Path([*shape.points, shape.points[0]], codes)
    points = [point for line in shape.lines for point in line]
    return Path(points, [Path.LINETO if i else Path.MOVETO for line in shape.lines for i in range(len(line))])


@cache
def _unmeasured() -> type[Text]:
    """Texts of which an SVG says where they are anchored: how wide they are, matplotlib would ask all the same."""
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox

    class Unmeasured(Text):
        def _get_layout(self, renderer: Any) -> Any:
            return Bbox.null(), [(self.get_text(), (0.0, 0.0), (0.0, 0.0))], 0.0

    return Unmeasured


def _text(text: type[Text], label: Label, millimetres: Transform) -> Artist:
    return text(
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
