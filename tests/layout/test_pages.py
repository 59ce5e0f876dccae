"""Contents that nobody fitted, laid out and set by the engine: what was measured is what is set, and pages are full."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bulletin.blocks.notes.edit import Notes
from bulletin.blocks.story.edit import Story
from bulletin.build import Builder
from bulletin.edition.blocks import Page, PlateRow
from bulletin.edition.walk import every
from bulletin.evidence_page.passages import page_texts
from bulletin.layout.advice import advice
from bulletin.layout.lay_out import LaidOut
from bulletin.layout.placed import Placed
from bulletin.layout.spread import SAFE, STRETCH, Elastic, spread, white
from bulletin.pages.last_words import joined, last_words
from bulletin.pages.typeset import Pdf
from bulletin.variant import Language, Variant
from tests.conftest import ROOT, small_project, workshop

pytestmark = pytest.mark.slow

UNFITTED = ROOT / "tests/cases/unfitted"
PAGES = re.compile(r"^pages:\n(?:[ ]+- .*\n|\n)+", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("unfitted")


def project(folder: Path, name: str, pages: str = "") -> Path:
    """A project of one content, its `pages` as given; without them the program decides."""
    root, case = folder / f"{name}{len(list(folder.iterdir()))}", UNFITTED / name
    (root / "content").mkdir(parents=True)
    (root / "seeds").mkdir()
    shutil.copytree(ROOT / "templates", root / "templates")
    text = PAGES.sub("", (case / "content.yaml").read_text("utf-8")) + pages
    (root / "content" / f"{name}.yaml").write_text(text, "utf-8")
    shutil.copy(case / "glossary.yaml", root / "content/glossary.yaml")
    shutil.copy(UNFITTED / "publication.yaml", root / "content/publication.yaml")
    shutil.copy(case / "article.txt", root / "seeds/article.txt")
    return root


@cache
def made(root: Path, name: str, language: Language) -> tuple[Builder, LaidOut, Pdf]:
    builder = Builder(workshop(root), Variant(language=language))
    edition, _ = builder.edition(name)
    charts = builder.charts(edition)
    laid = builder.laid_out(edition, charts)
    return builder, laid, builder.pdf(edition, charts, builder.register(edition), laid)


def placed(page: Page) -> list[Placed]:
    return [block for block in page.blocks if isinstance(block, Placed)]


@pytest.fixture(
    scope="module", params=["bilingual", *(pytest.param(one, marks=pytest.mark.long) for one in ("zh", "en"))]
)
def qingdu(folder: Path, request: pytest.FixtureRequest) -> tuple[Builder, LaidOut, Pdf]:
    return made(project(folder, "qingdu"), "qingdu", request.param)


def test_every_page_is_one_sheet_and_nothing_leaves_its_place(qingdu: tuple[Builder, LaidOut, Pdf]) -> None:
    _, laid, pdf = qingdu
    assert pdf.pages == len(laid.edition.pages) == len(pdf.sections)
    assert pdf.pages % 2 == 0 or not laid.short, "an odd number of pages is full"
    assert all(section.sheets == 1 for section in pdf.sections)
    assert pdf.log == ()


def test_what_was_measured_is_what_is_set(qingdu: tuple[Builder, LaidOut, Pdf]) -> None:
    builder, laid, _ = qingdu
    document = builder.pages.render(laid.edition, laid.charts, builder.variant)
    found = builder.typesetter.measure(document.html, document.resources, "piece-")
    for page, body in zip(laid.edition.pages, found.bodies, strict=True):
        extents = [found.extents[one.id] for one in placed(page)]
        taken = sum(one.height for one in extents) + sum(one.gap for one in extents[page.number > 1 :])
        room = body - (found.mast if page.number == 1 else 0.0)
        assert taken <= room
        if page.number not in laid.short and any(one.more for one in placed(page)):
            assert taken == pytest.approx(room - SAFE, abs=20.0), "at its foot, within what counts as full"


def test_nothing_is_lost_and_no_half_plate_stands_alone(qingdu: tuple[Builder, LaidOut, Pdf]) -> None:
    builder, laid, _ = qingdu
    edition, _ = builder.edition("qingdu")
    assert facts(laid) == {row.id for row in builder.register(edition)} & facts(LaidOut(edition, {}, {}))
    for row in every(PlateRow, laid.edition.pages):
        assert len(row.plates) == 2 or row.plates[0].width == "full"


def facts(laid: LaidOut) -> set[str]:
    from bulletin.edition.register import shown

    return shown([[getattr(block, "block", block) for block in page.blocks] for page in laid.edition.pages])


def test_the_same_content_gives_the_same_bytes(folder: Path) -> None:
    first = made(project(folder, "weian"), "weian", "bilingual")
    again = made(project(folder, "weian"), "weian", "bilingual")
    assert first[1].edition == again[1].edition
    assert first[2].data == again[2].data


def test_pages_by_hand_stay_and_the_rest_is_laid_out(folder: Path) -> None:
    root = project(folder, "weian", "pages:\n  - [key_figures, drains]\n  - auto\n")
    _, laid, _ = made(root, "weian", "bilingual")
    assert [block for block in laid.edition.pages[0].blocks if isinstance(block, Placed)] == []
    assert len(laid.edition.pages) % 2 == 0
    assert all(placed(page) for page in laid.edition.pages[1:])


def test_auto_alone_says_what_no_pages_say(folder: Path) -> None:
    said, left = (made(project(folder, "weian", pages), "weian", "bilingual")[1] for pages in ("pages: auto\n", ""))
    assert said.edition == left.edition


def test_a_story_longer_than_two_pages_goes_on_over_as_many_as_it_takes(folder: Path) -> None:
    root = project(folder, "weian")
    path = root / "content" / "weian.yaml"
    text = path.read_text("utf-8")
    paragraphs = re.search(r"    paragraphs:\n((?:      .*\n)+)", text)
    assert paragraphs
    path.write_text(text[: paragraphs.end()] + paragraphs[1] * 9 + text[paragraphs.end() :], "utf-8")
    _, laid, pdf = made(root, "weian", "bilingual")
    blocks = [[one.block for one in placed(page)] for page in laid.edition.pages]
    stories = [[block for block in page if isinstance(block, Story) and block.id == "drains"] for page in blocks]
    assert [len(each) for each in stories[:3]] == [1, 1, 1]
    told = [paragraph for page in stories for story in page for paragraph in story.paragraphs]
    assert len(told) == 10 * paragraphs[1].count("zh:")
    assert pdf.log == ()
    assert not laid.short


def test_a_number_of_pages_is_kept(folder: Path) -> None:
    _, laid, pdf = made(project(folder, "weian", "pages: 3\n"), "weian", "bilingual")
    assert pdf.pages == len(laid.edition.pages) == 3


def test_what_cannot_be_full_says_what_helps(folder: Path) -> None:
    builder, laid, _ = made(project(folder, "liuyinqiao", "\npages: 3\n"), "liuyinqiao", "bilingual")
    edition, _ = builder.edition("liuyinqiao")
    found = advice(edition, laid)
    assert found is not None
    assert re.search(
        r"cannot be filled: 1, 2, 3\. What helps: about \d+ more lines of Chinese in canteen; or a plate of <opening>",
        found.text,
    )
    assert found.path == ("stories",)


def test_what_is_left_of_little_text_is_spread(folder: Path) -> None:
    _, laid, pdf = made(project(folder, "liuyinqiao"), "liuyinqiao", "bilingual")
    assert (pdf.pages, dict(laid.short)) == (2, {})
    assert min(page.used for page in pdf.sections) > 0.92


def test_little_text_is_one_full_page(folder: Path) -> None:
    builder, laid, pdf = made(project(folder, "liuyinqiao"), "liuyinqiao", "zh")
    edition, _ = builder.edition("liuyinqiao")
    assert (pdf.pages, dict(laid.short), advice(edition, laid)) == (1, {}, None)


def test_the_canonical_edition_has_one_page_for_the_other_readers(folder: Path) -> None:
    builder, _, _ = made(project(folder, "weian"), "weian", "bilingual")
    edition, _ = builder.edition("weian")
    assert [page.auto for page in edition.pages] == [True]
    assert len(page_texts(edition)) == 1


def test_small_contents_by_hand_are_not_touched(tmp_path: Path) -> None:
    builder = Builder(workshop(small_project(tmp_path / "project")))
    edition, _ = builder.edition("willow")
    assert builder.laid_out(edition, {}).edition is edition


def test_slack_is_shared_up_to_what_each_may_take_and_further_on_a_page_that_cannot_be_full() -> None:
    pieces = [Elastic(100, 0.0, 4.0, 10), Elastic(100, 10.0)]
    assert spread(pieces, 225 + SAFE) == [(0.0, 2.0), (5.0, 0.0)]
    assert spread(pieces, 400) == [(0.0, 4.0 * STRETCH), (10.0 * STRETCH, 0.0)]
    assert spread(pieces, 150) == [(0.0, 0.0), (0.0, 0.0)]
    assert white(pieces, 225 + SAFE) == 0
    assert white(pieces, 400 + SAFE) == 200 - 50 * STRETCH


def test_a_lead_dominates_the_front_and_no_column_of_the_notes_stands_empty(folder: Path) -> None:
    """What is seen on the page: the head in one line over the whole width, the sources under the notes."""
    builder, laid, pdf = made(project(folder, "weian"), "weian", "bilingual")
    document = builder.pages.render(laid.edition, laid.charts, builder.variant, leading=laid.leading)
    head = document.html.split('<header class="over">')[1].split("</header>")[0]
    assert head.count("<h2") == 2
    assert "<br>" not in head
    assert document.html.count('<header class="over">') == 1
    notes = [one for page in laid.edition.pages for one in placed(page) if isinstance(one.block, Notes)]
    assert [one.look.split()[-1] for one in notes] == ["wide"]
    assert [section.used >= 0.92 for section in pdf.sections] == [True, True], "two pages; four of 70 % before"


def test_no_character_and_no_word_is_alone_on_the_last_line_of_a_paragraph(folder: Path) -> None:
    builder, laid, _ = made(project(folder, "weian"), "weian", "bilingual")
    document = builder.pages.render(laid.edition, laid.charts, builder.variant, leading=laid.leading)
    engine = builder.typesetter._engine
    engine._fetcher.resources = document.resources
    _, pages = engine._lay_out(document.html)
    last = list(last_lines(pages))
    assert len(last) >= 10
    for text, chinese in last:
        assert len(re.findall(r"[\u4e00-\u9fff]" if chinese else r"\S+", text)) >= 2, text


def last_lines(pages: list[Any]) -> Iterator[tuple[str, bool]]:
    """Of every paragraph of more than one line, and whether it is Chinese."""
    for box in (box for page in pages for box in page.descendants()):
        lines = [child for child in getattr(box, "children", ()) if type(child).__name__ == "LineBox"]
        if box.element_tag == "p" and box.element.get("class") is None and len(lines) > 1:
            words = [each.text for each in lines[-1].descendants() if type(each).__name__ == "TextBox"]
            yield "".join(words).strip(), box.style["lang"].startswith("zh")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("下雨前上门提醒，雨停后回访。", "回访。"),
        ("They call before it rains and come back when it has stopped.", "has stopped."),
        ("共有108户。", ""),
        ("共有108处水塘。", "水塘。"),
        ("", ""),
        ("One", ""),
        ("They have internationalization responsibilities.", ""),
    ],
)
def test_the_last_words_stay_together_but_numbers_are_left_whole(text: str, kept: str) -> None:
    at = last_words(text)
    assert (text[at:] if at else "") == kept


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        ("up 122 percent", "up 122\u00a0percent"),
        ("all five communities", "all five\u00a0communities"),
        ("60人", "60人"),
    ],
)
def test_the_last_word_of_a_figure_is_not_alone(figure: str, kept: str) -> None:
    assert joined(figure) == kept
