"""Both sides of a statement as numbers with what stands around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bulletin.evidence.english import english_approximation, find_numbers
from bulletin.evidence.english_words import ROMAN
from bulletin.evidence.named_days import FEASTS
from bulletin.evidence.notation import in_front
from bulletin.evidence.number_words import NOT_NUMBERS, WRITTEN, Approx
from bulletin.evidence.numerals import Numeral, find_numerals, read
from bulletin.evidence.parity_units import ScaledUnit, chinese_unit, english_unit
from bulletin.evidence.statement import Shown, covered
from bulletin.wording.fitted import LATER, said_before


@dataclass(frozen=True, slots=True)
class SideNumber:
    """A number of either side.

    `before` and `after` reach to the next number or mark; `clause` is the whole clause. `needed` numbers must have a
    partner on the other side. `either` numbers may be counted or named there (5层: five stories, the fifth floor).
    `variants` are other ways to say the same (232: 2, 3, 2). `quoted` numbers stand in quotation marks. `key`: the
    reference that prints it.
    """

    start: int
    end: int
    text: str
    value: Fraction | None
    kind: str
    approx: Approx | None = None
    date: str | None = None
    unit: ScaledUnit | None = None
    before: str = ""
    after: str = ""
    clause: str = ""
    needed: bool = True
    either: bool = False
    several: bool = False
    points: bool = False
    variants: tuple[tuple[Fraction, ...], ...] = ()
    quoted: bool = False
    key: tuple[str, int] | None = None


HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ANY_NUMBER = re.compile(f"[0-9Ⅰ-ⅥIV半第数几过翻上下前年月季{WRITTEN}]")
_MARKS = re.compile(r"[，,;；。、()（）:：!！?？…\"“”「」《》\n]")
_CLAUSE_MARKS = re.compile(r"[，,;；。!！?？\n]")
_ENGLISH_MARKS = re.compile(
    r"[,;:()!?\n\"“”—–]|\.(?=\s|$)| - |\b(?:and|plus|while|with|which|whom|where|who|that|including|among|covering"
    r"|having|containing)\b"
)
_ENGLISH_CLAUSE_MARKS = re.compile(r"[;:!?\n]|,(?!\d)|\.(?=\s|$)|\b(?:and|while|but)\b")
_BOUND = re.compile(r"(?P<least>至少|最少|不得?少于|不得?低于)|(?P<most>最多|至多|不得?超过|不得?多于|不得?高于)")
_QUOTED = re.compile(r"[\"“‘'「]([^\"”’'」]*)[\"”’'」]")
_RHETORICAL = re.compile(r"(?:[千百]?万|[亿千百]万?)(?=市民|群众|百姓|家庭|人民|学子|网友|农民|民众|师生|游客)")
_EITHER = re.compile(
    r"(?:多?(?:层|楼|级|周年|号|岁|版|期|世纪|年级|环|站|届|天|年(?=来|级)|条战线|次(?=会议|全会|代表大会))"
    r"|单元|班(?![次车子组])|[栋幢座](?=[0-9一二三四五六七八九十]))"
)
_ADDRESS = re.compile("[村苑园府庭坊][0-9一二三四五六七八九十]+[栋幢座]")
_SPECIAL = re.compile(
    r"(?P<day>上午|下午|晚上|晚(?!一点)|早上|早(?!一点)|凌晨|中午|傍晚)?(?P<h>2[0-4]|1?[0-9]|[一二三四五六七八九]|十[一二]?)"
    r"(?:[时点](?P<half>半|[一三]刻)|[时点](?P<min>[0-5]?[0-9])分?(?![0-9])|[时点]整|:(?P<min2>[0-5][0-9])|(?P<bare>[时点]))"
    r"|(?:(?P<c>20|21|二十一?)世纪|(?P<last>上个?世纪))(?P<d>[0-9]0|[一二三四五六七八九]十)年代"
    r"|(?<![0-9])(?P<born>[0-9]0)后(?=[、,，。;；的和年党干青]|$)"
    r"|十(?P<plan>[一二三四五六])五(?!分)|(?P<class>[特一二三四])等(?=奖|功|品|舱|座|残)"
    r"|(?P<off>[一二三四五六七八九1-9])(?P<five>[点.]?[五5])?折(?!腾|叠|扣率|算)"
    r"|(?P<fold>[百千万])倍|(?P<tens>[四五六七八九])旬(?!老人节)|(?<![0-9])(?P<one>1)[:∶](?=[0-9])"
    r"|第?(?P<roman>[Ⅰ-Ⅵ]|(?<![A-Za-z])(?:I{1,3}|IV|VI?)(?=[类级期型区]|[至到、-]|$))(?![A-Za-z])"
    r"|(?<![十百千万第])(?P<feast>五一|七一|八一|六一|三八|五四)(?![个户名条项家次天年月路区])"
    r"|(?<![一二三四五六七八九十百千第0-9])(?P<floor>十?[一二三四五六七八九]|[二三]?十)楼(?![盘房宇道院群长栋堂组顶])"
    r"|(?<![0-9])(?P<run>[一二三四五六七八九]{3,})(?![十百千万亿产线级])"
)
_NAMED_DAY = re.compile(r"(?P<m>1[0-2]|[1-9])[.·](?P<d>3[01]|[12][0-9]|[1-9])(?![0-9])")
_LOOSE = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "双": 2,
    "单": 1,
    "首": 1,
    "俩": 2,
    "百": 100,
    "千": 1000,
}
_IDIOMS = (
    rf"(?<![一二两三四五六七八九十百千万亿0-9第])(?:{'|'.join(sorted(NOT_NUMBERS, key=len, reverse=True))})"
    r"|千方百计|十分(?!之|钟)|四川|三门峡|.里(?=铺|河)|[东南西北][一二三四五六]环"
)
_IDIOM = re.compile(r"(?!四季$|四周$|三轮$|四轮$|三角$|第三方$).*[三四五六七八九十百千万].*|周.|星期.|初.")


def chinese_side(text: str, shown: Sequence[Shown] = ()) -> list[SideNumber]:
    """The numbers of a Chinese text, with clock times, decades, plans; what references print is known."""
    whole = text.translate(HALF_WIDTH)
    plain = covered(whole, shown, "某")
    found = [_of_figure(one, whole, chinese=True) for one in shown]
    if _ANY_NUMBER.search(plain):
        special = list(_specials(plain))
        found += special
        for numeral in find_numerals(plain):
            if not any(numeral.start < one.end and one.start < numeral.end for one in special):
                found.append(_typed(plain, numeral))
    return [_with_context(whole, one, found, chinese=True) for one in sorted(found, key=lambda one: one.start)]


def _typed(text: str, numeral: Numeral) -> SideNumber:
    """A number that the text itself writes."""
    one = SideNumber(
        numeral.start, numeral.end, numeral.text, numeral.value, numeral.kind, numeral.approx, numeral.date
    )
    run = text[slice(*numeral.digits)]
    quoted = any(m.start(1) <= one.start and one.end <= m.end(1) for m in _QUOTED.finditer(text))
    idle = _RHETORICAL.match(text, numeral.digits[0]) or (quoted and all(c in "百千万亿" for c in run))
    needed = not numeral.soft and not idle and not text.startswith("产业", one.end)
    approx = one.approx or ("at_least" if one.text.endswith("以上") else _bound(text, one))
    kind = "half" if run.startswith("半") and one.value else one.kind
    unit = chinese_unit(numeral.unit) if numeral.unit else None
    needed = needed or (one.date or "").endswith("half")
    one = replace(one, kind=kind, approx=approx, needed=needed, quoted=quoted, unit=unit)
    return replace(one, variants=_variants(one))


def _bound(text: str, one: SideNumber) -> Approx | None:
    """至少安排30名: the bound stands before the verb."""
    clause = _CLAUSE_MARKS.split(text[: one.start])[-1][-14:]
    match = _BOUND.search(clause)
    if not match or one.kind in ("date", "ordinal") or re.search(r"\d", clause[match.end() :]):
        return None
    return "at_least" if match["least"] else "at_most"


def _of_figure(shown: Shown, text: str, *, chinese: bool) -> SideNumber:
    """A number that is known by its fact; without its own approximation it has the one that the text gives it."""
    fact, value = shown.stated.fact, shown.stated.value
    unit = fact.counted
    kind = "date" if fact.date else "fraction" if isinstance(fact.value, str) else "cardinal"
    if fact.derived and fact.derived.kind == "ratio":
        kind, value = "percent", value and Fraction(round(value * 100))
    elif unit in ("%", "％", "百分之"):
        kind = "percent"
    elif unit == "倍" or shown.stated.word:
        kind = "multiple"
    approx: Approx | None = fact.approx if shown.form != "value" else None
    if chinese and shown.form == "number" and shown.stated.later and not _says(shown, text):
        approx = None
    if approx is None and not fact.date:
        span = shown.start, shown.end
        approx = in_front(text, span[0], 0)[1] if chinese else english_approximation(text, *span)
    full = shown.form == "full" or (unit == "元" and not chinese and shown.form == "number")
    one = SideNumber(
        shown.start, shown.end, text[shown.start : shown.end], value, kind, approx, fact.date, key=shown.key
    )
    return replace(one, points="百分点" in unit, unit=chinese_unit(unit) if full else None)


def _says(shown: Shown, text: str) -> bool:
    """Does the Chinese around a bare number say how exact it is? A figure in full does by itself: 40批次以上."""
    behind = _CLAUSE_MARKS.split(text[shown.end : shown.end + 10])[0]
    return said_before(shown.stated, text[: shown.start]) or bool(LATER.search(behind))


def _specials(text: str) -> Iterator[SideNumber]:
    """下午3点半 (minutes after noon or midnight), 80年代, 十三五, 三等功, 八折 (80 percent), 七旬, 百倍, 五一, 六楼."""
    for match in _SPECIAL.finditer(text):
        lead = text[: match.start()]
        one = SideNumber(match.start(), match.end(), match[0], None, "cardinal")
        if match["h"]:
            if match["bare"] and (not match["day"] or text.startswith(("间", "钟头"), match.end())):
                continue
            if re.search(r"[0-9.:第十]$|比(?:例|率)?(?:约?为|达|是|约)?$", lead):
                continue
            half = {"半": 30, "一刻": 15, "三刻": 45}.get(match["half"] or "", 0)
            minutes = int(read(match["h"]) or 0) * 60 + int(match["min"] or match["min2"] or half)
            yield replace(one, kind="time", value=Fraction(minutes % 720))
        elif match["born"] or match["d"]:  # 80后 are born in the 1980s, 00后 in the 2000s
            decade = int(match["born"] or read(match["d"]) or 0)
            century = (
                19 if match["last"] or (match["born"] and decade > 30) else int(read(match["c"] or "21") or 21) - 1
            )
            yield replace(one, kind="decade", value=Fraction(century * 100 + decade))
        elif match["plan"]:
            yield replace(one, kind="ordinal", value=Fraction(10) + (read(match["plan"]) or 0), needed=False)
        elif match["class"]:
            yield replace(one, kind="ordinal", value=Fraction("特一二三四".index(match["class"])))
        elif match["roman"]:
            number = unicodedata.normalize("NFKC", match["roman"])
            yield replace(one, kind="ordinal", value=Fraction(ROMAN[number]), needed=number != "I")
        elif match["off"]:
            yield replace(
                one, kind="discount", value=(read(match["off"]) or 0) * Fraction(10) + 5 * bool(match["five"])
            )
        elif match["feast"]:
            yield replace(one, kind="date", date=FEASTS[match["feast"]], needed=False)
        elif match["floor"]:
            yield _floor(one, match)
        elif match["run"]:
            digits = tuple(Fraction(_LOOSE[c]) for c in match["run"])
            if all(b - a == 1 for a, b in pairwise(digits)):
                joined = (Fraction("".join(str(d) for d in digits)),)
                yield replace(one, kind="name", variants=(digits, joined))
        else:
            value = (read(match["fold"] or match["tens"] or "1") or Fraction(0)) * (10 if match["tens"] else 1)
            approx = in_front(text, match.start(), 0, tenths=True)[1]
            end = match.end() - bool(match["one"])
            kind = "multiple" if match["fold"] else "ratio" if match["one"] else "cardinal"
            yield replace(one, end=end, kind=kind, value=value, approx=approx, needed=not match["one"])


def _floor(one: SideNumber, match: re.Match[str]) -> SideNumber:
    """六楼 is the sixth floor, or six floors up; 一楼 may be the ground floor."""
    value = read(match["floor"])
    return replace(one, end=match.end("floor"), kind="ordinal", value=value, needed=value != 1, either=True)


def _variants(one: SideNumber) -> tuple[tuple[Fraction, ...], ...]:
    """A code that English may spell out: “232” as 2, 3, 2; 一千一百 as one thousand and one hundred; 7·24, 1+6+N."""
    if one.value is None:
        pair = re.fullmatch(r"([一二三四五六七八九])([一二三四五六七八九])([十百千万]?)", one.text)
        if pair:
            return (tuple(_LOOSE[digit] * (read(pair[3] or "一") or Fraction(1)) for digit in pair.groups()[:2]),)
        return (tuple(map(Fraction, re.findall(r"\d+", one.text))),) if one.kind == "name" else ()
    digits = re.sub(r"\D", "", one.text)
    coded = one.quoted and len(digits) > 1 and digits == one.text
    ways = [tuple(Fraction(int(digit)) for digit in digits)] if coded else []
    parts = re.findall(r"[一二两三四五六七八九][十百千万]", one.text)
    if len(parts) > 1 and "".join(parts) == one.text:
        ways.append(tuple(read(part) or Fraction(0) for part in parts))
    return tuple(ways)


def named_day(one: SideNumber) -> str | None:
    """3.15 as the fifteenth of March, where it measures nothing; “七·二〇” as it is read."""
    if one.kind == "name" and one.date:
        return one.date
    match = _NAMED_DAY.fullmatch(one.text)
    if one.unit or one.approx or re.match(r"[个倍万亿%条户名家处套栋辆次级折分]", one.after):
        return None
    return f"--{int(match['m']):02}-{int(match['d']):02}" if match else None


def loose_values(text: str, numbers: list[SideNumber]) -> list[Fraction]:
    """What number characters outside numbers may be rendered as: 两学一做 gives 2 and 1, an idiom nothing."""
    masked = list(text.translate(HALF_WIDTH))
    spans = [(one.start, one.end) for one in numbers]
    spans += [m.span() for m in re.finditer(_IDIOMS, text) if _IDIOM.fullmatch(m[0])]
    for start, end in spans:
        masked[start:end] = "\0" * (end - start)
    return [Fraction(_LOOSE[c]) for c in masked if c in _LOOSE]


def english_side(text: str, shown: Sequence[Shown] = ()) -> list[SideNumber]:
    """The numbers of an English text; what references print is known."""
    found = [_of_figure(one, text, chinese=False) for one in shown]
    for n in find_numbers(covered(text, shown, "x")):
        one = SideNumber(n.start, n.end, text[n.start : n.end], n.value, n.kind, n.approx, n.date)
        found.append(replace(one, needed=not n.soft, either=n.label, several=n.several, points=n.points))
    return [_with_context(text, one, found, chinese=False) for one in sorted(found, key=lambda one: one.start)]


def _with_context(text: str, one: SideNumber, all_of_them: list[SideNumber], *, chinese: bool) -> SideNumber:
    """`before`, `after`, `clause` and the unit."""
    left = max([other.end for other in all_of_them if other.end <= one.start], default=0)
    right = min([other.start for other in all_of_them if other.start >= one.end], default=len(text))
    before, after = text[left : one.start], text[one.end : right]
    wide, marks = after, _MARKS if chinese else _ENGLISH_MARKS
    cut = max((m.end() for m in marks.finditer(before)), default=0)
    stop = marks.search(after)
    spans = [m.span() for m in (_CLAUSE_MARKS if chinese else _ENGLISH_CLAUSE_MARKS).finditer(text)]
    start = max([end for _, end in spans if end <= one.start], default=0)
    end = min([at for at, _ in spans if at >= one.end], default=len(text))
    unit = chinese_unit(wide) if chinese else english_unit(text[: one.start], text[one.end : one.end + 40])
    if chinese and one.key and not text[one.end - 1 : one.end].isdigit():
        unit = None  # it is printed with its own: <matters>里 is 47件, in them
    named = chinese and (text[: one.start].endswith("前") or _ADDRESS.match(text, max(0, one.start - 1)))
    either = one.either or bool(named) or (chinese and bool(_EITHER.match(text, one.end)))
    after = after[: stop.start()] if stop else after
    return replace(one, before=before[cut:], after=after, clause=text[start:end], unit=one.unit or unit, either=either)
