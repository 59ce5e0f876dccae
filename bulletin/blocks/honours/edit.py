"""What the list of honors shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.text import Both, Pair, Run, as_pair


@dataclass(frozen=True, slots=True)
class HonourRow:
    name: Pair
    level: Both
    year: Both


@dataclass(frozen=True, slots=True)
class Honours(Block):
    title: Pair
    heads: tuple[Both, ...]  # honour, level, year
    rows: tuple[HonourRow, ...]
    id: str = "honours"


def make(compositor: Compositor) -> Honours:
    title = compositor.content.honours_title
    words = compositor.words.phrase("honours_title")
    missing = compositor.words.phrase("not_stated")
    rows = tuple(
        HonourRow(
            compositor.setter.pair(honour.name, ("honours", i, "name"), raised=False),
            compositor.words.level(honour.level),
            Both(year, year) if (year := compositor.verified.year_of(honour)) else missing,
        )
        for i, honour in enumerate(compositor.content.honours)
    )
    made = compositor.setter.pair(title, ("honours_title",), raised=False) if title else as_pair(words)
    if compositor.content.honours_more:
        more = compositor.words.phrase("honours_more", "", "")
        made = replace(made, zh=(*made.zh, Run(more.zh)), en=(*made.en, Run(more.en)))
    return Honours(made, tuple(compositor.words.phrase(name) for name in ("honour", "level", "year")), rows)


MAKER = Maker(make)
