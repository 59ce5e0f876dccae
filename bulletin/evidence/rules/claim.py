"""claim: a title that compares or ranks declares what it claims, and the figures that it stands over bear it out.

Passes:  title: {zh: 在建的楼院多于完工的, en: More courtyards are under way than finished}
         claim: {more: [building, finished]}
Fails:   title: {zh: 在建的楼院少于完工的, en: Fewer courtyards are under way than finished}
         claim: {more: [building, finished]}

The facts are of one unit, period and scope and stand in the plate; or they are one thing in several years, or months.
Both titles say the kind of claim and no other, and name what is claimed first before what is claimed second, in words
of the facts' labels. `largest`: of all figures of the plate, and of those of the file that are told in one sentence
with them, or whose label shares a word with theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from pydantic import BaseModel

from bulletin.content.model import Both, Claim, Fact, Finding, Frame
from bulletin.content.yaml_text import Path
from bulletin.evidence.amount_bounds import Bounds, apart, bounds, in_time, measure
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.statuses import sentence
from bulletin.evidence.texts import Parts, named, parts
from bulletin.messages import listed, say
from bulletin.problems import Problem
from bulletin.wording.comparing import ComparingWord, comparing
from bulletin.wording.same_words import labels_in, referred, tokens

NAME = "claim"
LANGUAGES = ("zh", "en")
_REF = re.compile(r"<[^<>\n]*>")
_ROUGHLY = re.compile(r"近|约|左右|上下|nearly|almost|about|around", re.IGNORECASE)


def check(case: Texts) -> Iterator[Problem]:
    for path, key, part in titled(case.parts):
        text, claim = getattr(part, key), getattr(part, "claim", None)
        words = {language: said(case, text, language) for language in LANGUAGES}
        yield from _unlike(case, (*path, key), words)
        if claim is None:
            yield from _undeclared(case, (*path, key), words)
            continue
        said_there = comparing(case.names.blank_zh(claim.stated or ""), "zh")
        kinds = (
            frozenset(kind for word in said_there for kind in word.says) if claim.stated else frozenset({claim.kind})
        )
        whole = {*_lines(part), *pairwise(_series(case, part))}
        every = frozenset({"all"} if claim.moves and set(claim.moves) == whole else set[str]())
        yield from _wording(case, (*path, key), words, kinds, every) if kinds else ()
        if claim.stated:
            yield from _stated(case, (*path, "claim", "stated"), claim.stated, kinds)
        elif claim.moves:
            yield from _moved(case, (*path, "claim", claim.kind), part, claim)
        else:
            yield from _computed(case, path, key, part, claim, words)


def titled(parts: Parts) -> Iterator[tuple[Path, str, BaseModel]]:
    """Every title with its part."""
    for path, part in parts:
        keys = ["text"] if isinstance(part, Finding) else []
        for key in (*keys, "title", "honours_title", "findings_title"):
            if isinstance(vars(part).get(key), Both):
                yield path, key, part


def said(case: Texts, text: Both, language: str) -> list[ComparingWord]:
    """The words that compare, outside names and references."""
    blank, whole = case.names.blank_zh if language == "zh" else case.names.blank_en, getattr(text, language)
    plain = _REF.sub(lambda ref: "\ufffc" * len(ref[0]), blank(whole)).replace("\n", " ")
    return [replace(one, text=whole[one.start :][: len(one.text)]) for one in comparing(plain, language)]


Said = dict[str, list[ComparingWord]]


def _unlike(case: Texts, path: Path, words: Said) -> Iterator[Problem]:
    """One language says that things differ, and the other does not."""
    differ = {language: next((w for w in found if "differ" in w.says), None) for language, found in words.items()}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        if (word := differ[language]) and not differ[other]:
            yield case.problem(NAME, say("claim.one_language", word=word.text), (*path, other))


def _undeclared(case: Texts, path: Path, words: Said) -> Iterator[Problem]:
    for language, found in words.items():
        for word in found:
            if not word.weak and "differ" not in word.says:
                message = say("claim.undeclared", word=word.text)
                yield case.problem(NAME, message, (*path, language), word.text, help=say("claim.how"))
                return


def _wording(case: Texts, path: Path, words: Said, kinds: frozenset[str], may: frozenset[str]) -> Iterator[Problem]:
    """Both titles say one of these kinds, and no other but what they may say beside it."""
    claimed = listed(sorted(kinds))
    for language, found in words.items():
        for word in found:
            if not word.weak and not word.says & (kinds | may | {"differ"}):
                message = say("claim.otherwise", word=word.text, claimed=claimed)
                yield case.problem(NAME, message, (*path, language), word.text)
        if not any(word.says & kinds for word in found):
            yield case.problem(NAME, say("claim.unsaid", claimed=claimed), (*path, language))


def _stated(case: Texts, place: Path, quote: str, kinds: frozenset[str]) -> Iterator[Problem]:
    if not isinstance(case, Case) or not case.article.find(quote):
        yield case.problem(NAME, say("claim.not_stated"), place)
    elif not kinds:
        yield case.problem(NAME, say("claim.nothing_compared"), place)


def _lines(part: BaseModel) -> list[tuple[str, str]]:
    """The lines of a chart that shows how figures moved: the earlier figure and the later one."""
    return [(line.before, line.after) for line in getattr(part, "lines", ()) if hasattr(line, "before")]


def _series(case: Texts, part: BaseModel) -> list[str]:
    """The figures of a chart without such lines in the order of their times, where they are one thing at several."""
    shown = {id: case.known[id] for _, id in named(parts(part)) if id in case.known}
    return in_time(shown) if isinstance(part, Frame) and not _lines(part) else []


def _moved(case: Texts, place: Path, part: BaseModel, claim: Claim) -> Iterator[Problem]:
    """Each is a line of the chart, which sees to it that the second is later, or a step in time; and goes that way."""
    lines = {*_lines(part), *combinations(_series(case, part), 2)}
    strange = [id for move in claim.moves if move not in lines for id in move]
    if strange:
        yield case.problem(NAME, say("claim.no_line", ids=listed(strange)), place)
        return
    for before, after in claim.moves:
        found = [bounds(id, case.known) for id in (before, after) if id in case.known]
        ends = [end for end in found if end]
        way = "more" if claim.kind == "rose" else "fewer"
        if len(ends) == 2 and not _holds(way, ends[1], ends[0], False):
            yield case.problem(NAME, say("claim.untrue", first=before, kind=claim.kind, others=after), place)


def _computed(case: Texts, path: Path, key: str, part: BaseModel, claim: Claim, words: Said) -> Iterator[Problem]:
    place = (*path, "claim", claim.kind)
    shown = (
        list(dict.fromkeys(id for _, id in named(parts(part)) if id in case.known)) if isinstance(part, Frame) else None
    )
    strange = [id for id in claim.facts if id not in (case.known if shown is None else shown)]
    if strange:
        yield case.problem(NAME, say("claim.not_in_plate" if shown else "claim.no_fact", ids=listed(strange)), place)
        return
    others = _others(case, part, claim, shown)
    problem = _untrue(case, claim, others, bool(_ROUGHLY.search(getattr(part, key).zh + getattr(part, key).en)))
    if problem:
        yield case.problem(NAME, problem, place)
        return
    yield from _order(case, (*path, key), getattr(part, key), part, claim, words, others)


def _others(case: Texts, part: BaseModel, claim: Claim, shown: list[str] | None) -> list[str]:
    """What the first fact is held against: the claim's other facts; where it is ranked, all that stands beside it."""
    first, *others = claim.facts
    if claim.kind not in ("largest", "smallest"):
        return others
    beside = [id for id in shown or [] if id != first]
    return beside + [id for id in _left_out(case, [first, *beside]) if id not in beside]


