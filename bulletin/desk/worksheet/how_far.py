"""How far something has come, where the words leave a choice: the likeliest status of those that `check` lets pass."""

from __future__ import annotations

import re

from bulletin.content.model import Status
from bulletin.desk.worksheet.periods import is_of_now
from bulletin.evidence.ahead import in_time
from bulletin.evidence.case import Case, Span
from bulletin.evidence.how_far import DONE, FUTURE, words_of
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.statuses import Of, Spoken, clause_of, sentence, spoken_of

_TOLD: tuple[Status, ...] = ("applied_for", "planned", "expected", "under_way")
_THERE = re.compile("有|截至|在册|辖(?!区)|设[^施备立]|常住|面积|人口|是")
_THE_PLACE = re.compile("(?:辖区|全[镇乡])(?:总?面积|[常户][住籍]人口)$|[,;。]总?面积$|常住人口$")
_WITHIN = re.compile("[^,;。0-9]{1,5}内(?=[^,;。]{0,4}(?:办|完|解|整|处|送|到|上|响|回|答|反))")
_HOPED = re.compile("预计|预期|有望")
_LAND = re.compile("占地(?:总?面积)?(?:约|近|达)?$")
_GOES_ON = re.compile("(?<![\u4e00-\u9fff])每[餐次人户份]|还[要需得]|仍[然要需旧]")
_NEAR = "(?:近|约|将近|超过?|达到?|为)*$"
_HAS = re.compile(rf"有{_NEAR}")
_IS_THERE = re.compile(rf"占(?:比|到|了)?{_NEAR}|在[^,;0-9]{{1,10}}的[^,;0-9]{{1,8}}$")
"""What is there, whatever was done to it: 老人共有538人, 占三分之二, 活跃在社区的文艺队38支."""
_EXTENDS = re.compile(
    r"(?<=[\u4e00-\u9fff])[长宽高深](?:近|约|达到?|为)*(?P<n>[0-9.]+[万余多]*)(?:厘米|米|公里|千米|里)"
)
"""西段长260米: so it is, whatever the clauses behind tell."""
_EACH = re.compile(
    r"每[家户人名个位亩栋](?:每[年月天次])?(?:给予|补助|补贴|奖励|优惠|最高|发放)[^,;0-9]{0,4}(?:[0-9.]+[万亿]?元?[至到—~-])?$"
)
_DAILY = re.compile("[日月年]均|平均每[天日月年]")
_NO_VERB = "(?!的|人员|车(?!辆)|[员队站点率费量业室工师班所器机箱桶]|中心|基地|平台|机构|企业|项目|任务|能力)"
_BY_RESULT = re.compile(
    rf"(?:[办建搭开挖清铺种栽装拍写编烧修腾挤架盖织引请救筹捐议谈拉][起成出完好](?!绩|果|效|员|本|租|口|路|发)了?"
    rf"|新(?:开|登记|注册|招|录|添|吸纳|发展|引|签|铺|办|认定|培育|入|种|设)"
    rf"|(?:[开增]?设立|开设|开辟|开通|封堵|关停|查封|抢救|转移|疏散|运送|缴纳|[纳缴创]税|销售|售出|卖出|出动|发动|动员|募集|征集|收集|收回|接收|招收"
    rf"|回收|清运|疏通|疏浚|加固|翻修|维修|翻新|养护|孵化|培育|推出|编印|拍摄|随访|巡诊|义诊|接诊|分出|减免|兑现|落户|投放)"
    rf"|(?:办|做|共?议)(?=[\u4e00-\u9fff]{{2,8}}$)){_NO_VERB}[^,;0-9的]{{0,12}}$"
)
"""Verbs that tell by their result or by themselves that something is done, right before what they count."""
_BEFORE = 8


