"""Text and pictures that leave the box that they were set in, also where the paper around it is blank.

A reader takes such a line for a mistake of the page, and a printer asks about it: by more than a hair it is one. What
is meant to stand out says so: a negative text-indent, or `data-out` on the element. Reads WeasyPrint's boxes, changes
none. What leaves the page's body too is told of by fit.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from weasyprint.formatting_structure import boxes

from bulletin.messages import say
from bulletin.pages.fit import SLACK, millimetres, name_of

Side = Literal["left", "right", "above", "below"]
MEANT = "data-out"
ASCENT, DESCENT = 0.7, 0.1
"""Of the em, from the baseline: what surely has ink, of letters and of Chinese characters."""


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where ink is, in px from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float


def strays(pages: Sequence[Any]) -> tuple[str, ...]:
    """One sentence for each block that holds such a line, and each such picture, with the page and the first words."""
    told: dict[tuple[int, int, str], str] = {}
    for number, page in enumerate(pages, 1):
        body = _column(page)
        for box, chain in (part for top in page.children for part in _parts(top, [])):
            for side, by in _out(box, chain, body):
                line = say(f"fit.{side}", page=number, box=name_of(box, chain[-1]), by=millimetres(by))
                told.setdefault((number, id(chain[-1]), side), line)
    return tuple(told.values())


def _parts(box: Any, chain: list[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Each line and each picture with the boxes around it, the outermost first; what is positioned stands alone."""
    box = getattr(box, "_box", box)  # a placeholder of what is out of the flow
    if isinstance(box, boxes.Box) and not box.is_in_normal_flow() and not box.is_floated():
        chain = []
    if chain and isinstance(box, (boxes.LineBox, boxes.ReplacedBox)):
        yield box, chain
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _parts(child, [*chain, box])


def _out(box: Any, chain: list[Any], body: _Extent) -> Iterator[tuple[Side, float]]:
    """On which sides it is out of its column or of a box around that, and by how much."""
    ink = _line(box) if isinstance(box, boxes.LineBox) else _border(box)
    if ink is None or any(around.element is not None and MEANT in around.element.attrib for around in chain):
        return
    holds = [_column(chain[-1]), *(_border(around) for around in chain if not isinstance(around, boxes.InlineBox))]
    sides: dict[Side, float] = {
        "left": max(place.left - ink.left for place in holds) - _outdent(box, chain[-1]),
        "right": max(ink.right - place.right for place in holds),
        "above": max(place.top - ink.top for place in holds[1:]),
        "below": max(ink.bottom - place.bottom for place in holds[1:]),
    }
    if chain[0].element_tag == "html":  # in the flow
        sides["right"] *= ink.right <= body.right + SLACK
        sides["below"] *= ink.bottom <= body.bottom + SLACK
    yield from ((side, by) for side, by in sides.items() if by > SLACK)


def _line(line: Any) -> _Extent | None:
    """What a line shows; None for one that is empty."""
    inside = [box for box in line.descendants() if isinstance(box, (boxes.TextBox, boxes.ReplacedBox))]
    ink = [_text(box) if isinstance(box, boxes.TextBox) else _border(box) for box in inside]
    if not ink:
        return None
    lefts, tops, rights, bottoms = zip(*((each.left, each.top, each.right, each.bottom) for each in ink), strict=True)
    return _Extent(min(lefts), min(tops), max(rights), max(bottoms))


def _text(box: Any) -> _Extent:
    """Without the space behind its last letter, and without what type leaves free above and below."""
    space = box.style["letter_spacing"]
    after = max(0.0, float(space)) if isinstance(space, (int, float)) else 0.0
    left, foot, size = float(box.position_x), float(box.position_y + box.baseline), float(box.style["font_size"])
    return _Extent(left, foot - ASCENT * size, left + float(box.width) - after, foot + DESCENT * size)


def _border(box: Any) -> _Extent:
    left, top = float(box.border_box_x()), float(box.border_box_y())
    return _Extent(left, top, left + float(box.border_width()), top + float(box.border_height()))


def _column(box: Any) -> _Extent:
    left, top = float(box.content_box_x()), float(box.content_box_y())
    return _Extent(left, top, left + float(box.width), top + float(box.height))


def _outdent(line: Any, holder: Any) -> float:
    """How far the first line of a block is meant to begin before its column."""
    indent = holder.style["text_indent"]
    value = float(getattr(indent, "value", indent))
    if getattr(indent, "unit", "px") == "%":
        value *= float(holder.width) / 100
    return max(0.0, -value)
