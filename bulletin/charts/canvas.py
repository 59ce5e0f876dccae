"""A chart in millimetres from its top left corner: one-line labels, marks and lines, and what must hold of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypedDict

from bulletin.charts.look import Look
from bulletin.charts.ruler import measure
from bulletin.charts.shapes import MM, Anchor, Area, ChartError, Drawing, Label, Point, Polygon, Shape, Strokes
from bulletin.edition.text import Both, Mark
from bulletin.messages import say

HAN_FIRST = frozenset("“”‘’—…·")
"""Marks that must come from the Chinese face in Chinese text: the Latin ones are half as wide."""
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
HAN_RISE = 0.87
"""How far Chinese characters, and English ones that rise, stand over the baseline, in em."""
SLACK = 0.15
"""How far, in mm, two things may meet before we call it an overlap."""


class EnglishStyle(TypedDict):
    """How an English label is set."""

    weight: int
    colour: str


class Canvas:
    """Collects labels and shapes; `finish` checks them and gives the drawing."""

    def __init__(self, look: Look, width: float) -> None:
        self.look = look
        self.width = width
        self._labels: list[Label] = []
        self._shapes: list[Shape] = []
        self._marks: list[Area] = []

    @property
    def labels(self) -> tuple[Label, ...]:
        """What has been set so far."""
        return tuple(self._labels)

    # ------------------------------------------------------------------------------------------ text

    def size_of(self, text: str, size: float, weight: int) -> tuple[float, float, float]:
        """Width, height and depth of one line in mm."""
        return measure(text, size, *self._face(text, weight))

    def _face(self, text: str, weight: int) -> tuple[int, tuple[str, ...]]:
        """Weight and families, Latin first; the Chinese face has no semibold."""
        latin, chinese = self.look.latin, self.look.chinese
        if text.isascii():
            return weight, (latin,)
        families = (chinese, latin) if HAN_FIRST & set(text) and _has_han(text) else (latin, chinese)
        return (BOLD if weight == SEMIBOLD else weight), families

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        weight: int = REGULAR,
        colour: str | None = None,
        anchor: Anchor = "left",
    ) -> float:
        """Set one line and return its width in mm."""
        if not text.strip():
            return 0.0
        width, height, depth = self.size_of(text, size, weight)
        left = x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[anchor]
        area = Area(left, baseline - height, width, height + depth)
        weight, families = self._face(text, weight)
        self._labels.append(Label(text, x, baseline, anchor, size, weight, colour or self.look.ink, families, area))
        return width

    def said(self, both: Both) -> Both:
        """The words in the languages of this chart; the other is empty."""
        language = self.look.language
        return both if language == "bilingual" else Both(both.zh, "") if language == "zh" else Both("", both.en)

    def zh(self, x: float, y: float, text: str, *, anchor: Anchor = "left", weight: int = BOLD) -> float:
        """A Chinese label whose characters are centred on y."""
        size = self.look.label_zh
        return self.text(x, y + 0.37 * size * MM, text, size, weight=weight, anchor=anchor)

    def en(self, x: float, y: float, text: str, *, anchor: Anchor = "left", weight: int = REGULAR) -> float:
        """An English label whose small letters, nearly, are centred on y."""
        size = self.look.label_en
        return self.text(x, y + 0.29 * size * MM, text, size, anchor=anchor, **self.en_style(weight))

    def en_style(self, weight: int) -> EnglishStyle:
        """English stands back behind Chinese; alone, it is as heavy and dark as Chinese of this weight."""
        if self.look.language != "en":
            return {"weight": REGULAR, "colour": self.look.grey}
        return {"weight": SEMIBOLD if weight > REGULAR else REGULAR, "colour": self.look.ink}

    def number(
        self,
        x: float,
        y: float,
        shown: str | Both,
        *,
        size: float | None = None,
        colour: str | None = None,
        anchor: Anchor = "left",
    ) -> float:
        """A figure whose digits are centred on y; one that Chinese says otherwise, in Chinese over English."""
        size = size or self.look.number
        zh, en = self._figure(shown)
        if not en:
            return self.text(x, y + 0.325 * size * MM, zh, size, weight=SEMIBOLD, colour=colour, anchor=anchor)
        small, first = self.look.label_en, y - self.number_height(shown, size) / 2 + HAN_RISE * size * MM
        wide = self.text(x, first, zh, size, weight=SEMIBOLD, colour=colour, anchor=anchor)
        under = first + self._figure_leading(size)
        return max(wide, self.text(x, under, en, small, colour=self.look.grey, anchor=anchor))

    def _figure(self, shown: str | Both) -> tuple[str, str]:
        """The one line of a figure, or its Chinese and its English where they differ."""
        if isinstance(shown, str):
            return shown, ""
        said = self.said(shown)
        return (said.zh, said.en) if said.zh and said.en and said.zh != said.en else (said.zh or said.en, "")

    def _figure_leading(self, size: float) -> float:
        """From the Chinese of a figure to its English, however large it is."""
        return (0.13 * size + 0.95 * self.look.label_en) * MM + 0.6

    def number_room(self, shown: str | Both, size: float) -> float:
        """Height in mm of all that a figure prints, with the tails of commas, about the middle of its digits."""
        zh, en = self._figure(shown)
        if en:
            return self.number_height(shown, size)
        _, height, depth = self.size_of(zh, size, SEMIBOLD)
        return 2 * max(height - 0.325 * size * MM, depth + 0.325 * size * MM)

    def first_line(self, shown: str | Both) -> float:
        """How far above the middle of a figure the digits of its first line have theirs, in mm."""
        size = self.look.number
        two_lines = bool(self._figure(shown)[1])
        return self.number_height(shown) / 2 - (HAN_RISE - 0.325) * size * MM if two_lines else 0.0

    def number_height(self, shown: str | Both, size: float | None = None) -> float:
        """Height of a figure in mm: of its digits, or of its two lines."""
        size = size or self.look.number
        zh, en = self._figure(shown)
        if en:
            return HAN_RISE * size * MM + self._figure_leading(size) + 0.2 * self.look.label_en * MM
        return (2 * (HAN_RISE - 0.325) if any(map(str.isalpha, zh)) else 0.65) * size * MM

    @property
    def leading(self) -> float:
        """From the baseline of a Chinese label to that of the English one under it, in mm."""
        return 0.216 * (self.look.label_zh + self.look.label_en)

    @property
    def pair_height(self) -> float:
        """Ink height of a Chinese label over an English one, in mm, with the letters that hang."""
        return 0.87 * self.look.label_zh * MM + self.leading + 0.2 * self.look.label_en * MM

    def pair(self, x: float, y: float, both: Both, *, anchor: Anchor = "left", weight: int = BOLD) -> None:
        """Chinese over English, the two centred on y."""
        both = self.said(both)
        if not both.zh or not both.en:
            self.inline(x, y, both, anchor=anchor, weight=weight)
            return
        em = self.look.label_zh * MM
        first = y - (self.leading - 0.84 * em) / 2
        self.text(x, first, both.zh, self.look.label_zh, weight=weight, anchor=anchor)
        self.text(x, first + self.leading, both.en, self.look.label_en, colour=self.look.grey, anchor=anchor)

    def pair_width(self, both: Both, weight: int = BOLD) -> float:
        """Width of a Chinese label over an English one."""
        both = self.said(both)
        return max(self.zh_width(both.zh, weight), self.en_width(both.en, weight))

    def zh_width(self, text: str, weight: int = BOLD) -> float:
        return self.size_of(text, self.look.label_zh, weight)[0] if text.strip() else 0.0

    def en_width(self, text: str, weight: int = REGULAR) -> float:
        weight = self.en_style(weight)["weight"]
        return self.size_of(text, self.look.label_en, weight)[0] if text.strip() else 0.0

    def number_width(self, shown: str | Both, size: float | None = None) -> float:
        zh, en = self._figure(shown)
        wide = self.size_of(zh, size or self.look.number, SEMIBOLD)[0]
        return max(wide, self.size_of(en, self.look.label_en, REGULAR)[0]) if en else wide

    def inline(self, x: float, y: float, both: Both, *, weight: int = BOLD, anchor: Anchor = "left") -> float:
        """Chinese and then English on one line; returns the width of both. One of them alone may be anchored."""
        both = self.said(both)
        if not both.en:
            return self.zh(x, y, both.zh, anchor=anchor, weight=weight)
        if not both.zh:
            return self.en(x, y + 0.1, both.en, anchor=anchor, weight=weight)
        width = self.zh(x, y, both.zh, weight=weight)
        return width + INLINE_GAP + self.en(x + width + INLINE_GAP, y + 0.1, both.en)

    def inline_width(self, both: Both, weight: int = BOLD) -> float:
        both = self.said(both)
        if not both.zh or not both.en:
            return self.pair_width(both, weight)
        return self.zh_width(both.zh, weight) + INLINE_GAP + self.en_width(both.en)

    # ------------------------------------------------------------------------------------------ shapes

    def add(self, shape: Shape) -> None:
        self._shapes.append(shape)

    def take(self, drawing: Drawing, right: float) -> None:
        """All that another canvas has drawn, `right` mm to the right."""
        moved = drawing.moved(right)
        self._labels += moved.labels
        self._shapes += moved.shapes
        self._marks += moved.marks

    def keep_clear(self, area: Area) -> None:
        """Labels must not touch this area."""
        self._marks.append(area)

    def box(
        self,
        area: Area,
        *,
        face: str | None = None,
        edge: str | None = None,
        line: float = 0.0,
        level: int = 2,
    ) -> None:
        x, y, right, bottom = area.x, area.y, area.right, area.bottom
        self.add(Polygon(((x, y), (right, y), (right, bottom), (x, bottom)), face, edge, line, level))

    def line(
        self,
        *points: Point,
        colour: str | None = None,
        line: float = 0.6,
        dashes: tuple[float, ...] = (),
        level: int = 1,
    ) -> None:
        self.add(Strokes((points,), colour or self.look.ink, line, dashes, level))

    # ------------------------------------------------------------------------------------------ checks

    def finish(self, height: float) -> Drawing:
        """The drawing, `height` mm high. Raises ChartError for a label that leaves it or overlaps something."""
        drawing = Drawing(
            self.width, height, self.look.paper, tuple(self._labels), tuple(self._shapes), tuple(self._marks)
        )
        _check_inside(drawing)
        _check_apart(drawing)
        return drawing


INLINE_GAP = 1.0
"""Between the two languages on one line, in mm."""


def _has_han(text: str) -> bool:
    return any("㐀" <= char <= "鿿" for char in text)


def _check_inside(drawing: Drawing) -> None:
    for label in drawing.labels:
        area = label.area
        if min(area.x, area.y) < -SLACK or area.right > drawing.width + SLACK or area.bottom > drawing.height + SLACK:
            raise ChartError(say("chart.outside", label=label.text), label.text)


def _check_apart(drawing: Drawing) -> None:
    for one, other in combinations(drawing.labels, 2):
        if one.area.meets(other.area, -SLACK):
            raise ChartError(say("chart.overlap", one=one.text, other=other.text), one.text, other.text)
    for label in drawing.labels:
        if any(label.area.meets(mark, -SLACK) for mark in drawing.marks):
            raise ChartError(say("chart.on_a_mark", label=label.text), label.text)


def check_positive(values: Iterable[object]) -> None:
    """Raises ChartError for an empty series, a negative value, or nothing but zeros."""
    numbers: Sequence[float] = [float(value) for value in values]  # type: ignore[arg-type]
    if not numbers:
        raise ChartError(say("chart.empty"))
    if min(numbers) < 0:
        raise ChartError(say("chart.negative"))
    if max(numbers) == 0:
        raise ChartError(say("chart.zeros"))


def marks_in_use(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks, each once, in the order in which legends list them."""
    used = set(marks)
    order: tuple[Mark, ...] = ("done", "under_way", "planned", "standing", "unstated")
    return tuple(mark for mark in order if mark in used)
