"""Which end of a stretch a number is: of 由27人发展到540人 the first, of 2019年以前 the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.prose import Ref, references
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.numerals import Numeral

_FROM = re.compile("[由从自][^，。；、,;<>]{0,10}$")
_TO = re.compile("[^，。；,;<>]{0,12}(?:到|至|为)了?[^，。；,;<>]{0,5}")
_RANGE = re.compile("到|至|[—~-]{1,2}")
_BEHIND = {
    "until": re.compile("[以之]前|前(?!后|[0-9一二三四五六七八九十两])|底前|[\u4e00-\u9fff]{1,3}[以之]前"),
    "since": re.compile("以来|[以之]后|起(?!来|码)|后|[\u4e00-\u9fff]{1,3}(?:以来|[以之]后)"),
}
_IN_FRONT = {
    "until": re.compile("(?:截[至止]|直?到)(?:[今去本当]年)?$"),
    "since": re.compile("[自从](?:[今去本当]年)?$"),
}


def turned(case: Texts, zh: str) -> Iterator[tuple[Ref, str, str]]:
    """A reference, the words that a text has beside it, and those that the article has."""
    refs = references(zh)
    for ref, after in zip(refs, [*refs[1:], None], strict=False):
        end = ref.start + len(ref.source)
        its = _there(case, ref)
        if its is None:
            continue
        article, numeral = its
        other = _there(case, after) if after else None
        between = zh[end : after.start] if after else ""
        if other and other[0] == article and (found := _from_to(article, other[1], numeral)):
            led = _FROM.search(zh[: ref.start]) and _TO.fullmatch(between)
            if led or _RANGE.fullmatch(between):
                yield ref, found, between
        if numeral.date:
            here, there = _side(zh, ref.start, end), _side(article, numeral.start, numeral.end)
            if here and there and not here.keys() & there.keys():
                yield ref, next(iter(there.values())), next(iter(here.values()))


def _from_to(article: str, first: Numeral, last: Numeral) -> str:
    """What an article says from one number to another, where the second is the end of what begins with the first."""
    between = article[first.end : last.start] if first.end <= last.start else ""
    led = _FROM.search(article[max(0, first.start - 12) : first.start]) and _TO.fullmatch(between)
    return f"{first.text}{between}{last.text}" if led or _RANGE.fullmatch(between) else ""


def _side(text: str, start: int, end: int) -> dict[str, str]:
    """On which sides of a date it lies, and the words that say so."""
    behind = {side: found[0] for side, words in _BEHIND.items() if (found := words.match(text, end))}
    led = {
        side: found[0] for side, words in _IN_FRONT.items() if (found := words.search(text[max(0, start - 4) : start]))
    }
    return behind or led


def _there(case: Texts, ref: Ref) -> tuple[str, Numeral] | None:
    """The article that states a reference's number, and the number."""
    fact, home = case.known.get(ref.id), case.home(ref.id)
    numeral = home.numeral(fact) if isinstance(home, Case) and fact else None
    return (home.article.bare.text, numeral) if isinstance(home, Case) and numeral else None
