"""Styles, sizes and lines that are asked for less often come out the same: byte for byte, whatever a page uses."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import tinycss2
import tinyhtml5
from tinyhtml5 import inputstream
from weasyprint import css
from weasyprint.layout import preferred

from bulletin.pages import cascade, parsed
from bulletin.pages.html import SAME
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import TypesettingError
from tests.writers.test_kept import without

pytestmark = pytest.mark.slow

CREATED = datetime(2026, 11, 25, tzinfo=UTC)
SHEETS = {
    "percentages": "div { width: 60%; margin: 2% auto; padding: 1% 3%; min-height: 10%; max-width: 50mm }",
    "box-sizing": "div { box-sizing: border-box; width: 60mm; padding: 5mm; border: 2pt solid } p { height: 10mm }",
    "floats": ".a { float: left; width: 20mm } .b { float: right } p { border: 1pt solid; overflow: hidden }",
    "positions": ".a { position: absolute; top: 5mm; right: 10% } .b { position: relative; left: 3mm }",
    "flexible": "div { display: flex; gap: 2mm } p { flex: 1; width: 50%; min-width: 10mm } .b { flex: 2 }",
    "a grid": "div { display: grid; grid-template-columns: 1fr 2fr; gap: 3mm } p { width: 80%; height: 12mm }",
    "columns": "div { columns: 2; column-gap: 5mm } p { margin: 1em 0 }",
    "collapsed tables": "table { border-collapse: collapse } td { border: 1pt solid; padding: 1mm; width: 30% }",
    "tables": "table { border-spacing: 2mm } td { border: 1pt solid; padding: 1%; vertical-align: middle }",
    "inline blocks": "b { display: inline-block; padding: 0 1mm } .b b { width: 50%; vertical-align: -30% }",
    "generated": "p::before { content: counter(p) '. '; counter-increment: p } p::after { content: attr(class) }",
    "lists": "li { list-style: square inside } ol li { list-style: decimal } .b li::marker { content: '> ' }",
    "first letters": "p::first-letter { font-size: 200%; float: left; color: red } .b::first-line { font-weight: 700 }",
    "footnotes": "b { float: footnote } @page { @footnote { border-top: 1pt solid } }",
    "variables": ":root { --a: 3mm; --b: calc(var(--a) * 2) } p { margin: var(--b) var(--c, 2mm) } .b { --a: 1mm }",
    "invalid variables": ":root { --a: red } p { margin-left: var(--a); color: var(--a); padding: var(--none) }",
    "keywords": "p { color: red; margin: 3mm } .b { color: initial; margin: inherit } b { color: inherit }",
    "logical sides": "p { margin-inline-start: 5mm; margin-left: 1mm; padding-inline: 2mm } .b { direction: rtl }",
    "borders": "p { border: 1pt solid; border-inline-start-style: dotted } .a { border-block-start-width: 3pt } "
    ".b { border-style: none; border-width: 3pt } b { border-style: inherit; border-width: inherit }",
    "weights": "p { color: red !important } .a { color: blue } #one { margin: 2mm } p { margin: 5mm !important }",
    "layers": "@layer low, high; @layer high { p { color: red } } @layer low { p { color: blue; margin: 3mm } }",
    "decorations": "p { text-decoration: underline red } b { text-decoration: line-through; display: inline-block }",
    "units": "p { margin: 1ex 2ch; line-height: 1.5lh; width: 50vw } .b { line-height: 12pt; font-size: 120% }",
    "right to left": "div { direction: rtl; text-align: justify } .a { float: inline-start }",
}
BODY = """
<div><p id="one" class="a">城区新建<b>1</b>公里管网，some English words beside them.</p>
<p class="b" style="--a: 2mm; margin-top: 1mm">第二段有<b>两个字</b>和 <b>more words, all bold</b>，没有什么。</p>
<p class="b">第三段。</p></div>
<table><tr><th>甲</th><td>乙 乙 乙</td><td rowspan="2"><p class="a">丙</p></td></tr>
<tr><td colspan="2">丁<i>5</i></td></tr></table>
<ul class="b"><li>one<li>two <a href="#one">three</a></ul><ol><li>four<li class="b">five</ol>
"""


def pdf(typesetter: Typesetter, sheet: str) -> bytes:
    head = f"<title>x</title><style>@page {{ size: A5 }} body {{ font: 10pt 'Noto Serif CJK SC' }} {sheet}</style>"
    html = f'<html lang="zh-Hans"><head>{head}</head><body>{BODY}</body></html>'
    return typesetter.typeset(html, {}, title="x", created=CREATED).data


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_bytes_are_those_without(typesetter: Typesetter, sheet: str) -> None:
    ours = outcome(typesetter, sheet)
    with without():
        assert outcome(typesetter, sheet) == ours


def outcome(typesetter: Typesetter, sheet: str) -> bytes | str:
    """The file, or what is said instead."""
    try:
        return pdf(typesetter, sheet)
    except Exception as error:
        return re.sub("0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")


def test_only_what_is_asked_for_has_a_style(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    made: list[Any] = []
    init = cascade.init

    def noted(style_for: Any, *rest: Any) -> None:
        init(style_for, *rest)
        made.append(style_for)

    monkeypatch.setattr(cascade, "init", noted)
    pdf(typesetter, SHEETS["lists"])
    style_for = made[0]
    pseudo = {(element.tag, name) for element, name in style_for._computed_styles if name and hasattr(element, "tag")}
    assert {name for _, name in pseudo} == {"marker"} and {tag for tag, _ in pseudo} == {"li"}
    markers = [style for (_, name), style in style_for._computed_styles.items() if name == "marker"]
    assert len(markers) == 4 and len({id(style) for style in markers}) == 2, "one a list"
    assert "footnote-call" in {name for _, late in style_for.late.matched.values() for name in late}


def test_equal_declarations_are_solved_once(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    solved: list[str] = []
    solve = css.Pending.solve

    def noted(pending: Any, tokens: Any, wanted: str, base_url: Any) -> Any:
        solved.append(wanted)
        return solve(pending, tokens, wanted, base_url)

    monkeypatch.setattr(css.Pending, "solve", noted)
    pdf(typesetter, ":root { --a: 3mm } p { padding-top: var(--a) } .b { color: red }")
    assert solved.count("padding-top") == 2, "once for 3mm, once for 2mm, and there are three"


def test_a_box_as_wide_as_its_text_is_asked_once(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    asked: list[str] = []
    narrowest = preferred.min_content_width

    def noted(context: Any, box: Any, outer: bool = True) -> Any:
        asked.append(box.element_tag)
        return narrowest(context, box, outer)

    monkeypatch.setattr(preferred, "min_content_width", noted)
    pdf(typesetter, "b { display: inline-block }")
    assert asked and "b" not in asked, "cells are, to share the width of their table"
    pdf(typesetter, "b { display: inline-block } div { width: 10mm }")
    assert "b" in asked


def marked(typesetter: Typesetter, head: str, same: str) -> bytes:
    link = '<link rel="stylesheet" href="bulletin:a.css">'
    html = f'<html lang="zh-Hans"><title>x</title>{link}<p class="a">春天</p></html>'
    font = "body { font: 10pt 'Noto Serif CJK SC' }"
    sheet = f"{head} {font}\n{SAME}{same}\n{SAME}@page {{ size: A5 }}".encode()
    return typesetter.typeset(html, {"bulletin:a.css": sheet}, title="x", created=CREATED).data


def test_what_is_the_same_in_two_sheets_is_compiled_once(
    monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter
) -> None:
    same = ".a { color: var(--ink); margin: 3mm } @media print { p { font-weight: 700 } } .a::after { content: '。' }"
    reds = [marked(typesetter, ":root { --ink: red }", same) for _ in range(2)]
    read: list[str] = []
    theirs = tinycss2.parse_blocks_contents

    def noted(content: Any, *rest: Any, **more: Any) -> Any:
        read.append(tinycss2.serialize(content))
        return theirs(content, *rest, **more)

    monkeypatch.setattr(tinycss2, "parse_blocks_contents", noted)
    blue = marked(typesetter, ":root { --ink: blue }", same)
    assert any("--ink: blue" in one for one in read) and not any("3mm" in one for one in read)
    with without():
        assert reds == [marked(typesetter, ":root { --ink: red }", same)] * 2
        assert blue == marked(typesetter, ":root { --ink: blue }", same) != reds[0]


def test_what_is_wrong_in_a_sheet_is_said_each_time(typesetter: Typesetter) -> None:
    said = set()
    for _ in range(2):
        with pytest.raises(TypesettingError) as error:
            marked(typesetter, ":root { --ink: red }", "p { no-such: thing }")
        said.add(str(error.value))
    with without(), pytest.raises(TypesettingError) as error:
        marked(typesetter, ":root { --ink: red }", "p { no-such: thing }")
    assert said == {str(error.value)}, "with the line on which it stands"


def test_patterns_of_html_are_made_once(typesetter: Typesetter) -> None:
    patterns = parsed._Patterns()
    kept, inputstream.characters_until_regex = inputstream.characters_until_regex, patterns
    try:
        tinyhtml5.parse(f"<title>x</title>{BODY * 3}")
    finally:
        inputstream.characters_until_regex = kept
    assert 0 < len(patterns) < 10 and all(isinstance(asked, tuple) for asked in patterns)
    assert isinstance(kept, parsed._Patterns)
