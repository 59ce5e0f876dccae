"""What a chart shows, as data in final words; one spec a kind of chart."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bulletin.edition.text import Both, Mark


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a chart, with the words for it. `shown` is the number as printed, for both languages."""

    fact: str
    label: Both
    value: Fraction
    shown: str
    full: Both  # number with approximation and unit, for alternative text
    mark: Mark = "done"
    row: int | None = None


@dataclass(frozen=True, slots=True)
class BarsSpec:
    """Bars of one unit on one scale from 0, in this order. `legend`: patterns in words other than the usual ones."""

    bars: tuple[Datum, ...]
    legend: tuple[tuple[Mark, Both], ...] = ()


@dataclass(frozen=True, slots=True)
class UnitsSpec:
    """Squares for `each` of the unit: the parts of `whole`, one group each; `rest` labels what no part names."""

    whole: Datum
    parts: tuple[Datum, ...]
    each: int
    rest: Both | None = None


@dataclass(frozen=True, slots=True)
class SharesSpec:
    """One bar cut into the parts of `whole`; `rest` labels what no part names."""

    whole: Datum
    parts: tuple[Datum, ...]
    rest: Datum | None = None


@dataclass(frozen=True, slots=True)
class NestedSpec:
    """Each level is a part of the one before."""

    levels: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event between `start` and `end` (years and parts of years: 2018.5 is mid-2018): the longer, the less exact."""

    start: float
    end: float
    when: Both  # "2016年12月21日" / "Dec. 21, 2016"
    label: Both
    mark: Mark
    fact: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineSpec:
    """Events in order of time; `now` is when the facts date from, and the line is dashed after it."""

    events: tuple[EventMark, ...]
    now: float
    legend: tuple[tuple[Mark, Both], ...] = ()


@dataclass(frozen=True, slots=True)
class SpanRow:
    """What one article covers: from, to (years) or an instant, stated or inferred."""

    label: Both
    start: float
    end: float
    stated: bool
    text: Both
    accent: str = "teal"
    mark: Mark = "done"


@dataclass(frozen=True, slots=True)
class SpansSpec:
    """Small time lines of several articles on one scale."""

    rows: tuple[SpanRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a panel, or None where the article is silent; `year` stands beside it, bracketed when inferred."""

    label: Both
    datum: Datum | None
    year: Both
    accent: str = "teal"


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the subdistricts."""

    title: Both
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PanelsSpec:
    """Small multiples: each panel has a scale of its own and says so."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class LevelsSpec:
    """How many honours each subdistrict's article lists, by level: one square an honour."""

    rows: tuple[tuple[Both, str, tuple[int, ...]], ...]  # label, accent, count per level
    levels: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class MatrixSpec:
    """Which article mentions what: rows by columns, filled or empty."""

    rows: tuple[Both, ...]
    columns: tuple[Both, ...]
    filled: tuple[tuple[bool, ...], ...]


ChartSpec = (
    BarsSpec | UnitsSpec | SharesSpec | NestedSpec | TimelineSpec | SpansSpec | PanelsSpec | LevelsSpec | MatrixSpec
)
