"""Rules that every DOCX must pass. A reader that opens a file proves little: LibreOffice opens almost anything.

Each rule takes a Package and yields what is wrong. The sources are ECMA-376 parts 1 and 2 and what Word refuses.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml import etree

from bulletin.word.ox import NAMESPACES, ORDER, name
from bulletin.word.package import unpack

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Package:
    """The parts of a document, parsed."""

    def __init__(self, data: bytes):
        self.parts = unpack(data)
        self.xml = {
            part: etree.fromstring(body) for part, body in self.parts.items() if part.endswith((".xml", ".rels"))
        }
        self.document = self.xml["word/document.xml"]

    @property
    def stories(self) -> dict[str, etree._Element]:
        """What a reader reads: the body, headers, footers, comments."""
        return {
            part: root
            for part, root in self.xml.items()
            if re.match(r"word/(document|header|footer|comments)\d*\.xml", part)
        }

    def all(self, *tags: str) -> Iterator[etree._Element]:
        """Elements with these names in the body."""
        return self.document.iter(*(name(tag) for tag in tags))


def w(node: etree._Element, key: str) -> str | None:
    return node.get(name(f"w:{key}"))


def content_types(package: Package) -> Iterator[str]:
    """Every part has a type, and every type a part (part 2, 7.2.3)."""
    root = package.xml["[Content_Types].xml"]
    overrides = {node.get("PartName") for node in root.iter(f"{_TYPES}Override")}
    defaults = {node.get("Extension") for node in root.iter(f"{_TYPES}Default")}
    for part in package.parts:
        if part != "[Content_Types].xml" and f"/{part}" not in overrides and part.rpartition(".")[2] not in defaults:
            yield f"{part} has no content type"
    yield from (f"{part} is typed and not there" for part in overrides if part.lstrip("/") not in package.parts)


def relations(package: Package) -> Iterator[str]:
    """Every relation leads to a part, and every r:id to a relation (part 2, 6.5)."""
    known: dict[str, set[str]] = {}
    for part, root in package.xml.items():
        if not part.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(part))
        ids = [node.get("Id") for node in root]
        yield from (f"{part}: {id} twice" for id, times in Counter(ids).items() if times > 1)
        known[posixpath.join(folder, posixpath.basename(part)[:-5])] = set(ids)
        for node in root:
            target = node.get("Target")
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if place not in package.parts:
                yield f"{part}: {node.get('Id')} leads to {place}, which is not there"
    for part, root in package.xml.items():
        for node in root.iter(etree.Element):
            for key, value in node.attrib.items():
                if key.startswith(f"{{{NAMESPACES['r']}}}") and value not in known.get(part, set()):
                    yield f"{part}: {value} is no relation"


def order_of_properties(package: Package) -> Iterator[str]:
    """Properties stand in the schema's order, each once."""
    for part, root in package.xml.items():
        for kind, order in ORDER.items():
            for node in root.iter(name(f"w:{kind}")):
                places = [order.index(etree.QName(child).localname) for child in node]
                if places != sorted(set(places)):
                    yield f"{part}: {kind} has {[etree.QName(child).localname for child in node]}"


def unique_ids(package: Package) -> Iterator[str]:
    """Pictures, bookmarks and comments are told apart by id; bookmarks by name as well, whatever its case."""
    groups = {
        "picture id": [node.get("id") for node in package.all("wp:docPr")],
        "bookmark id": [w(node, "id") for node in package.all("w:bookmarkStart")],
        "bookmark": [(w(node, "name") or "").lower() for node in package.all("w:bookmarkStart")],
        "comment": [w(node, "id") for node in package.all("w:commentReference")],
    }
    for kind, values in groups.items():
        yield from (f"{kind} {value} twice" for value, times in Counter(values).items() if times > 1)


def paired_bookmarks(package: Package) -> Iterator[str]:
    """A bookmark begins and ends in one paragraph, and its name is 40 characters at most."""
    for paragraph in package.all("w:p"):
        starts = {w(node, "id") for node in paragraph.iter(name("w:bookmarkStart"))}
        ends = {w(node, "id") for node in paragraph.iter(name("w:bookmarkEnd"))}
        yield from (f"bookmark {id} is not paired" for id in starts ^ ends)
    yield from (
        f"{w(node, 'name')} is too long" for node in package.all("w:bookmarkStart") if len(w(node, "name") or "") > 40
    )


def links(package: Package) -> Iterator[str]:
    """A link leads to a bookmark."""
    bookmarks = {w(node, "name") for node in package.all("w:bookmarkStart")}
    yield from (
        f"no bookmark {w(node, 'anchor')}" for node in package.all("w:hyperlink") if w(node, "anchor") not in bookmarks
    )


def cells(package: Package) -> Iterator[str]:
    """A cell ends with a paragraph; it has a width; a row has cells, and they fill the grid (17.4)."""
    for table in package.all("w:tbl"):
        grid = [int(w(node, "w") or 0) for node in table.findall(f"{name('w:tblGrid')}/{name('w:gridCol')}")]
        if not grid or min(grid) <= 0:
            yield f"grid {grid}"
        if not table.findall(name("w:tr")):
            yield "a table without rows"
        for row in table.findall(name("w:tr")):
            spans, width = 0, 0
            for cell in row.findall(name("w:tc")):
                if not len(cell) or cell[-1].tag != name("w:p"):
                    yield "a cell does not end with a paragraph"
                span, own = (
                    cell.find(f"{name('w:tcPr')}/{name('w:gridSpan')}"),
                    cell.find(f"{name('w:tcPr')}/{name('w:tcW')}"),
                )
                spans += 1 if span is None else int(w(span, "val") or 0)
                width += 0 if own is None else int(w(own, "w") or 0)
            if spans != len(grid) or width != sum(grid):
                yield f"a row spans {spans} of {len(grid)} columns and {width} of {sum(grid)} twips"


