"""retold: a clause without a figure retells what the article says there: as far come, as much of it, of the same one.

Passes:  zh: 加大林果化建设力度                 (加大乡村林果化建设力度)
Fails:   zh: 完成林果化建设
Fails:   zh: 巡视反馈问题全部整改到位           (巡视反馈问题已基本整改到位)
Fails:   zh: 志愿者打通断头路                   (the article has volunteers, but not where it tells of these roads)
Fails:   zh: 有人舍得拆                         (有人舍不得拆: the article's words but for one that turns them)
Fails:   zh: 街道为餐饮店发放补贴               (no sentence of the article says anything like it)

The clause of the article is the one that shares most of the words that claim nothing, the rare ones most. Where it is
close, how far a thing has come, how much of it and when are compared. A word that the article has must stand
where it has the rest of the clause. Where no sentence has half of it, nothing in the article says this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletin.content.model import Both
from bulletin.content.yaml_text import Path
from bulletin.evidence.altered import altered
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.causes import other_cause, other_doer
from bulletin.evidence.coming import another_step, out_of_stage
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.otherwise import otherwise
from bulletin.evidence.passages import PART, SENTENCE, passages
from bulletin.evidence.retelling import Retelling, Retold, retelling
from bulletin.evidence.retold_words import (
    ACTORS,
    BEFORE,
    CAUSE,
    CLAIMS,
    EXTENTS,
    IDLE,
    LOOSE,
    OURS,
    TIMES,
    stages_of,
)
from bulletin.evidence.rules.around import REF
from bulletin.evidence.rules.borne import finished, of_part
from bulletin.evidence.rules.unstated import SILENT, SILENT_MAYBE, articles
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "retold"
_HAN = re.compile("[\u4e00-\u9fff]")
_LEAST = 5
"""Characters of a clause that can be looked for."""
_CLOSE, _WEIGHS = 0.65, 1.75
"""How much of a clause the article's has, and how much that weighs, before what they claim is compared."""
_SURE = 0.8
"""The same in what is said of one project alone, whatever it weighs."""
_LITTLE, _LACKS = 0.5, 3.7
"""A clause of which no sentence has more than this, and that lacks so much, is nowhere in the article."""
_CAUSE_LITTLE, _CAUSE_LACKS, _CAUSE_ALONE = 0.42, 1.9, 0.35
"""The same of a cause or a purpose; and how little tells, whatever stands beside it."""
_WHOLE, _CAUSE_WHOLE, _STRANGE, _CHARS = 7.0, 3.0, 5.0, 0.6
"""The same of one of which the article has no word at all; and where less than this of its characters stand around."""
_BESIDE, _BESIDE_LACKS = 0.3, 14.0
"""How much of what stands beside it the sentence has, where more must be lacking."""
_REST_WEIGHS, _REST = 1.4, 0.35
"""What the rest of a clause weighs, and how much of it one sentence has, before a word can be out of its place."""


_LED = re.compile("(?:[^,]{2,12}(?:表示|说|介绍|称),)?(?:下一步|下一阶段|接下来|今后)(?![^,]*已)")
"""What opens a sentence and says of all its clauses that they are to come: 下一步,街道将…,加快推进…."""


class Told(NamedTuple):
    """A clause of a text, and the words that stand beside it in its sentence."""

    path: Path
    text: Both
    clause: str
    claimless: Features
    """The pairs of it that say where to look."""
    beside: Features


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.told:
        ones = articles(case, path, text)
        if len(ones) != 1:
            continue
        if path[0] in _NAMES or path[-1] in ("line", "label", "size", "rest"):
            yield from _otherwise(case, retelling(ones[0].article.bare.text), path, text)
        else:
            yield from of_text(case, ones[0], path, text)
    if isinstance(case, Case):
        for path, text in case.finished:
            if path[0] == "notes":
                yield from _otherwise(case, retelling(case.article.bare.text), path, text)


_NAMES = ("facts", "honours", "key_figures", "timeline")


def of_text(case: Texts, one: Case, path: Path, text: Both) -> Iterator[Problem]:
    """What a text tells otherwise than the article of one content file."""
    by, own = retelling(one.article.bare.text), _of_project(one, path)
    yield from _order(case, by, path, text)
    yield from _otherwise(case, by, path, text)
    for told in clauses(path, text):
        yield from _close(case, by, told) if own is None else _of_own(case, own, told)
        yield from _far(case, one, by, told) if _is_prose(path) else _misplaced(case, one, by, told)


