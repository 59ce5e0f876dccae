"""What every PDF of ours is: archival, accessible, reproducible, closed to the outside, and complaining."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bulletin.faces import FAMILIES
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import Pdf, TypesettingError
from bulletin.proofing.aloud import aloud
from tests.writers.rich_page import ATTACHMENTS, HTML, RESOURCES
from tests.writers.verapdf import validate

SQUARE = "bulletin:square.svg"
CREATED = datetime(2018, 11, 30, 16, 30, tzinfo=UTC)


def typeset(typesetter: Typesetter, body: str, style: str = "", **options: Any) -> Pdf:
    """One document with `body`, in our faces."""
    html = f"""<!doctype html><html lang="zh-Hans"><head><title>x</title><style>
    @page {{ size: A4; margin: 20mm }} body {{ margin: 0; font: 10pt 'Noto Serif CJK SC' }} {style}</style></head>
    <body>{body}</body></html>"""
    return typesetter.typeset(
        html, {SQUARE: b'<svg xmlns="http://www.w3.org/2000/svg"/>'}, title="试排", created=CREATED, **options
    )


@pytest.fixture(scope="module")
def rich(typesetter: Typesetter) -> Pdf:
    return typesetter.typeset(HTML, RESOURCES, title="京城路街道 · 试排", created=CREATED, attachments=ATTACHMENTS)


@pytest.fixture(scope="module")
def opened(rich: Pdf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    path = tmp_path_factory.mktemp("rich") / "rich.pdf"
    path.write_bytes(rich.data)
    with pikepdf.open(path) as pdf:
        yield pdf


def test_it_passes_verapdf_for_both_standards(rich: Pdf, tmp_path: Path) -> None:
    path = tmp_path / "rich.pdf"
    path.write_bytes(rich.data)
    assert validate(path) == {"PDFA_3_A": [], "PDFUA_1": []}


def test_verapdf_can_fail(rich: Pdf, tmp_path: Path) -> None:
    """The validator is asked in earnest: a file that has lost its language is refused."""
    path = tmp_path / "broken.pdf"
    path.write_bytes(rich.data)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root.Lang
        pdf.save(path)
    assert any("7.2" in line for line in validate(path, ("PDFUA_1",))["PDFUA_1"])


def test_two_processes_write_the_same_bytes(rich: Pdf) -> None:
    program = """
import hashlib, sys
from datetime import UTC, datetime
from tests.writers.rich_page import ATTACHMENTS, HTML, RESOURCES
from bulletin.faces import find_faces
from bulletin.pages.pdf import Typesetter
created = datetime(2018, 11, 30, 16, 30, tzinfo=UTC)
pdf = Typesetter(find_faces()).typeset(
    HTML, RESOURCES, title="京城路街道 · 试排", created=created, attachments=ATTACHMENTS)
print(hashlib.sha256(pdf.data).hexdigest())
"""
    here = Path(__file__).resolve().parent
    environment = {"PYTHONPATH": f"{here}:{here.parent.parent}", "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"}
    other = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(rich.data).hexdigest()


def test_a_missing_library_is_named() -> None:
    """Without Pango there is no typesetting; the import must say so in one line, and print nothing."""
    program = """
import sys
from unittest.mock import patch
from bulletin.faces import find_faces
from bulletin.problems import MissingTool
from bulletin.pages.pdf import Typesetter
faces = find_faces()
with patch("cffi.FFI.dlopen", side_effect=OSError("cannot load library 'gobject-2.0-0'")):
    try:
        Typesetter(faces)
    except MissingTool as error:
        print(error)
