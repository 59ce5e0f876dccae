"""A slope chart: what can stand on its axes, what it says, and that its labels keep apart."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin import gate
from bulletin.build import Builder
from bulletin.charts.draw import draw
from bulletin.charts.look import Look
from bulletin.content.model import Both as Prose
from bulletin.content.model import Fact
from bulletin.edition.blocks import Both, ChartPlate, Datum, plain
from bulletin.edition.walk import every
from bulletin.evidence.verify import Proof
from bulletin.plates.slope.edit import Pitch, SlopeSpec, becomes
from bulletin.plates.slope.spread import spread
from tests.charts.conftest import house_look
from tests.conftest import workshop
from tests.plates import errors
from tests.samples import project


def drawn(folder: Path) -> ChartPlate:
    edition, _ = Builder(workshop(project(folder, ("slope",)))).edition("willow")
    return next(plate for plate in every(ChartPlate, edition.pages) if isinstance(plate.spec, SlopeSpec))


def datum(zh: str, en: str, value: int) -> Datum:
    return Datum(en, Both(zh, en), Fraction(value), str(value), Both(f"{value}名", f"{value} people"))


@pytest.fixture
def look() -> Look:
    return house_look()


def lines_of(content: Any) -> Any:
    return content["stories"][0]["plates"][0]["lines"]


def test_the_sample_is_sound(tmp_path: Path) -> None:
    assert errors(tmp_path / "project", "slope") == []


def idle(content: Any, *facts: str) -> None:
    for fact in facts:
        content["facts"][fact]["unprinted"] = "another figure stands in its place"


def households(content: Any) -> None:
    lines_of(content)[0]["to"] = "households"
    idle(content, "workers_now")


def turned(content: Any) -> None:
    for line in lines_of(content):
        line["from"], line["to"] = line["to"], line["from"]


def one_time(content: Any) -> None:
    for line in lines_of(content):
        line["to"] = line["from"]
    content["stories"][0]["plates"][0]["end"] = {"zh": "<then>", "en": "<then>"}
    idle(content, "workers_now", "helpers_now", "now")


def other_time(content: Any) -> None:
    line = lines_of(content)[1]
    line["from"], line["to"] = line["to"], line["from"]


def somebody(content: Any) -> None:
    content["facts"]["helpers_now"]["whose"] = {"zh": "街道", "en": "of the subdistrict"}


def heads(content: Any) -> None:
    plate = content["stories"][0]["plates"][0]
    plate["start"], plate["end"] = plate["end"], plate["start"]


def number_for_a_time(content: Any) -> None:
    content["stories"][0]["plates"][0]["start"] = {"zh": "<parks>", "en": "<parks>"}
    idle(content, "then")


def typed(content: Any) -> None:
    content["stories"][0]["plates"][0]["start"] = {"zh": "2017年", "en": "2017"}


def unknown(content: Any) -> None:
    lines_of(content)[1]["to"] = "helpers_later"


def changed_labels(content: Any) -> None:
    one, other = lines_of(content)
    one["label"], other["label"] = other["label"], one["label"]


REFUSED = [
    (households, "units differ: 名, 户"),
    (turned, "workers_then is not from a later time than workers_now"),
    (one_time, "workers_then is not from a later time than workers_then"),
    (other_time, "workers_then and helpers_now are from different times and cannot stand on one side"),
    (somebody, "helpers_then and helpers_now are not the same owner's"),
    (heads, "now is not the time of the figures under it"),
    (number_for_a_time, "parks is no date and cannot say when this is"),
    (typed, "2017"),
    (unknown, "helpers_later"),
    (changed_labels, "label: "),
]


@pytest.mark.slow
@pytest.mark.parametrize(("change", "message"), REFUSED, ids=[change.__name__ for change, _ in REFUSED])
def test_what_cannot_be_compared_is_refused(change: Any, message: str, tmp_path: Path) -> None:
    said = errors(tmp_path / "project", "slope", change)
    assert any(message in one for one in said), said


def test_an_unknown_fact_is_told_where_it_is_named(tmp_path: Path) -> None:
    """`to` is the key of the file, whatever the program calls it."""
    (said,) = [one for one in errors(tmp_path / "project", "slope", unknown) if one.startswith("reference")]
    assert said.endswith("@ helpers_later")


def test_the_unit_stands_over_the_lines(tmp_path: Path) -> None:
    line = drawn(tmp_path / "project").caption.line
    assert line is not None and plain(line.zh) == "名"


def test_what_is_in_doubt_at_one_end_says_so(tmp_path: Path) -> None:
    def doubted(content: Any) -> None:
        content["facts"]["helpers_now"]["doubt"] = {"zh": "与前文不合", "en": "at odds with what stands before"}
        content["notes"] = [{"zh": "<helpers_now>存疑。", "en": "The number of <helpers_now> is in doubt."}]

    folder = tmp_path / "project"
    errors(folder, "slope", doubted)
    edition, _ = Builder(workshop(folder)).edition("willow")
    (spec,) = every(SlopeSpec, edition.pages)
    assert [line.label.zh for line in spec.lines] == ["网格员", "志愿者（存疑）"]


def test_the_alternative_text_says_every_value_in_full(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ("slope",))
    press = Builder(workshop(folder))
    plate = drawn(tmp_path / "other")
    chart = press.charts(press.edition("willow")[0])[plate.id]
    assert chart.alt.zh == "斜率图：网格员：2017年20名，2018年底36名；志愿者：2017年50名，2018年底45名。"
    assert chart.alt.en == (
        "Slope chart: grid workers: 20 people (2017), 36 people (the end of 2018); "
        "volunteers: 50 people (2017), 45 people (the end of 2018)."
    )


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spread([5.0, 15.0, 25.0], [4.0, 4.0, 4.0], 1.0, 0.0, 30.0) == [5.0, 15.0, 25.0]


def test_labels_are_moved_apart_evenly_and_keep_their_order() -> None:
    assert spread([10.0, 10.0], [4.0, 4.0], 1.0, 0.0, 30.0) == [7.5, 12.5]


def test_labels_never_meet_and_never_leave_the_axis() -> None:
    dice = random.Random(7)
    for _ in range(300):
        heights = [dice.uniform(2, 6) for _ in range(dice.randint(2, 8))]
        bottom = sum(heights) + len(heights)
        found = spread(sorted(dice.uniform(0, bottom) for _ in heights), heights, 1.0, 0.0, bottom)
        ends = [(at - high / 2, at + high / 2) for at, high in zip(found, heights, strict=True)]
        assert ends[0][0] >= -1e-9 and ends[-1][1] <= bottom + 1e-9
        assert all(below[0] - above[1] >= 1.0 - 1e-9 for above, below in pairwise(ends))


def test_it_may_stand_in_the_summary(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ("slope",))
    willow, summary = (folder / "content" / f"{name}.yaml" for name in ("willow", "summary"))
    plate = yaml.safe_load(willow.read_text(encoding="utf-8"))["stories"][0]["plates"][0]
    for key in ("start", "end"):
        plate[key] = {language: text.replace("<", "<willow.") for language, text in plate[key].items()}
    for line in plate["lines"]:
        line |= {key: f"willow.{line[key]}" for key in ("from", "to")}
    content = yaml.safe_load(summary.read_text(encoding="utf-8"))
    content["pages"].insert(0, {"plates": [plate]})
    summary.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert [one.message for one in gate.check(workshop(folder)).problems if one.level == "error"] == []
    edition, _ = Builder(workshop(folder)).edition("summary")
    (spec,) = every(SlopeSpec, edition.pages)
    assert [line.after.fact for line in spec.lines] == ["willow.workers_now", "willow.helpers_now"]


def test_a_value_below_zero_has_its_place_though_no_length(look: Look) -> None:
    lines = (
        Pitch(datum("甲", "A", -3), datum("甲", "A", 2)),
        Pitch(datum("乙", "B", 1), datum("乙", "B", -3)),
    )
    chart = draw(SlopeSpec(Both("前", "before"), Both("后", "after"), lines), look, "half")
    at = {(label.text, label.anchor): label.area.y for label in chart.drawing.labels}
    assert at["-3", "right"] > at["1", "right"] and at["-3", "left"] > at["2", "left"]


@pytest.mark.parametrize(
    ("quote", "before", "after", "told"),
    [
        ("建筑面积由2600平方米增加到4100平方米,摊位由118个增至186个", "2600", "4100", True),
        ("建筑面积由2600平方米增加到4100平方米,摊位由118个增至186个", "118", "186", True),
        ("建筑面积由2600平方米增加到4100平方米,摊位由118个增至186个", "4100", "2600", False),
        ("建筑面积由2600平方米增加到4100平方米,摊位由118个增至186个", "118", "4100", False),
        ("投诉从36件下降为12件", "36", "12", True),
        ("摊位118个增至186个", "118", "186", True),
        ("就医时间从40分钟缩短到了10分钟", "40", "10", True),
        ("从最初的3个到如今的15个", "3", "15", True),
        ("每队由5至8人组成", "5", "8", False),
        ("有摊位118个,新增186个", "118", "186", False),
        ("由1118个增至186个", "118", "186", False),
    ],
)
def test_what_one_clause_says_to_have_become_the_other_is_before_it(
    quote: str, before: str, after: str, told: bool
) -> None:
    fact = Fact(value=1, label=Prose(zh="甲", en="one"), quote=quote, status="achieved")
    one, other = (Proof("one", fact, Fraction(1), number=number, numeral=number) for number in (before, after))
    assert becomes(one, other) is told


def test_such_a_line_needs_no_periods(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ("slope",))
    article = folder / "seeds" / "willow.txt"
    old, new = "2017年,街道有网格员20名、志愿者50名;2018年底,有网格员36名、志愿者45名。", "街道网格员由20名增加到36名。"
    text = article.read_text(encoding="utf-8")
    assert old in text
    article.write_text(text.replace(old, new), encoding="utf-8")
    path = folder / "content" / "willow.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    plate, facts = content["stories"][0]["plates"][0], content["facts"]
    plate["lines"] = plate["lines"][:1]
    plate |= {
        "title": {"zh": "网格员", "en": "Grid workers"},
        "start": {"zh": "原来", "en": "before"},
        "end": {"zh": "现在", "en": "now"},
    }
    for id in ("then", "now", "helpers_then", "helpers_now"):
        del facts[id]
    for id, exact in (("workers_then", "20"), ("workers_now", "36")):
        facts[id] |= {"quote": "网格员由20名增加到36名", "exact": exact, "status": "achieved"}
        del facts[id]["period"]
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    told = [one.message for one in gate.check(workshop(folder)).problems if one.level == "error"]
    assert told == []
