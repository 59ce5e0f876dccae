"""Edition ← facts: every number it shows is a fact's, a term's, a date's or a name's; every quote is the article's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cached_property
from typing import get_args

from bulletin.blocks.colophon.edit import Colophon
from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.content.model import PLACES, Quoted, Unit
from bulletin.content.model import Both as Text
from bulletin.content.prose import Form
from bulletin.edition import typography, units
from bulletin.edition.blocks import Amount, ChartPlate, Edition, Nameplate
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both, Figure, Line, Pair
from bulletin.edition.walk import every
from bulletin.edition.words import Words
from bulletin.evidence.article import bare
from bulletin.evidence.loose import loose_numbers, may_have_numbers
from bulletin.evidence.texts import FILLER, Names, parts, texts
from bulletin.evidence.verify import Proof, Verified
from bulletin.messages import say
from bulletin.wording import amounts, dates, fitted

_HALF = "…"


@dataclass(frozen=True, slots=True)
class Unproved:
    """A number, a figure or a quote that nothing accounts for, with the text in which it stands."""

    what: str
    text: str


def unproved(edition: Edition, verified: Mapping[str, Verified], words: Words) -> list[Unproved]:
    """`verified` by what stands before the ids of its facts: "" in a bulletin, "name." in the summary."""
    return list(
        dict.fromkeys(_Prover(edition, verified, words).inside((edition.masthead, edition.foot, edition.pages)))
    )


class _Prover:
    def __init__(self, edition: Edition, verified: Mapping[str, Verified], words: Words):
        self.edition, self.verified, self.words = edition, verified, words
        self.proofs = {before + id: proof for before, one in verified.items() for id, proof in one.proofs.items()}
        self.names = Names(next(iter(verified.values())).glossary)
        self._said: dict[str, set[str]] = {}
        self._read: set[str] = set()

    def inside(self, value: object) -> Iterator[Unproved]:
        if isinstance(value, Pair):
            yield from self._line(value.zh)
            yield from self._line(value.en)
        elif isinstance(value, Both):
            yield from self._text(value.zh)
            yield from self._text(value.en)
        elif isinstance(value, Amount):
            yield from self._figure(value.fact, value.number)
        elif isinstance(value, Datum):
            yield from self._figure(value.fact, value.shown)
            yield from self._figure(value.fact, value.shown_zh)
            yield from self._text(value.label.zh)
            yield from self._text(value.label.en)
            yield from (found for text in (value.full.zh, value.full.en) for found in self._figure(value.fact, text))
        elif isinstance(value, ChartSpec):
            yield from self._chart(value)
        elif isinstance(value, (Nameplate, Colophon)):
            return  # the office states it
        elif isinstance(value, EvidenceRow):
            yield from self._quote(value)
            yield from (found for part in (value.what, value.printed, value.period) for found in self.inside(part))
        elif isinstance(value, tuple):
            yield from (found for item in value for found in self.inside(item))
        elif is_dataclass(value):
            yield from (found for field in fields(value) for found in self.inside(getattr(value, field.name)))

    def _chart(self, spec: ChartSpec) -> Iterator[Unproved]:
        """What is the program's own arithmetic is done again."""
        own = [datum for datum, _ in spec.left()]
        for field in fields(spec):  # type: ignore[arg-type]  # every kind is a dataclass
            value = getattr(spec, field.name)
            if not any(value is datum for datum in own):
                yield from self.inside(value)
        for datum, left in spec.left():
            yield from self._left_over(datum, left)

    def _left_over(self, rest: Datum, left: Fraction) -> Iterator[Unproved]:
        if rest.value != left or rest.shown != amounts.figures(left):
            yield Unproved(say("audit.not_left", id=rest.fact), rest.shown)
        calculated = self.words.phrase("our_calculation")
        unit = self.proofs[rest.fact].fact.unit if rest.fact in self.proofs else None
        ours = {rest.shown, "", f"{amounts.han(left)}{unit.zh if unit else ''}"}
        yield from (Unproved(rest.shown, text) for text in {rest.full.zh, rest.full.en, rest.shown_zh} - ours)
        if calculated.zh not in rest.label.zh or calculated.en not in rest.label.en:
            yield Unproved(say("audit.not_ours", id=rest.fact), rest.shown)
        yield from self.inside(rest.label)

    def said(self, id: str) -> set[str]:
        """Every wording of a fact's number, in lower case."""
        if id not in self._said:
            self._said[id] = {text.lower() for text in wordings(self.proofs[id])}
        return self._said[id]

    def _figure(self, id: str, text: str) -> Iterator[Unproved]:
        if id == PLACES and "" not in self.verified:
            if text not in _counted(len(self.verified)):
                yield Unproved(say("edition.no_wording", id=id), text)
        elif id not in self.proofs:
            yield Unproved(say("edition.no_fact", id=id), text)
        elif text and text.lower() not in self.said(id):
            yield Unproved(say("edition.no_wording", id=id), text)

    def _line(self, line: Line) -> Iterator[Unproved]:
        for piece in line:
            if isinstance(piece, Figure):
                yield from self._figure(piece.fact, piece.text)
        words = "".join(FILLER if isinstance(piece, Figure) else getattr(piece, "text", "\n") for piece in line)
        yield from self._text(words)

    def _text(self, text: str) -> Iterator[Unproved]:
        if text in self._read or not may_have_numbers(text):
            return  # what is blanked out makes no number of what was none
        self._read.add(text)
        if found := loose_numbers(self._left(text)):
            # a name of the article's, or what the program says itself, may hold a term of the glossary
            found = loose_numbers(self._left(_without(self._whole, text))) and found
        yield from (Unproved(number, text) for number in found)

    def _left(self, text: str) -> str:
        """What neither the glossary nor a fact, a date or a name accounts for."""
        return _without(self._facts, _without(self._phrases, self.names.blank_en(self.names.blank_zh(text))))

    def _quote(self, row: EvidenceRow) -> Iterator[Unproved]:
        quote = "".join(piece.text for piece in row.quote)
        if row.derived:
            yield from self._text(quote)
            return
        texts = [one.article.bare.text for one in self.verified.values()]
        for part in filter(None, quote.split(_HALF * 2)):
            if not any(bare(part).text in text for text in texts):
                yield Unproved(say("edition.unsaid"), part)

    @cached_property
    def _facts(self) -> re.Pattern[str]:
        """The wordings of every fact, for labels in which figures have become plain words."""
        return _pattern({text for id in self.proofs for text in self.said(id)})

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        """What stands as one piece: names that the articles number, and the program's own words."""
        found = {name for one in self.verified.values() for name in _names(one)}
        found |= set(self.edition.house)
        found |= {units.square(each, unit, self.words) for each, unit in self._squares()}
        return _pattern({text for part in found for text in (part.zh, part.en) if text})

    def _squares(self) -> Iterator[tuple[int, Unit | None]]:
        """How many of what one square stands for, in the charts of squares."""
        for plate in every(ChartPlate, self.edition.pages):
            if square := plate.spec.square():
                id, each = square
                yield each, self.proofs[id].fact.unit if id in self.proofs else None

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        """Dates and periods as code words them, names that the articles number, and what is not about the article."""
        found = set(_terms(self.verified))
        for one in self.verified.values():
            found |= set(_dates(one, self.words)) | set(_names(one)) | set(_named_days(one)) | set(_claimed(one))
        texts = {text for part in found for text in (part.zh, part.en)}
        return _pattern({text for text in texts if loose_numbers(text)})


