"""What a number is said of: the words beside it, held against the words by which its fact is known.

Every place where a number stands is scored against every fact of the text: Chinese by pairs of characters, English by
the stems of its words. Two numbers have changed places where the words beside the two fit the exchanged facts better.
"""

# ruff: noqa: SIM905 - word lists stay readable as words

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from bulletin.content.measures import MEASURES
from bulletin.content.model import Plural
from bulletin.evidence.statement import Shown, Side, Stated, Statement

Features = frozenset[str]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[A-Za-z][a-z'’-]+")
_BREAK = {
    "zh": re.compile(r"[，,；;。！!？?、：:（）()\n]"),
    "en": re.compile(r"[,;:.()!?\n—–](?!\d)|\b(?:and|while|but|with)\b"),
}
_SENTENCE = re.compile(r"[。；;！!？?\n]|\.(?!\d)")
_SMALL = frozenset(
    """the a an of and or to in on at by for from with was were is are be been has have had it its their his this that
    which who as all more than nearly about over some each per into up out off there they them not no also
    other""".split()
)
_OF_TIME = frozenset("in on since by from until till to during before after of between and".split())
_OF_LENGTH = frozenset("in within for over after every past last next takes took".split())
_KINDS = {  # words that go with a number of this kind, in Chinese (pairs) and English (stems)
    "date": ("年起 年的 开业 启动 以来 之前", "since until before after during start began begin"),
    "yuan": ("投资 投入 资金 产值 税收 纳税 补贴 费用 收入", "spent cost invest fund paid tax worth budget"),
    "share": ("占比 增长 比例 同比 提高 下降 完成", "share rate down rose grew fell growth account proportion"),
}
_SHARE_LEADS = ("占", "增长", "下降", "达", "率")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the words beside it, those of its own clause first."""

    near: Features
    far: Features
    slot: Mapping[str, int]


def stems(text: str) -> Features:
    """The stems of the words that say something."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    word = re.sub(r"(?:['’]s|ies|ied|ing|ers?|ed|es|s|e|y)$", "", word) if len(word) > 3 else word
    return word[:6]


def pairs(text: str) -> Features:
    """The pairs of neighbouring Chinese characters."""
    return frozenset(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))


@dataclass(frozen=True)
class Known:
    """A fact by the words that are said of it: its label, the words around its number in the quote, its unit's noun."""

    zh: Features
    en: Features
    kind: str


@lru_cache(maxsize=4096)
def known(stated: Stated) -> Known:
    fact = stated.fact
    measure = MEASURES.get(fact.unit.zh) if fact.unit else None
    kind = "date" if fact.date else measure.dimension if measure else ""
    zh, en = _KINDS.get(kind, ("", ""))
    noun = "" if fact.unit is None else fact.unit.en.other if isinstance(fact.unit.en, Plural) else fact.unit.en
    around = pairs(stated.before) | pairs(stated.after) | pairs(zh)
    return Known(around | pairs(fact.label.zh), stems(f"{fact.label.en} {noun} {en}"), kind)


def places(side: Side, tongue: str) -> list[Place]:
    """What stands beside each number: up to the next one, and within its clause."""
    found, shown = [], side.shown
    read = pairs if tongue == "zh" else stems
    stops = [0, *(m.end() for m in _SENTENCE.finditer(side.text)), len(side.text)]
    for i, one in enumerate(shown):
        left = shown[i - 1].end if i else 0
        right = shown[i + 1].start if i + 1 < len(shown) else len(side.text)
        before, after = side.text[left : one.start], side.text[one.end : right]
        cuts = [m.end() for m in _BREAK[tongue].finditer(before)]
        stop = _BREAK[tongue].search(after, 2 if one.stated.fact.date else 0)
        near = read(before[cuts[-1] if cuts else 0 :]) | read(after[: stop.start()] if stop else after)
        sentence = max(at for at in stops if at <= one.start), min(at for at in stops if at >= one.end)
        found.append(Place(near, read(side.text[slice(*sentence)]) - near, _slot(side.text, one, tongue)))
    return found


def _slot(text: str, one: Shown, tongue: str) -> Mapping[str, int]:
    """What the word right before a number and the word behind it expect."""
    if tongue == "zh":
        lead = text[: one.start][-1:]
        date = 3 if not lead or lead in "于从自至到在截。，；、\n " else -3 * (lead not in "户个名家条处%元亩")
        return {"date": date, "share": 2 * text[: one.start].endswith(_SHARE_LEADS)}
    lead = re.sub(r" (?:the|a|an|some|all)$", "", text[: one.start].rstrip().lower()).rsplit(" ", 1)[-1]
    fits = {"date": 3 if not lead or lead in _OF_TIME else -3, "month": 2 * (lead in _OF_LENGTH)}
    fits[""] = -2 * (lead in ("in", "on", "since", "until", "by", "during"))
    fits["share"] = 3 * text.startswith(" of ", one.end) + (lead in ("up", "down", "by", "was"))
    return fits


def score(place: Place, fact: Known, tongue: str) -> int:
    words = fact.zh if tongue == "zh" else fact.en
    return 2 * len(place.near & words) + len(place.far & words) + place.slot.get(fact.kind, 0)


def exchanged(side: Side, tongue: str) -> dict[tuple[int, int], int]:
    """How much better the facts of two places fit the other way round; below 0: they fit as they stand."""
    here = places(side, tongue)
    facts = [known(one.stated) for one in side.shown]
    table = [[score(place, fact, tongue) for fact in facts] for place in here]
    return {
        (i, j): table[i][j] + table[j][i] - table[i][i] - table[j][j]
        for i, j in combinations(range(len(here)), 2)
        if side.shown[i].key[0] != side.shown[j].key[0]
    }


def changed_places(statement: Statement) -> Iterator[tuple[Shown, Shown, str]]:
    """Two references (of the English) that stand where the other belongs, or may do so, and what to say of them."""
    by_zh, by_en = exchanged(statement.zh, "zh"), exchanged(statement.en, "en")
    zh_at = {one.key: i for i, one in enumerate(statement.zh.shown)}
    en_at = {one.key: i for i, one in enumerate(statement.en.shown)}
    for (_, one), (_, other) in combinations(statement.pairs, 2):
        zh, en = zh_at[one.key], zh_at[other.key]
        says_zh = by_zh.get((zh, en))
        places_en = tuple(sorted((en_at[one.key], en_at[other.key])))
        says_en = by_en.get((places_en[0], places_en[1]))
        if says_zh is None or says_en is None:
            continue
        turned = en_at[one.key] > en_at[other.key]
        if turned and (says_en >= 0 or says_zh > 0):
            yield one, other, "stand in another order in the English, and the words beside them do not tell them apart"
        elif not turned and says_zh + says_en > 0 and max(says_zh, says_en) > 0:
            yield one, other, "seem to have changed places: the words beside each speak of the other"
