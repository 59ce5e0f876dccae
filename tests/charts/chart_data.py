"""A sample of each kind of chart, and random ones of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from bulletin import rooms
from bulletin.edition.blocks import Both, ChartSpec, Datum, EventMark, Mark
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.levels.edit import LevelsSpec
from bulletin.plates.matrix.edit import MatrixSpec
from bulletin.plates.nested.edit import NestedSpec
from bulletin.plates.panels.edit import Cell, Panel, PanelsSpec
from bulletin.plates.parts.edit import SharesSpec
from bulletin.plates.slope.edit import Pitch, SlopeSpec
from bulletin.plates.spans.edit import SpanRow, SpansSpec
from bulletin.plates.timeline.edit import TimelineSpec
from bulletin.plates.units.edit import UnitsSpec
from bulletin.plates.waterfall.edit import Change, WaterfallSpec
from tests import samples

MARKS: tuple[Mark, ...] = ("done", "under_way", "planned", "standing", "unstated")
ACCENTS = ("teal", "plum", "forest", "bronze", "indigo")


def datum(zh: str, en: str, value: int, shown: str = "", mark: Mark = "done", unit: str = "套") -> Datum:
    shown = shown or f"{value:,}"
    return Datum(en, Both(zh, en), Fraction(value), shown, Both(f"{value}{unit}", f"{value:,} flats"), mark)


def event(start: float, end: float, zh: str, en: str, mark: Mark = "done") -> EventMark:
    return EventMark(start, end, Both(f"{start:.0f}年", f"{start:.0f}"), Both(zh, en), mark, en)


BARS = BarsSpec(
    (
        datum("石寨村一期", "Shizhai ph. 1", 1141),
        datum("吉家寨村", "Jijiazhai", 408, mark="under_way"),
        datum("狼窝刘村一期", "Langwoliu ph. 1", 330),
        datum("平庄组二期", "Pingzhuang ph. 2", 193, mark="under_way"),
        datum("平庄组首批", "Pingzhuang ph. 1", 125),
    ),
    (("under_way", Both("在建", "under construction")),),
)
UNITS = UnitsSpec(
    datum("排查隐患", "hazards found", 5400, "5,400+"),
    (
        datum("立即整改", "fixed at once", 4500, "4,500+"),
        datum("限期整改", "given a deadline", 900, "900+", "under_way"),
    ),
    100,
)
SHARES = SharesSpec(
    datum("改造楼院", "courtyards", 53),
    (datum("完工", "finished", 8), datum("在施工", "being worked on", 28, mark="under_way")),
    datum("未开工", "not begun", 17, mark="planned"),
)
NESTED = NestedSpec((datum("楼院", "courtyards", 174), datum("符合改造条件", "qualify", 135)))
TIMELINE = TimelineSpec(
    (
        event(2012, 2013, "十里铺组改造", "Shilipu group rebuilt"),
        event(2016, 2017, "石寨一期回迁", "Shizhai households back"),
        event(2018 + 4.7 / 12, 2018 + 5 / 12, "城区保洁外包", "cleaning contracted"),
        event(2018 + 5 / 12, 2018.5, "积分管理启动", "points scheme begins"),
        event(2018 + 8 / 12, 2018.75, "干部赴浙大培训", "Hangzhou training"),
        event(2018.862, 2018.865, "首台城郊列车交付", "first suburban train"),
        event(2018 + 11 / 12, 2019, "冯寨完成网签", "contracts at Fengzhai", "planned"),
        event(2019, 2020, "郑上路一期回迁", "return, Zhengshang Rd 1", "planned"),
    ),
    2018.89,
)
XIDAJIE, YIMALU = Both("西大街", "Xidajie"), Both("一马路", "Yimalu")
SPANS = SpansSpec(
    (
        SpanRow(XIDAJIE, 2016, 2016.5, False, Both("上半年清理", "clean-ups, January to June")),
        SpanRow(XIDAJIE, 2016.95, 2016.95, False, Both("成文", "written")),
        SpanRow(YIMALU, 2018, 2019, True, Both("项目", "projects"), "forest"),
        SpanRow(YIMALU, 2016, 2021, True, Both("五年增长", "growth over five years"), "forest"),
    )
)
PANELS = PanelsSpec(
    (
        Panel(
            Both("社区（个）", "communities"),
            (
                Cell(XIDAJIE, datum("社区", "communities", 5), Both("[2016]", "[2016]")),
                Cell(YIMALU, None, Both("", ""), "forest"),
            ),
        ),
        Panel(
            Both("保洁员（人）", "cleaners added or recruited"),
            (
                Cell(XIDAJIE, datum("保洁员", "cleaners", 10), Both("时段未述", "no period")),
                Cell(YIMALU, datum("保洁员", "cleaners", 6, mark="planned"), Both("2019", "2019"), "forest"),
            ),
        ),
    )
)
LEVELS = LevelsSpec(
    ((XIDAJIE, "teal", (0, 3)), (YIMALU, "forest", (3, 14))), (Both("省级", "Provincial"), Both("市级", "Municipal"))
)
MATRIX = MatrixSpec(
    (Both("两学一做", "Two Studies and One Action"), Both("路长制", "road chief system")),
    (XIDAJIE, YIMALU),
    ((True, False), (False, False)),
)
SLOPE = SlopeSpec(
    Both("2017年", "2017"),
    Both("2018年底", "the end of 2018"),
    tuple(
        Pitch(datum(zh, en, before), datum(zh, en, after, mark=mark))
        for zh, en, before, after, mark in (
            ("网格员", "grid workers", 20, 36, "done"),
            ("志愿者", "volunteers", 50, 45, "done"),
            ("调解员", "mediators", 44, 47, "done"),
            ("保洁员", "street cleaners", 52, 90, "planned"),
            ("社区民警", "police officers in the communities", 12, 14, "done"),
            ("楼栋长", "heads of buildings", 49, 88, "under_way"),
            ("热心居民和党员骨干", "willing residents and leading Party members", 51, 51, "done"),
            ("医生", "doctors", 12, 46, "done"),
        )
    ),
)
_BY_HAND: dict[str, ChartSpec] = {
    "bars": BARS,
    "units": UNITS,
    "shares": SHARES,
    "nested": NESTED,
    "timeline": TIMELINE,
    "spans": SPANS,
    "panels": PANELS,
    "levels": LEVELS,
    "matrix": MATRIX,
    "slope": SLOPE,
}


class _Samples(Mapping[str, ChartSpec]):
    """Those by hand, which tests of one kind rest on; any other kind's is its sample of tests/cases/plates."""

    def __init__(self) -> None:
        known = {rooms.room_of(spec) for spec in _BY_HAND.values()}
        drawn = [kind for kind in rooms.PLATES.kinds("draw") if kind not in known]
        self.names = (*_BY_HAND, *drawn)

    def __getitem__(self, name: str) -> ChartSpec:
        return _BY_HAND.get(name) or samples.spec(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


SAMPLES = _Samples()

# ---------------------------------------------------------------------------------------------- random data

HAN = st.text(st.sampled_from("一二街道办事处党群服务中心改造楼院安置房国《》“”、（）2018年7"), min_size=1, max_size=20)
ENGLISH = (
    "a of to in the and new old rail park grid Party homes phase works flats street project Zhengzhou households "
    "community courtyards relocation Linshanzhai Jingchenglu construction neighborhoods responsibility MWMWMW"
)
WORDS = st.lists(st.sampled_from(ENGLISH.split()), min_size=1, max_size=6)
MARK = st.sampled_from(MARKS)
VALUE = st.one_of(st.integers(0, 30), st.integers(0, 10**9))


@st.composite
def both(draw: st.DrawFn, most: int = 20) -> Both:
    return Both(draw(HAN)[:most], " ".join(draw(WORDS))[: 3 * most].strip())


@st.composite
def data(draw: st.DrawFn, value: st.SearchStrategy[int] = VALUE, most: int = 20) -> Datum:
    number = draw(value)
    label = draw(both(most))
    shown = f"{number:,}" + draw(st.sampled_from(("", "+")))
    return Datum("fact", label, Fraction(number), shown, Both(f"{number}个", f"{number:,} items"), draw(MARK))


def bars() -> st.SearchStrategy[ChartSpec]:
    series = st.lists(data(), min_size=2, max_size=12).filter(lambda found: any(bar.value for bar in found))
    return series.map(lambda found: BarsSpec(tuple(found)))


def nested() -> st.SearchStrategy[ChartSpec]:
    series = st.lists(data(), min_size=2, max_size=5).filter(lambda found: any(level.value for level in found))
    return series.map(lambda found: NestedSpec(tuple(sorted(found, key=lambda level: -level.value))))


def _whole(parts: list[Datum], more: int) -> Datum:
    total = int(sum(part.value for part in parts)) + more
    return datum("总数", "the whole", total)


def shares() -> st.SearchStrategy[ChartSpec]:
    series = st.lists(data(st.integers(1, 500), 10), min_size=1, max_size=6)
    return st.builds(lambda parts, more: SharesSpec(_whole(parts, more), tuple(parts)), series, st.integers(0, 200))


@st.composite
def units(draw: st.DrawFn) -> ChartSpec:
    """A square stands for no more than the whole, and for so much that some two hundred are enough."""
    parts = draw(st.lists(data(st.integers(1, 150), 10), min_size=1, max_size=4))
    whole = _whole(parts, draw(st.integers(0, 50)))
    least = -(-int(whole.value) // 200)
    each = min(max(draw(st.sampled_from((1, 2, 10))), least), int(whole.value))
    return UnitsSpec(whole, tuple(parts), each, draw(st.one_of(st.none(), both(8))))


@st.composite
def waterfalls(draw: st.DrawFn) -> ChartSpec:
    """Never below nothing, and not nothing all along."""
    start = draw(data(st.integers(1, 10**6)))
    changes, level = [], start.value
    for one in draw(st.lists(data(), min_size=2, max_size=10)):
        less = one.value <= level and draw(st.booleans())
        changes.append(Change(one, less))
        level += changes[-1].moves
    return WaterfallSpec(start, tuple(changes), datum("得数", "what it comes to", int(level)))


SMALL = st.one_of(st.integers(0, 30), st.integers(0, 10**6))


@st.composite
def slopes(draw: st.DrawFn) -> ChartSpec:
    lines = []
    for _ in range(draw(st.integers(2, 8))):
        one, other = draw(data(SMALL, 12)), draw(data(SMALL))
        lines.append(Pitch(one, replace(other, label=one.label)))
    return SlopeSpec(draw(both(8)), draw(both(8)), tuple(lines))


@st.composite
def events(draw: st.DrawFn, first: int, years: int) -> EventMark:
    start = first + draw(st.floats(0, years - 0.01))
    kind = draw(st.sampled_from(("day", "month", "year")))
    start = {"day": start, "month": int(start * 12) / 12, "year": float(int(start))}[kind]
    end = start + {"day": 1 / 365, "month": 1 / 12, "year": 1.0}[kind]
    when = Both(f"{int(start)}年{kind}", f"{kind} {int(start)}")
    return EventMark(start, end, when, draw(both(14)), draw(MARK), "fact")


@st.composite
def timelines(draw: st.DrawFn, most: int = 14) -> ChartSpec:
    first, years = draw(st.integers(1985, 2018)), draw(st.integers(1, 30))
    found = draw(st.lists(events(first, years), min_size=3, max_size=most))
    found.sort(key=lambda mark: mark.start)
    return TimelineSpec(tuple(found), first + draw(st.floats(0, years)))


@st.composite
def spans(draw: st.DrawFn) -> ChartSpec:
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        label, accent = draw(both(8)), draw(st.sampled_from(ACCENTS))
        for _ in range(draw(st.integers(1, 4))):
            start = draw(st.floats(2000, 2022))
            end = start + draw(st.sampled_from((0.0, 0.01, 0.5, 1.0, 4.0)))
            rows.append(SpanRow(label, start, end, draw(st.booleans()), draw(both()), accent))
    return SpansSpec(tuple(rows))


@st.composite
def panels(draw: st.DrawFn) -> ChartSpec:
    labels = draw(st.lists(both(8), min_size=1, max_size=6, unique=True))
    year = st.sampled_from((Both("[2016]", "[2016]"), Both("时段未述", "no period"), Both("", "")))
    cell = st.builds(Cell, st.just(labels[0]), st.one_of(st.none(), data()), year, st.sampled_from(ACCENTS))
    found = []
    for _ in range(draw(st.integers(1, 5))):
        cells = tuple(Cell(label, each.datum, each.year, each.accent) for label in labels for each in [draw(cell)])
        found.append(Panel(draw(both(12)), cells))
    return PanelsSpec(tuple(found))


@st.composite
def levels(draw: st.DrawFn) -> ChartSpec:
    names = st.sampled_from(("National", "Provincial", "Municipal (Zhengzhou)", "County", "District or county city"))
    heads = draw(st.lists(st.builds(Both, HAN.map(lambda text: text[:6]), names), min_size=1, max_size=4))
    count = st.tuples(*[st.integers(0, 40)] * len(heads))
    row = st.tuples(both(8), st.sampled_from(ACCENTS), count)
    return LevelsSpec(tuple(draw(st.lists(row, min_size=1, max_size=6))), tuple(heads))


@st.composite
def matrices(draw: st.DrawFn) -> ChartSpec:
    columns = draw(st.lists(both(4), min_size=1, max_size=6))
    names = draw(st.lists(both(), min_size=1, max_size=15))
    line = st.tuples(*[st.booleans()] * len(columns))
    return MatrixSpec(tuple(names), tuple(columns), tuple(draw(line) for _ in names))


def reworded(spec: ChartSpec) -> st.SearchStrategy[ChartSpec]:
    """The same chart under any words and marks, its values in proportion: what adds up still does."""

    @st.composite
    def made(draw: st.DrawFn) -> ChartSpec:
        factor = draw(st.sampled_from((1, 7, 10**6)))
        again: ChartSpec = _reworded(draw, spec, factor)
        return again

    return made()


def _reworded(draw: st.DrawFn, value: Any, factor: int) -> Any:
    if isinstance(value, Datum):
        number = value.value * factor
        shown, full = f"{float(number):,.10g}", Both(f"{number}个", f"{number} items")
        return replace(value, label=draw(both(12)), value=number, shown=shown, full=full, mark=draw(MARK))
    if isinstance(value, Both):
        return draw(both(8)) if value.zh or value.en else value
    if isinstance(value, tuple):
        return tuple(_reworded(draw, one, factor) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        inside = {one.name: _reworded(draw, getattr(value, one.name), factor) for one in fields(value)}
        return replace(value, **inside)
    return value
