"""The six drafts, saved again by other programs and edited by nobody, come home without an operation or a word told."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from bulletin.desk.returns.opened import open_draft
from tests.conftest import ROOT, tool
from tests.forked import generate
from tests.real import builder, made

pytestmark = pytest.mark.slow

NAMES = builder().workshop.names
HEADS = {
    "Kicker",
    "heading 1",
    "Heading EN",
    "Lead Heading",
    "Lead Heading EN",
    "Box Heading",
    "caption",
    "Table Caption",
}
DOCX = "docx:MS Word 2007 XML"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every draft as it is built."""
    folder = tmp_path_factory.mktemp("drafts")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(made(name).files[f"{name}.docx"])
    return folder


def converted(files: list[Path], to: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them."""
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    profile = f"-env:UserInstallation={(files[0].parent / 'profile').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=400, env=environment)
    return [folder / f"{one.stem}.{to.partition(':')[0]}" for one in files]


@pytest.fixture(scope="module")
def saved_again(drafts: Path) -> Path:
    return converted([drafts / f"{name}.docx" for name in NAMES], DOCX, drafts / "again")[0].parent


def nothing_was_changed(draft: Path) -> None:
    done = generate(ROOT, "import", str(draft))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith(f"{draft.name}: nothing was changed"), done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_saved_again_by_libreoffice(name: str, saved_again: Path) -> None:
    nothing_was_changed(saved_again / f"{name}.docx")


@pytest.mark.parametrize("name", NAMES)
def test_saved_again_by_python_docx(name: str, drafts: Path) -> None:
    buffer = io.BytesIO()
    Document(str(drafts / f"{name}.docx")).save(buffer)
    (drafts / "plain").mkdir(exist_ok=True)
    (drafts / "plain" / f"{name}.docx").write_bytes(buffer.getvalue())
    nothing_was_changed(drafts / "plain" / f"{name}.docx")


def test_no_page_of_libreoffice_ends_with_a_heading(drafts: Path) -> None:
    files = [drafts / f"{name}.docx" for name in NAMES]
    for name, pdf in zip(NAMES, converted(files, "pdf", drafts / "pdf"), strict=True):
        heads = {
            tight(one.text)
            for one in open_draft((drafts / f"{name}.docx").read_bytes()).paragraphs
            if one.style in HEADS
        }
        document = pypdfium2.PdfDocument(pdf)
        for number, page in enumerate(document, 1):
            lines = [tight(one) for one in page.get_textpage().get_text_range().splitlines() if one.strip()]
            feet = [n for n, line in enumerate(lines) if f"第{number}页" in line] or [len(lines)]
            body = [line for n, line in enumerate(lines) if n < feet[0]]
            assert not {line for line in body[-2:] if line in heads}, (name, number)


def tight(words: str) -> str:
    return "".join(words.split())


@pytest.mark.long
@pytest.mark.parametrize("kind", ["odt", "doc"])
def test_by_way_of_another_format(kind: str, drafts: Path) -> None:
    there = converted([drafts / f"{name}.docx" for name in NAMES], kind, drafts / kind)
    for one in converted(there, DOCX, drafts / f"from-{kind}"):
        nothing_was_changed(one)
