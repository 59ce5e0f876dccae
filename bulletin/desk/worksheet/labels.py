"""What a number is of, in the article's own words: what it counts behind it, else what leads up to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletin.content.counted import plural, refusal
from bulletin.content.measures import MEASURES
from bulletin.content.model import Status
from bulletin.content.nouns import DONE_TO, NOUNS, noun_and_end, noun_before, noun_behind
from bulletin.desk.worksheet.facts import FactStub, end_of, end_with_unit
from bulletin.desk.worksheet.units import UNITS, unit_behind
from bulletin.desk.worksheet.wording import TODO, Wording
from bulletin.evidence.case import Case, Span
from bulletin.evidence.coming import telling
from bulletin.evidence.statuses import clause_of, proved_by, sentence

_HAN = "\u4e00-\u9fff"
_LEADS = re.compile(
    rf"^(?:以[上下内]|左右|一旦|只要|每当|设有|建有|有(?=[{_HAN}]{{2}})|其中|另有|还有|目前|截[至止](?:目前)?|今年以?来?|去年|全年|[上下]半年|近年来|累计|先后|共计?|已经?|又|再|还|则|并|将|全[省市区县镇]|全|已?建成(?=.{{2}})|现在|现(?!在)|前(?=[交完建开投]|新[增建设])"
    rf"|[{_HAN}]{{0,8}}(?:街道|镇|(?<![返下回城家同])乡)里?(?!办|党)(?:共|有)?|(?:街道|社区|辖区内?(?!面积|人口))(?=[{_HAN}]{{2}}))+"
)
_TRAILS = re.compile(
    r"(?:总?共计?|合计|累计|总计|已?达到?|超过?|(?<!签)约|近|有|为|至|到|的|占|共|分|各|仅|之|了|建成|以来)+$"
)
_STOPS = re.compile(
    r"[日人户年月周]均|了(?!解)|返乡|创办|安装|配备|开展|[^\u4e00-\u9fff“”·]|列[为入]|作为|当作|[的均全被在已将正共为等都可每]|参[与加]|接受|主动|常态|完成|实现|达|进行|签|入[驻住]|早晚|结对|和|与|及"
)
_RATE = re.compile(rf"(?P<what>[{_HAN}]{{2,10}}?)(?:由|从|达到?|[提升][高至]|增[长加至])")
"""家庭医生签约率由2022年的61%提高到2023年的74%."""
_LONGEST, _SHORTEST = 12, 2
"""Characters of a label that fits its row."""
_NEAR = 8
"""Facts before one among which the same thing may have been counted."""
_ANYTHING = frozenset("个 名 位 人 家 处 条 项 件 次 户".split())  # noqa: SIM905 - words, not a list
"""Classifiers of many things, of which the noun beside one tells more than the sentence does."""
_TENSES: dict[Status, str] = {"achieved": "", "standing": "", "planned": "to be ", "expected": "to be "}
"""What stands before 'renovated' where it is told; what is under way is said by a person."""
_DEGREES = ("级", "类", "种", "步")
"""They tell how something is divided, and count nothing that stands beside: 区、街道、单位四级考评组."""
_SERVED = ("份", "人次")
_MEALS = re.compile("(?:供|送|配|助)餐(?![点队员])|套餐|盒饭|饭菜|[0-9万]+[余多]?份热?饭")
"""What is counted is served, not visited: 供餐41.7万人次."""
_VISITS = {
    "attendance": re.compile("培训|参加|参与|听课|听讲|上课|观看"),
    "trip": re.compile("客运|运送|乘坐|乘车|搭乘"),
    "visit": re.compile("接待|游客|游人|客流|参观|到访|来访|门诊|就诊|接诊|巡诊|随访|走访|上门|就餐|借阅"),
}
"""What 人次 are, by what is told of them; who is sent out or benefits 5000人次 is left to a person."""
_FROM_TO = re.compile(
    "(?:已|目前)?(?:[由从](?:[0-9]{4}年|去年|上年|当初|过去|原来)?(?:底|初)?的?(?:[0-9].*)?)?(?:增[加长]?|提[高升]|扩[大展]|发展|减少?|下?降|缩短)[到至为]了?$"
    "|[由从](?:[0-9]{4}年|去年|上年|当初|过去|原来)(?:底|初)?的?$|[由从]$"
)
"""候鸟由2020年的1.3万只增加到4.2万只: both count what stands before 由."""
_CAME = re.compile("(?:回来|返乡|搬[走来进]|入住|报名|参加|参与|到场|落户)了?$")
"""返乡的年轻人回来了41名."""
_HOMES = re.compile(
    "居民|住户|农户|村民|家庭|人家|住宅|房屋|安置|回迁|征收|拆迁|征迁|搬迁|入户|燃气|供暖|供水|改厕|改水|适老化"
)
_FIRMS = re.compile("企业|公司|商户|商家|店|市场主体|个体|经营|纳税")
_ALIKE = re.compile(rf"^(?:[{_HAN}]{{1,4}}、)+")
"""230名失能、半失能老人."""
_OF_THEM = re.compile(rf"(?:其中|[{_HAN}]中)[已还]?有?$|(?:另外|其余|余下)$|[{_HAN}]类$|的$")
"""7家食堂中已有5家收支平衡, 另外2家, 物业类512件: of the same."""
_ONLY_TOLD = re.compile(
    "(?:[0-9年月日底末至到]|今年以?来?|去年|[上下]半年|以来|登记|注册|增[加设添]|立即|限期|及时|入驻|新[开建]|已经?|正在?|在|将|计划|预计|再|又|另|新|共|累计|目前|现|全部|完成|完工|办结|办成|整改|竣工|施工|签约|开工|动工|改造|验收|建成"
    "|投用|入住|回迁|上岗|落实|解决|答复|推进|实施|进行|交付|启用|还有?|仍有?|的)+"
)
"""已签约1098户, 正在施工7个: how far what was counted before has come."""
_VAGUE = frozenset({"person", "building", "time", "visit", "vehicle", "plant"})
"""Nouns of the classifier alone, which a noun beside the number says better."""


def worded(case: Case, stubs: Mapping[str, FactStub], place: str) -> dict[str, FactStub]:
    """The facts with a Chinese label, the English terms that it holds, and the noun of what is counted, where known."""
    found: dict[str, FactStub] = {}
    for id, stub in stubs.items():
        found[id] = _with_words(case, stub, place, [*found.values()][-_NEAR:])
    return found


def _with_words(case: Case, stub: FactStub, place: str, before: Sequence[FactStub]) -> FactStub:
    unit, words = stub.unit, _words(case, stub, place)
    if unit and unit.zh not in MEASURES:
        noun = _noun(case, stub) or _same(case, stub, before, words)
        unit = replace(unit, one=noun, other=plural(noun), guessed=True) if noun else unit
    if not _is_label(stub, words):
        return replace(stub, unit=unit)
    return replace(stub, unit=unit, label=Wording(words, _in_english(case, stub, words, unit.other if unit else "")))


def _in_english(case: Case, stub: FactStub, words: str, counted: str) -> str:
    """新增停车位: parking spaces added. A gap with what is known of it where a table lacks a word."""
    tense = _TENSES.get(stub.status)
    forms = [*NOUNS.items(), *((zh, term.en) for zh, term in case.names.terms.items())]
    rests = {words.removesuffix(zh) for zh, en in forms if words.endswith(zh) and counted in (en, plural(en))}
    rest = next((one for one in ("", *DONE_TO) if one in rests), None) if counted else None
    if rest is not None and (tense is not None or not rest):
        return f"{counted} {tense}{DONE_TO[rest]}" if rest else counted
    terms = [term.en for _, term in case.names.terms_in(words) if plural(term.en) != counted]
    return f"{TODO} {'; '.join(dict.fromkeys([*terms, *([counted] if counted else [])]))}".strip()


def _same(case: Case, stub: FactStub, before: Sequence[FactStub], words: str) -> str:
    """更换路灯860盏, 其中主路420盏: what the same classifier counted before in the sentence.

    已整改1195处 are the same, though a sentence ends between; 210名独居老人 are not the 480名志愿者.
    """
    text, span = case.article.bare.text, (stub.numeral.start, stub.numeral.end)
    clause = text[clause_of(text, span)[0] : span[0]]
    only_told = _ONLY_TOLD.fullmatch(clause)
    counted = stub.unit.zh if stub.unit else ""
    alone = counted != "人次" and (counted not in _ANYTHING or len(words) <= _SHORTEST)
    if not (alone or only_told or _OF_THEM.search(clause[-6:])):
        return ""
    begun = max((at for at in case.article.paragraphs if at <= span[0]), default=0)
    begun = begun if only_told else sentence(text, span)[0]
    units = (one.unit for one in reversed(before) if one.numeral.start >= begun)
    return next((unit.one for unit in units if unit and stub.unit and unit.zh == stub.unit.zh), "")


def _words(case: Case, stub: FactStub, place: str) -> str:
    """What is behind the number, or before it: without time, subject and what only counts."""
    text, numeral = case.article.bare.text, stub.numeral
    start, stop = clause_of(text, (numeral.start, numeral.end))
    start = max(start, *(at for at in (0, *case.article.lines) if at <= numeral.start))
    stop = min([stop, *(at for at in case.article.paragraphs if at >= numeral.end)])
    whole = start
    others = case.inside((start, numeral.start))
    start = max(
        (end_with_unit(n, unit_behind(case.article, n, case.names), case.article) for n in others), default=start
    )
    behind, before = text[end_of(stub, case.article) : stop], text[start : numeral.start]
    counts = stub.unit is not None and stub.unit.zh not in MEASURES
    if numeral.date:
        words = re.split(r"[0-9,;:。]", behind.strip(",") or text[stop:])[0]
    else:
        rate = _RATE.match(text, whole)
        words = (_STOPS.split(behind)[0] if counts else "") or re.split("[、,]", before)[-1]
        words = rate["what"] if rate and not counts and len(words) <= len("提高到") else words
    words = words.replace(place, "街道") if place else words
    return _TRAILS.sub("", _LEADS.sub("", words)).strip("\"'()")


def _is_label(stub: FactStub, words: str) -> bool:
    """Is it short and plain, and does it say no other status?"""
    if not re.fullmatch(rf"[{_HAN}]{{{_SHORTEST},{_LONGEST}}}", words):
        return False
    return not telling(words) or stub.status in proved_by(words)


def _noun(case: Case, stub: FactStub) -> str:
    """What stands beside the classifier, or what it says itself; empty where no table has it."""
    unit, text = stub.unit, case.article.bare.text
    if unit is None or unit.zh in _DEGREES or (len(unit.zh) > 1 and unit.zh not in UNITS):
        return unit.one if unit else ""
    if unit.one and unit.one not in _VAGUE:
        return _longer(case, text[end_of(stub, case.article) :][:16], unit.one)
    start, stop = clause_of(text, (stub.numeral.start, stub.numeral.end))
    if unit.zh in _SERVED and _MEALS.search(text, start, stop):
        return "meal"
    if unit.zh == "人次":
        return next((noun for noun, told in _VISITS.items() if told.search(text, start, stop)), "")
    before = _FROM_TO.sub("", text[start : stub.numeral.start])
    before = _TRAILS.sub("", _CAME.sub("", before)).rstrip('"')
    after = _ALIKE.sub("", text[end_of(stub, case.article) : stop])
    english = noun_behind(_STOPS.split(after)[0]) or noun_before(before)
    if english and not refusal(unit.zh, english):
        return english
    if unit.zh == "户" and not unit.one and _is_of_homes(text, (start, stop)):
        return "household"
    return unit.one


def _longer(case: Case, words: str, one: str) -> str:
    """50名党员志愿者 are volunteers: a word of the glossary that only begins what is counted does not name it."""
    known = max(
        (len(zh) for zh, term in case.names.terms.items() if term.en == one and words.startswith(zh)), default=0
    )
    english, end = noun_and_end(_STOPS.split(words)[0])
    return english if known and end > known else one


def _is_of_homes(text: str, clause: Span) -> bool:
    """Do the words tell of homes, and the sentence of no business? 征收房屋涉及2150户, 燃气入户检查2.9万户."""
    return bool(_HOMES.search(text, *clause)) and not _FIRMS.search(text, *sentence(text, clause))
