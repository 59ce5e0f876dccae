"""Edits made in the XML, as Word would leave it."""

from __future__ import annotations

import copy

from lxml import etree

from bulletin.word.ox import name, w
from bulletin.word.pack import pack
from bulletin.word.package import unpack


class Editor:
    """The body of a draft; verbs are those of `edits`."""

    def __init__(self, package: bytes):
        self.parts = unpack(package)
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def save(self) -> bytes:
        return pack(
            self.parts | {"word/document.xml": etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")}
        )

    def run(self, steps: tuple[tuple[str, ...], ...]) -> bytes:
        for verb, *rest in steps:
            getattr(self, verb)(*rest)
        return self.save()

    # ------------------------------------------------------------------ finding

    def paragraph(self, anchor: str) -> etree._Element:
        """The paragraph whose words, without raised numbers, hold the anchor."""
        found = [p for p in self.root.iter(name("w:p")) if anchor in "".join(t.text or "" for t in texts(p))]
        assert found, f"no paragraph says {anchor}"
        return found[0]

    def row(self, anchor: str) -> etree._Element:
        return next(self.paragraph(anchor).iterancestors(name("w:tr")))

    # ------------------------------------------------------------------ verbs

    def replace(self, anchor: str, old: str, new: str) -> None:
        put(self.paragraph(anchor), old, new)

    def append(self, anchor: str, text: str) -> None:
        last = texts(self.paragraph(anchor))[-1]
        last.text = (last.text or "") + text

    def overtype(self, anchor: str, text: str) -> None:
        first, *rest = texts(self.paragraph(anchor))
        first.text = text
        for one in rest:
            one.text = ""

    def overtype_figure(self, anchor: str, old: str, new: str) -> None:
        cell = next(self.paragraph(anchor).iterancestors(name("w:tc")))
        put(next(cell.iter(name("w:p"))), old, new)

    def bold(self, anchor: str, words: str) -> None:
        paragraph = self.paragraph(anchor)
        node = next(t for t in texts(paragraph) if words in (t.text or ""))
        run = next(node.iterancestors(name("w:r")))
        before, _, after = (node.text or "").partition(words)
        for text, heavy in ((before, False), (words, True), (after, False)):
            made = copy.deepcopy(run)
            next(made.iter(name("w:t"))).text = text
            if heavy:
                made.find(name("w:rPr")).append(w("b"))
            run.addprevious(made)
        run.getparent().remove(run)

    def split(self, anchor: str, at: str) -> None:
        paragraph = self.paragraph(anchor)
        node = next(t for t in texts(paragraph) if at in (t.text or ""))
        run = next(node.iterancestors(name("w:r")))
        before, _, after = (node.text or "").partition(at)
        second = copy.deepcopy(run)
        node.text = before
        next(second.iter(name("w:t"))).text = at + after
        new = etree.Element(name("w:p"))
        new.append(copy.deepcopy(paragraph[0]))
        new.extend([second, *run.itersiblings()])
        paragraph.addnext(new)

    def join(self, anchor: str) -> None:
        paragraph = self.paragraph(anchor)
        after = paragraph.getnext()
        if anchor.isascii():
            texts(paragraph)[-1].text += " "
        paragraph.extend([one for one in after if one.tag != name("w:pPr")])
        after.getparent().remove(after)

    def insert(self, anchor: str, text: str) -> None:
        paragraph = self.paragraph(anchor)
        paragraph.addnext(blank(paragraph, text))

    def delete(self, anchor: str) -> None:
        paragraph = self.paragraph(anchor)
        paragraph.getparent().remove(paragraph)

    def insert_row(self, anchor: str, *cells: str) -> None:
        row = self.row(anchor)
        new = copy.deepcopy(row)
        for cell, text in zip(new.iter(name("w:tc")), cells, strict=True):
            for paragraph in cell.findall(name("w:p")):
                cell.replace(paragraph, blank(paragraph, text))
        row.addnext(new)

    def delete_row(self, anchor: str) -> None:
        row = self.row(anchor)
        row.getparent().remove(row)

    def move_row(self, anchor: str, before: str) -> None:
        self.row(before).addprevious(self.row(anchor))

    def strip_bookmarks(self) -> None:
        for node in list(self.root.iter(name("w:bookmarkStart"), name("w:bookmarkEnd"))):
            node.getparent().remove(node)


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """The texts of a paragraph without the raised numbers, which are links to the evidence."""
    found = [t for t in paragraph.iter(name("w:t")) if not list(t.iterancestors(name("w:hyperlink")))]
    return [t for t in found if next(t.iterancestors(name("w:p"))) is paragraph]


def put(paragraph: etree._Element, old: str, new: str) -> None:
    """Write over words that may lie in several runs: the first run takes the new ones."""
    nodes = texts(paragraph)
    whole = "".join(node.text or "" for node in nodes)
    start = whole.index(old)
    end, at, first = start + len(old), 0, True
    for node in nodes:
        text = node.text or ""
        left, right = max(start - at, 0), max(min(end - at, len(text)), 0)
        if left < right:
            node.text = text[:left] + (new if first else "") + text[right:]
            first = False
        at += len(text)


def blank(paragraph: etree._Element, text: str) -> etree._Element:
    """A paragraph like this one, with other words and nothing of its bookmarks."""
    new = etree.Element(name("w:p"))
    new.append(copy.deepcopy(paragraph[0]))
    new.append(w("r", w("t")))
    new[-1][0].text = text
    return new


def without_bookmarks(package: bytes) -> bytes:
    editor = Editor(package)
    editor.strip_bookmarks()
    return editor.save()
