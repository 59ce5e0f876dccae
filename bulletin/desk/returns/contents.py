"""What a draft holds beside words: a closed list of what Office Open XML may put into a text.

By ECMA-376 part 1 (17.2 to 17.18) and part 3: each element, in each place, is read, or is a mark that programs leave
for themselves, or is told. What is on no list is told as well, by its name: nothing is skipped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from bulletin.word.layout import is_check_box, is_link
from bulletin.word.ox import Node, name

Kind = Literal[
    "text-box", "shape", "footnote", "endnote", "formula", "symbol", "field", "ruby", "object", "page-break",
    "column-break", "tabulator", "control", "link", "file", "ink", "unknown",
]  # fmt: skip
Group = Literal["block", "inline", "run", "table", "row"]

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
LONGEST = 200  # signs of what is told


def _w(names: str) -> frozenset[str]:
    return frozenset(name(f"w:{one}") for one in names.split())


_OUTER = {name(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_NEAR = {name(f"w:{tag}") for tag in ("hyperlink", "smartTag", "dir", "bdo", "fldSimple")}
_ENTERED: Mapping[Group, Mapping[str, Group]] = {
    "block": {name("w:p"): "inline", name("w:tbl"): "table", **dict.fromkeys(_OUTER, "block")},
    "inline": {name("w:r"): "run", **dict.fromkeys(_OUTER | _NEAR, "inline")},
    "run": {},
    "table": {name("w:tr"): "row", **dict.fromkeys(_OUTER, "table")},
    "row": {name("w:tc"): "block", **dict.fromkeys(_OUTER, "row")},
}
_RANGES = _w(
    "proofErr permStart permEnd bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart "
    "moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd "
    "customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd "
    "customXmlMoveToRangeStart customXmlMoveToRangeEnd sdtPr sdtEndPr customXmlPr smartTagPr fldData del moveFrom"
)
_PASSED: Mapping[Group, frozenset[str]] = {
    "block": _RANGES | _w("sectPr tcPr"),
    "inline": _RANGES | _w("pPr"),
    "run": _w("rPr t cr tab noBreakHyphen softHyphen lastRenderedPageBreak commentReference annotationRef"),
    "table": _RANGES | _w("tblPr tblGrid"),
    "row": _RANGES | _w("trPr tblPrEx"),
}
_TOLD: Mapping[str, Kind] = {
    name("w:footnoteReference"): "footnote",
    name("w:endnoteReference"): "endnote",
    name("w:sym"): "symbol",
    name("w:ptab"): "tabulator",
    name("w:object"): "object",
    name("w:ruby"): "ruby",
    name("w:contentPart"): "ink",
    name("w:subDoc"): "file",
    name("w:altChunk"): "file",
    **dict.fromkeys(_w("dayShort dayLong monthShort monthLong yearShort yearLong pgNum"), "field"),
    **dict.fromkeys((f"{_M}oMath", f"{_M}oMathPara"), "formula"),
}
_DRAWN = {name("w:pict"), name("w:drawing"), f"{_MC}AlternateContent"}
_OWN_FIELDS = ("SEQ", "PAGE", "PAGEREF")  # what the program writes
_OWN_LINKS = ("_e_", "_t_", "_m_", "_b_")
_CONTROLS = {f"{_W14}checkbox", *_w("comboBox date dropDownList picture")}
_WORDS = {name("w:t"), f"{_M}t"}


@dataclass(frozen=True, slots=True)
class Held:
    """Something that is no word of the text: its kind, what it says, and the `w:p` it stands in (None: in none)."""

    kind: Kind
    words: str
    paragraph: Node | None


def held(body: Node, notes: Mapping[tuple[str, str], str], targets: Mapping[str, str]) -> list[Held]:
    """All of it in order. `notes`: the words of foot- and endnotes by kind and id; `targets`: where links lead."""
    walk = _Walk(notes, targets)
    for child in body.iterchildren(name("w:body")):
        walk.inside(child, "block")
    return walk.out


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and its result as far as it has been met."""

    instruction: str = ""
    result: str = ""
    shown: bool = False


