"""What a number is said of: the words beside it, held against the words by which its fact is known.

Every place where a number stands is scored against every fact of the text: Chinese by pairs of characters, English by
the stems of its words. Two numbers have changed places where the words beside the two fit the exchanged facts better.
"""

# ruff: noqa: SIM905 - word lists stay readable as words

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations

from bulletin.content.measures import MEASURES
from bulletin.evidence.features import THINGS, Features, concepts, pairs, stems
from bulletin.evidence.in_turn import in_turn
from bulletin.evidence.parity_units import COUNTED
from bulletin.evidence.statement import Shown, Side, Stated, Statement, covered

_BREAK = {
    "zh": re.compile(r"[，,；;。！!？?、：:（）()\n]"),
    "en": re.compile(r"[,;:.()!?\n—–](?!\d)|\b(?:and|while|but|with)\b"),
}
_SENTENCE = re.compile(r"[。；;！!？?\n]|\.(?!\d)")
_OF_TIME = frozenset("in on since by from until till to during before after of between".split())
_OF_LENGTH = frozenset("in within for over after every past last next takes took".split())
_KINDS = {  # words that go with a number of this kind, in Chinese (pairs) and English (stems)
    "date": ("年起 年的 开业 启动 以来 之前", "since until before after during start began begin"),
    "yuan": ("投资 投入 资金 产值 税收 纳税 补贴 费用 收入", "spent cost invest fund paid tax worth budget"),
    "share": ("占比 增长 比例 同比 提高 下降 完成", "share rate down rose grew fell growth account proportion"),
}
_SHARE_LEADS = ("占", "增长", "下降", "达", "率")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a number stands: the words beside it, those of its own clause first."""

    near: Features
    far: Features
    noun: Features
    slot: Mapping[str, int]


@dataclass(frozen=True)
class Described:
    """A fact by the words that are said of it: its label, the words around its number in the quote, its unit's noun."""

    zh: Features
    en: Features
    noun: Features
    kind: str

    @property
    def is_time(self) -> bool:
        """A date or a length of time."""
        return self.kind in ("date", "month", "minute")


@lru_cache(maxsize=4096)
def known(stated: Stated) -> Described:
    fact = stated.fact
    measure = MEASURES.get(fact.unit.zh) if fact.unit else None
    kind = "date" if fact.date else measure.dimension if measure else ""
    zh, en = _KINDS.get(kind, ("", ""))
    noun = fact.noun
    label = concepts(fact.called.zh or stated.beside, 0) | concepts(fact.called.en.lower(), 1)
    around = pairs(stated.beside) | pairs(zh)
    zh_label = pairs(fact.called.zh) | (label if kind == "date" else frozenset())
    return Described(around | zh_label, stems(f"{fact.called.en} {noun} {en}") | label, stems(noun), kind)


def places(side: Side, tongue: str) -> list[Surroundings]:
    """What stands beside each number: up to the next one, and within its clause."""
    found, shown, language = [], side.shown, ("zh", "en").index(tongue)
    text = covered(side.text, shown, "\ufffc")
    read = stems if language else pairs
    stops = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)] if shown else []
    turns = {} if language else in_turn(text, shown)
    for i, one in enumerate(shown):
        left = shown[i - 1].end if i else 0
        right = shown[i + 1].start if i + 1 < len(shown) else len(text)
        before, after = text[left : one.start].rstrip("(（ "), text[one.end : right]
        cuts = [m.end() for m in _BREAK[tongue].finditer(before)]
        before = before[cuts[-1] if cuts else 0 :]
        opens = one.stated.fact.date and len(before.split()) < 2 and len(before) < 8
        stop = _BREAK[tongue].search(after, 2 if opens else 0)
        clause = after[: stop.start()] if stop else after
        before, clause = (turns[i], "") if i in turns else (before, clause)
        near = read(before) | read(clause) | concepts(f"{before} | {clause}".lower(), language)
        sentence = max(at for at in stops if at <= one.start), min(at for at in stops if at >= one.end)
        noun = head(clause, one) if language else frozenset()
        far = read(text[slice(*sentence)]) - near
        found.append(Surroundings(near, far, noun, _slot(side.text, one, tongue)))
    return found


_NOUN_ENDS = re.compile(
    r" (?:for|of|in|to|by|with|at|on|from|were|was|are|is|have|has|had|who|that|and|or|now)\b|[^\w ’'“”-]"
)


def head(after: str, one: Shown) -> Features:
    """The noun that is typed behind a number, or behind its unit: <land> of road."""
    if one.form == "full":
        after = after[3:] if after.startswith(" of ") else ""
    return stems(_NOUN_ENDS.split(after, maxsplit=1)[0].rpartition(" ")[2])


_REACHED = re.compile("(?:[高升增长加涨大降减少缩低达]到|[升增降减]至)$")
"""提高到<cover> is followed by no date."""


