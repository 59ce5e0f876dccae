"""Repaints a page for the press: RGB becomes CMYK, hairlines grow to what a plate holds, what is invisible goes.

Black type and hairlines in black alone print over what is below them; everything else knocks it out.

The operators stay in their order; only colours, thin lines, transparency settings and marked content change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from bulletin.messages import say
from bulletin.pages.typeset import TypesettingError
from bulletin.press.graphics import (
    BUILDS_PATH,
    FILLS,
    PAINTS,
    SHOWS_TEXT,
    STROKES,
    Box,
    Colour,
    State,
    bounds,
    follow,
    form_matrix,
)
from bulletin.press.palette import BLACK, Ink, Palette
from bulletin.press.photographs import Inker

LEAST_LINE = 0.2 * 72 / 25.4
"""The thinnest line in pt that a plate holds in solid ink: 0.2 mm."""
HAIRLINE = 1.0
"""In pt: a line that is no thicker overprints where it is black or grey."""
OVER, KNOCK = "/Over", "/Knock"
"""The two settings that are left: print over what is there, take it away (ISO 32000-1, 8.6.7)."""
_SWALLOWED = frozenset(("g", "G", "rg", "RG", "k", "K", "w", "gs", "DP", "MP"))
_FORBIDDEN = {"sh": "press.shading", "scn": "press.pattern", "SCN": "press.pattern", "INLINE IMAGE": "press.picture"}
_FORBIDDEN |= dict.fromkeys(("cs", "CS", "sc", "SC"), "press.colour_space")


@dataclass(slots=True)
class _Pen:
    """What has been written into the new stream, so that nothing is said twice; and the clip that is a line."""

    state: State
    fill: Ink | None = None
    stroke: Ink | None = None
    line: float | None = None
    over: bool | None = None
    hairline: tuple[Box, pikepdf.Matrix] | None = None


@dataclass
class Separator:
    """Repaints the pages of one PDF; a form that several pages show is repainted once."""

    pdf: pikepdf.Pdf
    palette: Palette
    inker: Inker
    _done: set[tuple[int, int]] = field(default_factory=set)
    _settings: dict[str, Any] = field(default_factory=dict)

    def furnish(self, resources: Any) -> None:
        """Colour spaces and settings of the screen go, as nothing names them any more; those of the press come."""
        bare(resources)
        if not self._settings:
            over = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=True, op=True, OPM=1)
            knock = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=False, op=False, OPM=1)
            self._settings = {OVER: self.pdf.make_indirect(over), KNOCK: self.pdf.make_indirect(knock)}
        resources.ExtGState = pikepdf.Dictionary(self._settings)

    def page(self, page: pikepdf.Page) -> bytes:
        """The new operators of a page; the forms that it shows are changed where they are.

        Raises TypesettingError for a colour that the theme does not know, a picture that is no photograph, a shading or
        a pattern.
        """
        return self._repaint(page.obj, page.obj.Resources, State(pikepdf.Matrix()))

    def _repaint(self, stream: Any, resources: Any, state: State) -> bytes:
        return _Stream(self, resources, state).repaint(stream)

    def form(self, form: Any, resources: Any, state: State) -> None:
        """Repaint a form, or a photograph, where it is shown first."""
        if form.objgen in self._done:
            return
        self._done.add(form.objgen)
        if form.get("/Subtype") != "/Form":
            self.inker.ink(form)
            return
        own, matrix = form.get("/Resources", resources), form_matrix(form) @ state.matrix
        form.write(self._repaint(form, own, state._replace(matrix=matrix)))
        self.furnish(own)
        if "/Group" in form:
            del form["/Group"]  # a transparency group, of which nothing is transparent


class _Stream:
    def __init__(self, separator: Separator, resources: Any, state: State):
        self.separator, self.resources = separator, resources
        self.pen = _Pen(state)
        self.stack: list[_Pen] = []
        self.path: list[tuple[str, list[float]]] = []
        self.clip: str | None = None
        self.marked: list[bool] = []
        self.out: list[tuple[Any, pikepdf.Operator]] = []

    def repaint(self, stream: Any) -> bytes:
        for step in pikepdf.parse_content_stream(stream):
            self._step(str(step.operator), step.operands)
        return pikepdf.unparse_content_stream(self.out)

    def _say(self, name: str, operands: Any = ()) -> None:
        self.out.append((operands, pikepdf.Operator(name)))

    def _step(self, name: str, operands: Any) -> None:
        if name in _FORBIDDEN:
            raise TypesettingError([say(_FORBIDDEN[name])])
        if name in BUILDS_PATH:
            self.path.append((name, [float(number) for number in operands]))
        elif name in ("W", "W*"):
            self.clip = name
        elif name in PAINTS:
            self._paint(name)
        elif name in ("BDC", "BMC", "EMC"):
            self._mark(name, operands)
        else:
            self._other(name, operands)

    def _other(self, name: str, operands: Any) -> None:
        if name == "q":
            self.stack.append(replace(self.pen))
        elif name == "Q" and self.stack:
            self.pen = self.stack.pop()
        elif name in SHOWS_TEXT:
            ink = self.separator.palette.text(self._ink(self.pen.state.fill), self.pen.state.type_size)
            self._fill_with(ink)
            self._print_over(ink == BLACK)
        elif name == "Do":
            self.separator.form(self.resources.XObject[operands[0]], self.resources, self.pen.state)
        self.pen.state = follow(self.pen.state, name, operands, self.resources)
        if name not in _SWALLOWED:
            self._say(name, operands)

    def _mark(self, name: str, operands: Any) -> None:
        """Tags go; what a run of text says when it is copied stays."""
        if name == "EMC":
            if self.marked and self.marked.pop():
                self._say(name)
            return
        keeps = name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/ActualText" in operands[1]
        self.marked.append(keeps)
        if keeps:
            self._say(name, operands)

    # -------------------------------------------------------------------------------------------- paths

    def _paint(self, name: str) -> None:
        state, box = self.pen.state, bounds(self.path)
        _refuse_glass(state)
        fills, strokes = name in FILLS and state.fill_alpha > 0, name in STROKES and state.stroke_alpha > 0
        if fills and not strokes and self.clip is None and (line := self._hairline(box)):
            self._draw_line(line)
        else:
            self._draw_path("n" if not fills and not strokes else name, fills, strokes)
        if self.clip and box and self._is_thin(box):
            self.pen.hairline = box, state.matrix
        self.path, self.clip = [], None

    def _hairline(self, box: Box | None) -> Box | None:
        """The rectangle to fill instead of a path that shows as a line: through a narrow clip, or narrow itself."""
        state = self.pen.state
        if self.pen.hairline and self.pen.hairline[1] == state.matrix:
            return self.pen.hairline[0]
        return box if box and self._is_thin(box) else None

    def _is_thin(self, box: Box) -> bool:
        across, up = self._unit()
        return min(box.width / across, box.height / up) < 1

    def _unit(self) -> tuple[float, float]:
        """The least thickness of a line in user space, across and up."""
        matrix = self.pen.state.matrix
        return LEAST_LINE / math.hypot(matrix.a, matrix.b), LEAST_LINE / math.hypot(matrix.c, matrix.d)

    def _draw_line(self, box: Box) -> None:
        """A filled rectangle as thick as a line must be; a clip that would cut it is not in force: see `_draw_path`."""
        if min(box.width, box.height) <= 0:
            return
        grown = box.at_least(*self._unit())
        ink = self._ink(self.pen.state.fill)
        self._fill_with(ink)
        self._print_over(_is_key(ink) and self._is_hairline(grown))
        self._say("re", [round(grown.left, 3), round(grown.bottom, 3), round(grown.width, 3), round(grown.height, 3)])
        self._say("f")

    def _draw_path(self, name: str, fills: bool, strokes: bool) -> None:
        if fills:
            self._fill_with(self._ink(self.pen.state.fill))
        if strokes:
            self._stroke_with(self._ink(self.pen.state.stroke))
        if fills or strokes:
            self._print_over(strokes and not fills and self._strokes_over())
        path, box = self.path, bounds(self.path)
        if self.clip and box and self._is_thin(box):
            grown = box.at_least(*self._unit())
            path = [("re", [grown.left, grown.bottom, grown.width, grown.height])]
        for step, numbers in path:
            self._say(step, numbers)
        if self.clip:
            self._say(self.clip)
        self._say(name)

    def _is_hairline(self, box: Box) -> bool:
        matrix = self.pen.state.matrix
        return min(box.width * math.hypot(matrix.a, matrix.b), box.height * math.hypot(matrix.c, matrix.d)) <= HAIRLINE

    def _strokes_over(self) -> bool:
        thick = max(self.pen.state.line_width, LEAST_LINE)
        return thick <= HAIRLINE and _is_key(self._ink(self.pen.state.stroke))

    # -------------------------------------------------------------------------------------------- inks

    def _print_over(self, over: bool) -> None:
        if over != self.pen.over:
            self._say("gs", [pikepdf.Name(OVER if over else KNOCK)])
            self.pen.over = over

    def _ink(self, colour: Colour) -> Ink:
        if len(colour) == 4:
            cyan, magenta, yellow, black = colour
            return cyan, magenta, yellow, black
        red, green, blue = colour if len(colour) == 3 else colour * 3
        return self.separator.palette.ink(red, green, blue)

    def _fill_with(self, ink: Ink) -> None:
        _refuse_glass(self.pen.state)
        if ink != self.pen.fill:
            self._say("k", list(ink))
            self.pen.fill = ink

    def _stroke_with(self, ink: Ink) -> None:
        width = max(self.pen.state.line, *self._unit())
        if width != self.pen.line:
            self._say("w", [round(width, 4)])
            self.pen.line = width
        if ink != self.pen.stroke:
            self._say("K", list(ink))
            self.pen.stroke = ink


def _is_key(ink: Ink) -> bool:
    """Is it black, or a grey of black alone? Paper is none: it would print nothing."""
    return not any(ink[:3]) and ink[3] > 0


def _refuse_glass(state: State) -> None:
    if not {state.fill_alpha, state.stroke_alpha} <= {0.0, 1.0}:
        raise TypesettingError([say("press.glass")])


def bare(resources: Any) -> None:
    """Take colour spaces and settings out of the resources: nothing names them any more."""
    for key in ("/ColorSpace", "/ExtGState", "/Shading", "/Pattern", "/Properties"):
        if key in resources:
            del resources[key]
