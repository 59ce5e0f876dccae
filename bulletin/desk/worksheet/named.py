"""Honours and named projects, as the coverage rule looks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bulletin.content.model import Honour, Level, Status
from bulletin.desk.worksheet.how_far import status_of
from bulletin.desk.worksheet.quotes import Clauses, Quote
from bulletin.desk.worksheet.wording import Wording, wording
from bulletin.evidence import named
from bulletin.evidence.case import Case, Span
from bulletin.evidence.how_far import words_of
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import period
from bulletin.evidence.rules.doubt import AND_OTHERS
from bulletin.evidence.rules.level import told_by

_BUILDING = (
    r"(?:桥|隧道|高架|[管水电]厂|工厂|处理厂|校区|[中小]学|学校|幼儿园|卫生院|医院|作业区|码头|[史物书术美化]馆|剧院|影院|泵站|车站|园区|产业园"
    r"|基地|营地|综合体|绿道|安置区|公园|广场|养老院|敬老院|水库|公寓"
    r"|托育园|停车楼|住院楼|综合楼|食堂|餐厅|厨房|[助就用]餐点|驿站|[务生]站|卫生室|服务点|[务动化料游育身复疗养展训研配流控]中心|[贸菜]市场|书屋|停车场|球场|游园|养老驿站)"
)
_WORKS = r"(?:新建|改扩建|扩建|改建|迁建|重建|改造|修缮|新校区|新院区|[一二三四]期)"
_SUBJECT = re.compile(
    rf"(?:(?:^|(?<=[。;!?:\n]))(?:另有|另外,?|此外,?|还有|其中,?|配套的?|位于[^,。;的]{{2,12}}的)?|(?P<made>改[成为]|改建[成为]|建起了?))(?P<name>(?:(?![把将被对从是的了有改])[\u4e00-\u9fff]){{1,14}}?{_BUILDING}{_WORKS}*)(?=[\u4e00-\u9fff0-9,])"
)
"""What a sentence begins with: 云渡大桥全长1860米,桩基施工完成, …; what something becomes: 改成水磨博物馆."""
_STEPS = "桩基|基坑|主体|路基|路面|桥墩|土建|钢结构|外墙"
_ROAD = "(?:(?<![道公马铁])路|(?<!街)道|快速路|大桥|河堤|步道)(?:延伸段|[东西南北中]段)?"
_PHASED = re.compile(
    r"(?:^|(?<=[。;!?:\n,]))(?:其中,?|另外,?|目前,?|此外,?|还有|配套的?)?(?P<name>(?:[一二三四五六]期)?"
    r"(?:(?![把将被使对从是的了有在为])[\u4e00-\u9fff]){1,12}?"
    rf"(?:[易工储展植殖活产住]区|流中心|(?<![大高])楼|[冷仓车粮]库|大棚|展厅|[车球料]场|{_ROAD}))"
    rf"(?=(?:还|仍|尚)?(?:已|正在|在(?:建|选址|施工)|将|计划|预计|{_STEPS}|全面|基本|完成|建成|开工|投[入用产]|选址))"
)
"""二期冷链物流中心主体结构全面封顶; 智慧停车楼已完成立项: a phase or a building, and right behind it how far it is."""
_OWN = re.compile(
    r"(?:^|(?<=[。;!?:\n,]))(?:目前,?|其中,?)?(?P<name>[一二三四五六]期|安置房)(?=[^,;。]{2,14}(?:已|正在|将|计划|,(?:桩基|主体|基坑)))"
)
"""一期4栋厂房已经投产, 安置房建筑面积18.6万平方米,桩基施工已经完成: a part of works that are named before."""
_DONE_TO = re.compile(
    r"(?:完成|推进|启动|实施)(?P<name>(?:(?![的、和与对])[\u4e00-\u9fff]){1,8}?(?<![道公马断外])[段路街桥园馆校院厂站河库堤](?:修缮|改扩建|扩建|迁建|重建|改造))"
    r"(?=[,;。])"
)
"""计划2026年底前完成西段修缮."""
_GENERAL = re.compile("^(?:背街|小街|老旧|危旧|农村|城市|全[市区县镇]|道路)")
_IN_PART = re.compile(
    "已经?(?:完成|建成|修[建好完缮]|改造|贯通|通车)[0-9][^。]*?(?:剩余|其余|余下)|(?:计划|拟)[^,;。]*[0-9][^,;。]*,已经?(?:完成|建成|修[好完缮]|改造)[0-9]"
)
"""全长23公里,已建成15公里,剩余路段计划2025年贯通; 计划修缮老宅43处,已完成28处: a part is done, the rest is not."""
_PREPARED = re.compile("选址|立项|可研|环评|征拆|招标|设计")
"""What is done before works begin: 完成选址,计划明年一季度动工."""
_STEP = re.compile(
    "开工|动工|奠基|桩基|主体|封顶|施工|竣工|完工|建成|投产|投用|投入使用|通车|通水|贯通|试运行|开馆|启用|选址|立项|工程量|开门迎客|改造而成|前期(?:手续|工作)|办理[^,;。]{0,6}手续"
)
"""Words that only works have."""


_GIVEN = re.compile(r"^[^“”\"]+[“\"]([^“”\"]{4,})[”\"]$")
"""长沙市民政局“养老服务先进街道”: its name is what stands between the marks."""


@dataclass(frozen=True, slots=True)
class HonourStub:
    """An honour; its level is read off the words of its name, where they tell it."""

    name: Wording
    level: Level | None
    year: str
    quote: Quote
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectStub:
    """A project where it is first named."""

    name: Wording
    status: Status
    quote: Quote
    span: Span
    is_partly_done: bool = False
    """A part is done and the rest is not, which no word of the quote says of the works."""


def honours(case: Case, passages: Clauses) -> tuple[list[HonourStub], list[Span]]:
    """One for each item of a list of honours, and the spans where one is named again."""
    stubs: dict[str, HonourStub] = {}
    again: list[Span] = []
    for span in named.honours(case.article):
        name = case.article.bare.text[slice(*span)]
        called = re.sub(r"^(?:19|20)\d\d年度?(?=[^,]{4})", "", passages.written(span))
        said = wording(case, _GIVEN.sub(r"\1", called))
        quote = passages.pinned(span)
        given = Honour.model_construct(quote=quote.text, prefix=quote.prefix, suffix=quote.suffix)
        stub = HonourStub(said, told_by(case, given), year_of(case, span), quote, span)
        if stubs.setdefault(name, stub) is not stub:
            again.append(span)
    return list(stubs.values()), again


def year_of(case: Case, span: Span) -> str:
    """The year of an honor, where the words tell it; 今年 is one once the article's date is known."""
    name = case.article.bare.text[slice(*span)]
    years = [str(year) for year in sorted(period.years_of(case, span))]
    return next((year for year in years if year in name or not _is_of_another(case, span, year)), "")


