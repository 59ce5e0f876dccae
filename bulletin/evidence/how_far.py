"""How far something has come, how much of it, and whether not: what the words of a clause say, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from bulletin.evidence import how_far_words as data
from bulletin.evidence.needed import NOTHING, needed, needed_words

Kind = Literal[
    "planned", "aim", "expected", "coming", "once", "applied_for", "under_way", "habit", "begun", "part",
    "achieved", "acted", "is", "decided", "designed",
]  # fmt: skip
_ZH = {kind: re.compile(data.STAGES[kind]) for kind in get_args(Kind)}
_NAMED, _COMPOUND = re.compile(data.NAMES), re.compile(data.COMPOUNDS)
FUTURE: frozenset[Kind] = frozenset({"planned", "aim", "expected", "coming", "once"})
SOFT = re.compile("达到|增长|增加|同比|下降|减少|降至|翻番|翻了|实现|回迁|完成|交付|投用|获得?")
"""What words of what is to come may govern from a clause before: 力争新开工80个,完成投资170亿元."""
DONE: frozenset[Kind] = frozenset({"begun", "part", "achieved", "acted"})
TELLING: tuple[Kind, ...] = (
    "planned", "aim", "expected", "coming", "once", "applied_for", "under_way", "habit", "achieved",
)  # fmt: skip
"""What says how far it is, the first first."""


class Word(NamedTuple):
    """A telling word, and where it stands in its stretch."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def words_of(text: str, kinds: tuple[Kind, ...] = get_args(Kind)) -> Mapping[Kind, Word]:
    """The first word of each kind in a stretch of bare Chinese; what only names something is passed over."""
    named = _NAMED.sub(_blank, text)
    plain = _COMPOUND.sub(_blank, named)
    parted = _ZH["part"].sub(_blank, named)
    whole = plain if parted == named else "".join(map(_if_there, plain, parted))
    unplanned = _ZH["planned"].sub(_blank, plain)  # 正在谋划 is no work under way
    looked_in = {
        "is": named,
        "part": named,
        "under_way": unplanned,
        "habit": unplanned,
        "achieved": whole,
        "acted": whole,
    }
    found: dict[Kind, Word] = {}
    for kind in kinds:
        if match := _ZH[kind].search(looked_in.get(kind, plain)):
            found[kind] = Word(match.start(), match.end(), text[slice(*match.span())])
    coming = min((word.start for kind, word in found.items() if kind in FUTURE), default=len(text))
    return {kind: word for kind, word in found.items() if kind not in DONE or word.start < coming}


def uncut(text: str, names: Iterable[str]) -> str:
    """The text, of the same length, in which no stage word takes a character of a name: 另有|望岳嘉园 has no 有望."""
    for name in names:
        start = text.find(name)
        while start >= 0:
            stop = start + len(name)
            for taken in _taken(text, start, stop):
                text = text[: taken[0]] + "·" * (taken[1] - taken[0]) + text[taken[1] :]
            start = text.find(name, stop)
    return text


def _taken(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    """Characters of a name that a word of two characters takes."""
    for kind, pattern in _ZH.items():
        if kind != "part":
            for match in pattern.finditer(text, max(0, start - 1), min(len(text), stop + 1)):
                first, last = match.span()
                if last - first == 2 and (first < start < last or first < stop < last):
                    yield (start, last) if first < start else (first, stop)


def _if_there(char: str, there: str) -> str:
    return "·" if there == "·" else char


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


@dataclass(frozen=True, slots=True)
class Words:
    """Of one language; `alone`: what surely says it tells also where the other language is silent."""

    sure: re.Pattern[str] | tuple[Kind, ...]
    may: re.Pattern[str]
    alone: bool
    needs: frozenset[str] = NOTHING
    """Characters, or English words, of which a text that surely says it has one; empty where any text may."""

    @classmethod
    def of(cls, sure: str, more: str, frame: str) -> Words:
        words = sure.removeprefix("!")
        if words.startswith("@"):
            kinds = tuple(kind for kind in get_args(Kind) if kind in words[1:].split())
            return cls(kinds, re.compile(more), words == sure)
        surely, may = (re.compile(frame.format(said)) for said in (words, f"{words}|{more}"))
        return cls(surely, may, words == sure, (needed if frame == "{}" else needed_words)(surely.pattern))

    @property
    def tells(self) -> bool:
        """Has the language words that surely say it?"""
        return isinstance(self.sure, tuple) or "$^" not in self.sure.pattern

    def may_stand_in(self, text: str) -> bool:
        return not self.needs or any(map(text.__contains__, self.needs))

    def said(self, text: str) -> list[str]:
        """What surely says it in a text."""
        if isinstance(self.sure, tuple):
            words = dict(words_of(text.translate(_HALF_WIDTH)))
            if "begun" in words and "achieved" in words and words["achieved"].text == "已":
                del words["achieved"]  # 已启动
            return [text[word.start : word.end] for kind in self.sure if (word := words.get(kind))]
        return [match[0] for match in self.sure.finditer(text)]

    def heard(self, text: str) -> int:
        """How often a text may say it."""
        found = sum(1 for _ in self.may.finditer(text))
        return found + (len(self.said(text)) if isinstance(self.sure, tuple) else 0)


def _mark(row: str) -> tuple[str, tuple[Words, Words]]:
    kind, zh, zh_more, en, en_more = (cell.strip() for cell in row.split(" = "))
    return kind, (Words.of(zh, zh_more, "{}"), Words.of(en.replace("~", data.BESIDE), en_more, r"\b(?:{})\b"))


MARKS = [_mark(row) for row in data.MARKS.strip().splitlines()]
_TELLING = [[(i, both[tongue]) for i, (_, both) in enumerate(MARKS) if both[tongue].tells] for tongue in (0, 1)]
PLANNED, UNDER_WAY, ACHIEVED = range(3)
"""The first marks."""
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("“"): '"', ord("”"): '"'}
_COMING = re.compile("年底前|届时|明年|次年|到20[0-9]{2}年")


@lru_cache(maxsize=8192)
def surely(text: str, tongue: int, before: str = "") -> Mapping[int, tuple[str, ...]]:
    """The marks that a stretch sets, with the words of each; 计划…建成 is a plan, and so is what is soft behind it.

    `before`: what stands before it in its sentence.
    """
    found = {i: tuple(said) for i, words in _TELLING[tongue] if words.may_stand_in(text) and (said := words.said(text))}
    coming = PLANNED in found or bool(_COMING.search(text))
    if before and not coming and all(map(SOFT.fullmatch, found.get(ACHIEVED, ()))):
        coming = bool(_COMING.search(before) or MARKS[PLANNED][1][tongue].said(before))
    return {i: said for i, said in found.items() if i != ACHIEVED or tongue or not coming}


@lru_cache(maxsize=8192)
def heard(text: str, mark: int, tongue: int) -> int:
    """How often a stretch may set a mark."""
    return MARKS[mark][1][tongue].heard(text)
