"""Plates: what a chart, a strip or a short table shows, as data in final words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from bulletin import rooms
from bulletin.content import model
from bulletin.content.frame import Frame, Untitled
from bulletin.content.plates import name_of
from bulletin.content.yaml_text import Path
from bulletin.edition import units
from bulletin.edition.blocks import Amount, Caption, ChartPlate, Plate, PlateRow, StripItem
from bulletin.edition.doubts import Doubts
from bulletin.edition.lines import Setter
from bulletin.edition.refused import Refused
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both, Line, Mark, Pair, Run, plain
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof
from bulletin.messages import listed, say
from bulletin.wording import amounts
from bulletin.wording.dates import Moment

EMPTY: Mapping[str, str] = {}
NONE: Mapping[str, tuple[int, int]] = {}
MARKS: dict[str, Mark] = {
    "achieved": "done",
    "standing": "standing",
    "under_way": "under_way",
    "expected": "planned",
    "planned": "planned",
    "applied_for": "planned",
}

Makes = TypeVar("Makes", bound="Plates", contravariant=True)
Written = TypeVar("Written", bound=Untitled)


@dataclass(frozen=True, slots=True)
class Editor(Generic[Makes, Written]):
    """How a kind becomes what the page shows: of the plates of the edition, the plate as written, and its path."""

    edit: Callable[[Makes, Written, Path], Plate]


class Plates:
    """Makes the plates of one bulletin; `dated` is when its facts are from; `pictures`: how large each file is."""

    def __init__(
        self,
        setter: Setter,
        words: Words,
        dated: Moment,
        file: str,
        *,
        cite: bool = True,
        pictures: Mapping[str, tuple[int, int]] = NONE,
    ):
        self.setter = setter
        self.words = words
        self.dated = dated
        self.file = file
        self.pictures = pictures  # width and height in pixels, by name
        self.doubts = Doubts(setter.proofs, words)
        self.path: Path = ()  # of the plate that is being made
        self.cite = cite  # raised numbers under charts; the summary has no evidence table

    def rows(self, plates: Sequence[Untitled], path: Path) -> tuple[PlateRow, ...]:
        """The plates of a story."""
        return side_by_side(self.plate(plate, (*path, i)) for i, plate in enumerate(plates))

    def plate(self, plate: Untitled, path: Path) -> Plate:
        """One plate, its caption with the raised numbers of what it shows; how, its kind's room knows."""
        self.path = path
        editor: Editor[Any, Any] = rooms.PLATES.part(name_of(plate), "edit", Editor)
        return editor.edit(self, plate, path)

    def chart(self, plate: Frame, path: Path, spec: ChartSpec, facts: list[str], *, native: bool = False) -> ChartPlate:
        """A chart that shows these facts; the caption says the units of bare numbers that nothing else says."""
        labels = {datum.fact: datum.label.en for datum in units.data(spec)}
        caption = self.caption(plate, path, facts, labels, spec.square())
        return replace(self.plate_of(caption, spec, plate, path), native=native)

    def plate_of(self, caption: Caption, spec: ChartSpec, plate: Frame, path: Path) -> ChartPlate:
        """A chart under a caption that has been made."""
        return ChartPlate(caption, spec, plate.size, id_of(path))

    def caption(
        self,
        plate: Frame | model.Tracker,
        path: Path,
        facts: list[str],
        labels: Mapping[str, str] = EMPTY,
        square: tuple[str, int] | None = None,
    ) -> Caption:
        """Title, unit line, source line with raised numbers and the curator's note.

        `labels` of bare numbers; `square`: a fact, and how many of it one square stands for.
        """
        title = self.setter.pair(plate.title, (*path, "title"), raised=False)
        line = self.setter.pair(plate.line, (*path, "line"), raised=False) if plate.line else None
        if square and square[1] != 1:
            line = units.extended(line, units.square(square[1], self.proof(square[0]).fact.unit, self.words))
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
            zh, en = (*zh, Run("；"), *note.zh), (*en, Run(joint(plain(note.en))), *note.en)
        return Caption(title, line, Pair(zh, en, note.path if note else ""))

    def refused(self, message: str, needle: str = "") -> Refused:
        """What is wrong with the plate that is being made."""
        return Refused("chart", message, self.file, self.path, needle)

    def datum(self, datum: model.Datum, *, below_zero: bool = False) -> Datum:
        """A value with its words; refused where the fact is a date, or has no length and may not be below zero."""
        proof = self.proof(datum.of)
        if proof.value is None:
            raise self.refused(say("edition.date", id=datum.of), datum.of)
        if proof.value < 0 and not below_zero:
            raise self.refused(say("edition.negative", id=datum.of), datum.of)
        return self._datum(proof, datum.label or self.called(datum.of), datum.mark)

    def _datum(self, proof: Proof, label: model.Both, mark: str | None = None) -> Datum:
        assert proof.value is not None
        shown, shown_zh = amounts.drawn(proof)
        return Datum(
            fact=proof.id,
            label=self.doubts.both(self.setter.both(label), [proof.id]),
            value=proof.value,
            shown=shown,
            full=Both(amounts.chinese(proof), amounts.english(proof, prose=False)),
            mark=MARKS[mark or proof.fact.status],
            row=self.setter.numbering.row(proof.id),
            shown_zh=shown_zh,
        )

    def called(self, id: str) -> model.Both:
        """The fact's own label, for a place that gives it none; refused where the fact has none either."""
        label = self.proof(id).fact.label
        if label is None:
            raise self.refused(say("edition.no_label", id=id), id)
        return label

    def proof(self, id: str) -> Proof:
        return self.setter.proofs[id]

    def written(self, id: str) -> Moment:
        """When the article of this fact is from."""
        return Moment.parse(self.proof(id).dated) if self.proof(id).dated else self.dated

    def amount(self, id: str) -> Amount:
        """A figure set large, with its row."""
        proof = self.proof(id)
        unit, row = proof.fact.unit, self.setter.numbering.row(id)
        symbol = (unit.short or "") if unit else ""
        full = Both(amounts.chinese(proof), amounts.english(proof, prose=False))
        return Amount(amounts.compact(proof), amounts.compact_unit(proof), id, row, symbol, amounts.sign(unit), full)

    def lacking(self, labels: Mapping[str, str], said: Both) -> Both:
        """The units of these facts that neither the words over them nor their labels say."""
        return units.lacking([(self.proof(id).fact.unit, label) for id, label in labels.items()], said)

    def item(self, item: model.StripItem, path: Path) -> StripItem:
        """A figure under its name, or its silence."""
        label = self.setter.pair(item.label, path, raised=False)
        if not item.of:
            return StripItem(label, None)
        label = self.doubts.pair(label, [item.of])
        return StripItem(self.cited(label, [item.of]), replace(self.amount(item.of), row=None))

    def cited(self, label: Pair, ids: Sequence[str]) -> Pair:
        """The label with the raised numbers of these facts."""
        return replace(label, zh=(*label.zh, *self.setter.raised(list(ids))))

    def parts_of(self, of: str, parts: Sequence[model.Datum]) -> tuple[Datum, tuple[Datum, ...], list[str]]:
        """A whole and its parts, and the facts of all of them; they are of one unit."""
        whole, made = self._datum(self.proof(of), self.called(of)), tuple(map(self.datum, parts))
        return whole, made, self.of_one_unit([whole.fact, *(part.fact for part in made)])

    def exact(self, facts: Sequence[str], how: str) -> None:
        """Refused where one of these is not exact: what the program would compute from it, nobody has stated."""
        for id in facts:
            if vague := _vague(self.setter.proofs, id):
                shown = amounts.chinese(self.proof(vague))
                raise self.refused(say("edition.not_exact", id=vague, shown=shown, how=how), id)

    def of_one_unit(self, facts: list[str]) -> list[str]:
        """These facts; different units never share an axis."""
        found = {
            fact.unit.zh if (fact := self.proof(id).fact).unit else ""
            for id in facts
            if not self.proof(id).fact.derived
        }
        if len(found) > 1:
            where = ".".join(map(str, self.path))
            raise self.refused(say("edition.units", place=where, units=listed(sorted(found))))
        return facts


def _vague(proofs: Mapping[str, Proof], id: str) -> str:
    """The fact that is not exact: this one, or one that it is computed from; empty where all are."""
    fact = proofs[id].fact
    before = id.rpartition(".")[0] + "." if "." in id else ""
    return id if fact.approx else next((one for term in fact.terms if (one := _vague(proofs, before + term))), "")


def joint(behind: str) -> str:
    """What stands between the source and an English note: a sentence begins behind a full stop."""
    return ". " if behind[:1].isupper() else "; "


def side_by_side(plates: Iterable[Plate]) -> tuple[PlateRow, ...]:
    """Half plates in twos, full ones alone, in their order."""
    rows: list[tuple[Plate, ...]] = []
    for plate in plates:
        if rows and plate.width == "half" and len(rows[-1]) == 1 and rows[-1][0].width == "half":
            rows[-1] = (*rows[-1], plate)
        else:
            rows.append((plate,))
    return tuple(PlateRow(row) for row in rows)


def id_of(path: Path) -> str:
    """The id of a plate: the steps of its path in the content file."""
    return "-".join(map(str, path))
