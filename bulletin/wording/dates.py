"""Dates and periods in words. Month names and orders come from CLDR through Babel; what is unknown stays unsaid."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from babel.dates import format_date

from bulletin.content.model import Period
from bulletin.messages import say
from bulletin.wording.both import Both

_MOMENT = re.compile(r"(?P<year>\d{4}|-)-?(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?: (?P<part>\S+))?")
_DAY_PARTS = {"start": "月初", "end": "月底", "early": "上旬", "mid": "中旬", "late": "下旬"}
_YEAR_PARTS = {
    "start": ("年初", "early {}"),
    "end": ("年底", "the end of {}"),
    "early": ("年初", "early {}"),
    "late": ("年末", "late {}"),
    "mid": ("年中", "mid-{}"),
    "first-half": ("上半年", "the first half of {}"),
    "second-half": ("下半年", "the second half of {}"),
    "Q1-Q3": ("前三季度", "the first three quarters of {}"),
    "Q1": ("第一季度", "the first quarter of {}"),
    "Q2": ("第二季度", "the second quarter of {}"),
    "Q3": ("第三季度", "the third quarter of {}"),
    "Q4": ("第四季度", "the fourth quarter of {}"),
    "spring": ("春季", "spring {}"),
    "summer": ("夏季", "summer {}"),
    "autumn": ("秋季", "fall {}"),
    "winter": ("冬季", "winter {}"),
}
_SPANS = {
    "start": (0, 2 / 12),
    "early": (0, 2 / 12),
    "mid": (5 / 12, 7 / 12),
    "end": (11 / 12, 1),
    "late": (10 / 12, 1),
    "first-half": (0, 0.5),
    "second-half": (0.5, 1),
    "Q1-Q3": (0, 0.75),
    "Q1": (0, 0.25),
    "Q2": (0.25, 0.5),
    "Q3": (0.5, 0.75),
    "Q4": (0.75, 1),
    "spring": (2 / 12, 5 / 12),
    "summer": (5 / 12, 8 / 12),
    "autumn": (8 / 12, 11 / 12),
    "winter": (11 / 12, 1),
}  # shares of a year
_MONTH_SPANS = {"start": (0, 1 / 3), "early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "end": (0.8, 1)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Of `2016-12-21`, `--11-11`, `--05 late`, `2018 end`: see content.model.Moment."""
        match = _MOMENT.fullmatch(text)
        if match is None:
            raise ValueError(say("date.unreadable", text=text))
        year, month, day, part = match.groups()
        return cls(None if year == "-" else int(year), int(month) if month else None, int(day) if day else None, part)

    def with_year(self, year: int | None) -> Moment:
        """The same date in `year`, where it names none itself."""
        return self if self.year is not None else Moment(year, self.month, self.day, self.part)

    def span(self) -> tuple[float, float]:
        """From and to, in years: 2018.5 is the middle of 2018. The year must be known."""
        if self.year is None:
            raise ValueError(say("date.no_year"))
        if self.month is None:
            a, b = _SPANS.get(self.part or "", (0, 1))
            return self.year + a, self.year + b
        if self.day is not None:
            at = self.year + (self.month - 1 + (self.day - 0.5) / 31) / 12
            return at - 1 / 730, at + 1 / 730
        a, b = _MONTH_SPANS.get(self.part or "", (0, 1))
        return self.year + (self.month - 1 + a) / 12, self.year + (self.month - 1 + b) / 12


def worded(moment: Moment, *, short: bool = False) -> Both:
    """`2016年12月21日` / `December 21, 2016` (`Dec. 21, 2016` when short); `年底` / `the end of the year`.

    What is short has no article: `end of 2018`.
    """
    en = _en(moment, short)
    return Both(_zh(moment), en.removeprefix("the ") if short else en)


def _zh(moment: Moment) -> str:
    year = f"{moment.year}年" if moment.year else ""
    if moment.month is None:
        if moment.part is None:
            return year
        word = _YEAR_PARTS[moment.part][0]
        return year.removesuffix("年") + word if word.startswith("年") and year else year + word
    month = f"{year}{moment.month}月"
    if moment.day is not None:
        return f"{month}{moment.day}日"
    return (
        month.removesuffix("月") + _DAY_PARTS[moment.part]
        if moment.part in ("start", "end")
        else month + (_DAY_PARTS[moment.part] if moment.part else "")
    )


def _en(moment: Moment, short: bool) -> str:
    if moment.month is None:
        return _en_year(moment)
    day = datetime.date(moment.year or 2000, moment.month, moment.day or 1)
    name = format_date(day, "MMM" if short else "MMMM", locale="en_US")
    if short and len(name) == 3 and name not in ("May",):
        name = "Sept." if name == "Sep" else f"{name}."
    if short and moment.month in (6, 7):
        name = format_date(day, "MMMM", locale="en_US")
    if moment.day is not None:
        return f"{name} {moment.day}" + (f", {moment.year}" if moment.year else "")
    month = name + (f" {moment.year}" if moment.year else "")
    part = {"start": "early", "early": "early", "mid": "mid-", "late": "late", "end": "the end of"}.get(
        moment.part or "", ""
    )
    return f"{part}{month}" if part.endswith("-") else f"{part} {month}".strip()


def _en_year(moment: Moment) -> str:
    if moment.part is None:
        return str(moment.year or "")
    pattern = _YEAR_PARTS[moment.part][1]
    if moment.year is None:
        plain = pattern.replace(" of {}", "").replace("mid-{}", "the middle of the year").replace("{}", "in the year")
        return "the end of the year" if moment.part == "end" else plain
    return pattern.format(moment.year)


def period(value: Period | None, not_stated: Both, *, year: int | None = None) -> Both:
    """A period in words: `2018年6月起` / `since June 2018`. An inferred year stands in square brackets: [2018]."""
    if value is None:
        return not_stated
    zh, en = _period(value)
    if not value.stated:
        zh, en = f"[{zh}]", f"[{en}]"
    return Both(zh, en)


def _period(value: Period) -> tuple[str, str]:
    at = _at(value)
    if value.recent:
        return "近年来", "recent years"
    if value.since and value.until:
        a, b = worded(Moment.parse(value.since), short=True), worded(Moment.parse(value.until), short=True)
        return f"{a.zh}至{b.zh}", f"{a.en} to {b.en}"
    if value.since:
        since = Moment.parse(value.since)
        return f"{_zh(since)}起", f"since {_en(since, short=True)}"
    if value.until:
        until = Moment.parse(value.until)
        return f"至{_zh(until)}", f"until {_en(until, short=True)}"
    if at is None:
        return "截至成文", "to date"
    words = worded(at, short=True)
    return (f"{words.zh}，截至成文", f"{words.en}, to date") if value.to_date else (words.zh, words.en)


def _at(value: Period) -> Moment | None:
    if value.at:
        return Moment.parse(value.at)
    return Moment(year=value.year) if value.year else None
