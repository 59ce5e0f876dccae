"""The two languages of a text as pairs of sentences and of clauses, and what each of a pair says.

Stretches are aligned by their share of the text, the references and the things that they share, and so that they
agree as far as they can; each carries its stage, extent and polarity. What one language says beyond doubt and no word
of the other can carry, or denies, is told; what has only moved to the next stretch is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from bulletin.evidence.actors import actors, names_actors
from bulletin.evidence.features import Features, concepts
from bulletin.evidence.how_far import ACHIEVED, MARKS, PLANNED, UNDER_WAY, heard, surely
from bulletin.evidence.how_far_words import BOTH_WAYS, QUICKENED
from bulletin.evidence.statement import Side

Span = tuple[int, int]
Told = tuple[str, str, str]
Found = Mapping[tuple[int, bool], Told]
"""What is told of a pair of stretches, by the mark, and whether it is the English that has it."""
_SENTENCES = (
    re.compile(r"[^。；;！？!?\n]+[。；;！？!?\n]*"),
    re.compile(r".+?(?:[;!?\n]+|\.[”\"’)]*(?=\s|$)|$)", re.S),
)
_CLAUSES = (
    re.compile(r"[^，,：:。；;！？!?\n]+[，,：:。；;！？!?\n]*"),
    re.compile(r".+?(?:[:;!?\n—–]+|[,.][”\"’)]*(?=\s|$)|(?<!all)(?= (?:and(?! a half)|but|while) )|$)", re.S),
)
_FULL_STOP = re.compile('[。；;！？!?.][”"’）) ]*$')
_MOST = 6
_BEADS = {
    (a, b): 1.2 * (a + b - 2) - 0.2 * (a == b == 2)
    for a in range(1, _MOST + 1)
    for b in range(1, _MOST + 1)
    if min(a, b) < 3 and a + b < 8
}
_BEADS |= {(0, 1): 6.0, (1, 0): 6.0}
"""What it costs to pair so many stretches with so many."""
_GOOD, _SHARED = 0.8, 0.7
"""What a pair costs that fits as it stands; how much less it costs for a thing that both name."""
_HAN, _SAYS = re.compile("[\u4e00-\u9fff]"), 8
"""How many characters say something, with a full stop or without."""
_STAGES = {PLANNED, UNDER_WAY, ACHIEVED}
_BOTH_WAYS, _QUICKENED = re.compile(BOTH_WAYS), re.compile(QUICKENED)
_ALWAYS = frozenset({"lost words", "state"})
_OF_CLAUSES = {"polarity", "extent", "lost words"}
_COUNTED = frozenset({"polarity"})
_EITHER = re.compile("([\u4e00-\u9fff])不\\1")
_TWICE = re.compile('[“‘"]|[不没未无非][^，。；]{0,3}[不没未无非]')
_OR = re.compile(r"\bor\b")
"""不能不 is one saying, as is what is quoted; one English denial is shared: nobody saw to this or collected that."""
_BARE, _KINDS = _ALWAYS | _COUNTED, _ALWAYS | {"stage", "extent", "polarity", "denial"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or a clause: its place, its share of the whole, what is named and referred to, what it surely says."""

    start: int
    end: int
    share: float
    named: Features
    keys: frozenset[tuple[str, int]]
    sure: Mapping[int, tuple[str, ...]]
    words: tuple[str, ...]
    tongue: int

    def may_say(self, mark: int) -> bool:
        return mark in self.sure or any(heard(words, mark, self.tongue) for words in self.words)

    def unheard(self, other: Stretch) -> list[int]:
        """The marks that it sets and the other language does not carry, or not so often."""
        return [mark for mark in self.sure if not other.may_say(mark) or self._sets(mark) > other._may_set(mark)]

    def _sets(self, mark: int) -> int:
        """How often it sets a mark; not … nor is one denial, and one plan governs what follows it."""
        words, kind = self.sure[mark], MARKS[mark][0]
        counted = self.tongue or (kind in _COUNTED and not any(map(_TWICE.search, self.words)))
        once = mark == PLANNED or kind in _ALWAYS or not counted
        return 1 if once else max(1, len(words) - words.count("nor") - ("neither" in words and "nor" not in words))

    def _may_set(self, mark: int) -> int:
        found, shared = sum(heard(words, mark, self.tongue) for words in self.words), MARKS[mark][0] in _COUNTED
        return found + sum(len(_OR.findall(words)) for words in self.words if shared and found and self.tongue)


def _undenied(both_ways: re.Match[str]) -> str:
    """Never stopped: it denies nothing by itself, and may say 没停."""
    return "· stop ·" if re.search("never|without", both_ways[0]) else "·"


