"""What is claimed of the numbers: up or down, to or by, planned or done, how often, of how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bulletin.evidence.parity_nouns import Pair
from bulletin.evidence.parity_words import ANTONYMS, DIRECTIONS, FREQUENCIES, SHARES, STATUS

Claim = tuple[str, str, str, str]

_TO = re.compile(
    r"(?:[增升降减涨跌扩调]|增长|增加|提高|提升|上升|下降|减少|降低"
    r"|缩短|回落|扩大|压缩|上涨|达)(?:到|至|为)(?:近|约|了)?$"
)
_BY = re.compile(
    r"(?:增长|增加|提高|提升|上升|下降|减少|降低|下调|上调|缩短|回落|扩大"
    r"|压缩|上涨|下跌|增|减|降|涨)(?:了|幅)?(?:近|约|超|超过|逾)?$"
)
_MOVED = (
    r"(?:r[io]se[sn]?|rising|up|down|increas\w*|gr[eo]w\w*|growth|fell|fall\w*|drop\w*|declin\w*|decreas\w*"
    r"|reduc\w*|climb\w*|cut\w*|lower\w*|rais\w*|improv\w*|jump\w*|short\w*|expand\w*|widen\w*|narrow\w*)"
)
_GAP = r"(?: (?:about|nearly|over|more than|around|almost|some|roughly|a|an|the))*[ ]*(?:RMB|CNY|[$¥])? ?$"
_EN_TO = re.compile(rf"\b{_MOVED}(?: \w+){{0,4}} to{_GAP}", re.I)
_EN_BY = re.compile(rf"\b{_MOVED}(?: \w+){{0,4}} (?:by|of){_GAP}|\b{_MOVED}{_GAP}", re.I)


_STILL_OPEN = (
    re.compile(
        r"(?P<keep>预计|计划|力争|有望|预期)[^已,,;。]*?(?:完成|建成|竣工|完工|落成|投用|结束)"
        r"|(?P<keep2>将|拟)(?:完成|建成|竣工|完工|落成|投用)"
    ),
    re.compile(
        r"\b(?P<keep>will|shall|[csw]h?ould|to be|being|yet to)(?P<keep2> )(?:have )?(?:be )?\w+"
        r"|\b(?P<keep3>)(?:was|were|has been|have been|had been) (?=planned"
        r"|expected|scheduled|due\b|to be|projected|estimated|designed|set to)",
        re.I,
    ),
)
"""Marks of completion that a plan governs; `keep` is the plan."""


def claims(matches: Sequence[Pair], zh: str, en: str) -> Iterator[Claim]:
    """Every claim that differs."""
    for match in matches:
        yield from _direction(match)
        yield from _to_or_by(match, zh, en)
        yield from _part_or_more(match, zh, en)
    for one, other in pairwise(matches):
        yield from _from_and_to(one, other, zh, en)
    yield from _of_which_year(matches)
    yield from _names(zh, en)
    yield from _status(matches, zh, en)
    yield from _frequency(zh, en)
    yield from _antonyms(zh, en)
    yield from _each(zh, en)


def _direction(match: Pair) -> Iterator[Claim]:
    """增长5.8% against "down 5.8%"."""
    zh = {name for name, (words, _) in DIRECTIONS.items() if re.search(words, match.zh.before + match.zh.after[:6])}
    near = match.en.before[-48:] + " | " + match.en.after[:40]
    en = {name for name, (_, words) in DIRECTIONS.items() if re.search(words, near, re.I)}
    if compared := re.match(
        r" ?(?:\w+ )?(?:(?P<up>more|higher|greater)"
        r"|less|fewer|lower)\b(?P<than> than\b)?",
        match.en.after,
    ):
        if not compared["than"] and match.en.kind != "percent":
            return
        en = {"up" if compared["up"] else "down"}
    if len(zh) == 1 and len(en) == 1 and zh != en:
        yield "direction", match.zh.text, match.en.text, f"{match.zh.text} goes {zh.pop()}, the English goes {en.pop()}"


def _to_or_by(match: Pair, zh: str, en: str) -> Iterator[Claim]:
    """增长到 is to, 增长 and 增长了 are by."""
    before, lead = zh[: match.zh.start], en[: match.en.start]
    if re.search(r"\bfrom\b[^.;]*$", lead[-60:]):
        return
    lead = re.sub(r"\b(?:about|nearly|over|more than|around|almost|some|roughly) ?$", "", lead)
    if _TO.search(before) and _EN_BY.search(lead) and not _EN_TO.search(lead):
        yield "to or by", match.zh.text, match.en.text, f"the Chinese goes to {match.zh.text}, the English by it"
    if _BY.search(before) and _EN_TO.search(lead):
        yield "to or by", match.zh.text, match.en.text, f"the Chinese goes by {match.zh.text}, the English to it"


def _from_and_to(one: Pair, other: Pair, zh: str, en: str) -> Iterator[Claim]:
    """由85%提高到97% is from 85 to 97, not from 97 to 85."""
    between = zh[one.zh.end : other.zh.start]
    opened = re.search(r"[从由自][^,，。;；]*$", zh[: one.zh.start])
    ranged = re.search(r"[到至为]$", between) and (opened or len(between) == 1)
    if not ranged or other.en.start > one.en.start:
        return
    first = re.search(r"\b(?:from|between) (?:\w+ ){0,2}$", en[: other.en.start], re.I)
    if first and re.search(r"\b(?:to|and) (?:\w+ ){0,2}$", en[other.en.end : one.en.start], re.I):
        texts = f"{one.zh.text}, {other.zh.text}", f"{other.en.text}, {one.en.text}"
        yield "swapped", *texts, "from and to have changed places"


def _of_which_year(matches: Sequence[Pair]) -> Iterator[Claim]:
    """2019年完成40%, 2020年完成35%: the years and their numbers keep the same order, or change it together."""
    dated = [
        (one, following)
        for one, following in pairwise(matches)
        if one.zh.kind == "date" and following.zh.kind not in ("date", "ordinal", "time")
    ]
    for (year, number), (next_year, next_number) in pairwise(dated):
        turned = year.en.start > next_year.en.start, number.en.start > next_number.en.start
        if turned[0] != turned[1]:
            texts = f"{year.zh.text}, {next_year.zh.text}", f"{next_year.en.text}, {year.en.text}"
            yield "swapped", *texts, "the dates seem to have changed places"


def _names(zh: str, en: str) -> Iterator[Claim]:
    """5G, 4A, PM2.5, G107: the same names on both sides, where both have any."""
    pattern = re.compile(r"(?<![A-Za-z0-9.])(?:[A-Z]{1,2}[0-9]+(?:\.[0-9]+)?|[0-9]+[GADS])(?![A-Za-z0-9])")
    said, meant = set(pattern.findall(zh)), set(pattern.findall(en))
    if said and meant and said != meant:
        yield "name", ", ".join(sorted(said)), ", ".join(sorted(meant)), "the names differ"


def _part_or_more(match: Pair, zh: str, en: str) -> Iterator[Claim]:
    """其中 is a part of what went before, 另有 is more."""
    lead = en[max(0, match.en.start - 30) : match.en.start]
    before = match.zh.clause[: max(0, match.zh.clause.find(match.zh.text))]
    more = re.search(
        r"\b(?:another|a further|an additional|additional|as well as|in addition|plus)\b[^,;.]*$", lead, re.I
    )
    part = re.search(r"\b(?:of which|of whom|of them|including|among them)\b[^;.]*$", lead, re.I)
    if "其中" in before and more:
        yield "part", match.zh.text, match.en.text, f"{match.zh.text} is a part of the number before it"
    if re.search(r"另|还有|此外", before) and part:
        yield "part", match.zh.text, match.en.text, f"{match.zh.text} comes on top of the number before it"


def _named(text: str, language: int) -> set[str]:
    """What a text says of completion; 计划完成 and "will be built" are plans only."""
    text = _STILL_OPEN[language].sub(lambda match: f"{match['keep'] or ''}{match['keep2'] or ''} ", text)
    flags = re.I if language else 0
    return {name for name, words in STATUS.items() if re.search(words[language], text, flags)}


def _status(matches: Sequence[Pair], zh: str, en: str) -> Iterator[Claim]:
    """Planned, applied for, under way or done; read from the clauses of the numbers, else from the whole text."""
    whole = (_named(zh, 0), _named(en, 1))
    for match in matches or ():
        clauses = (_named(match.zh.clause, 0), _named(match.en.clause, 1))
        if change := _change(clauses[0], clauses[1], whole[1], whole[0]):
            yield "status", match.zh.text, match.en.text, change
            return
    if matches and (change := _change(*whole, *whole[::-1])):
        yield "status", "", "", change


def _change(zh: set[str], en: set[str], en_anywhere: set[str], zh_anywhere: set[str]) -> str | None:
    """What was planned is said to be done, or the other way round."""
    if "planned" in zh and "done" not in zh and "planned" not in en_anywhere and en & {"done", "under way", "past"}:
        return "the Chinese plans or expects it, the English states it as a fact"
    if "applied" in zh and "applied" not in en_anywhere and "done" in en:
        return "the Chinese applies for it, the English has it"
    if "under way" in zh and not zh & {"done", "finished"} and not en_anywhere & {"under way", "now"} and "done" in en:
        return "the Chinese is still at it, the English has finished"
    open_in_zh = zh_anywhere & {"planned", "under way", "demanded", "designed"}
    if zh & {"done", "finished"} and not open_in_zh and "planned" in en and "done" not in en:
        return "the Chinese has done it, the English plans it"
    if "finished" in zh and not open_in_zh and "under way" in en and "done" not in en:
        return "the Chinese has done it, the English is still at it"
    return None


def _frequency(zh: str, en: str) -> Iterator[Claim]:
    """每周 against "every month", 每户 against "per person"."""
    owners = {name for name, (words, _) in SHARES.items() if re.search(words, zh)}
    owned = {name for name, (_, words) in SHARES.items() if re.search(words, en, re.I)}
    if owners and owned - owners and owners - owned:
        yield "share", ", ".join(sorted(owners)), ", ".join(sorted(owned)), "per what differs"
    said = {name for name, (words, _) in FREQUENCIES.items() if re.search(words, zh)}
    meant = {name for name, (_, words) in FREQUENCIES.items() if re.search(words, en, re.I)}
    if said and meant - said and said - meant:
        yield "frequency", ", ".join(sorted(said)), ", ".join(sorted(meant)), "how often differs"


def _antonyms(zh: str, en: str) -> Iterator[Claim]:
    """One of two opposites in the Chinese, only the other in the English."""
    for zh_one, en_one, zh_other, en_other in ANTONYMS:
        says = bool(re.search(zh_one, zh)), bool(re.search(zh_other, zh))
        means = (
            bool(re.search(rf"\b(?:{en_one})\b", en, re.I)),
            bool(re.search(rf"\b(?:{en_other})\b", en, re.I)),
        )
        if (says, means) in (((True, False), (False, True)), ((False, True), (True, False))):
            yield "opposite", "", "", f"the Chinese has one of {zh_one} / {zh_other}, the English the other"


def _each(zh: str, en: str) -> Iterator[Claim]:
    """Each, apiece, per capita: only where the Chinese shares out too."""
    shared = r"\d[^,.;]{0,12} (?:each|apiece)\b|\beach (?:got|received|given|worth|gets|receives)\b"
    if re.search(shared, en, re.I) and not re.search(r"[每各均逐]|分别", zh):
        yield "share", "", "each", "the English shares out, the Chinese does not"
    if re.search(r"人均|每人", zh) and not re.search(
        r"\bper\b|\ba person\b|average|expectancy|each|every|a head|per-capita|individual|apiece", en, re.I
    ):
        yield "share", "人均", "", "the Chinese is per head, the English is not"
