"""A drawing that somebody brings, a logo or a seal: an SVG of which only plain shapes are taken.

It is written anew from a list of what is known to be harmless. What does not stand on the list is not left out without
a word, for then another drawing would be printed: it is refused, each kind by its name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from bulletin.messages import say
from bulletin.problems import ContentError, Place, Problem
from bulletin.project import Project

LARGEST, MOST, DEEPEST = 300_000, 2_000, 20
"""Bytes, elements, and how deep these may stand in one another."""
WIDEST = 6.0
"""How many times as wide as high a drawing may be, or as high as wide."""
_SVG = "http://www.w3.org/2000/svg"
_NOTES = frozenset(("title", "desc", "metadata"))
"""Said of the drawing, and not drawn: passed over."""
_PAINT = frozenset(("fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform"))
_SHAPES: dict[str, frozenset[str]] = {
    "g": frozenset(),
    "path": frozenset(("d",)),
    "rect": frozenset(("x", "y", "width", "height", "rx", "ry")),
    "circle": frozenset(("cx", "cy", "r")),
    "ellipse": frozenset(("cx", "cy", "rx", "ry")),
    "line": frozenset(("x1", "y1", "x2", "y2")),
    "polyline": frozenset(("points",)),
    "polygon": frozenset(("points",)),
}
_KINDS = {
    "script": "logo.script",
    "handler": "logo.script",
    "foreignObject": "logo.foreign",
    "image": "logo.picture",
    "text": "logo.text",
    "style": "logo.style",
    "a": "logo.link",
    "use": "logo.use",
    "linearGradient": "logo.gradient",
    "radialGradient": "logo.gradient",
    "filter": "logo.gradient",
    "mask": "logo.gradient",
    "animate": "logo.animated",
    "animateTransform": "logo.animated",
    "animateMotion": "logo.animated",
    "set": "logo.animated",
}
"""What has a message of its own; everything else that is unknown is named as it is."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")
_VALUE = re.compile(r"[-+.,\w\s()#%]*")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px|mm|pt|cm|in)?")
_CLEAR = frozenset(("opacity", "fill-opacity", "stroke-opacity"))
_IGNORED = frozenset(("id", "class", "version", "viewBox", "width", "height", "enable-background", "space"))
_NAMED = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "none": "none"}


def _etree() -> Any:
    """Asked for where there is a drawing: a check without one has no use for it."""
    from lxml import etree

    return etree


class Unfit(Exception):
    """A drawing that is not taken; the text is for the person who brought it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Written anew; `ratio` is its width by its height, `colours` as #rrggbb."""

    svg: bytes
    ratio: float
    colours: tuple[str, ...]


def read_drawing(project: Project, file: str, place: Place) -> Drawing:
    """The one that a file of the project holds. Raises ContentError at the place where it is named."""
    if PurePath(file).is_absolute() or ".." in PurePath(file).parts:
        raise ContentError([Problem("logo", say("logo.outside", file=file), place)])
    try:
        return drawing(project.read_bytes(project.root / file, place))
    except Unfit as error:
        raise ContentError([Problem("logo", f"{file}: {error}", place)]) from error


def drawing(data: bytes) -> Drawing:
    """Raises Unfit for what is no SVG of plain shapes in plain colours."""
    root = _root(data)
    box = _box(root)
    made = _etree().Element(f"{{{_SVG}}}svg", nsmap={None: _SVG}, viewBox=" ".join(f"{value:g}" for value in box))
    count = _copy(root, made)
    if not count:
        raise Unfit(say("logo.empty"))
    colours = {
        value for node in made.iter() for name in ("fill", "stroke") if (value := node.get(name, "none")) != "none"
    }
    black = {"#000000"} if not all(_is_filled(node) for node in made.iter()) else set[str]()
    svg = _etree().tostring(made, xml_declaration=True, encoding="UTF-8")
    return Drawing(svg, box[2] / box[3], tuple(sorted(colours | black)))


def _is_filled(node: Any) -> bool:
    """Is it said how a shape is filled, by itself or by a group around it? Otherwise it is black."""
    if _etree().QName(node).localname in ("svg", "g"):
        return True
    return any(above.get("fill") for above in (node, *node.iterancestors()))