def tables_apart(package: Package) -> Iterator[str]:
    """Two tables never touch: Word would join them. The body ends with a paragraph and one section."""
    body = package.document[0]
    for before, after in pairwise(body):
        if before.tag == after.tag == name("w:tbl"):
            yield "two tables touch"
    if [node.tag for node in body[-2:]] != [name("w:p"), name("w:sectPr")]:
        yield "the body does not end with a paragraph and its section"
    if len(list(package.all("w:sectPr"))) != 1:
        yield "more than one section"


def named_styles(package: Package) -> Iterator[str]:
    """Every style that is used or built upon exists, as does every list."""
    styles = {w(node, "styleId"): node for node in package.xml["word/styles.xml"].iter(name("w:style"))}
    for part, root in {**package.stories, "word/styles.xml": package.xml["word/styles.xml"]}.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            yield from (
                f"{part}: no style {w(node, 'val')}"
                for node in root.iter(name(f"w:{tag}"))
                if w(node, "val") not in styles
            )
    lists = {w(node, "numId") for node in package.xml["word/numbering.xml"].iter(name("w:num"))}
    for root in (package.document, package.xml["word/styles.xml"]):
        yield from (f"no list {w(node, 'val')}" for node in root.iter(name("w:numId")) if w(node, "val") not in lists)


def closed_fields(package: Package) -> Iterator[str]:
    """begin, separate, end in this order, in one paragraph, with a result; never marked dirty (17.16.18)."""
    for part, root in package.stories.items():
        for paragraph in root.iter(name("w:p")):
            kinds = [w(node, "fldCharType") for node in paragraph.iter(name("w:fldChar"))]
            if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
                yield f"{part}: {kinds}"
        yield from (f"{part}: a dirty field" for node in root.iter(name("w:fldChar")) if w(node, "dirty"))
    if package.xml["word/settings.xml"].find(name("w:updateFields")) is not None:
        yield "updateFields makes Word ask"


def plain_text(package: Package) -> Iterator[str]:
    """No control characters, line ends or tabs in text; spaces are kept."""
    for part, root in package.stories.items():
        for node in root.iter(name("w:t"), name("w:instrText")):
            words = node.text or ""
            if _CONTROL.search(words) or re.search(r"[\t\r\n]", words):
                yield f"{part}: {words!r}"
            if words != words.strip() and node.get(name("xml:space")) != "preserve":
                yield f"{part}: {words!r} would lose its spaces"


def comments(package: Package) -> Iterator[str]:
    """Every comment is placed once, from a start to an end before its reference."""
    root = package.xml.get("word/comments.xml")
    known = [] if root is None else [w(node, "id") for node in root.iter(name("w:comment"))]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if sorted(w(node, "id") or "" for node in package.all(f"w:{tag}")) != sorted(id or "" for id in known):
            yield f"{tag} does not match the comments"


def described(package: Package) -> Iterator[str]:
    """Pictures and tables can be understood without being seen."""
    yield from (
        f"{node.get('name')} has no alternative text" for node in package.all("wp:docPr") if not node.get("descr")
    )
    for properties in package.all("w:tblPr"):
        if any(properties.find(name(f"w:{tag}")) is None for tag in ("tblCaption", "tblDescription")):
            yield "a table without a title"


def native(package: Package) -> Iterator[str]:
    """A4, Word 2013 mode, Chinese as the East Asian language, an AppVersion that Word takes."""
    modes = [
        w(n, "val")
        for n in package.xml["word/settings.xml"].iter(name("w:compatSetting"))
        if w(n, "name") == "compatibilityMode"
    ]
    if modes != ["15"]:
        yield f"compatibilityMode {modes}"
    size = package.document[0][-1].find(name("w:pgSz"))
    if (w(size, "w"), w(size, "h")) != ("11906", "16838"):
        yield "not A4"
    language = package.xml["word/styles.xml"].find(f".//{name('w:rPrDefault')}//{name('w:lang')}")
    if (w(language, "val"), w(language, "eastAsia")) != ("en-US", "zh-CN"):
        yield "default languages"
    if not re.fullmatch(rb".*<AppVersion>\d{2}\.\d{4}</AppVersion>.*", package.parts["docProps/app.xml"], re.DOTALL):
        yield "AppVersion is not XX.YYYY"


def controls(package: Package) -> Iterator[str]:
    """No content controls: LibreOffice 7.4 doubles their text."""
    for part, root in package.stories.items():
        yield from (f"{part}: a content control" for _ in root.iter(name("w:sdt")))


def measures(package: Package) -> Iterator[str]:
    """Colours are six hexadecimal digits or auto, sizes whole half-points up to 1638 pt (17.3.2.6, 17.3.2.38)."""
    for part, root in {**package.stories, "word/styles.xml": package.xml["word/styles.xml"]}.items():
        for node in root.iter(name("w:color")):
            if not re.fullmatch("[0-9A-Fa-f]{6}|auto", w(node, "val") or ""):
                yield f"{part}: the colour {w(node, 'val')}"
        for node in root.iter(name("w:sz"), name("w:szCs")):
            if not re.fullmatch("[1-9][0-9]{0,3}", w(node, "val") or "") or int(w(node, "val") or 0) > 3276:
                yield f"{part}: the size {w(node, 'val')}"


RULES: tuple[Callable[[Package], Iterator[str]], ...] = (
    content_types,
    relations,
    order_of_properties,
    unique_ids,
    paired_bookmarks,
    links,
    cells,
    tables_apart,
    named_styles,
    closed_fields,
    plain_text,
    comments,
    described,
    native,
    controls,
    measures,
)


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a document."""
    package = Package(data)
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(package)]
