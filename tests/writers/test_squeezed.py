"""Strings are found whole, wherever a line was broken, and never inside a longer number or word."""

from __future__ import annotations

import pytest

from bulletin.proofing.squeezed import Squeezed, squeeze


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("排查隐患5400\n余条⁠5，", "5400余条5", True),  # broken between figure and word; joined by U+2060
        ("more than 1,1203\n Party", "1,120", False),  # the raised 3 belongs to the form
        ("more than 1,1203\n Party", "1,1203Party", True),
        ("haz-\nards", "hazards", True),
        ("ﬁrms", "firms", True),
        ("5 11 7", "511", False),  # two numbers side by side are not one
        ("13\n2\n+", "13", True),
        ("1,141 flats", "141flats", False),
        ("1.5 km", "5km", False),
        ("network", "two", False),
        ("two of 2018.", "2018", True),
        ("12月", "2月", False),
    ],
)
def test_find(text: str, form: str, found: bool) -> None:
    assert bool(list(Squeezed.of([("page 1", text)]).find(form))) is found


def test_a_raised_number_may_stand_apart() -> None:
    text = Squeezed.of([("page 1", "15 3\n项目")])
    assert list(text.find("153")) == []
    assert list(text.find("153", apart=True)) == [0]


def test_a_part_ends_a_number_and_has_its_name() -> None:
    text = Squeezed.of([("page 1", "共5"), ("page 2", "4条")])
    assert list(text.find("54")) == []
    assert [text.names[text.part(at)] for at in (0, 1, 2)] == ["page 1", "page 1", "page 2"]


def test_squeeze_drops_what_line_breaking_puts_in() -> None:
    assert squeeze(" more than\n5,400 haz\u00ad-ards\u2060") == "morethan5,400hazards"


@pytest.mark.parametrize("drawn", [[], ["4条"], [".5", "12 3"], ["万", "a 1"]])
def test_the_head_of_a_text_is_read_as_if_it_stood_alone(drawn: list[str]) -> None:
    page = [("page", "共5 项\n3,"), ("page", "隐患12 more 3")]
    head, alone = Squeezed.of([*page, *(("chart", text) for text in drawn)]).head(len(page)), Squeezed.of(page)
    assert (head.text, head.names, head.starts) == (alone.text, alone.names, alone.starts)
    forms = {alone.text[a:b] for a in range(len(alone.text)) for b in range(a + 1, len(alone.text) + 1)} | {"35", "34"}
    assert len(forms) > 100
    for form in sorted(forms):
        for apart in (False, True):
            assert list(head.find(form, apart=apart)) == list(alone.find(form, apart=apart)), form
        assert [head.fit(at, at + len(form)) for at in head.find(form)] == [
            alone.fit(at, at + len(form)) for at in alone.find(form)
        ]
        assert [head.part(at) for at in head.find(form)] == [alone.part(at) for at in alone.find(form)]
