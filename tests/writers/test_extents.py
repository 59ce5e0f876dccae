"""Containers that are known are not laid out again, and are as tall as they were; others are, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.pages.extents import measured
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import Measured
from bulletin.store import Store

CSS = """
@page { size: 120mm 60000mm; margin: 10mm }
body { font: 10pt/1.56 "Noto Serif CJK SC"; text-align: justify } p { margin: 0 }
.piece { display: flow-root; margin-top: 9.37pt } .lead { margin-top: 3pt; font-size: 13pt }
"""
SENTENCE = "街道新建游园，植树，投资；社区有居民，老旧楼院占其中一部分。"


def page(*texts: str, css: str = CSS) -> str:
    pieces = "".join(
        f'<div class="piece{" lead" if not at % 3 else ""}" id="piece-{at}">\n<p>{text}</p>\n'
        f'<table><tr><td><a id="f-{at + 1}" href="#piece-0">{text[:5]}</a></td></tr></table>\n</div>'
        for at, text in enumerate(texts)
    )
    head = f"<html lang='zh-Hans'><head><title>x</title><style>{css}</style></head><body><header>头</header>"
    return f"{head}<section class='measured'>\n{pieces}</section>\n</body></html>"


class Asked:
    """Measures, and notes the pages that it was asked about."""

    def __init__(self, typesetter: Typesetter):
        self.typesetter, self.pages = typesetter, list[str]()

    def __call__(self, html: str) -> Measured:
        self.pages.append(html)
        return self.typesetter.measure(html, {}, "piece-")


TEXTS = tuple(SENTENCE * n for n in (1, 7, 3, 12, 2))


@pytest.fixture
def asked(typesetter: Typesetter) -> Asked:
    return Asked(typesetter)


def test_only_what_has_changed_is_laid_out_and_all_is_as_tall_as_alone(asked: Asked, tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    changed = (*TEXTS[:2], SENTENCE * 9, *TEXTS[3:])
    for texts, laid_out in ((TEXTS, 5), (TEXTS, 0), (changed, 1), (changed[::-1], 4), (TEXTS, 0)):
        asked.pages.clear()
        found = measured(store, page(*texts), {}, "piece-", asked)
        assert sum(html.count(' id="piece-') for html in asked.pages) == laid_out
        assert found == asked.typesetter.measure(page(*texts), {}, "piece-")


def test_another_sheet_measures_everything(asked: Asked, tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    measured(store, page(*TEXTS), {}, "piece-", asked)
    for html, resources in ((page(*TEXTS, css=CSS + "p { font-size: 9pt }"), {}), (page(*TEXTS), {"bulletin:x": b"1"})):
        measured(store, html, resources, "piece-", asked)
        assert asked.pages[-1].count(' id="piece-') == 5


@pytest.mark.parametrize(
    "odd",
    [
        lambda html: html.replace('</div><div class="piece" id="piece-1"', '<div class="piece" id="piece-1"'),
        lambda html: html.replace('<div class="piece" id="piece-2"', '<section class="piece" id="piece-2"'),
    ],
    ids=["one inside another", "one that is none"],
)
def test_what_is_no_row_of_containers_is_measured_as_a_whole(odd, asked: Asked, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    store, html = Store("program", tmp_path), odd(page(*TEXTS))
    assert html != page(*TEXTS)
    for _ in range(2):
        measured(store, html, {}, "piece-", asked)
    assert asked.pages == [html, html]


def test_a_damaged_entry_is_measured_again(asked: Asked, tmp_path: Path) -> None:
    first = measured(Store("program", tmp_path), page(*TEXTS), {}, "piece-", asked)
    store = Store("program", tmp_path)
    for file in tmp_path.iterdir():
        store.keep(file.name, b'{"bodies": 1}')
    assert measured(store, page(*TEXTS), {}, "piece-", asked) == first
    assert len(asked.pages) == 2
