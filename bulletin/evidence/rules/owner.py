"""owner: a figure that the article gives of somebody else says whose it is.

Passes:  quote: 恒大中原经贸中心…预计投资42亿元      whose: {zh: 项目投资, en: the project’s investment}
Fails:   quote: 恒大中原经贸中心…预计投资42亿元      (reads as the subdistrict's money)

Money that is invested, earned or paid in tax is the subdistrict's only where the clause says so; a share of the city's
or district's total has that total below it; what a company makes is the company's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.measures import MEASURES
from bulletin.content.model import Fact
from bulletin.evidence.case import OWN_WORDS, Case, Span
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.rules.around import clauses_of
from bulletin.evidence.rules.claim import sentence_of
from bulletin.evidence.statuses import clause_of, sentence
from bulletin.evidence.texts import UNFINISHED
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "owner"
_FROM_OTHERS = re.compile(
    "纳税|[民社]间?会?资[金本]|[市区县境]外资金|外资|募集|捐[款赠资]|合同金额|进出口额|[省市区县]级补助|产值|营业收入|营收|利润|旅游[\u4e00-\u9fff]{0,2}收入|集体[\u4e00-\u9fff]{0,4}收入|居民[\u4e00-\u9fff]{0,6}收入|人均[\u4e00-\u9fff]{0,3}收入"
)
_SPENT = re.compile(
    "(?P<by>[^,，。]*?)(?:总|共|已|累计|预计|计划|约|将|完成|成功|申[请报]|争取|全年|[0-9年月上下半]+)*(?:投资|投入|融资)"
)
_OWN = re.compile("街道|办事处|党工委|财政|政府|街办|镇政府|乡政府|拨付|专项资金")
_SHARE = re.compile("占[\u4e00-\u9fff]{0,5}[省市区县](?:总|的|任务)")
_MAKERS = re.compile("公司|集团|[^工]厂(?!房|区)|中车|商会|医院|学校|大学|银行(?!社区)")
_LEVEL = re.compile("街道|(?<![城都夜超])(?:省|县(?!城)|市(?![场民容])|区(?![域内]))")
_ANAPHOR = re.compile("企业|公司|集团|项目|学校|医院|合作社|园区")
_MADE = re.compile("生产|制造|下线|出产|交付|研发|出口|产能|产量")


def check(case: Case) -> Iterator[Problem]:
    yield from _told(case)
    for id, fact in case.content.facts.items():
        if fact.whose is not None and (foreign := _elsewhere(case, fact, fact.whose.zh)):
            message = say("owner.elsewhere", word=foreign, sentence=sentence_of(case, fact))
            yield case.problem(NAME, message, ("facts", id, "whose", "zh"))
        if fact.whose is None and fact.derived is None and (said := others(case, fact)):
            message = say("owner.whose", word=said)
            yield case.problem(NAME, message, ("facts", id), help=say("owner.how"), at_key=True)
    yield from _one_and_the_same(case)


def _one_and_the_same(case: Case) -> Iterator[Problem]:
    """An owner of one fact is one of what else is called so; his English is nobody else's."""
    facts = case.content.facts.items()
    owned = {id: fact for id, fact in facts if fact.whose and not UNFINISHED.search(fact.whose.zh)}
    called: dict[str, str] = {}
    for id, fact in owned.items():
        assert fact.whose is not None
        zh, en = fact.whose.zh, fact.whose.en.lower()
        if called.setdefault(en, zh) != zh:
            message = say("owner.renders", en=fact.whose.en, zh=zh, other=called[en])
            yield case.problem(NAME, message, ("facts", id, "whose", "en"))
    for id, fact in facts:
        measured = fact.whose is None and fact.derived is None and fact.unit is not None and fact.unit.zh in MEASURES
        names = (other.whose.zh for other in owned.values() if measured and other.whose)
        if word := next((name for name in names if name in fact.called.zh), ""):
            message = say("owner.whose", word=word)
            yield case.problem(NAME, message, ("facts", id), help=say("owner.how"), at_key=True)


