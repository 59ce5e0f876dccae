"""How the pages of an edition fall on sheets: which one runs over, and by how much. Reads WeasyPrint's boxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

from bulletin.pages.typeset import PageFill, Section

PREFIX = "page-"
"""An element whose id is page-1, page-2 … is one page of the edition."""


def sections(pages: Sequence[Any], fill: Sequence[PageFill]) -> tuple[Section, ...]:
    """Each page of the edition with the sheets that it takes; the first sheet of one is never the last of another."""
    sheets: dict[int, list[int]] = {}
    for sheet, page in enumerate(pages):
        for box in page.descendants():
            id = box.element.get("id") if isinstance(box, boxes.BlockBox) and box.element is not None else None
            if id and id.startswith(PREFIX) and sheet not in sheets.setdefault(int(id.removeprefix(PREFIX)), []):
                sheets[int(id.removeprefix(PREFIX))].append(sheet)
    return tuple(
        Section(number, len(held), len(held) - 1 + fill[held[-1]].used if len(held) > 1 else fill[held[0]].used)
        for number, held in sorted(sheets.items())
    )
