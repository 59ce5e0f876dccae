"""The cause that a text gives, where the article tells of its effect: 因资金不足，…未更换, for 因地铁施工，…未更换."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.evidence.features import pairs
from bulletin.evidence.passages import SENTENCE
from bulletin.evidence.retelling import Retelling
from bulletin.evidence.retold_words import LOOSE

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
