"""Model + article + glossary → Verified: every rule has passed, and every fact knows where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from bulletin.content.model import Fact, Glossary, Honour, Subdistrict
from bulletin.evidence import silence
from bulletin.evidence.article import Article, bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules import (
    around,
    bare_unit,
    borne,
    characters,
    claim,
    coverage,
    derived,
    doubt,
    glossary,
    head,
    inferred,
    instead,
    issue,
    label,
    language,
    level,
    limit,
    owner,
    pages,
    parity,
    period,
    pulled,
    quote,
    quote_approx,
    quote_status,
    quote_value,
    reference,
    retold,
    since,
    stage,
    stale,
    typed_number,
    unit,
    unstated,
    unused,
)
from bulletin.evidence.silence import Heard, hear
from bulletin.evidence.statement import computed
from bulletin.messages import spoken
from bulletin.problems import ContentError

RULES = (
    quote, pulled, quote_value, quote_approx, quote_status, unit, bare_unit, stage, period, level, owner, derived,
    reference, typed_number, parity, around, borne, instead, retold, head, limit, label, glossary, language, stale,
    pages, claim, doubt, inferred, unstated, unused, coverage, characters, since, issue,
)  # fmt: skip
OF_FACTS = (
    quote, quote_value, quote_approx, quote_status, unit, stage, period, level, owner, derived,
)  # fmt: skip
"""What is asked of facts, projects and honours by themselves, whatever the texts say."""
OF_PROOFS = quote, quote_value, derived, reference, pages
"""Without these nothing of a file can be shown, not even its charts."""
WITHOUT_GLOSSARY = (quote, derived, reference, language, stale, characters)
"""What can be asked while the glossary cannot be read; every other rule would find names missing that are there."""
PROSE_RULES = (
    reference, bare_unit, typed_number, parity, around, borne, instead, retold, head, limit, glossary, language, stale,
    claim, doubt, label, unstated, issue,
)  # fmt: skip
OF_ARTICLES = (borne, instead, retold, limit, unstated)
"""What cannot be asked of the summary while an article cannot be read: they would miss words that are there."""
HOUSE_RULES = (parity, language, stale)
"""For texts that are the house's own: explanations of terms, the imprint."""
NAMES = frozenset({rule.NAME for rule in RULES} | {"quote-unit", unused.UNPRINTED, period.NONE})


@dataclass(frozen=True, slots=True)
class Proof:
    """A fact and the numeral of the article that it rests on.

    `number` and `numeral` are the article's own notation, with and without its approximation (5400余, 5400); empty for
    a derived fact; `later` are the words behind its unit that say how exact it is (以上 of 40批次以上). `span` is the
    numeral's place in `bare(fact.quote)`; `line` the quote's line in the file `article`, whose facts are from `dated`.
    """

    id: str
    fact: Fact
    value: Fraction | None
    number: str = ""
    numeral: str = ""
    later: str = ""
    span: tuple[int, int] = (0, 0)
    line: int = 0
    article: str = ""
    dated: str = ""


@dataclass(frozen=True)
class Verified:
    """A content file whose every number is proved. Only `verify` makes one."""

    content: Subdistrict
    article: Article
    glossary: Glossary
    proofs: Mapping[str, Proof]
    coverage: coverage.Share
    periods: Mapping[tuple[str, str | int], tuple[int, str]]
    """Where the article says when, of facts and honours whose quote does not: line and words, by ("facts", id)."""
    inferred: frozenset[int] = frozenset()
    """The honours, by their place, whose year is inferred."""
    earlier: Mapping[str, Verified] = field(default_factory=dict)
    """The issue that this one goes on from, by its name."""

    def year_of(self, honour: Honour) -> str:
        """The year of an honour; in square brackets where it is inferred, nothing where it is not stated."""
        year = str(honour.year or "")
        return f"[{year}]" if self.content.honours.index(honour) in self.inferred else year

    @property
    def named(self) -> dict[str, Proof]:
        """Every fact that may be named: its own, and those of the earlier issue as NAME.fact."""
        return {**self.proofs, **full_names(self.earlier)}


def full_names(verified: Mapping[str, Verified]) -> dict[str, Proof]:
    """Every fact under its full name: jingchenglu.hazards_found."""
    return {
        f"{name}.{id}": replace(proof, id=f"{name}.{id}")
        for name, one in verified.items()
        for id, proof in one.proofs.items()
    }


