"""limit: what the article limits is not told of the whole, nor one of two things for both.

Passes:  zh: 守<checkpoints>无主管楼院的卡点     (到89个无主管楼院卡点值守)
Fails:   zh: 守<checkpoints>楼院的卡点
Fails:   zh: 新建公厕<toilets>                  (新建、改建公厕3座)
Fails:   zh: 分馆举办活动<events>               (每月至少举办两场活动)
Fails:   en: less than <share> of residents    (超过35%)

A limit is a word of the table before the thing that a figure counts, in the figure's quote. A text of the figure that
names the thing names the limit, too, and where it has one of two words that the article joins before it, the other.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Both
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.rules.around import clauses_of
from bulletin.evidence.rules.unstated import articles
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "limit"
_LIMITS = (
    "无主管|无物业|无证|违章|违法|重点|骨干类?|自管|新增|下岗失业|下岗|失业|困难|贫困|低保|特困|退休|留守|独居|高龄|残疾|外来|流动|非公有制|非公"
    "|规模以上|限额以上|符合[^,。;<]{1,6}条件的|申请[^,。;<]{1,6}的|凸出|台账内|校外|市外|境外|境内|在建|拟建|专职|兼职|国家级|省级|市级|区级|危险|闲置|空置"
)
_LIMIT = re.compile(rf"(?P<limit>{_LIMITS})的?(?=(?P<of>[\u4e00-\u9fff]{{2}}))")
_VERB = "新建|改建|扩建|改造|拆除|配置|更新|购置|维修|修补|清理|清除|新增|增设|治理|关停|取缔|创建|招聘|培训|验收|复查|检查|整改|收购|租赁|补贴|减免"
_TWO = re.compile(f"(?P<one>{_VERB})[、或和及]?(?P<other>{_VERB})")


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.told:
        if path[0] != "rows" and path[-1] != "line":
            yield from _things(case, path, text)
            for clause, ids in clauses_of(case, path, text.zh):
                yield from _clause(case, path, text, clause, ids)
            yield from _rates(case, path, text)
            yield from _bounds(case, path, text)


_OF_WHAT = re.compile("(?P<limit>老旧|违章|违法|无证|无主管|废旧|破旧|危险)(?P<of>(?!的)[\u4e00-\u9fff]{2})")


def _things(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Old courtyards are no old factories: what the article calls by such a word, a text does."""
    if not _OF_WHAT.search(text.zh):
        return
    ones = [one.article.bare.text for one in articles(case, path, text)]
    for match in _OF_WHAT.finditer(text.zh):
        of = {there["of"] for one in ones for there in _OF_WHAT.finditer(one) if there["limit"] == match["limit"]}
        if of and match["of"] not in of:
            yield case.problem(
                NAME, say("limit.of_what", limit=match["limit"], of=match["of"]), (*path, "zh"), match["of"]
            )


def _clause(case: Texts, path: Path, text: Both, clause: str, ids: list[str]) -> Iterator[Problem]:
    for id in ids:
        said = stated.clause if (stated := case.figures.get(id)) else ""
        for match in _LIMIT.finditer(said):
            if match["of"] in clause and _words(case, path, text).isdisjoint(pairs(_says(match["limit"]))):
                message = say("limit.dropped", limit=match["limit"], of=match["of"], id=id)
                yield case.problem(NAME, message, (*path, "zh"), match["of"])
        for match in _TWO.finditer(said) if len(ids) == 1 else ():
            here, gone = (match["one"], match["other"]) if match["one"] in clause else (match["other"], match["one"])
            if here in clause and gone not in clause:
                yield case.problem(NAME, say("limit.one_of_two", one=here, other=gone, id=id), (*path, "zh"), here)


_RATES = (
    (
        re.compile("每(?:[天日周年月]|个?月|个?季度|个?星期|学期)|[日周月年]均"),
        re.compile(
            "每(?:逢|到|隔|[半一两]?[天日周年月季]|个?[月季星学])|均|[日周月年]度|[一按逐][天日周月年]|天天|月月|年年"
        ),
    ),
    (
        re.compile("每[座家个户人名栋亩条处所位村校](?!月)"),
        re.compile("每(?![天日周年月季])|[各均]|一[座家个户人名栋亩条处所位村校]|分别"),
    ),
)
"""So much a month, so much for each; and what says so in a text."""


def _rates(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """So much a month is no sum."""
    for sentence in re.split("[。！？；]", text.zh) if "paragraphs" in path or path[0] == "briefs" else ():
        for rate in [rate for rate, told in _RATES if not told.search(sentence)]:
            for id in (ref.id for ref in references(sentence)):
                stated = case.figures.get(id)
                said = stated.clause.partition("#")[0] if stated and not stated.fact.date else ""
                if found := rate.search(said):
                    message = say("limit.rate", rate=found[0], id=id)
                    yield case.problem(NAME, message, (*path, "zh"), f"<{id}")


_UPPER, _LOWER = (
    "less than|fewer than|at most|(?:no|not) more than",
    "more than|at least|(?:no|not) (?:less|fewer) than",
)
_AGAINST = {"over": _UPPER, "at_least": _UPPER, "at_most": _LOWER, "nearly": _LOWER}
_BOUND = re.compile(rf"\b(?P<word>{_LOWER}|{_UPPER}) <(?P<id>[^<>:]+)(?::\w+)?>", re.I)


def _bounds(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """A number is no less than one that it is more than."""
    for match in _BOUND.finditer(text.en):
        fact = case.known.get(match["id"])
        if fact and re.fullmatch(_AGAINST.get(fact.approx or "", "(?!)"), match["word"].lower()):
            message = say("limit.bound", word=match["word"], id=match["id"], approx=say(f"approx.{fact.approx}"))
            yield case.problem(NAME, message, (*path, "en"), match[0])


def _words(case: Texts, path: Path, text: Both) -> Features:
    """Of the text, and of the titles that it stands under."""
    titles = (getattr(part, "title", None) for part in case.parents(path))
    return pairs(_says("".join([text.zh, *(title.zh for title in titles if isinstance(title, Both))])))


def _says(text: str) -> str:
    """What is new may be told in several words."""
    return re.sub("新[增添建购设装]|增加|增设|添", "新增", text)
