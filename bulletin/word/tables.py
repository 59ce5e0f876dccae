"""Tables of fixed widths, as Word, WPS and LibreOffice all lay them out (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bulletin.edition.blocks import Both, Pair, plain

from .look import TEXT
from .ox import ORDER, Node, put_in_order, w

_SHORT = 4  # rows at most of a table that is kept whole
_LAST = 3  # rows of a table that stand on one page, before what is below it


def widths(shares: Sequence[float], total: int = TEXT) -> list[int]:
    """Whole twips in these proportions that add up to `total`."""
    edges = [round(total * sum(shares[:place]) / sum(shares)) for place in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def roomy(shares: Sequence[float], needs: Sequence[float], total: int = TEXT) -> list[int]:
    """Widths in these proportions, but no column narrower than it needs (in twips); the widest gives the room."""
    grid = widths(shares, total)
    for place, need in enumerate(needs):
        lack = round(need) - grid[place]
        giver = max(range(len(grid)), key=lambda at: grid[at] - needs[at])
        if lack > 0 and giver != place and grid[giver] - lack >= needs[giver]:
            grid[place] += lack
            grid[giver] -= lack
    return grid


def cell(
    width: int, *content: Node | Sequence[Node], span: int = 1, left: int | None = None, right: int | None = None
) -> Node:
    """A cell that ends with a paragraph (17.4.65). `left` and `right` are its own margins in twips."""
    sides = [w(side, w=value, type="dxa") for side, value in (("left", left), ("right", right)) if value is not None]
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("tcMar", sides) if sides else None,
    )
    node = w("tc", properties, *content)
    if not node[-1].tag.endswith("}p"):
        node.append(w("p", w("pPr", w("pStyle", val="Spacer"))))
    return node


def row(*cells: Node, head: bool = False, whole: bool = True) -> Node:
    """A row that no page break cuts, unless it is not kept whole; a head is repeated on every page (17.4.49)."""
    return w("tr", w("trPr", w("cantSplit") if whole else None, w("tblHeader") if head else None), *cells)


def kept_together(nodes: Sequence[Node], whole: bool, below: bool) -> list[Node]:
    """Nodes with tables that no page break cuts where they are short and `whole`; of others no row stands alone.

    `below`: what follows stays with the last row. A row stays with the next where its paragraphs do (17.3.1.15).
    """
    for one in nodes:
        rows = one.findall(w("tr").tag) if one.tag == w("tbl").tag else []
        heads = sum(line.find(f"{w('trPr').tag}/{w('tblHeader').tag}") is not None for line in rows)
        for n, line in enumerate(rows):
            last = n == len(rows) - 1
            if below if last else (whole and len(rows) <= _SHORT) or n <= heads or n >= len(rows) - _LAST:
                _with_next(line)
    return [*nodes]


def _with_next(line: Node) -> None:
    for properties in line.iter(w("pPr").tag):
        if properties.find(w("keepNext").tag) is None:
            properties.append(w("keepNext"))
            put_in_order(properties, ORDER["pPr"])


def table(style: str, grid: Sequence[int], rows: Sequence[Node], title: Both, description: Both | None = None) -> Node:
    """A table of exact widths in twips, with a title and a description for those who cannot see it."""
    head = any(True for line in rows for _ in line.iter(w("tblHeader").tag))
    look = w("tblLook", val="0020" if head else "0000", firstRow=int(head), lastRow=0, firstColumn=0, lastColumn=0,
             noHBand=1, noVBand=1)  # fmt: skip
    words = description or title
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(grid), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=f"{title.zh} {title.en}".strip()),
        w("tblDescription", val=f"{words.zh} {words.en}".strip()),
    )
    return w("tbl", properties, w("tblGrid", [w("gridCol", w=width) for width in grid]), rows)


def in_columns(cells: Sequence[list[Node]], columns: int, total: int = TEXT) -> tuple[list[int], list[Node]]:
    """Cells filled row by row; what the last row lacks is one wide empty cell."""
    grid = widths([1] * columns, total)
    rows = []
    for start in range(0, len(cells), columns):
        filled = [cell(grid[place], content) for place, content in enumerate(cells[start : start + columns])]
        missing = columns - len(filled)
        rest = [cell(sum(grid[-missing:]), span=missing)] if missing else []
        rows.append(row(*filled, *rest))
    return grid, rows


def title_of(pair: Pair) -> Both:
    """A pair as plain words, to name a table."""
    return Both(plain(pair.zh), plain(pair.en))