"""
    run = [sys.executable, "-c", program]
    here = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    shown = subprocess.run(run, env={**os.environ, **here}, capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"cannot load library 'gobject-2.0-0': apt-get install libpango-1.0-0 .*\n", shown)


def test_title_language_and_bookmarks(opened: pikepdf.Pdf) -> None:
    assert opened.docinfo.Title == "京城路街道 · 试排"
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True
    assert opened.Root.Lang == "zh-Hans"
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["京城路街道"]
        assert [item.title for item in outline.root[0].children] == ["隐患大多当场整改", "数字与出处"]
    assert {tuple(map(round, page.mediabox)) for page in opened.pages} == {(0, 0, 595, 842)}, "A4"


def test_attachments_carry_type_relation_and_the_given_date(opened: pikepdf.Pdf) -> None:
    assert list(opened.attachments) == ["hazards.csv", "源数据.yaml"]
    source = opened.attachments["源数据.yaml"]
    assert source.get_file().read_bytes() == ATTACHMENTS[0].data
    assert source.get_file().mime_type == "application/yaml"
    assert source.relationship == "/Source"
    assert source.get_file().creation_date == CREATED
    assert len(opened.Root.AF) == 2


def test_only_our_faces_are_embedded(opened: pikepdf.Pdf) -> None:
    descriptors = [thing for thing in opened.objects if _is(thing, "/Type", "/FontDescriptor")]
    names = {re.sub(r"^/[A-Z]{6}\+", "", str(descriptor.FontName)) for descriptor in descriptors}
    allowed = tuple(family.replace(" ", "-") for family in FAMILIES)
    assert names and all(name.startswith(allowed) for name in names), names
    assert all("/FontFile3" in descriptor for descriptor in descriptors)


def test_all_chinese_of_a_story_is_read_before_its_english(rich: Pdf, opened: pikepdf.Pdf) -> None:
    lines = aloud(rich.data)
    first = next(i for i, line in enumerate(lines) if line.startswith(("网格员", "[zh-Hans] 网格员")))
    assert lines[first + 1].startswith("居民可以")
    assert lines[first + 2].startswith("[en] Grid workers") and lines[first + 3].startswith("Residents")
    spoken = [language for language, _ in _spoken(opened)]
    assert spoken.index("en") > 0


def test_every_other_language_is_marked(opened: pikepdf.Pdf) -> None:
    """The text of each element that has lang="en" in the HTML hangs below an element with /Lang en."""
    marked = [thing for thing in opened.objects if _is(thing, "/Lang", "en")]
    assert len(marked) == HTML.count('lang="en"')


def test_running_heads_are_artifacts(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) > 1
    for page in opened.pages:
        content = page.Contents.read_bytes()
        assert content.count(b"/Pagination") == 2, "one head, one foot"


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://127.0.0.1/x.png", "bulletin:charts/none.svg"])
@pytest.mark.parametrize(
    "place", ['<img alt="x" src="{}">', '<link rel="stylesheet" href="{}">', '<p style="background: url({})">x</p>']
)
def test_nothing_else_is_loaded(typesetter: Typesetter, url: str, place: str) -> None:
    with pytest.raises(TypesettingError, match=f"^{url} is not among the resources"):
        typeset(typesetter, place.format(url))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<p>\ue123</p>", r"\.notdef glyph .*U\+E123"),
        ('<a href="#nowhere">见</a>', "No anchor #nowhere"),
        ('<p style="text-justify: auto">字</p>', "text-justify"),
        ('<img src="x.svg">', "Relative URI reference"),
    ],
)
def test_what_the_engine_complains_of_is_an_error(typesetter: Typesetter, body: str, message: str) -> None:
    with pytest.raises(TypesettingError, match=message):
        typeset(typesetter, body)


def test_the_language_of_the_page_is_the_one_asked_for(typesetter: Typesetter) -> None:
    with pytest.raises(TypesettingError, match="should be"):
        typeset(typesetter, "<p>字</p>", language="en")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f'<p class="lead">{"https" * 60}</p>', r"<p class=lead> “httpshttps\w+” sticks out [\d.]+ mm to the right of"),
        ('<div style="width: 300mm; text-align: right">字</div>', r"<div> “字” sticks out 130\.0 mm to the right"),
        (f'<img src="{SQUARE}" alt="x" style="width: 200mm; height: 9mm">', r"<img> sticks out 30\.0 mm to the right"),
        (
            '<div style="display: table; width: 100%; border-left: 1.2mm solid">字</div>',
            r"<div> “字” sticks out 1\.2 mm",
        ),
        ('<div style="height: 290mm"></div>', r"<div> sticks out 33\.0 mm below the page body"),
    ],
)
def test_what_does_not_fit_is_told(typesetter: Typesetter, body: str, told: str) -> None:
    pdf = typeset(typesetter, body)
    assert pdf.log and all(re.search(f"^page 1: {told}", line) for line in pdf.log), pdf.log


def test_text_that_the_engine_drops_is_an_error(typesetter: Typesetter) -> None:
    """A float that is taller than the page is cut without a word."""
    rows = "".join(f"<p>{number}</p>" for number in range(60))
    with pytest.raises(TypesettingError, match="<p> “59” is not, or not whole, on any page"):
        typeset(typesetter, f'<div style="float: left">{rows}</div>')


def test_what_fits_is_not_told(typesetter: Typesetter) -> None:
    """A justified line, a block that is wide or tall without showing it, a mark at the line's edge."""
    lines = "工作人员24小时内答复：先登记，再派单，后回访。" * 9
    assert typeset(typesetter, f'<p style="text-align: justify">{lines}</p>').log == ()
    assert typeset(typesetter, f'<div style="width: 300mm"><p style="width: 90mm">{lines}</p></div>').log == ()
    assert typeset(typesetter, '<div style="height: 290mm"><p>字</p></div>').log == ()


def test_fill_says_how_far_down_a_page_is_used(typesetter: Typesetter) -> None:
    half = typeset(typesetter, '<div style="height: 128.5mm"></div>')
    assert [(fill.page, round(fill.used, 2)) for fill in half.fill] == [(1, 0.5)]
    assert half.log == ()


def _is(thing: Any, key: str, value: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get(key) == value


def _spoken(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """(language, marked content number) in the order in which a screen reader meets them."""
    found: list[tuple[str, int]] = []

    def walk(element: Any, language: str) -> None:
        if isinstance(element, int):
            found.append((language, element))
        elif isinstance(element, pikepdf.Dictionary) and "/K" in element:
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            for kid in kids:
                walk(kid, str(element.get("/Lang", language)))

    walk(pdf.Root.StructTreeRoot, str(pdf.Root.Lang))
    return found


def test_what_variable_faces_alone_need_is_imported_when_it_is_called() -> None:
    code = (
        "import sys; from bulletin.faces import find_faces; from bulletin.pages.pdf import engine, LATE\n"
        "engine(find_faces()); from weasyprint.pdf import fonts\n"
        "assert not sys.modules.keys() & {*LATE}, 'imported'\n"
        "print(type(fonts.subset.Options()).__module__); from fontTools.subset import Options; print(Options.__name__)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["fontTools.subset", "Options"]
