"""The fixed phrases of charts, Chinese beside English."""

from __future__ import annotations

from bulletin.edition.text import Both, Mark

MARKS: dict[Mark, Both] = {
    "done": Both("已完成", "done"),
    "under_way": Both("在办", "under way"),
    "planned": Both("待办", "still to come"),
    "standing": Both("现状", "standing"),
    "unstated": Both("未述", "not stated"),
}
"""The same as `marks` in templates/words.yaml; a test compares them."""

REST = Both("其余", "the rest")
NOT_STATED = Both("文中未述", "not stated")
NONE = Both("无", "none")
OWN_SCALES = Both("各栏比例不同", "Each column has its own scale")
STATED = Both("时间见于原文", "time stated")
INFERRED = Both("时间为推断", "time inferred")
DATE_STATED = Both("文章注明日期", "article dated")
DATE_INFERRED = Both("日期为推断", "date inferred")


def both(zh: str, en: str, *values: Both) -> Both:
    """Two templates filled with the same values, each in its language."""
    return Both(zh.format(*(value.zh for value in values)), en.format(*(value.en for value in values)))


def enumerated(items: list[Both]) -> Both:
    """Items within a sentence."""
    return Both("、".join(item.zh for item in items), ", ".join(item.en for item in items))


def listed(items: list[Both]) -> Both:
    """One sentence of several items."""
    return Both("；".join(item.zh for item in items) + "。", "; ".join(item.en for item in items) + ".")
