"""A number in a Chinese text, how it is written, and how exact it claims to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bulletin.evidence.number_words import AFTER, BEFORE, BEFORE_NOT, DIGITS, MEASURE_WORDS, WRITTEN, Approx

S = r"[ \u00a0]?"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
SIZE = rf"(?:(?:千(?![克瓦卡帕伏赫]|米)|[十百万亿]){S})+"
NUMBER = (
    rf"(?:{ARABIC}(?:{S}{SIZE}(?:零?{ARABIC}{SIZE})*(?:[零〇]?[0-9]{{1,4}}(?![0-9.,年]))?)?"
    rf"|[{WRITTEN}]+(?:点[{DIGITS}]+[万亿]*)?)"
)
MEASURE = rf"{S}(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})"
MORE = r"(?:多(?!元[化文融]|方[面位式]|功能|层次|渠道|源)|余|[几来](?!自|到|源|年来))"
LATER = "|".join(AFTER)
TO = rf"{S}(?:[-—–~～至到]|——|、){S}"
Naming = Literal["ordinal", "name", "ratio", "unreadable"]
Kind = Literal["cardinal", "percent", "fraction", "multiple", "date"] | Naming


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `text[end:]` begins with its unit, unless `unit` names the one that it holds (%, 两年半).

    `digits` is the span without approximation (5400 of 5400余, 7.392亿, 千万). `value` is the number before the sign
    for a percentage and None for a date; `date` is in the form of `chinese_dates`. `soft` says that the word need not
    count anything: 一 before a measure word (一个, 一批), 百年, 年底. `later` are the words behind its unit that say
    how exact it is: 以上 of 40批次以上, 内 of 5天内. `why` says why no fact can rest on it.
    """

    start: int
    end: int
    text: str
    digits: tuple[int, int]
    value: Fraction | None
    approx: Approx | None
    kind: Kind
    date: str | None = None
    soft: bool = False
    unit: str = ""
    later: str = ""
    why: str = ""


_AFTER = re.compile(rf"(?:{MEASURE}|[^\W\d]{{0,3}})?(?P<said>[及或]?(?P<w>{LATER}))")
_THEN_MORE = re.compile(r"(?:年|天|公里|小时|亩|米)(?P<said>多)(?![元方种样次渠层年功])")
_WITHIN = re.compile(
    r"(?:年|个月|天|日|周|个?星期|个?小时|个?工作日|分钟|秒|学期|公里|千米|里|米)(?:的?时间|的?范围)?(?P<said>[之以]?内)"
    r"(?![部容涵外设在涝河环科心侧蒙径壁饰胆销阁需]|核(?!酸))"
)
"""5天内, 三个工作日之内, 500米范围内."""
_SPAN = rf"(?={NUMBER}(?:年|个月|个季度|天|日|周)"
_RECENTLY = re.compile(
    rf"(?<=[。,;:!?、(\"'最在创为是较比以 ])近{_SPAN})|近{_SPAN}来?的?(?:同期|最|新[高低]|首|历史|平均))"
)
_THE_MOST = re.compile("最多一[天日次年月周场](?:的|时)?[^,;。0-9]{0,3}[达接有为近超卖来突]")
"""最多一天达到3.5万人次: the day with the most."""
_LONGEST = max(map(len, BEFORE))


def in_front(text: str, at: int, floor: int, *, tenths: bool = False) -> tuple[int, Approx | None]:
    """Where the numeral at `at` starts with the word of approximation in front of it, not before `floor`."""
    for start in range(max(at - _LONGEST, floor), at):
        word = text[start:at].strip()
        if word in BEFORE:
            return (at, None) if _belongs_elsewhere(text, start, word) else (start, BEFORE[word])
    before = text[max(0, at - 2) : at]
    above = before[-1:] == "上" and text[at : at + 1] in tuple("百千万亿")
    above = above and before[0] not in "以网路线晚马街加础会场身手地面海北"
    passed = before[-1:] == "过" and tenths and before[0] not in "通超经不"
    return (at - 1, "over") if at > floor and (above or passed) else (at, None)


def _belongs_elsewhere(text: str, start: int, word: str) -> bool:
    """附近, 签约; 近三年来 is "in the last three years", where 成立近20年 is nearly twenty."""
    if word in ("最多", "至多") and _THE_MOST.match(text, start):
        return True
    return bool(_RECENTLY.match(text, start)) or (start > 0 and text[start - 1] in BEFORE_NOT.get(word, ""))


def behind(text: str, end: int) -> tuple[Approx | None, str]:
    """500米左右, 两年多, 5天内: how exact the number is, and the words behind its measure that say so."""
    if match := _AFTER.match(text, end):
        return AFTER[match["w"]], match["said"]
    if match := _WITHIN.match(text, end):
        return "at_most", match["said"]
    match = _THEN_MORE.match(text, end)
    return ("over", match["said"]) if match else (None, "")
