"""What a clause says otherwise than the sentence of the article that bears it best: 老人上街 for its 孩子到街上.

The sentence is the one that has most of the clause's words. Where it has what stands beside a word of the clause, too,
the word is held against what it has there: of two members of a series only one is so, nor is the opposite of a word.
A denial or a limit that it has with a word stands with it in the clause, and what the clause denies is denied there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bulletin.evidence.altered import SERIES
from bulletin.evidence.contrasts import PAIRS, turned_in
from bulletin.evidence.features import pairs
from bulletin.evidence.how_far import FUTURE, words_of
from bulletin.evidence.retelling import Retelling
from bulletin.evidence.retold_words import LOOSE
from bulletin.evidence.segments import words_at

Told = tuple[str, str]
"""A word of the clause, and the sentence of the article."""
_WEIGHS, _SHARE, _SHORT = 1.4, 0.35, 6
"""What a sentence must have of a clause before that tells anything; what is shorter is looked for with its sentence."""
_SURE = 0.4
"""The same where the clause denies, and the sentence has no word that denies."""
_NEAR, _NEXT = 7, 3
"""How far from what stands beside it a word's other may stand; of a single character."""
_OPENS, _FAR = 4, 16
_ACTS = re.compile("([\u4e00-\u9fff])[了掉光过]")
_TWO = re.compile("[\u4e00-\u9fff]{2}")
_MARKS = re.compile("[\"'()《》、·]")
_CLAUSE = re.compile("[,。;:!?]")
_ASKS = re.compile(r"何时|是否|多少|怎么|什么|([\u4e00-\u9fff])不\1")
_NEGATIVE = re.compile("[不没未无非免禁难止拒停缺少绝避防零失除否别勿尚待欠]")
_DENIES = re.compile(
    "不(?![断间同足少良动到止超过低多仅但管定久等论怕力得时文一忘放])|没(?!收|落|了)"
    "|未(?!来|成年|婚|批先|述|列)|无(?:[法需须权从]|人(?!机))"
)
_DENIED = re.compile("(?:不|没有?|未|无|尚未|别|勿|免|禁|难以?)[再用能会得许准要愿必曾]{0,2}$")
_WISHES = re.compile("[要想肯请]")
_LIMITED = re.compile("(?:基本|初步|大致|大体|逐步|逐渐|几乎|部分|大多|多数|主要)$")
_LIMITS = re.compile("[全都均各]|基本|初步|大[致体多半]|逐|渐|几乎|部分|多|主要|正|有一?些|有的|待|尚|努力|力争|将|拟")
_SUPPOSED = re.compile("(?:担心|害怕|生怕|以为|谣传|传言|网传|如果|要是|假如|除非)[^,。;:!?]{0,8}(?:会|要|可能|能|将)$")
_SUPPOSES = re.compile("[怕疑虑传谣]|担心|担忧|以为|说法|如果|要是|假如|除非|假定|若|一旦|的话")
_ONCE = re.compile("原(?!文|则|因|料)|曾|此前|过去|从前")
_SINCE = re.compile("[那此]以")
_OPPOSITES = defaultdict[str, str](str)
for _pair in PAIRS.split():
    _OPPOSITES[_pair[0]] += _pair[1]
    _OPPOSITES[_pair[1]] += _pair[0]