def status_of(case: Case, numeral: Numeral, of: Of = "number", until: int | None = None) -> Status:
    """A status that the words up to the next thing of the sentence bear out; where they leave two, the likelier."""
    text, span = case.article.bare.text, (numeral.start, numeral.end)
    said = spoken_of(text, span, until=until, of="date" if numeral.date else of)
    counts = of == "number" and not numeral.date
    if counts and "standing" in said.statuses and _as_it_is(text, span, said):
        return "standing"
    if said.listed:
        return "achieved"
    if numeral.approx == "at_most" and "standing" in said.statuses and _WITHIN.match(text, numeral.end):
        return "standing"  # 发现问题5天内办结
    if {"planned", "expected"} <= said.statuses:
        hoped = _HOPED.match(said.word) or (
            said.word == "届时" and _HOPED.search(text, sentence(text, span)[0], span[0])
        )
        return "expected" if hoped or said.word.endswith("后") else "planned"
    if said.word.startswith("每") and (told_once := _beside_a_habit(text, span)) in said.statuses:
        return told_once
    for status in _TOLD:
        if status in said.statuses:
            return status
    told = said.word or numeral.date or words_of(text[sentence(text, span)[0] : span[0]]).keys() & DONE
    done = told or (counts and _BY_RESULT.search(text, clause_of(text, span)[0], span[0]))
    return "achieved" if "achieved" in said.statuses and done else "standing"


def is_ahead(case: Case, numeral: Numeral) -> bool:
    """Does it lie behind the article's own date, once that is known?"""
    said = spoken_of(case.article.bare.text, (numeral.start, numeral.end), of="date" if numeral.date else "number")
    return in_time(case, numeral, said) is not said


def _as_it_is(text: str, span: Span, said: Spoken) -> bool:
    """目前的2200份, 占地4.5亩, 每餐留样48小时, 另外2家还要靠补贴: no word tells that it was done, or is to be."""
    clause = clause_of(text, span)
    if is_of_now(text, span) or _LAND.search(text, clause[0], span[0]):
        return True
    if "achieved" in said.statuses:
        if any(way.search(text, clause[0], span[0]) for way in (_IS_THERE, _EACH)):
            return True
        if _HAS.search(text, clause[0], span[0]) and not words_of(text[span[1] : clause[1]]).keys() & DONE:
            return True
        if not said.firm and _DAILY.search(text, clause[0], span[0]):
            return True
        if not said.firm and any(extent.start("n") == span[0] for extent in _EXTENDS.finditer(text, *clause)):
            return True
    return bool(_GOES_ON.search(text, *clause)) and not words_of(text[slice(*clause)]).keys() & (DONE | FUTURE)


def _beside_a_habit(text: str, span: Span) -> Status:
    """每天有260名老人就餐 goes on; 9名河长每周巡河 are there; 每周一次的义诊已开展22场 is done."""
    before = text[clause_of(text, span)[0] : span[0]]
    if not re.search("每[天日周月季年]", before):
        return "standing"
    if re.search("每[天日](?:为|给|向)$", before):
        return "standing"  # 每天为230余名老人送饭
    return "achieved" if re.search("(?:已|累计|共)[^,]{0,6}$", before) else "under_way"


def when_counted(text: str, numeral: Numeral, status: Status, period: str) -> Status:
    """What is counted of a time by a verb that no table has (今年新登记412家) is done; 有 tells what there is.

    `period`: as a content file writes it.
    """
    span = (numeral.start, numeral.end)
    if status == "achieved" and _THE_PLACE.search(text, max(0, span[0] - _BEFORE), span[0]):
        there = "standing" in spoken_of(text, span, of="number").statuses
        return "standing" if there else status
    timed = re.match(r"\{(?:year|at|since)", period)
    begun = max(sentence(text, span)[0], text.rfind(";", 0, span[0]))
    there = bool(_THERE.search(text, begun, span[1]) or _IS_THERE.search(text, begun, span[0]))
    if status != "standing" or not timed or there:
        return status
    return "achieved" if "achieved" in spoken_of(text, span, of="number").statuses else status
