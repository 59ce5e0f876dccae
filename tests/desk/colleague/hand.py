"""The hand of a colleague in Word: what each move of it leaves in the parts of a draft (ECMA-376 part 1)."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml import etree

from bulletin.word import Entry
from bulletin.word.ox import NAMESPACES, Node, name, w
from bulletin.word.package import unpack

BODY, TYPES, RELATIONS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
WHO = {"author": "王编辑", "date": "2026-11-28T09:30:00Z"}
_SPACES = {
    **NAMESPACES,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_PROPER = (name("w:pPr"), name("w:tcPr"), name("w:trPr"))


def xml(text: str) -> Node:
    """One element of these words, in the prefixes of OOXML."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items() if prefix != "xml")
    return etree.fromstring(f"<all {spaces}>{text}</all>")[0]


def run(words: str, properties: str = "") -> Node:
    return xml(f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>')


class Hand:
    """The parts of a draft; `body` is the root of its text."""

    def __init__(self, package: bytes):
        self.parts = unpack(package)
        self.body = etree.fromstring(self.parts[BODY])
        self.id = 9000
        self.starts = {str(node.get(name("w:name"))): node for node in self.body.iter(name("w:bookmarkStart"))}

    def saved(self) -> dict[str, bytes]:
        """The parts with the text as it is now."""
        return self.parts | {BODY: etree.tostring(self.body, xml_declaration=True, encoding="UTF-8", standalone=True)}

    def next(self) -> str:
        self.id += 1
        return str(self.id)

    # ------------------------------------------------------------------ finding

    def nodes(self, entry: Entry) -> list[Node]:
        """The `w:t` between the ends of an entry's bookmark, without raised numbers; none where it is gone."""
        start = self.start(entry)
        out: list[Node] = []
        node = None if start is None else start.getnext()
        while node is not None and not (node.tag == name("w:bookmarkEnd") and node.get(name("w:id")) == _id(start)):
            out += [text for text in node.iter(name("w:t")) if node.tag == name("w:r") and text.text]
            node = node.getnext()
        return out

    def start(self, entry: Entry) -> Node | None:
        """Where its bookmark begins; a draft is read before it is written in."""
        return self.starts.get(entry.bookmark)

    def paragraph(self, entry: Entry) -> Node:
        return next(self.start(entry).iterancestors(name("w:p")))  # type: ignore[union-attr]

    def row(self, entry: Entry) -> Node:
        return next(self.start(entry).iterancestors(name("w:tr")))  # type: ignore[union-attr]

    def table(self, entry: Entry) -> Node:
        return next(self.start(entry).iterancestors(name("w:tbl")))  # type: ignore[union-attr]

    def saying(self, words: str) -> Node:
        """The first paragraph that holds these words."""
        return next(p for p in self.body.iter(name("w:p")) if words in said(p))

    def reading(self, words: str) -> Node:
        """The first paragraph that says these words and no others."""
        return next(p for p in self.body.iter(name("w:p")) if said(p) == words)

    # ------------------------------------------------------------------ words

    def cut(self, node: Node, words: str) -> Node:
        """The run of these words alone, as Word leaves runs that were typed at different times."""
        above = node.getparent()
        assert above is not None
        before, _, after = (node.text or "").partition(words)
        middle = above
        for text in (before, words, after):
            made = copy.deepcopy(above)
            made.set(name("w:rsidR"), f"00{len(text):06X}")
            next(made.iter(name("w:t"))).text = text
            if text:
                above.addprevious(made)
            middle = made if text == words else middle
        above.getparent().remove(above)  # type: ignore[union-attr]
        return middle

    def retype(self, node: Node, old: str, new: str) -> None:
        """The words in the middle are typed anew, in a run of their own, with the marks of the spelling checker."""
        made = self.cut(node, old)
        next(made.iter(name("w:t"))).text = new
        made.addprevious(w("proofErr", type="spellStart"))
        made.addnext(w("proofErr", type="spellEnd"))

    def track(self, node: Node, old: str, new: str) -> None:
        """The same with changes tracked."""
        made = self.cut(node, old)
        gone = w("del", id=self.next(), **WHO)
        made.addprevious(gone)
        if new:
            put = w("ins", id=self.next(), **WHO)
            made.addprevious(put)
            copied = copy.deepcopy(made)
            next(copied.iter(name("w:t"))).text = new
            put.append(copied)
        gone.append(made)
        for text in made.iter(name("w:t")):
            text.tag = name("w:delText")

    def dress(self, node: Node, words: str, *properties: Node) -> None:
        """Format of these words."""
        made = self.cut(node, words)
        kept = made.find(name("w:rPr"))
        old = [] if kept is None else [copy.deepcopy(one) for one in kept if one.tag not in {p.tag for p in properties}]
        fresh = w("rPr", old, list(properties))
        if kept is not None:
            made.replace(kept, fresh)
        else:
            made.insert(0, fresh)

    def beside(self, node: Node, words: str, *nodes: Node) -> None:
        """Elements behind these words."""
        made = self.cut(node, words)
        for one in reversed(nodes):
            made.addnext(one)

    # ------------------------------------------------------------------ paragraphs and rows

    def blank(self, paragraph: Node, words: str) -> Node:
        """A paragraph like this one with other words."""
        made = etree.Element(name("w:p"))
        made.set(name("w:rsidR"), "00A1B2C3")
        if len(paragraph) and paragraph[0].tag == name("w:pPr"):
            made.append(copy.deepcopy(paragraph[0]))
        made.append(run(words))
        return made

    def split(self, node: Node, words: str) -> None:
        """Enter was pressed before these words."""
        paragraph = next(node.iterancestors(name("w:p")))
        made = self.cut(node, words)
        new = etree.Element(name("w:p"))
        new.append(copy.deepcopy(paragraph[0]))
        new.extend([made, *made.itersiblings()])
        paragraph.addnext(new)

    def join(self, upper: Node, lower: Node, glue: str = "") -> None:
        """The end of the upper paragraph was deleted; its own mark goes, and the lower keeps nothing of its own."""
        upper.extend([run(glue)] if glue else [])
        upper.extend([one for one in lower if one.tag != name("w:pPr")])
        lower.getparent().remove(lower)  # type: ignore[union-attr]

    def drop(self, node: Node) -> None:
        """Takes out a paragraph; a cell keeps one, as Word leaves it."""
        above = node.getparent()
        assert above is not None
        if above.tag == name("w:tc") and len(above.findall(name("w:p"))) == 1 and node.tag == name("w:p"):
            for one in [child for child in node if child.tag != name("w:pPr")]:
                node.remove(one)
        else:
            above.remove(node)

    def new_row(self, row: Node, *cells: str) -> Node:
        """A row below this one, its cells filled from the first on; what is left over stays empty."""
        new = copy.deepcopy(row)
        for old in list(new.iter(name("w:bookmarkStart"), name("w:bookmarkEnd"))):
            old.getparent().remove(old)  # type: ignore[union-attr]
        words = iter(cells)
        for cell in new.iter(name("w:tc")):
            for paragraph in cell.findall(name("w:p")):
                text = next(words, "")
                made = self.blank(paragraph, text)
                if not text:
                    made.remove(made[-1])
                cell.replace(paragraph, made)
        row.addnext(new)
        return new

    # ------------------------------------------------------------------ parts

    def part(self, path: str, content: bytes, kind: str, relation: str) -> str:
        """Adds a part of the text with its type and relation; gives the id of the relation."""
        self.parts[path] = content
        if f"/{path}".encode() not in self.parts[TYPES] and kind:
            row = f'<Override PartName="/{path}" ContentType="{kind}"/></Types>'.encode()
            self.parts[TYPES] = self.parts[TYPES].replace(b"</Types>", row)
        return self.relate(path.removeprefix("word/"), relation)

    def relate(self, target: str, relation: str, mode: str = "") -> str:
        id = f"rId{self.next()}"
        space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        row = f'<Relationship Id="{id}" Type="{space}/{relation}" Target="{target}" {mode}/></Relationships>'
        self.parts[RELATIONS] = self.parts[RELATIONS].replace(b"</Relationships>", row.encode())
        return id

    def tree(self, part: str) -> Node:
        return etree.fromstring(self.parts[part])

    def put(self, part: str, root: Node) -> None:
        self.parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _id(start: Node | None) -> str:
    return "" if start is None else str(start.get(name("w:id")))


def said(paragraph: Node) -> str:
    return "".join(text.text or "" for text in paragraph.iter(name("w:t")))


def plain(stretches: list[str], lang: str, figures: tuple[str, ...]) -> Iterator[str]:
    """Words between the figures: two Chinese signs, or an English word."""
    pattern = re.compile("(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{2}" if lang == "zh" else "(?<= )[a-z]{4,}(?= )")
    for one in stretches:
        if one not in figures:
            yield from pattern.findall(one)
