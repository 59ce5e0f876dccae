"""The real content, made wrong in thousands of ways: nearly every one is noticed, where it stands.

`python -m tests.evidence.test_mutations` prints the share that is caught by kind, and those that slip through.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from bulletin.content.model import Both
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import Article, Nearest
from bulletin.evidence.case import Case
from bulletin.evidence.rules import parity, reference, typed_number
from bulletin.problems import Problem
from tests.evidence.mutate import Mutant, cases, fact_problems, is_caught, mutants, slips, stated

pytestmark = pytest.mark.slow

SEED = 3
LEAST = {
    "quote of another fact": 0.99,
    "another unit": 0.99,  # 两个层次 has the unit 个 as well as 个层次
    "ten times the value": 1.0,
    "ten thousand times the value": 1.0,
    "万 for 亿 in the quote": 1.0,
    "approximation dropped or changed": 1.0,
    "approximation added": 1.0,
    "reference to another fact, one language": 0.99,
    "reference dropped, one language": 0.99,
    "English number word changed": 0.95,
    "digits of an English name changed": 0.98,
    "term renamed in English": 0.99,
    "term renamed in English, one that may be left out": 0.97,
    "another status": 0.91,  # what acts and what is there may be the same: 11个社区成立联合党委
}


@pytest.fixture(autouse=True)
def no_search_for_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for the message only, and slow."""
    monkeypatch.setattr(Article, "nearest", lambda self, quote: Nearest("", 0))


@pytest.fixture(scope="module")
def content() -> list[Case]:
    return cases()


def test_every_slip_of_a_digit_in_what_proves_a_fact_fails_at_that_fact(content: list[Case]) -> None:
    tried, through = 0, []
    for case in content:
        for id, fact in stated(case):
            lines = _lines(case, ("facts", id))
            for what, new in slips(case, id, fact):
                tried += 1
                errors = [p for p in fact_problems(case, id, new) if p.level == "error" and p.place.line in lines]
                through += [f"{case.stem} {id} {what}"] * (not errors)
    assert tried > 5000
    assert through == []


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
def test_a_digit_typed_anywhere_in_a_sentence_fails_at_that_line(step: int, content: list[Case]) -> None:
    tried, through = 0, []
    for case in content:
        for path, text in [*case.pairs][::step]:
            for tongue in ("zh", "en"):
                lines = _lines(case, (*path, tongue))
                for what, new in _typed(text, tongue):
                    tried += 1
                    found = _first_problem(case, path, new)
                    through += [f"{case.stem} {path} {what}"] * (found is None or found.place.line not in lines)
    assert tried > 20000 / step
    assert through == []


def test_the_share_of_mutants_caught_is_held(content: list[Case]) -> None:
    tried, through = survey(content)
    assert sum(tried.values()) > 3000
    assert tried.keys() == LEAST.keys()
    low = {kind: 1 - len(through[kind]) / tried[kind] for kind in LEAST}
    assert {kind: share for kind, share in low.items() if share < LEAST[kind]} == {}


def survey(content: list[Case]) -> tuple[Counter[str], dict[str, list[Mutant]]]:
    """How many mutants of each kind there are, and those that nothing was said about."""
    tried, through, chance = Counter[str](), defaultdict[str, list[Mutant]](list), random.Random(SEED)
    for case in content:
        for mutant in mutants(case, chance):
            tried[mutant.kind] += 1
            if not is_caught(mutant):
                through[mutant.kind].append(mutant)
    return tried, through


def _typed(text: Both, tongue: str) -> Iterator[tuple[str, Both]]:
    written = getattr(text, tongue)
    for at in range(len(written) + 1):
        new = f"{written[:at]}7{written[at:]}"
        yield new, text.model_copy(update={tongue: new})


def _first_problem(case: Case, path: Path, text: Both) -> Problem | None:
    for rule in (typed_number, reference, parity):
        for problem in rule.check_text(case, path, text):
            return problem
    return None


def _lines(case: Case, path: Path) -> range:
    span = case.parsed.values[path]
    return range(span.line, span.line + case.parsed.text.count("\n", span.start, span.end) + 1)


def _print() -> None:
    tried, through = survey(cases())
    for kind in LEAST:
        caught = tried[kind] - len(through[kind])
        print(f"{kind:<52} {caught:>5} of {tried[kind]:>5}  {100 * caught / tried[kind]:5.1f} %")
    for kind, slipped in through.items():
        if kind != "another status":
            print(f"\n{kind}:")
            for mutant in slipped:
                print(f"  {mutant.case.stem} {'.'.join(map(str, mutant.path))}: {mutant.what}")


if __name__ == "__main__":
    _print()
