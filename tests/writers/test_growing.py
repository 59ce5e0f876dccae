"""Summaries of 2 to 30 places, set by the real engine: preflight, overprint and audit pass, every place is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from bulletin.build import Builder
from bulletin.made import Made
from bulletin.proofing.reading import read_docx, read_pdf
from bulletin.proofing.squeezed import squeeze
from bulletin.variant import Variant
from tests.conftest import workshop
from tests.places import MINIMAL, Place, composed_by_hand, write_places

pytestmark = pytest.mark.slow

LONG = pytest.mark.long
ALONE: tuple[Literal["zh", "en"], ...] = ("zh", "en")


def made(folder: Path, count: int, variant: Variant, summary: str, formats: tuple[str, ...]) -> Made:
    """Raises where a box overflows, text overprints, a number has no source or a figure is not there."""
    folder.mkdir()
    write_places(folder, count, summary)
    return Builder(workshop(folder), variant).make("summary", formats)


def named(place: Place) -> tuple[str, str]:
    return ("黄河滩", "Huanghetan") if len(place.zh) > 4 else (place.zh, place.en)


@pytest.mark.parametrize("by_hand", [False, True], ids=["composed", "by hand"])
@pytest.mark.parametrize("count", [2, 12, *(pytest.param(n, marks=LONG) for n in (6, 30))])
def test_every_place_and_figure_is_set_and_written(count: int, by_hand: bool, tmp_path: Path) -> None:
    places = [Place(at) for at in range(count)]
    summary = composed_by_hand(places) if by_hand else MINIMAL
    done = made(tmp_path / "project", count, Variant(), summary, ("pdf", "docx", "evidence", "csv"))
    for name, read in (("summary.pdf", read_pdf), ("summary.docx", read_docx)):
        text = squeeze("".join(part.text for part in read(done.files[name])))
        lacking = [one for place in places for one in named(place) if one not in text]
        assert lacking == [], name
        assert all(f"{place.trees:,}+" in text or f"{place.trees}余" in text for place in places)
    pages = read_pdf(done.files["summary.pdf"])
    assert len(pages) <= {2: 3, 6: 5, 12: 7, 30: 13}[count]
    assert len(done.fit) == (3 if by_hand else len(pages)), "what nobody laid out is told sheet by sheet"


@pytest.mark.parametrize("language", ALONE)
@pytest.mark.parametrize("count", [2, *(pytest.param(n, marks=LONG) for n in (6, 12, 30))])
def test_in_one_language_too(count: int, language: Literal["zh", "en"], tmp_path: Path) -> None:
    done = made(tmp_path / "project", count, Variant("office", language), MINIMAL, ("pdf",))
    (data,) = done.files.values()
    text = "".join(part.text for part in read_pdf(data))
    for at in range(count):
        zh, en = named(Place(at))
        assert (zh if language == "zh" else en) in text
    assert not (re.search("[一-鿿]", text) if language == "en" else re.search("[a-z]{4} [a-z]{4}", text))
