"""True pairs of texts with one thing changed in the English: what is told of each change, as somebody found it right.

A digit is one more or one less, a word of approximation is left away, a measure, a size or a direction is another, a
plan is done, a denial is gone; two references of a statement change places, which may be no lie, or are printed in
another form. `python -m tests.evidence.test_disturbed` writes tests/cases/disturbed anew; read what has changed before
it is committed. `!`: a change of what is said in a pair of which nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from bulletin.evidence.changed_places import changed_places
from bulletin.evidence.parity import compare, disagreements
from bulletin.evidence.said_of import renamed
from tests.evidence.test_approved_verdicts import CASES, PAIRS, _statement
from tests.evidence.test_statement import STATEMENTS

APPROVED = CASES / "disturbed"
EVERY = {"more": 2}  # of the largest set every other pair
SAME = frozenset(("about→around", "about→roughly", "nearly→almost", "over→more than"))
"""Changes that change nothing."""
_WORDS = [
    ("about", "around", "roughly", "nearly", "over", ""),
    ("nearly", "almost", "over", ""),
    ("almost", "over", ""),
    ("over", "more than", "nearly", ""),
    ("more than", "less than", ""),
    ("at least", "at most", ""),
    ("at most", "at least", ""),
    ("percent", "percentage points", "times"),
    ("percentage points", "percent"),
    ("kilometers", "meters", "miles"),
    ("meters", "kilometers", "square meters"),
    ("square meters", "meters", "mu"),
    ("mu", "hectares", "acres"),
    ("million", "billion", "thousand"),
    ("billion", "million"),
    ("hundred", "thousand"),
    ("thousand", "hundred"),
    ("households", "people", "villages"),
    ("people", "households"),
    ("villages", "households"),
    ("hours", "days", "minutes"),
    ("days", "weeks", "months"),
    ("months", "years"),
    ("years", "months"),
    ("yuan", "dollars"),
    ("first", "second"),
    ("second", "first"),
    ("twice", "once", "three times"),
    ("half", "a third"),
    ("up", "down"),
    ("down", "up"),
    ("rose", "fell"),
    ("fell", "rose"),
    ("increased", "decreased"),
    ("to", "by"),
    ("by", "to"),
    ("from", "to"),
    ("since", "until"),
    ("will be", "has been"),
    ("has been", "will be"),
    ("have been", "will be"),
    ("was", "will be"),
    ("were", "will be"),
    ("plans to", "began to"),
    ("planned", "finished"),
    ("completed", "planned"),
    ("each", "all", ""),
    ("every", "one"),
    ("daily", "weekly"),
    ("a year", "a month"),
    ("a month", "a year"),
    ("a day", "a week"),
    ("a week", "a day"),
    ("another", "including"),
    ("including", "plus"),
    ("of which", "plus"),
    ("all", "some"),
    ("most", "some"),
    ("more", "fewer"),
    ("not", ""),
    ("no", "every"),
    ("city", "province"),
    ("district", "city"),
    ("January", "February"),
    ("May", "June"),
    ("December", "November"),
    ("early", "late"),
    ("spring", "autumn"),
]


def changes(en: str) -> Iterator[tuple[str, str]]:
    """What becomes what, and the English with it."""
    for match in re.finditer(r"\d(?![\d,.]*\d)", en):
        for digit in {str((int(match[0]) + step) % 10) for step in (1, 9)}:
            yield f"{_word(en, match)}→{digit}", en[: match.start()] + digit + en[match.end() :]
    for word, *others in _WORDS:
        if match := re.search(rf"\b{word}\b ?", en):
            for other in others:
                new = f"{other} " if other and match[0].endswith(" ") else other
                yield f"{word}→{other}", en[: match.start()] + new + en[match.end() :]


def _word(en: str, match: re.Match[str]) -> str:
    return en[: match.end()].rsplit(" ", 1)[-1]


def told(name: str) -> str:
    """Each true pair, then what is told of each change of it."""
    rows = []
    for pair in [pair for pair in PAIRS[name] if pair["consistent"]][:: EVERY.get(name, 1)]:
        zh, en = pair["zh"], pair["en"]
        found = [(what, disagreements(zh, text)) for what, text in sorted(changes(en))]
        rows += [f"{zh} | {en}"] if found else []
        for what, lies in found:
            kinds = "; ".join(f"{one.kind} {one.zh} | {one.en}" for one in lies)
            rows.append(f"  {'' if lies or what in SAME else '! '}{what}: {kinds}".rstrip())
    return "\n".join([*rows, ""])


def turns(en: str) -> Iterator[tuple[str, str]]:
    """Two references change places, or one is printed in another form."""
    found = list(_REF.finditer(en))
    for one, other in combinations(found, 2):
        between = en[one.end() : other.start()]
        yield f"{one[0]} ⇄ {other[0]}", en[: one.start()] + other[0] + between + one[0] + en[other.end() :]
    for one in found:
        for form in (":number", ":value", ""):
            if one["form"] != form:
                yield f"{one[0]}→{form or 'full'}", f"{en[: one.start()]}<{one['id']}{form}>{en[one.end() :]}"


_REF = re.compile(r"<(?P<id>[a-z_]+)(?P<form>:\w+)?>")


def told_of_statements() -> str:
    """Each true statement, then what is told of each turn and each change of its English."""
    rows = []
    for case in [case for case in STATEMENTS if case["consistent"]]:
        rows.append(f"{case['zh']} | {case['en']}")
        for what, en in sorted([*turns(case["en"]), *changes(case["en"])]):
            said = _statement(case | {"en": en})
            lies = [f"{one.kind} {one.zh} | {one.en}" for one in compare(said)]
            lies += [f"places {one.key[0]}, {two.key[0]}, {how}" for one, two, how in changed_places(said)]
            lies += [f"noun {one.key[0]}, {typed} for {meant}" for one, typed, meant in renamed(said)]
            rows.append(f"  {what}: {'; '.join(lies)}".rstrip())
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", PAIRS)
def test_of_each_change_is_told_what_somebody_found_right(name: str) -> None:
    assert told(name) == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def test_of_each_statement_that_is_turned_is_told_what_somebody_found_right() -> None:
    assert told_of_statements() == (APPROVED / "statements.txt").read_text(encoding="utf-8")


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    (APPROVED / "statements.txt").write_text(told_of_statements(), encoding="utf-8")
    for name in PAIRS:
        (APPROVED / f"{name}.txt").write_text(told(name), encoding="utf-8")


if __name__ == "__main__":
    write()
