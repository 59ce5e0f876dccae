"""Dates of both sides that have no equal, compared part by part."""

from __future__ import annotations

import re

from bulletin.evidence.parity_sides import SideNumber

_CALENDAR = re.compile(r"^(?P<y>[0-9]{4})?(?:-+(?P<m>[0-9]{2}))?(?:-(?P<d>[0-9]{2}))?$")
_SPAN = re.compile(r"(?<![0-9])1月?(?:[至到~—–-]|——)(?P<last>1[0-2]|[2-9])月")
_SAME = ({"p-late", "p-end"}, {"p-early", "p-start"})


def match_dates(chinese: list[SideNumber], english: list[SideNumber]) -> list[tuple[str, str]]:
    """What differs between the dates that have no equal: compared part by part, so that ranges may share a year."""
    for one in chinese:
        for other in english:
            if _other_year(one.date or "", other.date or ""):
                return [(one.text, other.text)]
    zh_parts, en_parts = _all_parts(chinese), _all_parts(english)
    for item in list(zh_parts):
        partner = next((other for other in en_parts if item[0] == other[0] or {item[0], other[0]} in _SAME), None)
        if partner:
            zh_parts.remove(item)
            en_parts.remove(partner)
    zh_texts = list(dict.fromkeys(one.text for _, one in zh_parts if one.needed))
    en_texts = list(dict.fromkeys(one.text for _, one in en_parts))
    longer = max(len(zh_texts), len(en_texts))
    return list(
        zip(zh_texts + [""] * (longer - len(zh_texts)), en_texts + [""] * (longer - len(en_texts)), strict=True)
    )


def without_first_months(
    chinese: list[SideNumber], english: list[SideNumber], zh: str
) -> tuple[list[SideNumber], list[SideNumber]]:
    """1至10月 is the first ten months, or the ten months to October."""
    span = _SPAN.search(zh)
    months = next((one for one in english if span and one.value == int(span["last"]) and "months" in one.after), None)
    if span is None or months is None:
        return chinese, english
    inside = [one for one in chinese if span.start() <= one.start < span.end()]
    return [one for one in chinese if one not in inside], [one for one in english if one is not months]


def _all_parts(dates: list[SideNumber]) -> list[tuple[str, SideNumber]]:
    """January to September is the first three quarters, January to June the first half."""
    parts = [(part, one) for one in dates for part in _parts(one.date or "")]
    names = [name for name, _ in parts]
    for last, part in (("m09", "p-Q1-Q3"), ("m06", "p-first-half"), ("m03", "p-Q1")):
        if "m01" in names and last in names:
            return [(part, parts[names.index("m01")][1]), *(item for item in parts if item[0] not in ("m01", last))]
    return parts


def _parts(date: str) -> list[str]:
    """Year, month, day, and the part of a month or a year, each named: y2018 m12 d21 p-end."""
    calendar, _, part = date.partition(" ")
    match = _CALENDAR.match(calendar)
    names = [f"{name}{match[name]}" for name in "ymd" if match[name]] if match else []
    return names + ([f"p-{part}"] if part else [])


def _other_year(zh: str, en: str) -> bool:
    """The same month of different years, or the same part of different years."""
    years = zh[:4].isdigit() and en[:4].isdigit() and zh[:4] != en[:4]
    return years and zh[4:] == en[4:] != "" and not re.match(r"-\d\d-\d", zh[4:])