def _left_out(case: Texts, shown: list[str]) -> Iterator[str]:
    """Figures of the same kind, told with those of the plate, that the plate leaves out."""
    if not isinstance(case, Case):
        return
    facts = case.content.facts
    sentences = {sentence_of(case, facts[id]) for id in shown} - {""}
    words = set[str]().union(*(tokens(facts[id].called.zh, "zh") for id in shown))
    for id, fact in facts.items():
        like = id not in shown and fact.value is not None and not apart([*(facts[one] for one in shown), fact])
        noun = like and (measure(fact) != fact.counted or fact.unit == facts[shown[0]].unit)
        whole = noun and _is_whole(case, fact, [facts[id] for id in shown])
        if noun and not whole and (sentence_of(case, fact) in sentences or tokens(fact.called.zh, "zh") & words):
            yield id


_AMONG = re.compile("[^,。;!?(]*[,(]其中")


def _is_whole(case: Case, fact: Fact, others: Iterable[Fact]) -> bool:
    """摊位由118个增至186个,其中蔬菜摊位84个: does the article tell all others as parts of this one?"""
    whole, text, parts = case.numeral(fact), case.article.bare.text, [case.numeral(one) for one in others]
    among = _AMONG.match(text, whole.end) if whole else None
    return among is not None and all(
        part is not None and among.end() <= part.start and not re.search("[。;!?]", text[among.end() : part.start])
        for part in parts
    )


def sentence_of(case: Case, fact: Fact) -> str:
    spans, text = case.quoted(fact), case.article.bare.text
    return text[slice(*sentence(text, spans[0]))] if spans else ""


