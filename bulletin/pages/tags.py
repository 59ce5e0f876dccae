"""What WeasyPrint 70 leaves out of the tag tree: languages, reading order, artifacts, scopes, the boxes of figures.

Leans on private names (`weasyprint.pdf.tags._build_box_tree`); the version is pinned and test_pdf.py notices a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags as theirs

from bulletin.pages.tree import at as _at
from bulletin.pages.tree import in_order, in_two_languages, tidy

BY_LANGUAGE = "data-reading"
"""An element with data-reading="by-language" is read one language after the other: the cells inside it that carry a
`lang` are put in the order of languages, as they first come. On the page they stay where they are."""

SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
"""Which way a cell of a head leads (ISO 32000-1, 14.8.5.7), by its `scope` in HTML."""

_build = theirs._build_box_tree


def install() -> None:
    """Make every PDF from now on carry our tags. Calling it again changes nothing."""
    theirs._build_box_tree = _build_box_tree


def _build_box_tree(
    box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, bytes], annotations: Any, tags: Any
) -> Iterator[Any]:
    """Their generator, wrapped: each structure element learns which HTML element it comes from."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.MarginBox) and not any(
        inner.link_annotation for inner in box.descendants(placeholders=True)
    ):
        kind = "/Header" if box.at_keyword.startswith("@top") else "/Footer"
        _leave_out(box.descendants(placeholders=True), page_number, nums, tags, pdf, kind)
        return
    if isinstance(box, boxes.ReplacedBox) and box.element is not None and box.element.attrib.get("alt") == "":
        _leave_out([box], page_number, nums, tags, pdf, "")
        return
    for element in _build(box, parent, pdf, page_number, nums, annotations, tags):
        if box.element is not None:
            element.source = box.element
        if box.element is not None and isinstance(box.style["lang"], str):
            _mark(element, box)
        yield element


def _leave_out(inside: Iterable[Any], page_number: int, nums: dict[int, bytes], tags: Any, pdf: Any, kind: str) -> None:
    """A running head or foot, or what says nothing, is an artifact (ISO 14289-1, 7.8); its number stays empty."""
    artifacts = pdf.__dict__.setdefault("artifacts", {})
    for inner in inside:
        if inner in tags:
            number = tags.pop(inner)["mcid"]
            nums[number] = b"null"
            artifacts[page_number, number] = kind


def _mark(element: Any, box: Any) -> None:
    attributes = box.element.attrib
    if "lang" in attributes:
        element.language = attributes["lang"]
        if box.style.parent_style and box.style.parent_style["lang"] != attributes["lang"]:
            element["Lang"] = pydyf.String(attributes["lang"])
    if element["S"] == "/TH":
        element["A"]["Scope"] = SCOPES.get(attributes.get("scope"), "/Both")
    if attributes.get(BY_LANGUAGE) == "by-language":
        element.read_by_language = box.element


def finish(document: Any, pdf: Any) -> None:
    """After WeasyPrint has built the tree: the reading order, both languages, and nothing that only lays things out."""
    _figure_boxes(document, pdf)
    _paint_artifacts(pdf)
    stories: dict[Any, list[Any]] = {}
    for thing in pdf.objects:
        if hasattr(thing, "read_by_language") and not _repeats_parent(pdf, thing):
            stories.setdefault(thing.read_by_language, []).append(thing)
    for parts in stories.values():
        _read_by_language(pdf, parts)
    in_two_languages(pdf)
    tidy(pdf)
    _nest_headings(pdf)


def _nest_headings(pdf: Any) -> None:
    """Headings go down one level at a time (ISO 14289-1, 7.4.2), whatever tags a template takes for their looks."""
    above: list[int] = []
    for element in in_order(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])):
        heading = re.fullmatch(r"/H([1-6])", str(element.get("S", "")))
        if heading:
            level = int(heading[1])
            above = [*(other for other in above if other < level), level]
            element["S"] = f"/H{len(above)}"


def _repeats_parent(pdf: Any, element: Any) -> bool:
    """A table-like element has two boxes, and so two structure elements, one in the other."""
    return getattr(_at(pdf, element["P"]), "read_by_language", None) is element.read_by_language


def _read_by_language(pdf: Any, parts: list[Any]) -> None:
    """`parts` are one story's elements, one a page: the first takes all cells, language by language."""
    cells = [cell for part in parts for cell in _cells(pdf, part)]
    languages = list(dict.fromkeys(cell.language for cell in cells))
    cells.sort(key=lambda cell: languages.index(cell.language))
    first, *others = parts
    first["K"][:] = [cell.reference for cell in cells]
    for cell in cells:
        cell["P"] = first.reference
    for other in others:
        other["K"].clear()
        _prune(pdf, other)


def _cells(pdf: Any, element: Any) -> Iterator[Any]:
    """The outermost elements below that carry a language. Text beside them would lose its place: ValueError."""
    for kid in element["K"]:
        child = None if isinstance(kid, int) else _at(pdf, kid)
        if child is None or "S" not in child or child["S"] == "/Span":
            raise ValueError(f'text outside of an element with lang in {BY_LANGUAGE}="by-language"')
        if hasattr(child, "language"):
            yield child
        else:
            yield from _cells(pdf, child)


def _prune(pdf: Any, element: Any) -> None:
    """Take an element without children out of the tree, and its parent if that leaves it empty."""
    parent = _at(pdf, element["P"])
    parent["K"].remove(element.reference)
    if not parent["K"] and "P" in parent:
        _prune(pdf, parent)


def _paint_artifacts(pdf: Any) -> None:
    """In the page's content, what was marked as text of the tree becomes an artifact (ISO 32000-1, 14.8.2.2.2)."""
    for (page_number, number), kind in pdf.__dict__.get("artifacts", {}).items():
        content = _at(pdf, _at(pdf, pdf.page_references[page_number])["Contents"]).stream
        here = content.index({"MCID": number})
        content[here - 1] = "/Artifact"
        type = {"Type": "/Pagination", "Subtype": kind} if kind else {"Type": "/Layout"}
        content[here] = pydyf.Dictionary(type)


def _figure_boxes(document: Any, pdf: Any) -> None:
    """WeasyPrint writes px from the top; BBox is in points from the foot of the page (ISO 32000-1, 14.8.5.4.3)."""
    pages = dict(zip(pdf.page_references, document.pages, strict=True))
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("S") == "/Figure" and "BBox" in thing.get("A", {}):
            left, top, right, bottom = thing["A"]["BBox"]
            height = pages[thing["Pg"]].height
            thing["A"]["BBox"] = pydyf.Array(px * 0.75 for px in (left, height - bottom, right, height - top))
