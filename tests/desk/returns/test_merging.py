"""Two people in one text: words that neither changed stand between their changes, or somebody has to decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.returns.merging import merged
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
