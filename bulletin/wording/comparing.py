"""The words by which a title compares or ranks, in both languages, and what each says."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ComparingWord:
    """A word and the kinds of claim that it may make. `weak`: it may also say something else, so it demands nothing."""

    text: str
    start: int
    says: frozenset[str]
    weak: bool = False


_ZH = """
-         最[后初终近早晚新]|首都|都市|[成古故京首]都|都会|[人平户年月]均|均[衡等匀价]
-         [和与跟同][^，。；、]{1,8}?都(?!是?最)
-         所有[制权者]|不仅|少数民族|与众不同
not       不[多少大小高低快慢长短]于|不超过|不只|不都|不全|并非(?:全|都|最|所有)|未过半
none      无一(?!例外)|没有一|全无|[全均都]未|[全均都]没
few       少数|小部分|很少|极少|少有|零头
most      绝?大多数?|多数|大部分|大半|过半|半数以上|一半以上|居多|大头|大都|占多|多半
half      一半|半数|各半
all       全部|所有|全都|都|均|一律|全覆盖|无一例外|每[个条家户名处座项]
only      唯一|只有|仅有|仅
times     翻[了一两]*番|翻倍|[一二两三四五六七八九十几]?倍
smallest  最[少小低慢短差轻窄弱末]|垫底|末位|居末
largest   最[^\\W\\d_]|首位|榜首|居首|第一位|之冠
fewer,fell  {than}(?:[减缩]少|减小|降低|缩[短小]|放慢)
more,rose   {than}(?:[增加]多|增[长高大]|提高|[扩加壮]大|加快|延长)
fewer     少于|小于|低于|慢于|短于|不及|不如|更[少小低慢短]|落后于|{than}[少小低慢短]
more      多于|大于|高于|快于|长于|强于|超过|超出|多过|胜过|更[多大高快长]|{than}[多大高快长]
differ    (?:不[尽相]*|未必相?)同|不一样|各异|不一(?=[，。]|$)|有别|不是一[回码]事|两回事
equal     相同|一样|相等|持平|同等
?largest  领先|领跑|第一
?most     (?<![很许众更最几增新加数不差])多(?:[为是由属系]|已|来自)
?more     领先
?rose     [增升涨]|提高|[扩加]大|变?多了
?fell     [减降跌落]|缩[小短]|[变]?少了
"""
_THAN = "(?<![占对同环百评类正反])比(?![例重较率值分赛拼])[^,，。；]{1,12}?"
_LESS = "smaller|lower|slower|shorter"
_MORE = "larger|bigger|greater|higher|faster|longer|taller|wider"
_NO_SUPERLATIVE = (
    "latest|honest|modest|earnest|west|north-?west|south-?west|midwest|rest|test|pest|guest|quest|request|conquest|nest"
    "|harvest|forest|interest|arrest|protest|contest|invest|suggest|digest|manifest|chest|vest|zest|unrest|priest|crest"
    "|attest|detest|tempest|reforest|earliest|newest|oldest"
)
_EN = f"""
-         all (?:right|well|is well|day|night|year|along|too|over|the (?:same|time|way))
?all      in all(?! [a-z]+s\\b)
-         at all|(?:after|above|in) all(?! [a-z]+s\\b)
-         all-\\w+|no longer|at (?:most|least)|(?:first|second) half|half[ -]years?
-         (?:{_NO_SUPERLATIVE})s?|not only|higher education
-         every (?:other )?(?:day|week|month|quarter|year|\\w+day)s?|(?:rather|other) than|most recent(?:ly)?
not       (?:not|no|never|hardly) (?:all|only|most|every|half|(?:\\w+ )?(?:more|fewer|less|{_MORE}|{_LESS}))
none      none|not (?:one|a single)
?none     no one|nobody
smallest  fewest|least|smallest|lowest|slowest|shortest|lightest|worst|(?:comes?|ranks?) last|bottom
few       (?:a )?few|minority|(?:makes?|made) up little|little of
most      (?:more than|over) half|majority|bulk|mostly
half      half|halves
all       all|every(?:where|one|body|thing)?|entire(?:ly)?|without exception|(?:full|complete) coverage
only      only|sole(?:ly)?
times     twice|thrice|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl\\w+|\\w+fold|times (?:as|more)|factor of
largest   the most|\\w\\w+est|tops?(?= the| \\w+ list)|(?:comes?|ranks?) (?:first|top)|first place
most,largest  most
fewer     (?:fewer|less)(?=.*? than)|{_LESS}|f[ea]lls? short|fell short|trails?|lags?
more      more(?=.*? than)|{_MORE}|outnumber\\w*|outpac\\w+|outgr[eo]w\\w*|outstrip\\w*
more      exceed\\w*|surpass\\w*|overt[ao]+k\\w*
differ    different(?:ly)?|differ(?:s|ed|ing)?|var(?:y|ies|ied)|uneven|inconsistent
equal     the same|equal(?:s|ly)?|alike|identical|on a par
?more     more|leads?|ahead
?fewer    fewer|less|behind
?largest  leads?|top
?rose     r[io]se|risen|gr[eo]w|grown|rising|growing|up|increas\\w+|climb\\w*|more
?fell     f[ae]ll|fallen|falling|down|decreas\\w+|declin\\w+|drop\\w*|shr[aiu]nk|fewer|less
"""

_Rows = list[tuple[str, re.Pattern[str]]]


def _rows(table: str, english: bool) -> _Rows:
    rows: _Rows = []
    for line in table.strip().splitlines():
        says, pattern = line.split(maxsplit=1)
        made = rf"\b(?:{pattern})\b" if english else pattern
        rows.append((says, re.compile(made, re.IGNORECASE | re.DOTALL)))
    return rows


_TABLES = {"zh": _rows(_ZH.replace("{than}", _THAN), False), "en": _rows(_EN, True)}


def comparing(text: str, language: str) -> list[ComparingWord]:
    """What compares in a text whose names are blanked out. Of words that overlap the first row of the table counts."""
    found: list[ComparingWord] = []
    for says, pattern in _TABLES[language]:
        if says[0] == "?":
            found += [ComparingWord(m[0], m.start(), frozenset({says[1:]}), weak=True) for m in pattern.finditer(text)]
            continue
        if says != "-":
            found += [ComparingWord(m[0], m.start(), frozenset(says.split(","))) for m in pattern.finditer(text)]
        text = pattern.sub(lambda match: "\ufffc" * len(match[0]), text)
    return sorted(found, key=lambda word: word.start)
