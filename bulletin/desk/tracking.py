"""Words of a paragraph replaced as tracked changes: what goes into `w:del`, what comes into `w:ins` (17.13.5)."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from bulletin.writers.docx.layout import paragraphs
from bulletin.writers.docx.ox import Node, name, text, w

from .returns.tokens import steps, tokens

_DELETED = {name("w:del"), name("w:moveFrom")}


@dataclass(slots=True)
class _Words:
    """A run of one text, and the place of its first sign in the paragraph's text."""

    run: Node
    start: int
    end: int


class Tracker:
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

    def _edit(self, paragraph: Node, start: int, end: int, put: str) -> None:
        words = _cut(paragraph, start, end)
        gone = [one.run for one in words if one.start >= start and one.end <= end and one.end > one.start]
        before = [one for one in words if one.end <= start and one.end > one.start]
        anchor = gone[-1] if gone else before[-1].run if before else words[0].run
        model = gone[0] if gone else anchor
        properties = copy.deepcopy(model.find(name("w:rPr")))
        for run in gone:
            holder = w("del", id=self._id(), author=self.author, date=self.date)
            run.addprevious(holder)
            holder.append(run)
            for node in list(run.iter(name("w:t"))):
                node.tag = name("w:delText")
            anchor = holder
        if put:
            inserted = w("ins", w("r", properties, text(put)), id=self._id(), author=self.author, date=self.date)
            if gone or before:
                anchor.addnext(inserted)
            else:
                anchor.addprevious(inserted)

    def _id(self) -> int:
        self.last += 1
        return self.last


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
