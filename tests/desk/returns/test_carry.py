"""What a person changed is changed in the curator's own text; forms of references and quotation marks stay as typed."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.carry import carry, project


@pytest.mark.parametrize(
    ("source", "after", "text"),
    [
        ("有<homes:number>户人家。", "有<homes>户家庭。", "有<homes:number>户家庭。"),
        ("有<homes:number>户人家，<parks:value>座公园。", "<parks>座公园，有<homes>户人家。", None),
        ('他说"好"，走了。', "他说“好”，就走了。", '他说"好"，就走了。'),
        ('他说"好"，走了。', "他说“不好”，走了。", '他说"不好"，走了。'),
        ("一**二**三", "一**二**四", "一**二**四"),
        ("一二三", "", ""),
        ("一二三", "一二三", "一二三"),
    ],
)
def test_what_was_not_touched_stays_as_it_was_typed(source: str, after: str, text: str | None) -> None:
    made = carry(source, project(source, "zh", prose=True), after)
    assert made == text or text is None
    assert project(made, "zh", prose=True) == after
