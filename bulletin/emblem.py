"""A logo as a picture for Word, which shows the drawing itself, or a PNG where it cannot."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

import pypdfium2

from bulletin.edition.blocks import Both, Emblem
from bulletin.pages.pdf import Typesetter

HEIGHT = 13.0
"""mm."""
_URL, _SCALE = "bulletin:emblem.svg", 300 / 72


@dataclass(frozen=True, slots=True)
class EmblemPicture:
    """See `charts.picture.Picture`."""

    svg: bytes
    png: bytes
    width_mm: float
    height_mm: float
    alt: Both
    own: tuple[str, ...] = ()


def emblem(typesetter: Typesetter, logo: Emblem, created: datetime) -> EmblemPicture:
    """The logo set on a page of its own size, and that page as pixels."""
    width = HEIGHT * logo.ratio
    page = f"@page {{ size: {width}mm {HEIGHT}mm; margin: 0 }} body {{ margin: 0 }}"
    style = f"<style>{page} img {{ display: block; width: {width}mm }}</style>"
    shown = f'<body><img src="{_URL}" alt="-"></body>'
    html = f'<html lang="zh-Hans"><head><title>-</title>{style}</head>{shown}</html>'
    pdf = typesetter.typeset(html, {_URL: logo.svg}, title="-", created=created)
    document = pypdfium2.PdfDocument(pdf.data)
    try:
        pixels = document[0].render(scale=_SCALE).to_pil()
    finally:
        document.close()
    buffer = io.BytesIO()
    pixels.save(buffer, "PNG")
    return EmblemPicture(logo.svg, buffer.getvalue(), width, HEIGHT, logo.alt)
