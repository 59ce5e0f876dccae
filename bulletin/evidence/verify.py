"""Model + article + glossary → Verified: every rule has passed, and every fact knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.model import Fact, Glossary, Subdistrict
from bulletin.evidence.article import Article, bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules import (
    coverage,
    derived,
    pages,
    parity,
    quote,
    quote_approx,
    quote_value,
    reference,
    typed_number,
)
from bulletin.problems import ContentError, Problem

RULES = (quote, quote_value, quote_approx, derived, reference, typed_number, parity, pages, coverage)
PROSE_RULES = (reference, typed_number, parity)


@dataclass(frozen=True, slots=True)
class Proof:
    """A fact and the numeral of the article that it rests on.

    `number` and `numeral` are the article's own notation, with and without its approximation (5400余, 5400); empty for
    a derived fact. `span` is the numeral's place in `bare(fact.quote)`; `line` the quote's line in the article's file.
    """

    id: str
    fact: Fact
    value: Fraction | None
    number: str = ""
    numeral: str = ""
    span: tuple[int, int] = (0, 0)
    line: int = 0


@dataclass(frozen=True)
class Verified:
    """A content file whose every number is proved. Only `verify` makes one."""

    content: Subdistrict
    article: Article
    glossary: Glossary
    proofs: Mapping[str, Proof]
    coverage: coverage.Share


def problems(case: Case) -> Iterator[Problem]:
    """What every rule has to say about one content file."""
    for rule in RULES:
        yield from rule.check(case)


def summary_problems(texts: Texts) -> Iterator[Problem]:
    """What the rules about prose have to say about the summary, and the names in it that are no content files."""
    for rule in PROSE_RULES:
        yield from rule.check(texts)
    yield from pages.check_summary(texts)


def verify(case: Case) -> Verified:
    """Raises ContentError with every problem when there is an error among them."""
    found = list(problems(case))
    if any(problem.level == "error" for problem in found):
        raise ContentError(found)
    proofs: dict[str, Proof] = {}
    for id, fact in case.content.facts.items():
        if fact.derived is None:
            proofs[id] = _proof(case, id, fact)
    for id, fact in case.content.facts.items():
        if fact.derived is not None:
            proofs[id] = Proof(id, fact, _computed(fact, proofs))
    ordered = {id: proofs[id] for id in case.content.facts}
    return Verified(case.content, case.article, case.glossary, ordered, coverage.share(case))


def _proof(case: Case, id: str, fact: Fact) -> Proof:
    numeral = case.numeral(fact)
    assert numeral is not None, f"rule quote-value let {id} pass"
    start, _ = case.quoted(fact)[0]
    text = case.article.bare.text
    return Proof(
        id,
        fact,
        None if fact.value is None else Fraction(fact.value),
        number=numeral.text,
        numeral=text[slice(*numeral.digits)],
        span=(numeral.start - start, numeral.end - start),
        line=case.article.line_and_column(start)[0],
    )


def _computed(fact: Fact, proofs: Mapping[str, Proof]) -> Fraction:
    assert fact.derived is not None
    values = [proofs[term].value or Fraction(0) for term in fact.derived.terms]
    if fact.derived.kind == "ratio":
        return values[0] / values[1]
    return sum(values, Fraction(0)) if fact.derived.kind == "sum" else values[0] - values[1]


def marked_quote(proof: Proof) -> tuple[int, int]:
    """The numeral's span in the quote as the curator typed it."""
    assert proof.fact.quote is not None
    origin = bare(proof.fact.quote).origin
    start, end = proof.span
    return origin[start], origin[end - 1] + 1
