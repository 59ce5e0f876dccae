"""How much of a content file is still to be written, by what it is."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bulletin.evidence.texts import UNFINISHED
from bulletin.messages import listed, say

KINDS = ("head", "labels", "nouns", "prose", "names", "reasons")
"""What stands above the facts, their labels, what they count, texts, names of honors and projects, reasons."""
_OF_KEY = {"unit": "nouns", "label": "labels", "name": "names"}
_OF_PART = {"facts": "reasons", "projects": "reasons", "honours": "reasons", "left_out": "reasons"}
_HEAD = frozenset(("place", "within", "dated", "source", "short"))


def gaps(data: Any) -> Counter[str]:
    """The gaps of a content file by kind: a text in two languages is one, whatever is missing of it."""
    found: Counter[str] = Counter()
    for part, value in data.items() if isinstance(data, dict) else ():
        _count(value, part, _of(part), found)
    return found


def _of(part: str) -> str:
    return "head" if part in _HEAD else _OF_PART.get(part, "prose")


def _count(value: Any, key: str, kind: str, found: Counter[str]) -> None:
    """A pair of languages, or a noun in two numbers, is one gap."""
    if isinstance(value, str):
        found[kind] += bool(UNFINISHED.search(value)) and key not in ("quote", "prefix", "suffix", "exact", "article")
    elif isinstance(value, dict) and {"zh", "en"} <= value.keys():
        found[_OF_KEY.get(key, kind) if kind == "reasons" else kind] += bool(UNFINISHED.search(str(value)))
    elif isinstance(value, dict):
        for inner, item in value.items():
            _count(item, inner, kind, found)
    elif isinstance(value, list):
        for item in value:
            _count(item, key, kind, found)


def told(found: Counter[str]) -> str:
    """81 gaps: 30 labels, 12 nouns …; empty where there is none."""
    if not found.total():
        return ""
    kinds = listed([say(f"todo.{kind}", n=found[kind]) for kind in KINDS if found[kind]])
    return say("todo.told", n=found.total(), kinds=kinds)
