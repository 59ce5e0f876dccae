"""What comes in with a text: harmless characters go, others are told by number, name and place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bulletin.content import characters, plain
from bulletin.content.model import Glossary, Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError, Place, Problem, show
from tests.conftest import CONTENT, ROOT

HARMLESS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u180e\ufe0e\U000e0100"
SPACES = "\u00a0\u2002\u2003\u2009\u202f\u205f"
TOLD = [
    ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE", ""),
    ("甲\ue000", "U+E000", ""),
    ("甲\ufffd", "U+FFFD", ""),
    ("甲\u0378", "U+0378", ""),
    ("甲\U000e0041", "U+E0041", ""),
    ("甲\u3164", "U+3164", ""),
    ("⻋辆", "U+2ECB CJK RADICAL C-SIMPLIFIED CART", "车"),
    ("⼈民", "U+2F08", "人"),
    ("\uf900", "U+F900", "\u8c48"),
    ("o\ufb03ce", "U+FB03", "ffi"),
    ("Рark", "U+0420", "P"),
    ("the Αrt", "U+0391", "A"),
    ("人カ资源", "U+30AB", "力"),
    ("二○一八年", "U+25CB", "〇"),
    ("二O一八年", "U+004F", "〇"),
    ("街道──社区", "U+2500", "——"),
    ("张三・李四", "U+30FB", "·"),
    ("ｶ", "U+FF76", "カ"),
    ("\U0001d400", "U+1D400", "A"),
    ("☀\ufe0f", "U+2600", ""),
    ("👍", "U+1F44D", ""),
]
PASSES = [
    "μg/m³",
    "β",
    "①㎡℃",
    "𠮷田",
    "\U00031350",
    "﨑",
    "トヨタ自动车",
    "café",
    "—— …… “”‘’《》",
    "2018年",
    "Москва",
]


@pytest.mark.parametrize(("text", "name", "meant"), TOLD)
def test_what_is_another_than_it_looks_is_told(text: str, name: str, meant: str) -> None:
    (fault, *more) = characters.faults(text)
    assert not more
    assert characters.named(fault.char).startswith(name)
    assert fault.meant == meant
    assert not characters.are_usual(text)


@pytest.mark.parametrize("text", PASSES)
def test_what_is_what_it_looks_passes(text: str) -> None:
    assert characters.faults(text) == []
    assert plain.plain(text) == text


@pytest.mark.parametrize("key", ["en", "one", "other", "also"])
@pytest.mark.parametrize(
    ("text", "wide", "meant"),
    [
        ("the ＡＩ plan", "ＡＩ", "AI"),
        ("ｐａｒｋ", "ｐａｒｋ", "park"),
        ("a ５Ｇ－ｎｅｔ", "５Ｇ－ｎｅｔ", "5G-net"),
    ],
)
def test_full_width_letters_in_english_are_called_so(text: str, wide: str, meant: str, key: str) -> None:
    (fault,) = characters.faults(text, key)
    assert (fault.at, fault.char, fault.meant) == (text.index(wide), wide, meant)
    shown = show(characters.problem(fault, Place("x.yaml")), {})
    assert "full-width" in shown
    assert f"type {meant}" in shown
    assert not characters.are_usual(text)


def test_full_width_letters_are_told_at_their_place_and_alone() -> None:
    text = "terms:\n  - {zh: 智能＋（ＡＩ＋）, en: the Ｓｍａｒｔ plan (智能ＡＩ), also: [ＡＩ, AI]}\n"
    with pytest.raises(ContentError) as told:
        parse(text, "content/glossary.yaml")
    line = text.split("\n")[1]
    assert [(p.rule, p.place.line, p.place.column, p.place.length) for p in told.value.problems] == [
        ("characters", 2, line.index("Ｓ") + 1, 5),
        ("characters", 2, line.index("[Ａ") + 2, 2),
    ]


@pytest.mark.parametrize("key", ["zh", "quote", "zh_also", ""])
def test_full_width_letters_in_chinese_are_at_home(key: str) -> None:
    assert characters.faults("５Ｇ和ＡＩ", key) == []


@pytest.mark.parametrize("char", HARMLESS + SPACES)
def test_harmless_ones_go_when_a_file_is_read_and_places_stay(char: str) -> None:
    text = f"terms:\n  - {{zh: 街{char}道{char}办事处, en: old{char} office}}\n"
    parsed = parse(text, "x.yaml")
    gone = "" if char in HARMLESS else " "
    assert parsed.data["terms"][0]["zh"] == f"街{gone}道{gone}办事处"
    place = parsed.place(("terms", 0, "zh"), "办事处")
    assert text.split("\n")[1][place.column - 1 :][: place.length] == "办事处"
    place = parsed.place(("terms", 0, "en"), "office")
    assert text.split("\n")[1][place.column - 1 :][: place.length] == "office"
    assert text[slice(*parsed.values[("terms", 0, "en")][:2])].startswith("old")


def test_an_accent_apart_is_put_on_its_letter() -> None:
    assert plain.plain("cafe\u0301") == "café"
    assert [f.why for f in characters.faults("e\u0301\u0302\u0303")] == ["combining"] * 3


@given(st.text(alphabet=st.sampled_from(HARMLESS + SPACES + "ab1中e\u0301\n"), max_size=30))
def test_every_place_of_the_plain_text_leads_back_to_the_same_character(text: str) -> None:
    read = plain.read(text)
    for at, char in enumerate(read.text):
        there = text[read.back(at)]
        assert there == char or unicodedata.normalize("NFD", char)[0] == there or char in " -"


@pytest.mark.parametrize("escape", ["\\u202e", "\\x00", "\\ue000", "\\u2028", "\\U0001F600"])
def test_an_escape_smuggles_nothing_in(escape: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(f'a: "x{escape}y"\n', "x.yaml")
    assert caught.value.problems[0].rule == "characters"
    assert parse('a: "x\\u200by"\n', "x.yaml").data == {"a": "xy"}


def test_remarks_may_hold_what_they_like() -> None:
    assert parse("# 👍 ⻋\na: 1  # \ue000\n", "x.yaml").data == {"a": 1}


def test_a_binary_file_is_not_a_thousand_findings() -> None:
    with pytest.raises(ContentError) as caught:
        parse("".join(map(chr, range(1, 32))) * 100, "x.yaml")
    assert len(caught.value.problems) == characters.MOST + 1


def test_the_articles_words_keep_what_is_only_unusual() -> None:
    assert characters.faults("二○一八年", "quote") == []
    assert characters.faults("⻋", "quote") != []
    assert characters.without_faults("⻋\u200b二○一八\u202e") == "车二○一八"


def test_a_terminal_is_handed_nothing_that_it_obeys() -> None:
    shown = show(Problem("x", "a\x1b[31m", Place("f", 1, 3)), {"f": "\u202eab\x1b" + "c" * 5000})
    assert not set(shown) & set("\x1b\u202e")
    assert len(shown) < 600


with (ROOT / "tests" / "cases" / "keyboard.yaml").open(encoding="utf-8") as _file:
    SLIPS = yaml.safe_load(_file)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in SLIPS])
def test_a_slip_of_the_keyboard_is_told_where_it_stands_and_alone(case: dict[str, str]) -> None:
    assert case["old"] in CONTENT
    text = CONTENT.replace(case["old"], case["new"], 1)
    line = text[: text.index(case["new"])].count("\n") + 1 + int(case.get("further", 0))
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "content/willow.yaml"))
    problem, *more = caught.value.problems
    assert problem.place.line == line, problem
    assert case["says"] in problem.message + " ".join(text for _, text in problem.notes), problem
    assert not [one for one in more if one.place.line != line], more


def _read(text: str) -> None:
    for kind in (Glossary, Subdistrict):
        try:
            validate(kind, parse(text, "x.yaml"))  # type: ignore[type-var]
        except ContentError as error:
            assert error.problems


@given(st.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    _read(text)


_MARKS = "：，、【】「」“”＃＜＞〈〉｛｝{}[]-—:,#\"'*&!|>%@\t　\u00a0"
_WORDS = ["\n", "  ", "terms:\n", "- zh: ", "en: ", "\\u202e", "\\ud800", "9" * 30]
PIECES = st.sampled_from([*CONTENT.split("\n"), *_MARKS, *_WORDS])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_pieces_of_a_content_file_are_read_or_told(text: str) -> None:
    _read(text)


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 950 + "]" * 950, "a: " + "{a: " * 950, "- " * 950 + "x", f"a: {'9' * 5000}", f"a: 0.{'9' * 5000}",
     f"{'k' * 100_000}: 1", f'"{"k" * 100_000}": 1', f"? {'k' * 100_000}\n: 1", 'a: "\\ud800"', "a: &a [*a, *a]"],
)  # fmt: skip
def test_what_breaks_parsers_is_told(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        validate(Glossary, parse(text, "x.yaml"))
    assert all(len(show(problem, {"x.yaml": text})) < 1000 for problem in caught.value.problems)
    assert Path(caught.value.problems[0].place.file).name == "x.yaml"


@pytest.mark.parametrize("char", ["\u2ecb", "\u2f08", "\u2fd5"])
def test_a_radical_is_called_one(char: str) -> None:
    with pytest.raises(ContentError) as told:
        parse(f"zh: 甲{char}乙\n", "willow.yaml")
    assert "is a radical" in told.value.problems[0].message
