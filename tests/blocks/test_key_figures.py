"""A large figure that the languages write each its own way is large in Chinese; the English stands before its label."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bulletin import gate
from bulletin.blocks.key_figures.edit import KeyFigure, KeyFigures
from bulletin.build import Builder
from bulletin.edition.text import plain
from bulletin.edition.walk import every
from tests.conftest import workshop
from tests.samples import project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample project, an amount of money and a sum of people among its key figures."""
    place = project(tmp_path / "project")
    seed, path = place / "seeds" / "willow.txt", place / "content" / "willow.yaml"
    seed.write_text(
        seed.read_text(encoding="utf-8") + "街道投入助餐资金1460万元。\n街道服务老人41.7万人次。\n", encoding="utf-8"
    )
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["facts"]["funds"] = {
        "value": 14_600_000,
        "unit": "元",
        "label": {"zh": "助餐资金", "en": "spent on meals"},
        "quote": "街道投入助餐资金1460万元",
        "status": "achieved",
    }
    data["facts"]["served"] = {
        "value": 417_000,
        "unit": {"zh": "人次", "en": {"one": "visit", "other": "visits"}},
        "label": {"zh": "服务老人", "en": "visits by older residents"},
        "quote": "街道服务老人41.7万人次",
        "status": "achieved",
    }
    data["key_figures"] = [{"of": ["funds"]}, {"of": ["served"]}, {"of": ["parks"]}, {"of": ["trees"]}]
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return place


def figures(folder: Path) -> list[KeyFigure]:
    edition, _ = Builder(workshop(folder)).edition("willow")
    return [item for block in every(KeyFigures, edition.pages) for item in block.items]


def test_chinese_is_large_and_no_bracket_repeats_it(folder: Path) -> None:
    funds, served, *_ = figures(folder)
    assert [(one.amounts[0].zh, one.amounts[0].zh_unit) for one in (funds, served)] == [
        ("1460万", "元"),
        ("41.7万", "人次"),
    ]
    assert [plain(one.label.zh) for one in (funds, served)] == ["助餐资金", "服务老人"]


def test_what_is_of_the_same_digits_stands_once(folder: Path) -> None:
    apart = {item.amounts[0].fact: item.apart for item in figures(folder)}
    assert apart == {"funds": True, "served": True, "parks": False, "trees": True}


def test_finished_files_say_both_numbers_once_each(folder: Path) -> None:
    """The audit of the pages in both languages, in each, and of the draft."""
    assert [one.message for one in gate.check(workshop(folder)).problems if one.level == "error"] == []
