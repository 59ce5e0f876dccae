"""A logo is plain shapes in plain colours; whatever else it has is named, and nothing of it reaches a page."""

from __future__ import annotations

import pytest

from bulletin.edition.drawing import LARGEST, MOST, Unfit, drawing
from tests.conftest import ROOT

LOGO = (ROOT / "tests" / "cases" / "furniture" / "logo.svg").read_bytes()
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
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