def _is_prose(path: Path) -> bool:
    """A title stands over what it sums up, and a cell beside it; the rules `head` and `borne` look at these."""
    return ("paragraphs" in path and path[-1] != "head") or path[-1] in ("text", "caption")


def clauses(path: Path, text: Both) -> Iterator[Told]:
    """Those that have no figure, and tell what the article says."""
    for sentence in SENTENCE.split(text.zh):
        plain = [LOOSE.sub("·", REF.sub("·", clause)) for clause in PART.split(sentence)]
        for i, clause in enumerate(PART.split(sentence)):
            ours = "<" in clause or OURS.search(clause) or SILENT.search(clause) or SILENT_MAYBE.search(clause)
            if not ours:
                beside = pairs("·".join(plain[:i] + plain[i + 1 :]))
                yield Told(path, text, clause, pairs(CLAIMS.sub("·", plain[i])), beside)


def _order(case: Texts, by: Retelling, path: Path, text: Both) -> Iterator[Problem]:
    """先改景观,再改水电: which comes first in the article?"""
    for one in BEFORE.finditer(text.zh):
        first, then = pairs(one["first"]), pairs(one["then"])
        for there in BEFORE.finditer(by.text) if first and then else ():
            ahead, behind = pairs(there["first"]), pairs(there["then"])
            turned = bool(first & behind - ahead and then & ahead - behind)
            if turned and not (first & ahead - behind or then & behind - ahead):
                message = say("retold.order", word=one[0], passage=_short(there[0]))
                yield case.problem(NAME, message, (*path, "zh"), one[0], level="warning", help=say("retold.how"))


def _otherwise(case: Texts, by: Retelling, path: Path, text: Both) -> Iterator[Problem]:
    """A clause, with figures or without, that has another word where the article's has its own."""
    found = dict[str, tuple[str, str]]()
    for sentence in SENTENCE.split(REF.sub("·", text.zh)):
        for clause in PART.split(sentence):
            if path[0] != "notes":
                found |= {word: ("extent", passage) for word, passage in altered(clause, by.text)}
                if OURS.search(clause) or SILENT.search(clause) or SILENT_MAYBE.search(clause):
                    continue
            for word, passage in otherwise(bare(clause).text, bare(sentence).text, by, denials=path[0] != "notes"):
                if not any(word in known or known in word for known in found):
                    found[word] = "extent", passage
    if path[0] != "notes":
        stages = dict((*out_of_stage(case, path, text.zh), *another_step(case, path, text)))
        found |= {word: ("stage", passage) for word, passage in stages.items() if word not in found}
        found |= {word: ("cause", passage) for word, passage in other_cause(text.zh, by)}
        found |= {word: ("extent", passage) for word, passage in other_doer(text.zh, by)}
    for word, (which, passage) in found.items():
        message = say(f"retold.{which}", word=word, passage=_short(passage))
        yield case.problem(NAME, message, (*path, "zh"), level="warning", help=say("retold.how"))


def _of_project(one: Case, path: Path) -> Retelling | None:
    """What the article says of a project, for the cells of its row."""
    if path[0] != "projects" or path[-1] == "name":
        return None
    texts = passages(one.article.bare.text).texts
    return retelling("".join(texts[i] for i in of_part(one, one.content.projects[int(path[1])])))


def _of_own(case: Texts, by: Retelling, told: Told) -> Iterator[Problem]:
    """How far a project has come, by what is said of it alone: few words are enough there."""
    found = by.closest(told.claimless, told.beside) if told.claimless else None
    if found and found.share >= _SURE:
        said = by.around(found.clauses[0])
        for word in _stage(case, by, found, told):
            yield from _not_borne(case, told, word, said)
        for word in EXTENTS.against(told.clause, said, by.around(found.clauses[0], 1)):
            yield _problem(case, told, "extent", word, said)


