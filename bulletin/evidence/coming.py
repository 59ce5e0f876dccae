"""Labels of what is to come: 完工 names the end of works, and the program prints beside it that it is expected."""

from __future__ import annotations

import re

from bulletin.content.model import Both, Status
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Texts
from bulletin.evidence.how_far import FUTURE, SOFT, TELLING, words_of
from bulletin.evidence.statuses import clause_of

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


def own_clause(case: Texts, id: str) -> str:
    """The clause of the article that states a figure."""
    home = case.home(id)
    numeral = home.numeral(case.known[id]) if home and id in case.known else None
    if home is None or numeral is None:
        return ""
    return home.told_of[slice(*clause_of(home.article.bare.text, (numeral.start, numeral.end)))]
