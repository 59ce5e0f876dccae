"""The text of a finished PDF or DOCX, taken back out of its bytes, as a reader would copy it."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from lxml import etree

from bulletin.proofing.squeezed import Part
from bulletin.word.package import tree, unpack

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_FURNITURE = ("word/header", "word/footer")


def read_pdf(data: bytes) -> tuple[Part, ...]:
    """Page by page, in the order of the page's content. Raises pypdfium2.PdfiumError for what is no PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(Part(f"page {number}", _page(page)) for number, page in enumerate(document, 1))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


def read_docx(data: bytes) -> tuple[Part, ...]:
    """The body, the alternative texts of its pictures, comments, footnotes, headers and footers (ECMA-376-1, 17)."""
    trees = {name: tree(part) for name, part in unpack(data).items() if _is_text(name)}
    body = trees.pop("word/document.xml")
    parts = [Part("text", _text(body)), Part("pictures", "\n".join(_alternatives(body)))]
    return (*parts, *(Part(name.removeprefix("word/"), _text(tree)) for name, tree in trees.items()))


def _is_text(name: str) -> bool:
    if name.startswith(_FURNITURE):
        return name.endswith(".xml")
    return name in ("word/document.xml", "word/comments.xml", "word/footnotes.xml", "word/endnotes.xml")


def _text(root: etree._Element) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in root.iter(f"{_W}p"))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """A paragraph's text without that of paragraphs inside its text boxes, and without a drawing's second reading."""
    for child in paragraph:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in (f"{_W}p", _FALLBACK):
            yield from _pieces(child)


def _alternatives(root: etree._Element) -> Iterator[str]:
    return (node.get(words, "") for node in root.iter(_ALT) for words in ("descr", "title"))
