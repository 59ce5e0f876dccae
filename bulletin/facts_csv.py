"""The register of facts → NAME.facts.csv, for whoever wants to compute with the figures."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.csv_text import csv_bytes
from bulletin.edition.blocks import Both
from bulletin.edition.register import RegisterRow

HEAD = (
    *("id", "zh", "en", "value", "unit", "period", "status", "quote", "article", "line"),
    *("note", "period_said", "status_why"),
)


def facts_csv(rows: Iterable[RegisterRow]) -> bytes:
    """A line a fact. `zh` and `en` are label and number as printed; a derived fact's quote is its calculation."""
    return csv_bytes([HEAD, *map(_cells, rows)])


def _cells(row: RegisterRow) -> tuple[str, ...]:
    return (
        row.id,
        f"{row.label.zh}：{row.shown.zh}" if row.label.zh else row.shown.zh,
        f"{row.label.en}: {row.shown.en}" if row.label.en else row.shown.en,
        row.value,
        _two(row.unit),
        _two(row.period),
        _two(row.state),
        " ".join(row.quote.split()) or _two(row.sum),
        row.article,
        str(row.line) if row.line else "",
        _two(row.note),
        _two(row.said),
        row.why,
    )


def _two(text: Both) -> str:
    return text.zh if text.zh == text.en else f"{text.zh} · {text.en}"
