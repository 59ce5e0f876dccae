"""Whole paragraphs in an update: rows that are new in the content file, and rows that are no longer in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin.word import Entry, Kept, WrittenParagraph
from bulletin.word.ox import Node, name, stable

from .returns.written import printed
from .tracking import ChangeTracker

PARAGRAPH = re.compile(r"(stories\.\d+\.paragraphs)\.(\d+)")


@dataclass(slots=True)
class MovingRows:
    """The baseline of the updated draft while rows come and go. `rows` leads from places today to rows of the draft."""

    root: Node
    tracker: ChangeTracker
    entries: list[Entry]
    layout: list[WrittenParagraph]
    rows: dict[str, Node]

    def put_in(self, fresh: Sequence[Entry]) -> Iterator[str]:
        """New paragraphs as new rows; gives the places of those that were put in."""
        texts = {(entry.path, entry.lang): entry for entry in fresh}
        for path in dict.fromkeys(entry.path for entry in fresh):
            pair = [texts.get((path, "zh")), texts.get((path, "en"))]
            found = self._beside(path)
            if found and None not in pair and (f"{path}.head", "zh") not in texts:
                self._put(path, [one for one in pair if one], *found)
                yield path

    def _beside(self, path: str) -> tuple[str, bool] | None:
        """The place of the row above, or of the one below (then False)."""
        item = PARAGRAPH.fullmatch(path)
        if item is None:
            return None
        above, below = (f"{item[1]}.{int(item[2]) + step}" for step in (-1, 1))
        return (above, True) if above in self.rows else (below, False) if below in self.rows else None

    def _put(self, path: str, pair: list[Entry], beside: str, behind: bool) -> None:
        row = self.rows[beside]
        used = {str(node.get(name("w:name"))) for node in self.root.iter(name("w:bookmarkStart"))}
        ids = [int(str(node.get(name("w:id")))) for node in self.root.iter(name("w:bookmarkStart"))]
        made = [replace(one, bookmark=_unused(one.bookmark, used)) for one in pair]
        cells = [(one.bookmark, max(ids, default=0) + n, printed(one)) for n, one in enumerate(made, 1)]
        self.tracker.insert_row(row, cells, behind=behind)
        new = row.getnext() if behind else row.getprevious()
        assert new is not None
        self.rows[path] = new
        self._lay_out(made, beside, behind)

    def _lay_out(self, made: list[Entry], beside: str, behind: bool) -> None:
        numbers = [n for n, one in enumerate(self.entries) if one.path in (beside, f"{beside}.head")]
        places = [n for n, block in enumerate(self.layout) if set(block.parts) & set(numbers)]
        blocks = [
            replace(self.layout[place], parts=(len(self.entries) + n,))
            for n, place in enumerate([places[0], places[-1]])
        ]
        self.entries += made
        at = places[-1] + 1 if behind else places[0]
        self.layout[at:at] = blocks

    def take_out(self, numbers: Sequence[int], row: Node) -> None:
        """A row whose texts (by their numbers) are no longer in the content file; they become fixed words."""
        self.tracker.delete_row(row)
        for n, block in enumerate(self.layout):
            parts = tuple(printed(self.entries[part]) if part in numbers else part for part in block.parts)  # type: ignore[index]
            self.layout[n] = replace(block, parts=parts)

    def kept(self, kept: Kept) -> Kept:
        """The baseline, without the texts that no paragraph holds any more."""
        held = sorted({part for block in self.layout for part in block.parts if isinstance(part, int)})
        now = {old: new for new, old in enumerate(held)}
        layout = (
            replace(block, parts=tuple(part if isinstance(part, str) else now[part] for part in block.parts))
            for block in self.layout
        )
        return replace(kept, entries=tuple(self.entries[n] for n in held), layout=tuple(layout))


def _unused(bookmark: str, used: set[str]) -> str:
    n = 0
    while bookmark in used:
        n += 1
        bookmark = f"_b_{stable(f'{bookmark}.{n}')}"
    return bookmark
