"""What may stand side by side: each value with its year, gaps shown, nothing added up."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.content import model
from bulletin.edition import dates, typography
from bulletin.edition.blocks import Both, Cell, LevelsSpec, MatrixSpec, Panel, PanelsSpec, SpanRow, SpansSpec
from bulletin.edition.dates import Moment
from bulletin.edition.plates import Plates
from bulletin.edition.words import Words
from bulletin.evidence.article import bare
from bulletin.evidence.verify import Verified
from bulletin.problems import ContentError, Place, Problem

LEVELS = ("national", "provincial", "municipal", "county")


class Comparisons:
    """Chart data over several subdistricts, in the summary's order."""

    def __init__(self, verified: Mapping[str, Verified], plates: Plates, words: Words):
        self.verified, self.plates, self.words = verified, plates, words

    def spans(self, plate: model.Spans) -> SpansSpec:
        """The periods of the named facts, then each article's own date, subdistrict by subdistrict."""
        rows: list[SpanRow] = []
        for name, one in self.verified.items():
            items = [item for item in plate.spans if item.of.split(".")[0] == name]
            rows += [self._span(one, item) for item in items]
            rows.append(self._written(one))
        return SpansSpec(tuple(rows))

    def _span(self, one: Verified, item: model.SpanItem) -> SpanRow:
        period = one.proofs[item.of.split(".")[1]].fact.period
        if period is None:
            problem = Problem("chart", f"{item.of} has no period to draw", Place("content/summary.yaml"))
            raise ContentError([problem])
        start, end = _years(period, Moment.parse(one.content.dated.value))
        return SpanRow(name_of(one), start, end, period.stated, self.plates.setter.both(item.text), one.content.accent)

    def _written(self, one: Verified) -> SpanRow:
        dated = one.content.dated
        start, end = Moment.parse(dated.value).span()
        text = self.words.phrase("written_stated" if dated.stated else "written_inferred")
        return SpanRow(name_of(one), start, end, dated.stated, text, one.content.accent)

    def panels(self, plate: model.Panels) -> PanelsSpec:
        """One panel a measure; a subdistrict without a fact is an empty cell."""
        return PanelsSpec(tuple(Panel(self.plates.setter.both(p.title), tuple(self._cells(p))) for p in plate.panels))

    def _cells(self, panel: model.PanelItem) -> list[Cell]:
        given = {cell.subdistrict: cell.of for cell in panel.cells}
        cells = []
        for name, one in self.verified.items():
            of = given.get(name)
            datum = self.plates.datum(model.Datum(of=of)) if of else None
            period = one.proofs[of.split(".")[1]].fact.period if of else None
            year = dates.period(period, self.words.phrase("period_not_stated")) if of else Both("", "")
            cells.append(Cell(name_of(one), datum, year, one.content.accent))
        return cells

    def levels(self, plate: model.Levels) -> LevelsSpec:
        """Honours counted by level, for the levels that occur."""
        used = [level for level in LEVELS if any(h.level == level for one in self.verified.values() for h in one.content.honours)]
        rows = tuple(
            (name_of(one), one.content.accent, tuple(sum(h.level == level for h in one.content.honours) for level in used))
            for one in self.verified.values()
        )
        return LevelsSpec(rows, tuple(self.words.level(level) for level in used))

    def matrix(self, plate: model.Matrix) -> MatrixSpec:
        """Which article uses which term, in the glossary's spelling or one of its other Chinese forms."""
        glossary = {term.zh: term for one in self.verified.values() for term in one.glossary.terms}
        unknown = [zh for zh in plate.terms if zh not in glossary]
        if unknown:
            message = f"the glossary has no term {', '.join(unknown)}"
            raise ContentError([Problem("pages", message, Place("content/summary.yaml"))])
        terms = [glossary[zh] for zh in plate.terms]
        filled = tuple(tuple(_names(one, term) for one in self.verified.values()) for term in terms)
        rows = tuple(typography.both(model.Both(zh=term.zh, en=term.en)) for term in terms)
        return MatrixSpec(rows, tuple(map(name_of, self.verified.values())), filled)


def name_of(one: Verified) -> Both:
    """The subdistrict without its rank."""
    place = one.content.place
    return Both(place.zh.removesuffix("街道"), place.en.removesuffix(" Subdistrict"))


def _names(one: Verified, term: model.Term) -> bool:
    return any(bare(form).text in one.article.bare.text for form in (term.zh, *term.zh_also))


def _years(period: model.Period, dated: Moment) -> tuple[float, float]:
    """From and to, in years; what is open ends when the article was written."""
    now = dated.span()[1]
    if period.since or period.until:
        start = Moment.parse(period.since).with_year(dated.year).span()[0] if period.since else now - 1
        end = Moment.parse(period.until).with_year(dated.year).span()[1] if period.until else now
        return start, max(start, end)
    at = Moment.parse(period.at).with_year(dated.year) if period.at else Moment(period.year or dated.year)
    start, end = at.span()
    return start, min(end, now) if period.to_date else end
