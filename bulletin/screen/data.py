"""The data of a chart as a table in words: what the drawing shows, for who cannot see it or wants it exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Mark
from bulletin.edition.walk import every
from bulletin.edition.words import Words

MACHINES = frozenset(("fact", "value", "start", "end", "step"))
"""Columns for programs, which NAME.facts.csv and the PDF carry."""
NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class DataTable:
    """A head, then rows, all in words."""

    heads: tuple[Both, ...]
    rows: tuple[tuple[Both, ...], ...]


def data_table(spec: ChartSpec, data: Sequence[tuple[str, ...]], words: Words) -> DataTable:
    """`data`: a head and rows, as an artist gives them: NAME_zh and NAME_en are one column."""
    head, *rows = data
    own = {both.en: both for both in every(Both, spec)}
    columns = [i for i, name in enumerate(head) if name not in MACHINES and not name.endswith("_en")]
    kept = [i for i in columns if any(row[i] for row in rows)]
    return DataTable(
        tuple(_head(head[i], words, own) for i in kept),
        tuple(tuple(_cell(head, row, i, words, own) for i in kept) for row in rows),
    )


def _head(name: str, words: Words, own: dict[str, Both]) -> Both:
    stem = name.removesuffix("_zh")
    return words.reviewing(f"data_{stem}") if f"data_{stem}" in words.review else own.get(name, Both(name, name))


def _cell(head: Sequence[str], row: Sequence[str], at: int, words: Words, own: dict[str, Both]) -> Both:
    text = row[at]
    if head[at].endswith("_zh"):
        english = head[at].removesuffix("_zh") + "_en"
        return Both(text, row[head.index(english)] if english in head else text)
    if text in ("yes", "no"):
        return words.reviewing(f"data_{text}")
    mark = next((mark for mark in get_args(Mark) if mark == text), None)
    if mark is not None:
        return words.mark(mark)
    return own.get(text, Both(text, text))
