"""Prose → lines of words and figures, each figure with the evidence row that it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bulletin.content.model import PLACES
from bulletin.content.model import Both as Prose
from bulletin.content.prose import LineBreak, PlainWords, Ref, pieces, references
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.behind import behind_words
from bulletin.edition.blocks import Both, Break, Figure, Inline, Line, Pair, Run, plain
from bulletin.evidence.verify import Proof
from bulletin.wording import amounts
from bulletin.wording.fitted import fitted, fitted_zh

_SENTENCE_END = re.compile(r"(^|[.!?][”’)]*\s+)$")


class Numbering:
    """Evidence rows by first mention: facts with one quote share a row; a derived fact has its own."""

    def __init__(self, proofs: Mapping[str, Proof], groups: list[tuple[str, ...]]):
        self.proofs = proofs
        self._groups = {id: group for group in groups for id in group}
        self._rows: dict[object, int] = {}
        self._cited: dict[int, list[str]] = {}

    def row(self, id: str) -> int:
        """The number of the fact's row; the first call for a row fixes its place."""
        number = self._rows.setdefault(self._key(id), len(self._rows) + 1)
        cited = self._cited.setdefault(number, [])
        if id not in cited:
            cited.append(id)
        return number

    def _key(self, id: str) -> object:
        if id in self._groups:
            return self._groups[id]
        fact = self.proofs[id].fact
        return id if fact.derived else (fact.quote, fact.prefix, fact.suffix, fact.article)

    @property
    def cited(self) -> list[tuple[int, list[str]]]:
        """Row numbers with the facts that the pages print, in order."""
        return sorted(self._cited.items())


class Setter:
    """Sets prose as pairs of lines. `raised` decides whether figures carry their row's number.

    `places`: what `<places>` counts, in the summary.
    """

    def __init__(self, proofs: Mapping[str, Proof], numbering: Numbering, places: int | None = None):
        self.proofs = proofs
        self.numbering = numbering
        self.places = places
        self.counting: list[Both] = []  # plain words that hold this number
        self.labelled: set[str] = set()  # the facts that stand in plain words

    def pair(self, text: Prose, path: Path, *, raised: bool = True, prose: bool = True) -> Pair:
        """Both languages of a text. `prose`: small numbers in words; else figures, as in tables."""
        zh, en = self._line(text.zh, "zh", prose), self._line(text.en, "en", prose)
        if raised:
            zh, en = (
                behind_words(_raise_last(line), language, self.proofs) for line, language in ((zh, "zh"), (en, "en"))
            )
        else:
            zh, en = _lower(zh), _lower(en)
        return Pair(zh, en, ".".join(str(step) for step in path))

    def both(self, text: Prose, *, prose: bool = False) -> Both:
        """The text in plain words, for labels in charts and alternative text."""
        made = Both(plain(self._line(text.zh, "zh", prose)), plain(self._line(text.en, "en", prose)))
        named = {ref.id for ref in references(text.zh)}
        if self.places is not None and PLACES in named:
            self.counting.append(made)
        self.labelled |= named & self.proofs.keys()
        return made

    def raised(self, ids: list[str]) -> Line:
        """Raised numbers alone: the rows of these facts, each once."""
        rows: dict[int, str] = {}
        for id in ids:
            rows.setdefault(self.numbering.row(id), id)
        return tuple(Figure("", id, row) for row, id in sorted(rows.items()))

    def _line(self, text: str, language: str, prose: bool) -> Line:
        line: list[Inline] = []
        for piece in pieces(text):
            if isinstance(piece, LineBreak):
                line.append(Break())
            elif isinstance(piece, PlainWords):
                line.append(Run(piece.text, piece.bold))
            else:
                line.append(self._figure(piece, text, language, prose))
        return _mended(tuple(line), language)

    def _figure(self, ref: Ref, text: str, language: str, prose: bool) -> Figure:
        opens = prose and bool(_SENTENCE_END.search(text[: ref.start].replace("**", "")))
        if ref.id == PLACES and self.places is not None:
            counted = amounts.counted(self.places)
            shown = counted.zh if language == "zh" else counted.en[:1].upper() + counted.en[1:] if opens else counted.en
            return Figure(shown, ref.id, None, ref.bold)
        proof = self.proofs[ref.id]
        before, after = text[: ref.start].replace("**", ""), text[ref.start + len(ref.source) :].replace("**", "")
        if language == "zh":
            shown = fitted_zh(amounts.chinese(proof, ref.form), proof, before, after)
        else:
            shown = fitted(amounts.english(proof, ref.form, opens=opens, prose=prose), proof, before, after)
        return Figure(shown, ref.id, self.numbering.row(ref.id), ref.bold)


def _mended(line: Line, language: str) -> Line:
    mend = typography.chinese if language == "zh" else typography.english
    return tuple(replace(piece, text=mend(piece.text)) if isinstance(piece, Run) else piece for piece in line)


def _raise_last(line: Line) -> Line:
    """Of figures with one row that follow each other, only the last carries its number."""
    kept: list[Inline] = []
    following: int | None = None
    for piece in reversed(line):
        if isinstance(piece, Figure):
            kept.append(replace(piece, row=None) if piece.row == following else piece)
            following = piece.row
        else:
            kept.append(piece)
    return tuple(reversed(kept))


def _lower(line: Line) -> Line:
    return tuple(replace(piece, row=None) if isinstance(piece, Figure) else piece for piece in line)
