"""The paragraphs of the baseline as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from bulletin.word import Entry, Kept, WrittenParagraph

from .lists import Key, item_of
from .tokens import REFERENCE

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph of the baseline: its text as it was printed, and the numbers of its editable texts."""

    block: WrittenParagraph
    text: str
    entries: tuple[int, ...]
    key: Key | None = None  # the item that all of its editable texts belong to
    lang: str | None = None  # the one language of its editable texts
    path: str = ""  # of its first editable text

    @property
    def column(self) -> int | None:
        return self.block.place[2] if self.block.place else None


Matching = dict[int, int]
"""Leads from paragraphs of the baseline to paragraphs of the draft."""


def printed(entry: Entry) -> str:
    """The text as it stood in the draft: figures in place of references, no signs of bold."""
    figures = iter(entry.figures)
    return REFERENCE.sub(lambda _: next(figures, ""), entry.text).replace("**", "")


def written(kept: Kept) -> list[Written]:
    """The paragraphs of the baseline in order."""
    texts = [printed(entry) for entry in kept.entries]
    out = []
    for block in kept.layout:
        words = "".join(part if isinstance(part, str) else texts[part] for part in block.parts)
        own = tuple(part for part in block.parts if isinstance(part, int))
        keys = {item_of(kept.entries[n].path) for n in own}
        langs = {kept.entries[n].lang for n in own}
        path = kept.entries[own[0]].path if own else ""
        out.append(Written(block, words, own, _only(keys), _only(langs), path))
    return out


def _only(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None
