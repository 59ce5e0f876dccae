"""Chinese lines are set as CLREQ asks, on a long random text at many measures."""

import inspect
import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
import weasyprint
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextBox
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from benchmarks.lines import glyphs, layouts
from bulletin.pages import clreq, han
from bulletin.pages.pdf import Typesetter
from tests.conftest import ROOT, tool

SIZE = 13.0  # px: 9.75 pt
MEASURES = [12 + step * 0.61 for step in range(33)]  # em, up to 31.5; no column of ours is narrower
NO_START = set("，。、；：？！”’）》】』」〉〕〗．%")
NO_END = set("“‘（《【『「〈〔〖")
WORDS = re.findall(
    "..",
    "街道社区排查隐患整改居民项目投资建成完成推进党建安置群众学习教育环境卫生道路提升活动服务"
    "中心工作组织全面落实按照要求通过方式问题及时处理同时其中以及目前已经开展进行加强管理建设",
)
LATIN = ["2018", "5400", "19970", "7.392", "APP", "2", "114", "Wi-Fi", "24", "100%", "4500"]


def paragraph(random: Random, marked: bool) -> str:
    """About 180 characters of what newspapers print: numbers, quotes, lists, brackets, now and then a raised number."""
    parts: list[str] = []
    for _ in range(24):
        parts += random.choices(WORDS, k=random.randint(1, 4))
        roll = random.random()
        if roll < 0.3:
            parts.append(random.choice(LATIN))
        elif roll < 0.45:
            parts.append(f"“{random.choice(WORDS)}”" + random.choice(["", "，", "、“两学一做”", "（一期）"]))
        elif roll < 0.55:
            parts.append(f"《{random.choice(WORDS)}》（{random.choice(LATIN)}）")
        elif roll < 0.65 and marked:
            parts.append(random.choice(["<b>4500</b>余条", '\u2060<a href="#x"><sup>12</sup></a>', "<b>重点</b>"]))
        elif roll < 0.7:
            parts.append("——")
        parts.append(random.choice(["，", "、", "。", "；", "", "", "："]))
    return "".join(parts) + "。"


@dataclass(frozen=True)
class Line:
    """A line as it was laid out; px."""

    text: str
    left: float
    right: float
    measure: float
    last: bool


def lines(document: Any, tag: str = "p") -> Iterator[Line]:
    for page in document.pages:
        for block in page._page_box.descendants():
            found = [box for box in getattr(block, "children", ()) if isinstance(box, boxes.LineBox)]
            for line in found if block.element_tag == tag else ():
                text = "".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
                left = line.position_x - block.content_box_x()
                yield Line(text.strip("\u2060 "), left, left + line.width, block.width, line is found[-1])


@pytest.fixture(scope="module")
def fonts(typesetter: Typesetter) -> FontConfiguration:
    """The typesetter has put our faces and our line setting in place."""
    return FontConfiguration()


def render(fonts: FontConfiguration, body: str, language: str = "zh-Hans") -> Any:
    html = f"""<html lang="{language}"><style>@page {{ size: 210mm 4000mm; margin: 10mm }}
    body {{ font: {SIZE}px/1.7 'Noto Serif CJK SC', 'Source Serif Pro'; text-align: justify; margin: 0 }}
    p {{ margin: 0 0 8px }} sup {{ font-size: 8px; line-height: 0 }}</style><div id="x"></div>{body}"""
    return weasyprint.HTML(string=html).render(font_config=fonts)


@pytest.fixture(scope="module")
def set_lines(fonts: FontConfiguration) -> list[Line]:
    random = Random(2018)
    body = "".join(
        f'<p style="width: {measure * SIZE:.2f}px">{paragraph(random, marked=True)}</p>'
        for measure in MEASURES
        for _ in range(3)
    )
    found = list(lines(render(fonts, body)))
    assert len(found) > 1000
    return found


def test_weasyprint_still_has_what_we_replace() -> None:
    """A new release that renames or changes one of these must be looked at, not taken."""
    assert weasyprint.__version__ == "70.0"
    for name, (_, signature) in han.TOUCHED.items():
        assert str(inspect.signature(han._theirs[name])) == signature


def test_justified_lines_are_flush(set_lines: list[Line]) -> None:
    """In columns of ours, which are 20 em and wider; one that cannot be filled within the limit stays open."""
    full = [line for line in set_lines if not line.last and line.measure >= 20 * SIZE]
    flush = [line for line in full if abs(line.left) < 0.02 and abs(line.right - line.measure) < 0.02]
    assert len(full) > 400 and len(flush) / len(full) >= 0.98


def test_no_line_is_wider_than_its_column(set_lines: list[Line]) -> None:
    assert max(line.right - line.measure for line in set_lines) < 0.02
    assert min(line.left for line in set_lines) >= 0


