"""Plates that stand in another order in their story, or in another story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from .opened import Opened
from .operations import Move
from .order import rising
from .said import CurrentText
from .stories import Stories

PLATE = re.compile(r"stories\.(\d+)\.plates\.(\d+)\.")
DRAWN = re.compile(r"(?:chart|photo):stories-(\d+)-plates-(\d+)(?:-\d+)?")
Plate = tuple[int, int]
"""A story and the number of a plate in it."""


def standing(paths: Mapping[int, str], opened: Opened) -> dict[Plate, list[int]]:
    """Where the texts and pictures of each plate stand in the draft."""
    texts = [(at, found) for at, path in paths.items() if (found := PLATE.match(path))]
    drawn = zip(opened.drawings, opened.drawn, strict=False)
    shown = [(at, found) for one, at in drawn if at is not None and (found := DRAWN.fullmatch(one.name))]
    out: dict[Plate, list[int]] = defaultdict(list)
    for at, found in (*texts, *shown):
        out[int(found[1]), int(found[2])].append(at)
    return out


def plates_moved(
    said: Mapping[int, CurrentText], plates: Mapping[Plate, list[int]], stories: Stories, going: Container[str]
) -> Iterator[Move]:
    """As few moves as make the order; `going`: stories that are joined to others, with their plates."""
    titles = {one.entry.path: one.old for one in said.values() if one.entry.lang == "zh"}
    under: dict[int, list[tuple[int, Plate]]] = defaultdict(list)
    for plate, ats in plates.items():
        parts = {stories.part(min(at, stories.end - 1)) for at in ats}
        part = parts.pop()
        if not parts and part is not None and part[1] < 0 and f"stories.{plate[0]}" not in going:
            under[part[0]].append((min(ats), plate))
    for story, found in under.items():
        order = sorted(found)
        own = {plate[1]: n for n, (_, plate) in enumerate(order) if plate[0] == story}
        stay, after = {*rising(own)}, -1
        for at, (one, n) in order:
            if one == story and n in stay:
                after = n
            else:
                path = f"stories.{one}.plates.{n}"
                yield Move(path, f"stories.{story}.plates", after, titles.get(f"{path}.title", ""), at)
