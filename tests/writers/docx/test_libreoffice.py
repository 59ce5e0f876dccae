"""What LibreOffice makes of the document: the only reader that can be run here."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import tool
from tests.writers.docx.drafts import written
from tests.writers.docx.sample_edition import EDITION

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document as LibreOffice prints it, with a profile of its own."""
    office = tool("soffice")
    folder = tmp_path_factory.mktemp("office")
    (folder / "draft.docx").write_bytes(written())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "draft.docx"),
    ]
    # LibreOffice is to see the system's fonts, whatever another test has set for our own
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)
    return folder / "draft.pdf"


def test_libreoffice_prints_the_pages_of_the_edition(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == len(EDITION.pages)
    firsts = ["首台郑州城郊列车", "近千万元投向村级党建阵地", "查隐患、治大气、清街巷", "数字依据"]
    assert all(first in re.sub(r"\s", "", page) for first, page in zip(firsts, pages, strict=True))
    assert [f"第 {number} 页 Page {number}" in " ".join(page.split()) for number, page in enumerate(pages, 1)] == [
        True
    ] * 4


def test_libreoffice_takes_chinese_faces(pdf: Path) -> None:
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)", pdf.read_bytes()))
    assert any(b"SerifCJK" in font for font in fonts)
    assert any(b"SansCJK" in font for font in fonts)
