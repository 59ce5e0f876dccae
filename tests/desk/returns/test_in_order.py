"""Pairs that keep the order on both sides: as many as there can be, or those that are worth most."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.returns.order import in_order, rising

SCORES = st.integers(0, 4).flatmap(
    lambda wide: st.lists(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=wide, max_size=wide), max_size=4)
)


def keeps_order(pairs: dict[int, int]) -> bool:
    rows = sorted(pairs)
    columns = [pairs[row] for row in rows]
    return list(pairs) == rows and columns == sorted({*columns})


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=7))
def test_the_longest_run_that_rises_on_both_sides_is_found(pairs: dict[int, int]) -> None:
    found = rising(pairs)
    assert found.items() <= pairs.items()
    assert keeps_order(found)
    some = (dict(chosen) for size in range(len(pairs) + 1) for chosen in combinations(sorted(pairs.items()), size))
    assert len(found) == max(len(one) for one in some if keeps_order(one))


def largest(scores: list[list[float]], row: int = 0, column: int = 0) -> float:
    """What the best pairs from this row and column on are worth."""
    if row >= len(scores) or column >= len(scores[0]):
        return 0.0
    skipped = max(largest(scores, row + 1, column), largest(scores, row, column + 1))
    return max(skipped, scores[row][column] + largest(scores, row + 1, column + 1))


@given(SCORES)
def test_the_pairs_in_order_that_are_worth_most_are_found(scores: list[list[float]]) -> None:
    found = in_order(scores)
    assert keeps_order(found)
    assert sum(scores[row][column] for row, column in found.items()) == largest(scores)
    assert all(scores[row][column] > 0 for row, column in found.items()), "what is worth nothing is no pair"
