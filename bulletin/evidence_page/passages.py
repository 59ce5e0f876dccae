"""The bulletin's text as a reviewer reads it: page by page, both languages, every figure tied to its fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bulletin.blocks.evidence.edit import Evidence
from bulletin.blocks.terms.edit import TermEntry
from bulletin.edition.blocks import (
    Amount,
    Block,
    Both,
    Datum,
    Edition,
    EventMark,
    Figure,
    Line,
    Pair,
    Run,
)
from bulletin.edition.walk import walk

Kind = Literal["title", "text", "figure"]
_TITLES = ("title", "head", "name", "line")


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, a paragraph or the figure of a chart."""

    kind: Kind
    zh: Line
    en: Line


@dataclass(frozen=True, slots=True)
class PrintedText:
    number: int
    passages: tuple[Passage, ...]


def page_texts(edition: Edition) -> tuple[PrintedText, ...]:
    """Every page but its table of evidence, which the list of facts shows in full."""
    return tuple(PrintedText(0 if page.auto else page.number, tuple(_blocks(page.blocks))) for page in edition.pages)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if not isinstance(block, Evidence):
            yield from _inside(block)


_WHOLE = (Pair, Amount, Datum, EventMark, TermEntry)


def _inside(block: Block) -> Iterator[Passage]:
    for node in walk(block, _WHOLE):
        if isinstance(node, Pair) and (node.zh or node.en):
            yield Passage("title" if node.path.rpartition(".")[2] in _TITLES else "text", node.zh, node.en)
        elif isinstance(node, Amount):
            yield _figure(node.full, node.fact, node.row)
        elif isinstance(node, Datum):
            yield _figure(node.full, node.fact, node.row, node.label)
        elif isinstance(node, EventMark):
            yield _figure(node.when, node.fact, node.row, node.label)
        elif isinstance(node, TermEntry):
            yield Passage("text", (Run(node.term.zh, bold=True), Run("　" + node.text.zh)), _term(node))


def _term(entry: TermEntry) -> Line:
    return (Run(entry.term.en, bold=True), Run("  " + entry.text.en))


def _figure(text: Both, fact: str, row: int | None, label: Both | None = None) -> Passage:
    before = (Run(f"{label.zh}："), Run(f"{label.en}: ")) if label else (Run(""), Run(""))
    return Passage("figure", (before[0], Figure(text.zh, fact, row)), (before[1], Figure(text.en, fact, row)))