@dataclass(slots=True)
class _Walk:
    notes: Mapping[tuple[str, str], str]
    targets: Mapping[str, str]
    out: list[Held] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def inside(self, node: Node, group: Group) -> None:
        for child in node.iterchildren(etree.Element):
            tag = str(child.tag)
            if tag in _ENTERED[group]:
                if self._enters(child):
                    self.inside(child, _ENTERED[group][tag])
            elif group == "run" and tag in _FIELD:
                _FIELD[tag](self, child)
            elif tag not in _PASSED[group]:
                self._tell(child, tag)
            if group == "run" and self.fields and tag == name("w:t") and self.fields[-1].shown:
                self.fields[-1].result += child.text or ""

    def _enters(self, node: Node) -> bool:
        """Tells what is about a container itself; False where its words are told with it."""
        tag = etree.QName(node).localname
        if tag == "hyperlink" and not str(node.get(name("w:anchor")) or "").startswith(_OWN_LINKS):
            to = self.targets.get(str(node.get(name("r:id"))), "") or str(node.get(name("w:anchor")) or "")
            self._add("link", f"{said(node)} → {to}", node)
        if tag == "fldSimple" and not _is_own(str(node.get(name("w:instr")) or "")):
            self._add("link" if is_link(str(node.get(name("w:instr")))) else "field", said(node), node)
        if tag == "sdt" and any(one.tag in _CONTROLS for one in node.iterfind(f"{name('w:sdtPr')}/*")):
            self._add("control", said(node), node)
            return not is_check_box(node)
        return True

    def _tell(self, node: Node, tag: str) -> None:
        if tag in _DRAWN:
            self._drawn(node)
        elif tag == name("w:br"):
            if (kind_of := node.get(name("w:type"))) not in (None, "textWrapping"):
                self._add("column-break" if kind_of == "column" else "page-break", "", node)
        elif kind := _TOLD.get(tag):
            self._add(kind, self._says(kind, node), node)
        else:
            self._add("unknown", f"{etree.QName(node).localname}: {''.join(map(str, node.itertext()))}", node)

    def _drawn(self, node: Node) -> None:
        """Pictures and charts are compared with those of the baseline; other drawings have words, or none."""
        if next(node.iter(name("w:txbxContent")), None) is not None:
            first = next(node.iter(f"{_MC}Choice"), node)
            self._add("text-box", " ".join(said(one) for one in first.iter(name("w:txbxContent"))), node)
        elif next(node.iter(name("a:blip"), name("c:chart")), None) is None:
            called = [str(one.get("descr") or one.get("name") or "") for one in node.iter(name("wp:docPr"))]
            drawn = [str(one.get("alt")) for one in node.iter() if one.get("alt")]
            self._add("shape", " ".join(called + drawn), node)

    def _says(self, kind: Kind, node: Node) -> str:
        if kind in ("footnote", "endnote"):
            return self.notes.get((kind, str(node.get(name("w:id")))), "")
        if kind == "symbol":
            return " ".join(str(node.get(name(f"w:{key}")) or "") for key in ("font", "char"))
        if kind == "ruby":
            base, above = ("".join(said(one) for one in node.iter(name(f"w:{tag}"))) for tag in ("rubyBase", "rt"))
            return f"{base} ({above})"
        return said(node)

    def _add(self, kind: Kind, words: str, node: Node) -> None:
        paragraph = next(node.iterancestors(name("w:p")), None)
        self.out.append(Held(kind, " ".join(words.split())[:LONGEST], paragraph))

    # ------------------------------------------------------------------ fields of several runs (17.16.18)

    def _sign(self, node: Node) -> None:
        kind = node.get(name("w:fldCharType"))
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].shown = True
        elif self.fields and kind == "end":
            done = self.fields.pop()
            if not _is_own(done.instruction):
                self._add("link" if is_link(done.instruction) else "field", done.result, node)

    def _code(self, node: Node) -> None:
        if self.fields:
            self.fields[-1].instruction += node.text or ""


_FIELD: Mapping[str, Callable[[_Walk, Node], None]] = {
    name("w:fldChar"): _Walk._sign,
    **dict.fromkeys(_w("instrText delInstrText"), _Walk._code),
}


def _is_own(instruction: str) -> bool:
    return instruction.split()[:1] in [[one] for one in _OWN_FIELDS]


def said(node: Node) -> str:
    """All words inside an element."""
    return "".join(one.text or "" for one in node.iter(*_WORDS))
