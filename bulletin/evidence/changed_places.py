"""Two numbers of a statement that stand where the other belongs, by the words beside them in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from bulletin.evidence.said_of import exchanged, head, known, lead_of, places
from bulletin.evidence.statement import Shown, Side, Statement

Key = tuple[str, int]


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
        leads = lead_of(en, one), lead_of(en, other)
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
