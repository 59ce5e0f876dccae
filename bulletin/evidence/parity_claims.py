"""What is claimed of the numbers: up or down, to or by, planned or done, how often, of how many; and opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from bulletin.evidence.parity_match import Match, affinity
from bulletin.evidence.parity_words import (
    BEFORE_DATES,
    DIRECTIONS,
    FREQUENCIES,
    LACKS,
    SHARES,
    STATUS,
    licensed_in,
    opposites_of,
    required_by,
)
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
_ENGLISH_SENTENCES = re.compile(r".+?(?:[;!?\n]|\.(?=\s|$)|$)", re.S)
_PLANNED_END = (
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


def claims(matches: Sequence[Match], said: Statement) -> Iterator[Claim]:
    """Every claim that differs; words alone are compared where nothing else does."""
    zh, en = said.zh.words, said.en.words
    for match in matches:
        yield from _direction(match)
        yield from _to_or_by(match, zh, en)
        yield from _part_or_more(match, en)
        yield from _since(match, zh, en)
    for one, other in pairwise(matches):
        yield from _from_and_to(one, other, zh, en)
    yield from _swapped(matches)
    sentences, english = _sentences(said), said.en.text.lower()
    found = [*_status(matches, said.zh.text, english, sentences), *_of_fact(matches, said)]
    found += _how_often(zh, en.lower())
    parts = [(match.zh.clause, match.en.clause.lower()) for match in matches if match.zh.key] + sentences
    zh, en = covered(said.zh.text, said.zh.shown, "某"), covered(said.en.text, said.en.shown, "x").lower()
    found += _opposite(zh, en, parts)
    found += _denied(zh, en)
    yield from found
    if not found:  # a claim that differs is told once
        yield from _unsaid(zh, en)
        yield from _lost(sentences or [(said.zh.text, english)])


_DENIES = (
    re.compile("[不未没无非免禁否勿莫零]|杜绝|以外|除外|拒|缺|尚待|" + LACKS),
    re.compile(r"\b(?:not|no(?!\.? ?\d)|never|neither|nor|none|without|cannot)\b|n['’]t\b"),
)
_SURELY = re.compile(
    "(?:本刊|编者|我们|原文|文中|报道)[^，。；]{0,4}(?:不(?!明)|未(?!署|必)|没(?!有点明))|不是(?!一回事)|并非|从未"
)
_OTHERWISE = re.compile(
    r"\b(?:un\w+|nothing|nobody|silent|different|differ\w*|rather|instead|separate\w*|apart|only|lacks?|omit\w*)\b"
)


def _denied(zh: str, en: str) -> Iterator[Claim]:
    """One language denies what the other states."""
    found = _DENIES[1].search(en)
    if found and not _DENIES[0].search(zh) and not _lasting(zh, en, found):
        yield "denial", "", found[0], say("parity.english_denies", en=found[0])
    if (found := _SURELY.search(zh)) and not _DENIES[1].search(en) and not _OTHERWISE.search(en):
        yield "denial", found[0], "", say("parity.chinese_denies", zh=found[0])


_LASTS = re.compile("一直|始终|持续|连续|坚持|长期|常态|常年|总是|全程|全天|昼夜|时时|随时|都|全|均|皆|每")
_GOES_ON = re.compile(r" (?:an? |any )?(?:stop|ceas|end|paus|rest|break|interrupt|fail|exception|let up|miss)\w*")


def _lasting(zh: str, en: str, denial: re.Match[str]) -> bool:
    """Never stops, of always: two denials; not again before the tea is finished, of 喝完茶才许再开口."""
    if "才" in zh and re.match(r"[^.;]*\b(?:before|until|till|unless)\b", en[denial.end() :]):
        return True
    return bool(_GOES_ON.match(en, denial.end()) and _LASTS.search(zh))


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


@lru_cache(maxsize=4096)
def stages(text: str, language: int) -> frozenset[str]:
    """What a text says of completion; 计划完成 and "will be built" are plans only."""
    text = _PLANNED_END[language].sub(lambda match: f"{match['keep'] or ''}{match['keep2'] or ''} ", text)
    return STATUS.names(text, language)


def _status(matches: Sequence[Match], zh: str, en: str, sentences: Sequence[tuple[str, str]]) -> Iterator[Claim]:
    """Planned, applied for, under way or done; in the clauses of the numbers, in each sentence, else in the text."""
    for match in matches:
        whole = stages(zh, 0), stages(en, 1)
        if change := _change(stages(match.zh.clause, 0), stages(match.en.clause.lower(), 1), whole[1], whole[0]):
            yield "status", match.zh.text, match.en.text, change
            return
    for here, there in sentences or ([(zh, en)] if matches or not re.search("[，。；]", zh) else ()):
        one = stages(here, 0)
        other = stages(there, 1) if one else one  # English is held against what the Chinese says
        if change := _change(one, other, other, one):
            yield "status", "", "", change


_COMING, _THERE = ("planned", "expected", "applied_for"), ("achieved", "standing")
_OPEN = frozenset({"planned", "applied", "demanded", "designed", "under way"})


def _of_fact(matches: Sequence[Match], said: Statement) -> Iterator[Claim]:
    """A fact that is planned is told as done, one that is there as planned."""
    facts = {one.key: one.stated.fact for one in said.zh.shown}
    for match in matches:
        if match.zh.key is None:
            continue
        status = facts[match.zh.key].status
        here, there = stages(match.zh.clause, 0), stages(match.en.clause.lower(), 1)
        told = next(stages(s[0], 0) for s in _SENTENCES.finditer(said.zh.text) if match.zh.start < s.end())
        planned = "planned" in here or ("planned" in there and not here & _OPEN)
        if status in _COMING and told & {"done", "finished"} and not told & _OPEN:
            yield "stage", match.zh.text, "", say("parity.told_as_done", status=say(f"status.{status}"))
        elif status in _THERE and planned and "done" not in here | there:
            message = say("parity.told_as_planned", status=say(f"status.{status}"))
            yield "stage", match.zh.text, match.en.text, message


def _change(zh: frozenset[str], en: frozenset[str], en_all: frozenset[str], zh_all: frozenset[str]) -> str | None:
    """What was planned is said to be done, or the other way round."""
    if "planned" in zh and "done" not in zh and "planned" not in en_all and en & {"done", "under way", "past"}:
        return say("parity.plan_as_fact")
    if "applied" in zh and "applied" not in en_all and "done" in en:
        return say("parity.applied_as_had")
    if "under way" in zh and not zh & {"done", "finished"} and not en_all & {"under way", "now"} and "done" in en:
        return say("parity.under_way_as_done")
    open_in_zh = zh_all & {"planned", "under way", "demanded", "designed"}
    if zh & {"done", "finished"} and not open_in_zh and "planned" in en and "done" not in en:
        return say("parity.done_as_plan")
    if "finished" in zh and not open_in_zh and "under way" in en and "done" not in en:
        return say("parity.done_as_under_way")
    return None


def _opposite(zh: str, en: str, parts: Sequence[tuple[str, str]]) -> Iterator[Claim]:
    """One of two opposites in the Chinese, the other in the English: of the whole text, or of one of its parts."""
    acts, acting = verbs_only(zh), [(verbs_only(z), z, e) for z, e in parts]
    everywhere = "\n".join((acts, *(part for part, _, _ in acting)))
    for said, alone, (zh_one, en_one), (zh_other, en_other) in opposites_of(everywhere):
        found = en_other.search(en)
        if not found or (alone and en_one.search(en)):
            continue
        if zh_one.search(acts) and not zh_other.search(zh):
            yield "opposite", said, found, say("parity.opposite", zh=said, en=found)
        elif any(
            zh_one.search(a) and not zh_other.search(z) and en_other.search(e) and not en_one.search(e)
            for a, z, e in acting
        ):
            yield "opposite", "", found, say("parity.opposite_there", en=found)


def _unsaid(zh: str, en: str) -> Iterator[Claim]:
    """English that no word of the Chinese allows."""
    for found, allowing in licensed_in(en):
        if not allowing.search(zh):
            yield "extra words", "", found, say("parity.extra", en=found)


def _lost(parts: Sequence[tuple[str, str]]) -> Iterator[Claim]:
    """Chinese that no word of the English renders."""
    for zh, en in parts:
        for meant, rendering in required_by(zh):
            if not rendering.search(en):
                yield "lost words", meant, "", say("parity.lost", zh=meant)


def _sentences(said: Statement) -> list[tuple[str, str]]:
    """The sentences side by side, where both languages have as many."""
    zh, en = _SENTENCES.findall(said.zh.text), _ENGLISH_SENTENCES.findall(said.en.text.lower())
    return list(zip(zh, en, strict=True)) if len(zh) == len(en) > 1 else []


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
