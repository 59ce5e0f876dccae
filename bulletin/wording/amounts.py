"""A fact's number in words, in both languages. Chinese keeps the article's notation; English follows CLDR.

English never loses a digit: 7.392亿元 is 739.2 million yuan. American spelling; one to nine are spelled out in prose.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Protocol

from babel.core import Locale
from babel.numbers import format_compact_decimal, format_decimal
from babel.plural import PluralRule

from bulletin.content.counted import VAGUE, kinds
from bulletin.content.measures import CURRENCIES, MEASURES
from bulletin.content.model import Fact, Plural, Unit
from bulletin.content.prose import Form
from bulletin.wording.both import Both
from bulletin.wording.dates import Moment, worded
from bulletin.wording.exactness import exactness, sign_of

_SEVERAL = [
    *("tens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands"),
    *("millions", "tens of millions", "hundreds of millions", "billions"),
]
"""几十, 数百, 数千, …: what they are worth is one such unit, and they are several."""
_MILLION = 1_000_000
_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905 - a word list stays readable as words
_GREW = {2: "doubled", 4: "quadrupled", 8: "grew eightfold"}
"""翻番, 翻两番, 翻三番: a verb in both languages."""


class Stated(Protocol):
    """A fact with its value and the article's own notation of it: 5400余 with its approximation, 5400 without.

    `later`: the words behind its unit that say how exact it is, 以上 of 40批次以上.
    """

    @property
    def fact(self) -> Fact: ...
    @property
    def value(self) -> Fraction | None: ...
    @property
    def number(self) -> str: ...
    @property
    def numeral(self) -> str: ...
    @property
    def later(self) -> str: ...


def chinese(proof: Stated, form: Form = "full") -> str:
    """The article's notation: 5400余条, 5400余, 5400, and in full 40批次以上. A derived number is formatted: 83%."""
    if proof.fact.date is not None:
        return proof.number if " " in proof.fact.date else re.sub("[春夏秋冬]季$", "", proof.number)
    if proof.fact.derived is not None:
        return _derived_zh(proof, form)
    number = proof.numeral if form == "value" else proof.number
    unit = proof.fact.unit.zh if proof.fact.unit else ""
    holds_unit = unit in number or (is_percent(proof.fact.unit) and "百分之" in number)  # 两年半, 60%以上
    if form != "full":
        return number
    return number + ("" if holds_unit else unit) + (proof.later if proof.fact.approx else "")


def english(proof: Stated, form: Form = "full", *, opens: bool = False, prose: bool = True) -> str:
    """`more than 5,400 hazards`; `opens` starts a sentence: a capital, and a short number in words."""
    fact = proof.fact
    if fact.date is not None:
        words = worded(Moment.parse(fact.date)).en
        return _capital(words) if opens else words
    assert proof.value is not None
    number = _number(proof, prose and form != "value", opens)
    if form == "full" and fact.unit and re.match("[几数][十百千万亿]", proof.number):
        text = f"{_SEVERAL[len(str(int(proof.value))) - 2]} of {unit_en(fact.unit, proof.value)}"
        return _capital(text) if opens else text
    approx = exactness(fact, proof.number, prose=prose) if form != "value" else ""
    if form == "full" and fact.unit and _is_half(proof, prose):
        number = f"half {'an' if unit_en(fact.unit, Fraction(1))[0] in 'aeiou' or fact.unit.zh == '小时' else 'a'}"
    text = f"{approx} {number}".strip()
    if form == "full":
        text = _with_unit(text, proof, prose)
    return _capital(text) if opens else text


def compact(proof: Stated) -> str:
    """The number once, for both languages, in figures: 5,400+; about 739.2 million. A currency's sign is before it.

    A fraction is in words, for which Chinese has its own: at least half.
    """
    if proof.fact.date is not None:
        return worded(Moment.parse(proof.fact.date), short=True).en
    if is_fraction(proof.fact):
        return f"{exactness(proof.fact, proof.number, prose=False)} {_fraction(proof.value or Fraction(0))}".strip()
    number = figures(proof.value or Fraction(0))
    number = f"× {number}" if "翻" in proof.numeral else number
    if proof.fact.derived and proof.fact.derived.kind == "ratio":
        number = f"{_percent(proof)}%"
    elif is_percent(proof.fact.unit):
        number += "%"
    return sign_of(proof.fact, proof.number).format(f"{_currency(proof.fact.unit)} {number}".strip())


