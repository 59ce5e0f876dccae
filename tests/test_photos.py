"""A bulletin with photographs of every shape: checked like prose, the same in every edition, nothing of the camera."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from PIL import Image

from bulletin import gate
from bulletin.build import Builder
from bulletin.edition.walk import every
from bulletin.made import Made
from bulletin.messages import speak
from bulletin.plates.photo.edit import PhotoPlate
from bulletin.press.photographs import MOST_INK
from bulletin.problems import Problem
from bulletin.proofing.preflight import Preflight, preflight
from bulletin.proofing.verdicts import judge, kind_of
from bulletin.remembered import Remembered
from bulletin.variant import LANGUAGES, Variant
from bulletin.word.package import unpack
from tests.conftest import workshop
from tests.forked import generate
from tests.photo_project import FRONT, PARKS, photo, project, shot
from tests.pictures import SERIAL, camera, saved, scene
from tests.writers.docx.structure import faults
from tests.writers.verapdf import validate

pytestmark = pytest.mark.slow

TRACES = [SERIAL.encode(), b"Exif", b"Bulletin Phone", b"Li Ming\0", b"ICC_PROFILE"]
FOUR = 6
"""Photographs that the plates of the project hold: one, one, one and three."""


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("photos") / "project")


@pytest.fixture(scope="module")
def made(four: Path) -> Made:
    return Builder(workshop(four)).make("willow", ("pdf", "docx"))


@pytest.fixture(scope="module")
def pressed(four: Path) -> Made:
    return Builder(workshop(four), Variant("press")).make("willow", ("pdf",))


def errors(folder: Path, **more: Any) -> list[Problem]:
    return [one for one in gate.check(workshop(folder), **more).problems if one.level == "error"]


# ---------------------------------------------------------------------------------------------- the editions


def test_all_is_sound(four: Path) -> None:
    assert errors(four, press=True) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_archive_and_a_screen_reader_take_it(language: Any, four: Path, tmp_path: Path) -> None:
    variant = Variant(language=language)
    (file,) = Builder(workshop(four), variant).make("willow", ("pdf",)).files.items()
    found = preflight(file[1])
    assert [one for one in judge(found, "office") if one.level == "error"] == []
    assert set(found.inks.colours) == {"DeviceRGB", "DeviceGray"}
    assert min(one.dpi for one in found.inks.pictures) == pytest.approx(300, abs=0.5)
    (tmp_path / "made.pdf").write_bytes(file[1])
    assert validate(tmp_path / "made.pdf") == {"PDFA_3_A": [], "PDFUA_1": []}


def test_the_same_project_gives_the_same_bytes(made: Made, pressed: Made, four: Path) -> None:
    assert Builder(workshop(four)).make("willow", ("pdf", "docx")).files == made.files
    assert Builder(workshop(four), Variant("press")).make("willow", ("pdf",)).files == pressed.files


def test_each_is_a_figure_with_words_for_who_does_not_see_it(made: Made) -> None:
    with pikepdf.open(io.BytesIO(made.files["willow.pdf"])) as pdf:
        kinds = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        alts = [str(one.Alt) for one in kinds if one.S == "/Figure" and "/Alt" in one]
        captions = [one for one in kinds if one.S == "/Caption"]
    said = [alt for alt in alts if "太阳" in alt or "树" in alt or "田野" in alt or "游园3个" in alt]
    assert len(said) == FOUR
    assert any("The sun over the fields" in alt for alt in said)
    assert len(captions) >= FOUR - 2


def test_nothing_of_the_camera_is_in_what_is_made(four: Path, made: Made, pressed: Made) -> None:
    """Streams opened: in a PDF and in a package they are packed."""
    assert any(trace in path.read_bytes() for path in (four / "photos").iterdir() for trace in TRACES)
    for name, data in {**made.files, **pressed.files}.items():
        if name.endswith(".docx"):
            whole = b"".join(unpack(data).values())
        else:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                whole = data + b"".join(
                    one.read_raw_bytes() if one.get("/Subtype") == "/Image" else one.read_bytes()
                    for one in pdf.objects
                    if isinstance(one, pikepdf.Stream)
                )
        assert [trace for trace in TRACES if trace in whole] == [], name


def test_the_press_prints_them_in_its_inks_and_no_more_of_them_than_paper_takes(pressed: Made) -> None:
    for name, data in pressed.files.items():
        found = preflight(data)
        assert [one.message for one in judge(found, kind_of(name)) if one.level == "error"] == []
        assert found.inks.colours == ("DeviceCMYK",) and 200 < found.inks.total < 300
        assert len(found.inks.pictures) == FOUR - 1 - 1, "the row has three of one size"
    with pikepdf.open(io.BytesIO(pressed.files["willow.press.pdf"])) as pdf:
        found_grey = [black_alone(one) for one in pdf.objects if is_picture(one)]
    assert found_grey.count(True) == 1


def is_picture(thing: Any) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


def black_alone(stream: Any) -> bool:
    with Image.open(io.BytesIO(stream.read_raw_bytes())) as image:
        cyan, magenta, yellow, black = (band.getextrema() for band in image.split())
    return max(cyan[1], magenta[1], yellow[1]) < 8 and black[1] > 100  # type: ignore[operator,type-var]


def test_the_darkest_photograph_stays_within_the_limit_in_a_file_read_back(tmp_path: Path) -> None:
    """Noise of dark colours is what a JPEG is worst at: it is written without loss where that is needed."""
    folder = project(tmp_path / "dark", [photo("dark.png", "夜里的田野", "The field at night")])
    noise = Image.effect_noise((1100, 740), 90).point(lambda light: light // 6)
    dark = Image.merge("RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    (folder / "photos" / "dark.png").write_bytes(saved(dark, "PNG"))
    found = preflight(Builder(workshop(folder), Variant("press")).make("willow", ("pdf",)).files["willow.press.pdf"])
    assert MOST_INK - 5 < found.inks.total < 300


def test_in_word_they_are_real_pictures_with_their_words(made: Made) -> None:
    data = made.files["willow.docx"]
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        photos = [name for name in package.namelist() if name.endswith(".jpg")]
        body = package.read("word/document.xml").decode()
    assert len(photos) == FOUR
    assert 'descr="田野上的太阳" title="The sun over the fields"' in body and "摄影：李明" in body


def test_a_replaced_photograph_is_reported_with_its_place(four: Path, made: Made, tmp_path: Path) -> None:
    parts = unpack(made.files["willow.docx"])
    first = min(name for name in parts if name.endswith(".jpg"))
    parts[first] = saved(scene((500, 300)).rotate(180))
    draft = tmp_path / "willow.docx"
    with zipfile.ZipFile(draft, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    done = generate(four, "import", str(draft))
    assert "was replaced; put the new one into photos/" in done.stdout, done.stdout + done.stderr
    assert "stories.0.plates." in done.stdout
    (tmp_path / "same.docx").write_bytes(made.files["willow.docx"])
    assert "replaced" not in generate(four, "import", str(tmp_path / "same.docx")).stdout


def test_another_photograph_is_built_again_and_the_same_one_is_not(tmp_path: Path) -> None:
    folder = project(tmp_path / "again", [PARKS])
    assert generate(folder, "willow", "--to", "pdf").returncode == 0
    before = (folder / "reports" / "willow.pdf").read_bytes()
    assert "0 files written" in generate(folder, "willow", "--to", "pdf").stdout
    (folder / "photos" / "grey.tif").write_bytes(saved(scene((1200, 800)).rotate(180), "TIFF"))
    assert generate(folder, "willow", "--to", "pdf").returncode == 0
    assert (folder / "reports" / "willow.pdf").read_bytes() != before


# ---------------------------------------------------------------------------------------------- what is refused


def link(folder: Path) -> str:
    outside = folder.parent / "outside.jpg"
    outside.write_bytes(camera((400, 300)))
    (folder / "photos" / "link.jpg").symlink_to(outside)
    return "link.jpg"


def pipe(folder: Path) -> str:
    os.mkfifo(folder / "photos" / "pipe.jpg")
    return "pipe.jpg"


def large(folder: Path) -> str:
    with (folder / "photos" / "large.jpg").open("wb") as file:
        file.truncate(61_000_000)
    return "large.jpg"


def animated(folder: Path) -> str:
    image = scene((400, 300))
    image.save(folder / "photos" / "moves.gif", save_all=True, append_images=[image.rotate(9)])
    return "moves.gif"


ELSEWHERE: dict[str, tuple[str | Callable[[Path], str], str, str]] = {
    "missing": ("nowhere.jpg", "No such file", "文件不存在"),
    "above": ("../seeds/willow.txt", "lies outside photos/", "不在 photos/ 里"),
    "from the root": ("/etc/hostname", "lies outside photos/", "不在 photos/ 里"),
    "a link out": (link, "a link that leads out", "通到项目外面的链接"),
    "a pipe": (pipe, "it is a pipe", "这是管道"),
    "too large": (large, "larger than 60,000,000 bytes", "超过 60,000,000 字节"),
    "animated": (animated, "it holds several pictures", "动画"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_a_bad_photograph_is_one_line_of_a_check_with_its_place(case: str, tmp_path: Path) -> None:
    name, en, zh = ELSEWHERE[case]
    folder = project(tmp_path / "bad", [])
    file = name(folder) if callable(name) else name
    add(folder, photo(file, "田野", "The field"))
    for language, said in (("en", en), ("zh", zh)):
        speak(language)  # type: ignore[arg-type]
        try:
            (told,) = errors(folder)
        finally:
            speak("en")
        assert said in told.message
        line = (folder / "content" / "willow.yaml").read_text(encoding="utf-8").split("\n")[told.place.line - 1]
        assert line.strip().endswith(f"file: {file}")


def add(folder: Path, plate: Any) -> None:
    path = folder / "content" / "willow.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["stories"][0]["plates"].insert(0, plate)
    path.write_text(yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


class Plain(yaml.SafeDumper):
    """Without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def test_all_bad_ones_are_told_at_once_beside_what_else_is_wrong(tmp_path: Path) -> None:
    plates = [photo("none.jpg", "田野", "The field"), photo("gone.jpg", "田野9", "The field")]
    found = errors(project(tmp_path / "bad", plates))
    assert [one.rule for one in found if "No such file" in one.message] == ["read", "read"]
    assert any(one.rule == "typed-number" for one in found)


