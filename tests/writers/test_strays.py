"""What leaves its column or its box is told, also where the paper around it is blank; what is meant to is not."""

# ruff: noqa: E501  one case a line

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import TypesettingError
from bulletin.proofing.output import check_output

CREATED = datetime(2018, 11, 30, tzinfo=UTC)
SHEET = """@page { size: A4; margin: 20mm 16mm; @top-left { content: element(head); width: 178mm; vertical-align: top } }
body { font: 10pt/14pt "Source Serif Pro"; margin: 0 } p { margin: 0 } .head { position: running(head) }
.col { width: 80mm; margin-left: 20mm } table { table-layout: fixed; width: 60mm; border-collapse: collapse } """
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
WORDS = "a line of quite common words that is to be broken more than once in a column of this width"
SQUARE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"


def log(typesetter: Typesetter, body: str, css: str = "") -> tuple[str, ...]:
    html = f'<html lang="en"><head><title>t</title><style>{SHEET}{css}</style></head><body>{body}</body></html>'
    resources = {"bulletin:a.svg": SQUARE.encode()}
    return typesetter.typeset(html, resources, title="t", language="en", created=CREATED).log


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "css", "told"),
    [
        (f"<p class=col>{WORDS}</p>", "p { white-space: nowrap }", "<p class=col> “a line of quite common w” stands"),
        (f"<table><tr><td>{LONG}</td><td>x</td></tr></table>", "", "“Llanfairpwllgwyngyllgoge” stands"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { width: 120mm }", "to the right of its column"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { position: relative; left: -8mm }", "stands 8.0 mm to the left of its column"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { margin-left: -8mm }", "stands 8.0 mm to the left of its column"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { text-indent: 30mm; width: 70mm; white-space: nowrap } .col { margin: 0; font-size: 8pt }", "to the right of its column"),
        (f"<div class=col><p>{WORDS}</p></div>", ".col { height: 5mm }", "mm below its box"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { margin-top: -9mm } .col { padding-top: 2mm; margin-top: 20mm }", "mm above its box"),
        (f"<div class=col><div><p>{WORDS}</p></div></div>", "div div { max-height: 12pt; border: 1pt solid }", "mm below its box"),
        ("<div class=col><img src='bulletin:a.svg' alt='x'></div>", "img { width: 90mm; height: 9mm; display: block }", "<img> stands 10.0 mm to the right of its column"),
        ("<div class=col><img src='bulletin:a.svg' alt='x'></div>", "img { width: 90mm; height: 9mm }", "stands 10.0 mm to the right of its column"),
        ("<div class=col><p>x</p><p class=a>out</p></div>", ".a { position: absolute; left: 90mm; width: 4mm; white-space: nowrap; font-size: 20pt }", "“out” stands"),
        (f"<div class=head>{WORDS * 7}</div><p>x</p>", "", "mm below its box"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { float: left; width: 99mm }", "to the right of its column"),
        (f"<div class=col>{LONG}</div>", ".col { columns: 3 }", "to the right of its column"),
    ],
)  # fmt: skip
def test_what_stands_out_refuses_the_page(typesetter: Typesetter, body: str, css: str, told: str) -> None:
    lines = log(typesetter, body, css)
    assert any(told in line for line in lines), lines
    assert len(lines) == len(set(lines)) < 4, lines
    with pytest.raises(TypesettingError):
        check_output({}, lines)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "css"),
    [
        (f"<p class=col>{WORDS}</p>", ""),
        (f"<p class=col>{WORDS}</p>", "p { text-align: justify; letter-spacing: .1em; hyphens: auto }"),
        (f"<p class=col>{WORDS}</p>", "p { text-indent: -6mm }"),
        (f"<p class=col>{WORDS}</p>", "p { text-indent: -6% }"),
        (f"<div class=col><p data-out>{WORDS}</p></div>", "p { margin-left: -8mm }"),
        (f"<div class=col data-out><p>{WORDS}</p></div>", "p { width: 120mm }"),
        (f"<div class=col><p>{WORDS}</p></div>", "p { line-height: 9pt }"),
        (f"<div class=col><p>{WORDS}</p></div>", ".col { height: 29pt; line-height: 16pt }"),
        (f"<div class=col>raised<sup>2</sup> {WORDS}</div>", "sup { font-size: 6pt; vertical-align: 5pt; line-height: 0 }"),
        ("<div class=col><p>x</p><p class=a>out</p></div>", ".a { position: absolute; left: 90mm }"),
        (f"<div class=head>{WORDS}</div><p>x</p>", ""),
        (f"<table><tr><td>{WORDS}</td><td><p>x</p></td></tr></table>", "td { padding: 1mm }"),
        ("<p class=col>spaces at the end     </p>", "p { width: 27mm; white-space: pre-wrap }"),
        ("<div class=col></div><p></p>", ".col { height: 300mm; width: 300mm }"),
        (f"<div class=col>{WORDS} {WORDS}</div>", ".col { columns: 2 }"),
    ],
)  # fmt: skip
def test_what_is_in_its_place_or_meant_to_be_out_is_not_told(typesetter: Typesetter, body: str, css: str) -> None:
    assert [line for line in log(typesetter, body, css) if "page body" not in line] == []
