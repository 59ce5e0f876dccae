"""What the writers promise of pages and of Word, a sentence a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.blocks.briefs.edit import Briefs
from bulletin.blocks.key_figures.edit import KeyFigures
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.blocks.terms.edit import Terms
from bulletin.edition.blocks import Both, Edition, Masthead, Page, Pair, Run
from bulletin.edition.text import Break, Line
from bulletin.pages.density import fitted
from bulletin.pages.lines import Lines
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import PageFill, Pdf
from bulletin.word import Source, write
from bulletin.word.ox import name
from bulletin.word.package import unpack
from tests.conftest import house_words

ROOT = Path(__file__).parents[2]
CREATED = datetime(2018, 11, 30, tzinfo=UTC)

# ---------------------------------------------------------------------------------------------- overflow


def told(typesetter: Typesetter, body: str) -> tuple[str, ...]:
    html = f"""<!doctype html><html lang="zh-Hans"><head><title>x</title><style>@page {{ size: A4; margin: 20mm }}
    body {{ margin: 0; font: 10pt 'Noto Serif CJK SC' }}</style></head><body>{body}</body></html>"""
    return typesetter.typeset(html, {}, title="x", created=CREATED).log


@pytest.mark.parametrize(("over", "seen"), [(0.1, False), (0.3, True), (1.0, True), (4.9, True)])
@pytest.mark.parametrize(
    ("box", "words"),
    [
        ("width: {wide}mm; text-align: right", "{over:.1f} mm to the right of the page body"),
        ("height: {high}mm", "{over:.1f} mm below the page body"),
    ],
)
def test_what_sticks_out_by_more_than_is_seen_is_told(
    box: str, words: str, over: float, seen: bool, typesetter: Typesetter
) -> None:
    style = box.format(wide=170 + over, high=257 + over)
    log = told(typesetter, f'<div style="{style}">{"字" if "width" in box else ""}</div>')
    assert [line.endswith(words.format(over=over)) for line in log] == ([True] if seen else [])


@pytest.mark.parametrize(("column", "seen"), [("4.5em", True), ("5.2em", False)])
def test_a_word_that_is_wider_than_its_column_by_little_is_told(
    column: str, seen: bool, typesetter: Typesetter
) -> None:
    log = told(typesetter, f'<p style="width: {column}; white-space: nowrap">五个字一行</p>')
    assert bool(log) is seen


# ---------------------------------------------------------------------------------------------- copyfitting


def test_copyfitting_never_takes_more_pages() -> None:
    def setting(density: float) -> Pdf:
        fuller = {1.0: (2, 0.3), 0.97: (3, 0.99), 1.03: (3, 0.98), 0.94: (2, 0.4)}
        pages, least = fuller.get(density, (3, 0.999))
        return Pdf(b"", pages, tuple(PageFill(n + 1, least) for n in range(pages)), ())

    made = fitted(setting)
    assert (made.pages, made.fill[0].used) == (2, 0.4), "the fullest of those with as few pages"


def test_copyfitting_may_take_fewer_pages() -> None:
    def setting(density: float) -> Pdf:
        pages = 2 if density == 1.0 else 1
        return Pdf(b"", pages, tuple(PageFill(n + 1, 0.3 if pages == 2 else 0.99) for n in range(pages)), ())

    assert fitted(setting).pages == 1


def test_the_first_setting_stays_where_no_other_is_fuller() -> None:
    made = fitted(lambda density: Pdf(str(density).encode(), 1, (PageFill(1, 0.5),), ()))
    assert made.data == b"1.0"


# ---------------------------------------------------------------------------------------------- Word

NOTHING = Pair((), ())
EMPTY: dict[str, Any] = {
    "key figures": KeyFigures(()),
    "briefs": Briefs(()),
    "terms": Terms(Both("术语", "Terms"), Both("编者", "editors"), ()),
}


def body(*blocks: Any) -> list[Any]:
    """The elements of the body of a document with these blocks on its page."""
    theme = yaml.safe_load((ROOT / "templates/theme.yaml").read_text("utf-8"))
    head = Masthead(Both("简报", "Bulletin"), Both("郑州", "Zhengzhou"), Both("2018年", "2018"))
    edition = Edition(
        name="willow",
        masthead=head,
        foot=Both("编辑部", "The editors"),
        accent="teal",
        pages=(Page(1, blocks),),
        words=house_words().all(),
        subject=Both("题", "subject"),
        keywords=(),
    )
    made = write(edition, {}, theme, created=CREATED, comments=None, source=Source("content/willow.yaml", "ab" * 32))
    from lxml import etree

    (document,) = (data for part, data in unpack(made).items() if part == "word/document.xml")
    return list(etree.fromstring(document)[0])


def said(nodes: list[Any]) -> list[tuple[str, str]]:
    """Tag and words of every element; of the empty ones the style, which is what they are."""
    found = []
    for node in nodes:
        words = "".join(text.text or "" for text in node.iter(name("w:t")))
        style = next((one.get(name("w:val")) for one in node.iter(name("w:pStyle"))), "")
        found.append((node.tag.rpartition("}")[2], words or style))
    return found


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_block_leaves_nothing_in_word(kind: str) -> None:
    title = PageTitle(Pair((Run("一页"),), (Run("A page"),), "pages.0.title"))
    assert said(body(title, EMPTY[kind])) == said(body(title)), "no table without rows, no rule"
    assert said(body(EMPTY[kind], title)) == said(body(title)), "what follows it is the first on its page"


def test_a_title_that_others_stand_before_has_a_rule_over_it() -> None:
    title = PageTitle(Pair((Run("一页"),), (Run("A page"),), "pages.0.title"))
    other = replace(title, title=Pair((Run("又一页"),), (Run("Another"),), "pages.1.title"))
    words = [text for _, text in said(body(title, other))]
    assert words.count("Rule") == 1
    before, after = (next(n for n, text in enumerate(words) if one in text) for one in ("A page", "Another"))
    assert before < words.index("Rule") < after


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("Residents decide,\nnobody else", False),
        ("Residents decide whether\nold compounds are renovated", True),  # a word would be left alone
    ],
)
def test_an_english_head_goes_on_one_line_or_keeps_its_break(english: str, kept: bool) -> None:
    zh: Line = (Run("老旧小区改不改，"), Break(), Run("居民说了算"))
    first, second = english.split("\n")
    lines = Lines("bilingual")
    assert "<br>" not in lines.across(zh, zh)
    assert ("<br>" in lines.across((Run(first), Break(), Run(second)), zh)) == kept