def test_too_few_pixels_are_a_notice_in_the_line_and_no_error(tmp_path: Path) -> None:
    folder = project(
        tmp_path / "coarse", [photo("small.jpg", "田野", "The field"), photo("srgb.jpg", "田野", "The field")]
    )
    (folder / "photos" / "small.jpg").write_bytes(camera((600, 400)))
    found = [one for one in gate.check(workshop(folder)).problems if one.rule == "photo"]
    assert [(one.level, one.message) for one in found[:1]] == [
        (
            "warning",
            "it prints at 179 dpi, not 300: this size takes 1004 × 670 pixels; use a larger original, or print it "
            "smaller (size, shape)",
        )
    ]
    found_of = preflight(Builder(workshop(folder), Variant("press")).make("willow", ("pdf",)).files["willow.press.pdf"])
    assert coarse(found_of) == ["page 1: a picture of 179 dpi", "page 1: a picture of 269 dpi"]


def coarse(found: Preflight) -> list[str]:
    return [one.message for one in judge(found, "press") if "picture" in one.message]


def test_what_was_looked_through_is_not_decoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, remembered = project(tmp_path / "seen", [FRONT]), Remembered(tmp_path / "memory")
    assert [one for one in gate.check(workshop(folder), remembered).problems if one.level == "error"] == []
    monkeypatch.setattr("bulletin.album.photograph", lambda data: pytest.fail("decoded"))
    assert [one for one in gate.check(workshop(folder), remembered).problems if one.level == "error"] == []


