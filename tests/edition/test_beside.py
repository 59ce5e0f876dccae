"""A term that asks for it carries its Chinese at the first mention, and only there."""

from __future__ import annotations

import pytest

from bulletin.content.model import Both, Term
from bulletin.edition.beside import Beside

TERM = Term(zh="六个一", en="Six Ones", zh_also=["“六个一”活动"], beside=True)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("The Six Ones help.", "The Six Ones (六个一) help."),
        ("Under the “Six Ones” all help.", "Under the “Six Ones” (六个一) all help."),
        ("Under the “Six Ones,” all help.", "Under the “Six Ones” (六个一), all help."),
        ("All know the “Six Ones.”", "All know the “Six Ones” (六个一)."),
        ("The “Six Ones” (六个一) help.", "The “Six Ones” (六个一) help."),
        ("The Six Onesies help.", "The Six Onesies help."),
    ],
)
def test_the_chinese_stands_behind_the_first_mention(typed: str, set_: str) -> None:
    assert Beside([TERM]).add(Both(zh="开展“六个一”", en=typed)).en == set_


def test_only_the_first_mention_has_it() -> None:
    beside, text = Beside([TERM]), Both(zh="“六个一”", en="the Six Ones")
    assert [beside.add(text).en for _ in range(2)] == ["the Six Ones (六个一)", "the Six Ones"]


def test_it_waits_for_a_text_that_has_the_term_in_both_languages() -> None:
    beside = Beside([TERM])
    assert beside.add(Both(zh="口号", en="the Six Ones")).en == "the Six Ones"
    assert beside.add(Both(zh="“六个一”", en="the Six Ones")).en == "the Six Ones (六个一)"


def test_a_term_that_does_not_ask_has_none() -> None:
    plain = TERM.model_copy(update={"beside": False})
    assert Beside([plain]).add(Both(zh="“六个一”", en="the Six Ones")).en == "the Six Ones"
