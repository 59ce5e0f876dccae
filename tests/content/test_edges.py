"""Where a kind of character, a bound of the model or a slip begins and ends: on either side of the edge."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.content import counted, plain
from bulletin.content.characters import faults
from bulletin.content.furniture import Distribution, Issue
from bulletin.content.intended import intended
from bulletin.content.keyboard import half_width, half_width_marks, half_width_reference, slips
from bulletin.content.library import Library
from bulletin.content.look_alikes import meant
from bulletin.content.model import Subdistrict
from bulletin.content.prose import is_balanced, references
from bulletin.content.schema_keys import known_keys
from bulletin.content.validate import validate
from bulletin.content.whereabouts import place_of
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError
from bulletin.project import Project
from tests.conftest import CONTENT, small_project


@pytest.mark.parametrize(
    ("codes", "why"),
    [
        ((0x08, 0x0E, 0x1F, 0x7F, 0x80, 0x9F), "control"),
        ((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "separator"),
        ((0x09, 0x0A, 0xA0, 0xAD, 0x3000, 0xFDF0, 0xFE70, 0xFF60, 0xFFE0), ""),
        ((0x2E80, 0x2EF3, 0x2F00, 0x2FD5), "radical"),
        ((0x2FF0, 0x2FFB, 0x2FFF, 0xFFFC, 0xFFFD), "lost"),
        ((0x2FE0, 0x2FEF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x2FFFF, 0x3FFFF, 0x10FFFF), "none"),
        ((0xE000, 0xF8FF, 0xF0000, 0x10FFFD), "private"),
        ((0xF900, 0xFA6D, 0x2F800, 0x2FA1D), "look_alike"),
        ((0xFB00, 0xFB06, 0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF61, 0xFFDC, 0x1D400, 0x1D7FF), "narrow"),
        ((0x10000, 0x1D800, 0x12000), "unset"),
        ((0x20000, 0x2A6DF, 0x2FFFD, 0x30000, 0x3FFFD, 0xE0100), ""),
        ((0xE0001, 0x115F, 0x3164), "unseen"),
        ((0x061C, 0x202A, 0x202E, 0x2066, 0x2069), "bidi"),
        ((0x1F600, 0x1F44D), "emoji"),
    ],
)
def test_a_kind_of_character_begins_and_ends_where_unicode_says(codes: tuple[int, ...], why: str) -> None:
    for code in codes:
        assert [fault.why for fault in faults(f"甲{chr(code)}乙", "zh")] == ([why] if why else []), hex(code)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1\u2009038", "1038"),
        ("12\u2009038", "12038"),
        ("a\u2009038", "a 038"),
        ("12\u2009户", "12 户"),
        ("12\u00a0038", "12 038"),
        ("well\u2010known\u2011as", "well-known-as"),
        ("cafe\u0301s", "cafés"),
        ("甲\u200b乙\ufeff", "甲乙"),
    ],
)
def test_what_nobody_sees_goes_and_what_parts_thousands_joins_them(written: str, read: str) -> None:
    taken = plain.read(written)
    assert taken.text == read
    kept = [at for at, char in enumerate(read) if char in written]
    assert all(written[taken.back(at)] == read[at] for at in kept)


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("Рark", "P"),
        ("СОР", "COP"),
        ("μg", ""),
        ("kΩ", ""),
        ("βeta", ""),
        ("Москва", ""),
        ("甲Р乙", "P"),
        ("Рark。Οur", "PO"),
        ("人カ资源", "力"),
        ("カタカナ", ""),
        ("人力ー", "一"),
        ("人ーa", ""),
        ("a ー人", ""),
    ],
)
def test_a_letter_stands_in_where_its_word_is_latin_or_all_of_it_does(text: str, stands_for: str) -> None:
    assert "".join(meant(text, at) for at in range(len(text))) == stands_for


@pytest.mark.parametrize(
    ("name", "given", "type_instead"),
    [
        ("model.number", "1.2万", "12000"),
        ("model.number", "3个", "3"),
        ("model.number", "25%", "25"),
        ("model.number", "3。", "3"),
        ("model.number", "3；", "3"),
        ("model.number", "1,200余户", "1200"),
        ("model.number", "1.5亿元", "150000000"),
        ("model.number", "三个", ""),
        ("model.number", "9" * 60, "9" * 60),
        ("model.number", "9" * 61, ""),
        ("model.whole", "２０", "20"),
        ("model.date", "2026年11月5日", "2026-11-05"),
        ("model.date", "2026.11.5", "2026-11-05"),
        ("model.date", "2026年2月30日", ""),
        ("model.date", "2026年13月", ""),
        ("model.date", "2026年", "2026"),
        ("model.day", 2018.9, ""),
        ("model.day", 20180901, ""),
        ("model.date", 2018, "2018"),
        ("model.number", 2018, ""),
        ("model.truth", True, ""),
        ("model.truth", 1, "true"),
        ("model.truth", 0, "false"),
        ("model.truth", "是", "true"),
        ("model.truth", "不", "false"),
        ("model.truth", "也许", ""),
        ("model.name", "ｇｒｅｅｎ", "green"),
        ("model.name", "green", ""),
        ("model.name", "绿色", ""),
    ],
)
def test_what_a_value_was_meant_to_be(name: str, given: object, type_instead: str) -> None:
    assert intended(name, given) == type_instead


@pytest.mark.parametrize(
    ("written", "plain_value"),
    [
        ("“3”", "3"),
        ("'3'", "3"),
        ("\"3'", "\"3'"),
        ("'", "'"),
        ("３，", "3"),
        ("−5。", "-5"),
        ("''", ""),
        ('" 3 "', "3"),
    ],
)
def test_a_value_loses_the_marks_of_a_chinese_keyboard(written: str, plain_value: str) -> None:
    assert half_width(written) == plain_value


def test_marks_and_references_are_told_in_half_width() -> None:
    assert [half_width_marks(one) for one in ("，", "。", "《", "（")] == [",", ".", "", "("]
    assert half_width_reference("〈hazards：number〉") == "<hazards:number>"
    assert half_width_reference("＊＊") == half_width_reference("nothing") == "**"


@pytest.mark.parametrize(
    ("text", "balanced", "count"),
    [
        ("甲", True, 0),
        ("**甲**", True, 0),
        ("**甲", False, 0),
        ("**<a>** **<b:number>", False, 2),
        ("甲<b:value>", True, 1),
    ],
)
def test_bold_has_its_partner(text: str, balanced: bool, count: int) -> None:
    assert is_balanced(text) is balanced
    assert len(references(text)) == count


def test_a_reference_has_the_form_that_it_names() -> None:
    forms = [ref.form for ref in references("<a> <a:number> <a:value> <a:other> <A>")]
    assert forms == ["full", "number", "value", "full", "full"]
    assert [ref.id for ref in references("<a> <x.a:number> <A> <a:other>")] == ["a", "x.a", "", ""]


@pytest.mark.parametrize(
    ("issue", "sound"),
    [
        ({"number": 12, "total": 48}, True),
        ({"number": 48, "total": 48}, True),
        ({"number": 49, "total": 48}, False),
        ({"total": 48}, False),
        ({"number": 12}, True),
        ({"number": 1}, True),
        ({"number": 0}, False),
        ({"number": 99999}, True),
        ({"number": 100000}, False),
        ({}, True),
    ],
)
def test_a_later_number_of_all_issues_is_not_smaller_than_that_of_the_year(issue: dict[str, Any], sound: bool) -> None:
    if sound:
        assert Issue.model_validate(issue)
    else:
        with pytest.raises(ValidationError):
            Issue.model_validate(issue)


@pytest.mark.parametrize("key", ["report", "send", "issue", "to", "copies"])
def test_a_paper_is_sent_to_somebody(key: str) -> None:
    assert Distribution.model_validate({key: {"zh": "各社区", "en": "The communities"}})
    with pytest.raises(ValidationError):
        Distribution.model_validate({})


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("park", {"park", "parks"}),
        ("policeman", {"policeman", "policemen"}),
        ("community", {"community", "communities"}),
        ("day", {"day", "days"}),
        ("bus", {"bus", "buss", "buses", "busses"}),
        ("basis", {"basis", "basiss", "basises", "basisses", "bases"}),
        ("hero", {"hero", "heroes"}),
        ("branch", {"branch", "branchs", "branches", "branchhes"}),
        ("shelf", {"shelf", "shelves"}),
        ("knife", {"knife", "knives"}),
    ],
)
def test_a_noun_has_the_plurals_that_english_has(word: str, forms: set[str]) -> None:
    assert counted.plurals(word) == forms


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("community", "communities"),
        ("stretch of road", "stretches of road"),
        ("pocket park", "pocket parks"),
        ("place for cars", "places for cars"),
        ("policeman on duty", "policemen on duty"),
    ],
)
def test_the_likeliest_plural_is_that_of_what_is_counted(noun: str, several: str) -> None:
    assert counted.plural(noun) == several


def _told(text: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "content/willow.yaml"))
    return [(problem.message, problem.notes) for problem in caught.value.problems]


def test_of_two_missing_keys_nobody_knows_which_a_chinese_one_was_meant_to_be() -> None:
    one = CONTENT.replace("article: willow.txt\n", "报道: willow.txt\n")
    ((message, ((_, help),)),) = _told(one)
    assert (message, "article" in help) == ("there is no key 报道 here", True)
    two = one.replace("place: {zh: 柳林街道, en: Liulin Subdistrict}\n", "")
    assert _told(two)[-1] == ("there is no key 报道 here", ())


@pytest.mark.parametrize("text", ["街O一八", "二O年", "O一", "二O", "甲─", "─甲", "a─甲"])
def test_what_stands_beside_one_numeral_or_one_ideograph_alone_is_what_it_is(text: str) -> None:
    assert faults(text, "zh") == []


def test_a_slip_in_a_remark_is_none() -> None:
    marks = "# status：achieved\n\n  # — of: parks\nname: willow\n"
    assert slips(marks, known_keys()) == []
    found = slips("# a\n\nstatus：achieved\n", known_keys())
    assert [(one.at, one.sign) for one in found] == [(11, "：")]


def test_a_slip_within_a_block_text_is_none_and_behind_it_one() -> None:
    block = "notes: >\n  status：achieved\n\n  value= 3\nstatus：achieved\n"
    assert [one.at for one in slips(block, known_keys())] == [block.rindex("：")]


def test_a_block_text_ends_where_a_line_stands_as_far_left_as_its_key() -> None:
    block = "a:\n    notes: >\n      status：achieved\n    status：achieved\n"
    assert [one.at for one in slips(block, known_keys())] == [block.rindex("：")]
    listed = "  - >-\n    status：achieved\n  - status：achieved\n"
    assert [one.at for one in slips(listed, known_keys())] == [listed.rindex("：")]


@pytest.mark.parametrize(
    ("text", "told"),
    [("豈\uf900", ["look_alike"]), ("o\ufb03ce", []), ("Рark", []), ("⻋", ["radical"]), ("甲\ufffd", ["lost"])],
)
def test_in_the_article_s_words_a_letter_may_be_unusual_and_an_ideograph_not(text: str, told: list[str]) -> None:
    assert [fault.why for fault in faults(text, "quote")] == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zh: {zh: 甲 #1 楼, en: b}\n", "the text ends before this #"),
        ("zh: 甲 #1 楼}\na: [1\n", "bracket"),
        ("zh: {zh: 甲, en: b} #1 楼}\na: [1\n", "bracket"),
    ],
)
def test_a_remark_takes_a_bracket_along_where_one_is_open(text: str, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(text, "content/a.yaml")
    assert said in caught.value.problems[0].message, caught.value.problems[0].message


def test_a_text_is_found_by_the_longest_piece_of_it_that_was_printed() -> None:
    parsed = parse("a: 街道新建游园\nb: 街道改造楼院\nc: 短\n", "content/a.yaml")
    texts = [(parsed, (key,), str(parsed.data[key])) for key in "abc"]
    assert place_of("街道改造楼院", texts) == parsed.place(("b",))
    assert place_of("街道改造楼", texts) == parsed.place(("b",))
    assert place_of("街道改广场路", texts) == parsed.place(("b",)), "half of it is enough"
    assert place_of("南苑广场开业", texts) is None
    assert place_of("短", texts) == parsed.place(("c",)), "what is short is all of a text"
    assert place_of("街道", texts) is None


def test_a_library_without_its_own_files_reads_those_that_are_asked_for_and_their_issues(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    later = re.sub("^name: willow", "name: poplar\nsince: willow", CONTENT)
    (root / "content" / "poplar.yaml").write_text(later, encoding="utf-8")
    library = Library.of(Project.at(root), ["poplar"])
    assert set(library.contents) == {"willow", "poplar"}, "an issue brings the one that it goes on from"
    assert set(Library.of(Project.at(root), ["willow"]).contents) == {"willow"}
    assert library.problems == []
