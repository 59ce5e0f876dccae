"""Every kind of fault that has been seen to spoil a document is put into one, and the rules have to see it."""

from __future__ import annotations

import copy
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from bulletin.word.ox import name, w
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from tests.conftest import missing
from tests.writers.docx.drafts import written
from tests.writers.docx.structure import faults

Spoil = Callable[[etree._Element], None]
VALIDATOR = Path(".tools/node_modules/.bin/ooxml-validator")


@pytest.fixture(scope="module")
def sound() -> bytes:
    return written()


def first(root: etree._Element, tag: str) -> etree._Element:
    return next(root.iter(name(tag)))


def repeat(tag: str, key: str) -> Spoil:
    """Two elements with one id."""

    def spoil(root: etree._Element) -> None:
        one, other = list(root.iter(name(tag)))[:2]
        other.set(key, str(one.get(key)))

    return spoil


def remove(tag: str) -> Spoil:
    def spoil(root: etree._Element) -> None:
        node = first(root, tag)
        node.getparent().remove(node)

    return spoil


def change(tag: str, key: str, value: str) -> Spoil:
    return lambda root: first(root, tag).set(name(key) if ":" in key else key, value)


def add(tag: str, make: Callable[[], etree._Element], at: int | None = None) -> Spoil:
    def spoil(root: etree._Element) -> None:
        node = first(root, tag)
        node.insert(len(node) if at is None else at, make())

    return spoil


def empty_cell(root: etree._Element) -> None:
    cell = first(root, "w:tc")
    cell[:] = [cell[0]]


def empty_row(root: etree._Element) -> None:
    row = first(root, "w:tr")
    row[:] = [node for node in row if node.tag != name("w:tc")]


def cell_ends_in_table(root: etree._Element) -> None:
    cell = first(root, "w:tc")
    cell.append(copy.deepcopy(list(root.iter(name("w:tbl")))[1]))


def two_controls(root: etree._Element) -> None:
    body = root[0]
    for _ in range(2):
        body.insert(0, w("sdt", w("sdtPr", w("id", val=7)), w("sdtContent", w("p"))))


def reorder(root: etree._Element) -> None:
    properties = next(node for node in root.iter(name("w:rPr")) if len(node) > 2)
    properties[:] = list(reversed(properties))


def text(value: str) -> Spoil:
    return lambda root: setattr(first(root, "w:t"), "text", value)


def numbered() -> etree._Element:
    return w("numPr", w("ilvl", val=0), w("numId", val=77))


IN_DOCUMENT: dict[str, Spoil] = {
    "two pictures with one id": repeat("wp:docPr", "id"),
    "two bookmarks with one id": repeat("w:bookmarkStart", name("w:id")),
    "two bookmarks with one name": repeat("w:bookmarkStart", name("w:name")),
    "two controls with one id": two_controls,
    "a bookmark that does not end": remove("w:bookmarkEnd"),
    "a bookmark that does not begin": remove("w:bookmarkStart"),
    "an empty cell": empty_cell,
    "an empty row": empty_row,
    "a cell that ends in a table": cell_ends_in_table,
    "a cell without width": remove("w:tcW"),
    "a table without grid": remove("w:tblGrid"),
    "properties in the wrong order": reorder,
    "a paragraph style that is not there": change("w:pStyle", "w:val", "Nowhere"),
    "a run style that is not there": change("w:rStyle", "w:val", "Nowhere"),
    "a table style that is not there": change("w:tblStyle", "w:val", "Nowhere"),
    "a list that is not there": add("w:pPr", numbered, 1),
    "a relation that is not there": change("a:blip", "r:embed", "rId999"),
    "a link to nowhere": change("w:hyperlink", "w:anchor", "_e_99"),
    "an open field": change("w:fldChar", "w:fldCharType", "separate"),
    "a dirty field": change("w:fldChar", "w:dirty", "1"),
    "a line break in text": text("one\ntwo"),
    "a tab in text": text("one\ttwo"),
    "a control character in text": text("one\x85two"),
    "a comment without its mark": remove("w:commentReference"),
    "a comment without its end": remove("w:commentRangeEnd"),
    "two sections": add("w:pPr", lambda: w("sectPr")),
    "a bad colour": add("w:rPr", lambda: w("color", val="blue")),
    "a bad size": add("w:rPr", lambda: w("sz", val="8.5")),
    "a picture without words": change("wp:docPr", "descr", ""),
}
IN_PARTS: dict[str, tuple[str, bytes, bytes]] = {
    "compatibility mode 14": ("word/settings.xml", b'w:val="15"', b'w:val="14"'),
    "fields that are to be updated": (
        "word/settings.xml",
        b"</w:settings>",
        b'<w:updateFields w:val="1"/></w:settings>',
    ),
    "a bad AppVersion": ("docProps/app.xml", b"<AppVersion>16.0000", b"<AppVersion>16"),
    "a part without a type": ("[Content_Types].xml", b'Extension="png"', b'Extension="gif"'),
    "a comment that nobody placed": ("word/comments.xml", b"</w:comments>", b'<w:comment w:id="99"/></w:comments>'),
    "a style built on nothing": ("word/styles.xml", b'<w:basedOn w:val="Normal"/>', b'<w:basedOn w:val="None"/>'),
}


def spoiled(sound: bytes, kind: str) -> bytes:
    parts = unpack(sound)
    if kind in IN_DOCUMENT:
        root = etree.fromstring(parts["word/document.xml"])
        IN_DOCUMENT[kind](root)
        return pack(parts | {"word/document.xml": etree.tostring(root, xml_declaration=True, encoding="UTF-8")})
    part, before, after = IN_PARTS[kind]
    assert before in parts[part]
    return pack(parts | {part: parts[part].replace(before, after, 1)})


def test_the_document_is_sound_before(sound: bytes) -> None:
    assert faults(sound) == []


@pytest.mark.parametrize("kind", [*IN_DOCUMENT, *IN_PARTS])
def test_the_rules_see(sound: bytes, kind: str) -> None:
    assert faults(spoiled(sound, kind))


@pytest.mark.parametrize("part", ["word/media/image1.png", "word/numbering.xml"])
def test_the_rules_see_that_a_part_is_gone(sound: bytes, part: str) -> None:
    parts = unpack(sound)
    assert part in parts
    left = pack({name: body for name, body in parts.items() if name != part})
    try:
        found = faults(left)
    except KeyError as error:
        found = [str(error)]
    assert found


def test_the_open_xml_sdk_has_nothing_to_say(sound: bytes, tmp_path: Path) -> None:
    if not VALIDATOR.exists() or shutil.which("node") is None:
        missing("the Open XML validator")
    (tmp_path / "draft.docx").write_bytes(sound)
    done = subprocess.run([str(VALIDATOR.resolve()), str(tmp_path / "draft.docx")], capture_output=True, timeout=120)
    assert b'"ok": true' in done.stdout, done.stdout.decode()
