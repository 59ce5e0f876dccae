"""around: what a text types around its numbers — how often, when, how far it reaches, in which measure — is borne out.

Passes:  zh: 上半年清理小广告<ads>        (上半年,共清理…小广告1万余处)
Fails:   zh: 下半年清理小广告<ads>        (the article knows no second half of the year)
Fails:   line: {zh: 亩, en: mu}          (over bars in square meters)
Fails:   zh: 拆除公厕<toilets>           (新建、改建公厕3座)

A sentence with figures is held against those in which the article states them, their periods and whose they are; one
without, against the article. Names in a figure's clause stand near it in the article; its verb is not the opposite.
The English is held against the Chinese by the rule parity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bulletin.content.measures import MEASURES
from bulletin.content.model import Both, Fact
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.ahead import told_too_soon
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.coming import WHOLE, is_to_come
from bulletin.evidence.contrasts import phases
from bulletin.evidence.ends import turned
from bulletin.evidence.how_far import FUTURE, Kind, words_of
from bulletin.evidence.parity_words import FREQUENCIES, opposites_of
from bulletin.evidence.patterns import Pattern, Rows
from bulletin.evidence.relative_years import beside, yearless
from bulletin.evidence.segments import verbs_only
from bulletin.evidence.statuses import clause_of, sentence
from bulletin.messages import listed, say
from bulletin.problems import Problem
from bulletin.wording import dates
from bulletin.wording.both import Both as Words

NAME = "around"
_EACH = {"day": "日", "week": "周", "month": "月", "quarter": "季", "year": "年"}
_OFTEN = [Pattern(f"{words[0].source}|{_EACH.get(name, '每一')}一") for name, words in FREQUENCIES.items()]
_HOW_OFTEN = Rows(_OFTEN)
_TIMES = re.compile(
    "[今去明前后上]年年?[初中底末终]|年[初中]|年[底末终]|上半年|下半年|前三季度|[一二三四]季度|今年|去年|上年|前年|明年|近年来|多年来|(?<!安)全年"
)
_REACH = re.compile("全国|全省|全市|全区|全县|全街道|全镇|全村|全城|[国省市区县]级")
CLAUSE = re.compile("[，。；：！？\n]")
REF = re.compile("<[^>]*>")
_SENTENCE = re.compile("[^。！？；\n]+")
_INNER = re.compile("[^省市区县]+[省市区县]$")
_NEAR = 220
"""Characters of the article in front of a sentence that may say when."""


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.told:
        yield from _text(case, path, text)


def _text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    ids = [id for id in case.figures_in(path, text) if id in case.known]
    if path[-1] == "line":
        yield from _measures(case, path, text, [case.known[id] for id in ids])
    yield from _of_figures(case, path, text)
    yield from _names(case, path, text.zh)
    yield from _years(case, path, text)
    for ref, meant, found in turned(case, text.zh):
        message = say("around.turned", meant=meant, id=ref.id, found=found)
        yield case.problem(NAME, message, (*path, "zh"), ref.source)
    if not isinstance(case, Case):
        return
    zh = case.names.blank_zh(text.zh)
    for one in _SENTENCE.findall(zh):
        named = [ref.id for ref in references(one) if ref.id in case.known]
        yield from _when(case, path, one, named if "<" in zh else ids)
    yield from _turned(case, path, zh)


def _years(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """The year that a word gives to a date is the date's; one of another year than the article's is given one."""
    for tongue, language in enumerate(("zh", "en")):
        words = getattr(text, language)
        for word, one, right in beside(case, words, tongue):
            if not right:
                message = say("around.year", word=word, id=one.ref.id, year=one.year, dated=one.of_article)
                yield case.problem(NAME, message, (*path, language), word)
        for tense, ref in told_too_soon(case, words) if tongue else ():
            key = "around.past" if case.known[ref.id].date else "around.planned"
            yield case.problem(NAME, say(key, word=tense, id=ref.id), (*path, language), tense)
        for one in yearless(case, words, tongue):
            message = say("around.yearless", id=one.ref.id, year=one.year, dated=one.of_article)
            help = say("around.yearless_how")
            yield case.problem(NAME, message, (*path, language), one.ref.source, help=help)


def _when(case: Case, path: Path, zh: str, ids: list[str]) -> Iterator[Problem]:
    """How often, when and how far, in one sentence of a text."""
    often, when = [*_HOW_OFTEN.within(zh)], [match[0] for pattern in (_TIMES, _REACH) for match in pattern.finditer(zh)]
    of_part = not ids and path[0] in ("projects", "honours")
    counted = {word for word, *_ in beside(case, zh, 0)}
    when = [word for word in when if word not in counted]
    said = (_around_quote(case, path) if of_part else _said(case, ids)) if often or when else ""
    for i, found in often:
        if not _OFTEN[i].search(said):
            yield _unsaid(case, path, found)
    said = _at_end(said.replace("同比", "同比上年去年")) if when else ""
    own = _said(case, ids, 0) if ids and path[0] == "facts" else said
    for word in when:
        if _at_end(word).removeprefix("今年" if "年终" in said else "今") not in (
            own if _REACH.fullmatch(word) else said
        ):
            yield _unsaid(case, path, word)


def _at_end(said: str) -> str:
    """One word for it: 明年年底, 明年末."""
    return re.sub("年[底末]", "年终", said.replace("年年", "年"))


@lru_cache(maxsize=1024)
def clauses_of(case: Texts, path: Path, zh: str) -> tuple[tuple[str, list[str]], ...]:
    """Each clause with the facts that it speaks of; a label is one of its own."""
    found, own = [], case.figures_in(path, Both(zh=zh, en=zh)) if path[-1] == "label" else []
    for clause in CLAUSE.split(zh):
        ids = [id for id in [ref.id for ref in references(clause)] or own if id in case.known]
        if ids:
            found.append((REF.sub("·", clause), ids))
    return tuple(found)


_EACH_ONE = re.compile("每(?![天日周月季年次小])(?:[家户人名](?=.)|[个栋条处座]?([\u4e00-\u9fff]))|各(?=[认捐投建增])")


def _of_figures(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """How far, which phase, of each: what a clause says of its figures, their status or their sentences say."""
    for clause, ids in clauses_of(case, path, text.zh):
        facts = [case.known[id] for id in ids]
        found = WHOLE.search(clause)
        statuses = {"date" if fact.date and found and found[0] != "已" else fact.status for fact in facts}
        if found and all(_is_partly(fact) for fact in facts):
            statuses -= {"under_way"}  # 完成六成
        if (
            found
            and statuses
            and statuses <= _TO_COME
            and not words_of(clause, NOT_WHOLE)
            and not is_to_come(case, path, text)
        ):
            yield case.problem(NAME, say("around.status", word=found[0], ids=listed(ids)), (*path, "zh"), found[0])
        if not (_EACH_ONE.search(clause) or [*phases(clause)]):
            continue
        homes = [case.home(id) for id in ids]
        said = [_up_to(home, fact) for home, fact in zip(homes, facts, strict=True) if home]
        if all(said) and len(said) == len(facts):
            for word in _not_of_them(clause, said):
                yield _unsaid(case, path, word)


def _is_partly(fact: Fact) -> bool:
    """A share of works: so much of them is done."""
    shared = fact.unit is not None and fact.unit.en == "percent"
    return isinstance(fact.value, str) or (shared and fact.value is not None and fact.value < 100)


def _up_to(home: Case, fact: Fact) -> str:
    """The article's sentence up to a figure, and the figure."""
    numeral, text = home.numeral(fact), home.article.bare.text
    return text[sentence(text, (numeral.start, numeral.end))[0] : numeral.end] if numeral else ""


