"""Do two short texts speak of the same thing? Pairs of characters in Chinese, stems of words in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from bulletin.content.model import Fact, Status
from bulletin.content.referring import referring

_LITTLE = re.compile(
    r"an?|the|of|to|and|or|in|on|at|by|for|with|from|is|are|was|were|be|been|ha[sd]|have|its?|this|that|than|as|not"
    r"|more|fewer|less|most|least|all"
)
_ENDINGS = re.compile(r"(?:ies|es|s|ing|ed|er|e)$")
_STATUS: dict[Status, tuple[str, str]] = {
    "achieved": ("完工 完成 建成 已经", "finished done complete built"),
    "standing": ("现有", "standing"),
    "under_way": ("在建 施工 在办", "under way underway construction"),
    "expected": ("预计", "expected"),
    "planned": ("计划 规划", "planned"),
    "applied_for": ("申请", "applied"),
}


@lru_cache(maxsize=4096)
def tokens(text: str, language: str) -> frozenset[str]:
    """What can be shared: 改水农户 has 改水, 水农 and 农户; `toilets` and `toilet` are one."""
    if language == "zh":
        plain = re.sub(r"<[^>]*>", " ", text)
        runs = re.findall(r"[\u4e00-\u9fff]+", plain)
        return frozenset(
            [run[i : i + 2] for run in runs for i in range(len(run) - 1)] + re.findall("[A-Za-z]{2,}", plain)
        )
    words = re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", text).lower())
    return frozenset(_ENDINGS.sub("", word) if len(word) > 4 else word for word in words if not _LITTLE.fullmatch(word))


def labels_in(part: BaseModel, id: str, fact: Fact, language: str) -> set[str]:
    """The words for a fact: its label, noun and status, and the labels that it has in this part."""
    unit = fact.counted
    if language == "en" and fact.unit:
        unit = fact.unit.en if isinstance(fact.unit.en, str) else fact.unit.en.other
    status = _STATUS[fact.status][language == "en"]
    words = [getattr(fact.called, language), unit, status, *(getattr(label, language) for label in _labels(part, id))]
    return set[str]().union(*(tokens(text, language) | referred(text) for text in words))


def referred(text: str) -> frozenset[str]:
    """What a text refers to, as no word is written: <y2022."""
    return frozenset(re.findall(r"<[\w.]+", text))


def _labels(part: object, id: str) -> Iterator[BaseModel]:
    if isinstance(part, BaseModel):
        if id in (getattr(part, key) for key in referring(type(part))) and getattr(part, "label", None):
            yield part.label  # type: ignore[attr-defined]
        for value in vars(part).values():
            yield from _labels(value, id)
    elif isinstance(part, list):
        for item in part:
            yield from _labels(item, id)
