"""What is cut away, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.plates.photo.crop import SHAPES, crop, dpi, kept, natural, pixels

SIDES, SHARES = st.integers(16, 12_000), st.floats(0, 1)


@given(SIDES, SIDES, SHARES, SHARES, st.sampled_from(sorted(SHAPES.values())))
def test_the_part_lies_inside_holds_the_focus_and_has_the_shape(
    wide: int, high: int, x: float, y: float, aspect: float
) -> None:
    left, top, right, bottom = crop((wide, high), (x, y), aspect)
    assert 0 <= left < right <= wide and 0 <= top < bottom <= high
    assert left - 1 <= x * wide <= right + 1 and top - 1 <= y * high <= bottom + 1
    assert abs((right - left) - aspect * (bottom - top)) <= aspect + 1
    assert (right - left, bottom - top)[wide / high > aspect] == (wide, high)[wide / high > aspect], (
        "no less than can be"
    )


@pytest.mark.parametrize(("size", "aspect"), [((30, 1), 0.3), ((1, 30), 2.7), ((1, 1), 1.5)])
def test_of_the_thinnest_photograph_a_pixel_is_left(size: tuple[int, int], aspect: float) -> None:
    assert crop(size, (0, 0), aspect) == (0, 0, 1, 1)


def test_the_focus_moves_the_part() -> None:
    assert crop((3000, 1000), (0, 0.5), 1) == (0, 0, 1000, 1000)
    assert crop((3000, 1000), (1, 0.5), 1) == (2000, 0, 3000, 1000)
    assert crop((3000, 1000), (0.4, 0.5), 1) == (700, 0, 1700, 1000)
    assert kept((3000, 1000), (700, 0, 1700, 1000)) == pytest.approx(1 / 3)


def test_without_a_shape_it_is_the_nearest_to_its_own() -> None:
    sizes = {(3000, 2000): "landscape", (2000, 3000): "portrait", (1000, 1050): "square", (4000, 1500): "wide"}
    assert {size: natural(size) for size in sizes} == sizes


def test_pixels_an_inch() -> None:
    assert dpi((0, 0, 600, 400), 50.8, 33.87) == pytest.approx(300, abs=0.1)
    assert dpi((0, 0, 600, 200), 50.8, 33.87) == pytest.approx(150, abs=0.1), "the worse of both"
    assert pixels((0, 0, 600, 400), 25.4, 16.93) == (300, 200)
