"""Sloppy marks are put right: what a page prints is curly, long and, beside ideographs, full width."""

from __future__ import annotations

import pickle

import pytest

from bulletin.charts.shapes import ChartError
from bulletin.content.model import Both as Text
from bulletin.edition.blocks import Both
from bulletin.edition.refused import Refused
from bulletin.edition.typography import both, chinese, english


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('建成"五大"和"三个"', "建成“五大”和“三个”"),
        ("甲,乙;丙:丁?戊!", "甲，乙；丙：丁？戊！"),
        ("甲(乙)丙", "甲（乙）丙"),
        ("甲(a)", "甲（a)"),
        ("a,b (c)", "a,b (c)"),
        ("甲--乙...", "甲——乙……"),
        ("甲!!", "甲！！"),
        ("3,000户", "3,000户"),
        ("5:30", "5:30"),
        ("“甲”,乙", "“甲”，乙"),
        ("", ""),
    ],
)
def test_chinese_marks_are_full_width_beside_ideographs(typed: str, printed: str) -> None:
    assert chinese(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('the town\'s "Six Ones"', "the town’s “Six Ones”"),
        ('\'a\' ("b") ["c"] -"d"', "‘a’ (“b”) [“c”] -“d”"),
        ("a -- b...", "a — b…"),
        ('a--"b"', "a—“b”"),
        ("parks' 90's", "parks’ 90’s"),
        ("", ""),
    ],
)
def test_english_quotes_open_behind_a_space_or_a_bracket_and_close_elsewhere(typed: str, printed: str) -> None:
    assert english(typed) == printed


def test_each_language_has_its_own_marks() -> None:
    assert both(Text(zh='甲"乙"--', en='a "b" --')) == Both("甲“乙”——", "a “b” —")


def test_a_refusal_comes_back_whole_from_another_process() -> None:
    refused = pickle.loads(pickle.dumps(Refused("chart", "why", "x.yaml", ("a", 0), "word")))
    assert (refused.rule, refused.message, refused.file, refused.path, refused.needle) == (
        "chart", "why", "x.yaml", ("a", 0), "word",
    )  # fmt: skip
    assert refused.problems[0].place.file == "x.yaml"
    error = pickle.loads(pickle.dumps(ChartError("why", "one", "other")))
    assert (str(error), error.texts) == ("why", ("one", "other"))
