"""Elements of Office Open XML (ECMA-376 part 1), built as trees: text cannot break out into markup.

Units: 1 mm = 36 000 EMU (drawings); 1 pt = 20 twips (widths, spacing) = 2 half-points (font sizes).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_W = {"w": NAMESPACES["w"]}

Node = etree._Element
"""One element. lxml has no types of its own, so a checker sees Any."""

Content = Node | Iterable[Node] | None
Value = str | int


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# The order that the schema asks of properties (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.66).
ORDER = {
    "pPr": _names("""pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
        tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""),
    "rPr": _names("""ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow
        emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
        highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""),
    "tblPr": _names("""tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"""),
    "tcPr": _names("""cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark"""),
}

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"  # not XML 1.0 characters, or controls
    "\u202a-\u202e\u2066-\u2069]"  # overrides of direction can make a line read as another
)


def clean(text: str) -> str:
    """`text` as one line that XML can hold: controls are removed, line ends and tabs become a space."""
    if text.isascii() and text.isprintable():
        return text
    return _REFUSED.sub("", re.sub(r"[\t\r\n\u2028\u2029]+", " ", text))


@cache
def name(prefixed: str) -> str:
    """`w:p` as lxml writes it."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, *content: Content, **attributes: Value) -> Node:
    """An element such as `wp:extent` with attributes in no namespace."""
    node = etree.Element(name(tag), nsmap={tag.partition(":")[0]: NAMESPACES[tag.partition(":")[0]]})
    for key, value in attributes.items():
        node.set(key, clean(str(value)))
    return _filled(node, content)


def w(local: str, *content: Content, **attributes: Value) -> Node:
    """A WordprocessingML element; its properties, where it is a set of them, stand in the schema's order."""
    node = etree.Element(name(f"w:{local}"), nsmap=_W)
    for key, value in attributes.items():
        node.set(name(f"w:{key}"), clean(str(value)))
    _filled(node, content)
    if local in ORDER:
        put_in_order(node, ORDER[local])
    return node


def _filled(node: Node, content: Iterable[Content]) -> Node:
    for item in content:
        if item is None:
            continue
        if isinstance(item, etree._Element):
            node.append(item)
        else:
            node.extend(item)
    return node


def put_in_order(node: Node, order: Sequence[str]) -> None:
    """Sort the children of `node` by the schema's order; an unknown child is an error."""
    node[:] = sorted(node, key=lambda child: order.index(etree.QName(child).localname))


def text(words: str) -> Node:
    """`w:t` that keeps its spaces (ECMA-376 part 1, 17.3.3.31)."""
    node = w("t")
    node.text = clean(words)
    node.set(name("xml:space"), "preserve")
    return node


def stable(key: str, digits: int = 10) -> str:
    """Hexadecimal digits that depend on `key` only."""
    return hashlib.sha256(key.encode()).hexdigest()[:digits]


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Millimetres in English metric units."""
    return round(mm * 36_000)


def serialise(node: Node) -> bytes:
    """The bytes of a part."""
    return bytes(etree.tostring(node, xml_declaration=True, encoding="UTF-8", standalone=True))
