"""What is claimed of the numbers: up or down, to or by, planned or done, how often, of how many; and opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bulletin.evidence.clause_by_clause import exchanged, is_apart, unsaid
from bulletin.evidence.clauses import Pair, clauses_of
from bulletin.evidence.how_far import ACHIEVED, PLANNED, UNDER_WAY, surely
from bulletin.evidence.parity_match import Match, affinity
from bulletin.evidence.parity_words import (
    BEFORE_DATES,
    DIRECTIONS,
    FREQUENCIES,
    SHARES,
    opposites_of,
)
from bulletin.evidence.patterns import Pattern, PatternTable
from bulletin.evidence.segments import verbs_only
from bulletin.evidence.statement import Statement, covered
from bulletin.messages import say

Claim = tuple[str, str, str, str]
_MOVES = "增长|增加|提高|提升|上升|下降|减少|降低|缩短|回落|扩大|压缩|上涨|下跌|下调|上调"
_TO = re.compile(rf"(?:{_MOVES}|[增升降减涨跌扩调达])(?:到|至|为)(?:近|约|了)?$")
_BY = re.compile(rf"(?:{_MOVES}|[增减降涨])(?:了|幅)?(?:近|约|超|超过|逾)?$")
_MOVED = (
    r"(?:r[io]se[sn]?|rising|up|down|increas\w*|gr[eo]w\w*|growth|fell|fall\w*|drop\w*|declin\w*|decreas\w*"
    r"|reduc\w*|climb\w*|cut\w*|lower\w*|rais\w*|improv\w*|jump\w*|short\w*|expand\w*|widen\w*|narrow\w*)"
)
_ABOUT = re.compile(r"\b(?:about|nearly|over|more than|around|almost|some|roughly|a|an|the|RMB|CNY|[$¥])? ?$")
_EN_TO = re.compile(rf"\b{_MOVED}(?: \w+){{0,4}} to ?$", re.I)
_EN_BY = re.compile(rf"\b{_MOVED}(?:(?: \w+){{0,4}} (?:by|of))? ?$", re.I)
_MORE = re.compile(r"\b(?:another|a further|an? additional|additional|as well as|in addition|plus)\b[^,;.]*$", re.I)
_PART = re.compile(r"\b(?:of which|of whom|of them|including|among them)\b[^;.]*$", re.I)
_SENTENCES = re.compile(r"[^。；;！？\n]*[^。；;！？\s][。；;！？\n]?")


def claims(matches: Sequence[Match], said: Statement, pairs: Sequence[Pair]) -> Iterator[Claim]:
    """Every claim that differs; words alone are compared where nothing else does."""
    zh, en = said.zh.words, said.en.words
    moves = [claim for match in matches for claim in _direction(match)]
    yield from moves
    for match in matches:
        yield from _to_or_by(match, zh, en)
        yield from _part_or_more(match, en)
        yield from _since(match, zh, en)
    for one, other in pairwise(matches):
        yield from _from_and_to(one, other, zh, en)
    yield from _swapped(matches)
    texts = [(said.zh.text[a.start : a.end], said.en.text[b.start : b.end].lower()) for a, b in pairs]
    found = [*_of_fact(matches, said)]
    found += _how_often(zh, en.lower())
    parts = [(match.zh.clause, match.en.clause.lower()) for match in matches if match.zh.key] + texts
    zh, en = covered(said.zh.text, said.zh.shown, "某"), covered(said.en.text, said.en.shown, "x").lower()
    found += _opposite(zh, en, parts)
    yield from found
    if not (found or moves):  # a claim that differs is told once
        for pair in pairs:
            both = zh[pair[0].start : pair[0].end], en[pair[1].start : pair[1].end]
            pieces = clauses_of(said.zh, said.en, pair) if is_apart(*both) else [pair]
            parts = [(zh[a.start : a.end], en[b.start : b.end]) for a, b in pieces]
            swapped = list(exchanged(parts))
            yield from swapped
            words = {word for _, _, word, _ in swapped}
            yield from (claim for claim in unsaid(parts, both[0], zh) if claim[2] not in words)


def _direction(match: Match) -> Iterator[Claim]:
    """增长5.8% against "down 5.8%"."""
    if not (zh := DIRECTIONS.names(match.zh.before + match.zh.after[:6], 0)):
        return
    en = DIRECTIONS.names(f"{match.en.before} | {match.en.after}".lower(), 1)
    compared = re.match(
        r" ?(?:\w+ )?(?:(?P<up>more|higher|greater)|less|fewer|lower)\b(?P<than> than\b)?", match.en.after
    )
    if compared:
        if not compared["than"] and match.en.kind != "percent":
            return
        en = frozenset({"up" if compared["up"] else "down"})
    if len(zh) == 1 and len(en) == 1 and zh != en:
        goes = "parity.up" if "up" in zh else "parity.down"
        yield "direction", match.zh.text, match.en.text, say(goes, zh=match.zh.text)


def _since(match: Match, zh: str, en: str) -> Iterator[Claim]:
    """截至2015年11月 is no "since November 2015"."""
    lead = en[max(0, match.en.start - 16) : match.en.start].lower() if match.zh.kind == "date" else ""
    near = zh[max(0, match.zh.start - 8) : match.zh.end + 10]
    for name, (allowing, words) in BEFORE_DATES.items() if lead else ():
        if re.search(rf"{words.source}(?: the)? $", lead) and not allowing.search(near):
            yield ("since", match.zh.text, match.en.text, say("parity.since", word=name, date=match.en.text))


def _to_or_by(match: Match, zh: str, en: str) -> Iterator[Claim]:
    """增长到 is to, 增长 and 增长了 are by."""
    before, lead = zh[: match.zh.start], en[max(0, match.en.start - 80) : match.en.start]
    lead = _ABOUT.sub("", _ABOUT.sub("", lead))
    if _TO.search(before) and _EN_BY.search(lead) and not _EN_TO.search(lead):
        yield "to or by", match.zh.text, match.en.text, say("parity.to_not_by", zh=match.zh.text)
    if _BY.search(before) and _EN_TO.search(lead):
        yield "to or by", match.zh.text, match.en.text, say("parity.by_not_to", zh=match.zh.text)


def _from_and_to(one: Match, other: Match, zh: str, en: str) -> Iterator[Claim]:
    """由85%提高到97% is from 85 to 97, not from 97 to 85."""
    between = zh[one.zh.end : other.zh.start]
    opened = re.search(r"[从由自][^,，。;；]*$", zh[: one.zh.start])
    ranged = re.search(r"[到至为]$", between) and (opened or len(between) == 1)
    if not ranged or other.en.start > one.en.start:
        return
    first = re.search(r"\b(?:from|between) (?:\w+ ){0,2}$", en[: other.en.start], re.I)
    if first and re.search(r"\b(?:to|and) (?:\w+ ){0,2}$", en[other.en.end : one.en.start], re.I):
        yield _exchanged(one, other, say("parity.from_and_to"))


def _exchanged(one: Match, other: Match, message: str) -> Claim:
    return "swapped", f"{one.zh.text}, {other.zh.text}", f"{other.en.text}, {one.en.text}", message


def _swapped(matches: Sequence[Match]) -> Iterator[Claim]:
    """Typed numbers of one kind whose words say that each stands where the other belongs."""
    typed = [m for m in matches if not m.zh.key and not m.zh.quoted and m.zh.needed and not m.zh.before.endswith("每")]
    for one, other in combinations([m for m in typed if m.zh.kind not in ("date", "time", "ordinal")], 2):
        if (one.zh.kind, one.zh.unit) != (other.zh.kind, other.zh.unit) or one.zh.value == other.zh.value:
            continue
        if one.zh.either and other.zh.either and one.en.kind == "ordinal":
            continue  # 12栋3单元: Unit 3 of Building 12
        straight = affinity(one.zh, one.en, other.zh) + affinity(other.zh, other.en, one.zh)
        moved = affinity(one.zh, other.en, other.zh), affinity(other.zh, one.en, one.zh)
        turned = one.en.start > other.en.start
        if sum(moved) >= straight if turned else all(moved) and sum(moved) >= max(straight + 2, 2 * straight):
            yield _exchanged(one, other, say("parity.swapped", one=one.zh.text, other=other.zh.text))


def _part_or_more(match: Match, en: str) -> Iterator[Claim]:
    """其中 is a part of what went before, 另有 is more."""
    before = match.zh.clause[: max(0, match.zh.clause.find(match.zh.text))]
    lead = en[max(0, match.en.start - 30) : match.en.start]
    if "其中" in before and _MORE.search(lead):
        yield "part", match.zh.text, match.en.text, say("parity.part", zh=match.zh.text)
    if re.search(r"另|还有|此外", before) and _PART.search(lead):
        yield "part", match.zh.text, match.en.text, say("parity.on_top", zh=match.zh.text)


_COMING, _THERE = ("planned", "expected", "applied_for"), ("achieved", "standing")
_MUST = re.compile(
    "计划|预计|预期|力争|有望|(?:内|前)完成|限期|要|应|须|确保|规划|目标|如果|后[,，]|申[请报]|设计|能力|可(?=容纳|满足|提供|停)"
)

_ENDED = re.compile("已|完|建成|竣工|落成|投用|结束|了")


def _of_fact(matches: Sequence[Match], said: Statement) -> Iterator[Claim]:
    """A fact that is planned is told as done, one that is there as planned."""
    facts = {one.key: one.stated.fact for one in said.zh.shown}
    for match in matches:
        if match.zh.key is None:
            continue
        status, there = facts[match.zh.key].status, surely(match.en.clause.lower(), 1)
        here = surely(match.zh.clause, 0)
        before = next(one[0] for one in _SENTENCES.finditer(said.zh.text) if match.zh.start < one.end())
        told, must = surely(before, 0), _MUST.search(before)
        planned = PLANNED in here or (
            PLANNED in there and not here.keys() & {PLANNED, UNDER_WAY} and not _MUST.search(match.zh.clause)
        )
        if (
            status in _COMING
            and any(map(_ENDED.search, told.get(ACHIEVED, ())))
            and not told.keys() & {PLANNED, UNDER_WAY}
            and not must
        ):
            yield "stage", match.zh.text, "", say("parity.told_as_done", status=say(f"status.{status}"))
        elif status in _THERE and planned and ACHIEVED not in here.keys() | there.keys():
            message = say("parity.told_as_planned", status=say(f"status.{status}"))
            yield "stage", match.zh.text, match.en.text, message


def _opposite(zh: str, en: str, parts: Sequence[tuple[str, str]]) -> Iterator[Claim]:
    """One of two opposites in the Chinese, the other in the English: of the whole text, or of one of its parts."""
    acts, acting = verbs_only(zh), [(verbs_only(z), z, e) for z, e in parts]
    everywhere = "\n".join((acts, *(part for part, _, _ in acting)))
    for said, alone, (zh_one, en_one), (zh_other, en_other) in opposites_of(everywhere):
        found = en_other.search(en)
        if not found or (alone and en_one.search(en)) or (said[0] in "不未没" and _is_denied(found, en)):
            continue
        if zh_one.search(acts) and not zh_other.search(zh):
            yield "opposite", said, found, say("parity.opposite", zh=said, en=found)
        elif any(
            zh_one.search(a) and not zh_other.search(z) and en_other.search(e) and not en_one.search(e)
            for a, z, e in acting
        ):
            yield "opposite", "", found, say("parity.opposite_there", en=found)


_DENIED = r"(?:\bnot|n['’]t|\bcannot|\bnever|\byet to)(?: (?:yet|be|been|\w+ly))? "


def _is_denied(word: str, en: str) -> bool:
    """Is every such word denied, as a Chinese denial says it: 不具备 is "do not meet"?"""
    of_it = rf"\b{re.escape(word)}\b"
    return len(re.findall(_DENIED + of_it, en)) == len(re.findall(of_it, en))


_SHARED_OUT = re.compile(r"\d[^,.;]{0,12} (?:each|apiece)\b|\beach (?:got|received|given|worth|gets|receives)\b")
_PER_HEAD = re.compile(r"\bper\b|\ba person\b|average|expectancy|each|every|a head|per-capita|individual|apiece")


def _how_often(zh: str, en: str) -> Iterator[Claim]:
    """每周 against "every month", 每户 against "per person"; per head only where the Chinese shares out too."""
    shares = re.search("[每各均逐日天周月季年时亩户人]", zh)
    for kind, table in (("share", SHARES), ("frequency", FREQUENCIES)) if shares else ():
        said = table.names(zh, 0)
        meant = table.names(en, 1) if said else said
        if meant - said and said - meant:
            how = say("parity.per_what" if kind == "share" else "parity.how_often")
            yield kind, ", ".join(sorted(said)), ", ".join(sorted(meant)), how
    if _SHARED_OUT.search(en) and not re.search(r"[每各均逐]|分别", zh):
        yield "share", "", "each", say("parity.shares_out")
    if re.search(r"人均|每人", zh) and not _PER_HEAD.search(en):
        yield "share", "人均", "", say("parity.per_head")


LEVELS = PatternTable(
    (name, (Pattern(zh), Pattern(rf"\b(?:{en})\b")))
    for name, zh, en in (re.split(": | = ", row) for row in r"""
