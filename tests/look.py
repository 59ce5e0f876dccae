"""How the sample of a kind of plate or block looks, on pages and in Word, in both languages and in each: pictures.

`python -m tests.look KIND [FOLDER]` writes them, with the PDFs and the draft, into the folder; without one into
look/KIND where the system keeps what is temporary.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pypdfium2

from bulletin.build import Builder
from bulletin.problems import ContentError
from bulletin.variant import LANGUAGES, Variant
from tests.conftest import workshop
from tests.samples import blocks, project, publication

DPI = 100


def look(kind: str, folder: Path) -> list[Path]:
    """The pictures, one a page."""
    folder.mkdir(parents=True, exist_ok=True)
    name = publication(kind)
    with TemporaryDirectory() as bed:
        in_blocks = kind in blocks()
        root = project(Path(bed) / "project", () if in_blocks else (kind,), (kind,) if in_blocks else ())
        if faulty := [one for one in workshop(root).check().problems if one.level == "error"]:
            raise SystemExit(str(ContentError(faulty)))
        for language in LANGUAGES:
            made = Builder(workshop(root), Variant(language=language)).make(name, ("pdf", "docx"))
            for file, data in made.files.items():
                (folder / file).write_bytes(data)
    drafts = _as_word_shows(folder / f"{name}.docx")
    pdfs = [folder / f"{Variant(language=language).stem(name)}.pdf" for language in LANGUAGES]
    return [page for pdf in (*pdfs, *drafts) for page in _pages(pdf)]


def _as_word_shows(draft: Path) -> list[Path]:
    """The draft as LibreOffice lays it out; none where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return []
    with TemporaryDirectory() as home:
        run = [office, f"-env:UserInstallation={Path(home).as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*run, "--outdir", home, str(draft)], check=True, capture_output=True)
        return [Path(shutil.move(Path(home) / f"{draft.stem}.pdf", draft.with_suffix(".docx.pdf")))]


def _pages(pdf: Path) -> list[Path]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number, page in enumerate(document, 1):
        pages.append(pdf.with_suffix(f".{number}.png"))
        page.render(scale=DPI / 72).to_pil().save(pages[-1])
    document.close()
    return pages


if __name__ == "__main__":
    given = sys.argv[1:]
    print(*look(given[0], Path(*given[1:2] or [gettempdir(), "look", given[0]])), sep="\n")
