"""Two people in one text: words that neither changed stand between their changes, or somebody has to decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.returns.merging import Hunk, hunks, merged
from bulletin.desk.returns.tokens import tokens

OLD = "居民傍晚常来<parks>散步，志愿者定期清扫楼道，并照看独居老人。"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("傍晚", "清晨"), ("独居", "孤寡"), "居民清晨常来<parks>散步，志愿者定期清扫楼道，并照看孤寡老人。"),
        (("傍晚", ""), ("。", "，风雨无阻。"), "居民常来<parks>散步，志愿者定期清扫楼道，并照看独居老人，风雨无阻。"),
        (("散步", "跑步"), ("散步", "跑步"), OLD.replace("散步", "跑步")),
        (("散步", "跑步"), ("散步", "游玩"), None),
        (("清扫楼道", "打扫院子"), ("定期", "每周"), None),
        (("志愿者定期清扫楼道", "物业每天打扫院子"), ("清扫", "擦洗"), None),
    ],
)
def test_changes_of_different_places_become_one_text(
    one: tuple[str, str], other: tuple[str, str], both: str | None
) -> None:
    assert merged(OLD, OLD.replace(*one), OLD.replace(*other)) == both
    assert merged(OLD, OLD.replace(*other), OLD.replace(*one)) == both


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("甲乙丙丁", "甲乙丙丁", []),
        ("甲乙丙丁", "甲子丙丁", [(1, 2, "子")]),
        ("甲乙丙丁", "子甲乙丙丁丑", [(0, 0, "子"), (4, 4, "丑")]),
        ("甲乙丙丁", "乙丙", [(0, 1, ""), (3, 4, "")]),
        ("甲乙丙", "子乙丑", [(0, 3, "子乙丑")]),  # one sign between them
        ("甲乙丙丁", "子乙丙丑", [(0, 1, "子"), (3, 4, "丑")]),  # two, and each change is shorter
        ("甲 乙 丁", "子 乙 丑", [(0, 5, "子 乙 丑")]),  # spaces are no signs
        ("甲己乙丙丁庚", "子寅乙丙丑卯", [(0, 6, "子寅乙丙丑卯")]),  # each is as long
        ("甲己乙丙丁", "子寅乙丙丑", [(0, 2, "子寅"), (4, 5, "丑")]),  # one of them is shorter
        ("甲乙丙丁", "子寅乙丙丑卯", [(0, 4, "子寅乙丙丑卯")]),  # what was put in counts, too
        ("甲乙丙丁戊", "子乙丑丁寅", [(0, 5, "子乙丑丁寅")]),
        ("甲乙丙丁戊己庚", "子乙丑丁戊己寅", [(0, 3, "子乙丑"), (6, 7, "寅")]),  # of three two
        ("甲己庚乙丙丁戊辛", "子寅卯乙丑丁戊辰", [(0, 5, "子寅卯乙丑"), (7, 8, "辰")]),
        ("甲乙丙丁戊己庚", "子乙丑丁戊己庚", [(0, 3, "子乙丑")]),  # what follows stays
    ],
)
def test_changes_around_little_that_stayed_are_one(old: str, new: str, changes: list[tuple[int, int, str]]) -> None:
    found = hunks(tokens(old), tokens(new))
    assert found == [Hunk(start, end, tuple(tokens(words))) for start, end, words in changes]


@pytest.mark.parametrize(("one", "other", "both"), [
    ("甲子丙丁戊己", "甲乙丙丑戊己", "甲子丙丑戊己"),
    ("甲子丙丁戊己", "甲乙丑丁戊己", None),
    ("子甲乙丙丁戊己", "丑甲乙丙丁戊己", None),
    ("甲乙子丙丁戊己", "甲乙丑戊己", None),
    ("甲乙子丙丁戊己", "甲乙丙丑丁戊己", "甲乙子丙丑丁戊己"),
    ("甲乙丙丁戊", "甲乙丙丁戊己庚", None),
    ("乙丙丁戊己", "甲乙丙丁戊", "乙丙丁戊"),
])  # fmt: skip
def test_changes_right_beside_one_another_are_for_somebody_to_decide(one: str, other: str, both: str | None) -> None:
    old = "甲乙丙丁戊己"
    assert merged(old, one, other) == merged(old, other, one) == both


def test_bold_is_not_left_half_open() -> None:
    old = "管网和照明**全部换新**，居民参与商议。"
    assert merged(old, old.replace("**", ""), old.replace("全部换新", "基本**换新**")) is None


WORDS = st.lists(st.sampled_from(["old", "new", "park", "<trees>", "street", "居", "民", "，", " "]), max_size=12)


@given(WORDS, WORDS)
def test_one_change_alone_is_that_change(old: list[str], new: list[str]) -> None:
    assert merged("".join(old), "".join(old), "".join(new)) == "".join(new)
    assert merged("".join(old), "".join(new), "".join(new)) == "".join(new)


@given(WORDS, WORDS, WORDS)
def test_no_word_is_made_up_and_the_sides_are_alike(old: list[str], one: list[str], other: list[str]) -> None:
    texts = ["".join(words) for words in (old, one, other)]
    both = merged(*texts)
    assert both == merged(texts[0], texts[2], texts[1])
    assert both is None or set(tokens(both)) <= {token for text in texts for token in tokens(text)}