def _stretches(side: Side, tongue: int, cuts: re.Pattern[str], within: Span) -> list[Stretch]:
    spans = [match.span() for match in cuts.finditer(side.text, *within)]
    spans = [(a, b) for a, b in spans if re.search(r"\w", side.text[a:b])]
    whole, found = sum(end - start for start, end in spans), []
    for a, b in spans:
        words = _BOTH_WAYS.sub(_undenied, side.words[a:b].lower()) if tongue else _EITHER.sub("··", side.words[a:b])
        sure = surely(words, tongue, "" if tongue else side.words[within[0] : a])
        keys = frozenset(one.key for one in side.shown if a <= one.start < b)
        named = concepts(side.text[a:b], tongue) if len(spans) > 1 else frozenset()
        found.append(Stretch(a, b, (b - a) / whole, named, keys, sure, (words,), tongue))
    return found


def _joined(one: Stretch, other: Stretch) -> Stretch:
    """Two stretches beside one another as one."""
    sure = {**one.sure, **{mark: (*one.sure.get(mark, ()), *said) for mark, said in other.sure.items()}}
    named, keys, words = one.named | other.named, one.keys | other.keys, one.words + other.words
    return Stretch(one.start, other.end, one.share + other.share, named, keys, sure, words, one.tongue)


def _runs(some: Sequence[Stretch]) -> dict[Span, Stretch]:
    """So many beside one another as one, by where they stop and how many they are."""
    found = {(stop, 1): one for stop, one in enumerate(some, 1)}
    for stop, many in product(range(2, len(some) + 1), range(2, _MOST + 1)):
        if many <= stop:
            found[stop, many] = _joined(found[stop - 1, many - 1], some[stop - 1])
    return found


Pair = tuple[Stretch, Stretch]


def _cost(zh: Stretch, en: Stretch, many: int) -> float:
    """How ill two stretches fit."""
    apart, other = many * abs(zh.share - en.share), len(zh.keys ^ en.keys)
    against = len(zh.unheard(en)) + len(en.unheard(zh))
    return 2 * apart + 3 * other + 0.5 * against - _SHARED * len(zh.named & en.named)


def _paired(here: Sequence[Stretch], there: Sequence[Stretch]) -> list[Pair]:
    """The stretches of two languages that say the same, in order."""
    many = max(len(here), len(there))
    straight = list(zip(here, there, strict=False))
    if len(here) == len(there) and (many < 2 or all(_cost(*pair, many) < _GOOD for pair in straight)):
        return straight
    one, other = _runs(here), _runs(there)
    best: dict[Span, tuple[float, list[Pair]]] = {(0, 0): (0.0, [])}
    for i, j in product(range(len(here) + 1), range(len(there) + 1)):
        for (a, b), price in _BEADS.items():
            if (i - a, j - b) not in best:
                continue
            cost, way = best[i - a, j - b]
            if a and b:
                pair = one[i, a], other[j, b]
                if (i, j) in best and cost + price - _SHARED * len(pair[0].named) > best[i, j][0]:
                    continue
                cost, way = cost + _cost(*pair, many), [*way, pair]
            if (i, j) not in best or cost + price < best[i, j][0]:
                best[i, j] = cost + price, way
    return best.get((len(here), len(there)), (0.0, []))[1]


def sentences_of(zh: Side, en: Side) -> list[Pair]:
    """The sentences of two texts that say the same, in order."""
    return _pairs(zh, en, _SENTENCES, ((0, len(zh.text)), (0, len(en.text))))


def clauses_of(zh: Side, en: Side, sentences: Pair) -> list[Pair]:
    """The clauses of two sentences that say the same, in order."""
    one, other = sentences
    return _clauses_of(zh, en, (one.start, one.end), (other.start, other.end))


@lru_cache(maxsize=256)
def _clauses_of(zh: Side, en: Side, *within: Span) -> list[Pair]:
    return _pairs(zh, en, _CLAUSES, (within[0], within[1]))


