"""Where in the content words stand that were read off a page: the text that shares the longest piece with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from bulletin.content.yaml_text import Parsed, Path
from bulletin.problems import Place

LEAST, SHORTEST = 0.5, 4
"""The share of the words that a text has to hold for it to be the place; words shorter than that must be all of it."""
_NOTHING = re.compile(r"[\s\-‐‑\u00ad\u2060\u200b\ufeff\ufffe\x02]+")
"""What line breaking puts in and takes out."""
_REFERENCE = re.compile(r"<[^<>\s]*>")


def place_of(words: str, texts: Iterable[tuple[Parsed, Path, str]]) -> Place | None:
    """The place of the text that the words were set from; None where none is like them."""
    wanted = _bare(words)
    best, found = 0, None
    for parsed, path, text in texts:
        held = _bare(_REFERENCE.sub(" ", text))
        shared = _shared(wanted, held)
        if shared > best and shared >= LEAST * len(wanted) and (len(wanted) >= SHORTEST or wanted == held):
            best, found = shared, (parsed, path)
    return found[0].place(found[1]) if found else None


def _shared(wanted: str, text: str) -> int:
    """How long the longest piece is that both have."""
    if wanted in text or text in wanted:
        return min(len(wanted), len(text))
    return SequenceMatcher(None, wanted, text, autojunk=False).find_longest_match().size


def _bare(text: str) -> str:
    return _NOTHING.sub("", text)
