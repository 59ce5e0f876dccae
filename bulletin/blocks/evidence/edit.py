"""The table of figures and their evidence: one row a quote, in the order in which the pages cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bulletin.content import model
from bulletin.content.measures import MEASURES
from bulletin.content.model import Row
from bulletin.content.prose import Form
from bulletin.edition import typography
from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker, articles, letter
from bulletin.edition.doubts import Doubts
from bulletin.edition.lines import Numbering
from bulletin.edition.plates import MARKS
from bulletin.edition.text import Both, Mark
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, marked_quote
from bulletin.wording import amounts, dates

_LEGEND: tuple[tuple[Mark, str], ...] = (
    ("done", "achieved"),
    ("under_way", "under_way"),
    ("planned", "planned"),
    ("standing", "standing"),
)
CUT, WORTH, TELLING = "……", 3, 2
"""What stands where a quote is cut; how many characters are not worth it; how many beside a numeral say something."""
_MARKS = "，。；！？"
_CLAUSE_MARK = re.compile(f"[{_MARKS}][”’）》]*")
_IN_WORDS = ("expected", "applied_for")  # drawn like planned, so the word is printed


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A piece of a quotation; the numeral that the figure rests on is marked."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row a quote. `facts` are the ids that rest on it; `line` is the line in the article's file.

    A page prints `clause`, the part of the quote that proves the figures; the draft and the page for the reviewer have
    it whole, with what each figure is.
    """

    number: int
    what: Both
    printed: Both
    quote: tuple[QuotePiece, ...]
    marks: tuple[Mark, ...]
    period: Both
    facts: tuple[str, ...]
    line: int
    derived: bool = False
    clause: tuple[QuotePiece, ...] = ()
    of: str = ""  # the letter of the article, where there are several


@dataclass(frozen=True, slots=True)
class Evidence(Block):
    title: Both
    lede: Both
    heads: tuple[Both, ...]  # no., what, as printed, quote, status and period
    rows: tuple[EvidenceRow, ...]
    legend: tuple[tuple[Mark, Both], ...]
    id: str = "evidence"


def make(compositor: Compositor) -> Evidence:
    made = evidence(compositor.numbering, compositor.content.rows, compositor.words)
    if len(articles(compositor.verified)) == 1:
        return made
    return replace(made, rows=tuple(replace(row, of=_letters(compositor, row)) for row in made.rows))


def _letters(compositor: Compositor, row: EvidenceRow) -> str:
    """Where there are several articles a row says which it rests on."""
    files, proofs = [article.name for _, article in articles(compositor.verified)], compositor.verified.named
    said = dict.fromkeys(proofs[id].article for id in row.facts if proofs[id].article)
    return "".join(letter(files.index(file)) for file in said)


def evidence(numbering: Numbering, rows: list[Row], words: Words) -> Evidence:
    """Call it last: every figure of the pages has been numbered by then."""
    labels = {row.facts: row.label for row in rows}
    heads = tuple(words.phrase(name) for name in ("no", "what", "as_printed", "quote", "status_period"))
    made = tuple(_row(number, ids, numbering, labels, words) for number, ids in numbering.cited)
    used = {mark for row in made for mark in row.marks}
    legend = tuple((mark, words.state(name)) for mark, name in _LEGEND if mark in used)
    return Evidence(words.phrase("evidence_title"), words.phrase("evidence_lede"), heads, made, legend)


def _row(
    number: int, ids: list[str], numbering: Numbering, labels: Mapping[tuple[str, ...], model.Both], words: Words
) -> EvidenceRow:
    facts, what = next(((facts, label) for facts, label in labels.items() if set(ids) <= set(facts)), ((), None))
    ids = sorted(ids, key=facts.index) if facts else ids  # as the label names them, so that it says what each counts
    proofs = [numbering.proofs[id] for id in ids]
    derived = proofs[0].fact.derived is not None
    quote = _calculation(proofs[0], numbering, words) if derived else _quote(proofs)
    return EvidenceRow(
        number=number,
        what=typography.both(what) if what else _labels(proofs),
        printed=_printed(proofs),
        quote=quote,
        clause=quote if derived else _quote(proofs, whole=False),
        marks=tuple(dict.fromkeys(MARKS[p.fact.status] for p in proofs)),
        period=_periods(proofs, words, Doubts(numbering.proofs, words)),
        facts=tuple(ids),
        line=proofs[0].line,
        derived=derived,
    )


def _printed(proofs: list[Proof]) -> Both:
    """The figures as printed; in English a noun that follows itself stands once: over 5,400; over 900 hazards."""
    forms: list[Form] = ["number" if _said_next(p, proofs[i + 1 :]) else "full" for i, p in enumerate(proofs)]
    pairs = zip(proofs, forms, strict=True)
    return _joined([Both(_in_full(p), amounts.english(p, form, prose=False)) for p, form in pairs])


def _in_full(proof: Proof) -> str:
    """The Chinese of a figure that stands alone: the 1 of 1至9月 is 1月."""
    said = amounts.chinese(proof)
    if proof.fact.date is not None and said.isdecimal():
        return dates.worded(dates.Moment.parse(proof.fact.date)).zh
    return said


def _said_next(proof: Proof, following: list[Proof]) -> bool:
    unit = proof.fact.unit
    alike = bool(following) and following[0].fact.unit == unit and proof.value != 1 != following[0].value
    return alike and unit is not None and unit.zh not in MEASURES and not proof.fact.derived


