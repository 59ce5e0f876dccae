"""How far behind a figure without its measure the measure may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.told import checked

LAST = "      - zh: <communities>社区"
LAND = """  land:
    value: 20
    unit: 亩
    label: {zh: 拆违, en: structures}
    quote: 拆违20亩
    status: achieved
"""


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("亩", "mu", []),
        ("土地共计亩", "mu", []),
        ("街道社区居民院落土地共计亩", "mu", []),  # twelve characters between
        ("柳林街道社区居民院落土地共计亩", "mu", ["zh"]),
        ("亩", "in all new mu", []),
        ("亩", "old and new mu", ["en"]),
        ("", "", ["zh", "en"]),
    ],
)
def test_a_measure_stands_within_a_dozen_characters_of_its_figure(
    zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    texts = f"拆违<land:number>{zh}。", f"Removed were <land:number> {en}".strip() + "."
    assert len(lost_in(texts, tmp_path)) == len(told)


@pytest.mark.parametrize(
    ("between", "told"),
    [("至", 0), ("街道社区居民院落土地共计", 0), ("柳林街道社区居民院落土地共计", 1)],
)
def test_a_measure_may_stand_with_the_next_figure_as_near(between: str, told: int, tmp_path: Path) -> None:
    texts = f"拆违<land:number>{between}<land>。", "Removed were <land:number> to <land>."
    assert len(lost_in(texts, tmp_path)) == told


def lost_in(texts: tuple[str, str], folder: Path) -> list[str]:
    content = {"  since:\n": f"{LAND}  since:\n", LAST: f"      - zh: {texts[0]}\n        en: {texts[1]}\n{LAST}"}
    found, _, _ = checked({"article": {"党员参加": "拆违20亩。党员参加"}, "content": content}, folder)
    return [problem.message for problem in found if problem.rule == "bare-unit"]
