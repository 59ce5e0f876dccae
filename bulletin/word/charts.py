"""Charts of Word's own in the package and in the text (21.2)."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bulletin.charts.picture import Picture

from .draft import Attach
from .ox import Node, element, emu, name
from .pictures import in_line

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
DATA = "rId1"  # the only relation of a chart part
_PITCH = 9.0  # the least height of a row and what is around it, in mm


def attacher(document: Any) -> Attach:
    """Puts charts and their workbooks into a python-docx document."""
    made: list[Part] = []

    def attach(xml: bytes, data: bytes) -> str:
        number, package = len(made) + 1, document.part.package
        place = PackURI(f"/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx")
        chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, xml, package)
        assert chart.relate_to(Part(place, _WORKBOOK, data, package), RELATIONSHIP_TYPE.PACKAGE) == DATA
        made.append(chart)
        return str(document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART))

    return attach


def chart(picture: Picture, relation: str, number: int, label: str, widest_mm: float, rows: int) -> Node:
    """A run with the chart, in the room that its picture would take; the words for it are those of the picture."""
    height = max(picture.height_mm * min(1.0, widest_mm / picture.width_mm), rows * _PITCH)
    size = {"cx": emu(min(widest_mm, picture.width_mm)), "cy": emu(height)}
    node = element("c:chart")
    node.set(name("r:id"), relation)
    return in_line(node, "c:chart", size, number, label, picture.alt)
