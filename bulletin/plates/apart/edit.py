"""What is kept apart."""

from __future__ import annotations

from dataclasses import replace

from bulletin.content.frame import StripItem as Kept
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import StripItem
from bulletin.edition.comparing import UNDONE, Comparing, name_and_year
from bulletin.edition.plates import Editor, id_of
from bulletin.edition.text import Both, Run
from bulletin.plates.apart.model import Apart
from bulletin.plates.strip.edit import StripPlate


def edit(plates: Comparing, plate: Apart, path: Path) -> StripPlate:
    """Figures side by side, each under the words for what it counts and the time that it holds."""
    items = tuple(_kept(plates, item, (*path, "items", i)) for i, item in enumerate(plate.items))
    return StripPlate(plates.caption(plate, path, []), items, id_of(path), plate.size)


def _kept(plates: Comparing, item: Kept, path: Path) -> StripItem:
    label = plates.setter.pair(item.label, (*path, "label"), raised=False, prose=False)
    if not item.of:
        return StripItem(label, None)
    label = plates.doubts.pair(label, [item.of])
    fact, head = plates.proof(item.of).fact, name_and_year(plates.verified[item.of.split(".")[0]])
    if fact.status in UNDONE:
        state = plates.words.state(fact.status)
        head = Both(f"{head.zh}，{state.zh}", f"{head.en}, {state.en}")
    label = replace(label, zh=(Run(f"{head.zh}："), *label.zh), en=(Run(f"{head.en}: "), *label.en))
    return StripItem(label, replace(plates.amount(item.of), row=None))


EDITOR = Editor(edit)
