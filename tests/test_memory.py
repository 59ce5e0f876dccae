"""What was worked out of the texts of one publication goes; what is so of every text stays."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper as Memo

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


def test_nothing_is_left_that_a_check_worked_out_of_texts() -> None:
    memos = [one for one in gc.get_objects() if isinstance(one, Memo) and one.__module__.startswith(OF_TEXTS)]
    bounded = [memo for memo in memos if memo.cache_parameters()["maxsize"]]
    forget()
    Workshop(Project.at(ROOT), [NAME]).check()
    assert sum(memo.cache_info().currsize for memo in bounded) > 1000
    forget()
    assert [memo for memo in bounded if memo.cache_info().currsize] == []