def _counted(places: int) -> set[str]:
    """How many articles the summary has, as it may say it."""
    words = amounts.counted(places)
    return {words.zh, words.en, words.en[:1].upper() + words.en[1:]}


def wordings(proof: Proof) -> set[str]:
    """A fact's number in every form that code gives it."""
    forms: tuple[Form, ...] = get_args(Form)
    both = (False, True)
    chinese = {amounts.chinese(proof, form) for form in forms}
    chinese |= {fitted.without_later(text, proof) for text in chinese}
    found = chinese | {amounts.compact(proof), amounts.compact_unit(proof).zh, *amounts.drawn(proof)}
    english = (amounts.english(proof, form, opens=o, prose=p) for form in forms for o in both for p in both)
    found |= {text for one in english for text in fitted.every(one, proof)}
    if proof.fact.date is not None:
        moment = dates.Moment.parse(proof.fact.date)
        found |= {text for short in both for text in _two(dates.worded(moment, short=short))}
    return found - {""}


def _two(text: Both) -> tuple[str, str]:
    return text.zh, text.en


def _dates(one: Verified, words: Words) -> Iterator[Both]:
    """When the article is from, and when each of its facts holds."""
    written = [dates.Moment.parse(dated.value) for dated in one.content.dates]
    own = [dates.Moment.parse(proof.fact.date) for proof in one.proofs.values() if proof.fact.date]
    for moment in (*written, *(moment.with_year(dated.year) for moment in own for dated in written)):
        yield from (dates.worded(moment, short=short) for short in (False, True))
    years = [dated.year for dated in written]
    for proof in one.proofs.values():
        if (period := proof.fact.period) is not None:
            yield dates.period(period, Both("", ""))
            yield from (dates.worded(dates.Moment(year), short=True) for year in {period.year, *years} if year)
            for text in filter(None, (period.at, period.since, period.until)):
                yield from (dates.worded(dates.Moment.parse(text), short=short) for short in (False, True))


