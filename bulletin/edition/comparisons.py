"""What may stand side by side: each value with its year, gaps shown, nothing added up."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from bulletin.content import model
from bulletin.edition import typography, units
from bulletin.edition.blocks import (
    BarsSpec,
    Both,
    Caption,
    Cell,
    ChartPlate,
    Datum,
    LevelsSpec,
    Line,
    MatrixSpec,
    Pair,
    Panel,
    PanelsSpec,
    Run,
    SpanRow,
    SpansSpec,
)
from bulletin.edition.plates import MARKS, Plates
from bulletin.edition.words import Words
from bulletin.evidence.article import bare
from bulletin.evidence.verify import Proof, Verified
from bulletin.messages import listed, say
from bulletin.wording import dates
from bulletin.wording.dates import Moment

LEVELS: tuple[model.Level, ...] = ("national", "provincial", "municipal", "county")

UNDONE = ("under_way", "expected", "planned", "applied_for")
"""The states that stand in words beside a figure: it has not come true yet."""

_YEAR = re.compile(r"\d{4}")


class Comparisons:
    """Chart data over several subdistricts, in the summary's order."""

    def __init__(self, verified: Mapping[str, Verified], plates: Plates, words: Words):
        self.verified, self.plates, self.words = verified, plates, words

    def spans(self, plate: model.Spans) -> SpansSpec:
        """When the named facts are from, then each article's own date, subdistrict by subdistrict."""
        rows: list[SpanRow] = []
        for name, one in self.verified.items():
            rows += [self._span(one, item) for item in plate.spans if item.of.split(".")[0] == name]
            rows.append(self._written(one))
        return SpansSpec(tuple(rows))

    def _span(self, one: Verified, item: model.SpanItem) -> SpanRow:
        fact = one.proofs[item.of.split(".")[1]].fact
        period = model.Period(at=fact.date) if fact.date else fact.period
        if period is None:
            raise self.plates.refused(say("edition.no_time", id=item.of), item.of)
        full, stated = in_full(period, Moment.parse(one.content.dated.value))
        start, end = _years(full, Moment.parse(one.content.dated.value))
        text = self.plates.doubts.both(self.plates.setter.both(item.text), [item.of])
        return SpanRow(name_and_date(one), start, end, stated, text, one.content.accent, MARKS[fact.status])

    def _written(self, one: Verified) -> SpanRow:
        """The article's date as one point, in the middle of what is known; its words say how exact it is."""
        dated = one.content.dated
        middle = sum(Moment.parse(dated.value).span()) / 2
        words = date_of(one)
        text = self.words.phrase("written_stated" if dated.stated else "written_inferred", words.zh, words.en)
        return SpanRow(name_and_date(one), middle, middle, dated.stated, text, one.content.accent)

    def panels(self, plate: model.Panels) -> PanelsSpec:
        """One panel a measure; a cell is silent where the content says so. One that is left out is refused."""
        return PanelsSpec(tuple(Panel(self._title(p), tuple(self._cells(p))) for p in plate.panels))

    def _title(self, panel: model.PanelItem) -> Both:
        """The panel's title, with the unit in brackets where it does not say it."""
        title = self.plates.setter.both(panel.title)
        return units.titled(title, self.plates.lacking({cell.of: "" for cell in panel.cells if cell.of}, title))

    def _cells(self, panel: model.PanelItem) -> list[Cell]:
        given = {cell.subdistrict: cell.of for cell in panel.cells}
        if missing := self.verified.keys() - given.keys():
            message = say("edition.no_cell", title=panel.title.zh, names=listed(sorted(missing)))
            raise self.plates.refused(message, panel.title.zh)
        return [self._cell(one, given[name]) for name, one in self.verified.items()]

    def _cell(self, one: Verified, of: str | None) -> Cell:
        label = name_and_year(one)
        if of is None:
            return Cell(label, None, Both("", ""), one.content.accent)
        datum = self.plates.datum(model.Datum(of=of))
        mark = "done" if datum.mark == "standing" else datum.mark  # what stands is there, as is what was done
        return Cell(label, replace(datum, mark=mark), self.when(of, "period_not_stated"), one.content.accent)

    def when(self, of: str, missing: str = "no_period") -> Both:
        """The period, after the state where the figure has not come true yet; in doubt, if it is."""
        proof = self.plates.proof(of)
        period = period_of(self.verified[of.split(".")[0]], proof, self.words, missing)
        if proof.fact.status in UNDONE:
            state = self.words.state(proof.fact.status)
            period = Both(f"{state.zh}，{period.zh}", f"{state.en}, {period.en}")
        return self.plates.doubts.both(period, [of])

    def bars(self, plate: ChartPlate, unstated: Collection[str]) -> ChartPlate:
        """Each bar labelled with its subdistrict and year; the note names the articles that state no such figure."""
        assert isinstance(plate.spec, BarsSpec)
        bars = plate.spec.bars
        silent = [name_of(one) for name, one in self.verified.items() if name in unstated]
        caption = replace(plate.caption, note=self._silent(silent, plate.caption))
        return replace(plate, spec=replace(plate.spec, bars=tuple(map(self._labelled, bars))), caption=caption)

    def _labelled(self, bar: Datum) -> Datum:
        one = self.verified[bar.fact.split(".")[0]]
        name, year = name_of(one), self._year(one, self.plates.proof(bar.fact))
        return replace(bar, label=Both(f"{bar.label.zh}（{name.zh}{year}）", f"{bar.label.en} ({name.en} {year})"))

    def _year(self, one: Verified, proof: Proof) -> str:
        """The year of the figure's own period, else of its article."""
        period = proof.fact.period
        if period and period.year:
            return str(period.year) if period.stated else f"[{period.year}]"
        return year_of(one)

    def _silent(self, names: list[Both], caption: Caption) -> Pair | None:
        if not names:
            return caption.note
        missing = self.words.phrase("not_stated_in", "、".join(n.zh for n in names), ", ".join(n.en for n in names))
        zh: Line = (Run(missing.zh),)
        en: Line = (Run(missing.en),)
        if caption.note:
            zh, en = (*caption.note.zh, *zh), (*caption.note.en, Run(" "), *en)
        return Pair(zh, en)

    def levels(self, plate: model.Levels) -> LevelsSpec:
        """Honours counted by level, for the levels that occur."""
        used = [level for level in LEVELS if any(self.honours(one, level) for one in self.verified.values())]
        rows = tuple(
            (self._at_least(one), one.content.accent, tuple(len(self.honours(one, level)) for level in used))
            for one in self.verified.values()
        )
        return LevelsSpec(rows, tuple(self.words.level(level) for level in used))

    def _at_least(self, one: Verified) -> Both:
        """The name; `at least` where the article's list of honours is not complete."""
        name = name_of(one)
        return self.words.phrase("at_least", name.zh, name.en) if one.content.honours_more else name

    def honours(self, one: Verified, level: model.Level) -> list[model.Honour]:
        """The honours of one level, in the article's order."""
        return [honour for honour in one.content.honours if honour.level == level]

    def matrix(self, plate: model.Matrix) -> MatrixSpec:
        """Which article uses which term, in the glossary's spelling or one of its other Chinese forms."""
        glossary = {term.zh: term for one in self.verified.values() for term in one.glossary.terms}
        unknown = [zh for zh in plate.terms if zh not in glossary]
        if unknown:
            raise self.plates.refused(say("pages.no_term", term=listed(unknown)), unknown[0])
        terms = [glossary[zh] for zh in plate.terms]
        filled = tuple(tuple(_names(one, term) for one in self.verified.values()) for term in terms)
        rows = tuple(typography.both(model.Both(zh=term.zh, en=term.en)) for term in terms)
        return MatrixSpec(rows, tuple(map(name_of, self.verified.values())), filled)


