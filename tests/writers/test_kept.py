"""What is kept of lines and shared of styles changes nothing: the same heights and the same bytes as without."""

from __future__ import annotations

import gc
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any

import pydyf
import pytest
from weasyprint import css
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi

from bulletin.pages import asked, bare, compiled, computed, kept, shared, written
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import Measured
from tests.writers.test_han import paragraph

pytestmark = pytest.mark.slow

OURS = (kept, shared, computed, asked, compiled)
CREATED = datetime(2026, 11, 25, tzinfo=UTC)
ENGLISH = "The subdistrict's governance campaign resettled 457 households in newly-built, well-lit neighbourhoods. " * 3
CSS = """
@page { size: A5; margin: 10mm }
body { font: 10pt/1.5 "Noto Serif CJK SC"; text-align: justify; --give: 0pt }
[lang=en] { font-family: "Source Serif 4"; hyphens: auto }
.small { font-size: 8pt } .wide { letter-spacing: 1pt } .bold { font-weight: 700 } .kept { white-space: nowrap }
p { margin-bottom: var(--give) } td { vertical-align: top } .cell { display: inline-block; width: 30mm }
td b { color: red } a { color: inherit }
"""


def document(leading: float = 1.5) -> str:
    """The same texts in several types and measures, in rows with names, in two languages, with room of their own."""
    random = Random(7)
    texts = [paragraph(random, marked=False) for _ in range(3)]
    parts = []
    for n, look in enumerate(["", "small", "wide", "bold", "", "small"]):
        rows = "".join(
            f'<tr id="r-{n}-{m}"><td lang="en">{ENGLISH}<b>12</b></td><td><a href="#r-0-0">{text}</a></td></tr>'
            for m, text in enumerate(texts)
        )
        parts.append(
            f'<div id="piece-{n}" class="{look}" style="--give: {n % 3}pt"><p>{texts[0]}</p>'
            f'<p lang="en" style="margin-left: {n % 2}mm">{ENGLISH}</p><p class="cell" lang="en">{ENGLISH}</p>'
            f'<p><span class="kept">2018年</span>{texts[1]}</p><table>{rows}</table></div>'
        )
    head = f"<title>x</title><style>{CSS} body {{ line-height: {leading} }}</style>"
    return f'<html lang="zh-Hans"><head>{head}</head><body>{"".join(parts)}</body></html>'


@contextmanager
def without() -> Iterator[None]:
    for module in OURS:
        module.uninstall()
    try:
        yield
    finally:
        for module in OURS:
            module.install()
        kept.forget()


def measured(typesetter: Typesetter, leading: float = 1.5) -> Measured:
    return typesetter.measure(document(leading), {}, "piece-")


def pdf(typesetter: Typesetter) -> bytes:
    return typesetter.typeset(document(), {}, title="x", created=CREATED).data


def test_weasyprint_still_has_what_we_replace(typesetter: Typesetter) -> None:
    owners, signature = kept.TOUCHED["split_first_line"]
    assert str(inspect.signature(kept._theirs)) == signature
    assert all(owner.split_first_line is kept._split_first_line for owner in owners)
    for name, (_, wanted) in shared.TOUCHED.items():
        assert str(inspect.signature(shared._theirs[name])) == wanted
    for name, (_, wanted) in (computed.TOUCHED | compiled.TOUCHED).items():
        assert str(inspect.signature((computed._theirs | compiled._theirs)[name])) == wanted
    for name, (owners, wanted) in asked.TOUCHED.items():
        assert str(inspect.signature(asked._theirs[name])) == wanted
        assert all(getattr(owner, name) is asked._OURS[name] for owner in owners)
    for name, (owner, wanted) in bare.TOUCHED.items():
        assert str(inspect.signature(getattr(owner, name))) == wanted
    everything = (module._theirs.values() for module in (shared, computed, asked))
    theirs = (kept._theirs, *(one for some in everything for one in some))
    assert all(one.__module__.startswith("weasyprint") for one in theirs)


