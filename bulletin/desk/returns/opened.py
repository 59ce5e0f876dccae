"""A draft as it came back: paragraphs, comments, tracked changes, pictures, and who saved it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bulletin.manifest import digest
from bulletin.messages import say
from bulletin.word import NoDocx, custom_properties, tree, unpack
from bulletin.word.around import Around, comments_by, distinct, paged, pages_of, words_of
from bulletin.word.comments import AUTHOR
from bulletin.word.drawings import PlacedDrawing, drawings
from bulletin.word.layout import WordParagraph, paragraphs
from bulletin.word.ox import Node, name

from .contents import Held, held
from .extent import LONGEST, measure
from .looks import Looking, Looks
from .revisions import Choice, Decision, Revision, resolve, revisions

_BODY, _COMMENTS = "word/document.xml", "word/comments.xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = (b".document.macroEnabled.main+xml", b".template.main+xml", b".template.macroEnabledTemplate.main+xml")
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_PHOTOS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"II*\0": "tif", b"MM\0*": "tif"}
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
    paragraphs: list[WordParagraph]
    comments: list[Comment]
    revisions: list[Revision]
    drawings: list[PlacedDrawing]
    drawn: list[int | None] = field(default_factory=list)  # where each drawing stands
    held: list[Held] = field(default_factory=list)
    around: Around = field(default_factory=Around)
    standing: dict[Node, int] = field(
        default_factory=dict
    )  # each `w:p`: the paragraph with words that it is or follows
    pages: list[int] = field(default_factory=list)  # of each paragraph
    styles: Node | None = None
    media: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)  # pictures by digest: kind of file, and bytes

    def at(self, node: Node | None) -> int | None:
        """The place in `paragraphs` of something that stands in a `w:p`."""
        return self.standing.get(node) if node is not None else None

    def looks(self, own: Around | None) -> list[Looking]:
        """Words that look otherwise than their style says; `own`: what the program gave."""
        runs = {one.node: one.written for one in self.paragraphs if one.written}
        return list(Looks(self.styles, own).of(runs))


def open_draft(package: bytes, choice: Choice | Decision = "accept") -> Opened:
    """Reads the accepted or the rejected view. Raises NoDocx for a file that is no DOCX, or beyond its limits."""
    return opened(unpack(package), choice)


def opened(parts: Mapping[str, bytes], choice: Choice | Decision = "accept") -> Opened:
    """The same from the parts."""
    body, styles = _body(parts), parts.get("word/styles.xml")
    measure(body)
    for number, node in enumerate(body.iter(name("w:p"))):
        node.set(NUMBER, str(number))
    changes = revisions(body)
    resolve(body, choice)
    sheet = tree(styles) if styles else None
    found = [one for one in paragraphs(body, sheet) if one.text.strip()]
    targets = _targets(parts)
    shown, drawn = drawings(body, lambda id: parts.get(targets.get(id, "")))
    standing, pages = _standing(body, found), paged(body)
    return Opened(
        _program(parts),
        found,
        _comments(parts, found),
        changes,
        shown,
        [None if node is None else standing.get(node) for node in drawn],
        held(body, _notes(parts), targets),
        replace(_around(parts), pages=pages_of(body)),
        standing,
        [pages[one.node] for one in found],
        sheet,
        _media(parts),
    )


def _media(parts: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """The photographs among the parts, by their digest."""
    media = [content for part, content in parts.items() if part.startswith("word/media/")]
    kinds = ((next((kind for sign, kind in _PHOTOS.items() if one.startswith(sign)), ""), one) for one in media)
    return {digest(one)[:16]: (kind, one) for kind, one in kinds if kind}


def _standing(body: Node, found: list[WordParagraph]) -> dict[Node, int]:
    numbers, at, out = {one.node: n for n, one in enumerate(found)}, 0, dict[Node, int]()
    for node in body.iter(name("w:p")):
        at = numbers.get(node, at)
        out |= {node: at} if found else {}
    return out


def _notes(parts: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
    """The words of footnotes and endnotes by kind and id."""
    out: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = tree(parts[f"word/{kind}s.xml"]) if parts.get(f"word/{kind}s.xml") else ()
        out |= {(kind, str(one.get(name("w:id")))): words_of(one) for one in root}
    return out


def _around(parts: Mapping[str, bytes]) -> Around:
    """Headers, footers, and the comments that carry the evidence."""

    def said(kind: str) -> tuple[str, ...]:
        wanted = re.compile(rf"word/{kind}\d*\.xml")
        return distinct(words_of(tree(data)) for part, data in parts.items() if wanted.fullmatch(part) and data)

    margin = comments_by(tree(parts[_COMMENTS]), AUTHOR) if parts.get(_COMMENTS) else ()
    return Around(said("header"), said("footer"), margin)


def _body(parts: Mapping[str, bytes]) -> Node:
    """The tree of the text. Raises NoDocx for other kinds of documents, each by its name."""
    types = parts.get("[Content_Types].xml", b"")
    if "mimetype" in parts or "content.xml" in parts:
        raise NoDocx(say("docx.opendocument"))
    if _BODY not in parts:
        raise NoDocx(say("docx.no-text"))
    if _MAIN not in types:
        raise NoDocx(say("docx.macros" if any(kind in types for kind in _OTHERS) else "docx.type"))
    root = tree(parts[_BODY])
    if root.tag == _STRICT:
        raise NoDocx(say("docx.strict"))
    if root.tag != name("w:document") or root.find(name("w:body")) is None:
        raise NoDocx(say("docx.no-text"))
    return root


def _program(parts: Mapping[str, bytes]) -> str:
    """Who saved it last. WPS calls itself Microsoft Office and leaves a property of its own."""
    if "KSOProductBuildVer" in custom_properties(parts):
        return "WPS"
    said = re.search(rb"<(?:\w{1,20}:)?Application>([^<]{1,80})<", parts.get("docProps/app.xml", b""))
    return said[1].decode("utf-8", "replace").split("/")[0] if said else say("draft.unknown-program")


def _comments(parts: Mapping[str, bytes], found: list[WordParagraph]) -> list[Comment]:
    """The comments of persons; those that carry our evidence are left out."""
    if not parts.get(_COMMENTS):
        return []
    root, out = tree(parts[_COMMENTS]), []
    measure(root)
    places = {id: n for n, one in reversed([*enumerate(found)]) for id in one.comments}
    for node in root.iter(name("w:comment")):
        author, date, id = (str(node.get(name(f"w:{key}")) or "") for key in ("author", "date", "id"))
        lines = ("".join(t.text or "" for t in p.iter(name("w:t"))) for p in node.iter(name("w:p")))
        if author != AUTHOR:
            out.append(Comment(author[:80], date[:20], "\n".join(lines)[:LONGEST], places.get(id)))
    return out


def _targets(parts: Mapping[str, bytes]) -> dict[str, str]:
    relations = parts.get("word/_rels/document.xml.rels")
    rows = tree(relations) if relations else ()
    targets = {str(row.get("Id")): str(row.get("Target")) for row in rows}
    return {id: to.lstrip("/") if to.startswith("/") else str(PurePosixPath("word", to)) for id, to in targets.items()}
