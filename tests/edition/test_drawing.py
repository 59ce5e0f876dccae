"""A logo is plain shapes in plain colours; whatever else it has is named, and nothing of it reaches a page."""

from __future__ import annotations

import re

import pytest

from bulletin.edition.drawing import Unfit, drawing
from tests.conftest import ROOT

LOGO = (ROOT / "tests" / "cases" / "furniture" / "logo.svg").read_bytes()
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
DEEPEST, LARGEST, MOST = 20, 300_000, 2_000
SHAPE = '<rect width="4" height="4" fill="#d0021b"/>'


def svg(inside: str, head: str = HEAD) -> bytes:
    return f"{head}{SHAPE}{inside}</svg>".encode()


def test_shapes_and_their_colours_are_taken() -> None:
    made = drawing(LOGO)
    assert made.ratio == 1
    assert made.colours == ("#d0021b", "#ffffff")
    assert made.svg.count(b"<path") == 2
    assert drawing(made.svg) == made


def test_a_shape_without_a_colour_is_black() -> None:
    assert drawing(svg('<circle r="2"/>')).colours == ("#000000", "#d0021b")
    assert drawing(svg('<g fill="#fff"><circle r="2"/></g>')).colours == ("#d0021b", "#ffffff")


def test_what_drawing_programs_say_to_themselves_is_left_out() -> None:
    inside = (
        '<metadata>x</metadata><i:tool xmlns:i="urn:i"/><g id="a" style="fill:#d0021b;stroke:none"><circle r="2"/></g>'
    )
    made = drawing(svg(inside))
    assert b"urn:i" not in made.svg
    assert b"metadata" not in made.svg
    assert made.colours == ("#d0021b",)


@pytest.mark.parametrize(("inside", "says"), [
    ("<script>alert(1)</script>", "a script"),
    ('<circle r="2" onclick="alert(1)"/>', "a script (onclick)"),
    ("<foreignObject/>", "a web page inside"),
    ('<image href="x.png"/>', "made of pixels"),
    ('<image xlink:href="data:image/png;base64,AAAA"/>', "made of pixels"),
    ('<a href="https://example.org"><circle r="2"/></a>', "another file or address"),
    ('<circle r="2" fill="url(#x)"/>', "another file or address (fill)"),
    ('<circle r="2" style="fill:url(https://example.org/x)"/>', "another file or address"),
    ('<use href="#a"/>', "used by reference"),
    ("<text>街道</text>", "convert it to outlines"),
    ("<style>circle { fill: red }</style>", "a style sheet"),
    ('<defs><linearGradient id="x"/></defs>', "a gradient"),
    ('<circle r="2"><animate attributeName="r" to="3"/></circle>', "it moves"),
    ('<circle r="2" opacity=".5"/>', "half transparent"),
    ('<circle r="2" fill="tomato"/>', "a colour is written #rrggbb, not 'tomato'"),
    ('<marker id="m"/>', "not known here: marker"),
    ('<circle r="2" filter="blur(2px)"/>', "not known here: filter"),
    ('<h:b xmlns:h="urn:h"><circle xmlns="http://www.w3.org/2000/svg" r="2"/></h:b>', "not known here: b"),
])  # fmt: skip
def test_each_bad_kind_has_its_line(inside: str, says: str) -> None:
    with pytest.raises(Unfit, match=says.replace("(", r"\(").replace(")", r"\)")):
        drawing(svg(inside))