# ------------------------------------------------------------------------------------------ names and times


def name_of(one: Verified) -> Both:
    """The subdistrict without its rank, or as its file shortens it."""
    if one.content.short:
        return typography.both(one.content.short)
    place = one.content.place
    return Both(place.zh.removesuffix("街道"), place.en.removesuffix(" Subdistrict"))


def name_and_year(one: Verified) -> Both:
    """The subdistrict and the year of its article: 西大街 [2016] / Xidajie [2016]."""
    name, year = name_of(one), year_of(one)
    return Both(f"{name.zh} {year}", f"{name.en} {year}")


def name_and_date(one: Verified) -> Both:
    """The subdistrict and the date of its article: 西大街　[2016]年底 / Xidajie, the end of [2016]."""
    name, date = name_of(one), date_of(one)
    return Both(f"{name.zh}　{date.zh}", f"{name.en}, {date.en.removeprefix('the ')}")


def year_of(one: Verified) -> str:
    """The article's year; in square brackets where it is inferred."""
    dated = one.content.dated
    year = str(Moment.parse(dated.value).year or "")
    return year if dated.stated else f"[{year}]"


def date_of(one: Verified) -> Both:
    """The article's date in words, its year in square brackets where it is inferred: [2016]年底 / the end of [2016]."""
    words = dates.worded(Moment.parse(one.content.dated.value))
    return words if one.content.dated.stated else _bracketed(words)


