"""Which words of a sentence say when what it counts was: the figure is always 77."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletin.content.model import Period
from bulletin.evidence.periods import reading
from tests.conftest import ARTICLE, CONTENT, small_project, workshop

LAST = "目前,5个"


def read(sentence: str, folder: Path, **period: Any) -> tuple[bool, list[str]]:
    """Does the sentence say so of 77, and by which words?"""
    small_project(folder, CONTENT, ARTICLE.replace(LAST, f"{sentence}{LAST}"))
    shop = workshop(folder)
    case = shop.case(*shop.library.contents["willow"])
    text = case.article.bare.text
    at = text.index("77")
    found = reading(case, (at, at + 2), Period.model_validate(period, strict=False))
    return not found.missing, sorted({text[slice(*span)] for span in found.spans})


@pytest.mark.parametrize(
    ("sentence", "since", "until", "says"),
    [
        ("自2012年6月以来植树77株。", "2012-06", None, True),
        ("2012年6月起植树77株。", "2012-06", None, True),
        ("从2012年6月植树77株。", "2012-06", None, True),
        ("2012年6月植树77株。", "2012-06", None, False),
        ("自2012年6月以来植树77株。", "2012-07", None, False),
        ("自2012年6月以来植树77株。", None, "2012-06", False),
        ("截至2018年5月植树77株。", None, "2018-05", True),
        ("2018年5月前植树77株。", None, "2018-05", True),
        ("2018年5月止植树77株。", None, "2018-05", True),
        ("2018年5月植树77株。", None, "2018-05", False),
        ("截至2018年5月植树77株。", "2018-05", None, False),
        ("2018年前三季度植树77株。", None, "2018", False),
        ("2016至2018年植树77株。", "2016", "2018", True),
        ("2016年到2018年植树77株。", "2016", "2018", True),
        ("2016年和2018年植树77株。", "2016", "2018", False),
        ("2016年至2018年植树77株。", "2018", None, False),
        ("2016年至2018年植树77株。", None, "2016", False),
        ("从2017年11月到2018年5月植树77株。", "2017-11", "2018-05", True),
        ("2018年1月至8月植树77株。", "2018-01", "2018-08", True),  # the end is of the year of the beginning
        ("2018年5月3日至6日植树77株。", "2018-05-03", "2018-05-06", True),  # and of its month
        ("2018年5月3日植树,6日补种77株。", "2018-05-03", "2018-05-06", False),
        ("2018年前10个月植树77株。", "2018-01", "2018-10", True),
        ("2018年前10个月植树77株。", "2018-01", "2018-09", False),
        ("2018年前10个月植树77株。", "2018-02", "2018-10", False),
        ("比2005年增加植树77株。", "2005", None, True),
    ],
)
def test_a_stretch_begins_and_ends_with_the_dates_whose_words_say_so(
    sentence: str, since: str | None, until: str | None, says: bool, tmp_path: Path
) -> None:
    period = {key: value for key, value in (("since", since), ("until", until)) if value}
    assert read(sentence, tmp_path, **period)[0] is says


@pytest.mark.parametrize(
    ("sentence", "year", "says"),
    [
        ("2017年植树30株,2018年植树77株。", 2018, True),
        ("2017年植树30株,2018年植树77株。", 2017, False),
        ("2017年植树77株,2018年植树30株。", 2017, True),
        ("2017年植树77株,2018年植树30株。", 2018, False),
        ("2017年,街道修路,植树77株。", 2017, True),
        ("2017年修路。植树77株。", 2017, False),
        ("比2005年增加植树77株。", 2005, False),
        ("与2005年相比增加植树77株。", 2005, False),
        ("植树77株,是2005年的3倍。", 2005, False),
        ("始建于1996年的市场植树77株。", 1996, False),
        ("由2008年的30株扩大到77株。", 2008, False),
        ("2018年9月的一次植树中,植树77株。", 2018, True),
        ("2018年12月开工,将提供车位77个。", 2018, False),
        ("2018年12月开工,改造楼院77个。", 2018, True),
    ],
)
def test_the_nearest_date_that_is_no_other_figure_s_governs(
    sentence: str, year: int, says: bool, tmp_path: Path
) -> None:
    assert read(sentence, tmp_path, year=year)[0] is says


@pytest.mark.parametrize(
    ("sentence", "at", "says"),
    [
        ("2018年5月植树77株。", "2018-05", True),
        ("2018年5月植树77株。", "2018-06", False),
        ("2018年5月植树77株。", "2017-05", False),
        ("2018年5月植树77株。", "2018-05-03", False),
        ("2018年5月3日植树77株。", "2018-05-03", True),
        ("2018年5月3日植树77株。", "2018-05-04", False),
        ("年底植树77株。", "-- end", True),
        ("年初植树77株。", "-- end", False),
    ],
)
def test_each_part_of_a_date_is_said(sentence: str, at: str, says: bool, tmp_path: Path) -> None:
    assert read(sentence, tmp_path, at=at)[0] is says


@pytest.mark.parametrize(
    ("sentence", "flag", "words"),
    [
        ("近年来植树77株。", "recent", ["近年来"]),
        ("植树77株。", "recent", []),
        ("累计植树77株。", "to_date", ["累计"]),
        ("植树77株。", "to_date", []),
        ("累计修路3条。植树77株。", "to_date", []),  # another sentence
    ],
)
def test_of_late_and_to_date_have_words_of_their_own(
    sentence: str, flag: str, words: list[str], tmp_path: Path
) -> None:
    assert read(sentence, tmp_path, **{flag: True}) == (bool(words), words)


def test_a_five_year_plan_names_its_years_but_no_words_do(tmp_path: Path) -> None:
    for first, found in (("2016", ["十三五"]), ("2017", [])):
        says, words = read("十三五时期植树77株。", tmp_path / first, since=first)
        assert (says, words) == (False, found)