@pytest.mark.parametrize(("data", "says"), [
    (b"\x89PNG", "no SVG"),
    (b"", "no SVG"),
    (b"<html/>", "no SVG"),
    (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>", "no SVG"),
    (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + LOGO, "entities"),
    (b"<?xml-stylesheet href='x.css'?>" + LOGO, "style sheet"),
    (svg("", HEAD.replace('viewBox="0 0 10 10"', "")), "no size"),
    (svg("", HEAD.replace("0 0 10 10", "0 0 10 nan")), "no size"),
    (svg("", HEAD.replace("0 0 10 10", "0 0 100 1")), "too long"),
    (HEAD.encode() + b"</svg>", "no shape"),
    (svg(SHAPE * (MOST + 1)), "more than"),
    (svg("<g>" * 40 + SHAPE + "</g>" * 40), "more than"),
    (LOGO + b" " * LARGEST, "larger than"),
])  # fmt: skip
def test_what_is_no_drawing_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        drawing(data)


def _nested(groups: int) -> bytes:
    return HEAD.encode() + (f"{'<g>' * groups}{SHAPE}{'</g>' * groups}</svg>").encode()


def _sized(width: str, height: str) -> bytes:
    return svg("", HEAD.replace('viewBox="0 0 10 10"', f'viewBox="5 5 {width} {height}"'))


@pytest.mark.parametrize(("most", "more", "says"), [
    (_nested(DEEPEST - 1), _nested(DEEPEST), "more than"),
    (svg(SHAPE * (MOST - 2)), svg(SHAPE * (MOST - 1)), "more than"),
    (LOGO + b" " * (LARGEST - len(LOGO)), LOGO + b" " * (LARGEST - len(LOGO) + 1), "larger than 300 KB"),
    (_sized("60", "10"), _sized("60.1", "10"), "too long"),
    (_sized("10", "60"), _sized("10", "60.1"), "too long"),
    (_sized("10", "10"), _sized("10", "0"), "no size"),
    (_sized("10", "10"), _sized("-10", "10"), "no size"),
    (_sized("10", "10"), _sized("10", "10 10"), "no size"),
])  # fmt: skip
def test_as_much_as_a_drawing_may_be_is_taken_and_more_is_not(most: bytes, more: bytes, says: str) -> None:
    assert drawing(most).colours
    with pytest.raises(Unfit, match=says):
        drawing(more)


def test_a_drawing_is_as_wide_as_it_says_by_its_box_or_its_sides() -> None:
    assert drawing(_sized("40", "10")).ratio == 4
    sides = drawing(svg("", HEAD.replace('viewBox="0 0 10 10"', 'width="30mm" height="12.5mm"')))
    assert sides.ratio == 2.4
    assert b'viewBox="0 0 30 12.5"' in sides.svg


@pytest.mark.parametrize(("given", "taken"), [
    ('fill="#FFF"', ' fill="#ffffff"'),
    ('fill="#1aB"', ' fill="#11aabb"'),
    ('fill="Black"', ' fill="#000000"'),
    ('fill=" none "', ' fill="none"'),
    ('style="fill : red; stroke-width:2"', ' fill="#ff0000" stroke-width="2"'),
    ('style="fill"', ""),
    ('opacity="1" fill-opacity="100%" stroke-opacity=" 1.0 "', ""),
    ('stroke-miterlimit="4" clip-rule="evenodd" display="inline"', ""),
    ('id="a" class="b"', ""),
    ('transform="translate(1, -2)"', ' transform="translate(1, -2)"'),
    ('xml:space="preserve" i:label="x" xmlns:i="urn:i"', ""),
])  # fmt: skip
def test_of_a_shape_is_taken_what_it_looks_like(given: str, taken: str) -> None:
    assert f'<circle r="2"{taken}/>'.encode() in drawing(svg(f'<circle r="2" {given}/>')).svg


@pytest.mark.parametrize(("given", "says"), [
    ('x="1"', "not known here: x"),
    ('width="1"', "not known here: width"),
    ('display="none"', "not known here: display"),
    ('transform="a;b"', "not known here: transform"),
    ('fill="#12345"', "not '#12345'"),
    ('stroke="rgb(1,2,3)"', "not 'rgb(1,2,3)'"),
    ('fill-opacity="0.99"', "half transparent"),
])  # fmt: skip
def test_what_is_not_known_of_a_shape_is_named(given: str, says: str) -> None:
    with pytest.raises(Unfit, match=re.escape(says)):
        drawing(svg(f'<circle r="2" {given}/>'))