def heard(case: Case, glossary_is_read: bool = True) -> Heard:
    """What every rule has to say about one content file, and what of it is allowed there."""
    rules = RULES if glossary_is_read else WITHOUT_GLOSSARY
    found = hear(case.parsed, case.content, (p for rule in rules for p in rule.check(case)), NAMES)
    if glossary_is_read:
        return found
    return _without_idle(found)


def heard_of_proofs(case: Case) -> Heard:
    """The same of the rules without which nothing can be shown."""
    return _without_idle(hear(case.parsed, case.content, (p for rule in OF_PROOFS for p in rule.check(case)), NAMES))


def _without_idle(found: Heard) -> Heard:
    """Where a rule was not asked, an `allow` for it is not idle."""
    return Heard([problem for problem in found.standing if problem.rule != silence.NAME], found.silenced)


class Hearings:
    """Each content file with its articles is heard once, for the check and for all publications that show it."""

    def __init__(self) -> None:
        self._said: dict[tuple[object, ...], tuple[Subdistrict, Heard]] = {}

    def heard(self, case: Case, glossary_is_read: bool = True) -> Heard:
        """See `heard`. Of one workshop: all else that a case is compared with is the same in it."""
        earlier = (part for one in case.beside.values() for part in (id(one.content), one.article.sha256))
        key = id(case.content), case.article.sha256, glossary_is_read, spoken(), *earlier
        if key not in self._said:
            self._said[key] = case.content, heard(case, glossary_is_read)
        return self._said[key][1]

    def said(self) -> dict[tuple[object, ...], Heard]:
        """All that was heard, as it travels back to the process that this one was forked from."""
        return {key: found for key, (_, found) in self._said.items()}

    def recall(self, said: Mapping[tuple[object, ...], Heard], contents: Iterable[Subdistrict]) -> None:
        """What a process that was forked from this one has heard of these contents, the same objects there."""
        known = {id(content): content for content in contents}
        self._said |= {key: (known[key[0]], found) for key, found in said.items() if key[0] in known}


def withheld() -> str:
    """The names of the rules that are not asked then."""
    return ", ".join(rule.NAME for rule in RULES if rule not in WITHOUT_GLOSSARY)


def heard_of_summary(texts: Texts, articles_are_read: bool = True) -> Heard:
    """What the rules about prose have to say about the summary, and the names in it that are no content files."""
    rules = [rule for rule in PROSE_RULES if articles_are_read or rule not in OF_ARTICLES]
    found = (problem for rule in rules for problem in rule.check(texts))
    heard = hear(texts.parsed, texts.content, (*found, *pages.check_summary(texts)), NAMES)
    return heard if articles_are_read else _without_idle(heard)


def heard_of_house(texts: Texts, prose: Iterable[str] | None = None) -> Heard:
    """What they say about the glossary or the publication. `prose`: all texts and articles, where all were read."""
    found = [problem for rule in HOUSE_RULES for problem in rule.check(texts)]
    if isinstance(texts.content, Glossary):
        found += glossary.check_glossary(texts)
        found += unused.check_glossary(texts, prose) if prose is not None else ()
    return hear(texts.parsed, texts.content, found, NAMES)


def verify(case: Case, hear: Callable[[Case], Heard] = heard) -> Verified:
    """Raises ContentError with every problem when there is an error among them.

    For a trial, which is thrown away, it is enough that the facts are proved: `heard_of_proofs`.
    """
    found = hear(case).standing
    if any(problem.level == "error" for problem in found):
        raise ContentError(found)
    proofs: dict[str, Proof] = {}
    for id, fact in case.content.facts.items():
        if fact.derived is None:
            proofs[id] = _proof(case, id, fact)
    for id, fact in case.content.facts.items():
        if fact.derived is not None:
            values = [proofs[term].value or Fraction(0) for term in fact.derived.terms]
            proofs[id] = Proof(id, fact, computed(fact.derived.kind, values))
    ordered = {id: proofs[id] for id in case.content.facts}
    return Verified(
        case.content,
        case.article,
        case.glossary,
        ordered,
        coverage.share(case),
        dict(period.elsewhere(case)),
        period.inferred(case),
        {name: verify(one, hear) for name, one in case.beside.items() if isinstance(one, Case)},
    )


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
        later=numeral.later,
        span=(numeral.start - start, numeral.end - start),
        line=case.article.line_and_column(start)[0],
        article=case.article.name_at(start),
        dated=case.content.dated_of(fact).value,
    )


def marked_quote(proof: Proof) -> tuple[int, int]:
    """The numeral's span in the quote as the curator typed it."""
    assert proof.fact.quote is not None
    origin = bare(proof.fact.quote).origin
    start, end = proof.span
    return origin[start], origin[end - 1] + 1