def test_no_forbidden_mark_begins_or_ends_a_line(set_lines: list[Line]) -> None:
    assert [line.text for line in set_lines if line.text[0] in NO_START] == []
    assert [line.text for line in set_lines if line.text[-1] in NO_END] == []
    assert [line.text for line in set_lines if re.match(r"12(?!\d)", line.text)] == [], "a raised number"


def test_dots_strokes_and_units_stay_with_what_they_follow(fonts: FontConfiguration) -> None:
    text = "中国·郑州·荥阳，托马斯·杰斐逊到访，2018—2019年期间气温3～5℃，每1㎡补贴甲／乙两类" * 3
    body = "".join(f'<p style="width: {width}px">{text}</p>' for width in range(150, 420, 3))
    found = list(lines(render(fonts, body)))
    assert len(found) > 500 and [line.text for line in found if line.text[0] in "·～／㎡℃—"] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("聘用协管60人", "人"),
        ("投资3.6亿元", "亿元"),
        ("投入1000多万元", "万元"),  # may be parted before 多: in one piece it would tear holes
        ("拆除26419立方米", "方米"),
        ("在15.75平方公里内", "方公里"),
        ("记者张三，文/图", "/图"),
    ],
)
def test_a_number_is_not_parted_from_what_it_counts(text: str, kept: str) -> None:
    assert "".join(text[place] for place in clreq.clinging(text)) == kept


def test_without_our_setting_lines_are_ragged(fonts: FontConfiguration) -> None:
    """The measure of the tests above: what they assert is our doing."""
    body = "".join(f'<p style="width: 280px">{paragraph(Random(seed), False)}</p>' for seed in range(6))
    han.uninstall()
    try:
        full = [line for line in lines(render(fonts, body)) if not line.last]
    finally:
        han.install()
    assert sum(line.right == line.measure for line in full) < 0.3 * len(full)


def test_no_line_is_loose(fonts: FontConfiguration) -> None:
    """Between two characters there is less than a tenth of an em in the PDF; filled line by line, there is more."""
    body = "".join(f'<p style="width: 286px">{paragraph(Random(seed), False)}</p>' for seed in range(8))
    assert max(_gaps(render(fonts, body).write_pdf())) < 0.1
    assert min(_gaps(render(fonts, body).write_pdf())) > -0.01, "characters are never pressed together, marks are"


def test_the_glyphs_stand_where_the_boxes_say(fonts: FontConfiguration) -> None:
    """In the PDF, the right edges of full lines agree to a tenth of a point, and lines of one mark begin flush."""
    body = "".join(f'<p style="width: 286px">{paragraph(Random(seed), False)}</p>' for seed in range(8))
    document = render(fonts, body)
    full = [line for line in lines(document) if line.text[-1] > "一" and line.text[-1] not in NO_START]
    assert len(full) > 40 and not any(line.last for line in full)
    rights = _right_edges(document.write_pdf())
    assert len(rights) == len(full)
    edges = [10 * 72 / 25.4 + line.right * 0.75 for line in full]
    assert max(abs(right - edge) for right, edge in zip(rights, edges, strict=True)) < 0.05
    assert sum(abs(line.right - 286) < 0.02 for line in full) > 0.95 * len(full)


def test_text_comes_out_clean(fonts: FontConfiguration, tmp_path: Path) -> None:
    """Gaps are not spaces: what is searched for is found, in two extractors."""
    sources = [paragraph(Random(seed), marked=seed > 5) for seed in range(12)]
    body = "".join(f'<p style="width: {240 + 9 * seed}px">{text}</p>' for seed, text in enumerate(sources))
    path = tmp_path / "clean.pdf"
    render(fonts, body).write_pdf(path)
    shown = subprocess.run([tool("pdftotext"), "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    document = pypdfium2.PdfDocument(path)
    found = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    for extracted in (shown, found):
        joined = re.sub(r"[\r\n\x0c\ufffe]+", "", extracted).replace("\x02", "-")  # PDFium's hyphen at a line end
        assert all(re.sub("<.*?>|\u2060", "", text) in joined for text in sources)


def test_english_is_untouched(fonts: FontConfiguration) -> None:
    body = '<p style="width: 190px">Grid workers found “more than” 5,400 hazards in 2018; 京城路 too, of all.</p>'
    ours = [(line.text, line.right) for line in lines(render(fonts, body, "en"))]
    han.uninstall()
    try:
        theirs = [(line.text, line.right) for line in lines(render(fonts, body, "en"))]
    finally:
        han.install()
    assert ours == theirs and len(ours) > 2


def test_installing_twice_changes_nothing() -> None:
    han.install()
    assert all(getattr(owner, name) is not han._theirs[name] for name, (owner, _) in han.TOUCHED.items())
    assert all(han._theirs[name].__module__.startswith("weasyprint") for name in han.TOUCHED)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("街道，社区", [0, 2, 3]),  # after a mark, never before it
        ("他说：“好”", [0, 2]),  # not inside quotes
        ("共5400条", [0, 4]),  # where scripts meet, not inside the number
        ("第——二", [0, 2]),  # a dash is one piece
        ("条\u206012余", [3]),  # the raised number stays close, what follows may move
        ("图\ufffc图", []),
    ],
)
def test_where_a_line_may_stretch(text: str, places: list[int]) -> None:
    assert clreq.stretchable(text) == places