def _slot(text: str, one: Shown, tongue: str) -> Mapping[str, int]:
    """What the word right before a number and the word behind it expect."""
    if tongue == "zh":
        lead = text[: one.start][-1:]
        opens = not lead or (
            lead in "于从由自至到在截年。，；、\n 户个名家条处%元亩" and not _REACHED.search(text[: one.start])
        )
        date = 3 if opens else -3
        return {"date": date, "share": 2 * text[: one.start].endswith(_SHARE_LEADS)}
    lead = lead_of(text, one)
    fits = {"date": 3 if lead in _OF_TIME else -3 * (lead not in ("", "and")), "month": 2 * (lead in _OF_LENGTH)}
    fits[""] = -2 * (lead in ("in", "on", "since", "until", "by", "during"))
    fits["share"] = 3 * text.startswith(" of ", one.end) + (lead in ("up", "down", "by", "was"))
    return fits


def lead_of(text: str, one: Shown) -> str:
    """The English word right before a number."""
    return re.sub(r" (?:the|a|an|some|all)$", "", text[: one.start].rstrip().lower()).rsplit(" ", 1)[-1]


Pair = tuple[int, int]
Key = tuple[str, int]


def exchanged(statement: Statement, tongue: str) -> dict[Pair, int]:
    """How much better the facts of two places fit the other way round; below 0: they fit as they stand."""
    side = statement.zh if tongue == "zh" else statement.en
    here, facts = places(side, tongue), [known(one.stated) for one in side.shown]
    words = [fact.zh if tongue == "zh" else fact.en for fact in facts]
    if tongue == "en":  # what the Chinese says of the fact here
        there = {one.key: place.near for one, place in zip(statement.zh.shown, places(statement.zh, "zh"), strict=True)}
        words = [en | there.get(one.key, frozenset()) for en, one in zip(words, side.shown, strict=True)]
    found = {}
    for i, j in combinations(range(len(here)), 2):
        if side.shown[i].key[0] != side.shown[j].key[0]:
            mixed = facts[i].is_time != facts[j].is_time
            score = partial(_score, mixed=mixed)
            ways = []
            # what stands before them tells a date and a number apart, whatever the words beside them say
            for one, other in ((words[i], words[j]), (frozenset[str](), frozenset[str]()))[: 1 + mixed]:
                straight = score(here[i], facts[i], one) + score(here[j], facts[j], other)
                ways.append(score(here[i], facts[j], other) + score(here[j], facts[i], one) - straight)
            found[i, j] = min(ways)
    return found


def _score(place: Surroundings, fact: Described, words: Features, *, mixed: bool) -> int:
    """A date beside a number is said of the whole sentence, a number of what is nearest."""
    near = 1 if mixed and fact.kind == "date" else 2
    beside = near * len(place.near & words) + len(place.far & words) + place.slot.get(fact.kind, 0)
    return beside + 3 * bool(place.noun & fact.en)


_PLURAL = re.compile(r"[a-z-]*(?:[^sui]s|people|children|staff|men)(?![a-z])")


def _another_thing(lead: str, one: Shown) -> str:
    """企业<institutions>: the thing named right before a reference, where its fact is of another kind of thing."""
    fact = one.stated.fact
    named = next((word for n in (4, 3, 2) if (word := lead[-n:]) in THINGS), "")
    said = f"{fact.called.zh} {fact.quote or ''}"
    if not named or fact.date or not fact.value or pairs(named) & pairs(said) or concepts(named, 0) & concepts(said, 0):
        return ""
    counted = concepts(fact.called.zh, 0) | concepts(fact.noun.lower(), 1)
    return named if counted & concepts("|".join(THINGS), 0) and not counted & concepts(named, 0) else ""


def renamed(statement: Statement) -> Iterator[tuple[Shown, str, str]]:
    """A reference without its unit, the noun that is typed behind it, and what its fact counts instead."""
    for one in statement.en.shown:
        phrase = _NOUN_ENDS.split(statement.en.text[one.end :].lower(), maxsplit=1)[0]
        noun = _PLURAL.search(phrase) if one.form != "full" and phrase.startswith(" ") else None
        if noun is None or len(phrase[: noun.start()].split()) > 4 or one.stated.fact.date:
            continue
        counted = f"{one.stated.fact.called.en}, {one.stated.fact.noun}".lower()
        things = concepts(counted, 1) | (
            concepts(one.stated.beside, 0) if one.stated.fact.label is None else frozenset()
        )
        alike = stems(noun[0]) & stems(counted) or concepts(noun[0], 1) & things
        told = one.stated.fact.label is not None or (things and concepts(noun[0], 1))
        if told and not alike:
            yield one, noun[0], one.stated.fact.noun or one.stated.fact.called.en
    for one in statement.zh.shown:
        unit = one.stated.fact.counted
        typed = COUNTED.match(statement.zh.text[one.end :].lstrip("余多")) if one.form != "full" and unit else None
        if typed and not typed[0].startswith(unit[:1]):
            yield one, typed[0], unit
        elif one.form == "full" and (thing := _another_thing(statement.zh.text[: one.start], one)):
            yield one, thing, one.stated.fact.called.zh