def compact_unit(proof: Stated) -> Both:
    """The unit beside a number set large; where that has English words (million) the Chinese says the amount."""
    unit = proof.fact.unit
    if is_fraction(proof.fact):
        return Both(chinese(proof), unit_en(unit, Fraction(2)) if unit else "")
    if (
        unit is None
        or is_percent(unit)
        or proof.fact.date
        or (proof.fact.derived and proof.fact.derived.kind == "ratio")
    ):
        return Both("", "")
    en = "" if _currency(unit) else unit_en(unit, proof.value or Fraction(0))
    return Both(chinese(proof) if in_words(compact(proof)) else unit.zh, en)


def drawn(proof: Stated) -> tuple[str, str]:
    """The number beside a bar, and in Chinese where that has English words: 8.2 million yuan, 820万元; 5,400+, ""."""
    number = compact(proof)
    if not in_words(number.removeprefix(_currency(proof.fact.unit))):
        return number, ""
    unit = proof.fact.unit.zh if proof.fact.unit else ""
    zh = chinese(proof) if proof.fact.derived is None else f"{han(proof.value or Fraction(0))}{unit}"
    return f"{number} {sign(proof.fact.unit)}".strip(), zh


def large_zh(proof: Stated) -> tuple[str, str]:
    """Number and unit set large in Chinese, where it counts in 万 or 亿, or the English is in words: 41.7万, 人次."""
    full, unit = chinese(proof), proof.fact.unit.zh if proof.fact.unit else ""
    if proof.fact.date is not None or not (in_words(compact(proof)) or re.search("[万亿]", full.removesuffix(unit))):
        return "", ""
    return (full.removesuffix(unit), unit) if full.endswith(unit) else (full, "")


def in_words(number: str) -> bool:
    """Does it hold English words, so that Chinese has the number in its own?"""
    return any(char.isascii() and char.isalpha() for char in number)


def sign(unit: Unit | None) -> str:
    """What stands small beside a number set large, in English: m², mu, years. A classifier's noun is in the label."""
    if unit is None or unit.zh not in MEASURES or is_percent(unit):
        return ""
    return "" if _currency(unit) else unit.short or unit.noun


def named(unit: Unit, text: str) -> bool:
    """Does an English text say what the unit counts, or needs it not: a measure has its sign, a person is a person?"""
    words = set(re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text.lower()))
    alike = {"household"} & kinds(unit.noun) and any("household" in kinds(word) for word in words)  # homes, families
    return unit.zh in MEASURES or bool(unit.heads & (words | VAGUE) or alike)


def said(unit: Unit, text: str) -> bool:
    """Does an English text say the unit, a measure by its name or its symbol?"""
    if unit.zh not in MEASURES:
        return named(unit, text)
    names = (unit.noun, unit.en.one if isinstance(unit.en, Plural) else unit.noun, unit.short or unit.noun)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) for name in names)


def shown_with_number(unit: Unit) -> bool:
    """Does the number never stand without it: 25%, US$ 90,000?"""
    return is_percent(unit) or bool(_currency(unit))


def _currency(unit: Unit | None) -> str:
    """The sign that stands before the amount: US$. The yuan stands behind it, as every other measure does."""
    measure = MEASURES.get(unit.zh) if unit else None
    return measure.short if measure and measure.dimension in CURRENCIES else ""


