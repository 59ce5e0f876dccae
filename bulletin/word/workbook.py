"""The data of a native chart as a workbook: the least that Excel opens (ECMA-376 part 1, 18)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from .ox import Node, clean, serialise
from .pack import pack

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>"""
_BOOK = f"""{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">\
<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""


def workbook(head: str, names: Sequence[str], values: Sequence[str]) -> bytes:
    """Names in column A, values in column B under `head`; the same data give the same bytes."""
    return pack(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": _BOOK.encode(),
            "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": _sheet(head, names, values),
        }
    )


def _relation(kind: str, target: str) -> bytes:
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'.encode()


def _sheet(head: str, names: Sequence[str], values: Sequence[str]) -> bytes:
    column = _cell("col", min="1", max="2", width="40", customWidth="1")
    rows = [_cell("row", _words("B1", head), r="1")]
    for place, (named, value) in enumerate(zip(names, values, strict=True), 2):
        number = _cell("c", _cell("v"), r=f"B{place}")
        number[0].text = value
        rows.append(_cell("row", _words(f"A{place}", named), number, r=str(place)))
    return serialise(_cell("worksheet", _cell("cols", column), _cell("sheetData", *rows)))


def _words(place: str, text: str) -> Node:
    """A cell that holds its own words (18.3.1.53), so that no table of strings is needed."""
    node = _cell("t")
    node.text = clean(text)
    return _cell("c", _cell("is", node), r=place, t="inlineStr")


def _cell(tag: str, *content: Node, **attributes: str) -> Node:
    node = etree.Element(f"{{{_MAIN}}}{tag}", attributes, nsmap={None: _MAIN})  # type: ignore[dict-item]
    node.extend(content)
    return node
