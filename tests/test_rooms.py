"""Every kind of plate has its room, complete, and a sample of it is checked, drawn, set and written in every form."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from bulletin import gate, rooms
from bulletin.build import Builder
from bulletin.charts.artist import Artist
from bulletin.content.parts import Both
from bulletin.content.plates import kind
from bulletin.content.sections import Section, sections
from bulletin.edition.blocks import ChartPlate, PlateRow
from bulletin.edition.compositor import Maker
from bulletin.edition.plates import Editor
from bulletin.edition.walk import every
from bulletin.edition.words import NAMES
from bulletin.evidence.texts import named, parts
from bulletin.pages.html import template_of
from bulletin.variant import Variant
from bulletin.word import read
from bulletin.word.form import WordBlock, WordForm
from bulletin.word.look import SIZES
from bulletin.word.styles import PARAGRAPHS, Styles
from tests import generated, samples
from tests.conftest import ROOT, workshop
from tests.samples import project, publication
from tests.snippets import snippets
from tests.writers.docx.structure import faults


@pytest.mark.parametrize("name", rooms.PLATES.kinds())
def test_a_room_has_all_its_parts(name: str, tmp_path: Path) -> None:
    """Model, editor and sample; then a drawing and words for a chart, or a form of its own, or another room's."""
    rooms.PLATES.part(name, "edit", Editor)
    builder = Builder(workshop(project(tmp_path / "project", (name,))))
    edition, _ = builder.edition(publication(name))
    plate = next(every(PlateRow, edition.pages)).plates[0]
    if isinstance(plate, ChartPlate):
        assert rooms.room_of(plate.spec) == name
        rooms.PLATES.part(name, "draw", Artist)
    else:
        rooms.PLATES.part(rooms.room_of(plate), "word", WordForm)
        assert (ROOT / "templates" / template_of(plate)).exists()


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of the sample with its place."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inside:
        yield from leaves(item, (*path, step))
    if isinstance(value, str):
        yield path, value


def is_full(text: str) -> bool:
    return text.startswith(("willow.", "poplar."))


@pytest.mark.parametrize("name", rooms.PLATES.kinds())
def test_every_fact_that_a_kind_names_is_looked_for(name: str, tmp_path: Path) -> None:
    """However its key is called and however deep it stands: the mark in its type is enough."""
    folder = project(tmp_path / "project", (name,))
    path = folder / "content" / f"{publication(name)}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    plate = (data["stories"] if kind(name).in_bulletins else data["pages"])[0]["plates"][0]
    written = kind(name).model.model_validate(plate)
    places = [place for place, _ in named(parts(written))]
    known = data["facts"] if kind(name).in_bulletins else ()
    assert [place for place, text in leaves(plate) if text in known or is_full(text)] == places
    for number, place in enumerate(places):
        inside = plate
        for step in place[:-1]:
            inside = inside[step]
        owner = "" if kind(name).in_bulletins else f"{inside.get('subdistrict', 'willow')}."
        inside[place[-1]] = f"{owner}nosuch_{chr(97 + number)}"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    messages = " ".join(one.message for one in workshop(folder).check().problems if one.rule == "reference")
    assert [place for n, place in enumerate(places) if f"nosuch_{chr(97 + n)}" not in messages] == []


