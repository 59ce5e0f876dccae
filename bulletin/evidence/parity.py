"""Whether a Chinese and an English text state the same numbers, of the same things, with the same claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from bulletin.evidence.clauses import Stretch, clauses_of, said_otherwise, sentences_of
from bulletin.evidence.parity_claims import Claim, claims, displaced
from bulletin.evidence.parity_match import Match, match_numbers
from bulletin.evidence.parity_sides import SideNumber, chinese_side, english_side, loose_values
from bulletin.evidence.parity_times import another_year, tells_time, times_lost
from bulletin.evidence.parity_units import counted_wrongly
from bulletin.evidence.statement import Side, Statement
from bulletin.messages import say


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that the two texts do not agree on; `zh` and `en` are what each says ("" where it says nothing)."""

    kind: str
    zh: str
    en: str
    message: str


_MAJORITY = re.compile(r"\b(?:the|an?) (?:\w+ )?majority of\b|\bmost (?:of )?(?=[a-z])", re.I)
"""过半 in words."""


def disagreements(zh: str, en: str) -> list[Disagreement]:
    """What two texts do not agree on; empty where they agree on every number."""
    return compare(Statement(Side(zh, zh), Side(en, en)))


def compare(said: Statement) -> list[Disagreement]:
    """What the two languages of a statement do not agree on: numbers in what is no name, claims in all words."""
    zh, en = said.zh.words, said.en.words
    chinese, english = chinese_side(zh, said.zh.shown), english_side(en, said.en.shown)
    matches, zh_left, en_left = match_numbers(chinese, english, zh, en)
    zh_left, en_left = without_first_months(zh_left, en_left, zh)
    zh_left, en_left = [one for one in zh_left if not one.key], [one for one in en_left if not one.key]
    dates = match_dates([one for one in zh_left if one.kind == "date"], [one for one in en_left if one.kind == "date"])
    zh_left = [one for one in zh_left if one.kind != "date" and one.needed]
    zh_left = [one for one in zh_left if one.text != "过半" or not _MAJORITY.search(en)]
    en_left = _without_loose([one for one in en_left if one.kind != "date" and one.needed], en, zh, chinese)
    found = [Disagreement("date", z, e, _say("date", z, e)) for z, e in dates]
    found += _left_over(zh_left, en_left)
    for match in matches:
        found += _of_one(match, zh, en)
    pairs = sentences_of(said.zh, said.en)
    found += [Disagreement(*claim) for claim in claims(matches, said, pairs)]
    for one, other in pairs:
        here, there = zh[one.start : one.end], en[other.start : other.end].lower()
        found += [Disagreement(*claim) for claim in displaced(here, there)]
    if not found:  # a claim that differs is told once
        for one, other in pairs:
            here, there = zh[one.start : one.end], en[other.start : other.end].lower()
            found += [Disagreement(*claim) for claim in (*times_lost(here, there), *another_year(here, there))]
            found += [] if found else [Disagreement(*claim) for claim in _times_of_clauses(said, one, other)]
        known = {one.zh for one in found}
        otherwise = said_otherwise(said.zh, said.en, pairs)
        found += [_of_clause(*told) for told in otherwise if not told[1] or told[1] not in known]
    return list(dict.fromkeys(found))


def _times_of_clauses(said: Statement, zh: Stretch, en: Stretch) -> Iterator[Claim]:
    """What a clause says of time, and the English neither there nor in a clause beside it."""
    clauses = clauses_of(said.zh, said.en, (zh, en)) if tells_time(said.zh.words[zh.start : zh.end]) else ()
    for at, (one, _) in enumerate(clauses if len(clauses) > 2 else ()):
        near = clauses[max(0, at - 1) : at + 2]
        there = said.en.words[near[0][1].start : near[-1][1].end].lower()
        yield from times_lost(said.zh.words[one.start : one.end], there)


def _of_clause(kind: str, zh: str, en: str) -> Disagreement:
    """What one language of a clause says and the other does not."""
    if zh and en:
        return Disagreement(kind, zh, en, say("parity.acts", zh=zh, en=en))
    if kind == "state":
        kind, en = "extra words", en.split()[-1]  # the finished park
    message = say("parity.lost", zh=zh) if zh else say("parity.extra", en=en)
    return Disagreement("status" if kind == "stage" else kind, zh, en, message)


def _say(kind: str, zh: str, en: str) -> str:
    if not zh:
        return say("parity.no_such_date" if kind == "date" else "parity.no_such_number", en=en)
    return say("parity.is_not", zh=zh, en=en) if en else say("parity.missing", zh=zh)