def _root(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise Unfit(say("logo.large", most=LARGEST // 1000))
    if re.search(rb"<!(?:DOCTYPE|ENTITY)[^>]*\[|<!ENTITY", data):
        raise Unfit(say("logo.entity"))
    if re.search(rb"<\?(?!xml\s)", data):
        raise Unfit(say("logo.style"))
    parser = _etree().XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = _etree().fromstring(data, parser)
    except (_etree().XMLSyntaxError, ValueError) as error:
        raise Unfit(say("logo.no_svg")) from error
    if root.tag != f"{{{_SVG}}}svg":
        raise Unfit(say("logo.no_svg"))
    return root


def _box(root: Any) -> tuple[float, float, float, float]:
    """The part of the plane that is shown. Raises Unfit where none is said, or where it is a strip."""
    said = str(root.get("viewBox", "")).replace(",", " ").split()
    sides = [_LENGTH.fullmatch(str(root.get(side, ""))) for side in ("width", "height")]
    try:
        numbers = [float(part) for part in said]
    except ValueError:
        numbers = []
    if not said and all(sides):
        numbers = [0.0, 0.0, *(float(side[1]) for side in sides if side)]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) <= 0:
        raise Unfit(say("logo.no_size"))
    x, y, width, height = numbers
    if not 1 / WIDEST <= width / height <= WIDEST:
        raise Unfit(say("logo.strip", times=f"{WIDEST:g}"))
    return x, y, width, height


def _copy(source: Any, target: Any, depth: int = 0) -> int:
    """Takes the shapes over; returns how many. Raises Unfit."""
    if depth > DEEPEST or sum(1 for _ in source.iter()) > MOST:
        raise Unfit(say("logo.many", most=MOST))
    count = 0
    for name, value in _attributes(source, root=depth == 0):
        target.set(name, value)
    for node in source:
        tag = _etree().QName(node)
        if tag.namespace != _SVG:
            if tag.namespace and any(True for _ in node.iter(f"{{{_SVG}}}*")):
                raise Unfit(say("logo.unknown", name=tag.localname))
            continue  # what drawing programs say to themselves
        if tag.localname in _NOTES or (tag.localname == "defs" and not len(node)):
            continue
        if tag.localname not in _SHAPES:
            raise Unfit(_refusal(tag.localname, node))
        count += (tag.localname != "g") + _copy(node, _etree().SubElement(target, node.tag), depth + 1)
    return count


def _refusal(name: str, node: Any) -> str:
    if name == "defs":  # what is in it says more
        inner = next(
            (_etree().QName(one).localname for one in node.iter() if one is not node),
            "defs",
        )
        name = inner if inner in _KINDS else "use"
    return say(_KINDS.get(name, "logo.unknown"), name=name)


def _attributes(node: Any, *, root: bool) -> Iterator[tuple[str, str]]:
    known = _PAINT | (frozenset() if root else _SHAPES[_etree().QName(node).localname])
    for key, value in [*node.attrib.items(), *_declared(node)]:
        name, space = _etree().QName(key).localname, _etree().QName(key).namespace
        if name.lower().startswith("on"):
            raise Unfit(say("logo.script", name=name))
        if name == "href" or "url(" in value.lower() or "javascript:" in value.lower():
            raise Unfit(say("logo.link", name=name))
        if space or (name in _IGNORED and root) or name in ("id", "class", "style"):
            continue
        if name in _CLEAR:
            if value.strip() not in ("1", "1.0", "100%"):
                raise Unfit(say("logo.clear"))
            continue
        if name not in known:
            if name in ("stroke-miterlimit", "clip-rule", "display") and value.strip() != "none":
                continue
            raise Unfit(say("logo.unknown", name=name))
        yield name, _value(name, value.strip())


def _declared(node: Any) -> Iterator[tuple[str, str]]:
    """The declarations of a `style` attribute, as attributes."""
    for part in str(node.get("style", "")).split(";"):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _value(name: str, value: str) -> str:
    if not _VALUE.fullmatch(value):
        raise Unfit(say("logo.unknown", name=name))
    if name not in ("fill", "stroke"):
        return value
    if value.lower() in _NAMED:
        return _NAMED[value.lower()]
    if not _COLOUR.fullmatch(value):
        raise Unfit(say("logo.colour", given=value[:30]))
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
