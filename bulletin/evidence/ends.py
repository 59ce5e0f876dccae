"""Which end of a stretch a number is: of 由27人发展到540人 the first, of 2019年以前 the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.prose import Ref, references
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.numerals import Numeral

_FROM = re.compile("[由从自][^，。；、,;<>]{0,10}$")
_TO = re.compile("[^，。；,;<>]{0,12}(?:到|至|为)了?[^，。；,;<>]{0,5}")
_BEFORE, _SINCE = (
    re.compile("[以之]前|前(?!后|[0-9一二三四五六七八九十两])|底前"),
    re.compile("以来|[以之]后|起(?!来|码)|后"),
)


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
        if other and other[0] == article and _FROM.search(zh[: ref.start]) and _TO.fullmatch(between):
            first, last = other[1], numeral
            led = _FROM.search(article[max(0, first.start - 12) : first.start])
            if led and first.end <= last.start and _TO.fullmatch(article[first.end : last.start]):
                yield ref, f"{first.text}{article[first.end : last.start]}{last.text}", between
        for here, there in ((_BEFORE, _SINCE), (_SINCE, _BEFORE)) if numeral.date else ():
            found, meant = here.match(zh, end), there.match(article, numeral.end)
            if found and meant:
                yield ref, meant[0], found[0]


def _there(case: Texts, ref: Ref) -> tuple[str, Numeral] | None:
    """The article that states a reference's number, and the number."""
    fact, home = case.known.get(ref.id), case.home(ref.id)
    numeral = home.numeral(fact) if isinstance(home, Case) and fact else None
    return (home.article.bare.text, numeral) if isinstance(home, Case) and numeral else None
