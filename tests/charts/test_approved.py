"""Charts are drawn as they were when somebody last looked at them: every label, mark and line in its place.

`python -m tests.charts.test_approved` writes tests/cases/charts anew, `python -m tests.generated` what is new there.
Look at the charts first: `python -m tests.look KIND`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.edition.blocks import Both, ChartSpec
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.dots.edit import DotsSpec
from bulletin.plates.matrix.edit import MatrixSpec
from bulletin.plates.spans.edit import SpanRow
from bulletin.plates.timeline.edit import TimelineSpec
from bulletin.plates.waterfall.edit import Change, WaterfallSpec
from tests.charts import chart_data
from tests.charts.chart_data import (
    BARS,
    LEVELS,
    MATRIX,
    NESTED,
    PANELS,
    SHARES,
    SLOPE,
    SPANS,
    TIMELINE,
    UNITS,
    datum,
    event,
)
from tests.charts.conftest import house_look

CASES = Path(__file__).parents[1] / "cases" / "charts"
NEAR = 0.04  # mm; another release of a face moves a label by less

LONG = Both("京城路街道党群服务中心综合楼一期工程项目", "comprehensive building of the Party-mass center, phase 1")
MARKED = tuple(datum(f"甲{n}", f"A{n}", 40 - 7 * n, mark=mark) for n, mark in enumerate(chart_data.MARKS))
MONTHS = tuple(event(2018 + n / 12, 2018 + (n + 1) / 12, f"第{n}件", f"event {n}") for n in (0, 2, 3, 6, 7, 11))
NAMES = tuple(Both(f"街道{n}", f"Subdistrict {n}") for n in range(6))
CELLS = tuple(replace(cell, label=name) for name, cell in zip(NAMES, PANELS.panels[1].cells * 3, strict=True))


def _many(year: int) -> tuple[SpanRow, ...]:
    """Of ten places, each a little later than the one before."""
    words = Both("改造", "rebuilding")
    return tuple(
        SpanRow(Both(f"街{n}", f"Place {n}"), year + n / 4, year + 1 + n / 4, True, words, "plum") for n in range(10)
    )


OTHERS: dict[str, ChartSpec] = {
    **{f"{kind}, half": chart_data.SAMPLES[kind] for kind in ("bars", "units", "shares", "timeline", "levels")},
    "bars of every mark": BarsSpec(MARKED),
    "bars under long names, half": BarsSpec((replace(BARS.bars[0], label=LONG), *BARS.bars[1:3])),
    "bars of nine": BarsSpec(tuple(datum(f"第{n}", f"no. {n}", 90 - n * 10) for n in range(9))),
    "nested under long names, half": replace(NESTED, levels=(replace(NESTED.levels[0], label=LONG), NESTED.levels[1])),
    "nested of three": replace(NESTED, levels=(*NESTED.levels, datum("其中", "of these", 20, mark="planned"))),
    "shares of many": replace(SHARES, parts=tuple(datum(f"部分{n}", f"part {n}", 2 + n) for n in range(5)), rest=None),
    **{
        f"shares of {count} small parts{width}": replace(
            SHARES,
            whole=datum("共", "all", 100),
            parts=tuple(datum(f"部分第{n}", "a part of some", 2 + n % 2) for n in range(count)),
            rest=None,
        )
        for count, width in ((8, ""), (6, ", half"))
    },
    "panels, half": PANELS,
    "matrix, half": MATRIX,
    "spans, half": SPANS,
    "slope of eight, half": SLOPE,
    "slope of two": replace(SLOPE, lines=SLOPE.lines[:2]),
    "slope of two at one value, half": replace(SLOPE, lines=(SLOPE.lines[4], SLOPE.lines[7])),
    "units with a rest": replace(UNITS, whole=datum("排查隐患", "hazards found", 6000)),
    "units one by one": replace(UNITS, whole=datum("共", "all", 12), parts=(datum("甲", "A", 7),), each=1),
    "timeline without a busy year": replace(TIMELINE, events=TIMELINE.events[:4]),
    "timeline of one year": TimelineSpec(MONTHS, 2018.6),
    "spans of many years": replace(
        SPANS,
        rows=(
            *SPANS.rows,
            SpanRow(NAMES[0], 1996.5, 2003.25, False, Both("改造", "rebuilding"), "plum", "planned"),
            SpanRow(NAMES[0], 2016.2, 2016.2, True, Both("成文", "written"), "plum"),
        ),
    ),
    "panels of six": replace(
        PANELS, panels=tuple(replace(PANELS.panels[1], title=name, cells=CELLS) for name in NAMES)
    ),
    "levels of four": replace(
        LEVELS,
        rows=tuple((name, "plum", (n, 30 - n, 0, 2)) for n, name in enumerate(NAMES[:3])),
        levels=tuple(Both(f"级别{n}", f"Level number {n}") for n in range(4)),
    ),
    "levels of long names": replace(LEVELS, rows=((LONG, "teal", (2, 0)), *LEVELS.rows)),
    "matrix of long names": MatrixSpec((LONG, MATRIX.rows[0]), NAMES, ((True, False) * 3, (False, True) * 3)),
    "dots of every mark, half": DotsSpec(MARKED),
    "dots under long names": DotsSpec(tuple(replace(one, label=LONG) for one in MARKED[:2]) + MARKED[2:3]),
    "waterfall that goes down, half": WaterfallSpec(
        datum("原有", "before", 40),
        tuple(
            Change(datum(f"第{n}", f"no. {n}", amount), less)
            for n, (amount, less) in enumerate(((15, True), (0, False), (0.01, True), (20, True)))
        ),
        datum("现有", "now", 4.99, mark="planned"),
    ),
    "spans of many places": replace(SPANS, rows=_many(2014)),
    "spans of a century, half": replace(SPANS, rows=(*SPANS.rows[:1], *_many(1890)[:2])),
    "spans of one kind": replace(SPANS, rows=_many(2014)[:1]),
}


TALL = ("bars", "units", "shares", "nested", "spans", "levels", "matrix", "slope", "waterfall")
"""The kinds that can be taller than usual."""
LOOKS: dict[str, dict[str, Any]] = {
    "tall": {"tall": 1.3},
    "in Chinese": {"language": "zh"},
    "in English": {"language": "en"},
}
DRAWN = (
    *chart_data.SAMPLES,
    *OTHERS,
    *(f"{kind}, tall" for kind in TALL),
    *(f"{kind}, in {language}" for kind in chart_data.SAMPLES for language in ("Chinese, half", "English")),
)
"""A name says what is drawn and, behind commas, how wide and in which look."""


def described(chart: Chart) -> list[list[Any]]:
    """Everything that is drawn: kind and words first, then numbers in mm."""
    drawing = chart.drawing
    rows: list[list[Any]] = [["size", drawing.width, drawing.height]]
    for one in drawing.labels:
        words = f"{one.text} {one.anchor} {one.size:g} {one.weight} {one.colour} {'+'.join(one.families)}"
        rows.append([f"label {words}", one.x, one.baseline])
    for shape in drawing.shapes:
        points = getattr(shape, "points", None) or tuple(chain(*getattr(shape, "lines", ())))
        at = points or ((shape.x, shape.y), (shape.radius, 0.0))  # type: ignore[union-attr]
        dashes = " ".join(f"{dash:g}" for dash in getattr(shape, "dashes", ()))
        words = f"{type(shape).__name__} {shape.face} {shape.edge} {shape.line:g} {shape.level} {dashes}"
        rows.append([words.strip(), *chain(*at)])
    rows += [["keep clear", mark.x, mark.y, mark.width, mark.height] for mark in drawing.marks]
    return rows


def drawn(name: str, look: Look) -> Chart:
    kind, *how = name.split(", ")
    spec = OTHERS.get(name) or OTHERS.get(kind) or chart_data.SAMPLES[kind]
    changes = {key: value for one in how for key, value in LOOKS.get(one, {}).items()}
    return draw(spec, replace(look, **changes), "half" if "half" in how else "full")


def written(rows: list[list[Any]]) -> str:
    return "".join("\t".join([words, *(f"{number:.3f}" for number in numbers)]) + "\n" for words, *numbers in rows)


def place(name: str) -> Path:
    return CASES / f"{name.replace(',', '').replace(' ', '-')}.tsv"


def approved(name: str) -> list[list[Any]]:
    lines = place(name).read_text(encoding="utf-8").splitlines()
    return [[words, *map(float, numbers)] for words, *numbers in (line.split("\t") for line in lines)]


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_drawn_as_it_was_approved(name: str, look: Look) -> None:
    made, before = described(drawn(name, look)), approved(name)
    assert [row[0] for row in made] == [row[0] for row in before]
    moved = [
        f"{row[0]}: {row[1:]} was {was[1:]}"
        for row, was in zip(made, before, strict=True)
        if len(row) != len(was) or any(abs(one - other) > NEAR for one, other in zip(row[1:], was[1:], strict=True))
    ]
    assert moved == []


def write(names: Iterable[str]) -> None:
    """Writes how these are drawn today."""
    look = house_look()
    for name in names:
        place(name).write_text(written(described(drawn(name, look))), encoding="utf-8")


def new() -> list[str]:
    """What nobody has approved yet: the sample of a new kind."""
    return [name for name in DRAWN if not place(name).exists()]


if __name__ == "__main__":
    write(DRAWN)
