"""How tall each part of a document came out: its containers and the rows inside. Reads WeasyPrint's boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from bulletin.pages.fit import beyond, inside
from bulletin.pages.typeset import Extent, Measured

PX = 72 / 96
"""Points of a CSS pixel."""
UNTOLD = -1.0
"""Stands for a leading that is reckoned as lines are set."""
ROWS = ("pair", "find", "tr", "briefs", "figures", "base")
"""Classes of what is set as a row and is none in HTML."""


@dataclass
class _Reader:
    """Collects extents by the id of the container."""

    prefix: str
    found: dict[str, Extent]

    def read(self, page: Any) -> None:
        for box in page.descendants():
            id = box.element.get("id") if isinstance(box, boxes.BlockBox) and box.element is not None else None
            if id and id.startswith(self.prefix):
                self.found[id] = _extent(box, float(page.content_box_x() + page.width))


def measured(pages: Sequence[Any], prefix: str) -> Measured:
    """The heights of the pages' bodies, how far down the first is filled, and every container whose id starts so."""
    reader = _Reader(prefix, {})
    for page in pages:
        reader.read(page)
    return Measured(tuple(_pt(page.height) for page in pages), _pt(_filled(pages[0])), reader.found)


def _pt(pixels: Any) -> float:
    """Points. What is added up along a page differs in the last digits with the place where it began: these go."""
    return round(float(pixels) * PX, 6)


def _filled(page: Any) -> float:
    top = float(page.content_box_y())
    heads = [
        box
        for box in page.descendants()
        if isinstance(box, boxes.BlockBox) and box.element is not None and box.element_tag == "header"
    ]
    return max((float(box.border_box_y() + box.border_height()) - top for box in heads[:1]), default=0.0)


def _extent(box: Any, right: float) -> Extent:
    top = float(box.border_box_y())
    rows = list(_rows(box))
    tops = [_pt(one.position_y - top) for one in rows]
    bottoms = [_pt(one.position_y + one.height - top) for one in rows]
    parts = [part for part, _ in inside(box, box)]
    lines = [part for part in parts if isinstance(part, (boxes.LineBox, boxes.InlineBox))]
    wide = any(True for part in parts for _ in beyond(part, right, float("inf")))
    leadings = tuple(sorted({_pt(length) for line in lines for length in _leading(line.style["line_height"])}))
    height = _pt(box.border_height())
    return Extent(_pt(box.margin_top), height, tuple(zip(tops, bottoms, strict=True)), wide, leadings)


def _leading(computed: Any) -> Iterator[float]:
    """In px, where it is a length: else it follows the size of type."""
    if not isinstance(computed, (str, float, int)):
        yield computed.value if getattr(computed, "unit", "") == "px" else UNTOLD


def _rows(box: Any) -> Iterator[Any]:
    """The rows of tables' bodies, and what is set as one; none inside another."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TableRowGroupBox) and child.is_header:
            continue
        if isinstance(child, boxes.TableRowBox) and _is_row(child):
            yield child
        else:
            yield from _rows(child)


def _is_row(box: Any) -> bool:
    if box.element is None:
        return False
    return box.element_tag == "tr" or not set(ROWS).isdisjoint((box.element.get("class") or "").split())
