"""Dates in Chinese text, and their canonical form: ISO 8601 as far as the text goes, then the part meant.

`2016-12-21`, `2018-09`, `2018`, `--11-11` (no year), `--05 late`, `2018 end`, `2018 Q1-Q3`, `-- first-half`,
`---15` (a day).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.evidence.reading import read

_S = r"[ \u00a0]?"
_Y = r"(?P<y>(?:1[6-9]|20|21)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})"
_M = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_ARABIC_DAY = r"(?P<d>3[01]|[12][0-9]|0?[1-9])"
_D = rf"{_ARABIC_DAY[:-1]}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_MONTH_PART = r"(?P<part>上旬|中旬|下旬|上中旬|中下旬|月底|底|末|初)?"
_YEAR_PART = (
    r"年?(?P<ypart>底(?![部层线蕴])|末(?!端)|初(?![步级中次始具衷心])|(?<=年年)中|上半年|下半年|"
    r"前[两二三23]个?季度|第?[一二三四1-4]季度|[春夏秋冬]季(?![度节]))"
)
_TO = rf"{_S}(?:[-—–~～至到]|——){_S}"

_DATED = re.compile(
    rf"(?<![0-9.]){_Y}{_S}年{_S}(?:{_M}{_S}月份?(?:{_S}{_D}{_S}[日号](?!线|楼)|{_MONTH_PART})|{_YEAR_PART})?"
)
_ISO = re.compile(
    r"(?<![0-9./-])(?P<y>(?:19|20)[0-9]{2})([-/.])(?P<m>1[0-2]|0?[1-9])\2(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_DAY_OF_MONTH = re.compile(rf"(?<![0-9.]){_M}{_S}月{_S}{_D}{_S}[日号](?!线|楼)")
_MONTH = re.compile(rf"(?<![0-9.]){_M}{_S}月份?{_MONTH_PART}")
_ANY_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})"
_FIRST_YEAR = re.compile(rf"(?<![0-9.])(?P<y>{_ANY_YEAR})(?={_TO}{_ANY_YEAR}{_S}[年学])")
_FIRST_MONTH = re.compile(
    rf"(?<![0-9.])(?![一二三四五六七八九十]+{_TO}[0-9]){_M}(?={_TO}(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]){_S}月(?![均]))"
)
_DAY = re.compile(
    rf"(?<![0-9.年]){_ARABIC_DAY}(?:{_S}日(?![内后均夜均游产供处前报]|以内|之内|起?内)|(?={_TO}(?:3[01]|[12][0-9]|[1-9])日))"
)
"""A day without its month is written in Arabic digits; 三日 is a length of time."""
_PART_ONLY = re.compile(
    r"(?P<part>前[两二三23]个?季度|(?:第)?[一二三四1-4]季度|上半年|下半年|年底(?![部层])|年末|年终|年初(?!步))"
)

_QUARTERS = {"一": "1", "二": "2", "两": "2", "三": "3", "四": "4"}
_PARTS = {
    "上旬": "early", "中旬": "mid", "下旬": "late", "上中旬": "early to mid", "中下旬": "mid to late",
    "底": "end", "中": "mid", "末": "end", "终": "end", "初": "start", "上半年": "first-half", "下半年": "second-half",
    "春季": "spring", "夏季": "summer", "秋季": "autumn", "冬季": "winter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChineseDate:
    """Where a date stands, its canonical form, and whether the text writes a number at all (年底 has none)."""

    start: int
    end: int
    canonical: str
    numbered: bool


def date_at(text: str, at: int) -> ChineseDate | None:
    """The date that begins here. `text` is half width."""
    for pattern in (_ISO, _DATED, _FIRST_YEAR, _PART_ONLY, _DAY_OF_MONTH, _FIRST_MONTH, _MONTH, _DAY):
        match = pattern.match(text, at)
        if match and not (pattern is _MONTH and _no_month(match)):
            groups = match.groupdict()
            part = _part(groups.get("part") or groups.get("ypart"))
            canonical = " ".join(filter(None, (_calendar(groups), part)))
            return ChineseDate(at, match.end(), canonical, bool(re.search(r"[-0-9]*[0-9]", canonical)))
    return None


def same_date(said: str, date: str) -> bool:
    """Is it the date of a fact, which may leave a season to the words of its text: 2025 of 2025年秋季?"""
    year, _, part = said.partition(" ")
    return said == date or (part in ("spring", "summer", "autumn", "winter") and year == date)


def _calendar(groups: dict[str, str | None]) -> str:
    """Year, month and day with `-` for what is not stated (the truncated forms of ISO 8601:2000)."""
    year, month, day = (groups.get(name) for name in "ymd")
    if year is None and month is None:
        return f"---{_number(day):02}" if day else "--"
    text = f"{_number(year):04}" if year else "-"
    if month:
        text += f"-{_number(month):02}"
    return f"{text}-{_number(day):02}" if day else text


def _number(text: str | None) -> int:
    return int(read(text or "") or 0)


def _part(word: str | None) -> str | None:
    """前三季度 as Q1-Q3, 年底 as end, 下旬 as late."""
    if not word:
        return None
    word = word.removeprefix("月") if word in ("月底", "月末", "月初") else word
    word = word.removeprefix("年")
    if word.endswith("季度"):
        digit = re.sub(r"[前第个季度]", "", word)
        quarter = _QUARTERS.get(digit, digit)
        return f"Q1-Q{quarter}" if word.startswith("前") else f"Q{quarter}"
    return _PARTS[word]


def _no_month(match: re.Match[str]) -> bool:
    """一月一评 is "every month"; 一月 is January only where the text says so. 个月 never gets here."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    written = not match["m"][0].isdigit()
    certain = match["part"] or match[0].endswith("份") or before in ("年", "至", "到", "-", "~")
    return match["m"] == "一" and written and not certain
