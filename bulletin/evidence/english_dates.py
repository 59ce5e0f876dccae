"""Dates and times of day in English text, in the canonical form of `chinese_dates`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.evidence.english_words import ORDINALS, SMALL

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = (
    r"(?P<m>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_DAY = r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})(?!,?[0-9]|\.[0-9]|['’]?s\b)"
_OF = r"(?:,? (?:of )?(?:the year )?|,)"
_PART = (
    r"(?:(?P<part>early|mid|middle|late|beginning|start|end|close|year-end|early to mid|mid to late)"
    r"(?:[- ]| (?:of|part of)(?: the| next| last| this)? |[- ]to[- ])?)?"
)
_COUNTS = {"two": 2, "three": 3, "2": 2, "3": 3}
_QUARTER = r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|last|final)"

_PATTERNS = [
    re.compile(rf"(?<![0-9-])(?P<y>(?:19|20)[0-9]{{2}})[-/](?P<m>[01]?[0-9])[-/]{_DAY}(?![0-9])"),
    re.compile(rf"\b{_MONTH} {_DAY}(?![0-9%]|,[0-9]{{3}}\b| ?(?:mu|km|percent|households|people))(?:,? {_YEAR})?"),
    re.compile(rf"\b{_MONTH} (?P<word>First|Fourth|Seventh|Eighth|Tenth|Fifteenth)\b"),
    re.compile(rf"(?<![0-9.,]){_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"),
    re.compile(rf"\b{_PART}{_MONTH}(?:{_OF}{_YEAR})?"),
    re.compile(rf"\b(?:the )?first (?P<n>two|three|2|3) quarters?(?:{_OF}{_YEAR})?"),
    re.compile(rf"\b(?:the )?first (?P<months>nine|six|9|6) months(?:{_OF}{_YEAR})?"),
    re.compile(rf"\b(?:the )?{_QUARTER} quarters?\b(?:{_OF}{_YEAR})?"),
    re.compile(rf"\bQ(?P<q>[1-4])(?P<n>[-–]Q?3)?(?:{_OF}{_YEAR})?"),
    re.compile(
        rf"\b(?:the )?(?P<h>first|second|latter|1st|2nd) half\b(?! of (?!20|the year"
        rf"|this year|that year|last year))(?:{_OF}{_YEAR}| of (?:the|this|that|last) year)?"
    ),
    re.compile(rf"\bH(?P<h>[12])(?:{_OF}{_YEAR})?"),
    re.compile(rf"\b(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: term| semester)?(?: of)? {_YEAR}"),
    re.compile(rf"\b{_PART}{_YEAR}"),
    re.compile(r"\b(?:the )?(?P<part>end|close|beginning|start|turn) of (?:the|this|last|that) year\b"),
    re.compile(r"\b(?P<part>year-end|year’s end|year's end)\b"),
]
"""In this order: the longest reading of a place wins."""

_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4", "final": "4", "latter": "2"}
_PART_NAMES = {
    "early": ("early", "start"), "mid": ("mid", "mid"), "middle": ("mid", "mid"), "late": ("late", "end"),
    "beginning": ("start", "start"), "start": ("start", "start"), "turn": ("start", "start"), "end": ("end", "end"),
    "close": ("end", "end"), "year-end": ("end", "end"), "year's end": ("end", "end"), "year’s end": ("end", "end"),
    "early to mid": ("early to mid", "mid"), "mid to late": ("mid to late", "mid"),
}  # fmt: skip
"""The word for a part of a month, and of a year."""

_TIME = re.compile(
    r"\b(?P<h>[01]?[0-9]|2[0-4])(?:[:.](?P<min>[0-5][0-9]))? ?(?:(?P<half>[ap])\.?m\b\.?)|"
    r"\b(?P<h2>[01]?[0-9]|2[0-4]):(?P<min2>[0-5][0-9])\b|"
    r"\b(?P<past>half past )?(?P<w>one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|1?[0-9])(?:(?(past)| o[’']clock)|-(?P<q>fifteen|thirty|forty-five))\b",
    re.I,
)

_DAY_BEHIND = re.compile(rf"(?: ?[-–—] ?| to | and ){_DAY}(?![0-9%]| [A-Z])(?=[ ,.;)]|$)")
_DAY_BEFORE = re.compile(rf"(?<![0-9.,]){_DAY}(?: ?[-–—] ?| to | and )$")
_BEFORE_A_MONTH = re.compile(
    r"in|next|each|every|of|by|since|from|until|till|to|through|late|early|mid|last|this|and|between|during|on"
)
_MEASURED = re.compile(
    r" ?(?:square|cubic|sq|m\b|m²|km|kg|mu\b|hectares|yuan|households|people|met(?:er|re)s|tons|tonnes|homes)"
)
_COUNTS_WITH = re.compile(r"\b(?:than|about|over) $")
_COUNTED = re.compile(r" (?!in|and|to|as|when|but|while|on|the|or|by|is|was|of|for|with|at)[a-z]{3}")
_MONEY = re.compile(r"(?:RMB|CNY|[$¥€]) ?$")


@dataclass(frozen=True, slots=True)
class EnglishDate:
    """A date (canonical form) or a time of day (`minutes` after noon or midnight)."""

    start: int
    end: int
    canonical: str
    minutes: int | None = None


def find_dates(text: str) -> list[EnglishDate]:
    """Dates and times, left to right, not overlapping."""
    found: list[EnglishDate] = [_time(match) for match in _TIME.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken) or _is_a_word(match):
                continue
            found.append(EnglishDate(match.start(), match.end(), _canonical(match.groupdict())))
            taken.append(match.span())
    found += _other_days(text, found)
    return sorted(found, key=lambda one: one.start)


def _other_days(text: str, dates: list[EnglishDate]) -> list[EnglishDate]:
    """The other end of "September 18–20" and "18 to 20 September": a day without its month."""
    days = []
    for one in dates:
        if re.fullmatch(r"[0-9-]+-[0-9]{2}-[0-9]{2}", one.canonical):
            day = _DAY_BEHIND.match(text, one.end) or _DAY_BEFORE.search(text[: one.start])
            if day:
                days.append(EnglishDate(day.start("d"), day.end("d"), f"---{int(day['d']):02}"))
    return days


def _time(match: re.Match[str]) -> EnglishDate:
    word = (match["w"] or "zero").lower()
    hours = int(match["h"] or match["h2"] or SMALL.get(word, word))
    spoken = {"fifteen": 15, "thirty": 30, "forty-five": 45}.get((match["q"] or "").lower())
    minutes = 30 if match["past"] else spoken or int(match["min"] or match["min2"] or 0)
    return EnglishDate(match.start(), match.end(), "", (hours * 60 + minutes) % 720)


def _is_a_word(match: re.Match[str]) -> bool:
    """May and March alone are months only behind a preposition; 2000 square meters and RMB 2018 are no years."""
    groups = match.groupdict()
    before, after = match.string[: match.start()], match.string[match.end() :]
    if groups.get("y") and not groups.get("m"):
        counts = bool(_COUNTS_WITH.search(before) and _COUNTED.match(after)) or bool(_MEASURED.match(after))
        return match[0][:4].isdigit() and not groups.get("part") and (counts or bool(_MONEY.search(before)))
    if groups.get("m") not in ("May", "March") or any(groups.get(key) for key in ("d", "word", "y", "part")):
        return False
    return not _BEFORE_A_MONTH.fullmatch(before.rstrip().rsplit(" ", 1)[-1].lower()) or after.lstrip().startswith("Day")


def _canonical(groups: dict[str, str | None]) -> str:
    """The form of `chinese_dates`."""
    year, month, day = groups.get("y"), groups.get("m"), groups.get("d")
    text = year or ("-" if month else "--")
    if month:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        text += f"-{number:02}"
    if word := groups.get("word"):
        day = str(ORDINALS[word.lower()])
    if day:
        text += f"-{int(day):02}"
    return " ".join(filter(None, (text, _part(groups))))


def _part(groups: dict[str, str | None]) -> str | None:
    """Quarters and halves, and parts of a month or a year."""
    if groups.get("n"):
        return f"Q1-Q{_COUNTS.get(groups['n'] or '', 3)}"
    if groups.get("months"):
        return "first-half" if groups["months"] in ("six", "6") else "Q1-Q3"
    if season := groups.get("season"):
        return "autumn" if season == "fall" else season
    if quarter := groups.get("q"):
        return f"Q{_ORDER.get(quarter, quarter[0])}"
    if half := groups.get("h"):
        return "first-half" if _ORDER.get(half, half[0]) == "1" else "second-half"
    part = groups.get("part")
    return _PART_NAMES[part][0 if groups.get("m") else 1] if part else None
