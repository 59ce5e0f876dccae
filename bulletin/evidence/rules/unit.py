"""unit: the English noun of a number is what the article counts and what the label names.

Passes:  quote: 新建游园3个   label: {zh: 新建游园, en: new pocket parks}   unit: {zh: 个, en: {one: pocket park, …}}
Fails:   quote: 新建游园3个   label: {zh: 新建游园, en: new pocket parks}   unit: {zh: 个, en: {one: public toilet, …}}

The glossary's word right before or behind the number in the quote is held against the head of the noun. The label of
the fact, or of one that shares its quote, names the noun, unless the classifier says as much: 户 household, 处 place.
户 are businesses where the article says so. A number that has a unit in the article has one in the fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.counted import TODO, head, kinds, own, plurals, refusal
from bulletin.content.measures import MEASURES
from bulletin.content.model import Both, Fact, Term, Unit
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import OWN_WORDS, Case, Texts
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.texts import Names
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "unit"
_BETWEEN = re.compile(r"(?:总?共计?|合计|累计|总计|总数|已?达到?|约|有|为|近)*$")
_UNIT = re.compile(r"[%‰°℃㎡A-Za-z]|(?![的是为在与和于至到已将被比期版号])[\u4e00-\u9fff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WHOLE = re.compile(
    r"^(?:the )?(?:(?:total )?(?:number|count) of|(?:room|space|places|capacity) for"
    r"|(?:[\w-]+ ){0,3}(?:output|supply|production|volume|amount|quantity|total|stock|sales|delivery) of) (?:the )?",
    re.I,
)
_CUT = re.compile(r" (?:of|in|with|for|at|on|under|from|to|by|without|who|that|whose|which)\b")
_HOLD = {"firm": "企业|公司|主体|商户|商家|门店|店铺|纳税人", "household": "居民|住户|农户|村民|群众|家庭|困难|贫困"}
"""Whose 户 they are."""


def check(case: Case) -> Iterator[Problem]:
    yield from _measured(case)
    for id, fact in case.content.facts.items():
        if fact.unit is None:
            yield from _lacking(case, id, fact)
        elif fact.unit.zh not in MEASURES and TODO not in fact.unit.noun + fact.called.en:
            found = _counted(case, fact, fact.unit) or _named(case, fact, fact.unit)
            if found:
                yield case.problem(NAME, found, ("facts", id, "unit"), help=say("unit.mend"))


_MEASURED = [
    (re.compile(words), frozenset(units.split()))
    for words, units in (
        (
            "(?<!指数)(?<!系数)数量$",
            "个 名 人 家 条 处 座 户 次 人次 辆 台 套 栋 只 株 棵 件 份 项 张 块 根 部 所 间 本 册 只 列 期 场 支",
        ),
        ("面积$", "平方米 平方公里 平方千米 ㎡ 亩 公顷 万平方米 %"),
        ("套数$|房源$", "套 %"),
        ("户数$|安置户$|住户$|农户$|隔离户$|家庭$", "户 家 个 %"),
        ("人员$", "名 人 位 人次 个 % 小时"),  # 2名维修人员24小时值守
        ("人数$|党员$|志愿者$|职工$|学生$", "名 人 位 人次 个 %"),
        ("楼栋$|栋数$|安置楼$", "栋 幢 座 %"),
        ("长度$|里程$", "米 公里 千米 %"),
    )
]
"""What the last word of a label measures or counts, and in which units."""


def _measured(case: Texts) -> Iterator[Problem]:
    """安置户 is not counted in 栋, 数量 not in square meters."""
    for path, text in case.finished:
        for words, ref in _before_figures(path, text):
            found = next(((units, m[0]) for said, units in _MEASURED if (m := said.search(words))), None)
            ids = ([ref] if ref else case.figures_in(path, text)) if found else ()
            units = {fact.unit.zh for id in ids if (fact := case.known.get(id)) and fact.unit}
            if found and units and not units & found[0]:
                yield case.problem(
                    NAME, say("unit.measured", words=found[1], units="、".join(sorted(units))), (*path, "zh")
                )


def _before_figures(path: Path, text: Both) -> Iterator[tuple[str, str]]:
    """The last words before each reference, with it; those of a label, with none."""
    if path[-1] == "label" and "<" not in text.zh:
        yield re.split("[：:，（]", text.zh)[-1], ""
    last = 0
    for ref in references(text.zh) if path[0] not in OWN_WORDS else ():
        yield re.split("[，。；：、（）]", text.zh[last : ref.start])[-1], ref.id
        last = ref.start + len(ref.source)


def _lacking(case: Case, id: str, fact: Fact) -> Iterator[Problem]:
    """Only what holds its unit in itself (翻番, 三分之一) has none."""
    numeral = case.numeral(fact) if fact.date is None else None
    follows = _UNIT.match(case.article.bare.text, numeral.end) if numeral else None
    if numeral and (numeral.kind == "percent" or (numeral.kind == "cardinal" and follows)):
        says = f"{numeral.text}{follows[0] if follows else ''}"
        yield case.problem(NAME, say("unit.lacks", says=says), ("facts", id))


def _counted(case: Case, fact: Fact, unit: Unit) -> str:
    """What is wrong with the noun beside what the article counts."""
    numeral = case.numeral(fact)
    if numeral is None:
        return ""
    if unit.zh == "户":
        return _held(case, numeral, unit)
    term = None if own(unit.zh, unit.noun) else _beside(case, fact, unit, numeral)
    forms = {form for en in (term.en, *term.also) for form in plurals(head(en))} if term else set()
    if term is None or forms & unit.heads:
        return ""
    return say("unit.counts", zh=term.zh, en=term.en, noun=unit.noun)


def _held(case: Case, numeral: Numeral, unit: Unit) -> str:
    said, kind = holders(case.article.bare.text, numeral), "household" if "household" in kinds(unit.noun) else "firm"
    if not said or kind in said:
        return ""
    held = "unit.both" if len(said) > 1 else "unit.firms" if said == ["firm"] else "unit.households"
    return say(held, unit="户", noun=unit.noun)


def holders(text: str, numeral: Numeral) -> list[str]:
    """Whose 户 they are, by the words beside the number: firms, households, both, or nobody says."""
    around = re.split(r"[^\w]", text[max(0, numeral.start - 8) : numeral.start])[-1] + text[numeral.end + 1 :][:2]
    return [name for name, words in _HOLD.items() if re.search(words, around)]


def _beside(case: Case, fact: Fact, unit: Unit, numeral: Numeral) -> Term | None:
    """The glossary's term for what is counted, where the classifier can count that."""
    if len(unit.zh) > 1:  # 两个层次, 120余干群: the unit says itself what is counted
        return None
    end = numeral.end + (case.unit_length(numeral, fact) or 0)
    term = case.names.terms.get(beside(case.article.bare.text, case.names, numeral.start, end, fact.called.zh))
    return None if term is None or refusal(unit.zh, term.en) else term


