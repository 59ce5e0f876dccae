"""A paper of an office with all furniture and four photographs: every edition, and the same content without them."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest

from bulletin import gate
from bulletin.blocks.colophon.edit import Colophon
from bulletin.blocks.contents.edit import Contents
from bulletin.blocks.editors_note.edit import EditorsNote
from bulletin.build import Builder
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import open_draft
from bulletin.edition.blocks import Edition
from bulletin.edition.walk import every
from bulletin.made import Made
from bulletin.plates.photo.edit import PhotoPlate
from bulletin.proofing.preflight import preflight
from bulletin.proofing.reading import read_docx, read_pdf
from bulletin.proofing.verdicts import judge, kind_of
from bulletin.variant import Variant
from bulletin.word import read, tree, unpack
from bulletin.word.ox import name
from bulletin.word.pack import pack
from tests.conftest import workshop
from tests.periodical import COUNT, bare, periodical, summary
from tests.writers.docx.structure import faults
from tests.writers.test_furniture import furnished_project
from tests.writers.test_plates import plates_of
from tests.writers.verapdf import validate

pytestmark = pytest.mark.slow

EDITIONS = {
    "office": Variant(),
    "press": Variant("press"),
    "zh": Variant(language="zh"),
    "en": Variant(language="en"),
}
NUMBER = {"zh": "第12期", "en": "No. 12"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return periodical(tmp_path_factory.mktemp("periodical") / "project")


@pytest.fixture(scope="module")
def made(root: Path) -> dict[str, Made]:
    """Each edition; the office's with its draft."""
    return {
        each: Builder(workshop(root), variant).make("willow", ("pdf", "docx") if variant.is_whole else ("pdf",))
        for each, variant in EDITIONS.items()
    }


@pytest.fixture(scope="module")
def draft(made: dict[str, Made]) -> bytes:
    return made["office"].files["willow.docx"]


@pytest.fixture(scope="module")
def edition(root: Path) -> Edition:
    return Builder(workshop(root)).edition("willow")[0]


def test_the_content_is_sound_and_its_photographs_are_fine_enough(root: Path) -> None:
    assert [str(one) for one in gate.check(workshop(root), press=True).problems] == []


@pytest.mark.parametrize("each", EDITIONS)
def test_every_edition_is_what_a_shop_and_an_archive_ask(each: str, made: dict[str, Made], tmp_path: Path) -> None:
    for file, data in made[each].files.items():
        if not file.endswith(".pdf"):
            continue
        found = preflight(data)
        assert [one.message for one in judge(found, kind_of(file)) if one.level == "error"] == [], file
        assert min(one.dpi for one in found.inks.pictures) >= 299, file
        if each == "press":
            assert 200 < found.inks.total < 300, file
            continue
        (tmp_path / file).write_bytes(data)
        assert validate(tmp_path / file) == {"PDFA_3_A": [], "PDFUA_1": []}


@pytest.mark.parametrize("each", EDITIONS)
def test_every_page_but_the_first_says_which_issue_it_is(each: str, made: dict[str, Made]) -> None:
    data = next(iter(made[each].files.values()))
    language = EDITIONS[each].language
    first, *others = [re.sub(r"\s", "", part.text) for part in read_pdf(data)]
    assert others
    for one, words in NUMBER.items():
        said = re.sub(r"\s", "", words)
        wanted = language in ("bilingual", one)
        assert (said in first) is wanted
        assert all((said in page) is wanted for page in others), words


def test_in_a_grey_copy_everything_is_still_told_apart(made: dict[str, Made]) -> None:
    """Type on its ground, the red name and rule, the marks of a chart: no two that differ in colour alone."""
    pages = pypdfium2.PdfDocument(made["office"].files["willow.pdf"])
    first, grey = (np.asarray(pages[0].render(scale=100 / 72, grayscale=one).to_pil()) for one in (False, True))
    pages.close()
    red = (first[..., 0] > 180) & (first[..., 1] < 60)
    assert red.sum() > 2000
    assert np.median(grey[red]) < 128, "the red name is as dark as type on a copy"
    assert ((grey > 225) & (grey < 250)).sum() > 20_000, "the ground of the editor's note stands off the paper"
    assert (grey < 110).sum() > 10_000


def test_black_prints_over_the_tint_of_the_editors_note(made: dict[str, Made], tmp_path: Path) -> None:
    (tmp_path / "press.pdf").write_bytes(made["press"].files["willow.press.pdf"])
    plates = plates_of(tmp_path / "press.pdf", 1)
    cyan, black = plates["Cyan"], plates["Black"]
    tinted = (cyan > 0.02) & (cyan < 0.2)
    assert tinted.sum() > 20_000, "the tint of the note"
    inside = (black > 0.9) & tinted
    assert inside.sum() > 500, "the cyan plate is whole under black type"


# ---------------------------------------------------------------------------------------------- the draft


def test_the_list_of_the_draft_has_the_pages_of_the_pdf(draft: bytes, made: dict[str, Made], root: Path) -> None:
    builder = Builder(workshop(root))
    edition, _ = builder.edition("willow")
    (block,) = every(Contents, edition.pages)
    first, *_ = read_pdf(made["office"].files["willow.pdf"])
    listed = re.sub(r"\s", "", first.text).partition("目录")[2]
    body = "\n".join(part.text for part in read_docx(draft))
    assert len(block.entries) >= 3
    for entry in block.entries:
        page = re.search(rf"{re.escape(entry.title.zh)}.*\t(\d+)\n", body)
        assert page, entry.title.zh
        said = re.sub(r"\s", "", f"{entry.title.zh}{entry.title.en}{page[1]}")
        assert said in listed
    marks = unpack(draft)["word/document.xml"].decode()
    assert marks.count(" PAGEREF _t_") == len(block.entries) == marks.count('w:name="_t_')


