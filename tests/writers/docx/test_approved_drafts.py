"""A draft is laid out in Word as it was when somebody last looked at it.

Those with every kind of plate and block, one with all furniture, and the sample edition with all styles: paragraphs
with their styles, tables with their columns, cells and lines, charts that Word draws itself.
`python -m tests.writers.docx.test_approved_drafts` writes tests/cases/drafts anew; look at the drafts first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from lxml import etree

from bulletin import rooms
from bulletin.build import Builder
from tests import periodical, samples
from tests.conftest import ROOT, workshop
from tests.writers.docx.drafts import SUMMARY_PAGE, written
from tests.writers.docx.sample_edition import EDITION

APPROVED = ROOT / "tests" / "cases" / "drafts"
_LEFT = {"id", "embed", "rsid", "name", "anchor", "descr", "title"}
_PROPERTIES = ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "rPr")


def _made(project: Path, publication: str) -> bytes:
    return Builder(workshop(project)).make(publication, ("docx",)).files[f"{publication}.docx"]


def _samples(name: str) -> Callable[[Path], bytes]:
    kinds = tuple(kind for kind in rooms.PLATES.kinds() if samples.publication(kind) == name)
    return lambda folder: _made(samples.project(folder, kinds), name)


SOURCES: dict[str, Callable[[Path], bytes]] = {name: _samples(name) for name in ("willow", "summary")}
SOURCES |= {
    "periodical": lambda folder: _made(periodical.periodical(folder), "willow"),
    "sample": lambda folder: written(replace(EDITION, pages=(*EDITION.pages, SUMMARY_PAGE))),
}


def parts(name: str, folder: Path) -> dict[str, bytes]:
    """The parts of the draft; the styles, which are the same in all, of one."""
    found = ("word/document", "word/header", "word/footer", "word/charts/chart")
    found += ("word/styles",) if name == "sample" else ()
    with ZipFile(BytesIO(SOURCES[name](folder))) as package:
        return {part: package.read(part) for part in sorted(package.namelist()) if part.startswith(found)}


def _tag(node: etree._Element) -> str:
    return etree.QName(node).localname


def _flat(node: etree._Element) -> str:
    """An element with its attributes and all that is in it, on one line."""
    given = {etree.QName(key).localname: value for key, value in node.attrib.items()}
    told = ",".join(f"{key}={value}" for key, value in given.items() if key not in _LEFT)
    inside = " ".join(_flat(child) for child in node if isinstance(child.tag, str))
    words = (node.text or "").strip()
    return _tag(node) + (f"[{told}]" if told else "") + (f"({words or inside})" if words or inside else "")


def lines(node: etree._Element, deep: int = 0) -> Iterator[str]:
    """Paragraphs, tables, rows and cells, each with its properties; of a chart every element."""
    tag, lead = _tag(node), " " * deep
    if tag == "p":
        yield f"{lead}p {' '.join(_inside(node))}"
        return
    own = [_flat(child) for child in node if _tag(child) in _PROPERTIES]
    if tag in ("tbl", "tr", "tc"):
        yield f"{lead}{tag} {' '.join(own)}"
    for child in node:
        if isinstance(child.tag, str) and _tag(child) not in _PROPERTIES:
            yield from lines(child, deep + (tag in ("tbl", "tr", "tc")))


def _inside(paragraph: etree._Element) -> Iterator[str]:
    """Its properties and its runs, with what they are set in."""
    for child in paragraph:
        if _tag(child) == "pPr":
            yield _flat(child)
    for run in paragraph.iter("{*}r"):
        properties = run.find("{*}rPr")
        if text := "".join(one.text or "" for one in run.iter("{*}t", "{*}instrText")):
            yield f"{{{text}}}" if properties is None else f"{{{text} {_flat(properties)}}}"
    yield from (_flat(one) for one in paragraph.iter("{*}extent"))


def transcript(name: str, folder: Path) -> str:
    """Every part of a draft that a reader sees."""
    rows: list[str] = []
    for part, body in parts(name, folder).items():
        root = etree.fromstring(body)
        flat = part.startswith(("word/charts", "word/styles"))
        rows += [f"== {part}", *(map(_flat, root) if flat else lines(root))]
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", SOURCES)
def test_a_draft_is_laid_out_as_somebody_looked_at_it(name: str, tmp_path: Path) -> None:
    assert transcript(name, tmp_path / "project") == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    for name in SOURCES:
        with TemporaryDirectory() as folder:
            (APPROVED / f"{name}.txt").write_text(transcript(name, Path(folder) / "project"), encoding="utf-8")


if __name__ == "__main__":
    write()