def _names(one: Verified) -> Iterator[Both]:
    """Names of honours and projects hold the numbers of their quotes (rule typed-number); the source names itself.

    So does what is quoted letter for letter (rule quote).
    """
    content = one.content
    said: list[Text] = [honour.name for honour in content.honours] + [project.name for project in content.projects]
    for source in content.sources:
        said += filter(None, (source.headline, source.byline, source.published))
    said += [text for _, text in texts(content) if isinstance(text, Quoted)]
    yield from map(typography.both, said)
    yield from (Both(year, year) for honour in content.honours if (year := one.year_of(honour)))
    yield from (Both(each.signature, each.signature) for each in one.article.each)


def _named_days(one: Verified) -> Iterator[Both]:
    """Days by which the article calls an event: “7·20”, July 20 (rule typed-number)."""
    for numeral in one.article.numerals:
        if numeral.kind == "name" and numeral.date:
            moment = dates.Moment.parse(numeral.date)
            yield Both(numeral.text, f"{moment.month}·{moment.day}")
            yield from (dates.worded(moment, short=short) for short in (False, True))


def _terms(verified: Mapping[str, Verified]) -> Iterator[Both]:
    """What the glossary explains."""
    glossary = next(iter(verified.values())).glossary
    yield from (typography.both(term.explain) for term in glossary.terms if term.explain)


def _pattern(texts: set[str]) -> re.Pattern[str]:
    """Any of the texts as a whole, in lower case, not inside a longer number."""
    if not texts:
        return re.compile(r"(?!)")
    ordered = sorted(set(map(_lower, texts)), key=lambda text: (-len(text), text))
    any_of = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<![0-9])(?<![0-9][.,])(?:{any_of})(?![0-9]|[.,][0-9])")


def _without(phrases: re.Pattern[str], text: str) -> str:
    """The text with one filler for each of the phrases, whatever its case."""
    kept, at = list[str](), 0
    for match in phrases.finditer(_lower(text)):  # many times as fast as to ignore case
        kept += (text[at : match.start()], FILLER)
        at = match.end()
    return "".join((*kept, text[at:])) if at else text


def _lower(text: str) -> str:
    """Of the same length."""
    return text.replace("İ", "I").lower()


def _claimed(one: Verified) -> Iterator[Both]:
    """过半 in a title whose claim is computed (rule typed-number)."""
    claims = (getattr(part, "claim", None) for _, part in parts(one.content))
    yield from (Both("过半", "") for claim in claims if claim is not None and claim.kind == "most")
