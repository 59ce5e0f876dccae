"""The running head: whole where there is room, smaller on two lines, then cut. See also test_ink.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Both, Masthead, Nameplate
from bulletin.pages.running_head import ems, running_head, shortened
from bulletin.variant import LANGUAGES, TYPES, Language

NAME = Both("杜甫路街道简报", "Dufulu Subdistrict Bulletin")
LONG = Both(
    "豫西山区黄河南岸文化旅游融合发展示范街道简报", "Western Henan Yellow River South Bank Subdistrict Bulletin"
)
ENDLESS = Both(LONG.zh * 4, f"{LONG.en} " * 6)
DATE = Both("成文于2018年底（推断）", "written 2018 end, inferred")


def head(title: Both, dated: Both = DATE) -> Masthead:
    return Masthead(title, Both("", ""), dated)


def test_a_name_that_has_room_stands_as_it_is() -> None:
    found = running_head(head(NAME))
    assert (found.title, found.dated, found.long) == (NAME, DATE, False)


def test_a_long_name_is_set_small_and_whole() -> None:
    found = running_head(head(LONG))
    assert (found.title, found.dated, found.long) == (LONG, DATE, True)


def test_an_endless_name_ends_early_in_both_languages_and_the_date_stays() -> None:
    found = running_head(head(ENDLESS))
    assert found.dated == DATE
    assert found.title.zh.endswith("…")
    assert ENDLESS.zh.startswith(found.title.zh[:-1])
    assert found.title.en.endswith("…")
    assert ENDLESS.en.startswith(f"{found.title.en[:-1]} "), "behind a word"
    assert len(found.title.zh) > 40
    assert len(found.title.en) > 40


def test_a_long_date_stands_whole_where_the_name_leaves_room() -> None:
    name = Both("京城路街道简报", "Jingchenglu Subdistrict Bulletin")
    date = Both("未署日期；据文意推断为2018年11月", "Undated; November 2018 inferred from the text")
    found = running_head(head(name, date), type="standard")
    assert (found.title, found.dated, found.long) == (name, date, True)


INFERRED = Both("未署日期；据文意推断为2025年11月", "Undated; November 2025 inferred from the text")
BRIEF = Both("未署日期，推断为2025年11月", "Undated; November 2025 inferred")
PLATE = Nameplate(Both("第1期", "No. 1"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("name", ["Baishutang", "Xuanwuhu Scenic Area", "Liulin"])
def test_a_date_that_has_no_room_is_said_in_fewer_words(name: str, language: Language, type: TypeScale) -> None:
    title = Both("柏树塘街道简报", f"{name} Subdistrict Bulletin")
    found = running_head(Masthead(title, Both("", ""), INFERRED, plate=PLATE, brief=BRIEF), language, type)
    assert "…" not in "".join((found.title.zh, found.title.en, found.dated.zh, found.dated.en))
    assert "2025" in found.dated.en + found.dated.zh


def test_the_reason_goes_first_and_then_the_number() -> None:
    whole = Masthead(NAME, Both("", ""), INFERRED, plate=PLATE, brief=BRIEF)
    assert [text.en for text in whole.tellings] == [
        "No. 1 · Undated; November 2025 inferred from the text",
        "No. 1 · Undated; November 2025 inferred",
        "Undated; November 2025 inferred from the text",
        "Undated; November 2025 inferred",
    ]
    assert head(NAME).tellings == (DATE,)
    roomy = Masthead(Both("京城路街道简报", "Jingchenglu Subdistrict Bulletin"), Both("", ""), INFERRED, brief=BRIEF)
    assert (running_head(roomy, type="standard").dated, running_head(roomy, type="standard").long) == (INFERRED, True)
    title = Both("柏树塘街道简报", "Baishutang Subdistrict Bulletin")
    found = running_head(Masthead(title, Both("", ""), INFERRED, plate=PLATE, brief=BRIEF), type="standard")
    assert found.dated.en == "No. 1 · Undated; November 2025 inferred"


def test_an_endless_date_leaves_room_for_the_name() -> None:
    found = running_head(head(NAME, Both("推断" * 200, "inferred " * 80)))
    assert found.title == NAME
    assert found.dated.zh.endswith("…")
    assert found.dated.en.endswith("…")


@pytest.mark.parametrize(("language", "shown", "other"), [("zh", "zh", "en"), ("en", "en", "zh")])
def test_an_edition_in_one_language_has_that_one(language: Language, shown: str, other: str) -> None:
    found = running_head(head(LONG), language)
    assert getattr(found.title, shown) == getattr(LONG, shown)
    assert getattr(found.title, other) == getattr(found.dated, other) == ""


@given(st.text(alphabet="街道简报abc WMil…，.", max_size=80), st.floats(1, 60))
def test_what_is_shortened_has_room(text: str, room: float) -> None:
    found = shortened(text, room)
    assert ems(found) <= room + 1e-3
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


@given(st.text(alphabet="街W l", max_size=300), st.text(alphabet="街W l", max_size=300), st.sampled_from(LANGUAGES))
def test_a_head_never_takes_more_than_two_lines(zh: str, en: str, language: Language) -> None:
    found = running_head(head(Both(zh, en), Both(en, zh)), language)
    width = sum(ems(text) for both in (found.title, found.dated) for text in (both.zh, both.en))
    assert width * (6.6 if found.long else 8.0) <= 505 * (2 if found.long else 1)
