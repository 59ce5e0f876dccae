"""What a style sheet declares, read without laying out a page: sizes of the page, numbers it writes, colours of ink."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from bulletin.messages import say
from bulletin.pages.typeset import TypesettingError
from bulletin.press.palette import Palette

At = tuple[int, int]
"""Line and column."""
_COUNTS = frozenset(("counter", "counters", "target-counter", "target-counters"))
_COLOURED = re.compile(r"color|background|border|outline|fill|stroke|decoration|rule|^--|shadow|^stop-")
_VAR = re.compile(r"var\(\s*--([\w-]+)")
_DIGITS = re.compile(r"\d[\d.,]*")
_A4 = ((210, "mm"), (297, "mm"))
_BLEED = (3, "mm")


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration; `within` are the @rules around it: page, or page and top-left."""

    within: tuple[str, ...]
    name: str
    value: tuple[Any, ...]
    at: At


@lru_cache(maxsize=8)  # each question about a sheet reads it
def declared(css: str) -> tuple[Declared, ...]:
    """Every declaration of a sheet or of a style attribute, nested ones too."""
    return tuple(_declared(tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True), ()))


def _declared(nodes: list[Any], within: tuple[str, ...]) -> Iterator[Declared]:
    for node in nodes:
        if node.type == "declaration":
            value = tuple(token for token in node.value if token.type not in ("whitespace", "comment"))
            yield Declared(within, node.lower_name, value, (node.source_line, node.source_column))
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _declared(inside, (*within, node.lower_at_keyword) if node.type == "at-rule" else within)


def numbers(css: str) -> Iterator[tuple[At, str]]:
    """Numbers that the sheet itself writes into a text, where they come from no fact."""
    for one in declared(css):
        if one.name != "content" or "page" in one.within:
            continue
        for token in one.value:
            if token.type == "string" and (found := _DIGITS.search(token.value)):
                yield one.at, say("audit.orphan", number=found[0])
            elif token.type == "function" and token.lower_name in _COUNTS and not _is_page(token):
                yield one.at, say("audit.counted_by_sheet")


def _is_page(token: Any) -> bool:
    """The page that a link leads to: the only number that nobody knows before the pages are set."""
    words = [part.lower_value for part in token.arguments if part.type == "ident"]
    return token.lower_name == "target-counter" and words == ["page"]


def formats(css: str) -> Iterator[tuple[At, str]]:
    """Pages of another size than A4, and another bleed than the press edition's."""
    for one in declared(css):
        if one.within != ("page",):
            continue
        words = {token.lower_value for token in one.value if token.type == "ident"}
        lengths = tuple((token.value, token.lower_unit) for token in one.value if token.type == "dimension")
        if one.name == "size" and not (words in ({"a4"}, {"a4", "portrait"}) or lengths == _A4):
            yield one.at, say("template.page_size")
        elif one.name == "bleed" and lengths != (_BLEED,):
            yield one.at, say("template.bleed")


def unnamed(css: str, known: frozenset[str]) -> Iterator[tuple[At, str]]:
    """Colours, sizes and measures that the theme does not have: what asks for them would keep the browser's own."""
    for one in declared(css) if not known.issuperset(_VAR.findall(css)) else ():
        for name in _VAR.findall(tinycss2.serialize(one.value)):
            if name not in known and not any(other.name == f"--{name}" for other in declared(css)):
                yield one.at, say("template.unnamed", name=name)


def unprintable(css: str, theme: Mapping[str, Any]) -> Iterator[tuple[At, str]]:
    """What a press cannot print: colours that have no ink, half-transparent ones, shadings."""
    palette = Palette.of(theme)
    for one in declared(css):
        if one.name.endswith("opacity") and any(0 < _share(token) < 1 for token in one.value):
            yield one.at, say("press.glass")
        elif _COLOURED.search(one.name):
            yield from ((one.at, why) for token in one.value for why in _amiss(token, palette))


def _share(token: Any) -> float:
    return float(token.value) / (100 if token.type == "percentage" else 1) if hasattr(token, "int_value") else 1.0


def _amiss(token: Any, palette: Palette) -> Iterator[str]:
    if token.type == "function" and token.lower_name.endswith("gradient"):
        yield say("press.shading")
        return
    colour = parse_color(token) if token.type in ("ident", "hash", "function") else None
    if colour is None or colour == "currentcolor":
        return
    red, green, blue = (min(1.0, max(0.0, part or 0.0)) for part in colour.to("srgb").coordinates)
    if 0 < colour.alpha < 1:
        yield say("press.glass")
    elif colour.alpha:
        try:
            palette.ink(red, green, blue)
        except TypesettingError as error:
            yield from error.lines