def is_most(case: Texts, ids: Iterable[str]) -> bool:
    """Does a sentence of the article that states one of these figures state two of one noun, one most of the other?"""
    if not isinstance(case, Case):
        return False
    told = {sentence_of(case, case.known[id]) for id in ids if id in case.known} - {""}
    told = {said for said in told if not re.search("[均都]|全部|所有", said)}
    facts = [(sentence_of(case, fact), fact) for fact in case.known.values() if told and fact.value is not None]
    like = [(said, fact) for said, fact in facts if said in told and isinstance(fact.value, (int, Decimal))]
    return any(
        said == other_said
        and one.unit == other.unit
        and 1 < 2 * Fraction(one.value or 0) / Fraction(other.value or 1) < 2
        for (said, one), (other_said, other) in permutations(like, 2)
    )


def _untrue(case: Texts, claim: Claim, others: list[str], roughly: bool) -> str | None:
    """What is wrong with the claim, in words."""
    first = claim.facts[0]
    why = apart([case.known[id] for id in (first, *others)])
    if why:
        return say("claim.apart", first=first, others=listed(others), why=why)
    found = {id: bounds(id, case.known) for id in (first, *others)}
    at = {id: value for id, value in found.items() if value}
    if len(at) < len(found):
        return say("claim.date", ids=listed(found.keys() - at.keys()))
    if claim.kind in ("most", "half", "all") and not others and measure(case.known[first]) != "share":
        return say("claim.no_share", first=first, kind=claim.kind)
    false = [id for id in others or [first] if not _holds(claim.kind, at[first], at[id] if others else None, roughly)]
    return say("claim.untrue", first=first, kind=claim.kind, others=listed(false)) if false else None


def _holds(kind: str, a: Bounds, b: Bounds | None, roughly: bool) -> bool:
    if kind in ("more", "largest"):
        return b is not None and a[0] > b[1]
    if kind in ("fewer", "smallest"):
        return b is not None and a[1] < b[0]
    if kind == "none":
        return not any(a)
    if kind == "equal":
        return a == b
    whole = b or (Fraction(100), Fraction(100))
    if kind == "all":
        return a == whole
    low, high = a[0] / whole[1], a[1] / whole[0]
    if kind == "most":
        return Fraction(1, 2) < low and high <= 1
    near = Fraction(1, 20) if roughly or low != high else Fraction(0)
    return abs(low - Fraction(1, 2)) <= near and abs(high - Fraction(1, 2)) <= near


def _order(
    case: Texts, path: Path, text: Both, part: BaseModel, claim: Claim, words: Said, others: list[str]
) -> Iterator[Problem]:
    """Does the title name the claim's facts in their order?"""
    if claim.kind not in ("more", "fewer", "largest", "smallest"):
        return
    for language in LANGUAGES:
        title = getattr(text, language).replace("\n", " ")
        before, after = _sides(title, [w for w in words[language] if claim.kind in w.says], language)
        names = {id: {f"<{id}"} | labels_in(part, id, case.known[id], language) for id in (claim.facts[0], *others)}
        first = names.pop(claim.facts[0])
        wrong = [id for id in others if not _is_first(first, names[id], before, after, language)]
        ranked = claim.kind in ("largest", "smallest")
        if ranked and tokens(before, language) & first - set[str]().union(*names.values()):
            wrong = [id for id in wrong if _is_first(names[id], first, before, after, language)]
        if wrong:
            message = say("claim.order", first=claim.facts[0], others=listed(wrong))
            yield case.problem(NAME, message, (*path, language))


def _sides(title: str, found: list[ComparingWord], language: str) -> tuple[str, str]:
    """What stands before and behind the comparison: A多于B, 比B多 …, more A than B."""
    if language == "en":
        before, _, after = title.partition(" than ")
        verb = next((w for w in found if not after and (w.text[-1] not in "re" or w.text[:3].lower() == "out")), None)
        return (
            (title[: verb.start], title[verb.start :])
            if verb and verb.text[-3:] not in ("ost", "est")
            else (before, after)
        )
    word = next((w for w in found if not w.weak), None)
    if word is None:
        return title, ""
    if word.text[0] == "比":
        return title[: word.start], word.text
    if word.text[-1] in "于过出及如" or word.text in ("落后于",):
        return title[: word.start], title[word.start + len(word.text) :]
    return title, ""


def _is_first(a: set[str], b: set[str], before: str, after: str, language: str) -> bool:
    front, back = (tokens(text, language) | referred(text) for text in (before, after))
    straight = len(front & (a - b)) + len(back & (b - a))
    turned = len(front & (b - a)) + len(back & (a - b))
    return straight > turned
