"""What the terms show."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content import model
from bulletin.edition import typography
from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.text import Both


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the glossary and what it means."""

    term: Both
    text: Both


@dataclass(frozen=True, slots=True)
class Terms(Block):
    title: Both
    by: Both
    entries: tuple[TermEntry, ...]
    id: str = "terms"


def make(compositor: Compositor) -> Terms:
    by_zh = {term.zh: term for term in compositor.verified.glossary.terms}
    chosen = [by_zh[zh] for zh in compositor.content.terms]
    entries = tuple(
        TermEntry(typography.both(model.Both(zh=term.zh, en=term.en)), typography.both(term.explain))
        for term in chosen
        if term.explain
    )
    return Terms(compositor.words.phrase("terms_title"), compositor.words.phrase("terms_by"), entries)


MAKER = Maker(make)
