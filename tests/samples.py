"""One sample of every kind, in the sound project of the gate's tests.

A plate's is tests/cases/plates/KIND.yaml, that of a block with keys of its own tests/cases/blocks/KIND.yaml.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from bulletin import rooms
from bulletin.content.plates import kind
from bulletin.content.sections import sections
from bulletin.edition.blocks import ChartPlate, ChartSpec
from bulletin.edition.walk import every
from bulletin.editions import Editions
from tests.conftest import ROOT, workshop
from tests.pictures import camera

CASES = ROOT / "tests" / "cases"
BED, SAMPLES, OF_BLOCKS = CASES / "gate" / "project", CASES / "plates", CASES / "blocks"


def project(folder: Path, names: tuple[str, ...] = (), blocks: tuple[str, ...] = ()) -> Path:
    """The sound project of the gate's tests, with samples of these kinds of plates before its own, and of blocks.

    What the facts of the project do not have a sample brings along, as a second document of its file: a sentence of the
    article, the facts that it states, terms of the glossary, photographs.
    """
    shutil.copytree(BED, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    plates: dict[str, Any] = {}
    for name in names:
        plates[name] = _sample(folder, SAMPLES / f"{name}.yaml")
    _add(folder / "content" / "willow.yaml", [plates[n] for n in names if kind(n).in_bulletins], None)
    _add(folder / "content" / "summary.yaml", None, [plates[n] for n in names if not kind(n).in_bulletins])
    for name in blocks:
        _place(folder / "content" / "willow.yaml", name, _sample(folder, OF_BLOCKS / f"{name}.yaml"))
    return folder


def blocks() -> tuple[str, ...]:
    """The kinds of blocks that have a sample: those with keys of their own."""
    return tuple(name for name, section in sections().items() if section.adds)


def publication(name: str) -> str:
    """Where in the project the sample of a kind stands."""
    return "willow" if name in blocks() or kind(name).in_bulletins else "summary"


@cache
def spec(name: str) -> ChartSpec:
    """What the sample of a kind of chart shows."""
    with TemporaryDirectory() as folder:
        edition, _ = Editions(workshop(project(Path(folder) / "project", (name,)))).edition(publication(name))
    charts = (plate.spec for plate in every(ChartPlate, edition.pages))
    return next(one for one in charts if rooms.room_of(one) == name)


def _sample(folder: Path, path: Path) -> Any:
    """What a sample says first; the project gets what it brings along."""
    first, *brought = yaml.safe_load_all(path.read_text(encoding="utf-8"))
    for more in brought:
        _bring(folder, **more)
    return first


def _place(path: Path, name: str, keys: dict[str, Any]) -> None:
    """Gives the content file these keys, and the block its place: in front behind the key figures, else at the end."""
    content = yaml.safe_load(path.read_text(encoding="utf-8")) | keys
    page, at = (content["pages"][0], 1) if sections()[name].front else (content["pages"][-1], 0)
    page.insert(at, name)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _bring(
    folder: Path,
    article: str = "",
    facts: dict[str, Any] | None = None,
    terms: list[dict[str, Any]] | None = None,
    pictures: dict[str, tuple[int, int]] | None = None,
) -> None:
    """Lets the article say this, and the content file and the glossary know it; makes photographs of these sizes."""
    for name, (wide, high) in (pictures or {}).items():
        (folder / "photos").mkdir(exist_ok=True)
        (folder / "photos" / name).write_bytes(camera((wide, high)))
    seed, content = folder / "seeds" / "willow.txt", folder / "content" / "willow.yaml"
    seed.write_text(seed.read_text(encoding="utf-8") + article + "\n" * bool(article), encoding="utf-8")
    data = yaml.safe_load(content.read_text(encoding="utf-8"))
    data["facts"] |= facts or {}
    content.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    glossary = folder / "content" / "glossary.yaml"
    known = yaml.safe_load(glossary.read_text(encoding="utf-8"))
    known["terms"] += terms or []
    glossary.write_text(yaml.safe_dump(known, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _add(path: Path, plates: list[Any] | None, pages: list[Any] | None) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if plates is not None:
        content["stories"][0]["plates"][:0] = plates
    if pages:
        content["pages"].insert(0, {"plates": pages})
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
