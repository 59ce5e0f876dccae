"""Why something is so and by whom it is done, as the article has it: 因地铁施工, 由公司自筹."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.evidence.features import pairs
from bulletin.evidence.passages import SENTENCE
from bulletin.evidence.retelling import Retelling
from bulletin.evidence.retold_words import LOOSE
from bulletin.evidence.slots import alike

_CAUSE = re.compile(
    "(?:由于|因(?!地|素|此|为$|而))(?P<cause>[^,，。;；]{2,}?)(?:引起的?|造成的?|等?原因|影响|[,，。;；]|$)"
)
_REF = re.compile("<[^>]*>")
_WEIGHS, _EFFECT, _LITTLE = 1.4, 0.5, 0.4
"""What an effect weighs and how much of it a sentence has, before that tells anything; how little of a cause tells."""


def other_cause(zh: str, by: Retelling) -> Iterator[tuple[str, str]]:
    """Words that name a cause, and the sentence that has the effect and neither has the cause nor stands beside it."""
    for sentence in SENTENCE.split(_REF.sub("·", zh)):
        for found in _CAUSE.finditer(sentence):
            effect = pairs(LOOSE.sub("·", f"{sentence[: found.start()]}·{sentence[found.end() :]}"))
            borne = by.sentences.rare(effect)
            scores = by.sentences.scores(borne)
            at = max(scores, key=lambda at: (scores[at], -at), default=-1)
            if at < 0 or scores[at] < max(_WEIGHS, _EFFECT * sum(borne.values())):
                continue
            if by.share(at, pairs(LOOSE.sub("·", found["cause"]))) < _LITTLE:
                yield found[0].strip(",，。;；"), by.sentences.texts[at]


_BY = re.compile("(?<![来理缘事自])由(?P<run>[\u4e00-\u9fff]{4,16})")
_WHO, _LONG = 2, 12


def other_doer(zh: str, by: Retelling) -> Iterator[tuple[str, str]]:
    """By whom it is done in a text, and what the article says: what is done follows both."""
    for found in _BY.finditer(_REF.sub("·", zh)):
        run = found["run"]
        for end in range(_WHO, len(run) - 1):
            who, done = run[:end], run[end : end + 2]
            there = re.findall(f"(?<![来理缘事自])由([\u4e00-\u9fff]{{1,{_LONG}}}?){done}", by.text)
            if there and not any(pairs(who) & pairs(its) or alike(who, its) or its[0] in who for its in there):
                yield f"由{who}{done}", f"由{there[0]}{done}"
                break