def period_of(one: Verified, proof: Proof, words: Words, missing: str = "period_not_stated") -> Both:
    """A figure's period in words. A year that the article leaves out is the article's own, in square brackets."""
    period = proof.fact.period
    if period is None:
        return words.phrase(missing)
    if period == model.Period(to_date=True, stated=period.stated):
        return words.phrase("to_date", year_of(one), year_of(one))
    full, stated = in_full(period, Moment.parse(one.content.dated.value))
    said = dates.period(full.model_copy(update={"stated": True}), words.phrase(missing))
    said = said if stated else _bracketed(said)
    return Both(said.en, said.en) if said.zh == f"{said.en}年" else Both(said.zh, said.en.removeprefix("the "))


def in_full(period: model.Period, dated: Moment) -> tuple[model.Period, bool]:
    """The period with the article's year where it names none, and whether the article states all of it."""
    moments = {key: Moment.parse(text) for key in ("at", "since", "until") if (text := getattr(period, key))}
    lacking = {key: moment.with_year(dated.year) for key, moment in moments.items() if moment.year is None}
    return period.model_copy(
        update={key: _text(moment) for key, moment in lacking.items()}
    ), period.stated and not lacking


def _text(moment: Moment) -> str:
    """In the notation of content files."""
    day = f"-{moment.day:02}" if moment.day else ""
    month = f"-{moment.month:02}{day}" if moment.month else ""
    return f"{moment.year}{month}" + (f" {moment.part}" if moment.part else "")


def _bracketed(words: Both) -> Both:
    return Both(_YEAR.sub(r"[\g<0>]", words.zh), _YEAR.sub(r"[\g<0>]", words.en))


def _years(period: model.Period, dated: Moment) -> tuple[float, float]:
    """From and to, in years; what is open ends when the article was written."""
    now = dated.span()[1]
    if period.since or period.until:
        start = Moment.parse(period.since).span()[0] if period.since else now - 1
        end = Moment.parse(period.until).span()[1] if period.until else now
        return start, max(start, end)
    at = Moment.parse(period.at) if period.at else Moment(period.year or dated.year)
    start, end = at.span()
    return start, min(end, now) if period.to_date else end


def _names(one: Verified, term: model.Term) -> bool:
    return any(bare(form).text in one.article.bare.text for form in (term.zh, *term.zh_also))
