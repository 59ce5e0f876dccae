"""What stands close on a page and what stays whole, read from pages as they are set."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest

from bulletin.blocks.projects.edit import Tracker, TrackerRow
from bulletin.blocks.story.edit import Paragraph, Story
from bulletin.blocks.terms.edit import TermEntry, Terms
from bulletin.edition.blocks import Amount, Block, Caption, Edition, Masthead, Page, PlateRow, StripItem
from bulletin.edition.text import Both, Figure, Pair, Run
from bulletin.edition.themes import BAND, read_theme
from bulletin.layout.placed import Placed
from bulletin.pages.html import Pages
from bulletin.pages.pdf import Typesetter
from bulletin.plates.list.edit import ListingPlate
from bulletin.problems import Place
from bulletin.project import Project
from bulletin.variant import Language, Variant
from tests.conftest import ROOT, house_words

CREATED = datetime(2018, 11, 30, tzinfo=UTC)
HEAD = Masthead(Both("简报", "Bulletin"), Both("郑州", "Zhengzhou"), Both("2018年", "2018"))


@dataclass(frozen=True)
class Seen:
    """The characters of a page in their order, each with its box: left, bottom, right, top in pt."""

    text: str
    boxes: tuple[tuple[float, float, float, float], ...]

    def of(self, words: str) -> tuple[tuple[float, float, float, float], ...]:
        """The boxes of the first place of these words."""
        at = self.text.index(words)
        return self.boxes[at : at + len(words)]


@pytest.fixture(scope="module")
def see(typesetter: Typesetter) -> Callable[..., Seen]:
    """Sets blocks on a page of their own, and reads it."""

    def seen(blocks: Sequence[Block], language: Language = "bilingual", columns: int = 3, look: str = "") -> Seen:
        placed = tuple(Placed(one, f"piece-1-{n}", 0, 0, look=look, columns=columns) for n, one in enumerate(blocks))
        edition = Edition(
            name="willow",
            masthead=HEAD,
            foot=Both("编辑部", "The editors"),
            accent="teal",
            pages=(Page(1, placed),),
            words=house_words().all(),
            subject=Both("题", "subject"),
            keywords=(),
        )
        variant = Variant(language=language)
        theme = read_theme(Project.at(ROOT), BAND, Place("content/publication.yaml"))
        document = Pages(ROOT / "templates", theme, "standard").render(edition, {}, variant)
        rows = "".join(f'<p id="e-{row}">x</p>' for row in (6, 7))  # that raised numbers lead to
        made = typesetter.typeset(
            document.html.replace("</main>", f"{rows}</main>"),
            document.resources,
            title=document.title,
            language=variant.tag,
            created=CREATED,
        )
        return _read(made.data)

    return seen


def _read(data: bytes) -> Seen:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        page = pdf[0].get_textpage()
        all_of = [(page.get_text_range(n, 1), page.get_charbox(n)) for n in range(page.count_chars())]
        page.close()
    kept: list[Any] = [(char, box) for char, box in all_of if char.strip() and char.isprintable()]
    return Seen("".join(char for char, _ in kept), tuple(box for _, box in kept))


def story(zh: tuple[Any, ...], en: tuple[Any, ...]) -> Story:
    text = Pair(zh, en)
    return Story("a", Both("栏", "Kicker"), Pair((Run("题"),), (Run("Title"),)), (Paragraph(text),), ())


@pytest.mark.parametrize(("language", "mark"), [("en", "."), ("en", ","), ("zh", "，"), ("bilingual", ".")])
def test_a_mark_stands_close_to_the_raised_number_before_it(
    language: Language, mark: str, see: Callable[..., Seen]
) -> None:
    """word⁷. and no gap before the stop; a word that follows keeps its distance."""
    figure = Figure("85", "a", 7)
    zh = (Run("新建"), figure, Run("，又改造"), Figure("96", "b", 6), Run("处，都好。"))
    en = (Run("There are "), figure, Run(f"{mark} and then "), Figure("96", "b", 6), Run(" more of them."))
    seen = see([story(zh, en)], language)
    words, digit = seen.of(f"857{mark}"), 2
    assert words[digit + 1][0] - words[digit][2] < (2.6 if mark == "，" else 1.2), "the stop is no word of its own"
    following = seen.of("966处" if language == "zh" else "966more")
    assert following[3][0] - following[2][2] > (1.0 if language == "zh" else 2.4)


@pytest.mark.parametrize("columns", [2, 3])
def test_the_last_term_of_a_row_that_is_not_full_is_as_wide_as_its_column(
    columns: int, see: Callable[..., Seen]
) -> None:
    long = Both("住宅楼与院落" * 12 + "。", "Buildings around a shared yard; " * 8)
    entries = tuple(TermEntry(Both(f"词{n}", f"Term {n}"), long) for n in range(columns + 1))
    seen = see([Terms(Both("名词", "Terms"), Both("编者", "editors"), entries)], columns=columns)
    heads = [seen.of(f"词{n}")[0] for n in range(columns + 1)]
    edge = heads[1][0]
    under = [box for box in seen.boxes if box[3] < heads[-1][3] and heads[0][0] <= box[0] < edge]
    assert len(under) > 100
    assert max(box[2] for box in under) < edge - 12, "its lines end where those above end, before the gap"


@pytest.mark.parametrize("language", ["bilingual", "zh"])
def test_a_word_of_a_stage_stays_whole(language: Language, see: Callable[..., Seen]) -> None:
    stages = ("前期、主体", "施工开始", "拆迁（存疑）", "征地拆迁安置")
    rows = tuple(
        TrackerRow(
            Pair((Run("某路"),), (Run("A road"),)), None, ("done",) * 5, Both(stage, "works"), Pair((), ()), None
        )
        for stage in stages
    )
    heads = tuple(
        Both(zh, en)
        for zh, en in (("项目", "Project"), ("规模", "Size"), ("阶段", "Stage"), ("完成", "Done"), ("计划", "Planned"))
    )
    caption = Caption(Pair((Run("进度"),), (Run("Progress"),)))
    seen = see([Tracker(caption, heads, rows, ())], language)
    for word in ("前期、", "主体", "施工开始", "拆迁", "（存疑）", "征地拆迁安置"):
        tops = [box[3] for box in seen.of(word)]
        assert max(tops) - min(tops) < 6, f"{word} is on one line"


def money() -> PlateRow:
    amount = Amount("88.63 million", Both("8863万元", "yuan"), "a", 6, full=Both("8863万元", "88.63 million yuan"))
    row = StripItem(Pair((Run("申请资金"),), (Run("funds applied for"),)), amount)
    caption = Caption(Pair((Run("资金"),), (Run("Funds"),)))
    plate = ListingPlate(caption, (row,), "plate", "half")
    return PlateRow((plate,))


def test_money_in_a_list_is_not_parted_from_its_unit(see: Callable[..., Seen]) -> None:
    """88.63 million yuan on one line, 8863万元 under it."""
    seen = see([money()])
    number, unit, chinese = seen.of("million"), seen.of("yuan"), seen.of("8863万元")
    assert abs(number[0][1] - unit[1][1]) < 1.5, "on one line"
    assert unit[0][0] - number[-1][2] < 8, "beside the number"
    assert chinese[0][3] < unit[0][3] - 4
    assert seen.text.index("yuan") < seen.text.index("8863万元")


@pytest.mark.parametrize(("language", "figure"), [("zh", "8863万元"), ("en", "88.63million")])
def test_in_one_language_it_is_on_one_line(language: Language, figure: str, see: Callable[..., Seen]) -> None:
    seen = see([money()], language, look="of-row ample").of(figure)
    assert max(box[1] for box in seen) - min(box[1] for box in seen) < 6
