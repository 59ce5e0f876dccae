"""The text of a DOCX: the paragraphs of its body, those of tables too; none of headers, comments or deletions."""

from __future__ import annotations

import re

from bulletin.desk.taken.taken import Away, Taken
from bulletin.word.ox import Node
from bulletin.word.package import tree, unpack

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}pict", _FALLBACK}
_FURNITURE = (
    ("headers", re.compile(r"word/(?:header|footer)\d*\.xml")),
    ("comments", re.compile(r"word/comments\.xml")),
    ("footnotes", re.compile(r"word/(?:footnotes|endnotes)\.xml")),
)


def read(package: bytes) -> Taken:
    """Raises NoDocx for what is none."""
    parts = unpack(package)
    body = tree(parts["word/document.xml"]) if "word/document.xml" in parts else None
    lines = [_text(one) for one in body.iter(f"{_W}p")] if body is not None else []
    away: list[Away] = []
    for kind, pattern in _FURNITURE:
        texts = [_text(tree(data)).strip() for name, data in parts.items() if pattern.fullmatch(name)]
        found = [text for text in texts if text]
        away += [Away(kind, len(found), found[0])] if found else []
    pictures = sum(name.startswith("word/media/") for name in parts)
    deleted = (
        ["".join(map(str, one.itertext())).strip() for one in body.iter(f"{_W}delText")] if body is not None else []
    )
    away += [Away("pictures", pictures)] if pictures else []
    away += [Away("deletions", len(deleted), deleted[0])] if deleted else []
    return Taken("\n".join(line.strip(" \t") for line in lines if line.strip()), "DOCX", away)


def _text(node: Node) -> str:
    """What stands in a paragraph as it is read: no deletions, no second form of a drawing, no text boxes twice."""
    if node.tag in _GONE:
        return ""
    if node.tag == f"{_W}t":
        return node.text or ""
    if node.tag in (f"{_W}br", f"{_W}cr"):
        return "\n"
    if node.tag == f"{_W}tab":
        return " "
    inner = (one for one in node if not (node.tag != f"{_W}p" and one.tag == f"{_W}p" and _in_paragraph(node)))
    return "".join(_text(one) for one in inner)


def _in_paragraph(node: Node) -> bool:
    """Is it a text box, whose paragraphs are read by themselves?"""
    return next(node.iterancestors(f"{_W}p"), None) is not None
