"""What is compared sentence by sentence: of which territory, and in which state, English says that a thing is.

全区 is no "the city’s"; "the finished project" is not 项目, whatever else of the text is finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.evidence.patterns import Pattern, PatternTable
from bulletin.messages import say

Claim = tuple[str, str, str, str]

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
STATES = {
    word: Pattern(zh)
    for zh, en in (
        row.split(" = ")
        for row in """
完|竣|成|建好|办好|结束|已|毕|落地|投用 = finished completed
计划|规划|拟|将|预|待|要|未来|设计|筹 = planned proposed intended future forthcoming upcoming
批|准|同意|通过 = approved authorized
否|驳|拒|退 = rejected
停|缓|搁|滞|中断|拖|晚|误 = stalled suspended halted delayed postponed
弃|废|烂尾|荒|闲置|停 = abandoned disused derelict vacant
未|没|半|烂尾|待 = unfinished half-finished half-built incomplete
拆 = demolished razed
现|已|原|既|老|旧|存 = existing
原|前|旧|老|曾|过去 = former
""".strip().splitlines()
    )
    for word in en.split()
}
"""English adjectives of a state, and the Chinese that allows each where it stands beside a noun."""

_STRICTLY = re.compile(
    r"\b(?:the|whole|entire) (?P<one>city|province|district|county|country|nation)\b(?:['’]s)?(?! (?:management|cent))"
    r"|\b(?P<wide>city|province|district|county|country|nation)[- ]?wide\b"
    r"|\b(?P<of>city|province|district|county|nation)['’]s\b"
)
"""English that names a level as a territory or an authority: no city management, no urban area."""
_ENDS = re.compile(r"[。；！？\n](?!$)"), re.compile(r"[;!?\n]|\.(?=\s+\S)")
_BESIDE = re.compile(
    r"\b(?:the|an?|its|their|this|that|these|those) (?:[\d,.]+ |x+ |\w+ly )?(?P<state>[a-z]+(?:-[a-z]+)?) (?=[a-z])"
)


def by_sentence(zh: str, en: str) -> Iterator[Claim]:
    """What the sentences of two texts do not agree on; where there are not as many, the texts as they are."""
    here, there = (pattern.split(text) for pattern, text in zip(_ENDS, (zh, en.lower()), strict=True))
    for one, other in zip(here, there, strict=True) if len(here) == len(there) else [(zh, en.lower())]:
        yield from _displaced(one, other)
        yield from _in_no_such_state(one, other)


def _displaced(zh: str, en: str) -> Iterator[Claim]:
    """A territory that the English names in another's place."""
    said, meant = LEVELS.names(zh, 0), LEVELS.names(en, 1)
    for match in _STRICTLY.finditer(en) if said - meant else ():
        level = match["one"] or match["wide"] or match["of"]
        if not said & {level, "country" if level == "nation" else level}:
            yield "scope", "", match[0], say("parity.scope", en=match[0])


def _in_no_such_state(zh: str, en: str) -> Iterator[Claim]:
    """The state of a thing, said beside its noun, that no word of the Chinese sentence allows."""
    for match in _BESIDE.finditer(en):
        allowing = STATES.get(match["state"])
        if allowing and not allowing.search(zh):
            yield "extra words", "", match["state"], say("parity.extra", en=match["state"])
