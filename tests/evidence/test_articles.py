"""Articles that the reader was not made on: every number is read whole, set aside, or refused by name.

A line of tests/cases/numerals/*.gold is one number, in order: `text | reading`, where a reading is

- `VALUE [UNIT[/ENGLISH]] [~APPROX] [@PERIOD]`: what `new` proposes. The English may be left open;
- `d DATE`, in the form of `chinese_dates`; `ratio VALUE`: one part of a ratio;
- `aside`: an order, a time of day, a road, a page …: no fact, and the reason is given;
- `refused`: names no one value that a fact can hold.

Articles 1 to 10 were written before the reader was made anew; 71.7 % of 922 numbers were read right or refused then.
11 and 12 were written at the same time and measured once it was made (95.6 % of 91), 13 and 14 after what they showed
was mended (97.8 % of 90). 15 was written later, by somebody who had not read the reader (92.5 % of 107; 96.3 % once
four readings of the gold were put in the form that this table uses).

A number of the reader that the gold does not have is wrong, too. `python -m tests.evidence.test_articles` prints the
share that is read right or refused, and each that is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import pytest

from bulletin.content.model import Glossary
from bulletin.desk.worksheet.facts import FactStub, Unusable, blank_case, facts_of, period_of, wholes
from bulletin.desk.worksheet.left import sorted_out
from bulletin.desk.worksheet.quotes import Clauses
from bulletin.evidence.article import Article, bare
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.scan import unseen

CASES = sorted((Path(__file__).parents[1] / "cases" / "numerals").glob("*.txt"))
LEAST = 0.995
_READING = re.compile(
    r"(?P<value>-?[\d./]+)(?: (?P<unit>[^~@/ ]+)(?:/(?P<en>[^~@]+?))?)?(?: ~(?P<approx>\w+))?(?: @(?P<period>\S+))?"
)
_NO_VALUE = ("names no one value", "a share whose sign no unit has")
Span = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """An article with its gold. Places count the characters that are no white space."""

    path: Path

    @cached_property
    def article(self) -> Article:
        return Article(self.path.name, self.path.read_text(encoding="utf-8"))

    @cached_property
    def gold(self) -> list[tuple[Span, str, str]]:
        """Each number's place, text and reading."""
        solid, at, found = "".join(self.article.text.split()), 0, []
        for line in self.path.with_suffix(".gold").read_text(encoding="utf-8").splitlines():
            text, _, reading = line.partition(" | ")
            at = solid.index(text, at)
            found.append(((at, at + len(text)), text, reading))
            at += len(text)
        return found

    @cached_property
    def read(self) -> list[tuple[Span, FactStub | Unusable]]:
        """What `new` makes of each number that counts something."""
        case = blank_case(self.article, Glossary(terms=[]))
        passages = Clauses(self.article, wholes(case))
        may, unused = sorted_out(self.article, (n for n in self.article.numerals if not n.soft))
        found = [*unused, *facts_of(case, may, passages)]
        dated = (period_of(case, one) if isinstance(one, FactStub) else one for one in found)
        return [(self._place(one.numeral), one) for one in dated]

    def _place(self, numeral: Numeral) -> Span:
        origin, text = self.article.bare.origin, self.article.text
        start, end = origin[numeral.start], origin[numeral.end - 1] + 1
        before = len("".join(text[:start].split()))
        return before, before + len("".join(text[start:end].split()))


def verdicts(case: Case) -> Iterator[tuple[str, str]]:
    """right, refused or wrong, and what of: one for each number of the gold and for each that it does not have."""
    for span, text, reading in case.gold:
        over = [one for place, one in case.read if place[0] < span[1] and span[0] < place[1]]
        yield _verdict(over, reading), f"{text} | {reading} | {'; '.join(map(_told, over)) or 'unseen'}"
    for place, one in case.read:
        if isinstance(one, FactStub) and not any(place[0] < b and a < place[1] for (a, b), *_ in case.gold):
            yield "wrong", f"{one.numeral.text} | none | {_told(one)}"


def _verdict(over: list[FactStub | Unusable], reading: str) -> str:
    unusable = all(isinstance(one, Unusable) for one in over)
    if reading == "aside":
        return "right" if unusable else "wrong"
    if len(over) == 1 and isinstance(over[0], Unusable) and over[0].numeral.date is None:
        return "refused" if over[0].why in _NO_VALUE or over[0].numeral.kind == "unreadable" else "wrong"
    return "right" if len(over) == 1 and _same(over[0], reading) else "wrong"


def _same(one: FactStub | Unusable, reading: str) -> bool:
    if reading.startswith("d "):
        return one.numeral.date == reading[2:]
    ratio = reading.startswith("ratio ")
    wanted = _READING.fullmatch(reading.removeprefix("ratio "))
    assert wanted or reading == "refused", reading
    if wanted is None or not isinstance(one, FactStub) or one.numeral.value != Fraction(wanted["value"]):
        return False
    period = re.sub(r"[{}:\", ]", "", one.period or "")
    return (
        (not ratio or (one.numeral.kind == "ratio" and one.unit is None))
        and one.numeral.approx == wanted["approx"]
        and (wanted["unit"] is None or _same_unit(one, wanted["unit"], wanted["en"]))
        and (wanted["period"] is None or period == wanted["period"])
    )


def _same_unit(one: FactStub | Unusable, zh: str, english: str | None) -> bool:
    unit = one.unit if isinstance(one, FactStub) else None
    if unit is None:
        return False
    found, wanted = bare(unit.zh).text.split("/")[0], bare(zh).text
    return (found == wanted or (wanted == "个" and found.startswith("个"))) and (
        not english or unit.one in ("", english)
    )


def _told(one: FactStub | Unusable) -> str:
    if isinstance(one, Unusable):
        return f"{one.numeral.text}: {one.why}"
    unit = f"{one.unit.zh}/{one.unit.one}" if one.unit else ""
    parts = (one.numeral.text, one.numeral.date or str(one.numeral.value), unit, one.numeral.approx, one.period)
    return " ".join(part for part in parts if part)


def test_the_articles_have_many_numbers() -> None:
    assert len(CASES) == 15
    assert sum(len(Case(path).gold) for path in CASES) > 1000


def test_every_number_is_read_right_or_refused() -> None:
    found = [verdict for path in CASES for verdict, _ in verdicts(Case(path))]
    assert found.count("wrong") <= (1 - LEAST) * len(found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_little_is_refused(path: Path) -> None:
    """To refuse everything is no reading."""
    found = [verdict for verdict, _ in verdicts(Case(path))]
    assert found.count("refused") <= 0.06 * len(found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_is_unseen(path: Path) -> None:
    article = Case(path).article
    assert [article.bare.text[slice(*span)] for span in unseen(article)] == []


def _print() -> None:
    total = Counter[str]()
    for path in CASES:
        found = list(verdicts(Case(path)))
        total += (counts := Counter(verdict for verdict, _ in found))
        print(f"{path.stem:<20} {dict(counts)}")
        for verdict, what in found:
            if verdict == "wrong":
                print(f"    {what}")
    share = 100 * (1 - total["wrong"] / total.total())
    print(
        f"{share:.1f} % of {total.total()} read right or refused ({total['refused']} refused, {total['wrong']} wrong)"
    )


if __name__ == "__main__":
    _print()