@pytest.mark.slow
def test_every_sample_is_checked_and_built_in_every_form(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", rooms.PLATES.kinds())
    found = gate.check(workshop(folder))
    assert [problem for problem in found.problems if problem.level == "error"] == []
    builder = Builder(workshop(folder))
    for name in ("willow", "summary"):
        files = builder.make(name).files  # preflight and the audit of numbers look at them
        assert f"{name}.pdf" in files
        assert faults(files[f"{name}.docx"]) == [], "a style of Word that no room declares, too"
        assert list(every(ChartPlate, builder.edition(name)[0].pages))


FORMS = [name for name in rooms.PLATES.kinds("word") if name not in rooms.PLATES.kinds("draw")]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_its_own_has_a_look(name: str, tmp_path: Path) -> None:
    """Each class of its template stands in a style sheet: its own, or one of all editions."""
    edition, _ = Builder(workshop(project(tmp_path / "project", (name,)))).edition(publication(name))
    plate = next(every(PlateRow, edition.pages)).plates[0]
    template = (ROOT / "templates" / template_of(plate)).read_text(encoding="utf-8")
    sheets = [*(ROOT / "templates" / "styles").glob("*.css"), *(ROOT / "templates" / "blocks").glob("*.css")]
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    classes = {word for said in re.findall(r'class="([^"{]*)', template) for word in said.split()}
    assert classes
    assert [word for word in classes if not re.search(rf"\.{re.escape(word)}(?![\w-])", css)] == []


def test_a_room_names_its_styles_as_no_other_does() -> None:
    found = [one for name in rooms.PLATES.kinds("word") for one in brought_by(name)]
    styles = [style.id for one in found for style in one.paragraphs] + [style.id for style in PARAGRAPHS]
    sizes = [size for one in found for size in one.sizes] + list(SIZES)
    assert len(found) >= 2
    assert len(styles) == len(set(styles)) and len(sizes) == len(set(sizes))


def brought_by(name: str) -> list[Styles]:
    module = importlib.import_module(f"bulletin.plates.{name}.word")
    return [value for value in vars(module).values() if isinstance(value, Styles)]


def test_a_draft_has_the_styles_of_what_stands_in_it_alone(tmp_path: Path) -> None:
    """So that a new kind changes no byte of a publication without it."""
    styles = []
    for names in ((), ("pull_quote",)):
        folder = project(tmp_path / f"with {len(names)}", names)
        with ZipFile(BytesIO(Builder(workshop(folder)).make("willow", ("docx",)).files["willow.docx"])) as package:
            styles.append(package.read("word/styles.xml").decode())
    assert ["PullQuoteZH" in one for one in styles] == [False, True]
    assert not any("StepZH" in one for one in styles)


def test_a_sheet_of_a_room_is_read_after_the_one_of_all_and_before_the_press(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ("pull_quote",))
    builder = Builder(workshop(folder))
    edition, _ = builder.edition("willow")
    for variant, first in ((Variant("press"), "bulletin.css"), (Variant("press", "en"), "single.css")):
        sheet = builder.pages.render(edition, builder.charts(edition), variant).resources[f"bulletin:styles/{first}"]
        places = [sheet.index(words) for words in (b".figures li", b".pulled {", b"bleed")]
        assert places == sorted(places)


def test_a_sheet_of_a_room_is_held_to_what_every_sheet_is(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ())
    (folder / "templates" / "blocks" / "nowhere.css").write_text(".a { colour: red }\n", encoding="utf-8")
    (told,) = [one for one in gate.check(workshop(folder)).problems if one.level == "error"]
    assert str(told.place).startswith("templates/blocks/nowhere.css:1:")


@pytest.mark.parametrize("name", rooms.BLOCKS.kinds())
def test_a_block_has_all_its_parts(name: str) -> None:
    """What `pages` can name is made by the room; every block has words of its own, or is a row of plates."""
    if name in rooms.BLOCKS.kinds("model"):
        rooms.BLOCKS.part(name, "model", Section)
        if name != "story":
            rooms.BLOCKS.part(name, "edit", Maker)
    if name != "timeline":
        rooms.BLOCKS.part(name, "word", WordBlock)


@pytest.mark.parametrize("name", samples.blocks())
def test_a_block_with_keys_of_its_own_is_shown_and_can_be_edited(name: str, tmp_path: Path) -> None:
    """Its sample is sound, every text of it is on the page and in the baseline of the draft; without it nothing is."""
    builder = Builder(workshop(project(tmp_path / "project", blocks=(name,))))
    assert [str(one) for one in gate.check(builder.workshop).problems if one.level == "error"] == []
    files = builder.make("willow", ("pdf", "docx")).files  # preflight and the audit of numbers look at them
    kept = read(files["willow.docx"])
    assert kept is not None
    keys = sections()[name].adds
    content = builder.workshop.library.contents["willow"][1]
    texts = {".".join(map(str, path)) for path, part in parts(content) if isinstance(part, Both) and path[0] in keys}
    assert texts and texts <= {entry.path for entry in kept.entries}
    bare, _ = Builder(workshop(project(tmp_path / "without"))).edition("willow")
    assert name not in {rooms.room_of(block) for page in bare.pages for block in page.blocks}


def test_every_phrase_that_code_places_is_asked_of_a_project() -> None:
    """Where its words.yaml lacks one, it is told so before anything is built."""
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "bulletin").rglob("*.py")]
    placed = {name for text in code for name in re.findall(r"words\.phrase\(\s*\"(\w+)\"", text)}
    assert len(placed) > 20
    assert placed - NAMES["phrases"] == set()


