"""Plates: what a chart, a strip or a short table shows, as data in final words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bulletin.content import model
from bulletin.content.yaml_text import Path
from bulletin.edition import units
from bulletin.edition.blocks import (
    Amount,
    BarsSpec,
    Both,
    Caption,
    ChartPlate,
    Datum,
    EventMark,
    KeyFigure,
    Line,
    ListingPlate,
    Mark,
    NestedSpec,
    Pair,
    Plate,
    PlateRow,
    Run,
    SharesSpec,
    StripItem,
    StripPlate,
    TimelineSpec,
    UnitsSpec,
    plain,
)
from bulletin.edition.doubts import Doubts
from bulletin.edition.lines import Setter
from bulletin.edition.refused import Refused
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof
from bulletin.messages import listed, say
from bulletin.wording import amounts
from bulletin.wording.dates import Moment, worded

EMPTY: Mapping[str, str] = {}
MARKS: dict[str, Mark] = {
    "achieved": "done",
    "standing": "standing",
    "under_way": "under_way",
    "expected": "planned",
    "planned": "planned",
    "applied_for": "planned",
}


class Plates:
    """Makes the plates of one bulletin; `dated` is when its facts are from."""

    def __init__(self, setter: Setter, words: Words, dated: Moment, file: str, *, cite: bool = True):
        self.setter = setter
        self.words = words
        self.dated = dated
        self.file = file
        self.doubts = Doubts(setter.proofs, words)
        self.path: Path = ()  # of the plate that is being made
        self.cite = cite  # raised numbers under charts; the summary has no evidence table

    def rows(self, plates: Sequence[model.Plate], path: Path) -> tuple[PlateRow, ...]:
        """The plates of a story."""
        return side_by_side(self.plate(plate, (*path, i)) for i, plate in enumerate(plates))

    def plate(self, plate: model.Plate, path: Path) -> Plate:
        """One plate, its caption with the raised numbers of what it shows."""
        id, self.path = "-".join(str(step) for step in path), path
        if isinstance(plate, model.Strip):
            items = tuple(self._item(x, (*path, "items", n, "label")) for n, x in enumerate(plate.items))
            return StripPlate(self.caption(plate, path, []), items, id, plate.size)
        if isinstance(plate, model.Listing):
            rows = tuple(self._row(x, (*path, "rows", n, "label")) for n, x in enumerate(plate.rows))
            return ListingPlate(self.caption(plate, path, []), rows, id, plate.size)
        spec, facts = self._spec(plate)
        native = isinstance(plate, model.Bars) and plate.native
        labels = {datum.fact: datum.label.en for datum in units.data(spec)}
        return ChartPlate(self.caption(plate, path, facts, labels), spec, plate.size, id, native)

    def caption(
        self, plate: model.Frame | model.Tracker, path: Path, facts: list[str], labels: Mapping[str, str] = EMPTY
    ) -> Caption:
        """Title, unit line, source line with raised numbers and the curator's note; `labels` of bare numbers."""
        title = self.setter.pair(plate.title, (*path, "title"), raised=False)
        line = self._line(plate, path)
        over = Both(*(f"{getattr(plate.title, x)} {plain(getattr(line, x)) if line else ''}" for x in ("zh", "en")))
        line = units.extended(line, self.lacking(labels, over))
        note = self.setter.pair(plate.note, (*path, "note"), raised=False) if plate.note else None
        if not facts or not self.cite:
            return Caption(title, line, note)
        source, rows = self.words.phrase("source"), self.setter.raised(facts)
        # the raised numbers stand once, in the Chinese: the two lines follow each other
        zh: Line = (Run(source.zh), *rows)
        en: Line = (Run(source.en),)
        if note:
            zh, en = (*zh, Run("；"), *note.zh), (*en, Run("; "), *note.en)
        return Caption(title, line, Pair(zh, en, note.path if note else ""))

    def _line(self, plate: model.Frame | model.Tracker, path: Path) -> Pair | None:
        """The line for unit and period; under squares it says what one of them stands for."""
        line = self.setter.pair(plate.line, (*path, "line"), raised=False) if plate.line else None
        if not isinstance(plate, model.Units) or plate.each == 1:
            return line
        return units.extended(line, units.square(plate.each, self.proof(plate.of).fact.unit, self.words))

    def refused(self, message: str, needle: str = "") -> Refused:
        """What is wrong with the plate that is being made."""
        return Refused("chart", message, self.file, self.path, needle)

    def datum(self, datum: model.Datum) -> Datum:
        """A value with its words; refused where the fact is a date."""
        proof = self.proof(datum.of)
        if proof.value is None:
            raise self.refused(say("edition.date", id=datum.of), datum.of)
        if proof.value < 0:
            raise self.refused(say("edition.negative", id=datum.of), datum.of)
        return self._datum(proof, datum.label, datum.mark)

    def _datum(self, proof: Proof, label: model.Both | None = None, mark: str | None = None) -> Datum:
        assert proof.value is not None
        return Datum(
            fact=proof.id,
            label=self.doubts.both(self.setter.both(label or proof.fact.label), [proof.id]),
            value=proof.value,
            shown=amounts.compact(proof),
            full=Both(amounts.chinese(proof), amounts.english(proof, prose=False)),
            mark=MARKS[mark or proof.fact.status],
            row=self.setter.numbering.row(proof.id),
        )

    def proof(self, id: str) -> Proof:
        return self.setter.proofs[id]

    def amount(self, id: str) -> Amount:
        """A figure set large, with its row."""
        proof = self.proof(id)
        unit, row = proof.fact.unit, self.setter.numbering.row(id)
        symbol = (unit.short or "") if unit else ""
        full = Both(amounts.chinese(proof), amounts.english(proof, prose=False))
        return Amount(amounts.compact(proof), amounts.compact_unit(proof), id, row, symbol, amounts.sign(unit), full)

    def key_figure(self, ids: Sequence[str], label: Pair) -> KeyFigure:
        """Amounts over a label that says their units, where it does not yet.

        The raised numbers stand behind the label: behind the figures 13 + 8 they would read as powers.
        """
        made = [self.amount(id) for id in ids]
        more = units.unsaid(made, [self.proof(id).fact.unit for id in ids], Both(plain(label.zh), plain(label.en)))
        label = replace(label, zh=label.zh + units.runs(more.zh), en=label.en + units.runs(more.en))
        alone = tuple(replace(amount, row=None, unit=Both("", "")) for amount in made)  # said by the label
        return KeyFigure(alone, self._cited(label, ids))

    def lacking(self, labels: Mapping[str, str], said: Both) -> Both:
        """The units of these facts that neither the words over them nor their labels say."""
        return units.lacking([(self.proof(id).fact.unit, label) for id, label in labels.items()], said)

    def _item(self, item: model.StripItem, path: Path) -> StripItem:
        label = self.setter.pair(item.label, path, raised=False)
        if not item.of:
            return StripItem(label, None)
        label = self.doubts.pair(label, [item.of])
        return StripItem(self._cited(label, [item.of]), replace(self.amount(item.of), row=None))

    def _cited(self, label: Pair, ids: Sequence[str]) -> Pair:
        return replace(label, zh=(*label.zh, *self.setter.raised(list(ids))))

    def _row(self, row: model.Datum, path: Path) -> StripItem:
        label = row.label or self.proof(row.of).fact.label
        place = path if row.label else ("facts", row.of, "label")
        amount, unit = self.amount(row.of), self.proof(row.of).fact.unit
        if unit and amounts.named(unit, label.en):  # the label says the noun; what is measured has its sign
            amount = replace(amount, unit=Both(amount.unit.zh, ""))
        words = self.doubts.pair(self.setter.pair(label, place, raised=False), [row.of])
        return StripItem(words, amount)

    def _spec(
        self, plate: model.Plate
    ) -> tuple[BarsSpec | UnitsSpec | SharesSpec | NestedSpec | TimelineSpec, list[str]]:
        if isinstance(plate, model.Bars):
            bars = tuple(self.datum(bar) for bar in plate.bars)
            self._one_unit([bar.fact for bar in bars])
            return BarsSpec(bars), [bar.fact for bar in bars]
        if isinstance(plate, (model.Units, model.Shares)):
            return self._parts(plate)
        if isinstance(plate, model.Nested):
            levels = tuple(self.datum(level) for level in plate.levels)
            self._one_unit([level.fact for level in levels])
            return NestedSpec(levels), [level.fact for level in levels]
        assert isinstance(plate, model.Timeline)
        return self.timeline(plate)

    def _parts(self, plate: model.Units | model.Shares) -> tuple[UnitsSpec | SharesSpec, list[str]]:
        whole = self._datum(self.proof(plate.of))
        parts = tuple(self.datum(part) for part in plate.parts)
        facts = [whole.fact, *(part.fact for part in parts)]
        self._one_unit(facts)
        rest = self.setter.both(plate.rest) if plate.rest else None
        if isinstance(plate, model.Units):
            return UnitsSpec(whole, parts, plate.each, rest), facts
        left = whole.value - sum(part.value for part in parts)
        if left <= 0 or rest is None:
            return SharesSpec(whole, parts), facts
        shown = amounts.figures(left)
        calculated = self.words.phrase("our_calculation")
        full = Both(f"{shown}（{calculated.zh}）", f"{shown} ({calculated.en})")
        return SharesSpec(whole, parts, Datum(whole.fact, rest, left, shown, full, "unstated")), facts

    def _one_unit(self, facts: list[str]) -> None:
        """Different units never share an axis."""
        units = {
            fact.unit.zh if (fact := self.proof(id).fact).unit else ""
            for id in facts
            if not self.proof(id).fact.derived
        }
        if len(units) > 1:
            where = ".".join(map(str, self.path))
            raise self.refused(say("edition.units", place=where, units=listed(sorted(units))))

    def timeline(self, plate: model.Timeline) -> tuple[TimelineSpec, list[str]]:
        """Events in order of time; one without a year gets the year of its period or of the article."""
        events = sorted((self._event(event) for event in plate.events), key=lambda event: (event.start, event.end))
        return TimelineSpec(tuple(events), self.dated.span()[1]), [event.fact for event in events]

    def _event(self, event: model.Event) -> EventMark:
        proof = self.proof(event.at)
        if not proof.fact.date and proof.fact.period is None:
            raise self.refused(say("edition.no_time", id=event.at), event.at)
        moment = when(proof, self.dated)
        start, end = moment.with_year(self._year(proof)).span()
        at = worded(moment, short=True)
        when_ = Both(at.zh, at.en[:1].upper() + at.en[1:])
        row, mark = self.setter.numbering.row(proof.id), MARKS[proof.fact.status]
        label = self.doubts.both(self.setter.both(event.label), [event.at])
        return EventMark(start, end, when_, label, mark, proof.id, row)

    def _year(self, proof: Proof) -> int | None:
        period = proof.fact.period
        at = Moment.parse(period.at) if period and period.at else None
        return (period.year if period else None) or (at.year if at else None) or self.dated.year


def side_by_side(plates: Iterable[Plate]) -> tuple[PlateRow, ...]:
    """Half plates in twos, full ones alone, in their order."""
    rows: list[tuple[Plate, ...]] = []
    for plate in plates:
        if rows and plate.width == "half" and len(rows[-1]) == 1 and rows[-1][0].width == "half":
            rows[-1] = (*rows[-1], plate)
        else:
            rows.append((plate,))
    return tuple(PlateRow(row) for row in rows)


def when(proof: Proof, dated: Moment) -> Moment:
    """The date that a fact has: its own, or that of its period."""
    if proof.fact.date:
        return Moment.parse(proof.fact.date)
    period = proof.fact.period
    text = period and (period.at or period.since or period.until)
    if text:
        return Moment.parse(text)
    return Moment(year=(period.year if period else None) or dated.year)
