"""The script that a press office would write: pyplot, WeasyPrint and python-docx in one loop, and no check of anything.

`python plain.py MATERIAL OUT`: for every folder of MATERIAL (see material.py) a PDF and a DOCX with the same words and
as many charts. Of this program it uses nothing.
"""

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt
import weasyprint
from docx import Document
from docx.shared import Mm

plt.rcParams["font.family"] = ["Noto Sans CJK SC", "sans-serif"]
plt.rcParams["svg.fonttype"] = "none"
INCH = 25.4


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return None


def draw(chart, folder, id):
    """A bar for each row: its first number, under its first words."""
    head, *rows = chart["rows"]
    column = head.index("value") if "value" in head else 0
    bars = [(row[min(1, len(row) - 1)], number(row[column]) or 1) for row in rows]
    figure, axes = plt.subplots(figsize=(chart["width"] / INCH, chart["height"] / INCH))
    drawn = axes.barh([str(at) for at in range(len(bars))], [value for _, value in bars])
    axes.bar_label(drawn, [f"{value:g}" for _, value in bars], fontsize=8)
    axes.set_yticks(range(len(bars)), [label for label, _ in bars], fontsize=8)
    axes.invert_yaxis()
    figure.tight_layout()
    figure.savefig(folder / f"{id}.plain.svg")
    figure.savefig(folder / f"{id}.plain.png", dpi=300)
    plt.close(figure)


def draft(parts, charts, folder, path):
    document = Document()
    for kind, *part in parts:
        if kind == "text":
            document.add_paragraph(part[1])
        elif kind == "chart":
            width = charts[part[0]]["width"]
            document.add_picture(str(folder / f"{part[0]}.plain.png"), width=Mm(width))
        else:
            rows = part[0]
            table = document.add_table(len(rows), max(len(row) for row in rows))
            for line, row in zip(table.rows, rows, strict=True):
                for cell, words in zip(line.cells, row, strict=False):
                    cell.text = words
    document.save(path)


def main(material, out):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for folder in sorted(Path(material).iterdir()):
        charts = json.loads((folder / "charts.json").read_text(encoding="utf-8"))
        html = (folder / "page.html").read_text(encoding="utf-8")
        for id, chart in charts.items():
            draw(chart, folder, id)
            html = html.replace(f"charts-{id}.svg", f"{id}.plain.svg")
        document = weasyprint.HTML(string=html, base_url=f"{folder}/")
        document.write_pdf(out / f"{folder.name}.pdf", pdf_variant="pdf/ua-1")
        parts = json.loads((folder / "draft.json").read_text(encoding="utf-8"))
        draft(parts, charts, folder, out / f"{folder.name}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:3])
