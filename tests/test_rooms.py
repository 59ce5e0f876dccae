"""Every kind of plate has its room, complete, and a sample of it is checked, drawn, set and written in every form."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin import gate, rooms
from bulletin.build import Builder
from bulletin.charts.artist import Artist
from bulletin.content.plates import kind
from bulletin.content.sections import Section
from bulletin.edition.blocks import ChartPlate, PlateRow
from bulletin.edition.compositor import Maker
from bulletin.edition.plates import Editor
from bulletin.edition.walk import every
from bulletin.evidence.mentions import named
from bulletin.evidence.texts import parts
from bulletin.pages.html import template_of
from bulletin.word.form import WordBlock, WordForm
from tests import generated
from tests.conftest import ROOT, workshop

BED, SAMPLES = ROOT / "tests" / "cases" / "gate" / "project", ROOT / "tests" / "cases" / "plates"


def project(folder: Path, names: tuple[str, ...]) -> Path:
    """The sound project of the gate's tests, with samples of these kinds before its own plates.

    What the facts of the project do not have a sample brings along, as a second document of its file: a sentence of the
    article, and the facts that it states.
    """
    shutil.copytree(BED, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    plates: dict[str, Any] = {}
    for name in names:
        plates[name], *brought = yaml.safe_load_all((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
        for more in brought:
            bring(folder, **more)
    change(folder / "content" / "willow.yaml", [plates[n] for n in names if kind(n).in_bulletins], None)
    change(folder / "content" / "summary.yaml", None, [plates[n] for n in names if not kind(n).in_bulletins])
    return folder


def bring(folder: Path, article: str, facts: dict[str, Any] | None = None) -> None:
    """Lets the article say this, and the content file know it."""
    seed, content = folder / "seeds" / "willow.txt", folder / "content" / "willow.yaml"
    seed.write_text(seed.read_text(encoding="utf-8") + article + "\n", encoding="utf-8")
    data = yaml.safe_load(content.read_text(encoding="utf-8"))
    data["facts"] |= facts or {}
    content.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def change(path: Path, plates: list[Any] | None, pages: list[Any] | None) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if plates is not None:
        content["stories"][0]["plates"][:0] = plates
    if pages:
        content["pages"].insert(0, {"plates": pages})
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.mark.parametrize("name", rooms.PLATES.kinds())
def test_a_room_has_all_its_parts(name: str, tmp_path: Path) -> None:
    """Model, editor and sample; then a drawing and words for a chart, or a form of its own, or another room's."""
    rooms.PLATES.part(name, "edit", Editor)
    builder = Builder(workshop(project(tmp_path / "project", (name,))))
    edition, _ = builder.edition("willow" if kind(name).in_bulletins else "summary")
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
    path = folder / "content" / ("willow.yaml" if kind(name).in_bulletins else "summary.yaml")
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


def test_every_sample_is_checked_and_built_in_every_form(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", rooms.PLATES.kinds())
    found = gate.check(workshop(folder))
    assert [problem for problem in found.problems if problem.level == "error"] == []
    builder = Builder(workshop(folder))
    for name in ("willow", "summary"):
        files = builder.make(name).files  # preflight and the audit of numbers look at them
        assert {f"{name}.pdf", f"{name}.docx"} <= files.keys()
        assert list(every(ChartPlate, builder.edition(name)[0].pages))


@pytest.mark.parametrize("name", rooms.BLOCKS.kinds())
def test_a_block_has_all_its_parts(name: str) -> None:
    """What `pages` can name is made by the room; every block has words of its own, or is a row of plates."""
    if name in rooms.BLOCKS.kinds("model"):
        rooms.BLOCKS.part(name, "model", Section)
        if name != "story":
            rooms.BLOCKS.part(name, "edit", Maker)
    if name != "timeline":
        rooms.BLOCKS.part(name, "word", WordBlock)


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
    assert generated.SCHEMA.read_text(encoding="utf-8") == generated.schema(), "python -m tests.generated"
    assert generated.OF_SUMMARY.read_text(encoding="utf-8") == generated.schema(summary=True)
    assert generated.GUIDE.read_text(encoding="utf-8") == generated.guide(), "python -m tests.generated"
