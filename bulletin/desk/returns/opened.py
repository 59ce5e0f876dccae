"""A draft as it came back: paragraphs, comments, tracked changes, pictures, and who saved it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import BadZipFile

from lxml import etree

from bulletin.problems import UsageError
from bulletin.writers.docx import custom_properties
from bulletin.writers.docx.drawings import Drawing, drawings
from bulletin.writers.docx.layout import Paragraph, paragraphs
from bulletin.writers.docx.ox import Node, name
from bulletin.writers.docx.pack import unpack

from .revisions import Choice, Revision, resolve, revisions

_OURS = "Bulletin"  # the author of the comments that carry the evidence
NUMBER = "number"  # attribute of a paragraph: which one it is in the document as it was saved


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a person, and the paragraph it stands at (its place in `Opened.paragraphs`), if any."""

    author: str
    date: str
    text: str
    at: int | None


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything that is read from a draft. Paragraphs without words are left out."""

    program: str
    parts: dict[str, bytes]
    paragraphs: list[Paragraph]
    comments: list[Comment]
    revisions: list[Revision]
    drawings: list[Drawing]


def open_draft(package: bytes, choice: Choice = "accept") -> Opened:
    """Reads the accepted or the rejected view. Raises UsageError for a file that is no DOCX."""
    parts = _unpacked(package)
    body, styles = _xml(parts["word/document.xml"]), parts.get("word/styles.xml")
    for number, node in enumerate(body.iter(name("w:p"))):
        node.set(NUMBER, str(number))
    changes = revisions(body)
    resolve(body, choice)
    found = [one for one in paragraphs(body, _xml(styles) if styles else None) if one.text.strip()]
    targets = _targets(parts)
    shown = drawings(body, lambda id: parts.get(targets.get(id, "")))
    return Opened(_program(parts, package), parts, found, _comments(parts, found), changes, shown)


def _unpacked(package: bytes) -> dict[str, bytes]:
    try:
        parts = unpack(package)
    except (BadZipFile, ValueError, OSError) as error:
        raise UsageError(f"this is no DOCX (Word 97, WPS or PDF? save it as .docx): {error}") from error
    if "word/document.xml" not in parts:
        raise UsageError("this is no Word document: save it as .docx")
    return parts


def _xml(data: bytes) -> Node:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise UsageError(f"the document is damaged: {error}") from error


def _program(parts: dict[str, bytes], package: bytes) -> str:
    """Who saved it last. WPS calls itself Microsoft Office and leaves a property of its own."""
    if "KSOProductBuildVer" in custom_properties(package):
        return "WPS"
    said = re.search(rb"<(?:\w+:)?Application>([^<]*)<", parts.get("docProps/app.xml", b""))
    return said[1].decode("utf-8", "replace").split("/")[0] if said else "an unknown program"


def _comments(parts: dict[str, bytes], found: list[Paragraph]) -> list[Comment]:
    """The comments of persons; those that carry our evidence are left out."""
    if "word/comments.xml" not in parts:
        return []
    out = []
    for node in _xml(parts["word/comments.xml"]).iter(name("w:comment")):
        author, date, id = (str(node.get(name(f"w:{key}")) or "") for key in ("author", "date", "id"))
        lines = ("".join(t.text or "" for t in p.iter(name("w:t"))) for p in node.iter(name("w:p")))
        if author != _OURS:
            at = next((n for n, one in enumerate(found) if id in one.comments), None)
            out.append(Comment(author, date, "\n".join(lines), at))
    return out


def _targets(parts: dict[str, bytes]) -> dict[str, str]:
    relations = parts.get("word/_rels/document.xml.rels")
    rows = _xml(relations) if relations else ()
    targets = {str(row.get("Id")): str(row.get("Target")) for row in rows}
    return {id: to.lstrip("/") if to.startswith("/") else str(PurePosixPath("word", to)) for id, to in targets.items()}
