"""What each article covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, floor
from typing import Self

from bulletin.content.model import Period
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, date_of, in_full, name_and_date, name_of, time_of, when_said, year_of
from bulletin.edition.pieces import evenly
from bulletin.edition.plates import MARKS, Editor
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Mark
from bulletin.evidence.verify import Verified
from bulletin.messages import say
from bulletin.plates.spans.model import SpanItem, Spans
from bulletin.wording.dates import Moment


@dataclass(frozen=True, slots=True)
class SpanRow:
    """What one article covers: from, to (years) or an instant, stated or inferred."""

    label: Both
    start: float
    end: float
    stated: bool
    text: Both
    accent: str = "teal"
    mark: Mark = "done"


@dataclass(frozen=True, slots=True)
class SpansSpec(ChartSpec):
    """Small time lines of several articles on one scale."""

    rows: tuple[SpanRow, ...]
    years: tuple[int, int] | None = None  # of the scale, where other pieces share it

    def scale(self) -> tuple[int, int]:
        """The first year of the scale, and the one after its last."""
        if self.years or not self.rows:
            return self.years or (0, 1)
        first = floor(min(row.start for row in self.rows))
        return first, max(first + 1, ceil(max(row.end for row in self.rows)))

    def places(self) -> list[list[SpanRow]]:
        """The rows of each article."""
        return [list(rows) for _, rows in groupby(self.rows, key=lambda row: row.label)]

    def cut(self, most: int) -> tuple[Self, ...]:
        """Between articles, all pieces on one scale."""
        places = self.places()
        tracks = [max(1, sum(row.start != row.end for row in rows)) for rows in places]
        runs = evenly(places, tracks, most)
        if len(runs) < 2:
            return (self,)
        return tuple(replace(self, rows=tuple(row for rows in run for row in rows), years=self.scale()) for run in runs)


def edit(plates: Comparing, plate: Spans, path: Path) -> ChartPlate:
    """When the named facts are from, then each article's own date, subdistrict by subdistrict."""
    caption = plates.caption(plate, path, [])
    rows: list[SpanRow] = []
    for name, one in plates.verified.items():
        rows += [_span(plates, one, item) for item in plate.spans if item.of.split(".")[0] == name]
        rows += [_written(plates, one)] if year_of(one) else []
    nothing = [name_of(one) for one in plates.verified.values() if name_and_date(one) not in {r.label for r in rows}]
    caption = replace(caption, note=plates.silent(nothing, caption, "timeless"))
    return plates.plate_of(caption, SpansSpec(tuple(rows)), plate, path)


def _span(plates: Comparing, one: Verified, item: SpanItem) -> SpanRow:
    proof = one.proofs[item.of.split(".")[1]]
    fact = proof.fact
    period = time_of(one, fact)
    if period is None:
        raise plates.refused(say("edition.no_time", id=item.of), item.of)
    dated = when_said(one, proof)
    if dated.year is None and not _names_its_year(period):
        raise plates.refused(say("edition.no_year"), item.of)
    full, stated = in_full(period, dated)
    start, end = _years(full, dated)
    text = plates.doubts.both(plates.setter.both(item.text), [item.of])
    return SpanRow(name_and_date(one), start, end, stated, text, one.content.accent, MARKS[fact.status])


def _names_its_year(period: Period) -> bool:
    """Does it say by itself when it is, from its beginning to its end?"""
    moments = [Moment.parse(moment) for moment in (period.at, period.since, period.until) if moment]
    open_end = period.to_date or (period.since and not period.until)
    return not open_end and all(moment.year for moment in moments) and bool(moments or period.year)


def _written(plates: Comparing, one: Verified) -> SpanRow:
    """The article's date as one point, in the middle of what is known; its words say how exact it is."""
    dated = one.content.dated
    middle = sum(Moment.parse(dated.value).span()) / 2
    words = date_of(one)
    text = plates.words.phrase("written_stated" if dated.stated else "written_inferred", words.zh, words.en)
    return SpanRow(name_and_date(one), middle, middle, dated.stated, text, one.content.accent)


def _years(period: Period, dated: Moment) -> tuple[float, float]:
    """From and to, in years; what is open ends when the article was written."""
    now = dated.span()[1] if dated.year else None
    if period.since or period.until:
        since, until = (Moment.parse(text).span() if text else None for text in (period.since, period.until))
        end = until[1] if until else now or (since[0] + 1 if since else 0)
        start = since[0] if since else (now or end) - 1
        return start, max(start, end)
    at = Moment.parse(period.at) if period.at else Moment(period.year or dated.year)
    start, end = at.span()
    return start, min(end, now) if period.to_date and now else end


EDITOR = Editor(edit)
