"""Days that name something: “7·20”特大暴雨, “5·12”汶川地震, “一二·九”运动, “五一”.

They count nothing; the fact of a date may rest on them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from bulletin.evidence.number_words import WRITTEN
from bulletin.evidence.reading import read

_DOT = "[·•・‧∙⋅]"
_OPEN, _CLOSE = '["“‘「『]', '["”’」』]'
_EVENT = (
    "(?:特大|重大|强|大|严重)?(?:自然)?(?:晚会|地震|抗震|暴[雨雪恐]|强?降雨|洪[水涝灾]|水灾|[雨雪台涝汛]|灾[害后情]?|泥石流|滑坡|火灾|爆炸|事[件故变]|惨案|大案"
    "|专案|专项|行动|工程|讲话|运动|起义|宣言|批示|指示|精神|抗疫|疫情|消费|宣传|世界|国际|国家|全国|中国)"
)
_MONTH = "十[一二]?|一[〇○零一二]|[一二三四五六七八九]"
_DAY = "[一二三]?[〇○零一二三四五六七八九]|[二三]?十[一二三四五六七八九]?"
_FORMS = (
    re.compile(rf"(?<![0-9.])(?P<m>[0-9]{{1,2}}){_DOT}(?P<d>[0-9]{{1,2}})(?![0-9%万亿])"),
    re.compile(rf"(?<={_OPEN})(?P<m>[0-9]{{1,2}})[.-](?P<d>[0-9]{{1,2}})(?={_CLOSE}{_EVENT})"),
    re.compile(r"(?<![0-9.])(?P<m>[0-9]{1,2})\.(?P<d>[0-9]{1,2})(?=晚会|地震|特大|暴雨|洪水|洪灾|事[件故]|大案)"),
    re.compile(rf"(?<![{WRITTEN}第])(?P<m>{_MONTH}){_DOT}(?P<d>{_DAY})(?![{WRITTEN}])"),
)
FEASTS = {
    "元旦": "--01-01", "三八": "--03-08", "五一": "--05-01", "五四": "--05-04", "六一": "--06-01", "七一": "--07-01",
    "八一": "--08-01", "九一八": "--09-18", "十一": "--10-01", "一二九": "--12-09",
}  # fmt: skip
_FEAST = re.compile(
    rf"(?<={_OPEN})(?P<q>{'|'.join(FEASTS)})(?={_CLOSE})"
    r"|(?<![0-9十百千万第零〇一二三四五六七八九])(?P<f>元旦|三八|五一|五四|六一|七一|八一|十一)"
    r"(?=前夕|期间|小?长?假(?!期?限)|国际劳动|劳动节|国际妇女|妇女节|青年节|国际儿童|儿童节|建党|建军|国庆)"
)
_POSSIBLE = re.compile(rf"{_DOT}|[0-9][.-][0-9]|{'|'.join(FEASTS)}")


_OF_EVENT = re.compile(f"{_CLOSE}?{_EVENT}")


class Day(NamedTuple):
    """Where it stands, and which day of the year it is; None where the calendar has none: “13·40”."""

    start: int
    end: int
    date: str | None


def named_days(text: str) -> Iterator[Day]:
    """Those of a text in half width, each once, those of the first form first."""
    if not _POSSIBLE.search(text):
        return
    taken: list[Day] = []
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            if not any(match.start() < one.end and one.start < match.end() for one in taken):
                month, day = _number(match["m"]), _number(match["d"])
                around = (month, day) == (7, 24) and not _OF_EVENT.match(text, match.end())  # 7·24小时
                taken.append(Day(*match.span(), None if around else _date(month, day)))
    for match in _FEAST.finditer(text):
        taken.append(Day(*match.span(), FEASTS[match[0]]))
    yield from taken


def _number(written: str) -> int:
    """二〇 is 20, 一二 is 12: digit by digit, where no 十 stands among them."""
    if written.isdecimal() and written.isascii():
        return int(written)
    digits = [int(read(digit) or 0) for digit in written.replace("○", "〇")]
    return int(read(written) or 0) if "十" in written else int("".join(map(str, digits)))


def _date(month: int, day: int) -> str | None:
    known = 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]
    return f"--{month:02}-{day:02}" if known else None
