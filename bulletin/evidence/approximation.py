"""How exact a number claims to be: the words in front of it and behind its measure word."""

from __future__ import annotations

import re

from bulletin.evidence.notation import LATER, MEASURE, NUMBER
from bulletin.evidence.number_words import AFTER, BEFORE, BEFORE_NOT, Approx

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