def _left_over(chinese: list[SideNumber], english: list[SideNumber]) -> Iterator[Disagreement]:
    """Numbers without a partner, side by side as far as they go."""
    for one, other in zip_longest(chinese, english):
        zh, en = one.text if one else "", other.text if other else ""
        yield Disagreement("value" if zh and en else "missing" if zh else "extra", zh, en, _say("number", zh, en))


_FIRST = re.compile("率先|首[次个家批创]|第一|最早|一马当先|开创")
"""Beside one of these a single 一 (一次, 一场) is no partner of the English first."""
_LOOSE = (
    (r"十[一二三四五六]五|五年", [5]),
    (r"再次|再度|又|二次|复赛", [2]),
    ("半", [Fraction(1, 2)]),
    (r"全天候|全天|昼夜|不间断", [24, 7]),
    (r"全覆盖|全部|百分百|所有", [100, 100]),
)
"""Words that English may render with a number: the 13th Five-Year Plan, a second time, 24/7."""
_IN_TURN = re.compile(r"先(?!进|锋|生|行|导)[^。；]{1,40}?(?:后|再|最后)|首先[^。；]*(?:其次|然后|再)|先后")
"""先清淤，后护岸: the first thing and the second, without a number."""
_FIRST_EN = re.compile(r"\bfirst\b", re.I)
_CROWD = re.compile(r"成千上万|成百上千|数以.计|千家万户|千千万万|万千")


def _without_loose(english: list[SideNumber], en: str, zh: str, chinese: list[SideNumber]) -> list[SideNumber]:
    """Without what words such as 两学一做 or 十三五 account for."""
    loose, left = loose_values(zh, chinese) if english else [], []
    for words, values in _LOOSE if english else ():
        loose += map(Fraction, values) if re.search(words, zh) else ()
    in_turn = (
        _IN_TURN.search(zh)
        and _FIRST_EN.search(en)
        and not any(one.kind == "ordinal" and one.needed for one in chinese)
    )
    for one in english:
        if in_turn and one.kind == "ordinal" and one.value in (2, 3):
            continue
        if one.value in loose and (one.kind != "percent" or one.value == 100):
            loose.remove(one.value)
        elif not (one.several and _CROWD.search(zh)):
            left.append(one)
    return left


def _of_one(match: Match, zh: str, en: str) -> Iterator[Disagreement]:
    """What is wrong about two numbers of the same value, said once: unit, kind, approximation, what is counted."""
    chinese, english = match.zh, match.en
    kind = message = ""
    if match.unit_differs:
        zh_told, en_told = chinese.text + chinese.after[:4], english.text + english.after[:16]
        kind, message = "unit", say("parity.units", zh=zh_told, en=en_told)
    elif match.kind_differs and not (not chinese.needed and english.text == "first" and _FIRST.search(zh)):
        told = say(f"number-kind.{chinese.kind}")
        kind, message = "kind", say("parity.kind", zh=chinese.text, kind=told, en=english.text)
    elif chinese.needed and not _same_approximation(chinese, english, zh, en):
        kind = "approximation"
        ways = [say(f"approx.{one.approx or 'exact'}") for one in (chinese, english)]
        message = say("parity.approximation", zh=chinese.text, zh_is=ways[0], en=english.text, en_is=ways[1])
    elif chinese.variants and _is_slogan(chinese, zh) and _counts_things(english, en):
        kind, message = "name", say("parity.name", zh=chinese.text)
    elif chinese.needed and (wrong := counted_wrongly(zh[: chinese.start], zh[chinese.end :], english.after)):
        kind, message = "noun", say("parity.noun", zh=chinese.text, counted=say(f"counted.{wrong}"))
    if kind:
        yield Disagreement(kind, chinese.text, english.text, message)


def _is_slogan(chinese: SideNumber, zh: str) -> bool:
    """A number that begins what stands in quotation marks, and is no day: “7·20”."""
    return not chinese.date and zh[: chinese.start].endswith(tuple('"“‘「'))


def _counts_things(english: SideNumber, en: str) -> bool:
    """Behind the number stands a plural, and no quotation mark before it."""
    phrase = re.split(r"[,.;:]|\b(?:of|in|for|to|by|and|with)\b", en[english.end :])[0].split()[:4]
    quoted = en[: english.start].endswith(('"', "“", "'", "‘"))
    return not quoted and bool(phrase) and bool(re.search(r"[a-rt-z]s$", phrase[-1]))


