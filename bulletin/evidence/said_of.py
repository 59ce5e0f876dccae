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
    lead = _lead(text, one)
    fits = {"date": 3 if lead in _OF_TIME else -3 * (lead not in ("", "and")), "month": 2 * (lead in _OF_LENGTH)}
    fits[""] = -2 * (lead in ("in", "on", "since", "until", "by", "during"))
    fits["share"] = 3 * text.startswith(" of ", one.end) + (lead in ("up", "down", "by", "was"))
    return fits


def _lead(text: str, one: Shown) -> str:
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


def changed_places(statement: Statement) -> Iterator[tuple[Shown, Shown, str]]:
    """Two references (of the English) that stand where the other belongs, or may do so, and the message about them."""
    if len(statement.pairs) < 2:
        return
    by_zh, by_en = exchanged(statement, "zh"), exchanged(statement, "en")
    zh_at = {one.key: i for i, one in enumerate(statement.zh.shown)}
    en_at = {one.key: i for i, one in enumerate(statement.en.shown)}
    for (zh_one, one), (zh_other, other) in combinations(statement.pairs, 2):
        here, there = sorted((en_at[one.key], en_at[other.key]))
        says_zh, says_en = by_zh.get((zh_at[one.key], zh_at[other.key])), by_en.get((here, there))
        if says_zh is None or says_en is None:
            continue
        turned, mixed = one.start > other.start, known(one.stated).is_time != known(other.stated).is_time
        says_en += _related(statement, zh_one, zh_other, one, other)
        says = max(says_en, says_zh + min(says_en, 0)) if mixed else max(says_zh, says_en)
        margin = _doubt(one, other)
        if turned and (says > 0 or (says_en == 0 and not mixed and not _told_apart(statement, one, other))):
            yield one, other, "parity.order"
        elif not turned and ((says_zh + says_en > margin and says_zh >= 0) or says_en >= _CERTAIN + margin):
            related = _related(statement, zh_one, zh_other, one, other) > 0
            if related or crossed(statement, one.key, other.key):
                yield one, other, "parity.changed_places"


def crossed(statement: Statement, one: Key, other: Key) -> bool:
    """Do words beside one of two numbers belong to the other, and none beside that to itself alone, in one language?

    So do the nouns behind both, or a preposition of time before the one that is none, and none before the other.
    """
    near = {one.key: place.near for one, place in zip(statement.zh.shown, places(statement.zh, "zh"), strict=True)}
    for tongue, side in (("en", statement.en), ("zh", statement.zh)):
        at = {shown.key: place for shown, place in zip(side.shown, places(side, tongue), strict=True)}
        by_key = {shown.key: known(shown.stated) for shown in side.shown if shown.key in (one, other)}
        here, facts = [at[key] for key in (one, other)], [by_key[key] for key in (one, other)]
        said = [
            fact.zh if tongue == "zh" else fact.en | near[key] for fact, key in zip(facts, (one, other), strict=True)
        ]
        only = [said[0] - said[1], said[1] - said[0]]
        if all(here[i].noun & only[1 - i] for i in (0, 1)):
            return True
        ways = [(len(here[i].near & only[1 - i]), len(here[i].near & only[i])) for i in (0, 1)]
        if all(its >= own for its, own in ways) and any(its for its, _ in ways):
            return True
        if facts[0].is_time != facts[1].is_time:
            timed, plain = here if facts[0].is_time else here[::-1]
            kind = next(fact.kind for fact in facts if fact.is_time)
            if timed.slot.get(kind, 0) <= 0 and (plain.slot.get("", 0) < 0 or plain.slot.get(kind, 0) > 0):
                return True
    return False


def _doubt(*shown: Shown) -> int:
    """How much has to speak for it where a fact is known by its quote and its noun alone."""
    return 0 if all(one.stated.fact.label for one in shown) else _UNLABELLED


_CERTAIN, _UNLABELLED = 3, 3
_OF_THE = re.compile(r"(?: [\w-]+){0,2} (?:out )?of (?:(?:the|its|these|those|all|a total of) )*")


def _related(statement: Statement, zh_one: Shown, zh_other: Shown, one: Shown, other: Shown) -> int:
    """What relates two numbers of the English: 31 of the 58; from the first to the second. Above 0: the wrong way."""
    zh, en = statement.zh.text, statement.en.text
    first, last = sorted((one, other), key=lambda shown: shown.start)
    says = 0
    if _OF_THE.fullmatch(en[first.end : last.start]) and first.stated.value and last.stated.value:
        same = first.stated.fact.unit == last.stated.fact.unit or first.form != "full"
        says += 0 if not same else -9 if first.stated.value <= last.stated.value else 9
    said = zh[: zh_one.start][-1:] in ("由", "从", "自"), zh[: zh_other.start][-1:] in ("到", "至", "为", "达")
    if any(said) and bool(one.stated.fact.date) == bool(other.stated.fact.date):
        leads = _lead(en, one), _lead(en, other)
        says += 4 * (leads[0] == "to" or leads[1] == "from") - 4 * (leads[0] == "from" or leads[1] == "to")
    beside = [_beside(statement.zh, zh_one), _beside(statement.zh, zh_other)]
    if bool(one.stated.fact.date) == bool(other.stated.fact.date) and None not in beside and beside[0] != beside[1]:
        meant = [_beside(statement.en, one), _beside(statement.en, other)]
        says += 6 * (meant == beside[::-1]) - 6 * (meant == beside)
    return says


def _beside(side: Side, one: Shown) -> str | None:
    """The number that is nearest to a date, the date that is nearest to a number, where a text has several of both."""
    others = [two for two in side.shown if bool(two.stated.fact.date) != bool(one.stated.fact.date)]

    def distance(two: Shown) -> tuple[bool, int]:
        start, end = min(one.end, two.end), max(one.start, two.start)
        return bool(re.search(r"[，,；;。]|\.\s", side.text[start:end])), end - start

    return min(others, key=distance).key[0] if len(others) > 1 else None


def _told_apart(statement: Statement, one: Shown, other: Shown) -> bool:
    """Do the things that are printed with two numbers, or typed behind them, say which is which?"""
    facts = known(one.stated), known(other.stated)
    named = all(
        shown.form == "full" or head(statement.en.text[shown.end :], shown) & fact.en
        for shown, fact in zip((one, other), facts, strict=True)
    )
    return named and not (facts[0].noun <= facts[1].noun or facts[1].noun <= facts[0].noun)


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