def _close(case: Texts, by: Retelling, told: Told) -> Iterator[Problem]:
    """What a clause claims, and the clause of the article claims otherwise."""
    claims = CLAIMS.search(told.clause) or stages_of(told.clause).telling
    found = by.closest(told.claimless, told.beside) if claims and told.claimless else None
    if found is None or found.share < _CLOSE or found.weight < _WEIGHS:
        return
    for word in _stage(case, by, found, told):
        yield from _not_borne(case, told, word, by.around(found.clauses[0]))
    said = [by.around(at) for at in found.clauses]
    there = "".join(by.around(at, 1) for at in found.clauses)
    for which, series in (("extent", EXTENTS), ("time", TIMES)):
        for word in series.against(told.clause, "".join(said), there):
            if told.path[-1] != "title" or EXTENTS.words["all"].match(word):  # what a title compares is computed
                yield _problem(case, told, which, word, said[0])


def _stage(case: Texts, by: Retelling, found: Retold, told: Told) -> Iterator[str]:
    """How far it has come."""
    here = stages_of(case.uncut(told.clause))
    if here.telling and told.path[-1] != "plan":
        whole = case.uncut(by.around(found.clauses[0], 99))
        sentence = stages_of(whole)
        there = [stages_of(case.uncut(by.around(at))) for at in found.clauses]
        there = [one.to_come() for one in there] if _LED.match(whole) else there
        behind = [stages_of(one) for one in whole.split(",")]  # of a clause that only names its thing
        telling = [one for one in there if one.telling]
        behind = [one for one in behind if one.telling] if not telling else []
        if all(here.against(one, sentence) for one in (*(telling or there), *behind)):
            yield here.word


def _not_borne(case: Texts, told: Told, word: str, said: str) -> Iterator[Problem]:
    """The stage, unless the rule `borne` tells of it."""
    if not any(finished(case, told.path, told.text, told.clause)):
        yield _problem(case, told, "stage", word, said)


def _far(case: Texts, one: Case, by: Retelling, told: Told) -> Iterator[Problem]:
    """What stands elsewhere in the article, or nowhere."""
    if len(_HAN.findall(told.clause)) < _LEAST:
        return
    borne = by.borne(told.claimless, told.beside)
    cause = CAUSE.search(told.clause)
    little, lacks = (_CAUSE_LITTLE, _CAUSE_LACKS) if cause else (_LITTLE, _LACKS)
    if borne.sentence < 0:
        strange = (
            "paragraphs" in told.path
            and borne.lacks >= _STRANGE
            and by.has_characters(told.clause, told.beside) < _CHARS
        )
        if strange or borne.lacks >= (_CAUSE_WHOLE if cause else _WHOLE):
            yield _problem(case, told, "nothing", told.clause.strip(), "")
        return
    passage = by.sentences.texts[borne.sentence]
    beside = borne.beside >= _BESIDE and not (cause and borne.share < _CAUSE_ALONE)
    if borne.share < little and borne.lacks >= (_BESIDE_LACKS if beside else lacks):
        yield _problem(case, told, "nowhere", told.clause.strip(), passage)
        return
    names = {*ACTORS.findall(told.clause), *_names(one, told.clause)}
    for word in by.from_elsewhere(LOOSE.sub("·", told.clause), names, _REST_WEIGHS, _REST):
        if word in names or not (IDLE.search(word) or CLAIMS.search(word)):
            yield _problem(case, told, "elsewhere", word, passage)
            return


def _misplaced(case: Texts, one: Case, by: Retelling, told: Told) -> Iterator[Problem]:
    """A name of the glossary in a title or a cell."""
    names = set(_names(one, told.clause)) if told.path[-1] != "name" else ()
    for word in by.from_elsewhere(LOOSE.sub("·", told.clause), names, _REST_WEIGHS, _REST) if names else ():
        if word in names:
            nearest = by.borne(pairs(told.clause.replace(word, "·")), told.beside).sentence
            yield _problem(case, told, "elsewhere", word, by.sentences.texts[nearest])
            return


def _names(one: Case, clause: str) -> Iterator[str]:
    """Those of the glossary, but the place's own."""
    around = one.content.place.zh + one.content.within.zh
    for form, term in one.names.terms_in(clause):
        if term.kind == "name" and form not in around:
            yield form


def _problem(case: Texts, told: Told, which: str, word: str, passage: str) -> Problem:
    message = say(f"retold.{which}", word=word, passage=_short(passage))
    return case.problem(NAME, message, (*told.path, "zh"), word, level="warning", help=say("retold.how"))


@lru_cache(maxsize=256)
def _short(passage: str) -> str:
    plain = passage.strip(",。;:!?")
    return plain if len(plain) <= 60 else f"{plain[:60]}…"
