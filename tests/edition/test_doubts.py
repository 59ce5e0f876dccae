"""The sign of doubt, printed by the program wherever a doubtful figure stands: the one that the rule asks for."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Some
from typing import Any, cast

from bulletin.blocks.evidence.edit import Evidence
from bulletin.blocks.honours.edit import Honours
from bulletin.blocks.story.edit import Story
from bulletin.edition.blocks import Both, ChartPlate, Edition, Figure, Pair, Run, plain
from bulletin.edition.bulletin import edit
from bulletin.edition.doubts import Doubts
from bulletin.evidence.rules.doubt import SIGN
from bulletin.plates.bars.edit import BarsSpec
from tests.conftest import ARTICLE, CONTENT, house_words, small_project, workshop

DOUBTED = (
    CONTENT.replace(
        "    quote: 新建游园3个\n", "    quote: 新建游园3个\n    doubt: {zh: 另一处不同, en: differs elsewhere}\n"
    )
    .replace("  - of: [parks]\n", "  - of: [spent]\n")
    .replace("honours:\n", 'notes:\n  - {zh: 游园<parks>，存疑。, en: "<parks>: in doubt."}\nhonours:\n', 1)
)


def edition(folder: Path, content: str) -> Edition:
    shop = workshop(small_project(folder, content))
    return edit(shop.verified("willow"), shop.publication, shop.words)


def test_a_bar_and_its_evidence_row_carry_the_sign(tmp_path: Path) -> None:
    made = edition(tmp_path, DOUBTED)
    blocks = [block for page in made.pages for block in page.blocks]
    plate = next(block for block in blocks if isinstance(block, Story)).plates[0].plates[0]
    assert isinstance(plate, ChartPlate) and isinstance(plate.spec, BarsSpec)
    assert [bar.label.zh for bar in plate.spec.bars] == ["社区", "新建游园（存疑）"]
    assert plate.spec.bars[1].label.en == "new pocket parks (in doubt)"
    rows = {row.facts: row for row in next(block for block in blocks if isinstance(block, Evidence)).rows}
    assert rows[("parks",)].period.en == "2018 (in doubt)"
    assert "in doubt" not in rows[("trees",)].period.en


def test_words_with_figures_carry_the_sign_behind_them_and_only_where_there_is_doubt() -> None:
    doubt = Both("疑", "doubt")
    doubted, sure = (cast(Any, Some(fact=Some(doubt=one, derived=None, terms=()))) for one in (doubt, None))
    doubts = Doubts({"doubted": doubted, "sure": sure}, house_words())
    words = Pair((Run("游园"), Figure("3个", "sure")), (Figure("three", "sure"), Run(" parks")), "a.b")
    assert doubts.pair(words, ["sure"]) is words
    signed = doubts.pair(words, ["sure", "doubted"])
    assert (signed.zh, signed.en, signed.path) == (
        (*words.zh, Run("（存疑）")), (*words.en, Run(" (in doubt)")), "a.b"
    )  # fmt: skip
    assert doubts.pair(signed, ["doubted"]) is signed, "it says so already"
    assert doubts.both(Both("游园", "parks"), ["sure"], doubted=True) == Both("游园（存疑）", "parks (in doubt)")


def test_a_list_of_honours_that_goes_on_says_so(tmp_path: Path) -> None:
    made = edition(tmp_path / "more", CONTENT)
    honours = next(block for page in made.pages for block in page.blocks if isinstance(block, Honours))
    assert (plain(honours.title.zh), plain(honours.title.en)) == ("荣誉（不止所列）", "Honors (at least these)")


def test_the_rule_asks_for_the_sign_that_is_printed(small: Path) -> None:
    sign = workshop(small).words.phrase("in_doubt")
    assert {"zh": sign.zh, "en": sign.en} == SIGN


def test_a_label_that_names_the_end_of_what_is_expected_says_that_it_is(tmp_path: Path) -> None:
    content = CONTENT.replace(
        "  since:\n",
        "  coming:\n    value: 7\n    unit: {zh: 个, en: {one: pocket park, other: pocket parks}}\n"
        "    label: {zh: 完工游园, en: pocket parks completed}\n"
        "    quote: 预计完工游园7个\n    status: expected\n  since:\n",
        1,
    ).replace("        bars:\n", "        bars:\n          - of: coming\n", 1)
    article = ARTICLE.replace("党员参加", "预计完工游园7个。党员参加")
    shop = workshop(small_project(tmp_path, content, article))
    assert shop.check().problems == []
    made = edit(shop.verified("willow"), shop.publication, shop.words)
    blocks = [block for page in made.pages for block in page.blocks]
    plate = next(block for block in blocks if isinstance(block, Story)).plates[0].plates[0]
    assert isinstance(plate, ChartPlate) and isinstance(plate.spec, BarsSpec)
    label = plate.spec.bars[0].label
    assert (label.zh, label.en) == ("完工游园（预计）", "pocket parks completed (expected)")
