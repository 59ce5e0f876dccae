"""What all contenders of the race set: the pages as HTML with their files, the draft as a list, the charts as rows.

`python -m benchmarks.material PROJECT FOLDER` writes one folder a publication. Nothing of it is timed: whoever has no
program has all of this, too, once the words are written.

| file | holds |
|---|---|
| page.html, *.css, *.svg | every block in its order, one after the other, with addresses of files beside it |
| charts.json | by id: width and height (mm), alternative text, a head and rows |
| draft.json | in order: `["text", style, words]`, `["table", rows]`, `["chart", id]` |
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from bulletin.build import Builder
from bulletin.edition.blocks import Edition
from bulletin.pages import html
from bulletin.project import Project
from bulletin.workshop import Workshop


def main(project: str, folder: str) -> None:
    builder = Builder(Workshop(Project.at(Path(project))))
    for name in builder.workshop.names:
        write(builder, name, Path(folder) / name)


def write(builder: Builder, name: str, folder: Path) -> None:
    """One publication's folder."""
    folder.mkdir(parents=True)
    edition, remarks = builder.edition(name)
    charts = builder.charts(edition)
    page = builder.pages.render(edition, charts, builder.variant)
    files = {address: address.removeprefix("bulletin:").replace("/", "-") for address in page.resources}
    (folder / "page.html").write_text(_beside(page, page.html, files), encoding="utf-8")
    for address, data in page.resources.items():
        is_text = address.endswith(".css")
        body = _beside(page, data.decode(), files).encode() if is_text else data
        (folder / files[address]).write_bytes(body)
    rows = {
        id: {"width": chart.width_mm, "height": chart.height_mm, "alt": chart.alt.zh, "rows": chart.data}
        for id, chart in charts.items()
    }
    _json(folder / "charts.json", rows)
    _json(folder / "draft.json", _draft(builder.docx(edition, charts, remarks), edition, list(charts)))


def _beside(page: html.Document, text: str, files: dict[str, str]) -> str:
    for address in sorted(page.resources, key=len, reverse=True):
        text = text.replace(address, files[address])
    return text


def _draft(data: bytes, edition: Edition, charts: list[str]) -> list[list[object]]:
    """Everything in the body of our draft, in its order; its pictures are the charts, in theirs."""
    left, found = iter(charts), list[list[object]]()
    document = Document(BytesIO(data))
    for element in document.element.body.iterchildren():
        pictures = len(list(element.iter(qn("w:drawing"))))
        if element.tag == qn("w:p"):
            paragraph = Paragraph(element, document)
            if paragraph.text.strip():
                found.append(["text", paragraph.style.name if paragraph.style else "", paragraph.text])
        elif element.tag == qn("w:tbl"):
            cells = [[cell.text for cell in row.cells] for row in Table(element, document).rows]
            found.append(["table", cells])
        found += [["chart", id] for id, _ in zip(left, range(pictures), strict=False)]
    return found + [["chart", id] for id in left]


def _json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
