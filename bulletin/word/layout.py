"""The paragraphs of a document as a reader meets them: words, their weight, and the hidden bookmarks around them.

Made from the document itself, both when it is written (the baseline keeps the result) and when it comes back. Results
of fields and the raised numbers of evidence rows are set by the program and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .ox import Node, name

PREFIX = "_b_"
Place = tuple[int, int, int]
"""Table, row and cell, each counted from 0; tables in the order of the document."""

_RAISED = re.compile(r"(Evidence|High)\w*Number")
_NUMBERS = re.compile(r"[\d,\s]*")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = {_FALLBACK, *(name(f"w:{tag}") for tag in ("txbxContent", "instrText", "del", "moveFrom", "rt"))}
_SIGNS = {name("w:tab"): "\t", name("w:br"): "\n", name("w:cr"): "\n", name("w:noBreakHyphen"): "-"}
_CONTROL = name("w:sdt")
_BOX = f"{name('w:sdtPr')}/{{http://schemas.microsoft.com/office/word/2010/wordml}}checkbox"
_RUN, _TEXT = name("w:r"), name("w:t")
_WORDS = {_TEXT, *_SIGNS}
_TOLD = {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentReference", "fldChar", "instrText"}
_OPEN = 50  # bookmarks that are open at once; a draft has one
_MARKS = 500  # bookmarks, or comments, of a paragraph
_BASED = 50  # styles, each based on the next


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one weight: `bold` where they are heavier than their paragraph."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Mark:
    """A bookmark's share of a paragraph, as offsets into its text; `opens`: it begins in this paragraph."""

    bookmark: str
    start: int
    end: int
    opens: bool = True


@dataclass(slots=True)
class WordParagraph:
    """One `w:p`; `node` is the element itself."""

    node: Node
    style: str
    place: Place | None
    runs: list[Stretch] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    written: list[Node] = field(default_factory=list)  # the runs that have words of it

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def parts(self) -> list[str]:
        """The words in order, cut at the bookmarks; a bookmarked part is its bookmark's name."""
        text, done, out = self.text, 0, list[str]()
        for mark in sorted(self.marks, key=lambda mark: mark.start):
            if mark.start > done:
                out.append(text[done : mark.start])
            out.append(mark.bookmark)
            done = max(done, mark.end)
        return [*out, text[done:]] if done < len(text) else out


def paragraphs(body: Node, styles: Node | None = None) -> list[WordParagraph]:
    """Every paragraph of the body in order; without `styles` no style is bold and a style is called by its id."""
    linked = any(_leads_to_evidence(link) for link in body.iter(name("w:hyperlink")))
    reader = _Reader(StyleSheet(styles), linked)
    places = dict(_places(body))
    return [reader.read(node, places.get(node)) for node in body.iter(name("w:p")) if not _is_apart(node)]


def _is_apart(node: Node) -> bool:
    return any(above.tag in _APART or is_check_box(above) for above in node.iterancestors())


def is_check_box(control: Node) -> bool:
    """Is this a `w:sdt` with a box to tick? The sign in it is no word."""
    return control.tag == _CONTROL and control.find(_BOX) is not None


def _places(body: Node) -> Iterator[tuple[Node, Place]]:
    """Each paragraph of a table with the place of the cell that holds it directly."""
    tables = {table: number for number, table in enumerate(body.iter(name("w:tbl")))}
    rows = {line: n for table in tables for n, line in enumerate(table.iterchildren(name("w:tr")))}
    cells: dict[Node, dict[Node, int]] = {}
    for node in body.iter(name("w:p")):
        cell = next(node.iterancestors(name("w:tc")), None)
        line = None if cell is None else next(cell.iterancestors(name("w:tr")), None)
        table = None if cell is None else next(cell.iterancestors(name("w:tbl")), None)
        if cell is None or line is None or line not in rows or table is None or line.getparent() is not table:
            continue
        if line not in cells:
            cells[line] = {one: n for n, one in enumerate(line.iter(name("w:tc")))}
        yield node, (tables[table], rows[line], cells[line][cell])


class StyleSheet:
    """The styles of a document: their names, and what they say, through those that they are based on (17.7.2)."""

    def __init__(self, root: Node | None):
        nodes = [] if root is None else list(root.iter(name("w:style")))
        self.nodes = {str(node.get(name("w:styleId"))): node for node in nodes}
        self.heavy: dict[str, bool] = {}

    def called(self, id: str) -> str:
        node = self.nodes.get(id)
        found = node.find(name("w:name")) if node is not None else None
        return str(found.get(name("w:val"))) if found is not None else id

    def says(self, id: str, property: str) -> Node | None:
        """A property of runs, such as `w:b`, as a style has it."""
        for _ in range(_BASED):
            node = self.nodes.get(id)
            if node is None:
                return None
            found = node.find(f"{name('w:rPr')}/{name(property)}")
            if found is not None:
                return found
            based = node.find(name("w:basedOn"))
            id = "" if based is None else str(based.get(name("w:val")))
        return None

    def bold(self, id: str) -> bool:
        if id not in self.heavy:
            self.heavy[id] = is_on(self.says(id, "w:b"))
        return self.heavy[id]


