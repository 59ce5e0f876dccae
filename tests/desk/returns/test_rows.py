"""Which paragraphs of a draft belong together: by row, by cell, or side by side in two columns."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.rows import _area, _beside, _cut, _form, _slot, _Tongues

ZH, EN, MORE = (0, "zh"), (1, "en"), (2, "zh")


@pytest.mark.parametrize(("slots", "rows"), [
    ({ZH: (1,)}, [{ZH: (1,)}]),
    ({ZH: (1,), EN: (2,)}, [{ZH: (1,), EN: (2,)}]),
    ({ZH: (1, 2)}, [{ZH: (1,)}, {ZH: (2,)}]),
    ({ZH: (1, 2), EN: (3, 4)}, [{ZH: (1,), EN: (3,)}, {ZH: (2,), EN: (4,)}]),
    ({ZH: (1, 2, 3), EN: (4,)}, [{ZH: (1,)}, {ZH: (2,)}, {ZH: (3,)}, {EN: (4,)}]),
    ({ZH: (1, 2), EN: (3,), MORE: (4, 5)}, [{ZH: (1,), EN: (3,), MORE: (4,)}, {ZH: (2,), MORE: (5,)}]),
    (
        {ZH: (1, 2, 3), EN: (4, 5), MORE: (6,)},
        [{ZH: (1,), EN: (4,), MORE: (6,)}, {ZH: (2,)}, {ZH: (3,)}, {EN: (5,)}],
    ),
])  # fmt: skip
def test_what_stands_in_one_row_belongs_together_as_far_as_its_cells_go(
    slots: dict[tuple[int, str], tuple[int, ...]], rows: list[dict[tuple[int, str], tuple[int, ...]]]
) -> None:
    assert [row.slots for row in _cut(slots, {})] == rows


@pytest.mark.parametrize(("left", "right", "owner", "pairs"), [
    ((1, 2), (3, 4), {}, [(1, 3), (2, 4)]),
    ((1, 2), (3, 4), {1: "a", 3: "a"}, [(1, 3), (2, 4)]),
    ((1, 2), (3, 4), {1: "a", 4: "a"}, [(None, 3), (1, 4), (2, None)]),
    ((1, 2), (3, 4), {1: "a", 2: "b", 3: "b", 4: "a"}, [(1, None), (2, 3), (None, 4)]),
    ((1, 2, 3), (4, 5), {2: "a", 5: "a"}, [(1, 4), (2, 5), (3, None)]),
    ((1, 2, 3), (4, 5, 6), {1: "a", 5: "a"}, [(None, 4), (1, 5), (2, None), (3, None), (None, 6)]),
    ((1,), (2, 3), {1: "a", 3: "a"}, [(None, 2), (1, 3)]),
    ((1, 2), (3,), {1: "a", 2: "b", 3: "c"}, [(1, None), (2, None), (None, 3)]),
    ((1, 2), (3, 4), {1: None, 3: None}, [(1, 3), (2, 4)]),
])  # fmt: skip
def test_columns_go_together_between_the_items_that_are_known_in_both(
    left: tuple[int, ...],
    right: tuple[int, ...],
    owner: dict[int, str | None],
    pairs: list[tuple[int | None, int | None]],
) -> None:
    keys = {n: key and (key, 0) for n, key in owner.items()}
    assert list(_beside(left, right, keys)) == pairs  # type: ignore[arg-type]


def test_an_item_has_its_row_its_cell_or_a_place_in_a_column() -> None:
    place = (5, 2, 1)
    assert [_area(place, form) for form in ("row", "cell", "column")] == [(5, 2), place, place]  # type: ignore[arg-type]
    assert [_slot(place, form, "zh") for form in ("row", "cell", "column")] == [(1, "zh"), (0, "zh"), (1, "zh")]  # type: ignore[arg-type]


@pytest.mark.parametrize(("style", "text", "tongue"), [
    ("Body EN", "中文", "en"), ("BODY en", "中文", "en"), ("Other", "中文", "zh"), ("Other", "中文 words", "en"),
    ("Other", "中文文字 word", "en"), ("Other", "中文文字字 word", "zh"),
    ("Other", "12", "en"), ("Other", "ZZ一", "en"),
])  # fmt: skip
def test_a_paragraph_is_written_in_what_its_style_says_or_else_its_letters(style: str, text: str, tongue: str) -> None:
    assert _Tongues({"body en": "en"})(style, text) == tongue


@pytest.mark.parametrize(("items", "form"), [
    ([{(5, 0, 0), (5, 0, 1)}, {(5, 1, 0), (5, 1, 1)}], "row"),
    ([{(5, 0, 0), (5, 0, 1)}], "row"),
    ([{(5, 0, 0)}, {(5, 1, 0)}], "row"),
    ([{(5, 0, 0)}, {(5, 0, 1)}], "cell"),
    ([{(5, 0, 0)}], "cell"),
    ([{(5, 0, 0), (5, 0, 1)}, {(5, 0, 0), (5, 0, 1)}], "column"),
    ([{(5, 0, 0)}, {(5, 0, 0)}], "column"),
])  # fmt: skip
def test_how_items_stand_in_a_table_is_told_by_what_they_share(
    items: list[set[tuple[int, int, int]]], form: str
) -> None:
    assert _form(items) == form