def test_words_and_numbers_of_a_photograph_are_held_like_prose(tmp_path: Path) -> None:
    plate = photo(
        "srgb.jpg", "街道新建游园<parks>", "The subdistrict built <trees>", caption=words("田野有9棵树", "Trees")
    )
    rules = {(one.rule, "alt" in text_at(one, tmp_path)) for one in errors(project(tmp_path / "words", [plate]))}
    assert ("parity", True) in rules and ("typed-number", False) in rules


def words(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def text_at(one: Problem, folder: Path) -> str:
    lines = (folder / "words" / one.place.file).read_text(encoding="utf-8").split("\n")
    return " ".join(lines[max(0, one.place.line - 2) : one.place.line])


@pytest.mark.parametrize(
    ("plate", "said"),
    [
        ({"kind": "photo", "caption": words("田", "F"), "credit": words("李", "L")}, "one photograph has file"),
        (photo("a.jpg", "田", "F") | {"pictures": [shot("b.jpg", "田", "F")] * 2}, "one photograph has file"),
        ({**photo("a.jpg", "田", "F"), "alt": None}, "alt stands beside file"),
        ({**photo("a.jpg", "田", "F"), "caption": None}, "it needs a caption"),
        ({**photo("a.jpg", "田", "F"), "credit": None}, "it needs a credit"),
        (
            {
                "kind": "photo",
                "pictures": [shot("a.jpg", "田", "F")] * 2,
                "credit": words("李", "L"),
                "focus": {"x": 1},
            },
            "each has its own focus",
        ),
    ],
)
def test_what_a_plate_of_photographs_lacks_is_told(plate: Any, said: str, tmp_path: Path) -> None:
    plate = {key: value for key, value in plate.items() if value is not None}
    folder = project(tmp_path / "lacks", [])
    add(folder, plate)
    assert any(said in one.message for one in errors(folder))


# ---------------------------------------------------------------------------------------------- the layout


def test_the_program_sets_it_wider_or_lower_but_never_too_coarse(four: Path) -> None:
    edition, _ = Builder(workshop(four)).edition("willow")
    plates = {plate.id: plate for plate in every(PhotoPlate, edition.pages)}
    front, upright, parks, row = plates.values()
    assert front.mm == (178.0, 76.29) and not front.beside
    lower = front.reshaped("full", 0.8)
    assert lower is not None and lower.mm[1] == pytest.approx(front.mm[1] * 0.8, abs=0.01)
    left, top, right, bottom = lower.box(front.shots[0])
    assert left <= 0.3 * 2600 <= right and top <= 0.4 * 1700 <= bottom
    assert front.reshaped("full", 2.0) is None, "taller than half a page"
    for plate in (upright, parks):
        wide = plate.reshaped("full", 1.0)
        assert wide is not None and wide.beside and wide.mm == plate.mm, "upright, or of too few pixels to be wider"
    assert len(row.shots) == 3 and row.mm == (57.33, 57.33)


def test_a_page_of_photographs_that_the_program_lays_out(tmp_path: Path) -> None:
    folder = project(tmp_path / "auto", [FRONT], pages="auto")
    made = Builder(workshop(folder)).make("willow", ("pdf",))
    found = preflight(made.files["willow.pdf"])
    (picture,) = found.inks.pictures
    assert (picture.page, picture.width) == (1, 2102), "on the front page, over the full width"
