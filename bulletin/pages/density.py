"""Copyfitting of text that runs on: type and leading a little larger or smaller, so that pages fill."""

from __future__ import annotations

import re
from collections.abc import Callable

from bulletin.pages.typeset import WELL_FILLED, Pdf

DENSITIES = (1.0, 0.97, 1.03, 0.94, 1.06, 0.985, 1.09, 1.12)
"""What is tried, in this order; words stay at 6.5 pt or more."""
MEASURE, LEAST_GAP = 178 * 72 / 25.4, 27.0
"""Width of the body, and the least room between two columns, in pt."""
_SIZES = re.compile(r"(?<![\w.-])(\d+(?:\.\d+)?)pt")
_PAGE_RULES = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
_LINE = 2.0  # pt; what is thinner is a rule, not type


def at_density(css: str, density: float, em: float) -> str:
    """The sheet with its sizes in pt multiplied, but for page rules and lines; `--gap` keeps the columns whole ems.

    `em` is the size of Chinese text at density 1.
    """
    kept = _PAGE_RULES.findall(css)
    rest = _SIZES.sub(lambda found: _size(float(found[1]), density), _PAGE_RULES.sub("", css))
    return "\n".join(kept) + f"\n:root {{ --gap: {gap(density, em):.3f}pt }}\n" + rest


def gap(density: float, em: float) -> float:
    """Room between two columns, each of a whole number of ems, as many as there can be."""
    em *= density
    ems = int((MEASURE - LEAST_GAP) / 2 / em)
    return MEASURE - 2 * ems * em


def fitted(typeset: Callable[[float], Pdf]) -> Pdf:
    """The first setting whose pages are all well filled, or else the one whose emptiest page is fullest.

    None with more pages than the first is taken, and none of which something leaves its place.
    """
    first = best = typeset(DENSITIES[0])
    for density in DENSITIES[1:]:
        if emptiest(best) >= WELL_FILLED:
            break
        made = typeset(density)
        if made.pages <= first.pages and emptiest(made) > emptiest(best) and not made.log:
            best = made
    return best


def emptiest(pdf: Pdf) -> float:
    """The fill of the emptiest page."""
    return min(page.used for page in pdf.fill)


def _size(size: float, density: float) -> str:
    return f"{size * density:.3f}".rstrip("0").rstrip(".") + "pt" if size >= _LINE else f"{size:g}pt"
