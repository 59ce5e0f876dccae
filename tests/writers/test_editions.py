"""Editions in one language: no words of the other, valid, and pages that are filled."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pypdfium2
import pytest
from lxml import html as lxml_html

from bulletin.blocks.story.edit import Story
from bulletin.build import Builder
from bulletin.charts.draw import Chart
from bulletin.edition.blocks import Break, Edition, Figure, Pair, Run, plain
from bulletin.made import Made
from bulletin.pages.density import DENSITIES, LEAST_GAP, MEASURE, at_density, emptiest, fitted, gap
from bulletin.pages.lines import Lines
from bulletin.pages.typeset import PageFill, Pdf
from bulletin.project import Project
from bulletin.proofing.reading import read_pdf
from bulletin.variant import Variant
from bulletin.workshop import Workshop
from tests.conftest import ROOT, workshop
from tests.test_gate import sound
from tests.writers.verapdf import validate

pytestmark = pytest.mark.slow

NAME = "dufulu"
ALONE: tuple[Literal["zh", "en"], ...] = ("zh", "en")
QUOTED = re.compile(r"\([0-9一-鿿、“”]+\)")  # a term beside its translation
HAN, ENGLISH = re.compile(r"[一-鿿]"), re.compile(r"\b[A-Za-z]{2,} [a-z]{2,}\b")


@cache
def press(language: Literal["zh", "en"]) -> Builder:
    return Builder(Workshop(Project.at(ROOT), [NAME]), Variant("office", language))


@cache
def edition(language: Literal["zh", "en"]) -> tuple[Edition, dict[str, Chart]]:
    made = press(language).bulletin(NAME)[0]
    return made, press(language).charts(made)


@cache
def made(language: Literal["zh", "en"]) -> Made:
    return press(language).make(NAME, ("pdf", "docx"))


EM = 9.75


def document(language: Literal["zh", "en"]) -> Any:
    rendered = press(language).pages.render(*edition(language), Variant("office", language))
    return lxml_html.fromstring(rendered.html)


def words_outside(root: Any, language: str) -> list[str]:
    """Text and alternative text that is not marked as being in `language`."""
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "script", "head", "meta", "title", "link"):
            continue
        spoken = next(up.get("lang") for up in (element, *element.iterancestors()) if up.get("lang"))
        if not spoken.startswith(language):
            found += [element.text or "", element.get("alt") or ""]
        parent = next((up.get("lang") for up in element.iterancestors() if up.get("lang")), "")
        if not parent.startswith(language):
            found.append(element.tail or "")
    return [text.strip() for text in found if text.strip()]


def test_the_english_edition_speaks_chinese_only_where_it_is_marked_or_quoted() -> None:
    root = document("en")
    assert root.get("lang") == "en"
    assert len(words_outside(root, "zh")) > 100
    bare = [QUOTED.sub("", text) for text in words_outside(root, "zh")]
    assert [text for text in bare if HAN.search(text)] == []


def test_the_chinese_edition_holds_no_english_prose() -> None:
    root = document("zh")
    assert root.get("lang") == "zh-Hans"
    spoken = words_outside(root, "en")
    assert len(spoken) > 100
    assert [text for text in spoken if ENGLISH.search(re.sub(r"SHA-256|Source|\S+\.txt", "", text))] == []


@pytest.mark.parametrize("language", ALONE)
def test_charts_speak_one_language(language: Literal["zh", "en"]) -> None:
    labels = [label.text for chart in edition(language)[1].values() for label in chart.drawing.labels]
    assert len(labels) >= 5
    other = ENGLISH if language == "zh" else HAN
    assert [text for text in labels if other.search(text)] == []


@pytest.mark.parametrize("language", ALONE)
def test_the_file_is_a_pdf_of_its_own_with_title_and_language(language: Literal["zh", "en"]) -> None:
    assert set(made(language).files) == {f"{NAME}.{language}.pdf"}, "and no draft"
    with pikepdf.open(io.BytesIO(made(language).files[f"{NAME}.{language}.pdf"])) as pdf:
        assert pdf.Root.Lang == Variant("office", language).tag
        assert bool(HAN.search(str(pdf.docinfo.Title))) == (language == "zh")
        assert f"{NAME}.yaml" in pdf.attachments


@pytest.mark.parametrize("language", ALONE)
def test_it_passes_verapdf(language: Literal["zh", "en"], tmp_path: Path) -> None:
    path = tmp_path / f"{language}.pdf"
    path.write_bytes(made(language).files[f"{NAME}.{language}.pdf"])
    assert validate(path) == {"PDFA_3_A": [], "PDFUA_1": []}


@pytest.mark.parametrize("language", ALONE)
def test_fewer_or_as_many_pages_and_none_of_them_half_empty(language: Literal["zh", "en"]) -> None:
    fit = made(language).fit
    assert 2 <= len(fit) <= 4
    assert min(page.used for page in fit) > 0.75


@pytest.mark.parametrize("language", ALONE)
def test_no_title_is_left_behind_at_the_foot_of_a_page(language: Literal["zh", "en"]) -> None:
    pages = [re.sub(r"\s", "", part.text) for part in read_pdf(made(language).files[f"{NAME}.{language}.pdf"])]
    stories = [block for page in edition(language)[0].pages for block in page.blocks if isinstance(block, Story)]
    assert len(stories) >= 4
    for story in stories:
        head = re.sub(r"\s", "", getattr(story.kicker, language) + plain(getattr(story.title, language)))
        opening = re.sub(r"\s", "", plain(getattr((story.paragraphs[0].head or story.paragraphs[0].text), language)))[
            :12
        ]
        assert any(head + opening in page for page in pages), head


def test_every_figure_of_the_stories_is_in_the_chinese_pages() -> None:
    text = re.sub(r"[\s\u2060]", "", "".join(part.text for part in read_pdf(made("zh").files[f"{NAME}.zh.pdf"])))
    blocks = [block for page in edition("zh")[0].pages for block in page.blocks]
    pairs = [paragraph.text for block in blocks for paragraph in getattr(block, "paragraphs", ())]
    shown = [piece.text for pair in pairs for piece in pair.zh if isinstance(piece, Figure)]
    assert len(shown) > 10
    assert [figure for figure in shown if figure not in text] == []


# ---------------------------------------------------------------------------------------------- small parts


def test_raised_numbers_that_stand_in_chinese_alone_come_along() -> None:
    pair = Pair((Run("来源"), Figure("", "a", 3), Figure("", "b", 4)), (Run("Source"), Figure("", "b", 4)))
    assert re.findall(r">\u202f(\d)</a>", str(Lines("en").say(pair))) == ["4", "3"]
    assert re.findall(r">\u202f(\d)</a>", str(Lines("zh").say(pair))) == ["3", "4"]


def test_a_sheet_at_another_density_keeps_its_lines_and_pages() -> None:
    css = "@page { margin: 10pt }\np { font: 700 10pt/20pt x; border: .4pt solid; width: 30mm }"
    assert at_density(css, 1.1, EM) == (
        f"@page {{ margin: 10pt }}\n:root {{ --gap: {gap(1.1, EM):.3f}pt }}\n\n"
        "p { font: 700 11pt/22pt x; border: .4pt solid; width: 30mm }"
    )


@pytest.mark.parametrize("em", [EM, 10.5, 14])
@pytest.mark.parametrize("density", DENSITIES)
def test_columns_are_whole_ems_at_every_density(density: float, em: float) -> None:
    column = (MEASURE - gap(density, em)) / 2 / (em * density)
    assert column == pytest.approx(round(column))
    assert gap(density, em) >= LEAST_GAP


def test_the_first_setting_that_fills_its_pages_is_taken_or_else_the_fullest() -> None:
    def typeset(least: dict[float, float]) -> tuple[Pdf, list[float]]:
        tried: list[float] = []

        def one(density: float) -> Pdf:
            tried.append(density)
            return Pdf(b"", 1, (PageFill(1, least.get(density, 0.3)),), ())

        return fitted(one), tried

    well, tried = typeset({1.0: 0.5, 0.97: 0.9})
    assert (emptiest(well), tried) == (0.9, [1.0, 0.97])
    best, tried = typeset({0.94: 0.8})
    assert emptiest(best) == 0.8 and tried == list(DENSITIES)


@pytest.mark.parametrize("language", ALONE)
def test_raised_numbers_that_follow_each_other_stand_apart(language: Literal["zh", "en"], tmp_path: Path) -> None:
    """15 16 17 under a chart are three references, not one number of six digits."""
    data = Builder(workshop(sound(tmp_path / "project")), Variant("office", language)).make("willow", ("pdf",)).files
    with pypdfium2.PdfDocument(data[f"willow.{language}.pdf"]) as pdf:
        page = pdf[0].get_textpage()
        text = page.get_text_range()
        source = {"zh": "来源：报道原文", "en": "Source: the article"}[language]
        found = max(re.finditer(rf"{source}[\d\s\u2060]+", text), key=lambda match: sum(map(str.isdigit, match[0])))
        digits = [i for i in range(*found.span()) if text[i].isdigit()]
        boxes = [page.get_charbox(i) for i in digits]
        page.close()
    gaps = [after[0] - before[2] for before, after in pairwise(boxes)]
    assert len(digits) > 4
    assert sum(gap > 1 for gap in gaps) == 2, gaps


@pytest.mark.parametrize("language", ["bilingual", *ALONE])
def test_only_a_raised_number_right_behind_another_stands_apart(language: Literal["bilingual", "zh", "en"]) -> None:
    """In CSS `a + a` are neighbours whatever words stand between them: the mark is put by who knows the words."""
    both = (Run("路"), Figure("3条", "a", 1), Figure("", "b", 2))
    line = (*both, Run("，灯"), Figure("5盏", "c", 3), Break(), Figure("", "d", 4))
    made = str(Lines(language).set(line))
    assert re.findall(r'<a class="([^"]*)"', made) == ["r", "r next shut", "r", "r"]
    for sheet in ("bulletin", "single"):
        css = (ROOT / "templates" / "styles" / f"{sheet}.css").read_text(encoding="utf-8")
        assert ".r.next" in css
        assert not re.search(r"\.r\s*\+\s*\.r", css)
