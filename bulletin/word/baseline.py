"""What was written where, kept inside the document, so that a colleague's edits can be brought home.

Every editable text stands between a hidden bookmark's ends, and a custom XML part lists the bookmarks in document
order with the place in the content file and the text as it was, then every paragraph with the fixed words around those
texts. The part is bound to nothing: LibreOffice, WPS and Word keep such a part and such bookmarks through an open and a
save, and rewrite or lose most other anchors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from bulletin.edition.blocks import Break, Figure, Inline, Line

from .around import Around, comments_by, distinct, pages_of, run_colours, run_styles, words_of
from .comments import AUTHOR
from .drawings import PlacedDrawing, drawings
from .layout import PREFIX, Place, paragraphs
from .look import Lang
from .ox import Node, clean, serialise, stable
from .package import NoDocx, tree, unpack
from .payload import checked

URN = "urn:bulletin:baseline"
_ITEM = "{7B1D0C0E-6E6C-4E4C-8A11-0000000000B1}"
_PROPERTIES = "docProps/custom.xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"


@dataclass(frozen=True, slots=True)
class Source:
    """The content file: its name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One editable text: `text` as in the content file, with `<id>` for figures; `figures` as they are printed."""

    bookmark: str
    path: str
    lang: Lang
    text: str
    figures: tuple[str, ...] = ()


@dataclass(slots=True)
class Baseline:
    """The entries in document order; grows while the document is written."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, path: str, lang: Lang, line: Line) -> str:
        """Record a text and return the name of its bookmark: hidden (a leading _), 40 characters at most."""
        figures = tuple(clean(piece.text) for piece in line if isinstance(piece, Figure) and piece.text)
        return self._record(path, lang, reference_text(line), figures)

    def add_figure(self, fact: str, printed: str) -> str:
        """Record a figure that stands alone; its place is the fact itself."""
        return self._record(f"facts.{fact}", "en", f"<{fact}>", (clean(printed),))

    def _record(self, path: str, lang: Lang, text: str, figures: tuple[str, ...]) -> str:
        earlier = sum((entry.path, entry.lang) == (path, lang) for entry in self.entries)
        bookmark = f"{PREFIX}{stable(f'{path}.{lang}')}" + (f"_{earlier + 1}" if earlier else "")
        self.entries.append(Entry(bookmark, path, lang, text, figures))
        return bookmark


def reference_text(line: Line) -> str:
    """The line as the content file writes it: figures as `<id>`, bold between `**`, a break as a line end."""
    out, bold = "", False
    for piece in line:
        if isinstance(piece, Figure) and not piece.text:
            continue  # a raised number alone: the program set it
        heavy = not isinstance(piece, Break) and piece.bold
        out += "**" if heavy != bold else ""
        out, bold = out + _source(piece), heavy
    return out + ("**" if bold else "")


def _source(piece: Inline) -> str:
    if isinstance(piece, Break):
        return "\n"
    return f"<{piece.fact}>" if isinstance(piece, Figure) else clean(piece.text)


def attach(document: Any, entries: Iterable[Entry], edition: str, source: Source) -> None:
    """Put the baseline and the custom properties into a python-docx document whose body is written."""
    package = document.part.package
    words = _payload(document, list(entries), edition, source)
    root = etree.Element(f"{{{URN}}}baseline", nsmap={"b": URN})
    etree.SubElement(root, f"{{{URN}}}json").text = words
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", serialise(root), package)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.relate_to(
        Part(PackURI("/customXml/itemProps1.xml"), kind, _item_properties(), package),
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
    )
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    facts = {
        "bulletin.edition": edition,
        "bulletin.source": source.name,
        "bulletin.sha256": source.sha256,
        "bulletin.baseline": stable(words, 16),
    }
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    custom = Part(PackURI(f"/{_PROPERTIES}"), kind, _properties(facts), package)
    package.relate_to(custom, f"{_CUSTOM}/relationships/custom-properties")


def _payload(document: Any, entries: list[Entry], edition: str, source: Source) -> str:
    """The baseline as JSON."""
    numbers = {entry.bookmark: number for number, entry in enumerate(entries)}
    written = [one for one in paragraphs(document.element.body, document.styles.element) if one.text]
    layout = [
        WrittenParagraph(one.style, one.place, tuple(numbers.get(part, part) for part in one.parts()))
        for one in written
    ]
    shown, _ = drawings(document.element.body, lambda id: document.part.rels[id].target_part.blob)
    return dump(Kept(edition, source, tuple(entries), tuple(layout), tuple(shown), _around(document)))


def _around(document: Any) -> Around:
    """What stands around the text of the python-docx document."""
    part = document.part

    def said(kind: str) -> tuple[str, ...]:
        ends = [one.target_part.element for one in part.rels.values() if one.reltype.endswith(f"/{kind}")]
        return distinct(map(words_of, ends))

    margin = [one.target_part.element for one in part.rels.values() if one.reltype.endswith("/comments")]
    said_there = comments_by(margin[0], AUTHOR) if margin else ()
    body = document.element.body
    styles, colours = run_styles(body, document.styles.element), run_colours(body)
    return Around(said("header"), said("footer"), said_there, styles, colours, pages_of(body))


