"""What a time line shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import MARKS, Editor, Plates
from bulletin.edition.specs import ChartSpec, EventMark
from bulletin.edition.text import Both, Mark
from bulletin.evidence.verify import Proof
from bulletin.messages import say
from bulletin.plates.timeline.model import Event, Timeline
from bulletin.wording.dates import Moment, worded


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
    events = sorted((_event(plates, event) for event in plate.events), key=lambda event: (event.start, event.end))
    spec = TimelineSpec(tuple(events), plates.dated.span()[1])
    return plates.chart(plate, path, spec, [event.fact for event in events])


def _event(plates: Plates, event: Event) -> EventMark:
    proof = plates.proof(event.at)
    if not proof.fact.date and proof.fact.period is None:
        raise plates.refused(say("edition.no_time", id=event.at), event.at)
    dated = plates.written(proof.id)
    moment = _when(proof, dated)
    start, end = moment.with_year(_year(proof, dated)).span()
    at = worded(moment, short=True)
    when = Both(at.zh, at.en[:1].upper() + at.en[1:])
    row, mark = plates.setter.numbering.row(proof.id), MARKS[proof.fact.status]
    label = plates.doubts.both(plates.setter.both(event.label), [event.at], marked=True)
    return EventMark(start, end, when, label, mark, proof.id, row)


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