def test_a_block_of_its_own_keys_needs_no_other_change(tmp_path: Path) -> None:
    """The drill: a folder with a model that adds a key; the content file may have it at once."""
    room = tmp_path / "asides"
    room.mkdir()
    (room / "__init__.py").write_text("", encoding="utf-8")
    (room / "edit.py").write_text("", encoding="utf-8")
    model = """from bulletin.content.parts import Both
from bulletin.content.sections import Section

SECTION = Section(lambda content: content.asides, {"asides": (list[Both], [])})
"""
    (room / "model.py").write_text(model, encoding="utf-8")
    told = "from bulletin.content.model import Subdistrict; print(Subdistrict.model_fields['asides'].annotation)"
    assert started_with(tmp_path, told, "blocks") == "list[bulletin.content.parts.Both]"


def test_a_room_without_a_floor_is_told_at_once(tmp_path: Path) -> None:
    """The drill: somebody makes a folder for a new kind and forgets its editor."""
    shutil.copytree(rooms.PLATES.folder("nested"), tmp_path / "slopes")
    (tmp_path / "slopes" / "edit.py").unlink()
    assert "bulletin/plates/slopes/edit.py is missing" in started_with(tmp_path)


def test_a_room_without_its_object_is_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(rooms.PLATES.folder("nested"), tmp_path / "slopes")
    (tmp_path / "slopes" / "model.py").write_text('"""Nothing."""\n', encoding="utf-8")
    assert "bulletin/plates/slopes/model.py has 0 objects of the type Kind" in started_with(tmp_path)


def test_a_new_room_is_found_without_any_other_change(tmp_path: Path) -> None:
    shutil.copytree(rooms.PLATES.folder("nested"), tmp_path / "slopes")
    for path in (tmp_path / "slopes").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        text = text.replace('Literal["nested"]', 'Literal["slopes"]').replace("plates.nested.", "plates.slopes.")
        path.write_text(text, encoding="utf-8")
    assert (
        started_with(tmp_path, "print('slopes' in rooms.PLATES.kinds(), len(rooms.PLATES.kinds()))")
        == f"True {len(rooms.PLATES.kinds()) + 1}"
    )


def started_with(folder: Path, then: str = "", package: str = "plates") -> str:
    """The last line that the program says when this folder's rooms are there as well."""
    found = f"from bulletin import {package}, rooms; {package}.__path__.append({str(folder)!r})"
    code = f"{found}; import bulletin.cli; {then}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip().splitlines()[-1]


def test_what_is_generated_is_fresh() -> None:
    for of, path in generated.SCHEMAS.items():
        assert path.read_text(encoding="utf-8") == generated.schema(of), "python -m tests.generated"
    assert generated.GUIDE.read_text(encoding="utf-8") == generated.guide(), "python -m tests.generated"
    assert generated.SNIPPETS.read_text(encoding="utf-8") == snippets(), "python -m tests.generated"


def test_a_term_that_nobody_explains_is_told_and_no_empty_table_is_printed(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ("terms",))
    path = folder / "content" / "summary.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("小微绿地", "老旧楼院"), encoding="utf-8")
    (told,) = [one for one in gate.check(workshop(folder)).problems if one.level == "error"]
    assert (told.rule, told.place.file) == ("chart", "content/summary.yaml") and "老旧楼院" in told.message
