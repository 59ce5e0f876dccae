"""The press edition: inks, type, lines, boxes, marks; and what it refuses."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml

from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import TypesettingError
from bulletin.press.palette import BLACK, PAPER, Palette
from bulletin.press.press import press
from bulletin.press.profile import Profile, find_profile
from bulletin.problems import MissingTool
from bulletin.proofing.preflight import Preflight, preflight

CREATED = datetime(2018, 11, 30, tzinfo=UTC)
PROFILE = Profile("Test", bytes(12) + b"prtrCMYK" + bytes(16) + b"acsp" + bytes(92))
CHART = b"""<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 60 20">
<rect x="2" y="2" width="40" height="5" fill="#0b4f6c"/><path d="M0 10H50" stroke="#b9c1c6" stroke-width=".1"/>
<rect x="2" y="12" width="40" height=".1" fill="#b9c1c6"/><rect x="2" y="14" width="9" height="5" fill="#85a7b6"/>
<text x="44" y="6" font-size="3" fill="#0b4f6c" font-family="Source Sans Pro">5,400</text></svg>"""
STYLE = """@page { size: A4; margin: 20mm; bleed: 3mm }
body { font: 10pt "Noto Serif CJK SC"; color: #1a1a1a; margin: 0 }
.band { position: absolute; top: -23mm; left: -23mm; width: 216mm; height: 30mm; background: #0b4f6c }
.rule { border-bottom: .3pt solid #b9c1c6 } .tag { background: #b5361f; color: #fff; font-size: 7pt }
h1 { font-size: 20pt; color: #0b4f6c } small { color: #0b4f6c } i { color: #555 } .none { color: transparent }"""
BODY = """<div class="band"></div><h1>大字</h1><p>正文<small>小字</small><i>灰</i> <span class="tag">草稿</span></p>
<p class="rule">线</p><img src="bulletin:chart.svg" alt="图">"""


def page(typesetter: Typesetter, body: str = BODY, style: str = STYLE) -> bytes:
    html = f'<!doctype html><html lang="zh-Hans"><head><title>x</title><style>{style}</style></head><body>{body}</body>'
    return typesetter.typeset(html, {"bulletin:chart.svg": CHART}, title="试排", created=CREATED).data


@pytest.fixture(scope="module")
def theme(root: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((root / "templates" / "theme.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def data(typesetter: Typesetter, theme: dict[str, Any]) -> bytes:
    return press(page(typesetter), theme, PROFILE)


@pytest.fixture(scope="module")
def found(data: bytes) -> Preflight:
    return preflight(data)


@pytest.fixture(scope="module")
def painted(data: bytes) -> list[tuple[str, str]]:
    """Every operator of the page and its forms, with its operands as text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [(str(op), " ".join(map(str, operands))) for operands, op in everything(pdf)]


def everything(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for sheet in pdf.pages:
        yield from pikepdf.parse_content_stream(sheet)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
            yield from pikepdf.parse_content_stream(thing)


def test_only_cmyk_is_painted(found: Preflight, painted: list[tuple[str, str]], data: bytes) -> None:
    assert found.inks.colours == ("DeviceCMYK",)
    assert len([name for name, _ in painted if name in ("k", "K")]) >= 8
    assert not [name for name, _ in painted if name in ("rg", "RG", "g", "G", "sc", "sh")]
    assert {operands for name, operands in painted if name in ("cs", "CS")} == {"/All"}, "marks, on every plate"
    assert {operands for name, operands in painted if name == "gs"} == {"/Over", "/Knock"}
    assert b"DeviceRGB" not in uncompressed(data) and b"DeviceGray" not in uncompressed(data)
    assert b"/Transparency" not in uncompressed(data)


def uncompressed(data: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
    return target.getvalue()


def test_the_total_of_inks_is_under_300_percent(found: Preflight, theme: dict[str, Any]) -> None:
    builds = Palette.of(theme).builds.values()
    assert len(builds) > 10
    assert max(sum(build) for build in builds) < 3.0
    assert 150 < found.inks.total < 300


def test_small_type_is_black_alone_and_large_type_may_have_colour(painted: list[tuple[str, str]], data: bytes) -> None:
    assert preflight(data).inks.coloured_text == 20.0
    assert ("k", "0 0 0 1") in painted


def test_reversed_type_stays_paper(theme: dict[str, Any]) -> None:
    palette = Palette.of(theme)
    assert palette.text(PAPER, 7) == PAPER
    assert palette.text(palette.ink(0.333, 0.333, 0.333), 7) == BLACK
    assert palette.text(palette.ink(11 / 255, 79 / 255, 108 / 255), 20)[0] == 1.0


def test_a_tint_of_a_colour_is_the_same_tint_of_its_build(theme: dict[str, Any]) -> None:
    palette = Palette.of(theme)
    whole, half = palette.ink(11 / 255, 79 / 255, 108 / 255), palette.ink(133 / 255, 167 / 255, 182 / 255)
    assert half == pytest.approx([part / 2 for part in whole], abs=0.01)


def test_a_colour_that_the_theme_does_not_know_is_refused(typesetter: Typesetter, theme: dict[str, Any]) -> None:
    with pytest.raises(TypesettingError, match=r"#12ab34 is neither in theme\.yaml nor a tint"):
        press(page(typesetter, '<p style="color: #12ab34">x</p>'), theme, PROFILE)


def test_something_half_transparent_is_refused(typesetter: Typesetter, theme: dict[str, Any]) -> None:
    with pytest.raises(TypesettingError, match="half transparent"):
        press(page(typesetter, '<div style="background: rgba(26, 26, 26, .5)">x</div>'), theme, PROFILE)


def test_no_line_is_thinner_than_a_plate_holds(found: Preflight, typesetter: Typesetter) -> None:
    before = preflight(page(typesetter)).inks.thinnest_line
    assert 0 < before < 0.31
    assert found.inks.thinnest_line == pytest.approx(0.2 * 72 / 25.4, abs=0.01)


def test_boxes_and_bleed(found: Preflight) -> None:
    sheet = found.sheets[0]
    assert (sheet.trim, sheet.bleed, sheet.media) == ((210, 297), (216, 303), (230, 317))


def test_the_band_runs_into_the_bleed_and_the_marks_lie_outside_it(data: bytes) -> None:
    at = raster(data)
    assert dark(at(8, 8)) and dark(at(222, 8)), "the bleed's corners, 1 mm in"
    assert not dark(at(5, 15)), "nothing but marks in the slug"
    for x, y in ((2.5, 10), (227.5, 10), (10, 2.5), (220, 2.5), (10, 314.5), (2.5, 307)):
        assert any(dark(at(x + dx / 10, y + dy / 10)) for dx in range(-2, 3) for dy in range(-2, 3)), (x, y)


def raster(data: bytes) -> Any:
    """A function from mm, from the top left corner, to a pixel."""
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=300 / 72).to_pil().convert("RGB")
    document.close()
    return lambda x, y: image.getpixel((min(image.width - 1, round(x * 300 / 25.4)), round(y * 300 / 25.4)))


def dark(pixel: tuple[int, int, int]) -> bool:
    return sum(pixel) < 450


def test_it_names_the_press_and_leaves_out_what_is_not_printed(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert (intent.S, str(intent.Info), intent.DestOutputProfile.N) == ("/GTS_PDFX", "Test", 4)
        assert not {"/StructTreeRoot", "/Names"} & set(pdf.Root.keys())
        assert not any("/Annots" in sheet for sheet in pdf.pages)


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("ISO Coated v2 300% (ECI)", "FOGRA39"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("Japan Color 2001 Coated", "JC200103"),
        ("U.S. Web Coated (SWOP) v2", "CGATS TR 001"),
        ("FOGRA390 of ours", ""),
        ("Artifex CMYK SWOP Profile", ""),
        ("Test", ""),
    ],
)
def test_a_registered_condition_is_named_and_no_other(
    name: str, condition: str, typesetter: Typesetter, theme: dict[str, Any]
) -> None:
    with pikepdf.open(io.BytesIO(press(page(typesetter), theme, Profile(name, PROFILE.data)))) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == (condition or "Custom")
        assert ("/RegistryName" in intent) is bool(condition)
        assert intent.DestOutputProfile.read_bytes() == PROFILE.data


def test_the_same_pages_give_the_same_bytes(data: bytes, typesetter: Typesetter, theme: dict[str, Any]) -> None:
    assert press(page(typesetter), theme, PROFILE) == data


def test_a_profile_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.icc"
    path.write_bytes(b"not a profile" * 20)
    with pytest.raises(MissingTool, match=r"shop\.icc is not an ICC profile for CMYK"):
        find_profile(path)
    with pytest.raises(MissingTool, match="No such file"):
        find_profile(tmp_path / "none.icc")


def test_without_any_profile_it_says_what_to_do() -> None:
    with pytest.raises(MissingTool, match="--profile FILE") as error:
        find_profile(None, places=())
    assert "\n" not in str(error.value)


def test_a_named_profile_is_no_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "shop.icc"
    path.write_bytes(PROFILE.data)
    assert find_profile(path) == Profile("shop", PROFILE.data, stand_in=False)
    assert find_profile(None, places=(str(path),)).stand_in
