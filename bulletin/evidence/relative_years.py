"""The year that a text gives to a date by a word: 去年3月, May next year; and the dates that it leaves without any.

Such a word is held against the year of the fact that it stands beside, counted from the article's own date. A date of
another year that is printed as a month alone is told where no word, and no date before it, says which year it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.content.model import Fact
from bulletin.content.prose import Ref, references
from bulletin.evidence.case import Texts
from bulletin.evidence.periods import dated_year
from bulletin.wording.dates import Moment

_ZH = (
    r"(?P<last>去年)|(?P<next>明年|来年)|(?P<before>(?<![0-9以从之])前年)|(?P<after>(?<![0-9之])后年)"
    r"|(?P<this>今年|本年)|(?P<same>当年|同年)|(?P<then>次年|翌年)|(?P<prior>上一?年)"
)
_EN = (
    r"(?P<last>last year)|(?P<next>next year)|(?P<before>the year before last)"
    r"|(?P<after>the year after next)|(?P<this>this year|the current year)|(?P<same>(?:that|the same) year)"
    r"|(?P<then>the following year|the year after(?! next))"
    r"|(?P<prior>the (?:previous|preceding) year)"
)
_OFFSET = {"last": -1, "next": 1, "before": -2, "after": 2, "this": 0}
_OF_ANOTHER = {"same": 0, "then": 1, "prior": -1}
"""From a year that is named before, or from the article's own."""
_RELATIVE = (re.compile(_ZH), re.compile(rf"\b(?:{_EN})\b", re.I))
_LEADS = (
    re.compile(r"的?[，、（(]?(?:(?!以前)[^，。；：！？、（(的起来到至和<>]{0,12})"),
    re.compile(r"(?:['’]s)?(?:,? (?:in|on|by|at|from|since|before|after|of|the|early|late|mid))*[ ,-]*", re.I),
)
"""What may stand between such a word and the date behind it."""
_OPENS = re.compile(r"(?:^|[.!?;] )$")
_ON = re.compile(r"(?:,? (?!(?:to|until|till|and|but|that|which|who|from|than|as)\b)[\w’-]+){0,8} ", re.I)
"""In English also behind one that opens a sentence."""
_FOLLOWS = (re.compile(r"[（(]"), re.compile(r",? ?\(?(?:of |in )?", re.I))
"""And between a date and the word behind it."""
_RUNS_ON = (
    re.compile(r"(?:(?:全年|一整年|[上下]半年|前[一二三两]个?季度)，)?(?!以前)[^，。；：！？的起来到至<>]{0,12}"),
    re.compile(r"(?!)"),
)
"""What may stand between such a word and a number that is no date, in one clause."""
_COMPARED = (
    re.compile(r"(?:比|较|同|与|和|超过|高于|低于)$"),
    re.compile(r"\b(?:from|than|over|with|as|against)(?: in)? $", re.I),
)
_YEAR_OF = (re.compile("的?年份"), re.compile(r"the year of $", re.I))
"""What speaks of a date's year itself."""
_END = (re.compile("[。！？；\n]"), re.compile(r"[.!?;\n](?=\s|$)"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A reference with the year of its fact, and the year of the article that states it."""

    ref: Ref
    fact: Fact
    year: int
    of_article: int

    @property
    def end(self) -> int:
        return self.ref.start + len(self.ref.source)


def year_of(fact: Fact) -> int | None:
    """The year that a date or a period is in; none of a stretch over several."""
    period = fact.period
    own = Moment.parse(fact.date).year if fact.date else None
    if own or period is None:
        return own
    return period.year or (Moment.parse(period.at).year if period.at else None)


def dated_in(case: Texts, text: str) -> list[Dated]:
    """The references of a text whose year is known, in order."""
    found = []
    for ref in references(text):
        fact, home = case.known.get(ref.id), case.home(ref.id)
        numeral = home.numeral(fact) if home and fact else None
        if home is None or fact is None or numeral is None or (year := year_of(fact)) is None:
            continue
        if (of_article := dated_year(home, numeral.start)) is not None:
            found.append(Dated(ref, fact, year, of_article))
    return found


def beside(case: Texts, text: str, tongue: int) -> Iterator[tuple[str, Dated, bool]]:
    """Each word that gives a year to a fact: the word, the fact, and whether it is right."""
    refs, dated = references(text), dated_in(case, text)
    for word in _RELATIVE[tongue].finditer(text):
        for one in dated:
            if not _is_beside(text, word, one, tongue, refs):
                continue
            earlier = [other.year for other in dated if other.end <= word.start()]
            yield word[0], one, one.year in _meant(str(word.lastgroup), one.of_article, earlier)


def _meant(kind: str, of_article: int, earlier: list[int]) -> set[int]:
    """The years that a word may mean: 当年 the one named before, or the article's own; 上年 the one before either."""
    if kind in _OFFSET:
        return {of_article + _OFFSET[kind]}
    return {year + _OF_ANOTHER[kind] for year in (*earlier, of_article)}


def _is_beside(text: str, word: re.Match[str], one: Dated, tongue: int, refs: tuple[Ref, ...]) -> bool:
    if _COMPARED[tongue].search(text[: word.start()]):
        return False
    if one.end <= word.start():
        return one.fact.date is not None and bool(_FOLLOWS[tongue].fullmatch(text, one.end, word.start()))
    if word.end() > one.ref.start:
        return False
    if _RELATIVE[tongue].search(text, word.end(), one.ref.start):
        return False
    if one.fact.date is not None:
        opens = tongue == 1 and _OPENS.search(text[: word.start()])
        led = _LEADS[tongue].fullmatch(text, word.end(), one.ref.start)
        return bool(led or (opens and _ON.fullmatch(text, word.end(), one.ref.start)))
    return bool(_RUNS_ON[tongue].fullmatch(text, word.end(), one.ref.start))


def yearless(case: Texts, text: str, tongue: int) -> Iterator[Dated]:
    """The dates of another year than the article's of which no word of the text says the year."""
    dated = dated_in(case, text)
    for one in dated:
        if one.fact.date is None or Moment.parse(one.fact.date).year or one.year == one.of_article:
            continue
        stop = _END[tongue].search(text, one.end)
        within = text[: stop.start() if stop else len(text)]
        told = _RELATIVE[tongue].search(within) or re.search(rf"(?<![0-9]){one.year}(?![0-9])", within)
        prints = any(o.end <= one.ref.start and _prints(o) and o.year == one.year for o in dated)
        about = _YEAR_OF[0].match(text, one.end) if tongue == 0 else _YEAR_OF[1].search(text[: one.ref.start])
        if not (told or prints or about):
            yield one


def _prints(one: Dated) -> bool:
    return bool(one.fact.date and Moment.parse(one.fact.date).year)