def _is_of_another(case: Case, span: Span, year: str) -> bool:
    """Is the year a part of the name of an honor that is listed before? 2023年先进街道, …, 示范社区."""
    text = case.article.bare.text
    before = [one for one in named.honours(case.article) if one[1] <= span[0]]
    at = text.rfind(year, 0, span[0])
    return any(start <= at < end for start, end in before)


def and_others(case: Case, stubs: list[HonourStub], passages: Clauses) -> str:
    """The article's words that its list of honors is not complete, 等荣誉称号; empty where it does not say so."""
    ends = (AND_OTHERS.match(case.article.bare.text, one.span[1]) for one in stubs)
    return next((passages.written(end.span("words")) for end in ends if end), "")


def projects(case: Case, passages: Clauses) -> tuple[list[ProjectStub], list[Span]]:
    """Each named project once, and the spans where other works are called by the same words."""
    seen: list[named.Works] = []
    stubs: dict[str, ProjectStub] = {}
    again: list[Span] = []
    found = _works(case)
    for one, following in pairwise([*found, None]):
        assert one is not None
        name = case.article.bare.text[slice(*one.span)]
        if any(named.again(case.article, one, other) for other in seen):
            continue
        seen.append(one)
        if name in stubs:
            again.append(one.span)
            continue
        until = following.span[0] if following else None
        status, told = _told(case, one.span, until)
        partly = status in ("achieved", "planned", "standing") and _is_partly_done(case, one.span, until)
        status = "under_way" if partly else status
        stubs[name] = ProjectStub(wording(case, name), status, passages.pinned(told), one.span, partly)
    return list(stubs.values()), again


def _works(case: Case) -> list[named.Works]:
    """What the coverage rule looks for, and the buildings that a sentence about a step of works begins with."""
    found, text = list(named.works(case.article)), case.article.bare.text
    for match in (match for way in (_SUBJECT, _PHASED, _OWN, _DONE_TO) for match in way.finditer(text)):
        span, end = match.span("name"), re.compile("[。;!?]").search(text, match.end())
        meets = any(one.span[0] < span[1] and span[0] < one.span[1] for one in found)
        made = match.re is _DONE_TO or (match.re is _SUBJECT and match["made"])
        if meets or _GENERAL.match(match["name"]):
            continue
        if made or _STEP.search(text, match.end(), end.start() if end else len(text)):
            found.append(named.Works(span, match["name"]))
    return sorted(found, key=lambda one: one.span)


def _is_partly_done(case: Case, span: Span, until: int | None) -> bool:
    text = case.article.bare.text
    end = re.compile("[。;!?]").search(text, span[1])
    return bool(_IN_PART.search(text, span[1], min(until or len(text), end.start() if end else len(text))))


def _told(case: Case, span: Span, until: int | None) -> tuple[Status, Span]:
    """How far the works are, and what to quote: the name, up to the clause that tells that they go on, if one does.

    `until`: where the next works begin.
    """
    text = case.article.bare.text
    until = until if until and re.search("[,;。]", text[span[1] : until]) else None
    status = _status(case, span, until)
    if status not in ("achieved", "standing"):
        return status, span
    end = re.compile("[。;!?]").search(text, span[1])
    last = min(until or len(text), end.start() if end else len(text))
    for clause in re.compile("[^,]+").finditer(text, span[1], last):
        if _PREPARED.search(text, span[1], clause.start()) and "planned" in words_of(clause[0]):
            return "planned", (span[0], clause.end())
        goes_on = words_of(clause[0]).keys() & {"under_way", "part"}
        if goes_on and _status(case, (span[0], clause.end()), until) == "under_way":
            return "under_way", (span[0], clause.end())
    return status, span


def _status(case: Case, span: Span, until: int | None) -> Status:
    return status_of(case, Numeral(*span, "", span, None, None, "cardinal"), "work", until)
