"""Calls below a roomy one take no piece of stack from the system, at whatever depth they are made."""

from __future__ import annotations

import resource
import sys

import pytest

from bulletin import roomy as module
from bulletin.roomy import roomy

AGAIN = 300


def leaf() -> int:
    return 1


def made_at(depth: int) -> int:
    """Many calls at some depth."""
    if depth:
        return made_at(depth - 1)
    return sum(leaf() for _ in range(AGAIN))


def most() -> int:
    """The most pages that one depth asked of the system."""
    found = []
    for depth in range(150):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        made_at(depth)
        found.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
    return max(found)


def test_what_is_called_is_given() -> None:
    assert roomy(lambda: 5) == 5
    with pytest.raises(ZeroDivisionError):
        roomy(lambda: 1 // 0)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="CPython's stack")
def test_no_depth_is_dear() -> None:
    most()
    assert roomy(most) < AGAIN / 2


def test_a_piece_is_larger_than_what_it_holds_at_first() -> None:
    taken = 8 * module.WORDS
    assert 2**19 < taken < 2**20 - 2**18, "the next power of two leaves a quarter of MiB at least"
