"""The pages' own HTML made fit for a screen: pictures inside, tables that fold, ids of their own, no style attributes.

A kind of block brings its template for pages; this reads it by its tags alone, so that a new kind needs nothing here.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from lxml import html

Element: TypeAlias = Any  # lxml.html has no types
_EMPTY = re.compile(r"</(?:wbr|source|track)>")
_MEASURES = re.compile(r"\s*(?:width|height|--[a-z]+)\s*:")
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


class Styles:
    """Declarations that stand in elements, as classes: a page whose policy allows one sheet has no style attribute."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, declarations: str) -> str:
        return self._names.setdefault(declarations, f"s{len(self._names)}")

    def sheet(self) -> str:
        return "".join(f".{name} {{ {declarations} }}\n" for declarations, name in self._names.items())


def parsed(source: str) -> Element:
    """The elements of a page's body, in one <div>."""
    return html.fragment_fromstring(source, create_parent="div")


def written(root: Element) -> str:
    """The HTML again, without the <div> around it."""
    text: str = html.tostring(root, encoding="unicode")
    return _EMPTY.sub("", text[text.index(">") + 1 : text.rindex("<")])


def adapt(root: Element, prefix: str, pictures: Mapping[str, str], styles: Styles) -> None:
    """Makes the elements of one view fit; `pictures` are data: URLs by the URL that the page has."""
    _levels(root)
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        _named_apart(node, prefix)
        _unstyled(node, styles)
        node.attrib.pop("data-bookmark", None)
        if node.tag == "img" and node.get("src") in pictures:
            node.set("src", pictures[str(node.get("src"))])
            if english := node.attrib.pop("data-en", ""):
                node.set("alt", f"{node.get('alt')} {english}")
        elif node.tag == "table":
            _folding(node)


def replace_drawings(root: Element, made: Callable[[str, str], str | None], slot: Callable[[str], str]) -> None:
    """Puts a drawing where the page has its picture; `made` gives it for its URL and the words that the picture has."""
    for node in list(root.iter("img")):
        said = " ".join(filter(None, (node.get("alt"), node.get("data-en"))))
        if (drawn := made(node.get("src") or "", said)) is not None:
            holder = html.Element("span" if node.get("class") == "mk" else "div")
            holder.set("class", node.get("class") or "")
            holder.text, holder.tail = slot(drawn), node.tail
            node.getparent().replace(node, holder)


def _levels(root: Element) -> None:
    """No level of headings is left out, whatever block comes first."""
    before = 0
    for node in root.iter("h1", "h2", "h3", "h4"):
        level = min(int(node.tag[1]), before + 1)
        if level != int(node.tag[1]):
            node.set("aria-level", str(level))
        before = level


def _named_apart(node: Element, prefix: str) -> None:
    """Ids and the links to them carry the view's name; the evidence is there once for all views."""
    if "id" in node.attrib:
        node.set("id", f"{prefix}-{node.get('id')}")
    link = node.get("href") or ""
    if link == "#at-evidence":
        node.set("href", "#evidence")
    elif link.startswith("#") and not link.startswith("#v-"):
        node.set("href", f"#{prefix}-{link[1:]}")


def _unstyled(node: Element, styles: Styles) -> None:
    """Colours stay; what is measured for paper goes."""
    declared = [part.strip() for part in node.attrib.pop("style", "").split(";") if part.strip()]
    kept = "; ".join(part for part in declared if not _MEASURES.match(part))
    if kept:
        node.set("class", f"{node.get('class', '')} {styles.name(kept)}".strip())


def _folding(table: Element) -> None:
    """On a narrow screen a row is a card: each cell says its column. Roles keep it a table for who has it read out.

    A table of one row without a name, figures under their labels, is turned on its side.
    """
    for group in table.iterfind("colgroup"):
        table.remove(group)
    heads, rows = table.findall("thead/tr/th"), table.findall("tbody/tr")
    if heads and len(rows) == 1 and all(cell.tag == "td" for cell in rows[0]):
        _turn(table, heads, list(rows[0]))
        heads = []
    for node in table.iter("table", "thead", "tbody", "tr", "td", "th"):
        scope = node.get("scope", "")
        role = (
            ("rowheader" if scope in ("row", "colgroup") else "columnheader") if node.tag == "th" else ROLES[node.tag]
        )
        node.set("role", role)
    said = [" ".join(" ".join(head.itertext()).split()) for head in heads]
    if any(said):
        for row in rows:
            for cell, head in zip(row, said, strict=False):
                _say_column(cell, head)
        table.set("class", f"{table.get('class', '')} folds".strip())


def _turn(table: Element, heads: list[Element], cells: list[Element]) -> None:
    """Each label beside its figure."""
    body = html.Element("tbody")
    for head, cell in zip(heads, cells, strict=True):
        row = html.Element("tr")
        head.set("scope", "row")
        row.extend([head, cell])
        body.append(row)
    for part in list(table):
        table.remove(part)
    table.append(body)
    table.set("class", f"{table.get('class', '')} turned".strip())


def _say_column(cell: Element, head: str) -> None:
    """What is in the cell stays together beside the name of its column; an empty one is left out of the card."""
    if cell.tag != "td":
        return
    held = html.Element("div")
    held.text, cell.text = cell.text, None
    held.extend(list(cell))
    cell.append(held)
    if "".join(held.itertext()).strip() or held.find(".//*[@class='mk']") is not None:
        cell.set("data-head", head)


def data_url(data: bytes) -> str:
    """The bytes of a PNG, a JPEG or an SVG, as a URL that loads nothing."""
    kind = "png" if data[:4] == b"\x89PNG" else "jpeg" if data[:2] == b"\xff\xd8" else "svg+xml"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
