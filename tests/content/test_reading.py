"""Where a text stands changes nothing in how it is read; what is told is told where it stands, to where it goes."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from bulletin.content import characters, keyboard
from bulletin.content.model import Subdistrict
from bulletin.content.parts import Moment
from bulletin.content.validate import validate
from bulletin.content.yaml_text import DEEPEST, Parsed, Span, parse
from bulletin.problems import ContentError, Problem
from tests.conftest import CONTENT

FAR = "# 一行说明\n" * 400


def told(text: str) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        parse(text, "x.yaml")
    return list(caught.value.problems)


@pytest.mark.parametrize("above", ["", FAR])
def test_a_text_is_read_alike_wherever_in_a_file_it_stands(above: str) -> None:
    text = above + 'zh: 甲 乙\nexact: "丙 丁"\nquote: >-\n  戊己\n  庚辛\nen: >-\n  one\n  two\nlist:\n  - zh: 壬 癸\n'
    assert parse(text, "x.yaml").data == {
        "zh": "甲 乙",
        "exact": "丙 丁",
        "quote": "戊己庚辛",
        "en": "one two",
        "list": [{"zh": "壬 癸"}],
    }


@pytest.mark.parametrize("length", [1, 300])
@pytest.mark.parametrize("above", ["", FAR])
def test_an_odd_character_in_quotation_marks_is_told_once_at_its_place(above: str, length: int) -> None:
    (problem,) = told(f'{above}zh: "{"甲" * length}\ue000乙"\n')
    assert (problem.place.line, problem.place.column) == (above.count("\n") + 1, 6 + length)


def test_an_accent_that_makes_a_letter_with_its_own_is_not_told_though_it_stands_apart() -> None:
    for text in ("cafe\u0301", "e\u0301te\u0301", "u\u0308ber", "甲o\u0302乙"):
        assert characters.faults(text) == [], text
    assert [fault.at for fault in characters.faults("q\u0301 cafe\u0301")] == [1]


def test_of_very_many_characters_the_rest_is_counted_where_it_begins() -> None:
    rows = [f"k{n}: 甲\ue000\n" for n in range(characters.MOST + 3)]
    problems = told("".join(rows))
    assert [problem.place.line for problem in problems] == list(range(1, characters.MOST + 2))
    assert "3" in problems[-1].message


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ("{a: ", "}")])
def test_what_lies_too_deep_is_refused_and_what_lies_as_deep_as_may_be_is_read(open_: str, close: str) -> None:
    assert parse("k: " + open_ * DEEPEST + "x" + close * DEEPEST, "x.yaml").data
    (problem,) = told("k: " + open_ * (DEEPEST + 1) + "x" + close * (DEEPEST + 1))
    assert "deep" in problem.message
    assert problem.place.column == len("k: ") + len(open_) * DEEPEST + 1


def test_a_needle_ends_where_it_ends_though_nobody_sees_what_lies_in_it() -> None:
    text = "zh: 街\u200b道办\u200b事处和社区\n"
    place = parse(text, "x.yaml").place(("zh",), "街道办事")
    assert text[place.column - 1 :][: place.length] == "街\u200b道办\u200b事"


def test_what_is_nowhere_is_told_at_the_head_of_the_file() -> None:
    place = Parsed("x.yaml", "甲乙\n丙").place(("a", 0), "乙")
    assert (place.line, place.column, place.length) == (1, 1, 1)
    assert Parsed("x.yaml", "甲乙", values={(): Span(0, 2, 1, 1)}).place(("a",), "乙").column == 2


@pytest.mark.parametrize("above", ["a: 1\n", "a: 1\nb: 2\n"])
def test_a_line_without_a_colon_is_told_to_its_end_and_no_further(above: str) -> None:
    (problem,) = told(f"{above}green spaces\nc: 3\n")
    assert (problem.place.line, problem.place.column) == (above.count("\n") + 1, 1)
    assert problem.place.length == len("green spaces")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("title:\n      zh: 街边多了游园\n", "title:\n", "title:"),
        ("{zh: 柳林街道, en: Liulin Subdistrict}", "{zh: 柳林街道}", "place:"),
        ("article: willow.txt\n", "", "name:"),
    ],
)
def test_a_key_that_is_missing_is_told_at_the_key_that_lacks_it_on_every_floor(old: str, new: str, key: str) -> None:
    text = CONTENT.replace(old, new, 1)
    assert text != CONTENT
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "x.yaml"))
    (problem,) = caught.value.problems
    assert text.split("\n")[problem.place.line - 1][problem.place.column - 1 :].startswith(key)


MOMENT: TypeAdapter[str] = TypeAdapter(Moment)


@pytest.mark.parametrize("moment", ["--02-29", "2020-02-29", "--12-31", "2000-02-29", "--02", "2018"])
def test_a_day_that_some_year_has_is_one_where_no_year_is_named(moment: str) -> None:
    assert MOMENT.validate_python(moment) == moment


@pytest.mark.parametrize("moment", ["--02-30", "2019-02-29", "1900-02-29", "--13-01", "--04-31", "--00"])
def test_a_day_that_no_year_has_is_refused(moment: str) -> None:
    with pytest.raises(ValidationError, match="is no day of the calendar"):
        MOMENT.validate_python(moment)


@pytest.mark.parametrize(
    "line", ['- {zh: "甲，en：乙", en: x}', "- {zh: “甲，en：乙”, en: x}", "- {zh: 丙, en: “a，zh：b”}"]
)
def test_a_mark_inside_quotation_marks_is_no_slip_of_the_keyboard(line: str) -> None:
    keys = frozenset({"zh", "en"})
    assert keyboard.slips(line, keys) == []
    bare = re.sub('["“”]', "", line)
    assert sorted(slip.sign for slip in keyboard.slips(bare, keys)) == ["，", "："]


def test_a_dash_of_several_strokes_is_named_by_its_first() -> None:
    (fault,) = characters.faults("街道─━社区")
    assert (fault.at, fault.char, fault.meant) == (2, "─", "——")


@pytest.mark.parametrize("char", ["\u2ff0", "\u2ff7", "\u2fff", "\ufffc", "\ufffd"])
def test_a_sign_that_stands_for_a_lost_character_is_called_so(char: str) -> None:
    (fault,) = characters.faults(f"甲{char}乙")
    assert (fault.at, fault.why) == (1, "lost")


@pytest.mark.parametrize(("char", "meant"), [("\u212a", "K"), ("\u212b", "Å"), ("\u2126", "Ω"), ("\u037e", ";")])
def test_a_letter_that_is_there_twice_is_taken_for_the_usual_one(char: str, meant: str) -> None:
    (fault,) = characters.faults(f"5 {char}")
    assert (fault.why, fault.meant) == ("narrow", meant)


@pytest.mark.parametrize("before", ["", "甲", "甲乙 丙"])
def test_a_sign_that_is_drawn_as_an_emoji_is_told_wherever_it_stands(before: str) -> None:
    (fault,) = characters.faults(f"{before}☀\ufe0f丁")
    assert (fault.at, fault.char, fault.why) == (len(before), "☀", "emoji")


@pytest.mark.parametrize("char", ["\ufdd0", "\ufdef", "\U0001fffe", "\U0002fffe", "\U0002ffff", "\U0003ffff"])
def test_what_is_no_character_on_any_plane_is_told(char: str) -> None:
    (fault,) = characters.faults(f"甲{char}")
    assert (fault.at, fault.why) == (1, "none")
