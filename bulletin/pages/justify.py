"""One line of Chinese: its edges, the space where scripts meet between boxes, and stretching to the full measure.

Works on WeasyPrint's boxes after the line has been broken; widths are in CSS px. What the glyphs inside a box have to
do is left in `Piece.edges` and `Piece.gaps`, for han.py to carry out when the line is drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS

from bulletin.pages import clreq


def is_chinese(style: Any) -> bool:
    """Whether text in this style is set by the rules of Chinese: its language says so, and it runs to the right."""
    return (style["lang"] or "").lower().startswith("zh") and style["direction"] == "ltr"


def full_width(style: Any, mark: str) -> bool:
    """Curly quotes are as wide as the first family draws them; every other mark has only a Chinese form."""
    return mark not in "“”‘’" or "CJK" in style["font_family"][0]


@dataclass(slots=True)
class Piece:
    """A text box of a line and what is to be done to it; widths in px."""

    box: Any
    start: int  # in the text of the line
    edges: tuple[int, ...] = ()
    gaps: dict[int, int] = field(default_factory=dict)
    before: float = 0
    grow: float = 0


def set_line(line: Any, available_width: float, stretch: bool) -> list[Piece]:
    """Halve the marks at the edges, space the scripts apart, `stretch` or shrink to `available_width`.

    Gives what was touched.
    """
    pieces, text = _pieces(line)
    if not clreq.is_chinese(text):
        return []
    _halve_edges(pieces, text)
    room = available_width - line.width - sum(piece.grow for piece in pieces)
    room -= _space_apart(pieces, text, room)
    if room < 0:
        _shrink(pieces, text, room)
    elif stretch:
        _stretch(pieces, text, room, line.style["font_size"])
    touched = [piece for piece in pieces if piece.edges or piece.gaps or piece.before]
    if touched:
        _apply(line, {id(piece.box): piece for piece in touched}, 0)
    return touched


def _pieces(line: Any) -> tuple[list[Piece], str]:
    """The text boxes of the line in order, and its text, in which a picture is one ATOM."""
    pieces, texts, length = [], [], 0
    for box in _leaves(line):
        text = box.text if isinstance(box, boxes.TextBox) else clreq.ATOM
        if isinstance(box, boxes.TextBox) and text:
            pieces.append(Piece(box, length))
        texts.append(text)
        length += len(text)
    return pieces, "".join(texts)


def _leaves(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.InlineBox):
            yield from _leaves(child)
        elif child.is_in_normal_flow():
            yield child


def _holder(pieces: list[Piece], place: int) -> Piece:
    """The piece in which the line's character `place` stands."""
    return pieces[bisect_right([piece.start for piece in pieces], place) - 1]


def _halve_edges(pieces: list[Piece], text: str) -> None:
    for place in (clreq.opens(text), clreq.closes(text)):
        if place is None:
            continue
        piece = _holder(pieces, place)
        if full_width(piece.box.style, text[place]) and is_chinese(piece.box.style):
            piece.edges += (place - piece.start,)
            piece.grow -= clreq.HALF * piece.box.style["font_size"]


def _space_apart(pieces: list[Piece], text: str, room: float) -> float:
    """Han–Latin space where the scripts meet between two boxes of one size (bold, a link); gives what it took.

    It is found after the line was broken, so a full line has no room for it. Raised numbers stay close.
    """
    taken = 0.0
    meeting = set(clreq.spaced(text))
    for left, right in pairwise(pieces):
        size = right.box.style["font_size"]
        if right.start in meeting and left.box.style["font_size"] == size and taken + clreq.CLOSE_SPACE * size <= room:
            right.before = clreq.CLOSE_SPACE * size
            taken += right.before
    return taken


def _stretch(pieces: list[Piece], text: str, room: float, font_size: float) -> None:
    """Spread `room` over the places that may stretch, by shares, as far as they may; a line may stay open."""
    if room <= 0:
        return
    widest = clreq.WIDEST * font_size
    shares = _shares(pieces, text, brackets=False)
    if room > widest * sum(shares.values()):
        shares = _shares(pieces, text, brackets=True)
    if shares:
        _spread(pieces, shares, min(room / sum(shares.values()), widest))


def _shares(pieces: list[Piece], text: str, brackets: bool) -> dict[int, float]:
    """Where the line may stretch, but for the ends of boxes: only ActualText inside a box tells a gap from a space."""
    ends = {piece.start - 1 for piece in pieces}
    found = clreq.shares(text, brackets)
    return {place: share for place, share in found.items() if place not in ends or text[place] in " \u00a0"}


def _shrink(pieces: list[Piece], text: str, room: float) -> None:
    """Take what the line has too much, `-room`, from the marks inside it, by what each can give up."""
    gives: dict[int, float] = {}
    for place, by in clreq.shrinkable(text):
        piece = _holder(pieces, place)
        opening = text[place] in clreq.OPENING  # its room is before it: what stands there moves closer
        if full_width(piece.box.style, text[place]) and not (opening and place == piece.start):
            at = place - opening
            gives[at] = gives.get(at, 0.0) + by * piece.box.style["font_size"]
    total = sum(gives.values())
    if room < 0 and total:
        _spread(pieces, gives, max(room / total, -1.0))


def _spread(pieces: list[Piece], shares: dict[int, float], each: float) -> None:
    """Give `each` px for every share (less than 0: take it) at the places."""
    inside: dict[int, dict[int, float]] = {}
    for place, share in shares.items():
        piece = _holder(pieces, place)
        inside.setdefault(piece.start, {})[place - piece.start] = share * each
    owed = 0.0  # what earlier boxes could not take, being rounded
    for piece in pieces:
        if found := inside.get(piece.start):
            owed += sum(found.values())
            owed -= _widen(piece, found, owed)


def _widen(piece: Piece, places: dict[int, float], room: float) -> float:
    """Give `room` to `places` as they ask, and return how much was given.

    WeasyPrint writes gaps in whole thousandths of an em, the rest cut off: so whole ones are given, evenly.
    """
    size = piece.box.style["font_size"]
    asked, given = 0.0, 0
    scale = room / sum(places.values())
    for place, by in places.items():
        asked += by * scale * 1000 / size
        thousandths = int(asked) - given
        given += thousandths
        units = int(abs(thousandths) * size * TO_UNITS / 1000) + 1
        piece.gaps[place] = units if room > 0 else -units
    grown: float = given * size / 1000
    piece.grow += grown
    return grown


def _apply(box: Any, pieces: dict[int, Piece], shift: float) -> float:
    """Move and widen what is in `box`; gives how far what follows it has to move (px)."""
    if isinstance(box, boxes.TextBox):
        piece = pieces.get(id(box))
        shift += piece.before if piece else 0
        box.position_x += shift
        if piece:
            box.width += piece.grow
            shift += piece.grow
    elif isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        box.position_x += shift
        before = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _apply(child, pieces, shift)
        box.width += shift - before
    else:
        box.translate(shift, 0)
    return shift
