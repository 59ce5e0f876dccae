"""Measured pieces → the task for the solver: what may give how much, what stands before what, and near what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.layout.measure import WIDE, Measures
from bulletin.layout.pieces import BROKEN, OPENING, Division, Form, Piece, Table
from bulletin.layout.problem import Near, Run, Strand, Task, Variant, Way, Wish
from bulletin.layout.sections import begun_by

GAP_GIVE, PARAGRAPH_GIVE, ROW_GIVE = 15.0, 8.0, 4.0
"""How much the room above a piece, between paragraphs and between the rows of a table may grow, in pt."""
LATE, LEAD_LATE, TABLE_BROKEN, EVIDENCE_BROKEN = 12.0, 30.0, 30.0, 1.0
WISHES = {
    "briefs": Wish(1, 4.0),
    "projects": Wish(2, 4.0),
    "row": Wish(-2, 1.0),
    "honours": Wish(-2, 1.5),
    "terms": Wish(-2, 1.2),
}
"""Where fillers would stand: short items in front, the tracker behind the lead, the rest before the evidence."""


def task(pieces: Sequence[Piece | Table], measures: Measures, *, front: bool, back: bool) -> Task:
    """`front`: these pages open the bulletin; `back`: they end it."""
    least = min(
        (
            measures.gap(piece)
            for piece in pieces
            if piece.role not in ("figures", "title", "notes", "contents", "colophon")
        ),
        default=0.0,
    )
    return Task(
        first=measures.first if front else measures.other + least,
        other=measures.other + least,
        top=GAP_GIVE,
        things=tuple(_thing(piece, measures) for piece in pieces),
        after=tuple(_after(pieces)),
        near=tuple(_near(pieces)),
        heads=tuple((piece.id, piece.heads) for piece in pieces if isinstance(piece, Piece) and piece.heads),
        wishes={piece.id: WISHES[piece.id] for piece in pieces if piece.role == "filler" and piece.id in WISHES},
        opening=tuple(
            piece.id
            for at, piece in enumerate(pieces)
            if front
            and (piece.role in ("contents", "figures", "lead") or (not at and piece.role in ("title", "shown")))
        ),
        closing=tuple(piece.id for piece in pieces if back and piece.role in ("notes", "colophon")),
    )


def _thing(piece: Piece | Table, measures: Measures) -> Strand | Run:
    if isinstance(piece, Piece):
        return Strand(piece.id, tuple(_way(way, measures, piece.joined) for way in piece.ways))
    forms = measures.tables[piece.id]
    if piece.joined and forms[0].height > measures.other:  # one break may not be enough
        return Run(piece.id, forms, PARAGRAPH_GIVE, GAP_GIVE, BROKEN, keep=1)
    if piece.joined:
        return Strand(piece.id, tuple(_paragraphs(piece, measures)))
    if piece.role == "evidence":
        return Run(piece.id, forms, ROW_GIVE, GAP_GIVE, EVIDENCE_BROKEN)
    if piece.role == "shown":
        give = PARAGRAPH_GIVE if piece.airy else ROW_GIVE
        return Run(piece.id, forms, give, GAP_GIVE, TABLE_BROKEN, keep=piece.keep)
    return Run(piece.id, forms, ROW_GIVE, GAP_GIVE, TABLE_BROKEN, pages=2)


def _way(way: Division, measures: Measures, joined: bool) -> Way:
    parts = tuple(tuple(_variant(form, measures) for form in part) for part in way.parts)
    return Way(parts, way.cost, joined)


def _variant(form: Form, measures: Measures) -> Variant:
    return Variant(
        measures.forms[form],
        GAP_GIVE + ROW_GIVE * measures.inner[form],
        form.cost + (WIDE if form in measures.wide else 0.0),
    )


def _paragraphs(piece: Table, measures: Measures) -> Iterator[Way]:
    """The text of a story whole, or broken once between two paragraphs."""
    looks, count = measures.tables[piece.id], len(piece.rows)

    def part(start: int, end: int) -> tuple[Variant, ...]:
        """What goes on overleaf has one form."""
        give = GAP_GIVE + PARAGRAPH_GIVE * (end - start)
        heights = [(rows.again if start else rows.head) + sum(rows.rows[start:end]) for rows in looks]
        return tuple(Variant(height, give, OPENING * n) for n, height in enumerate(heights[:1] if start else heights))

    yield Way((part(0, count),))
    for at in range(1, count):
        yield Way((part(0, at), part(at, count)), BROKEN, joined=True)


def _after(pieces: Sequence[Piece | Table]) -> Iterator[tuple[str, str]]:
    """What opens before the stories, these in the reader's order; the evidence behind them, the notes behind it."""
    texts = [piece.id for piece in pieces if piece.role in ("front", "lead", "text")]
    yield from zip(texts[1:], texts, strict=False)
    told = [piece.id for piece in pieces if piece.role not in ("evidence", "notes", "colophon")]
    for piece in pieces:
        yield from ((piece.id, id) for id in piece.after)
        if piece.role == "evidence":
            yield from ((piece.id, id) for id in told)
        elif piece.role == "notes":
            yield from ((piece.id, id) for id in told)
            yield from ((piece.id, other.id) for other in pieces if other.role == "evidence")
        elif piece.role == "colophon":
            yield from ((piece.id, other.id) for other in pieces if other is not piece)


def _near(pieces: Sequence[Piece | Table]) -> Iterator[Near]:
    leads = {piece.id for piece in pieces if piece.role == "lead"}
    for piece in pieces:
        if piece.role == "plates":
            yield Near(piece.id, piece.of, LEAD_LATE if piece.of in leads else LATE)
        elif piece.role == "shown" and (first := begun_by(piece, pieces)):
            yield Near(piece.id, first, LATE)
