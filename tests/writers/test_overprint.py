"""Ink over ink, on small pages of which one thing is wrong; and what only looks like it."""

# ruff: noqa: E501  one case a line

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bulletin.content.whereabouts import place_of
from bulletin.content.yaml_text import parse
from bulletin.pages.pdf import Typesetter
from bulletin.proofing.overprint import Clash, clashes

CREATED = datetime(2018, 11, 30, tzinfo=UTC)
SHEET = """@page { size: A4; margin: 20mm 16mm } body { font: 10pt/14pt "Source Serif Pro"; margin: 0 }
p { margin: 0; position: relative } .tint { background: #eef3f5 } """


def found(typesetter: Typesetter, body: str, css: str = "") -> list[tuple[str, str, str]]:
    html = f'<html lang="en"><head><title>t</title><style>{SHEET}{css}</style></head><body>{body}</body></html>'
    pdf = typesetter.typeset(html, {}, title="t", language="en", created=CREATED)
    return [(clash.kind, clash.words, clash.other) for clash in clashes(pdf.data)]


@pytest.mark.parametrize(
    ("body", "css", "kind", "words"),
    [
        ("<p>first line</p><p class=x>second line</p>", ".x { top: -10pt }", "text", "first line"),
        ("<p class=x>struck word</p><hr>", "hr { margin: -7pt 0 0; border: 0; border-top: 1pt solid }", "line", "struck word"),
        ("<p>a hidden word</p><div class=x></div>", ".x { position: absolute; top: 0; width: 9mm; height: 5mm; background: #111 }", "cover", "a hidden word"),
        ("<p>paper over it</p><div class=x></div>", ".x { position: absolute; top: 0; width: 9mm; height: 5mm; background: #fff }", "cover", "paper over it"),
        ("<div class='tint x'><p>longword</p></div>", ".x { width: 20pt }", "edge", "longword"),
        ("<div class=x><p>longword</p></div>", ".x { width: 20pt; background: #0b4f6c }", "mark", "longword"),
        ("<div class=x>longword</div>", ".x { width: 20pt; border: 1pt solid; border-left-width: 3pt }", "line", "longword"),
        ("<div class=x>longword</div>", ".x { width: 20pt; overflow: hidden }", "cut", "longword"),
        ("<p class=x>far away</p>", ".x { left: 185mm }", "trim", "far away"),
        ("<p class=x>too far left</p>", ".x { left: -9mm }", "margin", "too far left"),
    ],
)  # fmt: skip
def test_each_kind_is_seen(typesetter: Typesetter, body: str, css: str, kind: str, words: str) -> None:
    assert [(one, what) for one, what, _ in found(typesetter, body, css)] == [(kind, words)]


def test_both_words_are_told(typesetter: Typesetter) -> None:
    said = found(typesetter, "<p>first line</p><p class=x>second line</p>", ".x { top: -10pt }")
    assert said == [("text", "first line", "second line")]


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ("<p>Áy gj</p><p>Áy gj</p>", "p { line-height: 10.4pt }"),
        ("<div class=tint><p>on a tint</p></div>", ".tint { border: .5pt solid; padding: 1pt }"),
        ("<table><tr><td>one<td>two</table>", "td { border: .4pt solid; padding: 0 2pt }"),
        ("<h1>Jingchenglu</h1>", "h1 { font-size: 31pt; line-height: 34pt; margin: 0 }"),
        ("<p>10<sup>12</sup></p>", "sup { font-size: 5pt; line-height: 0; margin-left: -1pt }"),
        ("<h2>gypsy</h2>", "h2 { display: inline; font: 15pt/20pt Source Serif Pro; border-bottom: .3pt solid }"),
        ("<p class=tint>tinted</p><p class=x>white on dark</p>", ".x { background: #123; color: #fff }"),
    ],
)
def test_what_only_comes_near_is_right(typesetter: Typesetter, body: str, css: str) -> None:
    assert found(typesetter, body, css) == []


def test_words_of_a_page_are_found_in_the_content() -> None:
    parsed = parse(
        "a: 街道新建游园<parks>，植树。\nb:\n  - en: Worn signboards on main roads are re-placed.\n", "c.yaml"
    )
    texts = [(parsed, ("a",), parsed.data["a"]), (parsed, ("b", 0, "en"), parsed.data["b"][0]["en"])]
    place = place_of("signboards on main roads are replaced", texts)
    assert place and (place.line, place.column) == (3, 9)
    assert place_of("街道新建游园3个，植", texts) == parsed.place(("a",))
    assert place_of("nothing of the kind", texts) is None
    assert place_of("树", texts) is None, "too little to tell"


def test_a_clash_is_told_once() -> None:
    assert len({Clash(1, "line", "a"), Clash(1, "line", "a")}) == 1
