"""Items moved, reworded, put in and taken out at once, in a draft without a bookmark: no item gets another's words."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.assignment import assign
from tests.desk.returns.shuffled import SHAPES, Page, Shape, faults, whole

LISTS = st.sampled_from([(one,) for one in SHAPES] + [SHAPES])


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9), edited=LISTS, fresh=st.booleans())
def test_no_item_comes_home_with_the_words_of_another(seed: int, edited: tuple[Shape, ...], fresh: bool) -> None:
    """What is not sure is told. Which keys stand beside the words is held below, for pages that stand still."""
    page = Page(seed, edited, fresh=fresh)
    _, home = page.home()
    assert [one for one in faults(page, home) if "beside the keys" not in one] == []


@pytest.mark.parametrize("path", ["stories.0.paragraphs", "stories.1.paragraphs", "notes"])
def test_most_of_it_comes_home(path: str) -> None:
    """An importer that took nothing over would make no mistake."""
    shape = next(one for one in SHAPES if one.path == path)
    pages = [Page(seed, (shape,)) for seed in range(20)]
    homes = [page.home()[1] for page in pages]
    assert sum(whole(page, home) for page, home in zip(pages, homes, strict=True)) >= 17
    assert sum(bool(faults(page, home)) for page, home in zip(pages, homes, strict=True)) <= 1


@pytest.mark.parametrize("seed", range(40))
def test_an_assignment_has_the_largest_sum(seed: int) -> None:
    chance = random.Random(seed)
    rows, columns = chance.randint(1, 5), chance.randint(1, 5)
    gains = [[chance.choice((0.0, 0.5, chance.random())) for _ in range(columns)] for _ in range(rows)]
    found = assign(gains)
    few = min(rows, columns)
    assert len(found) == len(set(found.values())) == few
    sums = (
        sum(gains[a][b] for a, b in (enumerate(order) if rows <= columns else ((a, b) for b, a in enumerate(order))))
        for order in itertools.permutations(range(max(rows, columns)), few)
    )
    assert sum(gains[a][b] for a, b in found.items()) == pytest.approx(max(sums))


def test_nobody_and_nothing_to_assign() -> None:
    assert assign([]) == assign([[], []]) == {}
