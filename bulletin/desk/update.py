"""Later changes of the content file → a person's draft, as tracked changes by the generator.

Nothing of the person's is touched: where both sides changed a text, a comment says what the content file has. The
original is kept beside the draft.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.text.run import Run

from bulletin.build import Builder
from bulletin.manifest import digest
from bulletin.messages import say
from bulletin.problems import CannotWrite, UsageError
from bulletin.project import Project, write
from bulletin.publish import keep_baseline, locks
from bulletin.terminal import tell
from bulletin.word import Entry, Kept, Source, read, with_baseline
from bulletin.word.ox import Node, name
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from bulletin.workshop import Workshop

from .returns.arrival import Arrival, arrive, read_draft
from .returns.matching import match
from .returns.opened import NUMBER
from .returns.said import CurrentText, said_now
from .returns.shares import Allotment, share
from .returns.today import Today, steps_of
from .returns.tokens import bounded
from .returns.written import printed, written
from .tracking import ChangeTracker
from .update_rows import PARAGRAPH, MovingRows

AUTHOR = "生成器 Generator"


@dataclass(slots=True)
class Update:
    """What was done. `told` are lines for the terminal."""

    changed: int = 0
    commented: int = 0
    told: list[str] = field(default_factory=list)


def update_draft(project: Project, path: Path) -> int:
    """Puts later changes into the draft at `path`. Raises UsageError, ContentError, CannotWrite."""
    if lock := next((one for one in locks(path) if one.exists()), None):
        raise CannotWrite(say("update.open", file=path.name, lock=lock.name))
    with bounded():
        arrival = arrive(project, path)
        builder = Builder(Workshop(project, [arrival.kept.edition]))
        new = _today(builder, arrival)
        document = _document(arrival)
        updater = _Updater(arrival, new, document, builder.created.strftime("%Y-%m-%dT00:00:00Z"))
        done = updater.run()
    tell(*done.told)
    if not (done.changed or done.commented):
        tell(say("update.nothing", file=path.name))
        return 0
    kept = replace(updater.rows.kept(arrival.kept), source=_source(arrival))
    with _taken_apart(path):
        document.save(buffer := io.BytesIO())
    data = pack(with_baseline(unpack(buffer.getvalue()), kept))
    if read_draft(path) != arrival.package:
        raise UsageError(say("update.changed", file=path.name))
    backup = _keep(path, arrival.package)
    write(path, data)
    keep_baseline(project.reports, kept.edition, path.name, data)
    tell(say("update.done", file=path.name, changed=done.changed, commented=done.commented, original=backup.name))
    return 0


def _document(arrival: Arrival) -> Any:
    """What python-docx makes of a draft that has been read within its limits. Raises UsageError."""
    with _taken_apart(arrival.path):
        return Document(io.BytesIO(arrival.package))


@contextmanager
def _taken_apart(path: Path) -> Iterator[None]:
    """Raises UsageError where python-docx fails: it trips over whatever a package lacks, when it reads or writes it."""
    try:
        yield
    except Exception as error:  # it promises no kinds of its own
        raise UsageError(say("update.damaged", file=path.name, why=str(error)[:200])) from error


def _today(builder: Builder, arrival: Arrival) -> Kept:
    """The baseline of a draft of today's content. Raises ContentError where the content does not pass."""
    edition, _ = builder.edition(arrival.kept.edition)
    kept = read(builder.docx(edition, builder.charts(edition), {}))
    assert kept is not None
    return kept


def _source(arrival: Arrival) -> Source:
    return Source(arrival.file, digest(arrival.text.encode()))


def _keep(path: Path, package: bytes) -> Path:
    """A copy of the draft as it came."""
    n = 1
    while (backup := path.with_name(f"{path.stem}.bak-{n}{path.suffix}")).exists():
        n += 1
    write(backup, package)
    return backup


