"""How words of charts are put together, Chinese beside English; the phrases themselves are the look's."""

from __future__ import annotations

from bulletin.edition.text import Both


def both(zh: str, en: str, *values: Both) -> Both:
    """Two templates filled with the same values, each in its language."""
    return Both(zh.format(*(value.zh for value in values)), en.format(*(value.en for value in values)))


def enumerated(items: list[Both]) -> Both:
    """Items within a sentence."""
    return Both("、".join(item.zh for item in items), ", ".join(item.en for item in items))


def listed(items: list[Both]) -> Both:
    """One sentence of several items."""
    return Both("；".join(item.zh for item in items) + "。", "; ".join(item.en for item in items) + ".")