def _not_of_them(clause: str, said: list[str]) -> Iterator[str]:
    """二期 where 一期 stands last before the figures; 每个社区 where nothing is told of each."""
    for start, end, member in phases(clause):
        last = [[which for *_, which in phases(one) if which[0] == member[0]][-1:] for one in said]
        if any(last) and not any(member in one for one in last):
            yield clause[start:end]
    for each in _EACH_ONE.finditer(clause):
        what = f"[个名家栋条处座户]?{each[1]}" if each[1] else each[0][1:]
        of = clause[each.end() : each.end() + 2]  # 每家分馆, of 各分馆
        if not any(re.search(f"[每各](?:{what}|{of})|{each[1] or each[0][1:2] or '户'}均|分别", one) for one in said):
            yield each[0]


_TO_COME = {"planned", "expected", "applied_for", "under_way"}
NOT_WHOLE: tuple[Kind, ...] = ("part", "under_way", "habit", "begun", "applied_for", *FUTURE)


def _names(case: Texts, path: Path, zh: str) -> Iterator[Problem]:
    """Who and where: a name in the clause of a figure stands where an article states the figure."""
    for clause, ids in clauses_of(case, path, zh):
        names = [(name, term) for name, term in case.names.terms_in(clause) if term.kind == "name"]
        homes = [(case.home(id), id.rpartition(".")[2]) for id in ids] if names else []
        said = "".join(_known_of(home, id, path) for home, id in homes if home)
        for name, term in names if all(home for home, _ in homes) else ():
            if not any(form in said for form in (term.zh, *term.zh_also)):
                yield _unsaid(case, path, name)