def _same_approximation(chinese: SideNumber, english: SideNumber, zh: str, en: str) -> bool:
    """Dropped, added or changed approximation is a disagreement; the exceptions are idiom, and named here."""
    claimed, said = chinese.approx, english.approx
    before, back = zh[: chinese.start], zh[chinese.end : chinese.end + 8]
    front, lead = zh[max(0, chinese.start - 3) : chinese.end], en[max(0, english.start - 24) : english.start].lower()
    dimension = chinese.unit.dimension if chinese.unit else ""
    if claimed == said or chinese.kind in ("discount", "ratio"):
        return True
    if chinese.kind in ("time", "half", "date") or english.several:
        both = chinese.kind == "half" and claimed and said
        return not both and (chinese.kind != "cardinal" or claimed == "over" or "成千上万" in zh)
    if claimed == "over":
        return said == "at_least" and bool(re.match(r"(?: [\w²-]+){0,2} or more\b", en[english.end :]))
    if claimed == "nearly":
        recent = bool(re.search(r"\b(?:past|last|recent)\b", lead)) or back.startswith(("年来", "个月来"))
        return said is None and dimension == "month" and recent
    if claimed == "at_least":
        return said == "over" and "以上" in back + chinese.text
    if said == "over" and claimed is None:
        in_time = dimension in ("month", "minute") and lead.endswith(" over ")
        return in_time or bool(re.search("突破|超|过|破|多达|达", front))
    if said == "at_most" and claimed is None:
        most = re.search("最高|最多|最大|最长", before[-12:])
        return bool(most or re.search("内|以下|之前|前|达|到|至|最|用", front + back[:4]))
    least = re.search("最低|满", front) or _AT_LEAST.search(before)
    return claimed is None and said == "at_least" and bool(least)


_AT_LEAST = re.compile("(?:至少|最少|起码)[\u4e00-\u9fff]{1,6}$")
"""至少举办两场."""


_CALENDAR = re.compile(r"^(?P<y>[0-9]{4})?(?:-+(?P<m>[0-9]{2}))?(?:-(?P<d>[0-9]{2}))?$")
_SPAN = re.compile(r"(?<![0-9])1月?(?:[至到~—–-]|——)(?P<last>1[0-2]|[2-9])月")
_SAME = ({"p-late", "p-end"}, {"p-early", "p-start"})


def match_dates(chinese: list[SideNumber], english: list[SideNumber]) -> list[tuple[str, str]]:
    """What differs between the dates that have no equal: compared part by part, so that ranges may share a year."""
    for one in chinese:
        for other in english:
            if _other_year(one.date or "", other.date or ""):
                return [(one.text, other.text)]
    zh_parts, en_parts = _all_parts(chinese), _all_parts(english)
    for item in list(zh_parts):
        partner = next((other for other in en_parts if item[0] == other[0] or {item[0], other[0]} in _SAME), None)
        if partner:
            zh_parts.remove(item)
            en_parts.remove(partner)
    zh_texts = list(dict.fromkeys(one.text for _, one in zh_parts if one.needed))
    en_texts = list(dict.fromkeys(one.text for _, one in en_parts))
    longer = max(len(zh_texts), len(en_texts))
    return list(
        zip(zh_texts + [""] * (longer - len(zh_texts)), en_texts + [""] * (longer - len(en_texts)), strict=True)
    )


def without_first_months(
    chinese: list[SideNumber], english: list[SideNumber], zh: str
) -> tuple[list[SideNumber], list[SideNumber]]:
    """1至10月 is the first ten months, or the ten months to October."""
    span = _SPAN.search(zh)
    months = next((one for one in english if span and one.value == int(span["last"]) and "months" in one.after), None)
    if span is None or months is None:
        return chinese, english
    inside = [one for one in chinese if span.start() <= one.start < span.end()]
    return [one for one in chinese if one not in inside], [one for one in english if one is not months]


def _all_parts(dates: list[SideNumber]) -> list[tuple[str, SideNumber]]:
    """January to September is the first three quarters, January to June the first half."""
    parts = [(part, one) for one in dates for part in _parts(one.date or "")]
    names = [name for name, _ in parts]
    for last, part in (("m09", "p-Q1-Q3"), ("m06", "p-first-half"), ("m03", "p-Q1")):
        if "m01" in names and last in names:
            return [(part, parts[names.index("m01")][1]), *(item for item in parts if item[0] not in ("m01", last))]
    return parts


def _parts(date: str) -> list[str]:
    """Year, month, day, and the part of a month or a year, each named: y2018 m12 d21 p-end."""
    calendar, _, part = date.partition(" ")
    match = _CALENDAR.match(calendar)
    names = [f"{name}{match[name]}" for name in "ymd" if match[name]] if match else []
    return names + ([f"p-{part}"] if part else [])


def _other_year(zh: str, en: str) -> bool:
    """The same month of different years, or the same part of different years."""
    years = zh[:4].isdigit() and en[:4].isdigit() and zh[:4] != en[:4]
    return years and zh[4:] == en[4:] != "" and not re.match(r"-\d\d-\d", zh[4:])