def said_otherwise(zh: Side, en: Side, sentences: Sequence[Pair]) -> list[Told]:
    """What one language of a pair says and the other does not: the kind, and the words of each."""
    told, prose = list[Told](), bool(_FULL_STOP.search(zh.text) or _FULL_STOP.search(en.text))
    bare = len(_HAN.findall(zh.words)) >= _SAYS and "TODO" not in en.text  # of what is not written yet
    alone = _KINDS if prose else _BARE if bare else _ALWAYS
    found = [dict(_differ(*pair, alone)) for pair in sentences]
    for at, (one, other) in enumerate(sentences):
        beside = found[at - 1 : at] + found[at + 1 : at + 2]
        near = [*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]]
        there = {
            (mark, True): ("", "", "") for mark in one.sure for a, b in near if b.may_say(mark) and mark not in a.sure
        }
        whole = _standing(found[at], [*beside, there])
        told += whole
        acts = prose and names_actors(one.words[0], other.words[0])
        if not (one.sure or other.sure or acts):
            continue
        clauses = clauses_of(zh, en, (one, other))
        more = _of_clauses(clauses, beside, prose) if len(clauses) > 1 else ()
        told += [what for what in more if what[0] != "stage" or not any(one[0] == "stage" for one in whole)]
        for a, b in clauses if acts else ():
            around = zh.text[one.start : one.end], en.text[other.start : other.end].lower()
            told += actors(zh.text[a.start : a.end], en.text[b.start : b.end].lower(), around)
    return list({(zh, en): (kind, zh, en) for kind, zh, en in reversed(told)}.values())[::-1]


def _pairs(zh: Side, en: Side, cuts: tuple[re.Pattern[str], re.Pattern[str]], within: tuple[Span, Span]) -> list[Pair]:
    return _paired(_stretches(zh, 0, cuts[0], within[0]), _stretches(en, 1, cuts[1], within[1]))


def _of_clauses(clauses: Sequence[Pair], beside: Sequence[Found], prose: bool) -> Iterator[Told]:
    """What clauses say otherwise; of a mark that both languages have right beside it one of two may go."""
    parts = [dict(_differ(*pair, frozenset(_OF_CLAUSES if prose else ()))) for pair in clauses]
    for i, part in enumerate(parts):
        near = [*clauses[max(0, i - 1) : i], *clauses[i + 1 : i + 2]]
        once = {
            (mark, True): ("", "", "")
            for mark, _ in part
            for a, b in near
            if b.may_say(mark) and (a.may_say(mark) or MARKS[mark][0] == "extent")
        }
        once |= {(mark, False): ("", "", "") for mark, _ in part for a, b in near if _is_of_all(a, b, mark)}
        lost = [mark for mark, _ in part if MARKS[mark][0] == "lost words"]
        once |= {(mark, True): ("", "", "") for mark in lost for _, b in near if b.may_say(mark)}
        yield from _standing(part, [*parts, *beside, once])


_SILENT = re.compile(r"(?:(?:原|本)?文[中里]|原文|报道|文章)?(?:[均都]|并)?未[述提写说列]。?")


def _is_of_all(zh: Stretch, en: Stretch, mark: int) -> bool:
    """A clause, 文中未述, that denies what stands before it, where the English denies each: does not say A, nor B."""
    denies = len(zh.words) == 1 and _SILENT.fullmatch(zh.words[0].strip())
    return bool(denies) and zh.may_say(mark) and en.may_say(mark)


def _differ(zh: Stretch, en: Stretch, alone: frozenset[str]) -> Iterator[tuple[tuple[int, bool], Told]]:
    """Marks that are set in one language and cannot be heard in the other, or are another one's there.

    `alone`: the kinds of which silence tells, too.
    """
    kinds = {MARKS[mark][0] for mark in zh.sure}, {MARKS[mark][0] for mark in en.sure}
    ahead = _is_quickened(zh, en)
    here, there = zh.sure.keys() & _STAGES, en.sure.keys() & _STAGES
    if here and there and not here & there and not ahead and not (zh.may_say(PLANNED) and en.may_say(PLANNED)):
        yield (min(here) - len(MARKS), False), ("stage", zh.sure[min(here)][0], "")
    for mark in zh.unheard(en):
        kind, (chinese, _) = MARKS[mark]
        if kind in kinds[1] or (chinese.alone and kind in alone):
            yield (mark, False), (kind, zh.sure[mark][0], "")
    for mark in en.unheard(zh):
        kind, (_, english) = MARKS[mark]
        if kind in kinds[0] or (english.alone and kind in alone):
            yield (mark, True), (kind, "", en.sure[mark][0])


def _is_quickened(zh: Stretch, en: Stretch) -> bool:
    """加快推进 is said of what is planned, too: will speed up; never of what is done."""
    planned = en.sure.keys() & _STAGES == {PLANNED}
    return planned and "加快推进" in zh.sure.get(UNDER_WAY, ()) and any(_QUICKENED.search(words) for words in en.words)


def _standing(one: Found, beside: Sequence[Found]) -> list[Told]:
    """What is told of one, without what is missing there and too much beside it: it has only moved."""
    moved = {(mark, not missing) for other in beside for mark, missing in other}
    told = list(dict.fromkeys(what for mark, what in one.items() if mark not in moved))
    stages = [what for what in told if what[0] == "stage"]
    return [what for what in told if what not in stages[1:]]
