"""Plates over several subdistricts: whose each value is and of when; gaps are shown, nothing is added up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bulletin.content import model
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Caption
from bulletin.edition.lines import Setter
from bulletin.edition.plates import EMPTY, NONE, Plates
from bulletin.edition.text import Both, Line, Pair, Run
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.wording import dates
from bulletin.wording.dates import Moment

COMPOSED = "composed"
"""Where the path of a plate begins that the content file does not have."""
UNDONE = ("under_way", "expected", "planned", "applied_for")
"""The states that stand in words beside a figure: it has not come true yet."""

_YEAR = re.compile(r"\d{4}")


class Comparing(Plates):
    """Makes the plates of the summary; `verified` in the summary's order. It has no table of evidence to cite."""

    def __init__(
        self,
        setter: Setter,
        words: Words,
        file: str,
        verified: Mapping[str, Verified],
        glossary: model.Glossary,
        pictures: Mapping[str, tuple[int, int]] = NONE,
    ):
        super().__init__(setter, words, Moment(), file, cite=False, pictures=pictures)
        self.verified = verified
        self.glossary = {term.zh: term for term in glossary.terms}

    def caption(
        self,
        plate: model.Frame | model.Tracker,
        path: Path,
        facts: list[str],
        labels: Mapping[str, str] = EMPTY,
        square: tuple[str, int] | None = None,
    ) -> Caption:
        """What the program words itself has no place in the content file, and is nobody's to edit."""
        made = super().caption(plate, path, facts, labels, square)
        if path[:1] != (COMPOSED,):
            return made
        return replace(made, title=replace(made.title, path=""), line=made.line and replace(made.line, path=""))

    def written(self, id: str) -> Moment:
        """Each article has its own date."""
        return when_said(self.verified[id.split(".")[0]], self.proof(id))

    def when(self, of: str, missing: str = "no_period") -> Both:
        """The period, after the state where the figure has not come true yet; in doubt, if it is."""
        proof = self.proof(of)
        period = period_of(self.verified[of.split(".")[0]], proof, self.words, missing)
        if proof.fact.status in UNDONE:
            state = self.words.state(proof.fact.status)
            period = Both(f"{state.zh}，{period.zh}", f"{state.en}, {period.en}")
        return self.doubts.both(period, [of])

    def silent(self, names: list[Both], caption: Caption, phrase: str = "not_stated_in") -> Pair | None:
        """The note of a caption, with the names of those whose articles state no such figure, or are not compared."""
        if not names:
            return caption.note
        missing = self.words.phrase(phrase, "、".join(n.zh for n in names), ", ".join(n.en for n in names))
        zh: Line = (Run(missing.zh),)
        en: Line = (Run(missing.en),)
        if caption.note:
            zh, en = (*caption.note.zh, *zh), (*caption.note.en, Run(" "), *en)
        return Pair(zh, en)


def name_of(one: Verified) -> Both:
    """The subdistrict without its rank, or as its file shortens it."""
    if one.content.short:
        return typography.both(one.content.short)
    place = one.content.place
    return Both(place.zh.removesuffix("街道"), place.en.removesuffix(" Subdistrict"))


def name_and_year(one: Verified) -> Both:
    """The subdistrict and the year of its article: 西大街 [2016] / Xidajie [2016]."""
    name, year = name_of(one), year_of(one)
    return Both(f"{name.zh} {year}", f"{name.en} {year}") if year else name


def name_and_date(one: Verified) -> Both:
    """The subdistrict and the date of its article: 西大街　[2016]年底 / Xidajie, the end of [2016]."""
    name, date = name_of(one), date_of(one)
    return Both(f"{name.zh}　{date.zh}", f"{name.en}, {date.en.removeprefix('the ')}") if year_of(one) else name


def year_of(one: Verified) -> str:
    """The article's year; in square brackets where it is inferred, nothing where it is not known."""
    dated = one.content.dated
    year = str(Moment.parse(dated.value).year or "")
    return year if dated.stated or not year else f"[{year}]"


def dating_of(dated: model.Dated, words: Words) -> Both:
    """When an article was published, or is inferred to be written; that it has no date where none is known."""
    if not Moment.parse(dated.value).year:
        return words.phrase("undated")
    date = _worded(dated)
    return words.phrase("article_stated" if dated.stated else "article_inferred", date.zh, date.en)


def date_of(one: Verified) -> Both:
    """The article's date in words, its year in square brackets where it is inferred: [2016]年底 / the end of [2016]."""
    return _worded(one.content.dated)


def _worded(dated: model.Dated) -> Both:
    words = dates.worded(Moment.parse(dated.value))
    return words if dated.stated else _bracketed(words)


def period_of(one: Verified, proof: Proof, words: Words, missing: str = "period_not_stated") -> Both:
    """A figure's period in words. A year that the article leaves out is the article's own, in square brackets."""
    period = proof.fact.period
    if period is None:
        return words.phrase(missing)
    if period == model.Period(to_date=True, stated=period.stated) and year_of(one):
        return words.phrase("to_date", year_of(one), year_of(one))
    full, stated = in_full(period, when_said(one, proof))
    said = dates.period(full.model_copy(update={"stated": True}), words.phrase(missing))
    said = said if stated else _bracketed(said)
    return Both(said.en, said.en) if said.zh == f"{said.en}年" else Both(said.zh, said.en.removeprefix("the "))


def when_said(one: Verified, proof: Proof) -> Moment:
    """When the article is from that a figure rests on."""
    return Moment.parse(proof.dated or one.content.dated.value)


def in_full(period: model.Period, dated: Moment) -> tuple[model.Period, bool]:
    """The period with the article's year where it names none, and whether the article states all of it."""
    moments = {key: Moment.parse(text) for key in ("at", "since", "until") if (text := getattr(period, key))}
    lacking = {key: moment.with_year(dated.year) for key, moment in moments.items() if moment.year is None}
    return period.model_copy(
        update={key: _text(moment) for key, moment in lacking.items()}
    ), period.stated and not lacking


def time_of(one: Verified, fact: model.Fact) -> model.Period | None:
    """The period of a fact, or its date, where a year is known for it: its own or its article's."""
    period = model.Period(at=fact.date) if fact.date else fact.period
    if period is None:
        return None
    moments = [Moment.parse(text) for text in (period.at, period.since, period.until) if text]
    named = all(moment.year for moment in moments) if moments else period.year is not None
    return period if named or Moment.parse(one.content.dated.value).year else None


def _text(moment: Moment) -> str:
    """In the notation of content files."""
    day = f"-{moment.day:02}" if moment.day else ""
    month = f"-{moment.month:02}{day}" if moment.month else ""
    return f"{moment.year}{month}" + (f" {moment.part}" if moment.part else "")


def _bracketed(words: Both) -> Both:
    return Both(_YEAR.sub(r"[\g<0>]", words.zh), _YEAR.sub(r"[\g<0>]", words.en))


def in_full_names(name: str, text: model.Both) -> model.Both:
    """The text of a content file with its references in full: `<flats>` → `<jingchenglu.flats>`."""
    return model.Both(zh=text.zh.replace("<", f"<{name}."), en=text.en.replace("<", f"<{name}."))
