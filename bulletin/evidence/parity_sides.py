"""Both sides of a pair as numbers with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bulletin.evidence.english import EnglishNumber, english_approximation, find_numbers
from bulletin.evidence.number_words import BEFORE, BEFORE_NOT, NOT_NUMBERS, WRITTEN, Approx
from bulletin.evidence.numerals import find_numerals, read
from bulletin.evidence.parity_units import COUNTED, Unit, chinese_unit, english_unit
from bulletin.evidence.statement import Shown, covered


@dataclass(frozen=True, slots=True)
class Number:
    """A number of either side.

    `before` and `after` reach to the next number or mark; `clause` is the whole clause. `needed` numbers must have a
    partner on the other side. `either` numbers may be counted or named there (5层: five stories, the fifth floor).
    `variants` are other ways to say the same (232: 2, 3, 2). `quoted` numbers stand in quotation marks.
    """

    start: int
    end: int
    text: str
    value: Fraction | None
    kind: str
    approx: Approx | None
    date: str | None
    unit: Unit | None
    before: str
    after: str
    clause: str
    needed: bool
    either: bool = False
    several: bool = False
    points: bool = False
    variants: tuple[tuple[Fraction, ...], ...] = ()
    quoted: bool = False
    key: tuple[str, int] | None = None  # the reference that prints it


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ANY_NUMBER = re.compile(f"[0-9半第数几过翻上下前年月季{WRITTEN}]")
_MARKS = re.compile(r"[，,;；。、()（）:：!！?？…\"“”「」《》\n]")
_CLAUSE_MARKS = re.compile(r"[，,;；。!！?？\n]")
_ENGLISH_MARKS = re.compile(
    r"[,;:()!?\n\"“”—–]|\.(?=\s|$)| - |\b(?:and|plus|while|with|which"
    r"|whom|where|who|that|including|among|covering|having|containing)\b"
)
_ENGLISH_CLAUSE_MARKS = re.compile(r"[;:!?\n]|,(?!\d)|\.(?=\s|$)|\b(?:and|while|but)\b")

_LEADS_ON = re.compile(
    r"^ ?(?:of|out of|from|in) (?:a|an|the|its|their)?[\w -]* (?:of|at)(?: \w+){0,2} ?(?:RMB|CNY|[$¥])? ?$", re.I
)
"""Words behind a number that belong to the next one: 3 "of a total of" 5."""
_CLOCK = re.compile(
    r"(?P<part>上午|下午|晚上|晚|早上|早|凌晨|中午|傍晚)?(?P<h>2[0-4]|1?[0-9]|[一二三四五六七八九]|十[一二]?)"
    r"(?:[时点](?P<half>半)|[时点](?P<min>[0-5]?[0-9])分?(?![0-9])"
    r"|[时点](?P<quarter>[一三]刻)|[时点](?P<sharp>整)|:(?P<min2>[0-5][0-9])|(?P<bare>[时点]))"
)
_HALF_UNIT = re.compile(r"半(?=个?(?:年|月|小时|世纪|天|日(?!制)))")
_AND_HALF = re.compile(r"^(?P<unit>年|天|个?多?月|个?小时|个)半|^个半(?=月|小时)")
_PLAN = re.compile(r"十(?P<n>[一二三四五六])五(?!分)")
_NAMED_DAY = re.compile(r"(?P<m>1[0-2]|[1-9])[.·](?P<d>3[01]|[12][0-9]|[1-9])(?![0-9])")
_HOLIDAYS = {
    "五一": "--05-01",
    "七一": "--07-01",
    "八一": "--08-01",
    "六一": "--06-01",
    "三八": "--03-08",
    "五四": "--05-04",
}
_QUOTED = re.compile(r"[\"“‘'「]([^\"”’'」]*)[\"”’'」]")
_RHETORICAL = re.compile(r"(?:[千百]?万|[亿千百]万?)(?=市民|群众|百姓|家庭|人民|学子|网友|农民|民众|师生|游客)")
_EITHER = re.compile(
    r"^(?:多?(?:层|楼|级|周年|号|岁|版|期|世纪|年级|环|站|届|天|年(?=来|级)|条战线|次(?=会议|全会|代表大会)))"
)
_LOOSE = {
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "百": 100, "千": 1000,
    "双": 2, "单": 1, "首": 1, "俩": 2, "零": 0,
}  # fmt: skip
_NAMED = re.compile(
    r"周|星期|礼拜|初|二七|三门峡|四川|五一|七一|八一|六一|三八|五四|十[一-六]五|.里.$|.道$|.?.环$|.*路$"
)
_IDIOM = re.compile(r"(?!四季$|四周$|三轮$|四轮$|三农$|三角$|三维$|三产$|第三方$).*[三四五六七八九十].*")
_IDIOMS = re.compile(
    rf"(?<![一二两三四五六七八九十百千万亿0-9第])(?:{'|'.join(sorted(NOT_NUMBERS, key=len, reverse=True))})"
)


def chinese_side(text: str, shown: Sequence[Shown] = ()) -> list[Number]:
    """The numbers of a Chinese text, with clock times, half units and plans; what references print is known."""
    whole = text.translate(_HALF_WIDTH)
    plain = covered(whole, shown, "某")
    if not _ANY_NUMBER.search(plain):
        found = [_of_figure(one, whole, chinese=True) for one in shown]
        return [_with_context(whole, one, found, chinese=True) for one in found]
    found = [*_decades(plain), *_clock(plain), *_halves(plain), *_plans(plain), *_ranks(plain)]
    taken = [(one.start, one.end) for one in found]
    for numeral in find_numerals(plain):
        if any(numeral.start < end and start < numeral.end for start, end in taken):
            continue
        value, end = numeral.value, numeral.end
        if value is not None and (half := _AND_HALF.match(plain[end:])):
            value += Fraction(1, 2)
            numeral = replace(numeral, soft=False)
            taken.append((end, end + half.end()))
        if value is not None and value > 0 and re.search(r"(?:^|[^0-9a-zA-Z])[-\u2212]$", plain[: numeral.start]):
            value = -value  # -5℃
        one = _bare(numeral.start, end, plain, value, str(numeral.kind), numeral.approx, numeral.date)
        needed = not numeral.soft and not _is_rhetorical(plain, numeral.digits) and not _sums_up(plain, one)
        needed = needed or (numeral.date or "").endswith("half")
        needed = needed and not (one.kind == "ordinal" and plain.startswith("产业", end))
        approx = one.approx or _approximation(plain, one)
        if (approx is None and one.text.endswith("以上")) or (approx == "over" and one.text.endswith("半以上")):
            approx = "at_least"
        quoted = any(m.start() < one.start and one.end < m.end() for m in _QUOTED.finditer(plain))
        found.append(replace(one, approx=approx, needed=needed, variants=_variants(plain, one), quoted=quoted))
    found = [one for one in found if not (one.kind == "half" and _inside(one, taken))]
    found += [_of_figure(one, whole, chinese=True) for one in shown]
    return [_with_context(whole, one, found, chinese=True) for one in sorted(found, key=lambda one: one.start)]


def _of_figure(shown: Shown, text: str, *, chinese: bool) -> Number:
    """A number that is known by its fact; without its own approximation it has the one that the text gives it."""
    fact, value = shown.stated.fact, shown.stated.value
    unit = fact.unit.zh if fact.unit else ""
    kind = "date" if fact.date else "fraction" if isinstance(fact.value, str) else "cardinal"
    if fact.derived and fact.derived.kind == "ratio":
        kind, value = "percent", Fraction(round((value or 0) * 100))
    elif unit in ("%", "％", "百分之"):
        kind = "percent"
    elif unit == "倍" or "番" in shown.stated.number or "倍" in shown.stated.number:
        kind = "multiple"
    approx: Approx | None = fact.approx if shown.form != "value" else None
    if approx is None and not fact.date:
        lead = text[: shown.start]
        approx = approximation_in_front(lead) if chinese else english_approximation(text, shown.start, shown.end)
    one = _bare(shown.start, shown.end, text, value, kind, approx, fact.date)
    full = shown.form == "full" or (unit == "元" and not chinese and shown.form == "number")
    return replace(one, key=shown.key, points="百分点" in unit, unit=chinese_unit(unit) if full else None)


def _approximation(text: str, one: Number) -> Approx | None:
    """至少安排30名: the bound stands before the verb."""
    clause = _CLAUSE_MARKS.split(text[: one.start])[-1]
    match = re.search(
        r"(?P<least>至少|最少|不得?少于|不得?低于)|(?P<most>最多|至多|不得?超过|不得?多于|不得?高于)", clause[-14:]
    )
    if not match or one.kind in ("date", "ordinal") or re.search(r"\d", clause[-14:][match.end() :]):
        return None
    return "at_least" if match["least"] else "at_most"


def _inside(one: Number, spans: list[tuple[int, int]]) -> bool:
    return any(start <= one.start < end and (start, end) != (one.start, one.end) for start, end in spans)


def _bare(
    start: int,
    end: int,
    text: str,
    value: Fraction | None,
    kind: str,
    approx: Approx | None = None,
    date: str | None = None,
) -> Number:
    """A number without its surroundings."""
    return Number(start, end, text[start:end], value, kind, approx, date, None, "", "", "", True)


def _clock(text: str) -> list[Number]:
    """9时30分, 下午3点半, 9:30, in minutes after noon or midnight. 24小时 and 三点要求 are none."""
    found = []
    for match in _CLOCK.finditer(text):
        if match["bare"] and (not match["part"] or text.startswith(("间", "钟头"), match.end())):
            continue
        if re.search(r"[0-9.:第十]$|比(?:例|率)?(?:约?为|达|是|约)?$", text[: match.start()]):
            continue
        hours, minutes = (
            int(read(match["h"]) or 0),
            int(
                match["min"]
                or match["min2"]
                or (30 if match["half"] else {"一": 15, "三": 45}.get((match["quarter"] or "-")[0], 0))
            ),
        )
        found.append(_bare(match.start(), match.end(), text, Fraction((hours * 60 + minutes) % 720), "time"))
    return found


def _decades(text: str) -> list[Number]:
    """20世纪80年代, 上世纪80年代; the value is the first year."""
    pattern = re.compile(
        r"(?:(?P<c>20|21|二十一?)世纪|(?P<last>上(?:个)?世纪))(?P<d>[0-9]0|[一二三四五六七八九]十)年代"
        r"|(?<![0-9])(?P<born>[0-9]0)后(?=[、,，。;；的和年党干青]|$)"
    )
    found = []
    for match in pattern.finditer(text):
        if match["born"]:  # 80后 are born in the 1980s, 00后 in the 2000s
            decade = int(match["born"])
            found.append(
                _bare(match.start(), match.end(), text, Fraction(decade + (1900 if decade > 30 else 2000)), "decade")
            )
            continue
        century = 19 if match["last"] else int(read(match["c"]) or 20) - 1
        found.append(
            _bare(match.start(), match.end(), text, Fraction(century * 100 + int(read(match["d"]) or 0)), "decade")
        )
    return found


def _halves(text: str) -> list[Number]:
    """半年, 半个月; not 上半年, and not the half of 一年半."""
    found = []
    for match in _HALF_UNIT.finditer(text):
        if re.search(r"(?:[上下大前后每多过近]|[0-9一二三四五六七八九十几两]个?[个年天月时])$", text[: match.start()]):
            continue
        approx = approximation_in_front(text[: match.start()])
        found.append(_bare(match.start(), match.end(), text, Fraction(1, 2), "half", approx))
    return found


def _plans(text: str) -> list[Number]:
    """Names with numbers: "十三五" (which English may leave to the context), 一二三四五, holidays."""
    found = []
    for match in _PLAN.finditer(text):
        one = _bare(match.start(), match.end(), text, Fraction(10) + (read(match["n"]) or 0), "ordinal")
        found.append(replace(one, needed=False))
    for match in re.finditer(r"(?<![0-9])[一二三四五六七八九]{3,}(?![十百千万亿产线级])", text):
        digits = tuple(Fraction(_LOOSE[c]) for c in match[0])
        if all(b - a == 1 for a, b in pairwise(digits)):
            one = _bare(match.start(), match.end(), text, None, "name")
            found.append(replace(one, variants=(digits, (Fraction("".join(str(d) for d in digits)),))))
    for word, date in _HOLIDAYS.items():
        for match in re.finditer(rf"(?<![十百千万第]){word}(?![个户名条项家次天年月路区])", text):
            found.append(replace(_bare(match.start(), match.end(), text, None, "date", date=date), needed=False))
    return found


_RANK = re.compile(
    r"(?P<class>[特一二三四])等(?=奖|功|品|舱|座|残)|(?P<off>[一二三四五六七八九1-9])(?P<five>[点.]?[五5])?折(?!腾|叠|扣率|算)"
    r"|(?P<fold>[百千万])倍|(?P<tens>[四五六七八九])旬(?!老人节)|(?<![0-9])(?P<one>1):(?=[0-9])"
    r"|(?<![0-9/.])(?P<above>[1-9])/(?P<below>[2-9]|10)(?![0-9/])"
)


def _ranks(text: str) -> list[Number]:
    """三等功, 八折 (to 80 percent), 1/3."""
    found = []
    for match in _RANK.finditer(text):
        if match["fold"] or match["tens"] or match["one"]:
            value = (read(match["fold"] or match["tens"] or "1") or Fraction(0)) * (10 if match["tens"] else 1)
            over: Approx | None = "over" if text[: match.start()].endswith(("过", "逾")) else None
            near: Approx | None = "nearly" if text[: match.start()].endswith("近") else over
            end = match.start() + len(match[0]) - bool(match["one"])
            one = _bare(match.start(), end, text, value, "multiple" if match["fold"] else "cardinal", near)
            found.append(replace(one, needed=not match["one"]))
            continue
        if match["above"]:
            kind, value = "fraction", Fraction(int(match["above"]), int(match["below"]))
        elif match["class"]:
            kind, value = "ordinal", Fraction("特一二三四".index(match["class"]))
        else:
            kind, value = "discount", (read(match["off"]) or 0) * Fraction(10) + 5 * bool(match["five"])
        found.append(_bare(match.start(), match.end(), text, value, kind))
    return found


def _sums_up(text: str, one: Number) -> bool:
    """市、区两级: the number only counts the names before it, and English may leave it out."""
    run = re.split(r"[,，。;；:：]", text[: one.start])[-1][-30:]
    names = len(re.findall(r"[、和与及]", run)) + 1
    return one.value == names > 1 and one.text[0] in _LOOSE and run[-1:] not in "、和与及"


def _is_rhetorical(text: str, digits: tuple[int, int]) -> bool:
    """千万市民, and a bare 万 or 千 in a slogan."""
    run = text[digits[0] : digits[1]]
    if _RHETORICAL.match(text, digits[0]):
        return True
    quoted = any(m.start() < digits[0] and digits[1] < m.end() for m in _QUOTED.finditer(text))
    return quoted and all(c in "百千万亿" for c in run)


def _variants(text: str, one: Number) -> tuple[tuple[Fraction, ...], ...]:
    """A code that English may spell out: “232” as 2, 3, 2; 一千一百 as one thousand and one hundred."""
    if one.value is None and (
        pair := re.fullmatch(r"([一二三四五六七八九])([一二三四五六七八九])([十百千万]?)", one.text)
    ):
        size = read(pair[3] or "一") or Fraction(1)
        return (tuple(Fraction(_LOOSE[digit]) * size for digit in pair.groups()[:2]),)
    if one.value is None:
        return ()
    quoted = any(m.start() <= one.start and one.end <= m.end() for m in _QUOTED.finditer(text))
    digits = re.sub(r"\D", "", one.text)
    ways = [tuple(Fraction(int(d)) for d in digits)] if quoted and len(digits) > 1 and digits == one.text else []
    parts = re.findall(r"[一二两三四五六七八九][十百千万]", one.text)
    if len(parts) > 1 and "".join(parts) == one.text:
        ways.append(tuple(read(part) or Fraction(0) for part in parts))
    return tuple(ways)


def named_day(one: Number) -> str | None:
    """3.15 as the fifteenth of March, where it measures nothing."""
    match = _NAMED_DAY.fullmatch(one.text)
    if one.unit or one.approx or re.match(r"[个倍万亿%条户名家处套栋辆次级折分]", one.after):
        return None
    return f"--{int(match['m']):02}-{int(match['d']):02}" if match else None


def loose_values(text: str, numbers: list[Number]) -> list[Fraction]:
    """What number characters outside numbers may be rendered as: 两学一做 gives 2 and 1, an idiom nothing."""
    masked = list(text.translate(_HALF_WIDTH))
    for one in numbers:
        masked[one.start : one.end] = "\0" * (one.end - one.start)
    for match in _IDIOMS.finditer(text):
        if set(match[0]) & set("百千万") or _NAMED.match(match[0]) or _IDIOM.fullmatch(match[0]):
            masked[match.start() : match.end()] = "\0" * len(match[0])
    return [Fraction(_LOOSE[c]) for c in masked if c in _LOOSE]


def approximation_in_front(lead: str) -> Approx | None:
    """The word of approximation on which a Chinese text ends."""
    found = next((word for word in BEFORE if lead.endswith(word)), "")
    return None if lead[-len(found) - 1 : -len(found)] in BEFORE_NOT.get(found, "0") else BEFORE[found]


def english_side(text: str, shown: Sequence[Shown] = ()) -> list[Number]:
    """The numbers of an English text; what references print is known."""
    found = [_of_figure(one, text, chinese=False) for one in shown]
    for number in find_numbers(covered(text, shown, "x")):
        one = _bare(number.start, number.end, text, number.value, str(number.kind), number.approx, number.date)
        found.append(
            replace(one, needed=not number.soft, either=number.label, several=number.several, points=number.points)
        )
    found.sort(key=lambda one: one.start)
    return [_with_context(text, one, found, chinese=False) for one in found]


def _with_context(text: str, one: Number, all_of_them: list[Number], *, chinese: bool) -> Number:
    """`before`, `after`, `clause` and the unit."""
    marks = _MARKS if chinese else _ENGLISH_MARKS
    left = max([other.end for other in all_of_them if other.end <= one.start], default=0)
    right = min([other.start for other in all_of_them if other.start >= one.end], default=len(text))
    before, after = text[left : one.start], text[one.end : right]
    wide = after
    if chinese and left:
        before = COUNTED.sub("", before)
    elif not chinese and right < len(text):
        after = _LEADS_ON.sub("", after)
    cut = [m.end() for m in marks.finditer(before)]
    stop = marks.search(after)
    before, after = before[cut[-1] if cut else 0 :], after[: stop.start()] if stop else after
    clause = _clause(text, one, _CLAUSE_MARKS if chinese else _ENGLISH_CLAUSE_MARKS)
    unit = chinese_unit(wide) if chinese else english_unit(text[: one.start], text[one.end : one.end + 40])
    unit = one.unit or unit
    either = bool(_EITHER.match(wide)) if chinese else one.either
    return replace(one, before=before, after=after, clause=clause, unit=unit, either=either)


def _clause(text: str, one: Number, marks: re.Pattern[str]) -> str:
    spans = [m.span() for m in marks.finditer(text) if not one.start <= m.start() < one.end]
    left = max([end for _, end in spans if end <= one.start], default=0)
    right = min([start for start, _ in spans if start >= one.end], default=len(text))
    return text[left:right]


__all__ = ["EnglishNumber", "Number", "chinese_side", "english_side", "loose_values", "named_day"]