def test_where_a_line_may_stretch_in_need() -> None:
    assert clreq.stretchable("他说：“好”——", brackets=True) == [0, 1, 2, 3, 4, 5]


def test_marks_side_by_side_are_squeezed() -> None:
    assert clreq.squeezed("好”。“（一）”，") == [1, 3, 4, 6, 7]
    assert clreq.opens("“好") == 0 and clreq.closes("好。\u2060") == 1
    assert clreq.opens("好“") is None and clreq.closes("。好") is None


def _right_edges(data: bytes) -> list[float]:
    """For each line that ends in a Han character, where its last advance ends; pt. pdfminer reads no ActualText."""
    (page,) = extract_pages(io.BytesIO(data))
    found = [line for box in page if isinstance(box, LTTextBox) for line in box]
    texts = [(line.get_text().strip(), line.x1) for line in found]
    return [right for text, right in texts if text[-1] > "一" and text[-1] not in NO_START]


def _gaps(data: bytes) -> list[float]:
    """em between all Chinese characters side by side."""
    rows: dict[float, list[Any]] = {}
    for glyph in (glyph for page in layouts(data) for glyph in glyphs(page)):
        rows.setdefault(round(glyph.matrix[5], 1), []).append(glyph)
    pairs = [pair for row in rows.values() for pair in pairwise(sorted(row, key=lambda glyph: glyph.matrix[4]))]
    return [
        (b.matrix[4] - a.matrix[4]) / a.size - 1
        for a, b in pairs
        if all("一" <= one.get_text() <= "鿿" for one in (a, b)) and a.size == b.size
    ]


@pytest.mark.parametrize(
    ("head", "measure", "parted"),
    [
        ("冯寨、康寨安置房基本具备验收条件", 9, ["冯寨、康寨安置房", "基本具备验收条件"]),
        ("老旧小区改不改，居民说了算", 9, ["老旧小区改不改，", "居民说了算"]),
        ("并排列出的数字，口径不一", 9, ["并排列出的数字，", "口径不一"]),
        ("网格设到船头，医疗船开到湖心岛", 11, ["网格设到船头，医疗船", "开到湖心岛"]),
    ],
)
def test_a_head_parts_between_phrases_where_a_paragraph_would_not(
    fonts: FontConfiguration, head: str, measure: float, parted: list[str]
) -> None:
    box = '<p style="text-align: left; overflow-wrap: anywhere; hyphens: {}; width: {}px">{}</p>'
    given = [box.format(hyphens, measure * SIZE, head) for hyphens in ("auto", "manual")]
    own, plain = ([line.text for line in lines(render(fonts, body))] for body in given)
    assert own == parted != plain
    assert "".join(plain) == "".join(parted)


def test_no_head_is_wider_than_four_characters_where_its_column_has_no_more(fonts: FontConfiguration) -> None:
    box = '<p style="text-align: left; overflow-wrap: anywhere; hyphens: auto; width: {}px">{}</p>'
    heads = ("写明面积的党群服务场所进度未述", "同名荣誉，级别不尽相同", "马克思主义学院")
    found = list(lines(render(fonts, "".join(box.format(4 * SIZE, head) for head in heads))))
    assert len(found) > 8 and max(line.right - line.measure for line in found) < 0.02


def test_what_touches_stays_apart_and_what_overlaps_is_one() -> None:
    assert list(han._whole({1, 3, 4, 9})) == [(0, 2), (2, 3), (8, 2)]


@pytest.mark.parametrize("name", ["bulletin", "single"])
def test_heads_of_both_sheets_part_so(fonts: FontConfiguration, name: str) -> None:
    sheet = (ROOT / "templates" / "styles" / f"{name}.css").read_text(encoding="utf-8")
    head = '<h2 lang="zh-Hans" style="font-size: 16px; width: 144px">并排列出的数字，口径不一</h2>'
    assert [line.text for line in lines(render(fonts, f"<style>{sheet}</style>{head}"), "h2")] == [
        "并排列出的数字，",
        "口径不一",
    ]
