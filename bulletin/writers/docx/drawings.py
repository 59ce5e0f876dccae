"""The pictures and charts of a document: how they are called and what they show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from .ox import Node, name


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or a native chart: its name, alternative text and the digests of its parts.

    LibreOffice 7.4 drops the SVG and keeps the PNG, later ones keep the SVG and render the PNG anew: a drawing is the
    same as long as one part is. A chart is the same as long as its data are.
    """

    name: str
    alt: str
    digests: tuple[str, ...]


def drawings(body: Node, part: Callable[[str], bytes | None]) -> list[Drawing]:
    """Pictures and charts in order; `part` gives what a relation of the document leads to."""
    out = []
    for node in body.iter(name("wp:docPr")):
        above = next(node.iterancestors())
        ids = [link.get(name("r:embed")) for tag in ("a:blip", "asvg:svgBlip") for link in above.iter(name(tag))]
        shown = [data for id in ids if id and (data := part(id)) is not None]
        charts = [chart.get(name("r:id")) for chart in above.iter(name("c:chart"))]
        shown += [_data(data) for id in charts if id and (data := part(id)) is not None]
        digests = tuple(hashlib.sha256(data).hexdigest()[:16] for data in shown)
        out.append(Drawing(str(node.get("name") or ""), str(node.get("descr") or ""), digests))
    return out


def _data(chart: bytes) -> bytes:
    """Names and values of a chart, which every program that saves it writes anew; the part itself if it is damaged."""
    try:
        root = etree.fromstring(chart, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return chart
    sides = [side for tag in ("c:cat", "c:val") for side in root.iter(name(tag))]
    return "\0".join(value.text or "" for side in sides for value in side.iter(name("c:v"))).encode()