def is_on(toggle: Node | None) -> bool:
    """Is this toggle property there and not turned off (17.17.4)?"""
    return toggle is not None and toggle.get(name("w:val")) not in ("0", "false", "off")


class _Reader:
    """Goes through the paragraphs in order; a bookmark may open in one and close in a later one."""

    def __init__(self, styles: StyleSheet, linked: bool):
        self.styles, self.linked = styles, linked
        self.open: dict[str, str] = {}  # bookmark id → name
        self.fields: list[str] = []  # the instructions of the fields that are open

    def read(self, node: Node, place: Place | None) -> WordParagraph:
        style = node.find(f"{name('w:pPr')}/{name('w:pStyle')}")
        id = str(style.get(name("w:val"))) if style is not None else "Normal"
        made = WordParagraph(node, self.styles.called(id), place)
        made.marks = [Mark(bookmark, 0, 0, opens=False) for bookmark in self.open.values()]
        at = 0
        for item in node.iter():
            if item.tag in _WORDS and not _is_apart(item):
                at += self._words(item, made, self.styles.bold(id))
            elif isinstance(item.tag, str):
                self._sign(item, made, at)
        for mark in made.marks:
            mark.end = at if mark.bookmark in self.open.values() else mark.end
        return made

    def _sign(self, item: Node, made: WordParagraph, at: int) -> None:
        tag = item.tag.rpartition("}")[2]
        if tag not in _TOLD:
            return
        id = str(item.get(name("w:id")))
        if tag == "bookmarkStart" and str(item.get(name("w:name"))).startswith(PREFIX):
            if len(self.open) >= _OPEN or len(made.marks) >= _MARKS:
                return
            self.open[id] = str(item.get(name("w:name")))
            made.marks.append(Mark(self.open[id], at, at))
        elif tag == "bookmarkEnd" and id in self.open:
            bookmark = self.open.pop(id)
            for mark in made.marks:
                mark.end = at if mark.bookmark == bookmark else mark.end
        elif tag in ("commentRangeStart", "commentReference") and len(made.comments) < _MARKS:
            made.comments += [id] if id not in made.comments else []
        elif tag == "fldChar":
            kind = item.get(name("w:fldCharType"))
            if kind == "begin" and len(self.fields) < _OPEN:
                self.fields.append("")
            elif kind == "end":
                self.fields[-1:] = []
        elif tag == "instrText" and self.fields:
            self.fields[-1] += item.text or ""

    def _words(self, item: Node, made: WordParagraph, heavy: bool) -> int:
        """Adds what the element says; returns how many characters that is."""
        run = item.getparent()
        if run is None or run.tag != _RUN or not all(map(is_link, self.fields)) or _is_simple_field(run):
            return 0
        if item.tag == name("w:br") and item.get(name("w:type")) not in (None, "textWrapping"):
            return 0
        text = _SIGNS.get(item.tag) or item.text or ""
        if _is_raised(run, text, self.linked):
            text = text[_NUMBERS.match(text).end() :]  # type: ignore[union-attr]
        if text:
            made.runs.append(Stretch(text, self._bold(run, heavy)))
            made.written += [run] if run not in made.written[-1:] else []
        return len(text)

    def _bold(self, run: Node, heavy: bool) -> bool:
        weight = run.find(f"{name('w:rPr')}/{name('w:b')}")
        if weight is not None:
            return is_on(weight) and not heavy
        style = run.find(f"{name('w:rPr')}/{name('w:rStyle')}")
        return style is not None and self.styles.bold(str(style.get(name("w:val")))) and not heavy


def _is_simple_field(run: Node) -> bool:
    simple = run.iterancestors(name("w:fldSimple"))
    return not all(is_link(str(above.get(name("w:instr")))) for above in simple)


def is_link(instruction: str) -> bool:
    """Is it the field of a link (17.16.5.25)? Its result is words that somebody wrote."""
    return instruction.split()[:1] == ["HYPERLINK"]


def _is_raised(run: Node, text: str, linked: bool) -> bool:
    """Is this the raised number of an evidence row, or a comma between two?

    Its link tells; its style only where every link of the document has been lost, because a figure that is typed in
    front of a raised number takes its style.
    """
    if any(_leads_to_evidence(above) for above in run.iterancestors(name("w:hyperlink"))):
        return True
    style = run.find(f"{name('w:rPr')}/{name('w:rStyle')}")
    styled = style is not None and _RAISED.fullmatch(str(style.get(name("w:val")))) is not None
    return styled and (not linked or text.strip() == ",")


def _leads_to_evidence(link: Node) -> bool:
    return str(link.get(name("w:anchor"))).startswith("_e_")
