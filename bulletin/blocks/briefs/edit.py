"""What short items show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.blocks.briefs.model import Brief as Written
from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.lines import Setter
from bulletin.edition.text import Pair


@dataclass(frozen=True, slots=True)
class Brief:
    title: Pair
    text: Pair


@dataclass(frozen=True, slots=True)
class Briefs(Block):
    items: tuple[Brief, ...]
    id: str = "briefs"


def make(compositor: Compositor) -> Briefs:
    setter = compositor.setter
    return Briefs(
        tuple(
            Brief(
                setter.pair(brief.title, ("briefs", i, "title"), raised=False),
                setter.pair(compositor.beside.add(brief.text), ("briefs", i, "text")),
            )
            for i, brief in enumerate(compositor.content.briefs)
        )
    )


def uncited(setter: Setter, key: str, briefs: Sequence[Written]) -> Briefs:
    """Those of the summary, which has no evidence to cite."""
    return Briefs(
        tuple(
            Brief(
                setter.pair(brief.title, (key, i, "title"), raised=False),
                setter.pair(brief.text, (key, i, "text"), raised=False),
            )
            for i, brief in enumerate(briefs)
        ),
        id=key,
    )


MAKER = Maker(make)
