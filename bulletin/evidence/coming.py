"""Figures of what is to come, begun or reached, and the words beside them in a text: which say how far it is.

A label may name the end of works, 完工: the program prints beside it that it is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Both, Status
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.how_far import FUTURE, SOFT, TELLING, words_of
from bulletin.evidence.passages import PART, SENTENCE
from bulletin.evidence.statuses import clause_of, sentence

WHOLE = re.compile(
    "(?<![待未])(?:完成|建成|竣工|完工|落成|开业|投用|投入使用|建好|办完|办结|结束|已(?![有经知]))(?![后率])"
)
"""That all of it is done."""
COMING: tuple[Status, ...] = ("planned", "expected", "applied_for")
_REACHED = re.compile("已|了")


_OF_ITS_NAME = re.compile(
    "(?:办结|办理|完成|完工|竣工|建成|投用|开业|交付|结束|改造|建设|投入使用|整改)(?:期限|时限|限期|时间|日期|进度|目标|标准|要求|条件)"
)


def telling(label: str) -> list[str]:
    """The words by which a label says how far something has come: none of 办结期限, 增长, 每周."""
    words = words_of(bare(_OF_ITS_NAME.sub("·", label)).text, TELLING).values()
    return [word.text for word in words if not SOFT.fullmatch(word.text) and word.text[0] != "每"]


def names_its_end(zh: str) -> bool:
    """Does a label name the end of something, and neither say that it is reached nor that it is to come?"""
    return bool(WHOLE.search(zh)) and not _REACHED.search(zh) and not words_of(zh).keys() & FUTURE


def is_to_come(case: Texts, path: Path, text: Both) -> bool:
    """Is a text the label of figures to come that names their end by a word of the article's own clause?"""
    if path[-1] != "label" or not (found := WHOLE.search(text.zh)) or not names_its_end(text.zh):
        return False
    ids = [id for id in case.figures_in(path, text) if id in case.known]
    return bool(ids) and all(case.known[id].status in COMING and _said_of(case, id, found[0]) for id in ids)


def is_to_begin(case: Texts, path: Path, text: Both, word: str) -> bool:
    """Is a text the label of figures to come that calls their beginning as the article's own clause does: 动工?"""
    ids = [id for id in case.figures_in(path, text) if id in case.known] if path[-1] == "label" else []
    return bool(ids) and all(case.known[id].status in COMING and _said_of(case, id, word) for id in ids)


def _said_of(case: Texts, id: str, word: str) -> bool:
    """Has the article the word in the clause of the figure?"""
    return word in own_clause(case, id)


def own_clause(case: Texts, id: str, whole: bool = False) -> str:
    """The clause of the article that states a figure, or its whole sentence."""
    home = case.home(id)
    numeral = home.numeral(case.known[id]) if home and id in case.known else None
    if home is None or numeral is None:
        return ""
    within = sentence if whole else clause_of
    return home.told_of[slice(*within(home.article.bare.text, (numeral.start, numeral.end)))]


_COME = re.compile("(?<![即不必])将(?!军)|计划|拟|预计|打算|待(?=[建改拆开完])|力争|有望|申请|谋划")
_GOING = re.compile("正在|在建(?!筑)|施工中|在施工|在办")
_BEGUN = re.compile("(?<![未待])(?:动工|开工|开建|破土|奠基|启动)(?![率区])")
_DONE = re.compile(
    "(?<![待未])(?:已(?!有|知|婚|故|经?列|具备|为)|建成|竣工|完工|落成|投用|开业|办结|办完|交付|完成)(?![后率前])"
)


def out_of_stage(case: Texts, path: Path, zh: str) -> Iterator[tuple[str, str]]:
    """Words beside a figure that say how far it is, and the clause of the article that says it otherwise.

    将办结<settled>, of what is reached; 在建, where the article has 建成; 已改造<planned>, of a plan.
    """
    for clause in (part for whole in SENTENCE.split(zh) for part in PART.split(whole) if path[-1] != "plan"):
        refs = list(references(clause))
        ends = [ref.start + len(ref.source) for ref in refs]
        for ref, start, stop in zip(refs, [0, *ends], [*(one.start for one in refs[1:]), len(clause)], strict=False):
            said, fact = own_clause(case, ref.id), case.known.get(ref.id)
            near = f"{clause[start : ref.start]}·{clause[ref.start + len(ref.source) : stop]}"
            if fact and said and fact.status == "achieved":
                word = _unreached(near, said, own_clause(case, ref.id, whole=True))
            elif fact and said and fact.status in COMING and path[-1] != "label" and not _COME.search(clause):
                found = _DONE.search(near)
                word = found[0] if found and not _DONE.search(said) else ""
            else:
                word = ""
            if word:
                yield word, said


_STEPS = {
    "prepared": re.compile("招标|公示|立项|报批|核准"),
    "begun": _BEGUN,
    "done": re.compile("(?<![未待])(?:竣工|完工|建成|落成|完成|投用|投入使用|启用|开放|开通|开业|通车)(?![后率前])"),
}
"""The steps of works, of which a date is the date of one."""


def _steps(words: str) -> dict[str, str]:
    return {step: found[0] for step, of in _STEPS.items() if (found := of.search(words))}


def another_step(case: Texts, path: Path, text: Both) -> Iterator[tuple[str, str]]:
    """A step of works beside a date that is, in the article, the date of another: 9月竣工, for its 9月开工."""
    for id, near, whole in _dated(case, path, text.zh):
        said, here = own_clause(case, id), _steps(near)
        there = _steps(said)
        if here and not there:  # 2017年9月,管网改造完工: of a sentence that tells of one step
            said = own_clause(case, id, whole=True)
            there = found if len(found := _steps(said)) == 1 else {}
        if here and there and not here.keys() & there.keys():
            yield next(iter(here.values())), said
        aimed = _AIMS.search(said) if "done" in here and case.known[id].status in COMING else None
        if aimed and path[-1] not in ("plan", "label") and not (_COME.search(whole) or _AIMS.search(whole)):
            yield here["done"], said


_AIMS = re.compile("力争|预计|有望|争取|计划|拟")


def _dated(case: Texts, path: Path, zh: str) -> Iterator[tuple[str, str, str]]:
    """The dates of a text, each with the words behind it, and its sentence; of an event of the time line, its own."""
    if path[:2] == ("timeline", "events") and isinstance(case, Case) and case.content.timeline:
        yield str(case.content.timeline.events[int(path[2])].at), zh, zh
        return
    for whole, clause in ((one, part) for one in SENTENCE.split(zh) for part in PART.split(one)):
        refs = list(references(clause))
        for ref, after in zip(refs, [*refs[1:], None], strict=False):
            fact = case.known.get(ref.id)
            if fact and fact.date:
                yield ref.id, clause[ref.start + len(ref.source) : after.start if after else len(clause)], whole


def _unreached(near: str, said: str, whole: str) -> str:
    """What says of a figure that is reached that it is to come, in hand or begun."""
    found = None if re.search("[未没不]", near) else _COME.search(near)
    if found and not (_DONE.search(near[: found.start()]) or _COME.search(whole) or _GOING.search(whole)):
        return found[0]
    ahead = _COME.search(said) or _GOING.search(said)
    for words in (_GOING, _BEGUN) if not ahead else ():
        found = words.search(near)
        borne = words is _BEGUN and (_BEGUN.search(said) or not _DONE.search(said))
        if found and not borne and not _DONE.search(near.replace(found[0], "·")):
            return found[0]
    return ""
