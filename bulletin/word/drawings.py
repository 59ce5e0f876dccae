"""The pictures and charts of a document: how they are called and what they show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .ox import Node, name
from .package import NoDocx, tree

_PICTURES = (name("a:blip"), name("asvg:svgBlip"))


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A picture or a native chart: its name, alternative text and the digests of its parts.

    LibreOffice 7.4 drops the SVG and keeps the PNG, later ones keep the SVG and render the PNG anew: a drawing is the
    same as long as one part is. A chart is the same as long as its data are. `alt` is the description and the title,
    Chinese and English; LibreOffice 7.4 drops the title.
    """

    name: str
    alt: str
    digests: tuple[str, ...]

    def says(self, old: PlacedDrawing) -> bool:
        """Does its alternative text say what it said, as far as the program that saved it keeps it?"""
        return self.alt == old.alt or old.alt.startswith(f"{self.alt} ")


def drawings(body: Node, part: Callable[[str], bytes | None]) -> tuple[list[PlacedDrawing], list[Node | None]]:
    """Pictures and charts in order, and the paragraph of each; `part` gives what a relation of the document leads to.

    What shows neither, such as a box with words, is none.
    """

    @cache
    def digest(id: str | None, chart: bool) -> str | None:
        data = part(id) if id else None
        return None if data is None else hashlib.sha256(_data(data) if chart else data).hexdigest()[:16]

    out, at = [], list[Node | None]()
    for node in body.iter(name("wp:docPr")):
        above = next(node.iterancestors())
        if next(above.iter(*_PICTURES, name("c:chart")), None) is None:
            continue
        shown = [digest(link.get(name("r:embed")), False) for tag in _PICTURES for link in above.iter(tag)]
        shown += [digest(chart.get(name("r:id")), True) for chart in above.iter(name("c:chart"))]
        digests = tuple(one for one in shown if one)
        alt = " ".join(words for words in (node.get("descr"), node.get("title")) if words)
        out.append(PlacedDrawing(str(node.get("name") or ""), alt, digests))
        at.append(next(node.iterancestors(name("w:p")), None))
    return out, at


def _data(chart: bytes) -> bytes:
    """Names and values of a chart, which every program that saves it writes anew; the part itself if it is damaged."""
    try:
        root = tree(chart)
    except NoDocx:
        return chart
    sides = [side for tag in ("c:cat", "c:val") for side in root.iter(name(tag))]
    return "\0".join(value.text or "" for side in sides for value in side.iter(name("c:v"))).encode()
