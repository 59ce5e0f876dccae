"""Who says what in an article, by the name right before 说 or 介绍; and words that a text gives to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bulletin.evidence.features import pairs
from bulletin.evidence.retelling import retelling

_SAYS = re.compile(
    "(?<![据有她他们者民家])(?P<name>[\u4e00-\u9fff]{2,3})(?:[笑感]?[说着]*说|表示|介绍说?|坦言|告诉|认为|指出|回忆|感慨)(?=[,。:，：])"
)
_REF = re.compile("<[^>]*>")
_MUCH, _LITTLE, _WEIGHS, _AROUND = 0.5, 0.3, 1.5, 4
"""How much of the words somebody else says, how much of that the one who is named; what that weighs at
least; and in how many sentences before nobody else may be named who goes on."""


_TITLE = re.compile("^[长任记师员生授理席民者工家](?=..$)")


def _person(said: re.Match[str]) -> str:
    """A name of two characters behind a title has its last: 长郑岚."""
    return _TITLE.sub("", said["name"])


@lru_cache(maxsize=32)
def speakers(article: str) -> dict[int, str]:
    """Who speaks, by the sentence; a quotation that ends before the name is theirs, too."""
    found, sentences = dict[int, str](), retelling(article).sentences.texts
    for at, sentence in enumerate(sentences):
        for said in _SAYS.finditer(sentence):
            found[at] = _person(said)
            before = at
            while sentence.startswith('"') and before > 0 and said.start() < 14:
                before -= 1
                found.setdefault(before, _person(said))
                if '"' in sentences[before]:
                    break
    return found


def given_to_another(zh: str, article: str) -> Iterator[tuple[str, str]]:
    """The name that a text has before 说, and whose words they are in the article; empty where none is named there."""
    known, sentences = speakers(article), retelling(article).sentences
    for text in re.split("[。！？；]", _REF.sub("·", zh)):
        said = _SAYS.search(f"{text}，")
        if said is None or (name := _person(said)) not in article:
            continue
        rare = sentences.rare(pairs(text[said.end() :]))
        scores = sentences.scores(rare)
        best = max(scores, key=lambda at: (scores[at], -at), default=-1)
        own = max((scores.get(at, 0.0) for at, who in known.items() if who == name), default=0.0)
        its = known.get(best, "")
        around = slice(max(0, best - (1 if its else _AROUND)), best + 2)
        near = "".join(sentences.texts[around])
        told = name not in near and best >= 0 and scores[best] >= max(_MUCH * sum(rare.values()), _WEIGHS)
        if told and own <= _LITTLE * scores[best]:
            yield name, its
