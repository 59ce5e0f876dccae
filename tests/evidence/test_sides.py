"""Lies told in one language alone, in clauses without a figure: how many are seen at the text that has them.

Seen before the clauses were aligned, and since; of "later", written when the rules stood, also at first sight:

                      English         Chinese         later, English       later, Chinese
another stage         14 → 24 of 40   23 → 25 of 40   12 → 15 → 18 of 40   27 → 29 → 32 of 40
another extent        10 → 29 of 39   29 → 34 of 40   15 → 21 → 23 of 40   20 → 25 → 25 of 39
another polarity      13 → 28 of 37   25 → 33 of 40   22 → 29 → 29 of 38   30 → 33 → 33 of 39
another actor or way   2 →  6 of 26   12 → 13 of 28

Of 40 each, written after the rule, in the English alone, since a word needs its Chinese: by whom 33, another deed
27, another kind, place or time 31, a clause too many 33, a name 36.

`python -m tests.evidence.test_sides` prints them; `-v` lists those that slip through.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.content.model import Both
from bulletin.evidence.case import Case
from bulletin.evidence.parity import disagreements
from bulletin.evidence.rules import (
    around,
    borne,
    glossary,
    head,
    instead,
    label,
    limit,
    owner,
    parity,
    retold,
    unstated,
)
from tests.evidence.plant import Lie, Sheet
from tests.evidence.plant_bed import SEED, Bed, _fewest_twice
from tests.evidence.plant_sides import SIDES as KINDS
from tests.evidence.test_turned import NAMES, _of_text, said, sound

SIDES = list(KINDS)
ENGLISH = (parity, head, glossary, label)
CHINESE = (*ENGLISH, around, borne, instead, limit, owner, unstated, retold)
MOST = 40
LEAST = {
    "one side: another stage, English": 0.55,
    "one side: another stage, Chinese": 0.62,
    "one side: another extent, English": 0.7,
    "one side: another extent, Chinese": 0.8,
    "one side: another polarity, English": 0.75,
    "one side: another polarity, Chinese": 0.75,
    "one side: another actor or way, English": 0.2,
    "one side: another actor or way, Chinese": 0.4,
    "one side, later: another stage, English": 0.4,
    "one side, later: another stage, Chinese": 0.7,
    "one side, later: another extent, English": 0.5,
    "one side, later: another extent, Chinese": 0.6,
    "one side, later: another polarity, English": 0.7,
    "one side, later: another polarity, Chinese": 0.8,
    "one side, third: by whom, English": 0.75,
    "one side, third: another deed, English": 0.6,
    "one side, third: another kind, place or time, English": 0.7,
    "one side, third: a clause too many, English": 0.75,
    "one side, third: a name, English": 0.8,
}
TRUE = [
    row.split("|")
    for name in ("free_pairs", "free_more")
    for row in (Path(__file__).parents[1] / "cases" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
]
"""True pairs in free English: 60 written before the clauses were aligned, 25 after."""


def beds() -> list[tuple[Sheet, Case]]:
    """The contents of the project, and those that nobody fitted."""
    bed = Bed()
    sheets = {sheet.name: sheet for sheet in bed.sheets}
    own = [(sheets[name], bed.bench.case(*one)) for name, one in bed.contents.items()]
    cases = [(name, sound(name)) for name in NAMES]
    return own + [(Sheet(n, c.parsed, c.article.bare.text, {n: c.parsed.data}, ()), c) for n, c in cases]


def lies(of: list[tuple[Sheet, Case]], name: str) -> Iterator[tuple[Case, Lie]]:
    """From every content in turn, no part twice while there are others."""
    rows = []
    for sheet, case in of:
        told = {path for path, text in case.told if isinstance(text, Both)}
        found = [lie for lie in KINDS[name](sheet) if all(path[:-1] in told for path in lie.edits)]
        random.Random(f"{SEED} {name} {sheet.name}").shuffle(found)
        rows += [(i, case, lie) for i, lie in enumerate(_fewest_twice(found))]
    yield from ((case, lie) for _, case, lie in sorted(rows, key=lambda row: row[0])[:MOST])


def is_seen(case: Case, lie: Lie) -> bool:
    """Is anything told of its text that was not told before?"""
    ((*path, tongue), new), *_ = lie.edits.items()
    at = tuple(path)
    text = dict(case.told)[at]
    assert isinstance(text, Both)
    rules = ENGLISH if tongue == "en" else CHINESE
    before, after = (_of_text(case, at, one) for one in (text, text.model_copy(update={str(tongue): new})))
    return bool(set(said(rules, after)) - set(said(rules, before)))


@pytest.mark.slow
def test_the_share_of_lies_in_one_language_that_are_seen_is_held() -> None:
    of = beds()
    found = {name: [is_seen(*lie) for lie in lies(of, name)] for name in SIDES}
    assert found.keys() == LEAST.keys()
    assert all(len(seen) > 20 for seen in found.values())
    low = {name: sum(seen) / len(seen) for name, seen in found.items() if sum(seen) < LEAST[name] * len(seen)}
    assert low == {}


def test_free_english_that_says_the_same_is_let_be() -> None:
    alarms = [f"{zh} | {en}" for zh, en in TRUE if disagreements(zh, en)]
    assert len(TRUE) == 85 and len(alarms) <= 6, "\n".join(alarms)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("路灯没有修好。", "The street lamps were repaired."),
        ("路灯修好了。", "The street lamps were not repaired."),
        ("街道正在改造管网。", "The subdistrict will renovate the pipes."),
        ("围墙已拆除，管网正在改造。", "The walls are to be taken down, and the pipes are being renovated."),
        ("大多数住户同意。", "All households agree."),
        ("老人只在社区就餐。", "The elderly eat in the community."),
        ("花木由居民认养。", "Volunteers adopt the trees."),
        ("街道定期走访老人。", "The subdistrict called on the elderly."),
        (
            "街道在老旧小区新建充电端口和停车位。",
            "Charging ports and parking spaces were built by the army in old compounds.",
        ),
        (
            "社区定期请医生给独居老人看病送药。",
            "Doctors see old people who live alone regularly, at the hospital of the factory.",
        ),
    ],
)
def test_what_one_language_says_and_the_other_does_not_is_told(zh: str, en: str) -> None:
    assert disagreements(zh, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("会议开完了。居民没有意见。", "Residents had no objections; the meeting was over."),
        ("街道一直没停工，居民也不催。", "Work never stopped, and residents did not press for it."),
        ("计划明年建成。", "It is to be finished next year."),
    ],
)
def test_what_has_only_moved_is_not(zh: str, en: str) -> None:
    assert disagreements(zh, en) == []


if __name__ == "__main__":
    _of = beds()
    for _name in SIDES:
        _seen = [(lie, is_seen(case, lie)) for case, lie in lies(_of, _name)]
        print(f"{_name:<46} {len(_seen):>3} {sum(seen for _, seen in _seen):>3}")
        for _lie, _told in _seen if "-v" in sys.argv else ():
            if not _told:
                print(f"    {_lie.file} {_lie.what[:160]}")
