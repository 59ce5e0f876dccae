"""The tag tree, put in order once it is built: what only lays things out goes, what has two languages is said in both.

HTML needs boxes that mean nothing (a table that is set from four of them, a line of two spans); a screen reader that
meets them says "list" four times. Elements here are those of WeasyPrint: dictionaries that know their HTML element as
`source`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

ENGLISH = "data-en"
"""What a picture says in English, beside its `alt`, on a page in two languages."""
MARK = "mk"
"""The class of a picture that stands for a word: it is read as that word, and is no figure."""
INLINE = frozenset(("/Span", "/Link"))
GROUPS = frozenset(("/Document", "/Part", "/Sect", "/Art", "/Div"))
EMPTY = frozenset(("/NonStruct", "/Div", "/Span", "/P", "/L", "/Sect", "/Caption"))
"""What may go where nothing is in it."""


def tidy(pdf: Any) -> None:
    """Everything below the document."""
    for document in kids(pdf, at(pdf, pdf.catalog["StructTreeRoot"])):
        for child in kids(pdf, document):
            if child["S"] == "/NonStruct":
                child["S"] = "/Sect"  # the masthead, which stands in no part
        _tidy(pdf, document)


def at(pdf: Any, reference: bytes) -> Any:
    """The object of a reference."""
    return pdf.objects[int(reference.split()[0])]


def kids(pdf: Any, element: Any) -> list[Any]:
    """The structure elements right below."""
    held = element.get("K", [])
    found = (at(pdf, kid) for kid in (held if isinstance(held, list) else [held]) if isinstance(kid, bytes))
    return [kid for kid in found if isinstance(kid, dict) and "S" in kid]


def in_order(pdf: Any, element: Any) -> Iterator[Any]:
    """The structure elements below, as they are read."""
    for child in kids(pdf, element):
        yield child
        yield from in_order(pdf, child)


def _tidy(pdf: Any, element: Any) -> None:
    made: list[Any] = []
    for kid in element["K"]:
        child = at(pdf, kid) if isinstance(kid, bytes) else None
        if child is None or "S" not in child:
            made.append(kid)
            continue
        _tidy(pdf, child)
        if not child["K"] and child["S"] in EMPTY:
            child.free = "f"
        elif _is_idle(pdf, child, element):
            made += child["K"]
            for inner in kids(pdf, child):
                inner["P"] = element.reference
            child.free = "f"
        else:
            made.append(kid)
    element["K"][:] = made


def _is_idle(pdf: Any, child: Any, parent: Any) -> bool:
    """Does it say nothing that its parent or its children do not say? What is kept gets a name that says what it is."""
    tag, inside = child["S"], kids(pdf, child)
    words = [one for one in inside if one["S"] in INLINE]
    again = tag == parent["S"] and getattr(child, "source", 0) is getattr(parent, "source", None)
    if "Lang" in child:
        if tag in ("/NonStruct", "/Div"):
            child["S"] = "/Div" if len(words) < len(inside) else "/P" if parent["S"] in GROUPS else "/Span"
        return False
    if again or tag == "/Span":
        return again or (len(inside) == len(child["K"]) and not words) or _only_spans(child, inside)
    if tag not in ("/NonStruct", "/Div"):
        return False
    if words and parent["S"] in GROUPS:
        child["S"] = "/P" if len(words) == len(inside) else "/Div"
        return False
    return True


def _only_spans(child: Any, inside: list[Any]) -> bool:
    return len(inside) == len(child["K"]) and all(one["S"] in INLINE for one in inside)


def in_two_languages(pdf: Any) -> None:
    """A figure that has its words in two languages becomes two, each in its own; a mark becomes the word it is for."""
    for element in list(pdf.objects):
        source = getattr(element, "source", None) if isinstance(element, dict) else None
        if source is None or element.get("S") != "/Figure" or "Alt" not in element:
            continue
        key = "Alt"
        if MARK in source.attrib.get("class", "").split():
            key, element["S"] = "ActualText", "/Span"
            element["ActualText"] = element.pop("Alt")
            del element["A"]
        if english := source.attrib.get(ENGLISH):
            _second(pdf, element, key, english)


def _second(pdf: Any, element: Any, key: str, english: str) -> None:
    """The same thing again, in English; an empty sequence behind the first one's is what it stands on."""
    page = pdf.page_references.index(element["Pg"])
    numbers = at(pdf, at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"][2 * page + 1]
    number = len(numbers)
    shared = {name: value for name, value in element.items() if name in ("Type", "S", "Pg", "P", "A")}
    second = pydyf.Dictionary({**shared, "Lang": pydyf.String("en"), key: pydyf.String(english)})
    second["K"] = pydyf.Array([number])
    pdf.add_object(second)
    numbers.append(second.reference)
    around = at(pdf, element["P"])["K"]
    around.insert(around.index(element.reference) + 1, second.reference)
    content = at(pdf, at(pdf, pdf.page_references[page])["Contents"]).stream
    end = _end(content, content.index({"MCID": element["K"][0]}))
    content[end:end] = [element["S"], pydyf.Dictionary({"MCID": number}), b"BDC", b"EMC"]


def _end(content: list[Any], start: int) -> int:
    """Behind the end of the sequence whose properties stand at `start`."""
    depth = 0
    for place in range(start, len(content)):
        name = content[place]
        depth += (name in (b"BDC", b"BMC")) - (name == b"EMC")
        if name == b"EMC" and depth == 0:
            return place + 1
    raise ValueError("a marked sequence without an end")
