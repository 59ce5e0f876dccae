"""What is printed of contents that stand still is, part by part, what somebody read and found right.

A part is a line: what it is and what it says; a field at its default is left out. `python -m
tests.edition.test_approved` writes tests/cases/editions anew; read what has changed before it is committed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from bulletin import rooms
from bulletin.edition.text import Figure, Run
from bulletin.editions import Editions
from tests import periodical, samples
from tests.conftest import PUBLICATION, ROOT, workshop
from tests.places import MINIMAL, Place, composed_by_hand, write_places
from tests.test_unfitted import FOLDER, assembled

APPROVED = ROOT / "tests" / "cases" / "editions"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/content.yaml") if path.stat().st_size < 28_000)


def parts(value: Any, name: str = "", deep: int = 0) -> Iterator[str]:
    """A value and all that is in it, a part a line."""
    lead = "  " * deep + (f"{name}: " if name else "")
    if (words := said(value)) is not None:
        yield f"{lead}{words}"
    elif is_dataclass(value):
        yield f"{lead}{type(value).__name__}"
        if own := getattr(value, "own", tuple)():
            yield f"{lead}  adds: {' '.join(own)}"
        for one in fields(value):
            inside = getattr(value, one.name)
            default = one.default if one.default_factory is MISSING else one.default_factory()
            if inside != default:
                yield from parts(inside, one.name, deep + 1)
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from parts(inside, f"{name}.{key}", deep)
    elif value:
        yield f"{lead}{len(value)}"
        for inside in value:
            yield from parts(inside, "", deep + 1)


def said(value: Any) -> str | None:
    """A value that is a line by itself: words with their figures, a number."""
    if isinstance(value, (tuple, list)):
        inside = [said(one) for one in value] if value and len(value) < 60 else [None]
        if None not in inside and all(isinstance(one, (Run, Figure)) for one in value):
            return "".join(map(str, inside))
        plain = all(isinstance(one, (str, int, float, Fraction, bool, type(None))) for one in value)
        return f"({', '.join(map(str, inside))})" if value and plain else None
    if isinstance(value, Run):
        return value.text if value == Run(value.text) else f"{{{value.text} {_others(value, 'text')}}}"
    if isinstance(value, Figure):
        return f"<{_others(value)}>"
    if is_dataclass(value) and {one.name for one in fields(value)} == {"zh", "en"}:
        zh, en = said(value.zh), said(value.en)  # type: ignore[attr-defined]
        return f"{zh} | {en}" if zh is not None and en is not None else "|" if value == type(value)() else None
    if isinstance(value, float):
        return f"{value:.4f}"
    return None if is_dataclass(value) or isinstance(value, dict) else str(value)


def _others(value: Any, *left: str) -> str:
    found = [(one.name, getattr(value, one.name), one.default) for one in fields(value) if one.name not in left]
    found = [(name, words) for name, words, usual in found if words != usual]
    return " ".join(str(words) if name == "text" else f"{name}={words!r}" for name, words in found)


def _unfitted(name: str) -> Callable[[Path], tuple[Path, str]]:
    return lambda folder: (_published(assembled(name, folder)), name)


def _published(folder: Path) -> Path:
    """By a house that stands still: ours changes its imprint."""
    (folder / "content" / "publication.yaml").write_text(PUBLICATION, encoding="utf-8")
    return folder


def _samples(publication: str) -> Callable[[Path], tuple[Path, str]]:
    kinds = tuple(name for name in rooms.PLATES.kinds() if samples.publication(name) == publication)
    return lambda folder: (samples.project(folder, kinds), publication)


def _places(count: int, by_hand: bool) -> Callable[[Path], tuple[Path, str]]:
    def made(folder: Path) -> tuple[Path, str]:
        folder.mkdir()
        write_places(folder, count, composed_by_hand([Place(at) for at in range(count)]) if by_hand else MINIMAL)
        return folder, "summary"

    return made


def _together(folder: Path) -> tuple[Path, str]:
    """A summary that says nothing of its pages, of all these contents; the glossary knows what one of theirs does."""
    terms: dict[str, Any] = {}
    for name in NAMES:
        shutil.copytree(assembled(name, folder / name), folder, dirs_exist_ok=True)
        (folder / "seeds" / "article.txt").rename(folder / "seeds" / f"{name}.txt")
        content = folder / "content" / f"{name}.yaml"
        text = content.read_text(encoding="utf-8").replace("article: article.txt", f"article: {name}.txt")
        content.write_text(text, encoding="utf-8")
        for term in yaml.safe_load((folder / "content" / "glossary.yaml").read_text(encoding="utf-8"))["terms"]:
            terms[term["zh"]] = terms.get(term["zh"], {}) | term
    glossary = yaml.safe_dump({"terms": [*terms.values()]}, allow_unicode=True, sort_keys=False)
    (folder / "content" / "glossary.yaml").write_text(glossary, encoding="utf-8")
    (folder / "content" / "summary.yaml").write_text(MINIMAL, encoding="utf-8")
    return _published(folder), "summary"


SOURCES: dict[str, Callable[[Path], tuple[Path, str]]] = {name: _unfitted(name) for name in NAMES}
SOURCES |= {f"samples-{name}": _samples(name) for name in ("willow", "summary")}
SOURCES |= {f"places-{count}": _places(count, False) for count in (2, 12)} | {"places-by-hand": _places(6, True)}
SOURCES |= {"together": _together}
SOURCES |= {
    "periodical": lambda folder: (periodical.periodical(folder), "willow"),
    "periodical-summary": lambda folder: (periodical.summary(folder), "summary"),
}


def transcript(name: str, folder: Path) -> str:
    """The edition, the register of its facts, and the words of its evidence."""
    made, publication = SOURCES[name](folder)
    edition, comments = Editions(workshop(made)).edition(publication)
    rows = [*parts(edition), *(f"{fact}: {words}" for fact, words in comments.items())]
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", SOURCES)
def test_an_edition_is_printed_as_somebody_read_it(name: str, tmp_path: Path) -> None:
    assert transcript(name, tmp_path / "project") == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    for name in SOURCES:
        with TemporaryDirectory() as folder:
            (APPROVED / f"{name}.txt").write_text(transcript(name, Path(folder) / "project"), encoding="utf-8")


if __name__ == "__main__":
    write()
