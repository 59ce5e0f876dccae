"""A draft as WPS Writer saves it: the words and the marks stay, most of what is around them is written anew.

What it does is known of files that it saved: it names itself in docProps/app.xml; of a drawing it keeps the picture and
drops the vector form; lists get other numbers and levels; runs are cut where the writing changes; styles get numbers
for ids; the ends of bookmarks slip to those of paragraphs; every paragraph has properties of its own.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping

from lxml import etree

from bulletin.word.ox import Node, name, w
from bulletin.word.pack import pack
from bulletin.word.package import unpack

_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_STYLES = ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/styles.xml")
_WRITING = re.compile(r"[\u2e80-\u9fff\uff00-\uffef“”‘’…—　]+|[^\u2e80-\u9fff\uff00-\uffef“”‘’…—　]+")


def as_wps(package: bytes) -> bytes:
    """The draft, opened and saved."""
    parts = dict(unpack(package))
    trees = {part: etree.fromstring(parts[part]) for part in (*_STYLES, "word/numbering.xml") if part in parts}
    body = trees["word/document.xml"]
    _without_svg(parts, body)
    _numbers(body, trees["word/numbering.xml"])
    _runs(body)
    _paragraphs(body)
    _bookmarks(body)
    _ids(trees)
    parts["docProps/app.xml"] = _program(parts["docProps/app.xml"])
    out = {part: etree.tostring(tree, xml_declaration=True, encoding="UTF-8") for part, tree in trees.items()}
    return pack(parts | out)


def _without_svg(parts: dict[str, bytes], body: Node) -> None:
    for blip in list(body.iter(_SVG)):
        extension = blip.getparent()
        assert extension is not None
        extension.getparent().remove(extension)  # type: ignore[union-attr]
    for part in [one for one in parts if one.endswith(".svg")]:
        del parts[part]
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    for one in [one for one in relations if str(one.get("Target")).endswith(".svg")]:
        relations.remove(one)
    parts["word/_rels/document.xml.rels"] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")


def _numbers(body: Node, numbering: Node) -> None:
    """Lists under other numbers; a paragraph of one names its list itself."""
    new = {one.get(name("w:numId")): str(10 + n) for n, one in enumerate(numbering.iter(name("w:num")))}
    for one in numbering.iter(name("w:num")):
        one.set(name("w:numId"), new[one.get(name("w:numId"))])
    for one in body.iter(name("w:numId")):
        one.set(name("w:val"), new.get(one.get(name("w:val")), "0"))
    for one in body.iter(name("w:ilvl")):
        one.set(name("w:val"), "0")


def _runs(body: Node) -> None:
    """Each run in pieces of one writing, with faces and sizes of its own."""
    for run in list(body.iter(name("w:r"))):
        texts = run.findall(name("w:t"))
        if len(texts) != 1 or len([one for one in run if one.tag != name("w:rPr")]) != 1:
            continue
        for words in _WRITING.findall(texts[0].text or "") or [""]:
            made = copy.deepcopy(run)
            said = made.find(name("w:t"))
            assert said is not None
            said.text = words
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addprevious(made)
        run.getparent().remove(run)  # type: ignore[union-attr]


def _paragraphs(body: Node) -> None:
    for number, properties in enumerate(body.iter(name("w:pPr"))):
        paragraph = properties.getparent()
        assert paragraph is not None
        if paragraph.tag == name("w:p"):
            paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"{number + 1:08X}")
            if properties.find(name("w:rPr")) is None and properties.find(name("w:sectPr")) is None:
                properties.append(w("rPr", w("rFonts", hint="eastAsia")))


def _bookmarks(body: Node) -> None:
    """Marks under other numbers; every third ends at the end of its paragraph, every fifth begins at its head."""
    ends = {one.get(name("w:id")): one for one in body.iter(name("w:bookmarkEnd"))}
    for number, start in enumerate(list(body.iter(name("w:bookmarkStart")))):
        end = ends.get(start.get(name("w:id")))
        if end is None:
            continue
        for one in (start, end):
            one.set(name("w:id"), str(500 + number))
        paragraph = start.getparent()
        assert paragraph is not None
        if end.getparent() is paragraph and paragraph.tag == name("w:p"):
            if number % 3 == 0:
                paragraph.append(end)
            if number % 5 == 0:
                paragraph.insert(1, start)


def _ids(trees: Mapping[str, Node]) -> None:
    """Styles have numbers for ids; what they are called stays."""
    ids = {
        str(one.get(name("w:styleId"))): str(20 + n)
        for n, one in enumerate(trees["word/styles.xml"].iter(name("w:style")))
    }
    for one in trees["word/styles.xml"].iter(name("w:style")):
        one.set(name("w:styleId"), ids[str(one.get(name("w:styleId")))])
    named = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for tree in trees.values():
        for one in tree.iter(*(name(f"w:{kind}") for kind in named)):
            one.set(name("w:val"), ids.get(str(one.get(name("w:val"))), str(one.get(name("w:val")))))


def _program(app: bytes) -> bytes:
    tree = etree.fromstring(app)
    for one in tree:
        if one.tag.endswith("}Application"):
            one.text = "WPS Office_12.1.0.17827_F1E327BC-269C-435d-A152-05C5408002CA"
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