def beside(text: str, names: Names, start: int, end: int, label: str = "") -> str:
    """The glossary's word right beside a number and its classifier: 53个楼院, 游园3个; "" where there is none.

    A longer word that goes on counts only where the label has it without: 7个安置区工地 are no 安置区.
    """
    if not _HAN.match(text[end : end + 1]):
        before = _BETWEEN.sub("", text[max(0, start - 16) : start])
        return next((m[0] for m in names.zh.finditer(before) if m.end() == len(before)), "")
    form = ""
    while match := names.zh.match(text, end):
        form, end = match[0], match.end()
    goes_on = _HAN.match(text[end : end + 1])
    return "" if goes_on and label and (form not in label or form + goes_on[0] in label) else form


def _named(case: Case, fact: Fact, unit: Unit) -> str:
    """What is wrong with the noun beside the English label."""
    alike = [other for other in case.content.facts.values() if other.quote and other.quote == fact.quote]
    beside = [other for other in (fact, *alike) if other.unit == unit]
    labels = [other.called.en for other in beside]
    if any(other.label is None for other in beside):  # the noun itself is all that one of them is called
        return ""
    if own(unit.zh, unit.noun) or any(unit.heads & _words(label) for label in labels):
        return ""
    return say("unit.label", label=fact.called.en, noun=unit.noun)


def _words(label: str) -> set[str]:
    """The words of which one is what is named: communities with a joint committee are no committees."""
    return set(re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", _CUT.split(_WHOLE.sub("", label))[0].lower()))
