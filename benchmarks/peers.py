"""Other ways to a PDF of the same words and charts: `python -m benchmarks.peers typst|chromium MATERIAL OUT`.

Typst lays out plain.typ, Chromium prints the HTML that the plain script sets. Raises ImportError where PyPI's `typst`
or `playwright` is missing.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

TEMPLATE = Path(__file__).with_name("plain.typ")


def typst(material: Path, out: Path) -> None:
    """One compiler, one document after the other."""
    import typst as engine

    source = material / TEMPLATE.name
    shutil.copy(TEMPLATE, source)
    for name in _names(material):
        engine.compile(source, output=out / f"{name}.pdf", root=material, sys_inputs={"name": name})
    source.unlink()


def chromium(material: Path, out: Path) -> None:
    """One browser, one page after the other."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for name in _names(material):
            page.goto((material / name / "page.html").resolve().as_uri())
            page.pdf(path=out / f"{name}.pdf", format="A4", print_background=True, tagged=True)
        browser.close()


def _names(material: Path) -> list[str]:
    return sorted(folder.name for folder in material.iterdir() if folder.is_dir())


if __name__ == "__main__":
    made = Path(sys.argv[3])
    made.mkdir(parents=True, exist_ok=True)
    {"typst": typst, "chromium": chromium}[sys.argv[1]](Path(sys.argv[2]), made)
