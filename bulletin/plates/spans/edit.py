"""What each article covers."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.model import Period
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, date_of, in_full, name_and_date
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


def edit(plates: Comparing, plate: Spans, path: Path) -> ChartPlate:
    """When the named facts are from, then each article's own date, subdistrict by subdistrict."""
    caption = plates.caption(plate, path, [])
    rows: list[SpanRow] = []
    for name, one in plates.verified.items():
        if Moment.parse(one.content.dated.value).year is None:
            raise plates.refused(say("edition.no_year"), plate.spans[0].of)
        rows += [_span(plates, one, item) for item in plate.spans if item.of.split(".")[0] == name]
        rows.append(_written(plates, one))
    return plates.plate_of(caption, SpansSpec(tuple(rows)), plate, path)


def _span(plates: Comparing, one: Verified, item: SpanItem) -> SpanRow:
    fact = one.proofs[item.of.split(".")[1]].fact
    period = Period(at=fact.date) if fact.date else fact.period
    if period is None:
        raise plates.refused(say("edition.no_time", id=item.of), item.of)
    full, stated = in_full(period, Moment.parse(one.content.dated.value))
    start, end = _years(full, Moment.parse(one.content.dated.value))
    text = plates.doubts.both(plates.setter.both(item.text), [item.of])
    return SpanRow(name_and_date(one), start, end, stated, text, one.content.accent, MARKS[fact.status])


def _written(plates: Comparing, one: Verified) -> SpanRow:
    """The article's date as one point, in the middle of what is known; its words say how exact it is."""
    dated = one.content.dated
    middle = sum(Moment.parse(dated.value).span()) / 2
    words = date_of(one)
    text = plates.words.phrase("written_stated" if dated.stated else "written_inferred", words.zh, words.en)
    return SpanRow(name_and_date(one), middle, middle, dated.stated, text, one.content.accent)


def _years(period: Period, dated: Moment) -> tuple[float, float]:
    """From and to, in years; what is open ends when the article was written."""
    now = dated.span()[1]
    if period.since or period.until:
        start = Moment.parse(period.since).span()[0] if period.since else now - 1
        end = Moment.parse(period.until).span()[1] if period.until else now
        return start, max(start, end)
    at = Moment.parse(period.at) if period.at else Moment(period.year or dated.year)
    start, end = at.span()
    return start, min(end, now) if period.to_date else end


EDITOR = Editor(edit)
