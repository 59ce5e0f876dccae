"""How many blocks move when one sentence changes: `python -m benchmarks.steady FOLDER…`, each a project of one content.

A sentence is added to, or taken from, the first paragraph of each story in turn; a block has moved where it stands on
another page afterwards, or in another form.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bulletin.blocks.story.edit import Story
from bulletin.build import Builder
from bulletin.edition.blocks import Edition, PlateRow
from bulletin.edition.text import Pair, Run
from bulletin.layout.lay_out import LaidOut
from bulletin.layout.placed import Placed
from bulletin.project import Project
from bulletin.workshop import Workshop

MORE = Pair(
    (Run("这一句是后来添上的，说的是别的事。"),), (Run(" This sentence was added later, and says something else."),)
)


def changed(edition: Edition) -> Iterator[Edition]:
    """The edition with a sentence more in one story, for every story."""
    page = edition.pages[0]
    for at, block in enumerate(page.blocks):
        if isinstance(block, Story):
            first = block.paragraphs[0]
            text = replace(first.text, zh=first.text.zh + MORE.zh, en=first.text.en + MORE.en)
            story = replace(block, paragraphs=(replace(first, text=text), *block.paragraphs[1:]))
            blocks = (*page.blocks[:at], story, *page.blocks[at + 1 :])
            yield replace(edition, pages=(replace(page, blocks=blocks), *edition.pages[1:]))


def places(laid: LaidOut) -> dict[str, tuple[object, ...]]:
    """Where every block stands, and how: page, look, columns, widths, number of rows."""
    found: dict[str, tuple[object, ...]] = {}
    for page in laid.edition.pages:
        for one in (block for block in page.blocks if isinstance(block, Placed)):
            for name, form in _named(one):
                found[name] = (*found.get(name, ()), page.number, one.look, one.columns, form)
    return found


def _named(one: Placed) -> Iterator[tuple[str, object]]:
    block = one.block
    if isinstance(block, PlateRow):
        for plate in block.plates:
            yield plate.id.split("-full-")[0].split("-half-")[0], plate.id
    else:
        rows = getattr(block, "paragraphs", getattr(block, "rows", ()))
        yield getattr(block, "id", type(block).__name__), len(rows)


def main(folders: list[str]) -> None:
    for folder in folders:
        workshop = Workshop(Project.at(Path(folder)))
        for name in workshop.project.names():
            builder = Builder(workshop)
            edition, _ = builder.edition(name)
            charts = builder.charts(edition)
            before = places(builder.laid_out(edition, charts))
            moved = []
            for other in changed(edition):
                after = places(builder.laid_out(other, charts))
                moved.append(sum(before[id] != after[id] for id in before))
            print(f"{name}: of {len(before)} blocks moved {' '.join(map(str, moved))}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
