"""Charts as pictures: an SVG for Word 2016 and later, a PNG for the rest, words for those who cannot see them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bulletin.charts.picture import Picture
from bulletin.edition.text import Both

from .draft import Embed, EmbedPhoto
from .ox import NAMESPACES, Node, element, emu, name, w

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # [MS-ODRAWXML] 2.3.3.1


def embedder(document: Any, faces: Mapping[str, str]) -> Embed:
    """Puts pictures into a python-docx document; gives the relation of the PNG and of the SVG.

    `faces` names, for each face that charts are drawn in, the one that Word has in its stead.
    """
    numbers: list[int] = []

    def embed(picture: Picture) -> tuple[str, str]:
        numbers.append(len(numbers) + 1)
        png, _ = document.part.get_or_add_image(io.BytesIO(picture.png))
        place = PackURI(f"/word/media/chart{numbers[-1]}.svg")
        part = Part(place, "image/svg+xml", with_faces(picture.svg, faces), document.part.package)
        return png, document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    return embed


def photo_embedder(document: Any) -> EmbedPhoto:
    """Puts photographs into a python-docx document; gives the relation of each."""

    def embed(photo: bytes) -> str:
        relation, _ = document.part.get_or_add_image(io.BytesIO(photo))
        return str(relation)

    return embed


def with_faces(svg: bytes, faces: Mapping[str, str]) -> bytes:
    """The drawing with Word's face behind each of ours: its text is text, and few machines have our faces."""

    def families(found: re.Match[str]) -> str:
        names = [one.strip(" '\"") for one in found[2].split(",")]
        return found[1] + ",".join([*names, *(faces[one] for one in names if one in faces)])

    return re.sub(r"(font-family:\s*)([^;\"]+)", families, svg.decode("utf-8")).encode()


def photograph(relation: str, mm: tuple[float, float], number: int, label: str, words: Both, widest_mm: float) -> Node:
    """A run with a photograph in line with the text, at its size or as wide as there is room."""
    scale = min(1.0, widest_mm / mm[0])
    size = {"cx": emu(mm[0] * scale), "cy": emu(mm[1] * scale)}
    return in_line(_picture((relation,), size, number, label, words), "pic:pic", size, number, label, words)


def drawing(picture: Picture, relations: tuple[str, str], number: int, label: str, widest_mm: float) -> Node:
    """A run with the picture in line with the text, at its own size or as wide as there is room (20.4.2.8)."""
    scale = min(1.0, widest_mm / picture.width_mm)
    size = {"cx": emu(picture.width_mm * scale), "cy": emu(picture.height_mm * scale)}
    graphic = _picture(relations, size, number, label, picture.alt)
    return in_line(graphic, "pic:pic", size, number, label, picture.alt)


def in_line(graphic: Node, kind: str, size: dict[str, int], number: int, label: str, words: Both) -> Node:
    """A run with a drawing in line with the text, under its name and with words for those who do not see it."""
    locks = element("a:graphicFrameLocks", noChangeAspect=1) if kind == "pic:pic" else None
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:effectExtent", l=0, t=0, r=0, b=0),
        element("wp:docPr", id=number, name=label, **_told(words)),
        element("wp:cNvGraphicFramePr", locks),
        element("a:graphic", element("a:graphicData", graphic, uri=NAMESPACES[kind.partition(":")[0]])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return w("r", w("drawing", inline))


def _told(words: Both) -> dict[str, str]:
    """The alternative text (20.1.2.2.8): two attributes, each in one language, so that no voice reads both.

    Chinese, the draft's own language, is the description, which Word shows beside a picture; English is the title.
    """
    return {"descr": words.zh or words.en} | ({"title": words.en} if words.zh and words.en else {})


def _picture(relations: tuple[str, ...], size: dict[str, int], number: int, label: str, words: Both) -> Node:
    """20.2.2.5: the blip is the PNG or the photograph; an extension of it names the SVG, where there is one."""
    blip = element("a:blip")
    for vector in relations[1:]:
        drawn = element("asvg:svgBlip")
        drawn.set(name("r:embed"), vector)
        blip.append(element("a:extLst", element("a:ext", drawn, uri=_SVG_EXTENSION)))
    blip.set(name("r:embed"), relations[0])
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", id=number, name=label, **_told(words)), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        element(
            "pic:spPr",
            element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
        ),
    )