def otherwise(clause: str, sentence: str, by: Retelling, *, denials: bool = True) -> Iterator[Told]:
    """Of a bare clause in its bare sentence; `denials`: does it tell what is so, or speak of the text?"""
    if re.search(f"(?:^|[^\u4e00-\u9fff]){re.escape(clause)}", by.text):
        return  # the article's own words
    at, share = _borne_by(clause, by)
    if at < 0 and len(clause.replace("·", "")) < _SHORT:
        at, share = _borne_by(sentence, by)
    if at < 0:
        return
    dated = "·" in sentence
    said, near = plain(by.sentences.texts[at]), by.near[at][1]
    clause, sentence = plain(clause), plain(sentence)
    for word in (*_of_a_series(clause, sentence, said, dated), *_turned(clause, sentence, said, near, by.text)):
        if "前" not in word or not _ONCE.search(said):  # 退休前是…, of 原是…,退休后…
            yield word, by.sentences.texts[at]
    if not _ASKS.search(clause) and denials:
        for word in (*_lost(clause, said), *_denied(clause, said, share)):
            yield word, by.sentences.texts[at]


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Without the marks that hold no clauses apart."""
    return _MARKS.sub("", text)


def _borne_by(words: str, by: Retelling) -> tuple[int, float]:
    """The sentence that has most of the words, and their share; -1 where none has enough."""
    rare = by.sentences.rare(pairs(LOOSE.sub("·", words)))
    scores = by.sentences.scores(rare)
    at = max(scores, key=lambda at: (scores[at], -at), default=-1)
    share = scores[at] / sum(rare.values()) if at >= 0 else 0.0
    return (at, share) if at >= 0 and scores[at] >= _WEIGHS and share >= _SHARE else (-1, 0.0)


def _of_a_series(clause: str, sentence: str, said: str, dated: bool) -> Iterator[str]:
    """企业 of 企业计划…, where the sentence has 街道计划…; nothing of what the sentence has, too.

    `dated`: of which year a figure is, the rule `around` tells.
    """
    for series in SERIES if not dated else (one for one in SERIES if "今年" not in one):
        for word, which in series.items():
            if word not in clause or any(word in longer != word and longer in clause for longer in series):
                continue
            same = [other for other, its in series.items() if its == which]
            if any(other in said for other in same):
                continue
            for there in _slots(clause, word, said):
                if any(other in there and other not in sentence for other in series if other not in same):
                    yield word
                    break


def _slots(clause: str, word: str, said: str) -> Iterator[str]:
    """What the sentence has where the clause has the word: beside the same characters, or at the head of its clause."""
    for at in _places(word, clause):
        yield from _beside(clause, at, at + len(word), said, _NEAR if len(word) > 1 else 1)
    if clause.startswith(word):
        words = pairs(clause)
        yield max(_CLAUSE.split(said), key=lambda one: len(pairs(one) & words))[:_OPENS]


def _beside(clause: str, start: int, stop: int, said: str, reach: int) -> Iterator[str]:
    before, behind = clause[max(0, start - 2) : start], clause[stop : stop + 2]
    for at in _places(behind, said) if _TWO.fullmatch(behind) else ():
        yield _CLAUSE.split(said[max(0, at - reach) : at])[-1]
    for at in _places(before, said) if _TWO.fullmatch(before) else ():
        yield _CLAUSE.split(said[at + 2 : at + 2 + reach])[0]


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _turned(clause: str, sentence: str, said: str, near: str, text: str) -> Iterator[str]:
    """放学前, where the sentence has 放学后; 买手作, where it has 卖起了手作.

    What the article never says, the rule `instead` tells.
    """
    starts = frozenset(words_at(clause)) if not _OPPOSITES.keys().isdisjoint(clause) else frozenset[int]()
    never = {char for word, _ in (turned_in(clause, text) if starts else ()) for char in word}
    for at, char in enumerate(clause) if starts else ():
        for other in _OPPOSITES.get(char, "") if char not in never else ():
            for side in _sides(clause, at) if other not in clause and not _SINCE.search(clause) else ():
                its = side.replace(char, other)
                if side not in near and its in said and its not in sentence:
                    yield side
            here = other not in sentence and char not in said and at in starts
            if here and any(other in there for there in _beside(clause, at, at + 1, said, _NEXT)):
                yield char


def _sides(clause: str, at: int) -> list[str]:
    """The pairs that a character stands in."""
    return [match[0] for start in (at - 1, at) if start >= 0 and (match := _TWO.match(clause, start))]


def _lost(clause: str, said: str) -> Iterator[str]:
    """Words that the sentence has only behind a denial or a limit."""
    denies = _NEGATIVE.search(clause) or _WISHES.search(clause)
    limits = _LIMITS.search(clause)
    supposes = _SUPPOSES.search(clause)
    ended = 0
    for start in range(len(clause) - 1) if not (denies and limits and supposes) else ():
        for stop in range(start + 2, min(start + 4, len(clause)) + 1) if start >= ended else ():
            word = clause[start:stop]
            if not word.isalpha() or not {"的", "上", "下"}.isdisjoint(word) or word not in said:
                continue
            if (
                (not denies and _always_behind(_DENIED, word, said))
                or (not limits and _always_behind(_LIMITED, word, said))
                or (not supposes and _always_behind(_SUPPOSED, word, said, _FAR))
            ):
                yield word
                ended = stop
                break
    for match in _ACTS.finditer(clause) if not denies else ():  # 砍了, where the sentence has 没有砍
        if match[1] in said and _always_behind(_DENIED, match[1], said):
            yield match[0]
    for match in re.finditer("([\u4e00-\u9fff])[不没未]([\u4e00-\u9fff])", said) if not denies else ():
        word = match[1] + match[2]
        if word in clause and word not in said:  # 学会, of 学不会
            yield word


def _always_behind(limit: re.Pattern[str], word: str, said: str, reach: int = 4) -> bool:
    return all(limit.search(said, max(0, at - reach), at) for at in _places(word, said))


def _denied(clause: str, said: str, share: float) -> Iterator[str]:
    """A denial where the sentence has none, or has the word behind it in clauses without one."""
    found = _DENIES.search(clause)
    if found and not (found[0] in "没未" and words_of(said).keys() & FUTURE):  # 还没有贯通, of what a plan is to join
        word = clause[found.end() : found.end() + 2]
        stated = [one for one in _CLAUSE.split(said) if word in one] if _TWO.fullmatch(word) else []
        nowhere = share > _SURE and not _NEGATIVE.search(said)
        if nowhere or (stated and not any(map(_NEGATIVE.search, stated))):
            yield found[0] + word
