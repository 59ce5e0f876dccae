"""What a plot is made of: where it ends, whether it meets another, and what it is as SVG inside a page."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bulletin.charts.inline import inline_svg
from bulletin.charts.shapes import MM, Area, Disc, Drawing, Label, Polygon, Shape, Strokes
from bulletin.charts.tables import number

BOX = Area(10, 20, 30, 40)


def test_an_area_ends_as_far_as_it_is_wide_and_high() -> None:
    assert (BOX.right, BOX.bottom) == (40, 60)
    assert BOX.around(Area(0, 30, 5, 5)) == Area(0, 20, 40, 40)
    assert BOX.around(Area(35, 50, 10, 30)) == Area(10, 20, 35, 60)
    assert BOX.around(Area(12, 22, 1, 1)) == BOX


@pytest.mark.parametrize(("other", "gap", "meets"), [
    (Area(40, 20, 1, 1), 0, False), (Area(39.9, 20, 1, 1), 0, True), (Area(40, 20, 1, 1), 0.1, True),
    (Area(9, 20, 1, 1), 0, False), (Area(9.1, 20, 1, 1), 0, True), (Area(9, 20, 1, 1), 0.1, True),
    (Area(10, 60, 1, 1), 0, False), (Area(10, 59.9, 1, 1), 0, True), (Area(10, 60, 1, 1), 0.1, True),
    (Area(10, 19, 1, 1), 0, False), (Area(10, 19.1, 1, 1), 0, True), (Area(10, 19, 1, 1), 0.1, True),
    (Area(39.9, 60, 1, 1), 0, False), (Area(20, 30, 1, 1), 0, True),
])  # fmt: skip
def test_areas_that_only_touch_do_not_meet(other: Area, gap: float, meets: bool) -> None:
    assert BOX.meets(other, gap) is other.meets(BOX, gap) is meets


SHAPES: tuple[tuple[Shape, Area], ...] = (
    (Polygon(((1, 2), (4, 2), (4, 6)), edge="#ff0000", line=2), Area(1 - MM, 2 - MM, 3 + 2 * MM, 4 + 2 * MM)),
    (Polygon(((1, 2), (4, 2), (4, 6)), face="#000000"), Area(1, 2, 3, 4)),
    (Disc(5, 6, 2, edge="#ff0000", line=4), Area(3 - 2 * MM, 4 - 2 * MM, 4 + 4 * MM, 4 + 4 * MM)),
    (Strokes((((1, 1), (2, 3)), ((0, 5), (7, 4))), "#ff0000", 2, (3, 1)), Area(-MM, 1 - MM, 7 + 2 * MM, 4 + 2 * MM)),
)  # fmt: skip
LABEL = Label("a & b", 3, 9, "center", 8, 600, "#333333", ("Noto",), Area(1, 6, 4, 4))


@pytest.mark.parametrize(("shape", "area"), SHAPES)
def test_the_ink_of_a_shape_ends_with_half_its_line(shape: Shape, area: Area) -> None:
    found = shape.area
    assert (found.x, found.y, found.width, found.height) == pytest.approx((area.x, area.y, area.width, area.height))


def test_a_drawing_is_moved_whole_and_to_the_right() -> None:
    drawing = Drawing(50, 40, "#ffffff", (LABEL,), tuple(shape for shape, _ in SHAPES), (BOX,))
    moved = drawing.moved(2.5)
    assert (moved.width, moved.height, moved.marks) == (50, 40, (Area(12.5, 20, 30, 40),))
    assert (moved.labels[0].x, moved.labels[0].area, moved.labels[0].baseline) == (5.5, Area(3.5, 6, 4, 4), 9)
    for old, new in zip(drawing.shapes, moved.shapes, strict=True):
        assert (new.area.x, new.area.y) == (pytest.approx(old.area.x + 2.5), old.area.y)
        assert (new.area.width, new.style) == (pytest.approx(old.area.width), old.style)
    assert moved.moved(-2.5).shapes[0] == drawing.shapes[0]


def test_shapes_are_alike_where_all_but_their_place_is() -> None:
    disc, stroke = Disc(1, 2, 3, "#1", "#2", 0.5), Strokes((((0, 0), (1, 1)),), "#2", 0.5, (3, 1), 4)
    assert disc.style == ("disc", "#1", "#2", 0.5, 2, ())
    assert stroke.style == ("strokes", None, "#2", 0.5, 4, (3, 1))
    assert Polygon(((0, 0),), "#1", None, 0.0, 5).style == ("polygon", "#1", None, 0.0, 5, ())


def svg(*shapes: Shape, labels: tuple[Label, ...] = ()) -> str:
    drawing = Drawing(50.5, 40, "#ffffff", labels, shapes, ())
    whole = inline_svg(drawing, {"#FF0000": "red", "#333333": "ink"}, 'said "so"')
    head = '<svg viewBox="0 0 50.5 40" role="img" aria-label="said &quot;so&quot;">'
    assert whole.startswith(head) and whole.endswith("</svg>")
    return whole.removeprefix(head).removesuffix("</svg>")


@pytest.mark.parametrize(("shape", "drawn"), [
    (Disc(5.126, 0, 2, face="#ff0000"), '<circle cx="5.13" cy="0" r="2" class="f-red"/>'),
    (Disc(5, 6, 2, edge="#ff0000", line=4), '<circle cx="5" cy="6" r="2" class="f-none s-red" stroke-width="1.41"/>'),
    (Disc(5, 6, 2, face="#abcdef"), '<circle cx="5" cy="6" r="2" fill="#abcdef"/>'),
    (
        Polygon(((1, 2), (4.5, 2), (4, 6)), "#ff0000", "#abcdef", 2),
        '<path d="M1 2L4.5 2L4 6z" class="f-red" stroke="#abcdef" stroke-width="0.71"/>',
    ),
    (
        Strokes((((1, 1), (2, 3)), ((0, 5), (7, 4))), "#333333", 2, (3, 1)),
        '<path d="M1 1L2 3M0 5L7 4" class="f-none s-ink" stroke-width="0.71" stroke-dasharray="2.12 0.71"/>',
    ),
])  # fmt: skip
def test_a_shape_inside_a_page_has_the_page_s_colours_or_its_own(shape: Shape, drawn: str) -> None:
    assert svg(shape) == drawn


def test_what_lies_higher_is_drawn_later_and_words_last() -> None:
    low, high = Disc(1, 1, 1, face="#ff0000", level=1), Disc(2, 2, 2, face="#ff0000", level=3)
    assert svg(high, low, labels=(LABEL,)) == svg(low) + svg(high) + svg(labels=(LABEL,))


FITTED = ' textLength="4" lengthAdjust="spacingAndGlyphs"'


@pytest.mark.parametrize(("text", "anchor", "weight", "drawn"), [
    ("a & b", "center", 600, f' font-weight="600" text-anchor="middle"{FITTED}>a &amp; b'),
    ("ab", "right", 400, f' text-anchor="end"{FITTED}>ab'),
    ("a", "left", 400, ">a"),
])  # fmt: skip
def test_words_keep_the_width_that_they_were_measured_with(text: str, anchor: str, weight: int, drawn: str) -> None:
    label = Label(text, 3, 9, anchor, 8, weight, "#333333", ("Noto",), Area(1, 6, 4, 4))  # type: ignore[arg-type]
    assert svg(labels=(label,)) == f'<text x="3" y="9" font-size="2.82" class="f-ink"{drawn}</text>'


@pytest.mark.parametrize(("value", "said"), [
    (Fraction(5400), "5400"), (Fraction("15.75"), "15.75"), (Fraction(1, 3), "1/3"), (Fraction(0), "0"),
    (Fraction(-3, 2), "-1.5"), (Fraction(10**9), "1000000000"), (Fraction("0.10"), "0.1"),
])  # fmt: skip
def test_a_number_of_a_table_is_exact(value: Fraction, said: str) -> None:
    assert number(value) == said
