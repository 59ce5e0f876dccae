"""Texts that say nothing: what programs leave where a text should be, marks alone, English in the place of Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.yaml_text import Parsed, Path
from bulletin.messages import say
from bulletin.problems import Problem

_NOTHING = frozenset(
    {"none", "null", "nan", "undefined", "n/a", "#n/a", "nil", "tbd", "xxx", "lorem ipsum", "待译", "无译文"}
)
_A_WORD = re.compile(r"[^\W_]|[\u2460-\u24ff\u25a0-\u25ff\u2713%‰℃]")
_HAN = re.compile("[<\u3007\u3400-\u9fff\U00020000-\U0003fffd]")
_TWO_WORDS = re.compile(r"[A-Za-z][a-z]{2,} +[A-Za-z]*[a-z]{3,}")


def problems(parsed: Parsed) -> Iterator[Problem]:
    """Every pair of texts of the file of which one language says nothing."""
    for path, pair in _pairs(parsed.data, ()):
        for language in ("zh", "en"):
            if message := _wrong(str(pair[language]), language):
                yield Problem("language", message, parsed.place((*path, language)))


def _pairs(value: object, path: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield path, value
        for key, item in value.items():
            yield from _pairs(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _pairs(item, (*path, i))


def _wrong(text: str, language: str) -> str:
    if not _A_WORD.search(text) or text.strip(" .").lower() in _NOTHING:
        return say("language.nothing", text=text.strip()[:20])
    if language == "zh" and not _HAN.search(text) and _TWO_WORDS.search(text):
        return say("language.no_chinese")
    return ""
