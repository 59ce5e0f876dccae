"""The register of facts: every fact in words, with the words of the article that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bulletin.content import model
from bulletin.edition import typography
from bulletin.edition.blocks import Amount, Both, Datum, EventMark, Figure
from bulletin.edition.doubts import Doubts
from bulletin.edition.walk import walk
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.wording import amounts, dates

SIGNS = {"ratio": " ÷ ", "sum": " + ", "difference": " − "}
NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One fact. `value` is exact and for machines: 739200000, 5/6, 2016-12-21; `line` counts in the article's file.

    `terms` are the facts that a derived one is computed from, `sum` the calculation with its result; a derived fact
    has no quote.
    """

    id: str
    label: Both
    shown: Both
    value: str
    unit: Both
    period: Both
    status: model.Status
    state: Both
    quote: str
    article: str
    line: int
    approx: bool
    terms: tuple[str, ...] = ()
    sum: Both = NOTHING
    whose: Both = NOTHING
    note: Both = NOTHING
    said: Both = NOTHING  # where the article says when, if the quote does not
    why: str = ""  # why the status is so, where the words do not tell


def register(verified: Mapping[str, Verified], words: Words) -> list[RegisterRow]:
    """The facts in the order of the content files; `verified` by what stands before an id: "" or "name."."""
    return [_row(before, proof, one, words) for before, one in verified.items() for proof in one.proofs.values()]


def shown(pages: object) -> set[str]:
    """The facts that these pages or blocks print, in words, tables and charts. The table of evidence adds none."""
    return {node.fact for node in walk(pages) if isinstance(node, (Figure, Amount, Datum, EventMark))}


def _row(before: str, proof: Proof, verified: Verified, words: Words) -> RegisterRow:
    fact = proof.fact
    terms, doubts = fact.derived.terms if fact.derived else (), Doubts(verified.proofs, words)
    return RegisterRow(
        id=before + proof.id,
        label=typography.both(fact.called),
        shown=Both(amounts.chinese(proof), amounts.english(proof, prose=False)),
        value=value(proof),
        unit=_unit(proof),
        period=_period(fact, words),
        status=fact.status,
        state=doubts.both(words.state(fact.status), [proof.id]),
        quote=fact.quote or "",
        article=proof.article or verified.article.name,
        line=proof.line,
        approx=fact.approx is not None,
        terms=tuple(before + term for term in terms),
        sum=_sum(proof, verified) if terms else NOTHING,
        whose=typography.both(fact.whose) if fact.whose else NOTHING,
        note=_note(fact, words.phrase("in_doubt")),
        said=said(verified, ("facts", proof.id), words),
        why=fact.status_why or "",
    )


def _note(fact: model.Fact, sign: Both) -> Both:
    """The curator's note, and why the fact is in doubt."""
    note = typography.both(fact.note) if fact.note else NOTHING
    if fact.doubt is None:
        return note
    doubt = typography.both(fact.doubt)
    return Both(f"{note.zh}{sign.zh}：{doubt.zh}", f"{note.en} {sign.en}: {doubt.en}".strip())


def said(verified: Verified, key: tuple[str, str | int], words: Words) -> Both:
    """Line and words of the article that say when; nothing where the quote says it."""
    if key not in verified.periods:
        return NOTHING
    line, phrase = verified.periods[key]
    place = words.reviewing("said_at")
    return Both(place.zh.format(line, phrase), place.en.format(line, phrase))


def _period(fact: model.Fact, words: Words) -> Both:
    """A date without a period says itself when."""
    if fact.date is not None and fact.period is None:
        return dates.worded(dates.Moment.parse(fact.date), short=True)
    return dates.period(fact.period, words.phrase("period_not_stated"))


def value(proof: Proof) -> str:
    """The exact value: 5400, 15.75, 5/6 where no decimal is exact; a date as the content file writes it."""
    if proof.fact.date is not None:
        return proof.fact.date
    exact = proof.value or Fraction(0)
    decimal = Decimal(exact.numerator) / Decimal(exact.denominator)
    if Fraction(decimal) != exact:
        return str(exact)
    return format(decimal.normalize(), "f")


def _unit(proof: Proof) -> Both:
    unit = proof.fact.unit
    return NOTHING if unit is None else Both(unit.zh, amounts.unit_en(unit, Fraction(2)))


def _sum(proof: Proof, verified: Verified) -> Both:
    """`4500余条 ÷ 5400余条 = 83%` / `over 4,500 hazards ÷ over 5,400 hazards = 83`."""
    assert proof.fact.derived is not None
    sign = SIGNS[proof.fact.derived.kind]
    terms = [verified.proofs[id] for id in proof.fact.derived.terms]
    zh = sign.join(amounts.chinese(term) for term in terms)
    en = sign.join(amounts.english(term, prose=False) for term in terms)
    percent = "%" if proof.fact.derived.kind == "ratio" else ""
    number = amounts.english(proof, "number", prose=False) + percent
    return Both(f"{zh} = {amounts.chinese(proof, 'number')}", f"{en} = {number}")
