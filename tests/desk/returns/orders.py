"""Drafts of the six publications with items of a list in another order: how many come home in that order.

`python -m tests.desk.returns.orders` prints the figures: every order of four paragraphs, and shuffles by chance of
every list that a draft shows.
"""

from __future__ import annotations

import functools
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from bulletin.build import Builder
from bulletin.content.yaml_text import parse
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import Homecoming, bring_home
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.operations import Changes
from bulletin.desk.returns.written import Written, written
from bulletin.project import Project
from bulletin.word import Kept, read
from bulletin.word.layout import paragraphs
from bulletin.word.ox import Node, name
from bulletin.workshop import Workshop
from tests.conftest import ROOT
from tests.desk.returns.word import Editor

NAMES = ("dufulu", "jingchenglu", "linshanzhai", "xidajie", "yimalu", "summary")


@functools.cache
def builder() -> Builder:
    return Builder(Workshop(Project.at(ROOT)))


@functools.cache
def draft(edition: str) -> bytes:
    """The draft of a publication as it stands in the project."""
    made, remarks = builder().summary() if edition == "summary" else builder().bulletin(edition)
    return builder().docx(made, builder().charts(made), remarks)


@functools.cache
def baseline(edition: str) -> tuple[Kept, tuple[Written, ...]]:
    kept = read(draft(edition))
    assert kept is not None
    return kept, tuple(written(kept))


def source(edition: str) -> str:
    return (ROOT / "content" / f"{edition}.yaml").read_text(encoding="utf-8")


def home_of(edition: str, package: bytes, text: str | None = None) -> tuple[Changes, Homecoming]:
    """What a draft that came back makes of the content file."""
    kept, _ = baseline(edition)
    changes = compare(kept, open_draft(package))
    return changes, bring_home(kept, text or source(edition), f"content/{edition}.yaml", changes.operations)


# ---------------------------------------------------------------------------------------------- lists of a draft


@dataclass(frozen=True)
class Listed:
    """A list of a draft, with its items as they stand there."""

    edition: str
    path: str
    items: tuple[int, ...]


def lists(edition: str) -> Iterator[Listed]:
    """Every list of which a draft shows two items or more."""
    found: dict[str, list[int]] = defaultdict(list)
    for one in baseline(edition)[1]:
        if one.key and one.block.place and one.key[1] not in found[one.key[0]]:
            found[one.key[0]].append(one.key[1])
    yield from (Listed(edition, path, tuple(items)) for path, items in found.items() if len(items) > 1)


def put(listed: Listed, order: Sequence[int], *, marked: bool = True) -> bytes:
    """The draft with the items of a list in this order, as somebody leaves it who drags rows, or the text of cells.

    `marked`: with its bookmarks, which cutting and pasting loses.
    """
    editor = Editor(draft(listed.edition))
    nodes = [one.node for one in paragraphs(editor.root) if one.text]
    own: dict[int, list[Node]] = defaultdict(list)
    for node, one in zip(nodes, baseline(listed.edition)[1], strict=True):
        if one.key and one.key[0] == listed.path and one.block.place:
            own[one.key[1]].append(node)
    cells = {n: [*dict.fromkeys(next(node.iterancestors(name("w:tc"))) for node in ns)] for n, ns in own.items()}
    rows = {n: [*dict.fromkeys(next(node.iterancestors(name("w:tr"))) for node in ns)] for n, ns in own.items()}
    shared = Counter(cell for ns in cells.values() for cell in ns).most_common(1)[0][1] > 1
    in_row = Counter(row for ns in rows.values() for row in ns).most_common(1)[0][1] > 1
    units = own if shared else cells if in_row else rows
    for column in range(len(units[listed.items[0]])):
        _permute([units[n][column] for n in listed.items], [units[n][column] for n in order])
    if not marked:
        editor.strip_bookmarks()
    return editor.save()


def _permute(slots: Sequence[Node], order: Sequence[Node]) -> None:
    marks = []
    for slot in slots:
        mark = slot.makeelement("mark")
        slot.addprevious(mark)
        marks.append(mark)
    for mark, node in zip(marks, order, strict=True):
        mark.addnext(node)
    for mark in marks:
        mark.getparent().remove(mark)


# ---------------------------------------------------------------------------------------------- is it right?


def verdict(listed: Listed, order: Sequence[int], *, marked: bool = True) -> str:
    """`home`: the file has this order and nothing else changed; `told`: it has the old one, and somebody is told."""
    changes, made = home_of(listed.edition, put(listed, order, marked=marked))
    old, new = parse(source(listed.edition), "x").data, made.yaml.parsed.data
    value = functools.reduce(
        lambda data, step: data[int(step)] if step.isdecimal() else data[step], listed.path.split("."), old
    )
    now = functools.reduce(
        lambda data, step: data[int(step)] if step.isdecimal() else data[step], listed.path.split("."), new
    )
    shown = [value[n] for n in order]
    if [one for one in now if one in shown] == shown and len(now) == len(value):
        return "home"
    same = [one for one in now if one in shown] == [value[n] for n in sorted(order)]
    unsaid = all(one.state == "applied" for one in made.outcomes) and not changes.reports
    return "wrong" if not same else "silent" if unsaid else "told"


def every_order(edition: str, path: str) -> Counter[str]:
    """Of all orders of four items."""
    found = next(one for one in lists(edition) if one.path == path and len(one.items) == 4)
    return Counter(
        verdict(found, order, marked=marked) for order in permutations(found.items) for marked in (True, False)
    )


def by_chance(seed: int) -> tuple[Listed, str]:
    """A list of any draft, shuffled."""
    chance = random.Random(seed)
    found = [one for edition in NAMES for one in lists(edition) if not one.path.startswith("stories")]
    listed = chance.choice(found)
    order = [*listed.items]
    chance.shuffle(order)
    return listed, verdict(listed, order, marked=chance.random() < 0.5)


def main() -> None:
    for edition, path in FOURS:
        print(f"{edition} {path}, all 24 orders: {dict(every_order(edition, path))}", flush=True)
    whole: Counter[str] = Counter()
    of: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 200):
        listed, what = by_chance(seed)
        whole[what] += 1
        of[listed.path.split(".")[0]][what] += 1
    print(f"shuffles of lists: {dict(whole)}")
    for path, counted in of.items():
        print(f"  {path}: {dict(counted)}")


FOURS = (("linshanzhai", "stories.0.paragraphs"), ("xidajie", "stories.4.paragraphs"))

if __name__ == "__main__":
    main()