def _known_of(home: Case, id: str, path: Path) -> str:
    """What may bear out a name beside a figure: its sentence, its label, the place and what lies around it."""
    label = home.known[id].called.zh if path[0] != "facts" else ""
    return "".join((_said(home, [id]), label, home.content.place.zh, *_INNER.findall(home.content.within.zh)))


def _turned(case: Case, path: Path, zh: str) -> Iterator[Problem]:
    """The clause of one figure says the opposite of what the article says of it: 拆除 for 新建, 获得 for 申请."""
    for clause, ids in clauses_of(case, path, zh):
        numeral = case.numeral(case.known[ids[0]]) if len(ids) == 1 else None
        if numeral is None:
            continue
        text = case.article.bare.text
        said = verbs_only(case.names.blank_zh(text[slice(*clause_of(text, (numeral.start, numeral.end)))]))
        for found, loose, (here, _), (there, _) in opposites_of(verbs_only(clause)):
            meant = "" if loose else there.search(said)
            if meant and not there.search(clause) and not here.search(said):
                message = say("around.turned", meant=meant, id=ids[0], found=found)
                yield case.problem(NAME, message, (*path, "zh"), found)


def _unsaid(case: Texts, path: Path, word: str) -> Problem:
    return case.problem(NAME, say("around.unsaid", word=word), (*path, "zh"), word)


def _said(case: Case, ids: list[str], near: int = _NEAR) -> str:
    """The words of the article, or of a fact itself, that may bear a text out."""
    article = case.article.bare.text
    if not ids:
        return article
    found = []
    for fact in (case.known[term] for id in ids for term in (id, *case.known[id].terms) if term in case.known):
        for span in case.quoted(fact)[:1]:
            start, end = sentence(article, span)
            found.append(article[max(0, start - near) : end])
        found += [dates.period(fact.period, Words("", "")).zh, fact.whose.zh if fact.whose else ""]
    return "\n".join(found)


def _around_quote(case: Case, path: Path) -> str:
    """The sentence that an honor or a project is quoted from."""
    article, part = case.article.bare.text, getattr(case.content, str(path[0]))[path[1]]
    return "\n".join(article[slice(*sentence(article, span))] for span in case.quoted(part)[:1])


def _measures(case: Texts, path: Path, text: Both, facts: list[Fact]) -> Iterator[Problem]:
    """A measure named in the line of a plate is one of its figures'."""
    units = {fact.unit.zh for fact in facts if fact.unit}
    for word in re.split("[，、；。（）() ]", text.zh):
        if word in MEASURES and units and word not in units:
            message = say("around.measure", units="、".join(sorted(units)))
            yield case.problem(NAME, message, (*path, "zh"), word)
