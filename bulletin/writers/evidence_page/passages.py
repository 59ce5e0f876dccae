"""The bulletin's text as a reviewer reads it: page by page, both languages, every figure tied to its fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from bulletin.edition.blocks import (
    Amount,
    Block,
    Both,
    Datum,
    Edition,
    EventMark,
    Evidence,
    Figure,
    Line,
    Pair,
    Run,
    TermEntry,
)

Kind = Literal["title", "text", "figure"]
_TITLES = ("title", "head", "name", "line")


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, a paragraph or the figure of a chart."""

    kind: Kind
    zh: Line
    en: Line


@dataclass(frozen=True, slots=True)
class PageText:
    number: int
    passages: tuple[Passage, ...]


def page_texts(edition: Edition) -> tuple[PageText, ...]:
    """Every page but its table of evidence, which the list of facts shows in full."""
    return tuple(PageText(page.number, tuple(_blocks(page.blocks))) for page in edition.pages)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if not isinstance(block, Evidence):
            yield from _inside(block)


def _inside(value: object) -> Iterator[Passage]:
    if isinstance(value, Pair):
        if value.zh or value.en:
            yield Passage("title" if value.path.rpartition(".")[2] in _TITLES else "text", value.zh, value.en)
    elif isinstance(value, Amount):
        yield _figure(value.full, value.fact, value.row)
    elif isinstance(value, Datum):
        yield _figure(value.full, value.fact, value.row, value.label)
    elif isinstance(value, EventMark):
        yield _figure(value.when, value.fact, value.row, value.label)
    elif isinstance(value, TermEntry):
        yield Passage("text", (Run(value.term.zh, bold=True), Run("　" + value.text.zh)), _term(value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))


def _term(entry: TermEntry) -> Line:
    return (Run(entry.term.en, bold=True), Run("  " + entry.text.en))


def _figure(text: Both, fact: str, row: int | None, label: Both | None = None) -> Passage:
    before = (Run(f"{label.zh}："), Run(f"{label.en}: ")) if label else (Run(""), Run(""))
    return Passage("figure", (before[0], Figure(text.zh, fact, row)), (before[1], Figure(text.en, fact, row)))
