"""A file that has faults is still told of as far as it can be read, and its charts are tried, in the same round."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin import gate
from tests.conftest import CONTENT, small_project, workshop

NO_SUCH_PERIOD = (
    "    period: {year: 2018}\n    status: achieved\n  trees:",
    '    period: {year: 2018, at: "2018"}\n    status: achieved\n  trees:',
)
WRONG_NUMBER = ("    value: 4000\n", "    value: 4100\n")
OTHER_ORDER = ("built <parks>, planted <trees>", "built <trees>, planted <parks>")
A_DATE = ("          - of: parks\n", "          - of: since\n")
TOO_LONG = ("          - of: parks\n", "          - {of: parks, label: {zh: 新建游园, en: " + "parks" * 40 + "}}\n")

UNKNOWN_KEY = (
    "        title: {zh: 社区与游园, en: Communities and parks}\n",
    "        title: {zh: 社区与游园, en: Communities and parks, both of them}\n",
)
TYPED = (
    "  headline: {zh: 柳林街道的春天, en: Spring in Liulin}",
    "  headline: {zh: 柳林街道的春天, en: Spring of 9 in Liulin}",
)
NO_STATUS = (
    "    quote: 植树1.2万余株\n    period: {year: 2018}\n    status: achieved\n",
    "    quote: 植树1.2万余株\n    period: {year: 2018}\n",
)


def told(folder: Path, *changes: tuple[str, str]) -> set[str]:
    """The rules that say something of the small project with these changes."""
    content = CONTENT
    for old, new in changes:
        assert old in content, old
        content = content.replace(old, new, 1)
    return {problem.rule for problem in gate.check(workshop(small_project(folder, content))).problems}


def test_what_the_model_refuses_of_one_fact_hides_nothing_of_the_others(tmp_path: Path) -> None:
    assert told(tmp_path / "one", NO_SUCH_PERIOD) == {"model"}
    assert told(tmp_path / "two", NO_SUCH_PERIOD, WRONG_NUMBER) == {"model", "quote-value"}
    assert {"model", "parity"} <= told(tmp_path / "three", NO_SUCH_PERIOD, OTHER_ORDER)


def test_a_key_that_nothing_has_hides_nothing_of_the_other_parts(tmp_path: Path) -> None:
    assert told(tmp_path / "one", UNKNOWN_KEY) == {"model"}
    assert told(tmp_path / "two", UNKNOWN_KEY, TYPED) == {"model", "parity"}


def test_a_fact_that_cannot_be_read_is_not_missed_where_it_is_named(tmp_path: Path) -> None:
    """Only what is said of facts by themselves is told then: nobody says that <trees> is unknown."""
    assert told(tmp_path / "one", NO_STATUS) == {"model"}
    assert told(tmp_path / "two", NO_STATUS, WRONG_NUMBER) == {"model", "quote-value"}


@pytest.mark.parametrize("fault", [OTHER_ORDER, NO_SUCH_PERIOD], ids=["a text", "a key"])
@pytest.mark.parametrize("plate", [A_DATE, TOO_LONG], ids=["a date", "a label"])
def test_a_chart_that_cannot_be_drawn_is_told_beside_what_else_is_wrong(
    tmp_path: Path, fault: tuple[str, str], plate: tuple[str, str]
) -> None:
    assert "chart" in told(tmp_path / "project", fault, plate)


def test_a_chart_is_not_tried_while_a_number_is_not_proved(tmp_path: Path) -> None:
    assert told(tmp_path / "project", WRONG_NUMBER, A_DATE) == {"quote-value", "coverage"}
