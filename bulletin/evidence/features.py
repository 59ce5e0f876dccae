"""Words by which a thing is known again: pairs of Chinese characters, stems of English words, and what both name."""

# ruff: noqa: SIM905 - word lists stay readable as words

from __future__ import annotations

import re
from functools import lru_cache

from bulletin.evidence.parity_words import CONCEPTS, FREQUENCIES

Features = frozenset[str]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[A-Za-z][a-z'’-]+")
_SMALL = frozenset(
    """the a an of and or to in on at by for from with was were is are be been has have had it its their his this that
    which who as all more than nearly about over some each per into up out off there they them not no also
    other""".split()
)
_ENDING = re.compile(r"(?:['’]s|ies|ied|ing|ers?|ed|es|s|e|y)$")


@lru_cache(maxsize=8192)
def stems(text: str) -> Features:
    """The stems of the English words that say something."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return (_ENDING.sub("", word) if len(word) > 3 else word)[:6]


@lru_cache(maxsize=8192)
def pairs(text: str) -> Features:
    """The pairs of neighbouring Chinese characters."""
    return frozenset(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))


_ZH = [(word, f"#{i}") for i, (zh, _) in enumerate(CONCEPTS) for word in zh.split("|")]
THINGS = frozenset(word for zh, _ in CONCEPTS[:28] for word in zh.split("|") if len(word) > 1)
"""The rows of what is counted: people, homes, firms, buildings, works."""
_EN = [(word, f"#{i}") for i, (_, en) in enumerate(CONCEPTS) for word in en.split()]
_BY_WORD = {word: frozenset(name for other, name in _EN if other == word) for word, _ in _EN}


@lru_cache(maxsize=8192)
def _named(word: str) -> Features:
    """What an English word names, in the singular or the plural."""
    word = word.strip("-'’")
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return next((_BY_WORD[form] for form in forms if form in _BY_WORD), frozenset())


@lru_cache(maxsize=8192)
def concepts(text: str, language: int) -> Features:
    """The things, stages and frequencies that a text names in one language (0: Chinese) and the other may name too."""
    often = frozenset(f"#{name}" for name in FREQUENCIES.names(text, language))
    if language:
        return often.union(*map(_named, _WORD.findall(text.lower())))
    return often.union(name for word, name in _ZH if word in text)
