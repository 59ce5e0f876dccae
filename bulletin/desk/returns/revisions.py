"""Tracked changes: listed, then accepted or rejected, so that what follows reads plain text (17.13.5).

Who made a change may decide: those of some authors are accepted, those of others rejected. A change of format that is
rejected gives the properties back that stood there before.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lxml import etree

from bulletin.word.ox import Node, name

from .extent import LONGEST

Choice = Literal["accept", "reject"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with tracked changes: `rest`, but for those of the authors that are named."""

    rest: Choice = "accept"
    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()

    def accepts(self, node: Node) -> bool:
        author = str(node.get(name("w:author")) or "")
        return author in self.accepted or (self.rest == "accept" and author not in self.rejected)

    @property
    def authors(self) -> frozenset[str]:
        return self.accepted | self.rejected


_INTO, _OUT = ("ins", "moveTo", "cellIns"), ("del", "moveFrom", "cellDel")
_FORMATS = (
    "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
    "sectPrChange", "numberingChange", "cellMerge",
)  # fmt: skip
_NOT_OF_IT = ("rPr", "sectPr", "headerReference", "footerReference", *_INTO, *_OUT)
"""What stands in properties and is no format: the properties kept in a change do not hold it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: its `kind`, and `what` it was made on, as the catalogue of messages names them."""

    kind: str
    what: str
    author: str
    date: str
    text: str
    paragraph: Node | None = None


_KINDS = {
    "ins": "inserted", "del": "deleted", "moveTo": "moved-here", "moveFrom": "moved-away",
    "cellIns": "inserted", "cellDel": "deleted",
}  # fmt: skip
_CELLS = ("cellIns", "cellDel")
_ON = {"rPr": "paragraph-mark", "trPr": "row", "tcPr": "cell"}


def revisions(body: Node) -> list[Revision]:
    """Every tracked change in order."""
    wanted = {name(f"w:{tag}"): tag for tag in (*_KINDS, *_FORMATS)}
    return [_revision(node, wanted[node.tag]) for node in body.iter(*wanted)]


def _revision(node: Node, tag: str) -> Revision:
    around = next(node.iterancestors(name("w:tc")), node) if tag in _CELLS else node
    text = "".join(one.text or "" for one in around.iter(name("w:t"), name("w:delText"))) if tag in _KINDS else ""
    author, date = (str(node.get(name(f"w:{key}")) or "") for key in ("author", "date"))
    return Revision(
        _KINDS.get(tag, "formatted"), _made_on(node), author[:80], date[:20], text[:LONGEST], _paragraph(node)
    )


def _paragraph(node: Node) -> Node | None:
    """The `w:p` that a change stands in, else the first of its row or cell."""
    around = next(node.iterancestors(name("w:p"), name("w:tc"), name("w:tr")), None)
    return None if around is None else next(around.iter(name("w:p")), None)


def _made_on(node: Node) -> str:
    """The properties of a run are those of its words, in a paragraph's properties those of its mark."""
    above = [etree.QName(one).localname for one in islice(node.iterancestors(), 2)]
    return "words" if above[:1] == ["rPr"] and above[1:] != ["pPr"] else _ON.get("".join(above[:1]), "words")


def resolve(body: Node, choice: Choice | Decision) -> None:
    """Accept or reject every tracked change of the tree, in place."""
    decision = choice if isinstance(choice, Decision) else Decision(choice)
    for node in list(body.iter(*(name(f"w:{tag}") for tag in _FORMATS))):
        if not decision.accepts(node):
            _restore(node)
        _remove(node)
    found = list(body.iter(*(name(f"w:{tag}") for tag in (*_INTO, *_OUT))))
    into = {name(f"w:{tag}") for tag in _INTO}
    dropped = [node for node in found if (node.tag in into) != decision.accepts(node)]
    kept = [node for node in found if (node.tag in into) == decision.accepts(node)]
    joined = {above for mark in _marks(dropped) for above in islice(mark.iterancestors(name("w:p")), 1)}
    for node in dropped:
        _drop(node)
    for node in kept:
        _keep(node)
    for words in list(body.iter(name("w:delText"))):
        words.tag = name("w:t")
    for paragraph in [node for node in body.iter(name("w:p")) if node in joined][::-1]:
        _join(paragraph)  # the last one first: its words move once, however many paragraphs run into each other


def _restore(change: Node) -> None:
    """The properties that stood before a change of format take their place again."""
    properties, before = change.getparent(), next(iter(change), None)
    if properties is None or before is None:  # cells that were joined keep their words, apart or not
        return
    own = {name(f"w:{tag}") for tag in _NOT_OF_IT} | {name(f"w:{tag}") for tag in _FORMATS}
    for node in [node for node in properties if node.tag not in own]:
        properties.remove(node)
    for n, node in enumerate([node for node in before if node.tag not in own]):
        properties.insert(n, node)


def _marks(found: list[Node]) -> list[Node]:
    """The signs that say that a paragraph mark was inserted or deleted (17.13.5.15, 17.13.5.20)."""
    return [node for node in found if (above := node.getparent()) is not None and above.tag == name("w:rPr")]


def _drop(node: Node) -> None:
    above = node.getparent()
    if above is None:
        return
    if above.tag in (name("w:trPr"), name("w:tcPr")) and (around := above.getparent()) is not None:
        row = around.getparent()
        alone = around.tag == name("w:tc") and row is not None and len(row.findall(name("w:tc"))) == 1
        _remove(row if alone and row is not None else around)
    else:
        _remove(node)


def _keep(node: Node) -> None:
    """The content of a change takes its place."""
    above = node.getparent()
    if above is None:
        return
    if above.tag not in (name("w:rPr"), name("w:trPr"), name("w:tcPr")):
        for child in list(node):
            node.addprevious(child)
    _remove(node)


def _join(paragraph: Node) -> None:
    """A paragraph whose mark is gone runs on into the next one, which gives its own properties up."""
    after = paragraph.getnext()
    while after is not None and after.tag in (name("w:bookmarkStart"), name("w:bookmarkEnd")):
        after = after.getnext()
    if after is None or after.tag != name("w:p"):
        if (
            not "".join(one.text or "" for one in paragraph.iter(name("w:t")))
            and (above := paragraph.getparent()) is not None
            and len(above) > 2
        ):
            _remove(paragraph)
        return
    at = 1 if len(after) and after[0].tag == name("w:pPr") else 0
    for child in reversed([one for one in paragraph if one.tag != name("w:pPr")]):
        after.insert(at, child)
    own = paragraph.find(name("w:pPr"))
    if own is not None and at:
        after.replace(after[0], own)
    _remove(paragraph)


def _remove(node: Node) -> None:
    above = node.getparent()
    if above is not None:
        above.remove(node)
