"""Words of a paragraph replaced as tracked changes: what goes into `w:del`, what comes into `w:ins` (17.13.5)."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.word.inline import bookmarked
from bulletin.word.layout import paragraphs
from bulletin.word.ox import Node, name, text, w

from .returns.tokens import steps, tokens

_DELETED = {name("w:del"), name("w:moveFrom")}


@dataclass(slots=True)
class _Words:
    """A run of one text, and the place of its first sign in the paragraph's text."""

    run: Node
    start: int
    end: int


class ChangeTracker:
    """Makes tracked changes in one document; its ids go on from the highest there."""

    def __init__(self, root: Node, author: str, date: str):
        self.author, self.date = author, date
        used = [node.get(name("w:id")) or "" for node in root.iter(name("w:ins"), name("w:del"), name("w:moveTo"))]
        self.last = max((int(id) for id in used if id.isdigit()), default=9000)

    def change(self, paragraph: Node, old: str, new: str) -> bool:
        """Turn `old`, which stands once in the paragraph, into `new`. False where it does not stand there once."""
        _alone(paragraph)
        words = _words(paragraph)
        whole = "".join(_said(one.run) for one in words)
        if whole.count(old) != 1:
            return False
        start = whole.index(old)
        at = start
        edits = []
        for step in steps(tokens(old), tokens(new)):
            length = len("".join(step.before))
            if not step.same:
                edits.append((at, at + length, "".join(step.after)))
            at += length
        for begin, end, put in reversed(edits):
            self._edit(paragraph, begin, end, put)
        return True

    def insert_row(self, row: Node, texts: Sequence[tuple[str, int, str]], *, behind: bool) -> None:
        """A new row like this one, each cell with one paragraph: bookmark, its id, and the words."""
        made = w("tr", copy.deepcopy(row.find(name("w:trPr"))))
        for cell, (bookmark, number, words) in zip(row.findall(name("w:tc")), texts, strict=True):
            first = next(cell.iterchildren(name("w:p")))
            style = copy.deepcopy(first.find(f"{name('w:pPr')}/{name('w:pStyle')}"))
            mark = w("rPr", self._sign("ins"))
            model = next((run for run in first.iter(name("w:r")) if run.find(name("w:t")) is not None), None)
            kept = None if model is None else model.find(name("w:rPr"))
            run = w("r", _plain(kept), text(words))
            inside = bookmarked([self._sign("ins", run)], number, bookmark)
            made.append(w("tc", copy.deepcopy(cell.find(name("w:tcPr"))), w("p", w("pPr", style, mark), inside)))
        _row_properties(made).append(self._sign("ins"))
        (row.addnext if behind else row.addprevious)(made)

    def delete_row(self, row: Node) -> None:
        """The row with all its words, marked as deleted."""
        _row_properties(row).append(self._sign("del"))
        for run in [one for one in row.iter(name("w:r")) if one.find(name("w:t")) is not None]:
            if not any(above.tag in _DELETED for above in run.iterancestors()):
                self._strike(run)

    def _strike(self, run: Node) -> Node:
        holder = self._sign("del")
        run.addprevious(holder)
        holder.append(run)
        for node in list(run.iter(name("w:t"))):
            node.tag = name("w:delText")
        return holder

    def _sign(self, tag: str, *content: Node) -> Node:
        return w(tag, *content, id=self._id(), author=self.author, date=self.date)

    def _edit(self, paragraph: Node, start: int, end: int, put: str) -> None:
        words = _cut(paragraph, start, end)
        gone = [one.run for one in words if one.start >= start and one.end <= end and one.end > one.start]
        before = [one for one in words if one.end <= start and one.end > one.start]
        anchor = gone[-1] if gone else before[-1].run if before else words[0].run
        model = gone[0] if gone else anchor
        properties = copy.deepcopy(model.find(name("w:rPr")))
        for run in gone:
            anchor = self._strike(run)
        if put:
            inserted = self._sign("ins", w("r", properties, text(put)))
            if gone or before:
                anchor.addnext(inserted)
            else:
                anchor.addprevious(inserted)

    def _id(self) -> int:
        self.last += 1
        return self.last


def _row_properties(row: Node) -> Node:
    found = row.find(name("w:trPr"))
    if found is None:
        found = w("trPr")
        row.insert(0, found)
    return found


def _plain(properties: Node | None) -> Node | None:
    """The look of a run without its style and weight: a run-in heading may have stood first."""
    if properties is None:
        return None
    made = copy.deepcopy(properties)
    for node in [one for one in made if one.tag in (name("w:rStyle"), name("w:b"), name("w:bCs"))]:
        made.remove(node)
    return made


def _said(run: Node) -> str:
    return "".join(node.text or "" for node in run.iter(name("w:t")))


def _alone(paragraph: Node) -> None:
    """Each text in a run of its own."""
    for run in list(paragraph.iter(name("w:r"))):
        nodes = [node for node in run if node.tag != name("w:rPr")]
        if len(nodes) < 2 or not any(node.tag == name("w:t") for node in nodes):
            continue
        last = run
        for node in nodes[1:]:
            more = w("r", copy.deepcopy(run.find(name("w:rPr"))), node)
            last.addnext(more)
            last = more


def _words(paragraph: Node) -> list[_Words]:
    """The runs that hold the paragraph's own words, in order: nothing deleted, no raised number, no field."""
    out, at = [], 0
    for run in paragraph.iter(name("w:r")):
        if any(above.tag in _DELETED for above in run.iterancestors()) or not _is_own(run, paragraph):
            continue
        length = len(_said(run))
        out.append(_Words(run, at, at + length))
        at += length
    return out


def _is_own(run: Node, paragraph: Node) -> bool:
    """Does the run count as words where drafts are read? Asked there, so that both agree."""
    if run.find(name("w:t")) is None:
        return False
    alone = w("p", copy.deepcopy(run))
    link = next(run.iterancestors(name("w:hyperlink")), None)
    if link is not None:
        alone = w("p", w("hyperlink", copy.deepcopy(run), anchor=str(link.get(name("w:anchor")))))
    return bool(paragraphs(w("body", alone))[0].text)


def _cut(paragraph: Node, start: int, end: int) -> list[_Words]:
    """Cuts runs at these places of the paragraph's text; gives the runs anew."""
    for place in (start, end):
        for one in _words(paragraph):
            if one.start < place < one.end:
                _divide(one.run, place - one.start)
                break
    return _words(paragraph)


def _divide(run: Node, at: int) -> None:
    node = next(run.iter(name("w:t")))
    whole = node.text or ""
    second = copy.deepcopy(run)
    for one, words in ((node, whole[:at]), (next(second.iter(name("w:t"))), whole[at:])):
        one.text = words
        one.set(name("xml:space"), "preserve")
    run.addnext(second)
