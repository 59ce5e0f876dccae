"""What honors by level show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from bulletin.content.model import Level
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, name_of
from bulletin.edition.pieces import evenly
from bulletin.edition.plates import Editor
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both
from bulletin.evidence.verify import Verified
from bulletin.plates.levels.model import Levels

LEVELS: tuple[Level, ...] = ("national", "provincial", "municipal", "county")


@dataclass(frozen=True, slots=True)
class LevelsSpec(ChartSpec):
    """How many honours each subdistrict's article lists, by level: one square an honour."""

    rows: tuple[tuple[Both, str, tuple[int, ...]], ...]  # label, accent, count per level
    levels: tuple[Both, ...]

    def cut(self, most: int) -> tuple[Self, ...]:
        """Between subdistricts."""
        runs = evenly(self.rows, [1] * len(self.rows), most)
        return tuple(replace(self, rows=tuple(run)) for run in runs)


def edit(plates: Comparing, plate: Levels, path: Path) -> ChartPlate:
    """Honours counted by level, for the levels that occur."""
    caption = plates.caption(plate, path, [])
    ones = [one for name, one in plates.verified.items() if name in plate.subdistricts or not plate.subdistricts]
    used = [level for level in LEVELS if any(_count(one, level) for one in ones)]
    rows = tuple(
        (_at_least(plates, one), one.content.accent, tuple(_count(one, level) for level in used)) for one in ones
    )
    spec = LevelsSpec(rows, tuple(plates.words.level(level) for level in used))
    return plates.plate_of(caption, spec, plate, path)


def _at_least(plates: Comparing, one: Verified) -> Both:
    """The name; `at least` where the article's list of honours is not complete."""
    name = name_of(one)
    return plates.words.phrase("at_least", name.zh, name.en) if one.content.honours_more else name


def _count(one: Verified, level: Level) -> int:
    return sum(honour.level == level for honour in one.content.honours)


EDITOR = Editor(edit)
