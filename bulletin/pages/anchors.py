"""Where the entries of the list of contents lead to in a finished PDF."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

TO = "at-"
"""With which the name of such a place begins; the templates give it."""


def anchored(data: bytes) -> dict[str, int]:
    """The page, from 1, of each place that the list leads to, by its id (ISO 32000-1, 12.3.2.3)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
        places = pikepdf.NameTree(names).items() if names is not None else ()
        return {name.removeprefix(TO): pages[_page(at)] for name, at in places if name.startswith(TO)}


def _page(place: Any) -> Any:
    """Of an explicit destination, or of one in a dictionary."""
    return (place.D if isinstance(place, pikepdf.Dictionary) else place)[0].objgen