class _Updater:
    def __init__(self, arrival: Arrival, new: Kept, document: Any, date: str):
        self.arrival, self.new, self.document, self.date = arrival, new, document, date
        self.nodes: list[Node] = list(document.element.iter(name("w:p")))
        self.tracker = ChangeTracker(document.element, AUTHOR, date)
        self.done = Update()
        self.rows = MovingRows(document.element, self.tracker, [], [], {})

    def run(self) -> Update:
        kept, opened = self.arrival.kept, self.arrival.opened
        before = written(kept)
        made = match(before, opened.paragraphs, [entry.bookmark for entry in kept.entries])
        shares = share(kept, before, opened.paragraphs, made)
        partner = dict(_partners(self.arrival, self.new))
        said = {number: said_now(number, entry, shares) for number, entry in enumerate(kept.entries)}
        entries = [self._entry(one, partner.get(one.number), shares) for one in said.values()]
        self.rows = MovingRows(self.document.element, self.tracker, entries, list(kept.layout), {})
        self._fill_rows(partner, shares)
        self._take_out({n: one for n, one in said.items() if n not in partner}, shares)
        known = {id(one) for one in partner.values()}
        self._put_in([one for one in self.new.entries if id(one) not in known])
        return self.done

    def _fill_rows(self, partner: dict[int, Entry], shares: Allotment) -> None:
        """Where the rows of today's paragraphs stand in the draft."""
        for number, entry in partner.items():
            node = self._node(number, shares)
            if node is not None and (row := next(node.iterancestors(name("w:tr")), None)) is not None:
                self.rows.rows[entry.path] = row

    def _take_out(self, gone: dict[int, CurrentText], shares: Allotment) -> None:
        """Paragraphs that nobody has edited and that are no longer in the content file."""
        items: dict[str, list[CurrentText]] = {}
        for one in gone.values():
            items.setdefault(one.entry.path.removesuffix(".head"), []).append(one)
        for path, ones in items.items():
            node = self._node(ones[0].number, shares)
            row = None if node is None else next(node.iterancestors(name("w:tr")), None)
            same = all(one.text == one.old and not one.changes for one in ones)
            if row is not None and same and len(ones) > 1 and PARAGRAPH.fullmatch(path):
                self.rows.take_out([one.number for one in ones], row)
                self.done.changed += 1
                self.done.told.append(say("update.deleted", path=path))
            else:
                self.done.told.append(say("update.gone", file=self.arrival.file, path=path))

    def _put_in(self, fresh: list[Entry]) -> None:
        put = list(self.rows.put_in(fresh))
        self.done.changed += len(put)
        self.done.told += [say("update.inserted", path=path) for path in put]
        left = dict.fromkeys(one.path for one in fresh if one.path not in put)
        self.done.told += [say("update.new", file=self.arrival.file, path=path) for path in left]

    def _entry(self, said: CurrentText, new: Entry | None, shares: Allotment) -> Entry:
        """Brings one text up to date; gives its entry in the baseline of the updated draft."""
        old = said.entry
        if new is None:
            return old
        moved = replace(old, path=new.path)
        if (old.text, old.figures) == (new.text, new.figures):
            return moved
        now = replace(moved, text=new.text, figures=new.figures)
        node = self._node(said.number, shares)
        if said.text is None or node is None:
            message = say("update.taken-out", file=self.arrival.file, path=new.path, lang=new.lang)
            self.done.told.append(message)
        elif said.flat == said.old and not said.changes and self.tracker.change(node, printed(old), printed(new)):
            self.done.changed += 1
            self.done.told.append(say("update.changed-text", path=new.path, lang=new.lang))
        elif "".join(token for token, _ in shares.texts[said.number]) != printed(new):
            self._comment(node, new)
        return now

    def _node(self, number: int, shares: Allotment) -> Node | None:
        """The paragraph of the document that holds a text."""
        at = shares.at.get(number)
        if at is None:
            return None
        return self.nodes[int(str(self.arrival.opened.paragraphs[at].node.get(NUMBER)))]

    def _comment(self, node: Node, new: Entry) -> None:
        """Both sides changed the text: the person's stays, and a comment says what the content file has."""
        runs = [Run(run, None) for run in node.iter(name("w:r"))]  # type: ignore[arg-type]
        text = f"内容文件现为（此处已有人改动，未自动替换）：{printed(new)}\nThe content file now says: {printed(new)}"
        comment = self.document.add_comment(runs=[runs[0], runs[-1]], text=text, author=AUTHOR, initials="G")
        comment._comment_elm.set(name("w:date"), self.date)
        self.done.commented += 1
        self.done.told.append(say("update.comment", path=new.path, lang=new.lang))


def _partners(arrival: Arrival, new: Kept) -> Iterator[tuple[int, Entry]]:
    """Which text of today's draft each text of the old baseline is; texts printed twice follow each other."""
    today = Today(_parsed(arrival), arrival.kept)
    free: dict[tuple[str, str], list[Entry]] = {}
    for entry in new.entries:
        free.setdefault((entry.path, entry.lang), []).append(entry)
    for number, entry in enumerate(arrival.kept.entries):
        place = steps_of(entry.path) if _is_figure(entry) else today.path(entry.path)
        found = free.get((".".join(map(str, place or ())), entry.lang))
        if found:
            yield number, found.pop(0)


def _is_figure(entry: Entry) -> bool:
    """A figure that stands alone keeps its place, however many dots its id has."""
    return entry.path.startswith("facts.") and not entry.path.endswith(".label")


def _parsed(arrival: Arrival) -> Any:
    from bulletin.content.yaml_text import parse

    return parse(arrival.text, arrival.file)
