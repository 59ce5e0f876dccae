"""What a time line shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import ceil, floor

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import MARKS, Editor, Plates
from bulletin.edition.specs import ChartSpec, EventMark
from bulletin.edition.text import Both, Mark
from bulletin.evidence.verify import Proof
from bulletin.messages import say
from bulletin.plates.timeline.model import Event, Timeline
from bulletin.wording.dates import Moment, worded

BY_MONTH = 0.27
"""An event that is dated to a quarter or better counts as dated by month."""
BUSY = 4
"""So many events by month let a year be drawn by the month."""


@dataclass(frozen=True, slots=True)
class TimelineSpec(ChartSpec):
    """Events in order of time; `now` is when the facts date from, and the line is dashed after it."""

    events: tuple[EventMark, ...]
    now: float
    legend: tuple[tuple[Mark, Both], ...] = ()


def edit(plates: Plates, plate: Timeline, path: Path) -> ChartPlate:
    """Events in order of time; one without a year gets the year of its period or of the article."""
    if plates.dated.year is None:
        raise plates.refused(say("edition.no_year"), plate.events[0].at)
    made = [(_event(plates, event), event) for event in plate.events]
    made.sort(key=lambda pair: (pair[0].start, pair[0].end))
    spec = TimelineSpec(tuple(event for event, _ in made), plates.dated.span()[1])
    clear = busiest(spec)
    events = tuple(
        event if floor(event.start) == clear else _in_its_year(plates, event, written) for event, written in made
    )
    return plates.chart(plate, path, replace(spec, events=events), [event.fact for event in events])


def years(spec: TimelineSpec) -> range:
    """As many years as the events and today need."""
    first = floor(min(event.start for event in spec.events))
    return range(first, max(first + 1, ceil(max(spec.now, *(event.end for event in spec.events)))))


def busiest(spec: TimelineSpec) -> int | None:
    """The year with the most events by month, if there are enough of them to draw it by the month, or no other year."""
    counts = Counter(floor(event.start) for event in spec.events if event.end - event.start <= BY_MONTH)
    if not counts:
        return None
    year, count = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
    return year if count >= BUSY or len(years(spec)) == 1 else None


def _in_its_year(plates: Plates, mark: EventMark, event: Event) -> EventMark:
    """The event with the year that its date lacks, where that is stated: no scale of months says it."""
    proof = plates.proof(event.at)
    moment, period = _when(proof, plates.written(proof.id)), proof.fact.period
    if moment.year is not None or period is None or not period.stated or (year := _year(proof, Moment())) is None:
        return mark
    return replace(mark, when=_said(moment.with_year(year)))


def _said(moment: Moment) -> Both:
    at = worded(moment, short=True)
    return Both(at.zh, at.en[:1].upper() + at.en[1:])


def _event(plates: Plates, event: Event) -> EventMark:
    proof = plates.proof(event.at)
    if not proof.fact.date and proof.fact.period is None:
        raise plates.refused(say("edition.no_time", id=event.at), event.at)
    dated = plates.written(proof.id)
    moment = _when(proof, dated)
    start, end = moment.with_year(_year(proof, dated)).span()
    row, mark = plates.setter.numbering.row(proof.id), MARKS[proof.fact.status]
    label = plates.doubts.both(plates.setter.both(event.label), [event.at], marked=True)
    return EventMark(start, end, _said(moment), label, mark, proof.id, row)


def _year(proof: Proof, dated: Moment) -> int | None:
    period = proof.fact.period
    at = Moment.parse(period.at) if period and period.at else None
    return (period.year if period else None) or (at.year if at else None) or dated.year


def _when(proof: Proof, dated: Moment) -> Moment:
    """The date that a fact has: its own, or that of its period."""
    if proof.fact.date:
        return Moment.parse(proof.fact.date)
    period = proof.fact.period
    text = period and (period.at or period.since or period.until)
    if text:
        return Moment.parse(text)
    return Moment(year=(period.year if period else None) or dated.year)


EDITOR = Editor(edit)
