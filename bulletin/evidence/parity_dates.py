"""Dates of both sides that have no equal, compared part by part."""

from __future__ import annotations

import re

from bulletin.evidence.parity_sides import Number


def match_dates(chinese: list[Number], english: list[Number]) -> list[tuple[str, str]]:
    """What differs between the dates that have no equal: compared part by part, so that ranges may share a year."""
    zh_parts = [(part, one) for one in chinese for part in _parts(one.date or "")]
    en_parts = [(part, one) for one in english for part in _parts(one.date or "")]
    zh_parts, en_parts = _months_as_parts(zh_parts), _months_as_parts(en_parts)
    for item in list(zh_parts):
        partner = next((other for other in en_parts if _same_part(item[0], other[0])), None)
        if partner:
            zh_parts.remove(item)
            en_parts.remove(partner)
    for one in chinese:
        for other in english:
            if _other_year(one.date or "", other.date or ""):
                return [(one.text, other.text)]
    zh_texts = list(dict.fromkeys(one.text for _, one in zh_parts if one.needed))
    en_texts = list(dict.fromkeys(one.text for _, one in en_parts))
    if not zh_texts and en_texts and all(not one.needed for one in chinese) and not zh_parts and not en_parts:
        return []
    pairs = []
    for i in range(max(len(zh_texts), len(en_texts))):
        pairs.append((zh_texts[i] if i < len(zh_texts) else "", en_texts[i] if i < len(en_texts) else ""))
    return pairs


def without_first_months(chinese: list[Number], english: list[Number], zh: str) -> tuple[list[Number], list[Number]]:
    """1至10月 is the first ten months, or the ten months to October."""
    span = re.search(r"(?<![0-9])1月?(?:[至到~—–-]|——)(?P<last>1[0-2]|[2-9])月", zh)
    months = next((one for one in english if span and one.value == int(span["last"]) and "months" in one.after), None)
    if span is None or months is None:
        return chinese, english
    inside = [one for one in chinese if span.start() <= one.start < span.end()]
    return [one for one in chinese if one not in inside], [one for one in english if one is not months]


def _months_as_parts(parts: list[tuple[str, Number]]) -> list[tuple[str, Number]]:
    """January to September is the first three quarters, January to June the first half."""
    names = [name for name, _ in parts]
    for last, part in (("m09", "p-Q1-Q3"), ("m06", "p-first-half"), ("m03", "p-Q1")):
        if "m01" in names and last in names:
            number = parts[names.index("m01")][1]
            return [(part, number), *(item for item in parts if item[0] not in ("m01", last))]
    return parts


def _parts(date: str) -> list[str]:
    """Year, month, day, and the part of a month or a year, each named: y2018 m12 d21 p-end."""
    calendar, _, part = date.partition(" ")
    names: list[str] = []
    if calendar.startswith("---"):
        names.append(f"d{calendar[3:]}")
    elif match := re.match(r"^(?P<y>[0-9]{4})?(?:-+(?P<m>[0-9]{2}))?(?:-(?P<d>[0-9]{2}))?$", calendar):
        names += [f"{name}{match[name]}" for name in "ymd" if match[name]]
    return names + ([f"p-{part}"] if part else [])


def _other_year(zh: str, en: str) -> bool:
    """The same month of different years, or the same part of different years."""
    pattern = re.compile(r"([0-9]{4})(-[0-9]{2})?([^-]*)")
    one, other = pattern.match(zh), pattern.match(en)
    if one is None or other is None or not (one[2] or one[3]):
        return False
    return (one[2], one[3]) == (other[2], other[3]) and one[1] != other[1]


def _same_part(zh: str, en: str) -> bool:
    if zh == en:
        return True
    both = {zh, en}
    return both in ({"p-late", "p-end"}, {"p-early", "p-start"})
