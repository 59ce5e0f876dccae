"""How far each content file is: a table for a person, and every finding that is silenced with its reason."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bulletin.content.translations import State
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.gaps import gaps, told
from bulletin.evidence.rules import coverage, unused
from bulletin.evidence.silence import Silenced
from bulletin.manifest import Manifest
from bulletin.messages import listed, say
from bulletin.problems import width
from bulletin.publish import EDITABLE, read_manifest, stands
from bulletin.terminal import shown, tell
from bulletin.workshop import Workshop

_COLUMNS = 12
_NOTHING = "–"


@dataclass(frozen=True)
class FileStatus:
    """One content file. What a file does not have (a summary has no facts of its own) is None."""

    name: str
    facts: int | None
    printed: int | None
    rows: int | None
    share: coverage.Share | None
    projects: int | None
    honours: int | None
    texts: Counter[State]
    silenced: int
    built: str

    def cells(self) -> tuple[str, ...]:
        """As the table shows them."""
        numbers = (
            self.facts,
            self.printed,
            self.rows,
            self.share and self.share.short,
            self.projects,
            self.honours,
        )
        states = (self.texts["looked_at"], self.texts["stale"], self.texts["new"], self.silenced)
        return (self.name, *(_NOTHING if n is None else str(n) for n in numbers), *map(str, states), self.built)


def _heads() -> tuple[str, ...]:
    found = tuple(say("status-table.heads").split("|"))
    assert len(found) == _COLUMNS
    return found


def show(workshop: Workshop) -> None:
    """The table on a terminal; elsewhere the same in plain columns. Raises ContentError when a file cannot be read."""
    silenced = workshop.check().silenced
    rows = survey(workshop, silenced)
    if sys.stdout.isatty():
        Console().print(_table(rows))
    else:
        tell(_plain([_heads(), *(row.cells() for row in rows)]))
    tell(*_gaps(workshop))
    if silenced:
        tell(f"\n{say('status-table.silenced')}")
    tell(*_reasons(silenced))


def survey(workshop: Workshop, silenced: list[Silenced]) -> list[FileStatus]:
    """One row a file, in the order of names."""
    count = Counter(one.problem.place.file for one in silenced)
    built = _built(workshop)
    return [
        _row(texts, workshop, count[texts.parsed.file], built.get(name, _NOTHING))
        for name, texts in workshop.all_texts()
    ]


def _row(texts: Texts, workshop: Workshop, silenced: int, built: str) -> FileStatus:
    name, states = texts.stem, Counter(texts.lock.states(texts.entries))
    if name not in workshop.library.contents:
        return FileStatus(name, None, None, None, None, None, None, states, silenced, built)
    case = workshop.case(*workshop.library.contents[name])
    content, printed = case.content, unused.shown(case) & case.content.facts.keys()
    return FileStatus(
        name,
        len(content.facts),
        len(printed),
        _evidence_rows(case, printed),
        coverage.share(case),
        len(content.projects),
        len(content.honours),
        states,
        silenced,
        built,
    )


def _gaps(workshop: Workshop) -> list[str]:
    """One line for each content file that is not finished: what is still to be written."""
    data = {name: parsed.data for name, (parsed, _) in workshop.library.contents.items() if name in workshop.names}
    return [f"{name}: {said}" for name, found in data.items() if (said := told(gaps(found)))]


def _evidence_rows(case: Case, printed: set[str]) -> int:
    """Facts with one quote share a row, and so do those that `rows` puts together."""
    groups = {id: row.facts for row in case.content.rows for id in row.facts}
    facts = case.content.facts
    quotes = {id: (facts[id].quote, facts[id].prefix, facts[id].suffix) for id in printed if facts[id].quote}
    return len({groups.get(id) or quotes.get(id) or id for id in printed})


def _built(workshop: Workshop) -> dict[str, str]:
    """Up to date, stale, or not built; and whether a person has edited the draft."""
    from bulletin.build import Builder

    folder = workshop.project.reports
    manifest, press = read_manifest(folder), Builder(workshop)
    return {name: _state(workshop, manifest, press.inputs(name), name) for name in workshop.names}


def _state(workshop: Workshop, manifest: Manifest, inputs: str, name: str) -> str:
    entry, folder = manifest.entries.get(name), workshop.project.reports
    if entry is None:
        return say("status-table.not_built")
    files = [(folder / file, written) for file, written in sorted(entry.files.items())]
    missing = [path.name for path, _ in files if not path.is_file()]
    edited = [p for p, written in files if p.suffix == EDITABLE and p.exists() and not stands(p, written)]
    state = say("status-table.up_to_date" if entry.inputs == inputs else "status-table.stale")
    if missing:
        state = say("status-table.missing", files=listed(missing))
    return say("status-table.edited", state=state) if edited else state


def _table(rows: list[FileStatus]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for i, head in enumerate(_heads()):
        table.add_column(head, justify="left" if i in (0, _COLUMNS - 1) else "right")
    stale = say("status-table.stale")
    for row in rows:
        old = row.texts["stale"] or row.built.startswith(stale)
        table.add_row(*(Text(shown(cell)) for cell in row.cells()), style="yellow" if old else None)
    return table


def _plain(rows: list[tuple[str, ...]]) -> str:
    widths = [max(width(row[i]) for row in rows) for i in range(_COLUMNS)]
    last = _COLUMNS - 1
    return "\n".join(
        "  ".join(
            cell if i == last else cell + " " * (w - width(cell)) if i == 0 else " " * (w - width(cell)) + cell
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _reasons(silenced: list[Silenced]) -> list[str]:
    return [f"{one.problem.place}: {one.problem.rule}: {one.problem.message}\n    {one.reason}" for one in silenced]
