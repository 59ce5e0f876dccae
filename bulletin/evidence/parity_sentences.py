"""What is compared sentence by sentence: of which territory English says that a thing is: 全区 is no "the city’s"."""

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
_STRICTLY = re.compile(
    r"\b(?:the|whole|entire) (?P<one>city|province|district|county|country|nation)\b(?:['’]s)?(?! (?:management|cent))"
    r"|\b(?P<wide>city|province|district|county|country|nation)[- ]?wide\b"
    r"|\b(?P<of>city|province|district|county|nation)['’]s\b"
)
"""English that names a level as a territory or an authority: no city management, no urban area."""
_ENDS = re.compile(r"[。；！？\n](?!$)"), re.compile(r"[;!?\n]|\.(?=\s+\S)")


def by_sentence(zh: str, en: str) -> Iterator[Claim]:
    """What the sentences of two texts do not agree on; where there are not as many, the texts as they are."""
    here, there = (pattern.split(text) for pattern, text in zip(_ENDS, (zh, en.lower()), strict=True))
    for one, other in zip(here, there, strict=True) if len(here) == len(there) else [(zh, en.lower())]:
        yield from _displaced(one, other)


def _displaced(zh: str, en: str) -> Iterator[Claim]:
    """A territory that the English names in another's place."""
    said, meant = LEVELS.names(zh, 0), LEVELS.names(en, 1)
    for match in _STRICTLY.finditer(en) if said - meant else ():
        level = match["one"] or match["wide"] or match["of"]
        if not said & {level, "country" if level == "nation" else level}:
            yield "scope", "", match[0], say("parity.scope", en=match[0])
