"""What the theme may say: colours, families that are embedded, sizes, and inks that dry; the rest is refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bulletin.content.yaml_text import parse
from bulletin.edition.theme import of, read
from bulletin.edition.typescale import scale, setting
from bulletin.problems import ContentError
from tests.conftest import ROOT

TEXT = (ROOT / "templates" / "theme.yaml").read_text(encoding="utf-8")


def themed(**changes: Any) -> str:
    """The theme with these values, by a path of keys joined with two underscores."""
    data = yaml.safe_load(TEXT)
    for path, value in changes.items():
        *above, last = path.split("__")
        part = data
        for step in above:
            part = part[step]
        if value is None:
            del part[last]
        else:
            part[last] = value
    return yaml.safe_dump(data, allow_unicode=True)


def refusals(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read(parse(text, "templates/theme.yaml"))
    return "; ".join(problem.message for problem in caught.value.problems)


@pytest.mark.parametrize("colour", ["#12", "123456", "#1234567", "#12345g", "#1234-6", "red", "##23456"])
def test_a_colour_is_six_digits_behind_a_hash(colour: str) -> None:
    assert colour in refusals(themed(colours__ink=colour))


@pytest.mark.parametrize("colour", ["#000000", "#abcdef", "#ABCDEF", "#0a9F3c"])
def test_a_colour_may_be_any_of_them(colour: str) -> None:
    assert read(parse(themed(colours__ink=colour), "x.yaml"))["colours"]["ink"] == colour


def test_a_family_is_one_of_those_that_are_embedded() -> None:
    assert "Comic Sans" in refusals(themed(faces__serif__en="Comic Sans"))


@pytest.mark.parametrize(("ink", "sound"), [([100, 100, 100, 0], True), ([100, 100, 100, 1], False)])
def test_more_ink_than_dries_is_refused(ink: list[int], sound: bool) -> None:
    text = themed(inks__grey=ink)
    if sound:
        assert read(parse(text, "x.yaml"))["inks"]["grey"] == ink
    else:
        assert "300" in refusals(text)


@pytest.mark.parametrize("ink", [[0, 0, 0], [0, 0, 0, 0, 0], [-1, 0, 0, 0], [101, 0, 0, 0]])
def test_an_ink_has_four_parts_of_a_hundred(ink: list[int]) -> None:
    assert refusals(themed(inks__grey=ink))


@pytest.mark.parametrize(("size", "sound"), [(0, False), (0.5, True), (1000, True), (1001, False), (-3, False)])
def test_a_size_is_more_than_nothing_and_no_more_than_a_metre(size: float, sound: bool) -> None:
    if sound:
        assert read(parse(themed(charts__half=size), "x.yaml"))["charts"]["half"] == size
    else:
        assert "half" in refusals(themed(charts__half=size))


@pytest.mark.parametrize("missing", ["inks__grey", "inks__teal"])
def test_every_colour_and_accent_has_its_ink(missing: str) -> None:
    assert missing.partition("__")[2] in refusals(themed(**{missing: None}))


def test_an_accent_needs_the_inks_of_both_its_tones() -> None:
    assert "teal" in refusals(themed(inks__teal=[10, 10, 10, 10]))


def test_a_colour_of_a_template_s_own_needs_an_ink_and_is_a_colour() -> None:
    assert "extra" in refusals(themed(colours__extra="#123456"))
    assert "nothing" in refusals(themed(colours__extra="nothing"))
    assert read(parse(themed(colours__extra="#123456", inks__extra=[1, 2, 3, 4]), "x.yaml"))["inks"]["extra"] == [
        1,
        2,
        3,
        4,
    ]


def test_sizes_are_floats_and_the_rest_is_as_it_was() -> None:
    made = read(parse(TEXT, "x.yaml"))
    assert made.keys() == yaml.safe_load(TEXT).keys()
    assert isinstance(read(parse(themed(charts__number__large=8.5), "x.yaml"))["charts"]["number"]["large"], float)


def test_compact_sizes_of_one_language_are_its_own_and_all_others_are_shared() -> None:
    theme = read(parse(TEXT, "templates/theme.yaml"))
    own = {role: sizes["alone"] for role, sizes in theme["type"].items() if "alone" in sizes}
    together, alone = scale(theme, "compact"), scale(theme, "compact", alone=True)
    assert own and {role for role in alone if alone[role] != together[role]} <= own.keys()
    assert {role: alone[role] for role in own} == {role: setting(said) for role, said in own.items()}
    assert all(scale(theme, type, alone=True) == scale(theme, type) for type in ("standard", "large"))


@pytest.mark.parametrize(("share", "sound"), [(0, True), (1, True), (0.5, True), (1.01, False), (-0.01, False)])
def test_a_share_is_from_nothing_to_all(share: float, sound: bool) -> None:
    text = themed(measures__tag__compact=share)
    if sound:
        assert read(parse(text, "x.yaml"))["measures"]["tag"]["compact"] == share
    else:
        assert "compact" in refusals(text)


@pytest.mark.parametrize(
    ("said", "sound"),
    [
        ("10/18", True), ("10.5/18.25", True), ("999/999", True), ("0.5/1", True), ("10", False), ("1000/18", False),
        ("10/1000", False), ("0/18", False), ("10/0", False), ("10/18/20", False), ("-10/18", False), ("10/", False),
    ],
)  # fmt: skip
def test_a_size_of_text_has_its_leading_behind_a_stroke(said: str, sound: bool) -> None:
    """All types of a role give a leading, or none does."""
    text = themed(type__body_zh__large=said)
    if sound:
        assert scale(read(parse(text, "x.yaml")), "large")["body_zh"] == setting(said)
    else:
        assert refusals(text)


def test_a_size_for_one_language_has_a_leading_where_the_others_have_one() -> None:
    assert refusals(themed(type__body_zh__alone="9"))
    assert read(parse(themed(type__body_zh__alone="9/15"), "x.yaml"))["type"]["body_zh"]["alone"] == "9/15"


def test_a_theme_that_lies_over_the_house_s_changes_what_it_says_and_nothing_else() -> None:
    house, own = of(TEXT, "theme.yaml"), "charts: {number: {large: 8.5}}\ninks: {grey: [0, 0, 0, 70]}\n"
    made = of(TEXT, "theme.yaml", "mine", (own, "mine/theme.yaml"))
    assert (house["name"], made["name"]) == ("band", "mine")
    assert made["charts"]["number"] == house["charts"]["number"] | {"large": 8.5}
    assert made["inks"] == house["inks"] | {"grey": [0, 0, 0, 70]}
    assert {key for key in made if made[key] != house[key]} == {"name", "charts", "inks"}


@pytest.mark.parametrize("own", ["colours: {ink: red}\n", "colours: dark\n", "- colours\n", "colour: {}\n"])
def test_what_a_theme_cannot_say_is_told_in_its_own_file(own: str) -> None:
    with pytest.raises(ContentError) as caught:
        of(TEXT, "theme.yaml", "mine", (own, "mine/theme.yaml"))
    assert {problem.place.file for problem in caught.value.problems} == {"mine/theme.yaml"}
