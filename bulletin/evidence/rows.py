"""The rows of a table of words: what heads a row is what its other cells tell of.

No two rows are headed alike. A head that names a place stands beside that article's figures. Any other is spoken of in
its row: in the words of the cells, in the labels and quotes of their facts, or where the articles tell of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.cells import Misplaced
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.passages import passages
from bulletin.evidence.rules.around import REF
from bulletin.evidence.rules.unstated import articles
from bulletin.messages import say
from bulletin.plates.table.model import Cells, Table

_CLAUSE = re.compile("[，。；、]")
_LESS = 0.5
"""How much less of a head its own row has than another row, where it is that one's."""


def misheaded(case: Texts) -> Iterator[Misplaced]:
    for path, table in case.parts:
        if isinstance(table, Table):
            rows = [(*path, "rows", i) for i in range(len(table.rows))]
            told = [_told(case, at, row) for at, row in zip(rows, table.rows, strict=True)]
            heads = [tuple(cell.zh for cell in row.cells[:-1]) for row in table.rows]
            for n, (at, row) in enumerate(zip(rows, table.rows, strict=True)):
                yield from _places(case, at, row)
                yield from _heads(at, row, told[n], told)
                if heads[n] in heads[:n]:
                    word = row.cells[0].zh
                    yield Misplaced((*at, "cells", 0, "zh"), say("label.alike", words=word), word)


def _places(case: Texts, path: Path, row: Cells) -> Iterator[Misplaced]:
    """The figures of a row are those of the article whose place heads it."""
    named = {one.content.place.zh.removesuffix("街道"): name for name, one in case.beside.items()}
    for n, cell in enumerate(row.cells[:-1]):
        for ref in references(row.cells[-1].zh) if cell.zh in named else ():
            if ref.id in case.known and not ref.id.startswith(f"{named[cell.zh]}."):
                message = say("reference.other_file", id=ref.id, name=cell.zh)
                yield Misplaced((*path, "cells", n, "zh"), message, cell.zh)
                return


def _heads(path: Path, row: Cells, own: Features, rows: list[Features]) -> Iterator[Misplaced]:
    head = pairs(row.cells[0].zh)
    if head and max(len(head & told) for told in rows) - len(head & own) >= _LESS * len(head):
        word = row.cells[0].zh
        yield Misplaced((*path, "cells", 0, "zh"), say("head.stranger", name=word), word)


def _told(case: Texts, path: Path, row: Cells) -> Features:
    """The words of a row behind its head, and of what they are taken from."""
    words = set[str]()
    for n, cell in enumerate(row.cells[1:], 1):
        words |= pairs(cell.zh)
        for fact in (case.known[ref.id] for ref in references(cell.zh) if ref.id in case.known):
            words |= pairs(fact.called.zh) | pairs(fact.quote or "")
        for one in articles(case, (*path, "cells", n), cell):
            stretches = passages(one.article.bare.text)
            for clause in _CLAUSE.split(REF.sub("·", cell.zh)):
                words.update(*(stretches.words[at] for at in stretches.closest(pairs(clause), 1)))
    return frozenset(words)