@cache
def figures(value: Fraction) -> str:
    """12345.5 → 12,345.5; -1.9 → −1.9; 739200000 → 739.2 million. Where that takes more than four decimals: in full."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    scale = 10 ** (3 * ((len(str(abs(int(number)))) - 1) // 3))
    if abs(number) < _MILLION or (value / scale * 10**4).denominator != 1:
        text = format_decimal(number, format="#,##0.##########", locale="en_US")
    else:
        text = format_compact_decimal(number, format_type="long", locale="en_US", fraction_digits=10)
    return str(text).replace("-", "\u2212")


def han(value: Fraction) -> str:
    """A number that no article writes, as Chinese papers do: 200000 → 20万, 739200000 → 7.392亿, 5400 → 5400."""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if abs(value) >= size and (value / size * 10**4).denominator == 1:
            number = Decimal((value / size).numerator) / Decimal((value / size).denominator)
            short = f"{number.normalize():f}{word}"
            if len(short) <= len(str(int(value))):
                return short
    return f"{value.numerator}" if value.denominator == 1 else f"{float(value):.10g}"


def counted(number: int) -> Both:
    """How many of something the program itself counts, in words up to ten: 两 (篇) / two, 五 / five, 12 / 12."""
    if number > 10:
        return Both(str(number), str(number))
    return Both("零一两三四五六七八九十"[number], _spelled(number))


def is_percent(unit: Unit | None) -> bool:
    return unit is not None and unit.en == "percent"


def is_fraction(fact: Fact) -> bool:
    """A part of a whole, as the article has it: 一半, 三分之一."""
    return isinstance(fact.value, str)


def unit_en(unit: Unit, value: Fraction) -> str:
    """The English noun in the CLDR plural category of the value."""
    if not isinstance(unit.en, Plural):
        return unit.en
    return unit.en.one if _plural_rule()(float(value)) == "one" else unit.en.other


def _spelled(number: int, to: str = "cardinal") -> str:
    from num2words import num2words  # the words of every language it knows are loaded: only where one is asked for

    return str(num2words(number, to=to))


@cache
def _plural_rule() -> PluralRule:
    return Locale("en").plural_form


def _with_unit(text: str, proof: Stated, prose: bool) -> str:
    unit, fact = proof.fact.unit, proof.fact
    if fact.derived and fact.derived.kind == "ratio":
        return f"{text} percent (our calculation)"
    suffix = " (our calculation)" if fact.derived else ""
    if unit is None:
        return text + suffix
    if not prose and (unit.short or is_percent(unit)):
        return f"{text} {unit.short}{suffix}" if unit.short else f"{text}%{suffix}"
    value = Fraction(1) if _is_half(proof, prose) else proof.value or Fraction(0)
    return f"{text} {unit_en(unit, value)}{suffix}"


def _is_half(proof: Stated, prose: bool) -> bool:
    """半小时 is half an hour."""
    unit = proof.fact.unit
    return prose and proof.value == Fraction(1, 2) and "半" in proof.numeral and unit is not None and bool(unit.zh)


def _number(proof: Stated, prose: bool, opens: bool) -> str:
    value, fact = proof.value or Fraction(0), proof.fact
    if fact.derived and fact.derived.kind == "ratio":
        return str(_percent(proof))
    if "翻" in proof.numeral and value in _GREW:
        return _GREW[int(value)]
    if is_fraction(fact):
        return _fraction(value)
    measured = is_percent(fact.unit) or (fact.unit is not None and fact.unit.short is not None)
    if value.denominator == 1 and not measured and prose and 0 < value < (100 if opens and not fact.approx else 10):
        return _ONES[int(value) - 1] if value < 10 else _spelled(int(value))
    return figures(value)


def _fraction(value: Fraction) -> str:
    """1/3 → one-third, 3/4 → three-quarters, 1/2 → half."""
    if value == Fraction(1, 2):
        return "half"
    part = "quarter" if value.denominator == 4 else _spelled(value.denominator, "ordinal")
    return f"{_spelled(value.numerator)}-{part}{'s' * (value.numerator != 1)}"


def _percent(proof: Stated) -> int:
    return round((proof.value or Fraction(0)) * 100)


def _derived_zh(proof: Stated, form: Form) -> str:
    value = proof.value or Fraction(0)
    ratio = proof.fact.derived and proof.fact.derived.kind == "ratio"
    number = f"{_percent(proof)}%" if ratio else han(value)
    if form != "full":
        return number
    unit = proof.fact.unit.zh if proof.fact.unit and proof.fact.derived and proof.fact.derived.kind != "ratio" else ""
    return f"{number}{unit}（编者计算）"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
