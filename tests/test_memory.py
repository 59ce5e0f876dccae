"""What was worked out of the texts of one publication goes; what is so of every text stays."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper as Memo

import pytest

from bulletin.content.counted import plurals
from bulletin.content.prose import pieces
from bulletin.memory import OF_TEXTS, forget
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.conftest import ROOT

NAME = "dufulu"


def test_the_words_of_a_text_go_and_the_tables_stay() -> None:
    pieces("<homes> were built")
    plurals("home")
    forget()
    assert pieces.cache_info().currsize == 0
    assert plurals.cache_info().currsize


def memos() -> Iterator[Memo[object]]:
    """Every memo of these rooms, in a class or not; the collector would not show them once a build has settled."""
    for room in [module for name, module in sys.modules.items() if name.startswith(OF_TEXTS)]:
        spaces = [vars(room), *(vars(one) for one in vars(room).values() if isinstance(one, type))]
        yield from {id(one): one for space in spaces for one in space.values() if isinstance(one, Memo)}.values()


@pytest.fixture(params=[False, True], ids=["as it comes", "settled"])
def process(request: pytest.FixtureRequest) -> Iterator[None]:
    """A process as it comes, and one that a build has settled in."""
    if request.param:
        gc.freeze()
    yield
    if request.param:
        gc.unfreeze()


@pytest.mark.usefixtures("process")
def test_nothing_is_left_that_a_check_worked_out_of_texts() -> None:
    bounded = [memo for memo in memos() if memo.cache_parameters()["maxsize"]]
    forget()
    Workshop(Project.at(ROOT), [NAME]).check()
    assert sum(memo.cache_info().currsize for memo in bounded) > 1000
    forget()
    assert [memo for memo in bounded if memo.cache_info().currsize] == []
