"""The six publications as they are: four full pages each, and valid for archive and screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.project import SUMMARY
from tests.real import builder, made
from tests.writers.verapdf import validate

pytestmark = pytest.mark.slow

NAMES = ("yimalu", "xidajie", "jingchenglu", "linshanzhai", "dufulu", SUMMARY)


def test_these_are_all_there_are() -> None:
    assert set(builder().workshop.names) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_even_number_of_pages_each_full(name: str) -> None:
    assert made(name).pages % 2 == 0
    assert [page.sheets for page in made(name).fit] == [1] * made(name).pages
    assert all(0.92 <= page.used <= 1.0 for page in made(name).fit), made(name).fit
    assert made(name).notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_one_file_for_archive_and_screen_reader(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(made(name).files[path.name])
    assert validate(path) == {"PDFA_3_A": [], "PDFUA_1": []}


def test_nothing_is_left_to_warn_of() -> None:
    findings = builder().workshop.check()
    assert findings.errors(strict=True) == []
    assert set(findings.shares) == set(NAMES) - {SUMMARY}
    assert all(share.used == share.total for share in findings.shares.values())


@pytest.mark.parametrize("name", sorted(set(NAMES) - {SUMMARY}))
def test_no_figure_is_stated_twice(name: str) -> None:
    """Two facts never rest on the same numeral of the article."""
    workshop = builder().workshop
    case = workshop.case(*workshop.library.contents[name])
    resting: dict[tuple[int, int], list[str]] = {}
    for id, fact in case.content.facts.items():
        numeral = None if fact.derived else case.numeral(fact)
        if numeral is not None:
            resting.setdefault((numeral.start, numeral.end), []).append(id)
    assert len(resting) > 10
    assert [ids for ids in resting.values() if len(ids) > 1] == []
