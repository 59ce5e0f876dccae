"""Where pages cannot be filled other leadings are tried, then an odd number of pages; the size of the text stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from bulletin.blocks.findings.edit import FindingRow, Findings
from bulletin.blocks.story.edit import Story
from bulletin.content.house import TypeScale
from bulletin.content.yaml_text import parse
from bulletin.edition import theme
from bulletin.edition.blocks import Both, Caption, Edition, Masthead, Page
from bulletin.edition.text import Pair
from bulletin.layout.advice import advice
from bulletin.layout.lay_out import LEADINGS, LaidOut, laid_out
from bulletin.pages.templates import LARGE, ample, type_properties
from tests.conftest import ROOT

NAME = Both("柳林街道简报", "Liulin Bulletin")
EDITION = Edition(
    name="willow",
    masthead=Masthead(NAME, NAME, NAME),
    foot=NAME,
    accent="teal",
    pages=(),
    words={},
    subject=NAME,
    keywords=(),
    publisher=NAME,
)
STORY = Story("green", NAME, Pair((), ()), (), ())
"""Text that is read through: what another leading is for."""
READ = replace(EDITION, pages=(Page(1, (STORY,)),))
STORIES = replace(EDITION, pages=(Page(1, (STORY,), auto=True),))
FULL: dict[int, float] = {}
WHITE = {2: 90.0}


@dataclass(frozen=True)
class Answers:
    """What the packing answers at one leading: which numbers of pages are full, and how many points others miss."""

    full_on: tuple[int, ...] = ()
    white: float = 90.0
    edition: Edition = READ
    count: int = 0

    def numbers(self, odd: bool) -> tuple[int, ...]:
        return (1, 3, 5) if odd else (2, 4, 6)

    def may_hold(self, pages: int, leading: float) -> bool:
        return (pages, leading) != (6, LEADINGS[1])

    def full(self, pages: int) -> LaidOut | None:
        return LaidOut(EDITION, {}, FULL, over=(pages, 0.0)) if pages in self.full_on else None

    def nearest(self) -> LaidOut:
        return LaidOut(EDITION, {}, {2: self.white}, over=(2, 0.0))

    def others(self, laid: LaidOut) -> tuple[int, ...]:
        return (4 + len(laid.short),)


def chosen(answers: dict[float, Answers]) -> tuple[float, int]:
    """The leading that is taken, and the number of pages."""
    asked: Any = lambda leading: answers.get(leading, Answers())  # noqa: E731
    found = laid_out(asked)
    return found.leading, found.over[0]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({1.0: Answers((2, 3, 4))}, (1.0, 2)),
        ({1.0: Answers((3, 5)), LEADINGS[-1]: Answers((4,))}, (LEADINGS[-1], 4)),
        ({1.0: Answers((4,)), LEADINGS[2]: Answers((2,))}, (LEADINGS[2], 2)),
        ({LEADINGS[2]: Answers((3,))}, (LEADINGS[2], 3)),
        ({LEADINGS[1]: Answers((6,))}, (1.0, 2)),
        ({LEADINGS[1]: Answers(white=50.0)}, (LEADINGS[1], 2)),
        ({}, (1.0, 2)),
    ],
    ids=["as the theme has it", "even before odd", "few before many", "odd", "heights say no", "least white", "alike"],
)
def test_the_fewest_pages_that_are_full_at_any_leading_even_before_odd(
    answers: dict[float, Answers], expected: tuple[float, int]
) -> None:
    assert chosen(answers) == expected


def test_numbers_of_pages_that_would_be_full_are_looked_for_where_no_page_can_be() -> None:
    given: Any = lambda leading: Answers()  # noqa: E731
    assert laid_out(given).others == (5,)
    full: Any = lambda leading: Answers((2,))  # noqa: E731
    assert laid_out(full).others == ()


@pytest.mark.parametrize("leading", LEADINGS)
def test_the_leading_of_what_is_read_through_changes_and_nothing_else(leading: float) -> None:
    house = theme.read(parse((ROOT / "templates" / "theme.yaml").read_text(encoding="utf-8"), "templates/theme.yaml"))
    plain, led = (type_properties(house, "standard", alone=False, leading=each) for each in (1.0, leading))
    changed = {name for name in plain if plain[name] != led[name]}
    running = {f"{role}-{tongue}-leading" for role in ("body", "lead", "brief") for tongue in ("zh", "en")}
    assert changed == (running if leading != 1 else set())
    for name in changed:
        own, now = (float(each[name].removesuffix("pt")) for each in (plain, led))
        assert now == pytest.approx(own * leading, rel=0.001)
    assert 3 * float(led["body-zh-leading"][:-2]) == pytest.approx(4 * float(led["body-en-leading"][:-2]), rel=0.001)


def test_an_odd_number_of_pages_is_told_with_what_leads_to_an_even_one() -> None:
    three = replace(EDITION, pages=tuple(Page(number, ()) for number in (1, 2, 3)))
    told = advice(STORIES, LaidOut(three, {}, FULL, over=(2, 170.0)))
    assert told is not None
    assert (
        told.text
        == "3 pages, all full; no even number of pages can be filled: cut about 11 lines of Chinese, for 2 pages"
    )
    assert advice(STORIES, LaidOut(EDITION, {}, FULL)) is None
    summary = advice(EDITION, LaidOut(three, {}, FULL, over=(2, 170.0)))
    assert summary is not None and summary.text.endswith("can be filled: another place")


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        (30.0, ["2 more lines of Chinese in findings", "2 more lines of Chinese in briefs or notes"]),
        (400.0, ["24 more lines of Chinese in briefs or notes", "another place"]),
    ],
)
def test_advice_for_a_summary_is_of_what_a_summary_has(short: float, expected: list[str]) -> None:
    pair = Pair((), ())
    row = FindingRow(NAME, NAME, NAME, "teal", pair, ())
    findings = Findings(Caption(NAME, None, None), (row, row))
    summary = replace(EDITION, pages=(Page(1, (findings,)),))
    told = advice(summary, LaidOut(summary, {}, {2: short}))
    assert told is not None and told.path == ("title",)
    assert [part.removeprefix("about ") for part in told.text.partition("What helps: ")[2].split("; or ")] == expected


def test_a_number_of_pages_that_nothing_goes_onto_is_told() -> None:
    two = replace(EDITION, pages=tuple(Page(number, ()) for number in (1, 2)))
    told = advice(STORIES, LaidOut(two, {}, FULL, beyond=(12, -900.0)))
    assert told is not None and told.path == ("pages",)
    assert told.text.startswith("pages: 12 cannot be: this does not go onto so many; laid out on 2 instead")
    assert advice(STORIES, LaidOut(two, {}, FULL)) is None


@pytest.mark.parametrize(("line", "lines"), [(15.6, 13), (18.0, 11), (24.0, 9)])
def test_advice_counts_lines_as_they_are_led(line: float, lines: int) -> None:
    three = replace(EDITION, pages=tuple(Page(number, ()) for number in (1, 2, 3)))
    told = advice(STORIES, LaidOut(three, {}, FULL, over=(2, 170.0), line=line))
    assert told is not None
    assert f"cut about {lines} lines of Chinese" in told.text


@pytest.mark.parametrize("type", ["compact", "standard", "large"])
def test_what_is_set_larger_stays_within_its_limits(type: TypeScale) -> None:
    """Small type grows to the size of the text at most; what is read at a glance by the stated share."""
    house = theme.read(parse((ROOT / "templates" / "theme.yaml").read_text(encoding="utf-8"), "templates/theme.yaml"))
    usual = type_properties(house, type, alone=False)
    said = dict(one.split(": ") for one in ample(house, type, alone=False)[len(".ample {--") : -2].split("; --"))
    body = float(usual["body-zh"][:-2])
    sizes = {name: float(value[:-2]) for name, value in said.items() if value.endswith("pt") and "leading" not in name}
    for name, size in sizes.items():
        own = float(usual[name][:-2])
        assert own <= size <= own * LARGE + 0.01
        glance = name in ("quote-zh", "quote-en", "finding-zh", "finding-en") or "number" in name
        assert glance or size <= max(own, body)
    assert sizes["quote-zh"] == pytest.approx(LARGE * float(usual["quote-zh"][:-2]), abs=0.01)
