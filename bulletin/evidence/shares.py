"""Numbers that are relative: percentages, tenths, fractions, halves and multiples."""

from __future__ import annotations

import re
from fractions import Fraction

from bulletin.evidence.notation import ARABIC, LATER, NUMBER, TO, Kind, Numeral, S
from bulletin.evidence.number_words import AFTER, BEFORE, Approx
from bulletin.evidence.reading import read

_OUT_OF = re.compile(rf"(?P<unit>[百千万]分之)(?P<n>{NUMBER})")
_PERCENT = re.compile(rf"(?P<n>{ARABIC})(?:{S}(?P<unit>[%‰])(?P<after>{LATER})?|(?={TO}{ARABIC}(?P<shared>[%‰])))")
_TENTHS = re.compile(
    rf"(?P<n>[一二两三四五六七八九]|[1-9](?:\.[0-9])?)"
    rf"(?:(?P<unit>成)(?P<five>半|[一二三四五六七八九](?![个名家户人年]))?(?![立为功果就员效本长熟交品年份都绩])(?P<more>[多余])?(?P<after>{LATER})?"
    rf"|(?={TO}[一二三四五六七八九1-9](?P<shared>成)))"
)
_FRACTION = re.compile(
    rf"(?P<below>{NUMBER})分之(?P<n>{NUMBER})|(?<![0-9/.])(?P<over>[1-9])[/⁄](?P<under>[2-9])(?![0-9/])"
)
_HALF = re.compile(
    rf"(?P<n>一半|半数)(?P<after>{LATER})?|(?P<over>过)半(?:数|(?=[的,。、;]|$))|(?<=近)半(?=[的,。、;]|$)"
)
_DOUBLED = re.compile(r"翻(?:了)?(?P<about>近|约)?(?P<n>[一两二三四五])?番(?P<more>多|有余)?|翻倍|翻(?:了)?一倍")
_TIMES = re.compile(
    rf"(?P<n>{NUMBER})(?:{S}(?P<more>[余多])?(?P<unit>倍)(?P<half>半(?!数))?(?P<later>多(?![元方种样次]))?|(?={TO}{NUMBER}(?P<shared>倍)))"
)
_KINDS: dict[re.Pattern[str], Kind] = {_OUT_OF: "percent", _PERCENT: "percent", _TENTHS: "percent", _TIMES: "multiple"}


def share_at(text: str, at: int) -> Numeral | None:
    """The share or multiple that begins here. `text` is half width."""
    if match := _DOUBLED.match(text, at):
        times = 2 ** int(read(match["n"] or "一") or 1)
        approx = "over" if match["more"] else BEFORE.get(match["about"] or "")
        return Numeral(at, match.end(), "", match.span(), Fraction(times), approx, "multiple")
    if match := _HALF.match(text, at):
        digits = match.span("n" if match["n"] else 0)
        approx = _approx(match, "over") or _approx(match, "after")
        return Numeral(at, match.end(), "", digits, Fraction(1, 2), approx, "fraction")
    for pattern in _KINDS:
        if (match := pattern.match(text, at)) and (value := read(match["n"])) is not None:
            groups = match.groupdict()
            if pattern is _TENTHS:
                five = match["five"] or "零"
                value = value * 10 + (5 if five == "半" else read(five) or 0)
            if groups.get("half"):
                value += Fraction(1, 2)
            unit, kind = groups.get("shared") or match["unit"], _KINDS[pattern]
            return Numeral(at, match.end(), "", match.span("n"), value, _approx(match, "after"), kind, unit=unit)
    if match := _FRACTION.match(text, at):
        below, above = read(match["below"] or match["under"]), read(match["n"] or match["over"])
        if below and above is not None:
            return Numeral(at, match.end(), "", match.span(), above / below, None, "fraction")
    return None


def _approx(match: re.Match[str], group: str) -> Approx | None:
    groups = match.groupdict()
    word = groups.get(group) or groups.get("more") or groups.get("later")
    return AFTER.get(word, "over") if word else None
