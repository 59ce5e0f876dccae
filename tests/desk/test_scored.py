"""What `new` proposes of ten articles keeps what it has reached: `python -m tests.desk.scored`."""

from __future__ import annotations

import pytest

from tests.desk.scored import UNSEEN, Tally, both, scored

pytestmark = pytest.mark.slow

AT_LEAST = {
    "facts found": 331,
    "kept: status": 324,
    "kept: period": 328,
    "kept: noun": 272,
    "kept: all": 311,
    "neighbors kept": 301,
    "honors found": 11,
    "projects found": 19,
    "projects kept": 19,
    "key figures found": 21,
}
AT_MOST = {"other: status": 7, "other: period": 1, "other: noun": 53, "projects proposed": 20, "TODO": 304}
"""What says something else than the curator, and what is left to fill in."""


@pytest.fixture(scope="module")
def tally() -> Tally:
    return sum((scored(*both(name)) for name in UNSEEN), Tally())


@pytest.mark.parametrize("what", AT_LEAST)
def test_what_is_found_and_kept_does_not_grow_less(what: str, tally: Tally) -> None:
    assert tally[what] >= AT_LEAST[what]


@pytest.mark.parametrize("what", AT_MOST)
def test_what_is_otherwise_or_left_open_does_not_grow(what: str, tally: Tally) -> None:
    assert tally[what] <= AT_MOST[what]