def test_heights_and_bytes_are_those_without(typesetter: Typesetter) -> None:
    ours = [measured(typesetter), measured(typesetter, 1.7), pdf(typesetter), pdf(typesetter)]
    with without():
        theirs = [measured(typesetter), measured(typesetter, 1.7), pdf(typesetter)]
    assert ours == [*theirs, theirs[-1]]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> list[str]:
    """The texts whose first line WeasyPrint is asked for."""
    asked: list[str] = []
    theirs = kept._theirs

    def split_first_line(text: str, *rest: Any) -> Any:
        asked.append(text)
        return theirs(text, *rest)

    monkeypatch.setattr(kept, "_theirs", split_first_line)
    kept.forget()
    return asked


def test_a_line_is_broken_once_in_a_publication(broken: list[str], typesetter: Typesetter) -> None:
    measured(typesetter)
    first = len(broken)
    measured(typesetter, 1.7)
    assert first and len(broken) == first, "another leading breaks no line"
    pdf(typesetter)
    assert len(broken) == first
    pdf(typesetter)
    assert len(broken) == 2 * first, "the next publication begins anew"


def test_what_looks_the_same_has_one_style(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    found: list[Any] = []
    init = css.StyleFor.__init__

    def noted(style_for: Any, html: Any, *rest: Any) -> None:
        init(style_for, html, *rest)
        found.append([(element, style_for(element)) for element in html.etree_element.iter()])

    monkeypatch.setattr(css.StyleFor, "__init__", noted)
    measured(typesetter)
    (styles,) = found
    cells = [style for element, style in styles if element.tag == "td"]
    assert len(cells) == 36 and len({id(style) for style in cells}) == 2 * 6, "two languages, six containers"
    named = {element.get("id"): style["anchor"] for element, style in styles if element.get("id")}
    assert named == {name: name for name in named} and len(named) == 6 + 18
    assert {style["anchor"] for element, style in styles if not element.get("id")} == {None}


def test_layouts_that_are_copied_set_the_same_bytes(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    begun: list[Any] = []
    ours = pdf(typesetter)
    begin = kept.begin

    def noted(theirs: Any, layout: Any, style: Any) -> None:
        begin(lambda *given: begun.append(theirs(*given)), layout, style)

    monkeypatch.setattr(kept, "begin", noted)
    assert pdf(typesetter) == ours
    assert 5 < len(begun) < 20, "one a type"
    monkeypatch.setattr(kept, "begin", lambda theirs, layout, style: theirs(layout, style))
    assert pdf(typesetter) == ours


def test_an_object_is_put_into_bytes_once(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    asked: list[Any] = []
    data = pydyf.Stream.data.fget

    def noted(stream: Any) -> bytes:
        asked.append(stream)
        found: bytes = data(stream)
        return found

    ours = pdf(typesetter)
    with monkeypatch.context() as patch:
        patch.setattr(pydyf.Stream, "data", property(noted))
        assert pdf(typesetter) == ours
    assert len(asked) == len({id(stream) for stream in asked}) + 1 > 5, "but what pydyf itself adds at the end"
    monkeypatch.setattr(written, "finish", lambda pdf: None)
    assert pdf(typesetter) == ours


def test_what_was_laid_out_is_not_left_behind(typesetter: Typesetter) -> None:
    def left() -> int:
        return sum(issubclass(type(one), boxes.Box) for one in gc.get_objects())

    gc.collect()
    before = left()
    measured(typesetter)
    assert left() <= before, "freed when it was measured"
    pdf(typesetter)
    assert left() <= before, "and when it was set"
    assert gc.isenabled()


def test_no_declaration_of_an_array_is_read_twice(monkeypatch: pytest.MonkeyPatch, typesetter: Typesetter) -> None:
    pdf(typesetter)
    read: list[str] = []
    theirs = ffi._typeof_locked

    def noted(declaration: str) -> Any:
        read.append(declaration)
        return theirs(declaration)

    monkeypatch.setattr(ffi, "_typeof_locked", noted)
    typesetter.typeset(document().replace("<p>", "<p>龘鑫 Q "), {}, title="x", created=CREATED)
    assert not read
