"""What of an article a clause of prose retells: found by the words that they share, the rare ones most."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

from bulletin.evidence.features import Features, pairs
from bulletin.evidence.passages import Rare, Stretches

_CLAUSE = re.compile("[^,。;:!?]+[,。;:!?]?")
_ENDS = "。;!?"
_HAN = re.compile("[\u4e00-\u9fff]+")
_LIKE, _NEAR, _NEAR_LIKE, _HALF, _SAME = 0.45, 0.8, 0.3, 0.12, 0.5
"""What a pair counts: its characters stand apart; the next sentence has it, or has these; one of them is there; the
sentence has it, but not the clause."""
_BESIDE = 0.3
"""What the clauses beside a clause add, in its sentence and in the article's."""
_AS_GOOD = 0.85
_TRIED = 5
_THERE = 0.5
"""How much of what else a clause says stands where a word of it does, where it is not from elsewhere."""


@dataclass(frozen=True, slots=True)
class Retold:
    """What a clause most likely retells: the clauses, how much of it they have, and how much that weighs."""

    clauses: tuple[int, ...]
    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class Borne:
    """How far a sentence of the article, with those around it, bears out a clause, and what stands beside it."""

    sentence: int
    share: float
    lacks: float
    beside: float


@dataclass(frozen=True)
class Retelling:
    """An article, cut into clauses and sentences."""

    text: str
    clauses: Stretches
    sentences: Stretches
    within: tuple[int, ...]
    """The sentence of each clause."""
    starts: tuple[int, ...]
    """The first clause of each sentence, and behind the last."""
    near: tuple[tuple[Features, str], ...]
    """The pairs and the text of each sentence with those beside it."""

    def closest(self, words: Features, beside: Features) -> Retold | None:
        """The clauses that have most of these words; of two the one whose neighbours have more of the words beside."""
        rare = self.clauses.rare(words)
        top = nlargest(2 * _TRIED, self.clauses.scores(rare).items(), key=lambda found: (found[1], -found[0]))
        if not top:
            return None
        own = {at: self._clause_has(at, rare) for at, _ in top}
        around = {at: score * (1 + _BESIDE * self._beside(self.within[at], beside)) for at, score in own.items()}
        best = max(around, key=lambda at: (around[at], -at))
        others = (at for at in around if at != best and around[at] >= _AS_GOOD * around[best])
        return Retold((best, *others), own[best] / sum(rare.values()), own[best])

    def _clause_has(self, at: int, rare: Rare) -> float:
        """How much of these words; those of its sentence count in part: 二期 may stand there alone."""
        text, words, sentence = self.clauses.texts[at], self.clauses.words[at], self.sentences.words[self.within[at]]
        own = sum(weight * (1 if word in words else _LIKE * _apart(word, text)) for word, weight in rare.items())
        return own + _SAME * sum(weight for word, weight in rare.items() if word in sentence and word not in words)

    def _beside(self, sentence: int, beside: Features) -> float:
        return len(beside & self.sentences.words[sentence]) / len(beside) if beside else 0.0

    def borne(self, words: Features, beside: Features) -> Borne:
        """By the sentence that has most of these words, and those around it."""
        rare = self.sentences.rare(words)
        weighs, scores = sum(rare.values()), self.sentences.scores(rare)
        best = Borne(-1, 0.0, weighs, 0.0)
        for at in nlargest(_TRIED, scores, key=lambda at: (scores[at], -at)):
            has = self._has(at, rare)
            if best.sentence < 0 or has > weighs - best.lacks:
                near = len(beside & self.near[at][0]) / len(beside) if beside else 0.0
                best = Borne(at, has / weighs, weighs - has, near)
        return best

    def _has(self, sentence: int, rare: Rare) -> float:
        own, said = self.sentences.words[sentence], self.sentences.texts[sentence]
        words, around = self.near[sentence]
        return sum(
            weight
            * (
                1
                if word in own
                else _NEAR
                if word in words
                else _LIKE
                if _apart(word, said)
                else _NEAR_LIKE
                if _apart(word, around)
                else _HALF * (word[0] in said or word[1] in said)
            )
            for word, weight in rare.items()
        )

    def share(self, sentence: int, words: Features) -> float:
        """How much of these words a sentence has, with those around it; 1 where the article knows none of them."""
        rare = self.sentences.rare(words)
        return self._has(sentence, rare) / sum(rare.values()) if rare else 1.0

    def has_characters(self, clause: str, beside: Features) -> float:
        """How many of its characters stand where the article speaks of what stands beside it."""
        scores = self.sentences.scores(self.sentences.rare(beside))
        there = "".join(self.near[at][1] for at in nlargest(3, scores, key=lambda at: (scores[at], -at)))
        said = "".join(_HAN.findall(clause))
        return sum(char in there for char in said) / max(1, len(said))

    def around(self, clause: int, by: int = 0) -> str:
        """A clause with those around it within its sentence."""
        first, stop = self.starts[self.within[clause]], self.starts[self.within[clause] + 1]
        return "".join(self.clauses.texts[max(first, clause - by) : min(stop, clause + by + 1)])

    def from_elsewhere(self, clause: str, names: Collection[str], weighs: float, share: float) -> Iterator[str]:
        """Words of a clause that the article has, but not where it has the rest of the clause.

        `weighs`, `share`: what the rest must weigh there, and how much of it must be there, before that tells anything.
        """
        scores = self.sentences.scores(self.sentences.rare(pairs(clause)))
        asked = {name for name in names if name in clause and name in self.text}
        for at in nlargest(2, scores, key=lambda at: (scores[at], -at)):
            asked.update(run for run in self._foreign(clause, at) if len(run) > 2)
        for word in sorted(asked, key=lambda word: (clause.find(word), -len(word))):
            rest = self.sentences.rare(pairs(clause.replace(word, "·")))
            scores = self.sentences.scores(rest)
            best = max(scores.values(), default=0.0)
            if best >= weighs and best >= share * sum(rest.values()) and not self._there(word, scores, best):
                yield word

    def _there(self, word: str, scores: Mapping[int, float], best: float) -> bool:
        """Does the article have the rest where it has the word?"""
        for at, text in enumerate(self.sentences.texts):
            if word in text:
                near = max(scores.get(at - 1, 0.0), scores.get(at + 1, 0.0))
                if scores.get(at, 0.0) + _NEAR * near > _THERE * best:
                    return True
        return False

    def _foreign(self, clause: str, sentence: int) -> Iterator[str]:
        """Runs of a clause that the article has, of which no pair stands in a sentence or around it."""
        known = self.near[sentence][0]
        for run in _HAN.findall(clause):
            at = 0
            while at < len(run) - 1:
                end = at
                while end < len(run) - 1 and run[end : end + 2] not in known and run[at : end + 2] in self.text:
                    end += 1
                if end > at and not self._goes_on(run, at, end) and not self._is_end(run, at, end):
                    yield run[at : end + 1]
                at = max(end, at + 1)

    def _goes_on(self, run: str, start: int, end: int) -> bool:
        """Does the article have it together with what stands behind it here? 木匠邱 of 木匠邱万松."""
        return end + 2 < len(run) and run[start : end + 3] in self.text

    def _is_end(self, run: str, start: int, end: int) -> bool:
        """Does the article have it together with what stands before it here? 区南部 of 雨花区南部."""
        return start > 0 and run[start - 1 : end + 1] in self.text


def _apart(word: str, text: str) -> bool:
    """Do both characters of a pair stand in a text, wherever?"""
    return word[0] in text and word[1] in text


@lru_cache(maxsize=32)
def retelling(text: str) -> Retelling:
    """Of the bare text of an article."""
    clauses = _CLAUSE.findall(text)
    ends = [at + 1 for at, clause in enumerate(clauses) if clause[-1] in _ENDS]
    starts = sorted({0, *ends, len(clauses)})
    within = tuple(at for at, (first, stop) in enumerate(pairwise(starts)) for _ in range(first, stop))
    sentences = Stretches.of("".join(clauses[first:stop]) for first, stop in pairwise(starts))
    beside = [slice(max(0, at - 1), at + 2) for at in range(len(sentences.texts))]
    near = tuple((frozenset().union(*sentences.words[three]), "".join(sentences.texts[three])) for three in beside)
    return Retelling(text, Stretches.of(clauses), sentences, within, tuple(starts), near)
