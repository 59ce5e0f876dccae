"""Key figures and terms that were taken out: boxes of which nothing is left, in a table that is still there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .entries import kinds_before
from .entry_operations import TakenFigure, TakenTerm
from .said import CurrentText
from .tokens import tidy
from .tongues import two
from .written import Matching, Written

_FIGURE = re.compile(r"facts\.((?:\w+\.)?(?!label$)\w+)")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was found, and what it settles: texts by their numbers, paragraphs of the baseline."""

    operations: tuple[TakenFigure | TakenTerm, ...]
    texts: frozenset[int]
    paragraphs: frozenset[int]


def taken(before: Sequence[Written], made: Matching, said: Mapping[int, CurrentText]) -> Taken:
    """Boxes that are gone, each as one."""
    found: list[tuple[TakenFigure | TakenTerm, list[int]]] = []
    for table, kind in kinds_before(before).items():
        boxes: dict[object, list[int]] = defaultdict(list)
        for n, one in enumerate(before):
            if one.block.place and one.block.place[0] == table:
                boxes[one.block.place].append(n)
        lost = [box for box in boxes.values() if not any(n in made for n in box)]
        if kind != "evidence" and len(lost) < len(boxes):
            for box in lost:
                above = next((made[n] for n in range(box[0] - 1, -1, -1) if n in made), 0)
                ones = [before[n] for n in box]
                made_of = _figure(ones, said, above) if kind == "figures" else _term(ones, above)
                found += [(made_of, box)] if made_of else []
    boxes_of = [n for _, box in found for n in box]
    texts = frozenset(number for n in boxes_of for number in before[n].entries)
    return Taken(tuple(one for one, _ in found), texts, frozenset(boxes_of))


def _figure(box: Sequence[Written], said: Mapping[int, CurrentText], at: int) -> TakenFigure | None:
    own = [said[n] for one in box for n in one.entries]
    facts = tuple(dict.fromkeys(found[1] for one in own if (found := _FIGURE.fullmatch(one.entry.path))))
    printed = tuple(figure for one in own if _FIGURE.fullmatch(one.entry.path) for figure in one.entry.figures)
    labels = tuple((one.entry.path, one.entry.lang, one.old) for one in own if one.entry.path.endswith(".label"))
    return TakenFigure(facts, printed, labels, at) if facts else None


def _term(box: Sequence[Written], at: int) -> TakenTerm | None:
    head, *rest = [tidy(one.text) for one in box]
    term = two(head)
    return TakenTerm(term, (rest[0], rest[1]), at) if term and len(rest) == 2 else None


def unnamed(facts: Sequence[str], data: object) -> Iterator[str]:
    """Those of the facts that nothing of a content file names."""
    said = {*_named(data)}
    yield from (id for id in facts if id not in said)


def _named(data: object, top: bool = True) -> Iterator[str]:
    """All facts that something names, but for the facts themselves and the rows that their evidence stands in."""
    if isinstance(data, dict):
        for key, one in data.items():
            if not (top and key in ("facts", "rows")):
                yield from _named(one, False)
    elif isinstance(data, list):
        for one in data:
            yield from _named(one, False)
    elif isinstance(data, str):
        yield data
        yield from re.findall(r"<([\w.]+)", data)