def _told(case: Case) -> Iterator[Problem]:
    """A clause that says of the subdistrict what is somebody else's: 街道交付地铁车辆."""
    place = case.content.place.zh
    for path, text in case.finished:
        for clause, ids in clauses_of(case, path, text.zh) if path[0] not in OWN_WORDS else ():
            whose = [fact.whose.zh if (fact := case.known[id]).whose else "街道" for id in ids]
            if not any(re.search("街道|[以为]", one) for one in whose) and (
                said := re.match(_DOES, clause.replace(place, "街道"))
            ):
                yield case.problem(NAME, say("owner.told", word=said[0], whose=whose[0]), (*path, "zh"))


_DOES = (
    "街道(?:累计|共|一共|已|还|先后|也)*"
    "(?:投入|投资|出资|交付|生产|制造|研发|纳税|募集|销售|引进|完成|建成|拿出|支出|花)"
)


def _elsewhere(case: Case, fact: Fact, whose: str) -> str:
    """Words of an owner that the article, or the place around, has, but not in the figure's own sentence."""
    numeral, text = case.numeral(fact), case.article.bare.text
    if numeral is None:
        return ""
    start, end = sentence(text, (numeral.start, numeral.end))
    if start and _ANAPHOR.search(text[slice(*clause_of(text, (numeral.start, numeral.end)))]):
        start = sentence(text, (start - 1, start - 1))[0]  # 企业: the one that the sentence before names
    clause = text[slice(*clause_of(text, (numeral.start, numeral.end)))]
    if (there := set(_LEVEL.findall(clause))) and (others := set(_LEVEL.findall(whose)) - there):
        return str(min(others))  # 其中省级补助…: of the province, not of 省和县
    known, wider = pairs(text), re.findall("[^省市区县]{2,}[省市区县]", case.content.within.zh)
    names = (zh for zh, term in case.names.terms.items() if term.kind == "name")
    known |= pairs("、".join((*wider[:-1], case.content.place.zh, *names)))
    words = re.sub("[非不][^，。]*|[的以为在由和与及]", "、", whose)
    foreign = (pairs(words) & known) - pairs(text[start:end]) - pairs("".join(wider[-1:]))
    return next(_foreign(words, foreign, text[start:end]), "")


def _foreign(words: str, foreign: Features, said: str) -> Iterator[str]:
    """What of these words is foreign; not 场改 of 市场改造, where the sentence has 市场提质改造."""
    at = 0
    while at < len(words) - 1:
        end = at
        while words[end : end + 2] in foreign:
            end += 1
        before, behind = words[max(0, at - 1) : at + 1], words[end : end + 2]
        if end > at and not (end - at == 1 and re.search(f"{before}[^,。;]*?{behind}", said) and len(before) == 2):
            yield words[at + (at > 0 and before in said) : end + (len(behind) < 2 or behind not in said)]
        at = end + 1


def others(case: Case, fact: Fact) -> str:
    """The word by which the number is somebody else's."""
    numeral = case.numeral(fact)
    if numeral is None or fact.date is not None:
        return _maker(case, fact)
    dimension = MEASURES[fact.unit.zh].dimension if fact.unit and fact.unit.zh in MEASURES else ""
    text, span = case.article.bare.text, (numeral.start, numeral.end)
    clause = text[slice(*clause_of(text, span))]
    if dimension == "yuan" and not _OWN.search(clause):
        if match := _FROM_OTHERS.search(clause):
            return match[0]
        if (match := _SPENT.match(clause)) and not (match["by"] == "" and _is_own(text, span)):
            return match[0]
    if dimension == "share" and (match := _SHARE.search(clause)):
        return match[0]
    return _maker(case, fact)


def _maker(case: Case, fact: Fact) -> str:
    """Who makes what the sentence of a number or a date tells of."""
    numeral, text = case.numeral(fact), case.article.bare.text
    whole = text[slice(*sentence(text, (numeral.start, numeral.end)))] if numeral else ""
    makes = _MADE.search(whole) and _MAKERS.search(whole)
    return makes[0] if makes else ""


_CALLED = re.compile('"[^"]*"|(?:列为|作为|当作|确定为)[^,。;]*')
"""街道把这三件事列为“一号民生工程”: what something is called is no works."""


def _is_own(text: str, span: Span) -> bool:
    """The subdistrict is the subject of the sentence, and no project or company stands in between."""
    before = _CALLED.sub("", text[sentence(text, span)[0] : span[0]])
    own = [match.end() for match in _OWN.finditer(before)]
    return bool(own) and not re.search("项目|公司|集团|企业|工程", before[own[-1] :])