def test_the_list_that_comes_by_itself_is_in_the_draft_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever files are asked for: on two pages here, that the test need not fill eight."""
    monkeypatch.setattr("bulletin.build.LEAST", 2)
    root = furnished_project(tmp_path / "project", ("contents: true\n", ""), pages="")
    builder = Builder(workshop(root))
    assert not any(every(Contents, builder.edition("willow")[0].pages))
    both = builder.make("willow", ("pdf", "docx")).files
    assert re.search(r"数字依据.*\t2\n", "\n".join(part.text for part in read_docx(both["willow.docx"])))
    assert "目录" in re.sub(r"\s", "", read_pdf(both["willow.pdf"])[0].text)
    assert Builder(workshop(root)).make("willow", ("docx",)).files["willow.docx"] == both["willow.docx"]


def test_pages_that_word_counts_anew_change_nothing(draft: bytes) -> None:
    parts = unpack(draft)
    body = parts["word/document.xml"].decode()
    counted, times = re.subn(r"(PAGEREF.*?separate.*?<w:t[^>]*>)\d+(</w:t>)", r"\g<1>77\2", body, flags=re.S)
    assert times >= 3
    kept = read(draft)
    assert kept is not None
    found = compare(kept, open_draft(pack(parts | {"word/document.xml": counted.encode()})))
    assert (found.operations, found.reports) == ((), ())


def unsound(data: bytes) -> list[str]:
    """The pages of the list are to be counted anew when Word opens the draft: their fields are dirty."""
    return [one for one in faults(data) if "a dirty field" not in one]


def test_the_draft_is_a_sound_document_and_each_language_of_a_picture_has_an_attribute(draft: bytes) -> None:
    assert unsound(draft) == []
    shown = list(tree(unpack(draft)["word/document.xml"]).iter(name("wp:docPr")))
    assert len(shown) == COUNT + 2, "the photographs, the logo and a chart"
    for one in shown:
        assert re.search(r"[\u4e00-\u9fff]", one.get("descr") or "")
        assert re.fullmatch(r"[^\u4e00-\u9fff]+", one.get("title") or "")


# ---------------------------------------------------------------------------------------------- without them


def test_without_them_it_is_the_edition_that_it_would_be(edition: Edition, tmp_path: Path) -> None:
    """Furniture and photographs are added: what else stands in the paper is the same, in the same words and order."""
    plain = Builder(workshop(bare(tmp_path / "bare"))).edition("willow")[0]
    assert edition.masthead.title == plain.masthead.title and edition.masthead.place == plain.masthead.place
    assert len(list(every(PhotoPlate, edition.pages))) == 3
    kept = [
        [_stripped(one) for one in page.blocks if not isinstance(one, (Contents, EditorsNote, Colophon))]
        for page in edition.pages
    ]
    assert [list(map(_named, page)) for page in kept] == [[_named(one) for one in page.blocks] for page in plain.pages]
    assert _stories(kept[0]) == _stories(list(plain.pages[0].blocks))
    assert list(every(PhotoPlate, plain.pages)) == [] == list(every(Colophon, plain.pages))


def _stripped(block: Any) -> Any:
    if not hasattr(block, "plates"):
        return block
    rows = tuple(row for row in block.plates if not list(every(PhotoPlate, row)))
    return dataclasses.replace(block, plates=rows)


def _named(block: Any) -> str:
    return f"{type(block).__name__} {getattr(block, 'id', '')}"


def _stories(blocks: list[Any]) -> list[Any]:
    return [(one.title, one.paragraphs, one.plates) for one in blocks if hasattr(one, "paragraphs")]


@pytest.mark.parametrize("variant", [Variant(), Variant("press", "en")])
def test_without_them_it_prints_as_if_they_did_not_exist(variant: Variant, tmp_path: Path) -> None:
    """The same bytes where all templates and sheets of furniture and photographs are empty."""
    formats = ("pdf", "docx") if variant.is_whole else ("pdf",)
    usual = bare(tmp_path / "usual")
    before = Builder(workshop(usual), variant).make("willow", formats).files
    for pattern in (
        "plate_*.j2",
        "styles/masthead.css",
        "themes/red/styles/pages.css",
        *(f"blocks/{one}.*" for one in NEW),
    ):
        there = list((usual / "templates").glob(pattern))
        assert there, pattern
        for path in there:
            path.write_text("", encoding="utf-8")
    assert Builder(workshop(usual), variant).make("willow", formats).files == before


NEW = ("contents", "colophon", "editors_note", "photo_plate")


def test_the_file_of_the_press_names_its_inks_and_has_the_photographs_in_them(made: dict[str, Made]) -> None:
    with pikepdf.open(io.BytesIO(made["press"].files["willow.press.pdf"])) as pdf:
        pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
    assert len(pictures) == COUNT


# ---------------------------------------------------------------------------------------------- the summary


def test_the_summary_has_them_too(tmp_path: Path) -> None:
    root = summary(tmp_path / "summary")
    made = Builder(workshop(root)).make("summary", ("pdf", "docx")).files
    first, *others = (re.sub(r"\s", "", part.text) for part in read_pdf(made["summary.pdf"]))
    assert others and all("第12期" in page for page in others) and "目录" in first
    found = preflight(made["summary.pdf"])
    assert [one.message for one in judge(found, "office") if one.level == "error"] == []
    assert [round(one.dpi) for one in found.inks.pictures] == [300]
    assert "共印1200份" in others[-1] and unsound(made["summary.docx"]) == []
