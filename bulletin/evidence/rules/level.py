"""level: an honour's level and its name follow from the article's words; where these name nobody, the curator says why.

Passes:  quote: 郑州市文明单位    level: municipal
Fails:   quote: 郑州市文明单位    level: national

全国, 国家, 中国 are national, a province, a city and a district their own; a city that `within` names inside another is
a county's (郑州市巩义市). Of several bodies the first counts, of a place inside a place the smaller: 郑州市二七区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Honour, Level
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Span
from bulletin.evidence.statuses import clause_of
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "level"
_NOT = r"(?!民(?!政)|政(?![府协法])|[场容貌区]|级联)"
_MINISTRY = (
    "(?:民政|教育|财政|司法|公安|商务|水利|住建|文旅|交通运输|农业农村|生态环境|应急管理|文化和旅游|住房和城乡建设"
    "|人力资源和社会保障|退役军人事务)部(?![门队])"
)
_BODY = re.compile(
    rf"(?P<national>全国(?!性)|国家|中国|中华|中央|中组部|国务院|{_MINISTRY})|(?P<provincial>(?:全|[\u4e00-\u9fff]{{2,3}}?)?省(?!会)|自治区)"
    rf"|(?P<municipal>(?<![城都超])市{_NOT})|(?P<county>(?<![社小城辖园片地景街校院片])区(?!域)|县)"
)
_HONOURED = re.compile("(?:示范|先进|文明|模范|试点|百强|特色|卫生|园林|生态|森林|宜居|双拥)[县区市](?!级)")
"""被交通运输部评为示范县: what is honoured, not who honours it."""
_EVENT = re.compile(r"(?:第[^届]{1,4}届)?(?:全国|中国)[^,、]*?(?:运动会|博览会|大会|峰会|大赛)")
"""The event for which a city may award something."""
_PRAISE = re.compile("先进|优秀|文明|模范|示范|十佳|最美")
_GIVES = re.compile("(?:评选|评定|评|命名|认定|确定|列)为|授予|颁发|命名|表彰")
_GETS = re.compile("获评|荣获|喜获|获颁|获得|荣膺|斩获|入选|当选|(?<![收捕抓])获")
_GIVEN = re.compile(f"{_GETS.pattern}|{_GIVES.pattern}")
_BY = re.compile(f'(?:被|由|经|受)(?P<by>[^,"]*?)(?:{_GIVES.pattern})')
_ORDER: tuple[Level, ...] = ("national", "provincial", "municipal", "county")
_AS_SAID = {"provincial": "〇〇省", "municipal": "〇〇市", "county": "〇〇县"}


def check(case: Case) -> Iterator[Problem]:
    for i, honour in enumerate(case.content.honours):
        path = ("honours", i)
        told = told_by(case, honour)
        if told == honour.level and honour.level_why is not None:
            message = say("level.needless", told=say(f"levels.{told}"))
            yield case.problem(NAME, message, (*path, "level_why"), level="warning")
        elif told != honour.level and (honour.level_why is None or told):
            yield _other(case, path, honour, told)
        yield from _name(case, path, honour)


def told_by(case: Case, honour: Honour) -> Level | None:
    """The level that the quote's words tell; where they name nobody, those before it in its clause."""
    within = _places(bare(case.content.within.zh).text)
    if spans := case.quoted(honour):
        return told_at(case.article.bare.text, spans[0], within)
    return level_of(bare(honour.quote).text, within)


def told_at(text: str, span: Span, within: dict[str, Level]) -> Level | None:
    """By the honor's own name, in quotation marks or behind the verb; else by who gives it, named before."""
    clause, quote = text[clause_of(text, span)[0] : span[1]], text[slice(*span)]
    marks = [*re.finditer('"', quote), *_GIVEN.finditer(quote)]
    opened = next((mark for mark in marks if mark[0] == '"'), marks[-1] if marks else None)
    name = quote[opened.start() if opened[0] == '"' else opened.end() :] if opened else quote
    lead = clause[: len(clause) - len(name)].removesuffix('"')
    return level_of(_HONOURED.sub("", name), within) or level_of(_giver(re.split('[、"]', lead)[-1]), within)


def _giver(lead: str) -> str:
    """Who gives the honor: not who gets it, 岳麓区枫湾街道被长沙市民政局评为, 湖南省民政厅授予岳麓区枫湾街道."""
    if by := [*_BY.finditer(lead)]:
        return by[-1]["by"] or lead[by[-1].end() :]
    if gets := [*_GETS.finditer(lead)]:
        return lead[gets[-1].end() :]
    gives = _GIVES.search(lead)
    return lead if not gives else lead[: gives.start()] or lead[gives.end() :]


def level_of(words: str, within: dict[str, Level]) -> Level | None:
    """The level of the first body that is named; of a place in a place, the last of the chain."""
    plain = _EVENT.sub("", words) if _BODY.search(_EVENT.sub("", words)) else words
    for place, kind in sorted(within.items(), key=lambda item: -len(item[0])):
        plain = plain.replace(place, _AS_SAID[kind])
    found: Level | None = None
    end = 0
    for match in _BODY.finditer(plain):
        level = next(level for level in _ORDER if level == match.lastgroup)
        apart = match.start() - end > 3 or _PRAISE.search(plain[end : match.start()])
        if found and (apart or found == "national" or _ORDER.index(level) <= _ORDER.index(found)):
            break
        found, end = level, match.end()
    twice = any(place[-1] == "市" and level == "county" for place, level in within.items())
    return None if found == "municipal" and twice and "〇〇市" not in plain else found  # 全市: which of the two?


def _places(within: str) -> dict[str, Level]:
    """郑州市巩义市 → 郑州市 a city, 巩义市 a county's; with and without their last character."""
    names = re.findall(r"[^省市区县]{2,}[省市区县]", within)
    found: dict[str, Level] = {}
    for name in names:
        first = "municipal" not in found.values()
        level: Level = "provincial" if name[-1] == "省" else "municipal" if name[-1] == "市" and first else "county"
        found |= {name: level, name[:-1]: level}
    return found


def _name(case: Case, path: Path, honour: Honour) -> Iterator[Problem]:
    """Its name, in either language, tells no other level."""
    told = level_of(bare(honour.name.zh).text, _places(bare(case.content.within.zh).text))
    if told not in (None, honour.level):
        yield case.problem(
            NAME,
            say("level.name", told=say(f"levels.{told}"), level=say(f"levels.{honour.level}")),
            (*path, "name", "zh"),
        )
    rank = min((i for i, word in enumerate(_WIDER) if word.search(honour.name.en)), default=len(_ORDER))
    if rank < _ORDER.index(honour.level) and not _EVENT.search(honour.name.zh):
        yield case.problem(NAME, say("level.english", level=say(f"levels.{_ORDER[rank]}")), (*path, "name", "en"))


_WIDER = (re.compile(r"\b(?:National|Nationwide|State)\b"), re.compile(r"\bProvinc"))


def _other(case: Case, path: Path, honour: Honour, told: Level | None) -> Problem:
    level = say(f"levels.{honour.level}")
    message = say("level.other", told=say(f"levels.{told}"), level=level) if told else say("level.nobody", level=level)
    return case.problem(NAME, message, (*path, "level"), help=say("level.change" if told else "level.change_or_why"))