def _joined(items: list[Both]) -> Both:
    unique = [one for one in dict.fromkeys(items) if one.zh]
    return Both("；".join(item.zh for item in unique), "; ".join(item.en for item in unique))


def _labels(proofs: list[Proof]) -> Both:
    return _joined([_label(proof) for proof in proofs])


def _label(proof: Proof) -> Both:
    label, whose = typography.both(proof.fact.called), proof.fact.whose
    if whose is None or not label.zh:
        return typography.both(whose) if whose else label
    return Both(f"{label.zh}（{whose.zh}）", f"{label.en} ({whose.en})")


def _quote(proofs: list[Proof], *, whole: bool = True) -> tuple[QuotePiece, ...]:
    """The quote with every numeral that is printed from it marked; quotes of a group follow each other.

    Not `whole`: the clauses alone that have these numerals.
    """
    pieces: list[QuotePiece] = []
    quotes: dict[str, list[Proof]] = {}
    for proof in proofs:
        quotes.setdefault(proof.fact.quote or "", []).append(proof)
    for quote, resting in quotes.items():
        spans = sorted({marked_quote(proof) for proof in resting})
        parts = [(0, len(quote))] if whole else clauses(quote, spans)
        if pieces or parts[0][0]:
            _cut(pieces)
        for n, (start, end) in enumerate(parts):
            if n:
                _cut(pieces)
            pieces += _marked(quote[:end], [span for span in spans if start <= span[0] < end], start)
        if parts[-1][1] < len(quote):
            _cut(pieces)
    return tuple(pieces)


def _cut(pieces: list[QuotePiece]) -> None:
    """Something is left out here; two ellipses are one."""
    if not pieces or pieces[-1].text != CUT:
        pieces.append(QuotePiece(CUT))


def clauses(quote: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a quote that are kept: clauses that have one of the numerals; little is not worth an ellipsis."""
    ends = [match.end() for match in _CLAUSE_MARK.finditer(quote)]
    bounds = list(pairwise(sorted({0, *ends, len(quote)})))
    kept = list(_telling(quote, bounds, spans)) or [(0, len(quote))]
    parts = [(0, 0)]
    for start, end in kept:
        if start - parts[-1][1] <= WORTH:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    parts = [part for part in parts if part[1]]
    first, last = parts[-1]
    parts[-1] = (first, len(quote)) if len(quote) - last <= WORTH else (first, last)
    return [(start, end if end == len(quote) else len(quote[:end].rstrip(_MARKS))) for start, end in parts]


def _telling(quote: str, bounds: list[tuple[int, int]], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clauses with numerals; behind one that has nothing else, such as a date in front, the next one as well."""
    bare = False
    for start, end in bounds:
        inside = [span for span in spans if span[0] < end and span[1] > start]
        if inside or bare:
            yield start, end
        said = len(quote[start:end].rstrip(_MARKS)) - sum(b - a for a, b in inside)
        bare = bool(inside) and said < TELLING


def _marked(quote: str, spans: list[tuple[int, int]], done: int = 0) -> list[QuotePiece]:
    pieces = []
    for start, end in spans:
        if start > done:
            pieces.append(QuotePiece(typography.chinese(quote[done:start])))
        if end > max(start, done):
            pieces.append(QuotePiece(quote[max(start, done) : end], marked=True))
        done = max(done, end)
    if done < len(quote):
        pieces.append(QuotePiece(typography.chinese(quote[done:])))
    return pieces


def _calculation(proof: Proof, numbering: Numbering, words: Words) -> tuple[QuotePiece, ...]:
    """`编者计算：4500余条 ÷ 5400余条`: what a derived figure was computed from."""
    assert proof.fact.derived is not None
    sign = {"ratio": " ÷ ", "sum": " + ", "difference": " − "}[proof.fact.derived.kind]
    terms = sign.join(amounts.chinese(numbering.proofs[id]) for id in proof.fact.derived.terms)
    phrase = words.phrase("our_calculation")
    return (QuotePiece(f"{phrase.zh} {phrase.en}："), QuotePiece(terms, marked=True))


def _periods(proofs: list[Proof], words: Words, doubts: Doubts) -> Both:
    """The periods of the row's facts, each once; a date that carries its year says itself when."""
    dated = [proof for proof in proofs if _own_date(proof) and proof.fact.period is None]
    stated = [dates.period(p.fact.period, words.phrase("period_not_stated")) for p in proofs if p not in dated]
    if not stated:
        stated = [dates.worded(dates.Moment.parse(proof.fact.date or ""), short=True) for proof in dated]
    joined = _joined([one for one in stated if not any(_goes_on(one, other) for other in stated)])
    for state in dict.fromkeys(p.fact.status for p in proofs if p.fact.status in _IN_WORDS):
        word = words.state(state)
        joined = Both(f"{joined.zh}（{word.zh}）", f"{joined.en} ({word.en})")
    return doubts.both(joined, [proof.id for proof in proofs], marked=True)


def _goes_on(one: Both, other: Both) -> bool:
    """Does the other say the same time, and how far it is counted: 2026年, and 2026年，截至成文?"""
    return other.zh.startswith(f"{one.zh}，")


def _own_date(proof: Proof) -> bool:
    return proof.fact.date is not None


MAKER = Maker(make, last=True)
