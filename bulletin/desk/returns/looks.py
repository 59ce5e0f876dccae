"""How words were made to look: what differs from their style. The page's look is the program's, so it is only told.

A word processor that saves a draft writes much of what styles say on the runs themselves: only what says something else
than the style is the person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from bulletin.word.around import Around
from bulletin.word.layout import StyleSheet, is_on
from bulletin.word.ox import Node, name

Look = Literal["strike", "highlight", "shading", "colour", "underline", "italic", "raised", "hidden", "mark", "style"]
_TOGGLES: Mapping[str, Look] = {"strike": "strike", "dstrike": "strike", "i": "italic", "vanish": "hidden"}
_VALUES: Mapping[str, tuple[Look, frozenset[str]]] = {  # what means nothing
    "highlight": ("highlight", frozenset({"none"})),
    "color": ("colour", frozenset({"auto", "000000"})),
    "u": ("underline", frozenset({"none"})),
    "vertAlign": ("raised", frozenset({"baseline"})),
    "em": ("mark", frozenset({"none"})),
}
_LINKS = frozenset({"hyperlink", "followedhyperlink"})  # what programs put on links, which are told as such


@dataclass(frozen=True, slots=True)
class Looking:
    """Words of one paragraph that look otherwise than their style says; `value` for what has one, such as a style."""

    look: Look
    words: str
    paragraph: Node
    value: str = ""


class Looks:
    """`own`: which styles and colours the program gave to runs; None where nobody knows."""

    def __init__(self, styles: Node | None, own: Around | None):
        self.sheet = StyleSheet(styles)
        self.styles = None if own is None else _LINKS.union(own.styles)
        self.colours = frozenset[str]() if own is None else frozenset(own.colours)

    def of(self, paragraphs: Mapping[Node, list[Node]]) -> Iterator[Looking]:
        """What is other in these paragraphs, each with its runs."""
        for paragraph, runs in paragraphs.items():
            style = paragraph.find(f"{name('w:pPr')}/{name('w:pStyle')}")
            above = [] if style is None else [str(style.get(name("w:val")))]
            told = [(self._other(one, above), one) for one in runs]
            for kind in dict.fromkeys(look for looks, _ in told for look in looks):
                for there, group in groupby(told, lambda one, kind=kind: kind in one[0]):  # type: ignore[misc]
                    words = "".join(_said(run) for _, run in group)
                    if there and words.strip():
                        yield Looking(kind[0], words.strip(), paragraph, kind[1])

    def _other(self, run: Node, above: list[str]) -> list[tuple[Look, str]]:
        properties = run.find(name("w:rPr"))
        if properties is None:
            return []
        style = properties.find(name("w:rStyle"))
        called = [] if style is None else [str(style.get(name("w:val")))]
        chain = [*called, *above]
        out: list[tuple[Look, str]] = [(look, "") for look in self._direct(properties, chain)]
        if called and self.styles is not None and self.sheet.called(called[0]).lower() not in self.styles:
            out.append(("style", self.sheet.called(called[0])))
        return list(dict.fromkeys(out))

    def _direct(self, properties: Node, chain: list[str]) -> Iterator[Look]:
        for tag, look in _TOGGLES.items():
            if is_on(properties.find(name(f"w:{tag}"))) and not is_on(self._styled(chain, tag)):
                yield look
        for tag, (look, nothing) in _VALUES.items():
            value = _value(properties.find(name(f"w:{tag}")))
            if not value or value in nothing or (look == "colour" and value in self.colours):
                continue
            if value != _value(self._styled(chain, tag)):
                yield look
        if (fill := _fill(properties.find(name("w:shd")))) and fill != _fill(self._styled(chain, "shd")):
            yield "shading"

    def _styled(self, chain: list[str], tag: str) -> Node | None:
        """What the nearest style says of a property."""
        found = (self.sheet.says(id, f"w:{tag}") for id in chain)
        return next((one for one in found if one is not None), None)


def _value(node: Node | None) -> str:
    return "" if node is None else str(node.get(name("w:val")) or "")


def _fill(node: Node | None) -> str:
    fill = "" if node is None else str(node.get(name("w:fill")) or "")
    return "" if fill.lower() in ("auto", "ffffff") else fill


def _said(run: Node) -> str:
    return "".join(one.text or "" for one in run.iter(name("w:t")))
