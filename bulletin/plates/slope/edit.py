"""What a slope chart shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bulletin.content.frame import Datum as Shown
from bulletin.content.model import Both as Prose
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both
from bulletin.evidence.article import bare
from bulletin.evidence.verify import Proof
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
_CHANGE = "增|扩|提|升|涨|长|拓|上|发展|翻|降|减|缩|下|压|回落|跌|少|变|改|优化"


def becomes(before: Proof, after: Proof) -> bool:
    """Does one clause of the article say that the one figure became the other: 由118个增至186个?"""
    one, other = (rf"(?<![0-9.]){re.escape(proof.number)}(?![0-9.])" for proof in (before, after))
    way = rf"[^,;:。、0-9]{{0,8}}(?:{_CHANGE})[^,;:。、0-9]{{0,3}}"
    said = re.compile(
        rf"(?:[由从自][^,;:。、]{{0,8}})?{one}{way}[到至为成]了?(?:现在|目前|如今)?的?{other}"
        rf"|从[^,;:。、0-9]{{0,8}}{one}[^,;:。、0-9]{{0,6}}到(?:现在|目前|如今)?的?{other}"
    )
    quotes = {before.fact.quote or "", after.fact.quote or ""} if before.article == after.article else ()
    return bool(before.number) and any(said.search(bare(quote).text) for quote in quotes)


def _compared(plates: Plates, plate: Slope) -> tuple[list[Span], list[Span]]:
    """The times of both sides. Refused where the lines cannot stand beside each other, or one goes nowhere in time.

    When the first figure of 由A增加到B held, nobody needs to say: it was before.
    """
    sides = [line.before for line in plate.lines], [line.after for line in plate.lines]
    told = {one for one, other in zip(*sides, strict=True) if becomes(plates.proof(one), plates.proof(other))}
    timed = [id for id in sides[0] if id not in told], sides[1]
    for side in timed:
        for other in side[1:]:
            if not _meet(_time(plates, side[0]), _time(plates, other)):
                raise plates.refused(say("edition.other_time", one=side[0], other=other), other)
    for one, other in zip(*sides, strict=True):
        before, after = plates.proof(one).fact, plates.proof(other).fact
        if (before.whose and before.whose.zh) != (after.whose and after.whose.zh):
            raise plates.refused(say("edition.other_owner", one=one, other=other), other)
        if one not in told and _time(plates, one)[0] >= _time(plates, other)[0]:
            raise plates.refused(say("edition.not_later", one=one, other=other), other)
    first, last = ([_time(plates, id) for id in side] for side in timed)
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
