"""Colours: contrast of every pair that a page uses (WCAG 2.1, 1.4.3 and 1.4.11), and no colour beside the theme."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from bulletin.content.house import TypeScale
from bulletin.content.yaml_text import parse
from bulletin.edition.blocks import Mark
from bulletin.edition.theme import read as read_theme
from bulletin.edition.typescale import scale
from bulletin.faces import find_faces
from bulletin.pages.marks import mark_svg
from bulletin.pages.running_head import DATED, NAME, SMALL_DATED, SMALL_NAME
from bulletin.pages.sandbox import sheets_of_rooms
from bulletin.pages.templates import property_names, type_properties
from bulletin.press.palette import Palette
from bulletin.problems import ContentError
from bulletin.proofing.declared import unnamed
from bulletin.variant import TYPES
from tests.conftest import ROOT

MARKS: tuple[Mark, ...] = ("done", "under_way", "planned", "standing", "unstated")
TEXT, GRAPHICS = 4.5, 3.0
SHEETS = (
    "styles/bulletin.css",
    "styles/single.css",
    "styles/masthead.css",
    "styles/press.css",
    *sheets_of_rooms(ROOT / "templates"),
)


@pytest.fixture(scope="module")
def theme(root: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((root / "templates" / "theme.yaml").read_text(encoding="utf-8")))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1, definitions)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def pairs(theme: dict[str, Any]) -> list[tuple[str, str]]:
    """Text and what it stands on: paper, and the tint of each accent; paper stands on the flag."""
    colours, accents = theme["colours"], theme["accents"].values()
    grounds = [colours["paper"], colours["pale"], *(tones["pale"] for tones in accents)]
    inks = [colours["ink"], colours["grey"], colours["flag"]]
    made = [(ink, ground) for ink in inks for ground in grounds]
    made += [(tones["deep"], ground) for tones in accents for ground in (colours["paper"], tones["pale"])]
    return [*made, (colours["paper"], colours["flag"])]


def test_every_pair_of_text_and_ground_can_be_read(theme: dict[str, Any]) -> None:
    found = {pair: contrast(*pair) for pair in pairs(theme)}
    assert len(found) >= 20
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


def test_accents_are_as_deep_as_the_theme_says(theme: dict[str, Any]) -> None:
    assert all(contrast(tones["deep"], theme["colours"]["paper"]) >= 7 for tones in theme["accents"].values())


def test_marks_stand_out_from_every_ground(theme: dict[str, Any]) -> None:
    accents = theme["accents"].values()
    found = [contrast(tones["deep"], ground) for tones in accents for ground in (tones["pale"], "#ffffff")]
    assert len(found) == 10
    assert min(found) >= GRAPHICS


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_name_no_colour_that_the_theme_lacks(root: Path, theme: dict[str, Any], sheet: str) -> None:
    css = (root / "templates" / sheet).read_text(encoding="utf-8")
    known = set(theme["colours"].values())
    named = {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", css)}
    assert named <= known, "only page margins spell a colour out: variables do not reach them"
    assert not re.search(r"\brgba?\(|\bhsla?\(|opacity", css)
    used = set(re.findall(r"var\(--([\w-]+)\)", css))
    assert used <= property_names(theme)
    assert used or sheet == "styles/press.css"


def test_every_role_is_set_by_a_sheet(root: Path, theme: dict[str, Any]) -> None:
    sheets = "".join((root / "templates" / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    used = set(re.findall(r"var\(--([\w-]+)\)", sheets))
    assert set(type_properties(theme, "compact", alone=False)) <= used


LESS_THAN_EIGHT = {"proof_head_zh", "proof_head_en", "proof_zh", "proof_en", "proof_row", "proof_quote"}
TAGS = {"raised"}


def test_standard_type_can_be_read_and_large_type_is_for_weak_eyes(theme: dict[str, Any]) -> None:
    standard, large = scale(theme, "standard"), scale(theme, "large")
    assert (standard["body_zh"][0], standard["body_en"][0]) == (10.5, 10)
    assert standard["lead_zh"] == standard["body_zh"], "one size of body"
    assert standard["lead_en"] == standard["body_en"]
    assert 28 <= standard["lead_head_zh"][0] <= 32
    assert large["body_zh"][0] >= 14
    for role, (size, _) in standard.items():
        assert size >= (7.5 if role in LESS_THAN_EIGHT else 6.5 if role in TAGS else 8), role
    for role, (size, _) in large.items():
        assert size >= (8 if role in TAGS or role.startswith(("running_long", "foot")) else 10.5), role
    labels = [sizes for name, sizes in theme["charts"].items() if isinstance(sizes, dict)]
    assert all(sizes["standard"] >= 8 and sizes["large"] >= 10.5 for sizes in labels)


@pytest.mark.parametrize("type", ["standard", "large"])
def test_three_chinese_lines_stand_beside_four_english_ones(theme: dict[str, Any], type: TypeScale) -> None:
    sizes = scale(theme, type)
    for chinese, english in (("body_zh", "body_en"), ("lead_zh", "lead_en")):
        above, beside = sizes[chinese][1], sizes[english][1]
        assert above and beside and 3 * above == pytest.approx(4 * beside)


@pytest.mark.parametrize("type", TYPES)
def test_the_running_head_is_measured_in_the_sizes_that_it_is_set_in(theme: dict[str, Any], type: TypeScale) -> None:
    for alone in (False, True):
        sizes = {role: size for role, (size, _) in scale(theme, type, alone=alone).items()}
        name, plain = (sizes["running_name"], sizes["running"]) if not alone else (sizes["running"],) * 2
        assert NAME[type][0] >= 1.04 * name - 0.01 and NAME[type][1] >= plain and min(DATED[type]) >= plain
        small = sizes["running_long"] if alone else sizes["running_long_name"]
        assert SMALL_NAME[type][0] >= small and min(*SMALL_NAME[type], *SMALL_DATED[type]) >= sizes["running_long"]


@pytest.mark.parametrize(
    ("setting", "said"),
    [("x", "10.5/18"), ("0", "10.5/18"), ("10/0", "10.5/18"), ("9/", "10.5/18"), ("9", "every type a leading")],
)
def test_a_size_that_is_none_is_refused(root: Path, setting: str, said: str) -> None:
    text = (root / "templates" / "theme.yaml").read_text(encoding="utf-8")
    broken = re.sub(r"body_zh: \{compact: 9/15.6", f"body_zh: {{compact: {setting}", text)
    assert broken != text
    with pytest.raises(ContentError) as refused:
        read_theme(parse(broken, "templates/theme.yaml"))
    assert said in str([problem.message for problem in refused.value.problems])


def test_a_sheet_that_asks_for_what_the_theme_lacks_is_told_its_line(theme: dict[str, Any]) -> None:
    css = "p { color: var(--ink);\n font-size: var(--body-zj) }"
    assert [(at, "body-zj" in why) for at, why in unnamed(css, property_names(theme))] == [((2, 2), True)]


def test_every_colour_has_a_build_for_the_press_and_greys_are_black_alone(theme: dict[str, Any]) -> None:
    builds = Palette.of(theme).builds
    assert len(builds) >= len(theme["colours"])
    assert max(sum(build) for build in builds.values()) < 3.0
    for name in ("ink", "grey", "rule"):
        assert theme["inks"][name][:3] == [0, 0, 0], name


def test_inks_are_as_dark_as_the_colours_that_they_stand_for(theme: dict[str, Any]) -> None:
    """On a copier an accent must not fall behind the grey of the second language."""
    for name in theme["accents"]:
        cyan, magenta, yellow, black = theme["inks"][name]["deep"]
        grey = 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black
        assert grey > 65, name


# ---------------------------------------------------------------------------------------------- greyscale


def grey_of(svg: bytes) -> float:
    """Mean grey of a mark as it is printed, 6 pt wide, at 600 dpi: 0 is black, 255 paper."""
    from datetime import UTC, datetime

    from bulletin.pages.pdf import Typesetter

    html = """<!doctype html><html lang="zh-Hans"><head><title>x</title><style>@page { size: 6pt; margin: 0 }
    body { margin: 0 } img { display: block; width: 6pt; height: 6pt }</style></head>
    <body><img src="bulletin:mark.svg" alt="x"></body></html>"""
    made = Typesetter(find_faces()).typeset(
        html, {"bulletin:mark.svg": svg}, title="x", created=datetime(2020, 1, 1, tzinfo=UTC)
    )
    document = pypdfium2.PdfDocument(io.BytesIO(made.data))
    image = document[0].render(scale=600 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    pixels = list(image.tobytes())
    return sum(pixels) / len(pixels)


@pytest.mark.parametrize("accent", ["teal", "bronze"])
def test_marks_are_told_apart_on_a_black_and_white_copy(theme: dict[str, Any], accent: str) -> None:
    """Solid, hatched, outlined and dotted are of different greys in the darkest and the lightest accent."""
    deep, grey = theme["accents"][accent]["deep"], theme["colours"]["grey"]
    greys = {kind: grey_of(mark_svg(kind, deep, grey)) for kind in MARKS}
    told_apart = sorted(greys[kind] for kind in ("done", "under_way", "planned", "unstated"))
    assert min(lighter - darker for darker, lighter in pairwise(told_apart)) > 15, greys
    assert greys["done"] < 100 and greys["unstated"] < 252, "none of them vanishes"