def _item_properties() -> bytes:
    space = f"{_CUSTOM}/customXml"
    root = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    root.set(f"{{{space}}}itemID", _ITEM)
    refs = etree.SubElement(root, f"{{{space}}}schemaRefs")
    etree.SubElement(refs, f"{{{space}}}schemaRef").set(f"{{{space}}}uri", URN)
    return serialise(root)


def _properties(facts: dict[str, str]) -> bytes:
    space, types = f"{_CUSTOM}/custom-properties", f"{_CUSTOM}/docPropsVTypes"
    root = etree.Element(f"{{{space}}}Properties", nsmap={"p": space, "vt": types})
    for number, (key, value) in enumerate(facts.items(), 2):  # 0 and 1 are reserved ([MS-OLEPS] 2.18)
        row = etree.SubElement(root, f"{{{space}}}property", pid=str(number), name=key)
        row.set("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
        etree.SubElement(row, f"{{{types}}}lpwstr").text = clean(value)
    return serialise(root)


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph as it was written: fixed words, and editable texts by their number."""

    style: str
    place: Place | None
    parts: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A baseline read back from a document."""

    edition: str
    source: Source
    entries: tuple[Entry, ...]
    layout: tuple[WrittenParagraph, ...] = ()
    drawings: tuple[PlacedDrawing, ...] = ()
    around: Around | None = None  # earlier drafts do not say


def dump(kept: Kept) -> str:
    """The JSON of a baseline, which `kept` reads."""
    payload: dict[str, Any] = {"edition": kept.edition, "source": asdict(kept.source)}
    payload["texts"] = [asdict(entry) for entry in kept.entries]
    payload["layout"] = [[one.style, one.place, one.parts] for one in kept.layout]
    payload["drawings"] = [asdict(one) for one in kept.drawings]
    if kept.around is not None:
        payload["around"] = asdict(kept.around)
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def with_baseline(parts: dict[str, bytes], kept: Kept) -> dict[str, bytes]:
    """The parts of a document with another baseline in the place of its own, or in a part of its own name."""
    words = dump(kept)
    root = etree.Element(f"{{{URN}}}baseline", nsmap={"b": URN})
    etree.SubElement(root, f"{{{URN}}}json").text = words
    part = next((part for part, content in parts.items() if _is_baseline(part, content)), "customXml/item1.xml")
    out = parts | {part: serialise(root)}
    if (own := _custom(parts)) is not None:
        for row in own:
            if row.get("name") == "bulletin.baseline" and len(row):
                row[0].text = stable(words, 16)
        out[_PROPERTIES] = serialise(own)
    return out


def _is_baseline(part: str, content: bytes) -> bool:
    return part.startswith("customXml/item") and URN.encode() in content and b"schemaRef" not in content


def read(package: bytes) -> Kept | None:
    """The baseline of a document, whatever its part is called now; None where there is none."""
    return baseline_of(unpack(package))


def baseline_of(parts: Mapping[str, bytes]) -> Kept | None:
    """The same from the parts. Raises ValueError where it is damaged."""
    words = _words(parts)
    return kept(words) if words else None


def sidecar(package: bytes) -> tuple[str, bytes] | None:
    """The name and the bytes of a copy of the baseline that can be kept outside the document."""
    words = _words(unpack(package))
    return (stable(words, 16), words.encode()) if words else None


def _words(parts: Mapping[str, bytes]) -> str | None:
    for part, content in parts.items():
        if _is_baseline(part, content):
            try:
                return str(tree(content).findtext(f"{{{URN}}}json") or "")
            except NoDocx as error:
                raise ValueError(str(error)) from error
    return None


def kept(words: str) -> Kept:
    """A baseline from its JSON. Raises ValueError where it is none."""
    found = checked(words)
    entries = tuple(Entry(one.bookmark, one.path, one.lang, one.text, one.figures) for one in found.texts)
    layout = tuple(WrittenParagraph(*row) for row in found.layout)
    shown = tuple(PlacedDrawing(one.name, one.alt, one.digests) for one in found.drawings)
    around = None if found.around is None else Around(*(getattr(found.around, one.name) for one in fields(Around)))
    return Kept(found.edition, Source(found.source.name, found.source.sha256), entries, layout, shown, around)


def custom_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The custom properties of a document by name; none where the part is missing or broken."""
    root = _custom(parts)
    rows = () if root is None else root
    return {str(row.get("name")): "".join(map(str, row.itertext())) for row in rows if row.get("name")}


def _custom(parts: Mapping[str, bytes]) -> Node | None:
    try:
        return tree(parts[_PROPERTIES])
    except (KeyError, NoDocx):
        return None
