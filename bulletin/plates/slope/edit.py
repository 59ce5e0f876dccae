"""What a slope chart shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content.frame import Datum as Shown
from bulletin.content.model import Both as Prose
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.slope.model import Slope, SlopeLine
from bulletin.wording.dates import Moment


@dataclass(frozen=True, slots=True)
class Pitch:
    """One thing at two times; `before` and `after` have its label."""

    before: Datum
    after: Datum

    @property
    def label(self) -> Both:
        return self.before.label


@dataclass(frozen=True, slots=True)
class SlopeSpec(ChartSpec):
    """Lines from one time to another, on one scale; `start` and `end` say the times."""

    start: Both
    end: Both
    lines: tuple[Pitch, ...]


def edit(plates: Plates, plate: Slope, path: Path) -> ChartPlate:
    """Refused where units differ, where a side has figures of several times, or the two sides have one."""
    lines = tuple(_pitch(plates, line) for line in plate.lines)
    facts = plates.of_one_unit([fact for line in plate.lines for fact in (line.before, line.after)])
    for text, spans in zip((plate.start, plate.end), _compared(plates, plate), strict=True):
        _dates(plates, text, spans)
    spec = SlopeSpec(plates.setter.both(plate.start), plates.setter.both(plate.end), lines)
    heads = [ref.id for text in (plate.start, plate.end) for ref in references(text.zh)]
    return plates.chart(plate, path, spec, [*heads, *facts])


def _pitch(plates: Plates, line: SlopeLine) -> Pitch:
    """Both values under the line's label, which says so where one of the two is in doubt."""
    before, after = (
        plates.datum(Shown(of=fact, label=line.label), below_zero=True) for fact in (line.before, line.after)
    )
    label = plates.doubts.both(before.label, [line.after])
    return Pitch(replace(before, label=label), replace(after, label=label))


Span = tuple[float, float]


def _compared(plates: Plates, plate: Slope) -> tuple[list[Span], list[Span]]:
    """The times of both sides. Refused where the lines cannot stand beside each other, or one goes nowhere in time."""
    sides = [line.before for line in plate.lines], [line.after for line in plate.lines]
    for side in sides:
        for other in side[1:]:
            if not _meet(_time(plates, side[0]), _time(plates, other)):
                raise plates.refused(say("edition.other_time", one=side[0], other=other), other)
    for one, other in zip(*sides, strict=True):
        before, after = plates.proof(one).fact, plates.proof(other).fact
        if (before.whose and before.whose.zh) != (after.whose and after.whose.zh):
            raise plates.refused(say("edition.other_owner", one=one, other=other), other)
        if _time(plates, one)[0] >= _time(plates, other)[0]:
            raise plates.refused(say("edition.not_later", one=one, other=other), other)
    first, last = ([_time(plates, id) for id in side] for side in sides)
    return first, last


def _dates(plates: Plates, text: Prose, spans: list[Span]) -> None:
    """A date that a head names is the time of the figures under it."""
    for ref in references(text.zh):
        date = plates.proof(ref.id).fact.date
        if date is None:
            raise plates.refused(say("edition.no_date", id=ref.id), ref.id)
        named = _span(plates, ref.id, Moment.parse(date))
        if not all(_meet(named, span) for span in spans):
            raise plates.refused(say("edition.other_head", id=ref.id), ref.id)


def _time(plates: Plates, id: str) -> Span:
    """When the figure holds, in years; one without a period holds when the article was written."""
    period = plates.proof(id).fact.period
    named = period and (period.at or period.until or period.since or (str(period.year) if period.year else ""))
    return _span(plates, id, Moment.parse(named) if named else plates.written(id))


def _span(plates: Plates, id: str, moment: Moment) -> Span:
    dated = moment.with_year(plates.written(id).year)
    if dated.year is None:
        raise plates.refused(say("edition.no_time", id=id), id)
    return dated.span()


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


EDITOR = Editor(edit)
