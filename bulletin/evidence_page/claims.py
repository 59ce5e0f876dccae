"""What a reviewer has to check: the facts, projects and honours of an article, and what the bulletin leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.blocks.evidence.edit import Evidence, QuotePiece
from bulletin.content import model
from bulletin.edition import typography
from bulletin.edition.blocks import Edition
from bulletin.edition.register import RegisterRow, said, shown
from bulletin.edition.text import Both
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified, marked_quote
from bulletin.manifest import digest

Kind = Literal["fact", "project", "honour", "left_out"]
Span = tuple[int, int]
NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing to check against its quote. `id` is unique on the page; `span` is in the article's bare text.

    `number` is the span of the numeral that a fact rests on; `flags` are what filters look for; `stamp` changes with
    what the claim says, so that a tick does not outlive it. `row` and `pages` say where the bulletin prints a fact.
    """

    id: str
    kind: Kind
    title: Both
    label: Both = NOTHING
    state: Both = NOTHING
    period: Both = NOTHING
    notes: tuple[Both, ...] = ()
    quote: tuple[QuotePiece, ...] = ()
    line: int = 0
    flags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sum: Both = NOTHING
    row: int | None = None
    pages: tuple[int, ...] = ()
    span: Span | None = None
    number: Span | None = None

    @property
    def stamp(self) -> str:
        said = (self.title, self.label, self.state, self.period, self.notes, self.quote, self.sum)
        return digest(repr(said).encode())[:12]


class Claims:
    """The claims of one publication, article by article."""

    def __init__(self, edition: Edition, rows: Sequence[RegisterRow], words: Words):
        self.rows, self.words = rows, words
        self.pages = {page.number: shown(page.blocks) for page in edition.pages if not page.auto}
        self.shown = shown([page.blocks for page in edition.pages])
        blocks = [block for page in edition.pages for block in page.blocks if isinstance(block, Evidence)]
        self.numbers = {fact: row.number for block in blocks for row in block.rows for fact in row.facts}

    def of(self, before: str, verified: Verified) -> Iterator[CheckItem]:
        """Of one article, in the order of its content file. A part of a summary (`before` an id) has facts only."""
        for row in self.rows:
            if row.id.removeprefix(before) in verified.proofs and row.id.startswith(before):
                yield self._fact(row, verified, verified.proofs[row.id.removeprefix(before)])
        if before:
            return
        parts: Mapping[Kind, Sequence[model.Project | model.Honour | model.LeftOut]] = {
            "project": verified.content.projects,
            "honour": verified.content.honours,
            "left_out": verified.content.left_out,
        }
        for kind, list_ in parts.items():
            yield from (self._part(kind, f"{kind}-{i}", part, verified) for i, part in enumerate(list_, 1))

    def _fact(self, row: RegisterRow, verified: Verified, proof: Proof) -> CheckItem:
        pages = tuple(number for number, facts in self.pages.items() if row.id in facts)
        flags = {row.status: True, "derived": bool(row.terms), "approx": row.approx, "unused": row.id not in self.shown}
        span = _span(verified, proof.fact)
        number = (span[0] + proof.span[0], span[0] + proof.span[1]) if span else None
        return CheckItem(
            id=row.id,
            kind="fact",
            title=row.shown,
            label=row.label,
            state=row.state,
            period=row.period,
            notes=_notes(row.said, _why(row.why), row.whose, row.note, _why(proof.fact.unprinted)),
            quote=_marked(proof) if row.quote else (),
            line=row.line,
            flags=tuple(name for name, holds in flags.items() if holds),
            terms=row.terms,
            sum=row.sum,
            row=self.numbers.get(row.id),
            pages=pages,
            span=span,
            number=number,
        )

    def _part(
        self, kind: Kind, id: str, part: model.Project | model.Honour | model.LeftOut, verified: Verified
    ) -> CheckItem:
        span = _span(verified, part)
        line = verified.article.line_and_column(span[0])[0] if span else 0
        quote = (QuotePiece(part.quote),)
        if isinstance(part, model.LeftOut):
            return CheckItem(id, kind, _why(part.why), quote=quote, line=line, flags=("left_out",), span=span)
        name = typography.both(part.name)
        if isinstance(part, model.Project):
            return CheckItem(
                id,
                kind,
                name,
                state=self.words.state(part.status),
                notes=_notes(_why(part.status_why), _why(part.stage.why if part.stage else None)),
                quote=quote,
                line=line,
                flags=(part.status,),
                span=span,
            )
        said_year = verified.year_of(part)
        year = Both(said_year, said_year) if said_year else self.words.phrase("not_stated")
        where = said(verified, ("honours", verified.content.honours.index(part)), self.words)
        notes = _notes(where, _why(part.level_why))
        state = self.words.level(part.level)
        return CheckItem(id, kind, name, state=state, period=year, notes=notes, quote=quote, line=line, span=span)


def _notes(*texts: Both) -> tuple[Both, ...]:
    return tuple(text for text in texts if text.zh or text.en)


def _why(reason: str | None) -> Both:
    """A reason is written in one language, whichever the curator likes."""
    if not reason:
        return NOTHING
    return Both(reason, "") if re.match("[“‘《]?[\u3400-\u9fff]", reason) else Both("", reason)


def _span(verified: Verified, part: model.Fact | model.Project | model.Honour | model.LeftOut) -> Span | None:
    number = verified.content.number(part.article)
    spans = verified.article.find(part.quote or "", part.prefix, part.suffix)
    return next((span for span in spans if verified.article.number(span[0]) == number), None)


def _marked(proof: Proof) -> tuple[QuotePiece, ...]:
    quote, (start, end) = proof.fact.quote or "", marked_quote(proof)
    pieces = (QuotePiece(quote[:start]), QuotePiece(quote[start:end], marked=True), QuotePiece(quote[end:]))
    return tuple(piece for piece in pieces if piece.text)