country: 全国|国家|国务院|中国|国[内外]|中央 = nation\w*|countr\w+|chin\w+|state|central|domestic|abroad|foreign
province: (?<!节)省(?![时钱心电力事得]) = provinc\w*
city: (?<![城都超夜集菜股花房车楼门])市(?![场民容面值集井价]) = city\w*|cities|municipal\w*
district: (?<![社小片园城辖地街景厂校院库灾山新老郊市牧林矿楼宅营盲禁])区(?![域别分间块划位]) = districts?
county: (?<!小)县 = count(?:y|ies)
""".strip().splitlines())
)  # fmt: skip
"""Territories, as far as a language names their level: Chinese = English."""
_STRICTLY = re.compile(
    r"\b(?:the|whole|entire) (?P<one>city|province|district|county|country|nation)\b(?:['’]s)?(?! (?:management|cent))"
    r"|\b(?P<wide>city|province|district|county|country|nation)[- ]?wide\b"
    r"|\b(?P<of>city|province|district|county|nation)['’]s\b"
)
"""English that names a level as a territory or an authority: no city management, no urban area."""


def displaced(zh: str, en: str) -> Iterator[Claim]:
    """A territory that the English of a sentence names in another's place: 全区 is no "the city’s"."""
    said, meant = LEVELS.names(zh, 0), LEVELS.names(en, 1)
    for match in _STRICTLY.finditer(en) if said - meant else ():
        level = match["one"] or match["wide"] or match["of"]
        if not said & {level, "country" if level == "nation" else level}:
            yield "scope", "", match[0], say("parity.scope", en=match[0])
