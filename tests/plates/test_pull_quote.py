"""A pull quote: the article's words as they are, set large, without a title and without a number of its own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.build import Builder
from bulletin.content.summary import Summary
from bulletin.content.validate import validate
from bulletin.content.yaml_text import parse
from bulletin.edition.blocks import Edition, Figure, plain
from bulletin.edition.walk import every
from bulletin.plates.pull_quote.edit import PullQuotePlate
from bulletin.problems import ContentError
from bulletin.variant import Variant
from tests.conftest import workshop
from tests.plates import errors
from tests.samples import BED


def quote_of(content: Any) -> Any:
    return content["stories"][0]["plates"][0]


def made(folder: Path, change: Callable[[Any], object]) -> tuple[Builder, Edition]:
    assert errors(folder, "pull_quote", change) == []
    press = Builder(workshop(folder))
    return press, press.edition("willow")[0]


def as_it_is(content: Any) -> None:
    """The sample."""


def test_the_sample_is_sound(tmp_path: Path) -> None:
    assert errors(tmp_path / "project", "pull_quote") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("都在", "多在"),
        ("走几步就到", "走几步就能到"),
        ("3个", "4个"),
        ("3个游园都在街边，", ""),
        ("走几", "<near>走几"),
    ],
)
def test_changed_words_are_refused_at_their_place(old: str, new: str, tmp_path: Path) -> None:
    def change(content: Any) -> None:
        text = quote_of(content)["text"]
        text["zh"] = text["zh"].replace(old, new)

    said = errors(tmp_path / "project", "pull_quote", change)
    words = quote_of(yaml.safe_load((tmp_path / "project/content/willow.yaml").read_text(encoding="utf-8")))["text"][
        "zh"
    ]
    if new:
        assert f"pulled: the article does not say this @ {words}" in said
    else:  # whole clauses, but the number that `of` names is gone
        assert [one for one in said if one.startswith("pulled")] == ["pulled: near is no number of these words @ near"]


def test_it_has_neither_title_nor_number_and_leads_to_the_evidence(tmp_path: Path) -> None:
    _, edition = made(tmp_path / "project", as_it_is)
    (plate,) = every(PullQuotePlate, edition.pages)
    assert plate.caption is None
    assert plain(plate.text.zh) == "3个游园都在街边，走几步就到。"
    assert plate.source is not None and plain(plate.source.en) == "Wang Fang, a resident"
    (row,) = [row.number for row in every(EvidenceRow, edition.pages) if "near" in row.facts]
    assert [piece.row for piece in plate.source.zh if isinstance(piece, Figure)] == [row]


def test_without_a_speaker_or_a_number_there_is_no_line_under_it(tmp_path: Path) -> None:
    def change(content: Any) -> None:
        quote = quote_of(content)
        en = "The subdistrict was named a civilized unit of Zhengzhou, among other honors."
        quote["text"] = {"zh": "街道荣获郑州市文明单位等荣誉称号。", "en": en}
        del quote["by"], quote["of"]
        content["facts"]["near"]["unprinted"] = "the quote leaves it out"

    _, edition = made(tmp_path / "project", change)
    (plate,) = every(PullQuotePlate, edition.pages)
    assert plate.source is None


def test_a_number_in_doubt_says_so_beside_the_words(tmp_path: Path) -> None:
    def change(content: Any) -> None:
        content["facts"]["near"]["doubt"] = {"zh": "与前文不合", "en": "at odds with what stands before"}
        content["notes"] = [{"zh": "<near>存疑。", "en": "The number of <near> is in doubt."}]

    _, edition = made(tmp_path / "project", change)
    (plate,) = every(PullQuotePlate, edition.pages)
    assert plate.source is not None
    assert plain(plate.text.zh).endswith("到。") and plain(plate.source.zh) == "居民王芳（存疑）"


@pytest.mark.parametrize(("language", "there", "gone"), [("zh", "王芳", "Wang"), ("en", "Wang", "王芳")])
def test_an_edition_in_one_language_has_its_own_words(language: Any, there: str, gone: str, tmp_path: Path) -> None:
    press, edition = made(tmp_path / "project", as_it_is)
    html = press.pages.render(edition, press.charts(edition), Variant(language=language)).html
    block = html[html.index('class="pulled"') :].partition("</figure>")[0]
    assert there in block and gone not in block


def test_the_draft_counts_no_figure_for_it(tmp_path: Path) -> None:
    press, _ = made(tmp_path / "project", as_it_is)
    with ZipFile(BytesIO(press.make("willow", ("docx",)).files["willow.docx"])) as package:
        words = package.read("word/document.xml").decode()
    said = words[words.index('"PullQuoteZH"') : words.index('"Caption"')]
    assert "“" in said and "SEQ" not in said


def test_the_summary_has_no_pull_quotes() -> None:
    text = (BED / "content" / "summary.yaml").read_text(encoding="utf-8")
    parsed = parse(text.replace("- kind: bars\n", "- kind: pull_quote\n", 1), "content/summary.yaml")
    with pytest.raises(ContentError) as caught:
        validate(Summary, parsed)
    assert "not 'pull_quote'" in caught.value.problems[0].message
