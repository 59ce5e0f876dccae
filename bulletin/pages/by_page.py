"""Pages that were set before, one by one: only those are set again in which something has changed.

For who looks at pages while they are written. Each page of an edition begins a sheet and looks the same whatever stands
on the others, but for the numbers of pages that it names. A page that is known by its HTML is left out of the document
but for the names that lead to it; what is set is the document of the others.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from bulletin.pages.typeset import PageFill, Pdf, Section
from bulletin.remembered import key_of

MOST = 60
"""Pages that are held: some saves of a long publication."""
_PAGE = re.compile(r'<section class="page[^"]*" id="page-\d+">')
_END = "</section>"
_ID, _LED = re.compile(r' id="([^"]+)"'), re.compile(r' (?:href|data-to)="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as set: its place in the file that holds it, and how far it is filled."""

    file: bytes
    at: int
    used: float


class ByPage:
    """The pages that one process set last."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Leaf] = OrderedDict()

    def pages(
        self,
        html: str,
        resources: Mapping[str, bytes],
        whole: Callable[[], Pdf],
        part: Callable[[str], Pdf],
        before: Callable[[], Pdf | None],
    ) -> tuple[Pdf, tuple[Leaf, ...]]:
        """What is found of the document, and each of its pages; of one of which pages were known there is no file.

        `whole` sets all of it, `before` gives what that gave another time; `part` sets a document with less on its
        pages. All is set where something does not fit, or a page is not one sheet.
        """
        split = _split(html)
        if split is None:
            return _leaves(whole())
        names = [_name(piece, split, resources) for piece in split[1]]
        missing = {name for name in names if name not in self._known}
        if missing and (found := before() or (whole() if len(missing) == len({*names}) else None)):
            return self._held(names, found)
        if missing:
            head, pieces, tail = split
            shown = (piece if name in missing else _bare(piece) for piece, name in zip(pieces, names, strict=True))
            found = part(head + "\n".join(shown) + tail)
            if found.log or found.pages != len(pieces):
                return self._held(names, whole())
            self._hold(names, found, missing)
        leaves = tuple(self._known[name] for name in names)
        for name in names:
            self._known.move_to_end(name)
        return _bound(leaves), leaves

    def _held(self, names: list[str], pdf: Pdf) -> tuple[Pdf, tuple[Leaf, ...]]:
        if not pdf.log and pdf.pages == len(names):
            self._hold(names, pdf, {*names})
        return _leaves(pdf)

    def _hold(self, names: list[str], pdf: Pdf, new: Set[str]) -> None:
        for at, name in enumerate(names):
            if name in new:
                self._known[name] = Leaf(pdf.data, at, pdf.fill[at].used)
        while len(self._known) > max(MOST, len(names)):
            self._known.popitem(last=False)


def _leaves(pdf: Pdf) -> tuple[Pdf, tuple[Leaf, ...]]:
    return pdf, tuple(Leaf(pdf.data, at, fill.used) for at, fill in enumerate(pdf.fill))


def _bound(leaves: tuple[Leaf, ...]) -> Pdf:
    used = [(number, leaf.used) for number, leaf in enumerate(leaves, 1)]
    fill = tuple(PageFill(number, share) for number, share in used)
    return Pdf(b"", len(leaves), fill, (), tuple(Section(number, 1, share) for number, share in used))


def _split(html: str) -> tuple[str, list[str], str] | None:
    """What stands before the pages, each of them, and what stands behind; None where they are no such row."""
    starts = [found.start() for found in _PAGE.finditer(html)]
    end = html.rfind(_END) + len(_END)
    if not starts or end < starts[-1]:
        return None
    pieces = [html[start:after].rstrip() for start, after in zip(starts, [*starts[1:], end], strict=True)]
    ids = _ID.findall(html)
    led = set(_LED.findall(html))
    if any(piece.count("<section") != piece.count(_END) for piece in pieces) or not led <= set(ids):
        return None
    return html[: starts[0]], pieces, html[end:]


def _bare(piece: str) -> str:
    """The page without what stands on it, but for the names by which others lead to that."""
    start = _PAGE.match(piece)
    assert start
    return start[0] + "".join(f'<span id="{id}"></span>' for id in _ID.findall(piece)[1:]) + _END


def _name(piece: str, split: tuple[str, list[str], str], resources: Mapping[str, bytes]) -> str:
    """Of all that its looks rest on: its HTML, the pages that it leads to, the resources that it or all may show."""
    head, pieces, tail = split
    led = [at for one in _LED.findall(piece) for at, other in enumerate(pieces) if f' id="{one}"' in other]
    shown = [
        part
        for name, data in sorted(resources.items())
        if name in piece or not any(name in other for other in pieces)
        for part in (name, data)
    ]
    return key_of(head, tail, piece, led, *shown)
