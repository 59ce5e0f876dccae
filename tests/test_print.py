"""The real bulletins as they are printed: words found by search, justified lines, and what the press edition says."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer

from bulletin.blocks.briefs.edit import Briefs
from bulletin.blocks.notes.edit import Notes
from bulletin.blocks.story.edit import Story
from bulletin.edition.blocks import Edition, Figure, Pair, Run
from bulletin.press.profile import STAND_INS
from bulletin.proofing.reading import read_pdf
from bulletin.variant import OFFICE, Variant
from tests.conftest import REQUIRED, tool
from tests.real import builder, made

pytestmark = pytest.mark.slow

NAMES = ("yimalu", "xidajie", "jingchenglu", "linshanzhai", "dufulu")
FEWER = {"dufulu": 10, "yimalu": 5}  # these articles hold few numbers
NOT_FIRST, NOT_LAST = set("，。、；：！？）》”’】…—"), set("（《“‘【")
FLUSH, SLACK = 0.88, 0.7  # pt; a line that the limit of stretching does not fill stays open


def pdf(name: str, variant: Variant = OFFICE) -> bytes:
    return made(name, variant).files[f"{variant.stem(name)}.pdf"]


# ---------------------------------------------------------------------------------------------- search


def phrases(edition: Edition) -> list[str]:
    """Chinese with digits from stories, briefs and notes: some characters and the figure that follows them."""
    found = []
    for block in (block for page in edition.pages for block in page.blocks):
        texts = [paragraph.text for paragraph in block.paragraphs] if isinstance(block, Story) else []
        texts += [brief.text for brief in block.items] if isinstance(block, Briefs) else []
        texts += list(block.notes) if isinstance(block, Notes) else []
        found += [phrase for pair in texts for phrase in _phrases(pair)]
    return list(dict.fromkeys(found))


def _phrases(pair: Pair) -> Iterator[str]:
    for before, figure in pairwise(pair.zh):
        if isinstance(before, Run) and isinstance(figure, Figure) and re.search(r"\d", figure.text):
            words = re.search(r"[一-鿿]{1,6}$", before.text)
            if words:
                yield words[0] + figure.text


def by_poppler(data: bytes) -> str:
    """What pdftotext reads: like PDFium it heeds ActualText; pdfminer does not."""
    return subprocess.run(
        [tool("pdftotext"), "-raw", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("name", NAMES)
def test_twenty_phrases_with_digits_are_found_by_two_extractors(name: str) -> None:
    wanted = phrases(builder().bulletin(name)[0])[:20]
    assert len(wanted) >= FEWER.get(name, 20)
    for text in ("".join(part.text for part in read_pdf(pdf(name))), by_poppler(pdf(name))):
        searched = re.sub(r"[\r\n]", "", text)
        assert [phrase for phrase in wanted if phrase not in searched] == []


# ---------------------------------------------------------------------------------------------- lines

Line = tuple[LTChar, ...]


def lines(data: bytes, size: float, left: float) -> list[list[Line]]:
    """On each page the lines of Chinese serif text of `size` pt that begin at `left`, from the top down."""
    pages = []
    for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None)):
        rows: dict[float, list[LTChar]] = {}
        chars = list(_chars(page))
        for char in chars:
            if "Serif-CJK" in char.fontname and abs(char.size - size) < 0.2:
                rows.setdefault(round(char.matrix[5], 1), []).append(char)
        raised = [char for char in chars if char.size < 6.4 and char.get_text().isdigit()]
        pages.append([_with_raised(line, raised) for line in _columns(rows, size, left)])
    return pages


def _with_raised(line: Line, raised: list[LTChar]) -> Line:
    """The line with the raised number that ends it, if one does."""
    for char in sorted(raised, key=lambda char: char.x0):
        if 1 < char.matrix[5] - line[0].matrix[5] < 6 and -0.2 < char.x0 - line[-1].x1 < 1.6:
            line = (*line, char)
    return line


def _chars(container: LTContainer) -> Iterator[LTChar]:  # type: ignore[type-arg]
    for thing in container:
        if isinstance(thing, LTChar):
            yield thing
        elif isinstance(thing, LTContainer):
            yield from _chars(thing)


def _columns(rows: dict[float, list[LTChar]], size: float, left: float) -> Iterator[Line]:
    """Only what belongs to the column: a gap of more than two ems ends it."""
    for y in sorted(rows, reverse=True):
        row = sorted(rows[y], key=lambda char: char.x0)
        if abs(row[0].x0 - left) > size:
            continue
        kept = [row[0]]
        for char in row[1:]:
            if char.x0 - kept[-1].x1 > 2 * size and kept[-1].x1 - left > 8 * size:
                break
            kept.append(char)
        yield tuple(kept)


COLUMNS = {10.5: 21 * 10.5}
"""Size of Chinese text and the width of its column in pt: whole ems (templates/styles/bulletin.css)."""
LEFT, LEADING = 16 * 72 / 25.4, 1.76


def justified(name: str) -> list[tuple[Line, float]]:
    """The lines that another line of the same paragraph follows, with the width of their column."""
    found = []
    for size, width in COLUMNS.items():
        for page in lines(pdf(name), size, LEFT):
            for line, after in pairwise(page):
                if line[0].matrix[5] - after[0].matrix[5] < LEADING * size:
                    found.append((line, width))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_nearly_all_justified_lines_are_flush_to_both_edges(name: str) -> None:
    checked = justified(name)
    assert len(checked) >= 15
    ragged = ["".join(char.get_text() for char in line) for line, width in checked if not _is_flush(line, width)]
    assert len(ragged) <= max(1, (1 - FLUSH) * len(checked)), ragged


def _is_flush(line: Line, width: float) -> bool:
    """The blank half of a mark may hang out; a raised number has 0.8 pt of air behind it."""
    first, last = line[0], line[-1]
    hangs = 0.55 * last.size if last.get_text() in NOT_FIRST else 0.0
    return first.x0 - LEFT < SLACK + 0.1 and -SLACK - 0.8 * (last.size < 6.4) < last.x1 - LEFT - width < SLACK + hangs


@pytest.mark.parametrize("name", NAMES)
def test_no_line_begins_or_ends_with_what_it_must_not(name: str) -> None:
    checked = [line for line, _ in justified(name)]
    assert len(checked) >= 15
    assert [line[0].get_text() for line in checked if line[0].get_text() in NOT_FIRST] == []
    assert [line[-1].get_text() for line in checked if line[-1].get_text() in NOT_LAST] == []


# ---------------------------------------------------------------------------------------------- the press

needs_profile = pytest.mark.skipif(
    not REQUIRED and not Path(STAND_INS[0]).is_file() and not list(Path("/").glob(STAND_INS[1].lstrip("/"))),
    reason="no stand-in profile: apt-get install libgs-common",
)


@needs_profile
def test_the_press_edition_has_the_same_words_on_the_same_pages() -> None:
    office, press = (pdf("jingchenglu", variant) for variant in (OFFICE, Variant("press")))
    for one, other in zip(read_pdf(office), read_pdf(press), strict=True):
        assert Counter(re.sub(r"\s", "", one.text)) == Counter(re.sub(r"\s", "", other.text))


@needs_profile
def test_the_imposed_sheet_holds_the_pages_in_order() -> None:
    sheets = made("yimalu", Variant("press", "zh")).files["yimalu.zh.a3.pdf"]  # four pages, one folded sheet
    document = pypdfium2.PdfDocument(sheets)
    numbers = []
    for sheet in document:
        text, middle = sheet.get_textpage(), sheet.get_width() / 2
        for left, right in ((middle - 150, middle - 40), (sheet.get_width() - 180, sheet.get_width() - 60)):
            foot = text.get_text_bounded(left=left, right=right, bottom=40, top=63)
            numbers.append(int(re.findall(r"\d+", foot)[-1]))
    document.close()
    assert numbers == [4, 1, 2, 3]
