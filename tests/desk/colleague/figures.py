"""Edits of figures: each is told with its fact, and the words beside it come home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from bulletin.desk.returns.spans import value_at
from bulletin.desk.returns.today import steps_of
from bulletin.word import Entry
from tests.desk.colleague.hand import Hand
from tests.desk.colleague.kinds import kind
from tests.desk.colleague.sheet import Edit, Sheet, sets, spot
from tests.desk.colleague.words import NEW, prose


def other(printed: str) -> str:
    """The figure with its first digit one higher."""
    return re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), printed, count=1)


def figures(sheet: Sheet, lone: bool) -> Iterator[tuple[Entry, str]]:
    for entry in sheet.kept.entries:
        if bool(re.fullmatch(r"<[\w.]+>", entry.text)) == lone:
            nodes = sheet.nodes[entry.bookmark]
            for printed in entry.figures:
                if re.search(r"\d", printed) and sum(printed in one for one in nodes) == 1:
                    yield entry, printed


def changed(hand: Hand, entry: Entry, printed: str) -> None:
    node = spot(hand, entry, printed)
    node.text = (node.text or "").replace(printed, other(printed))


def _of(sheet: Sheet, lone: bool) -> Iterator[Edit]:
    for entry, printed in figures(sheet, lone):

        def make(hand: Hand, entry: Entry = entry, printed: str = printed) -> None:
            changed(hand, entry, printed)

        yield Edit(f"{entry.path} {entry.lang}: {printed}", make, names=(printed,))


@kind("a figure in the text", "figure")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from _of(sheet, False)


@kind("a figure that stands large or in a table", "figure")
def _(sheet: Sheet) -> Iterator[Edit]:
    yield from _of(sheet, True)


@kind("a figure taken out", "either")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, printed in figures(sheet, False):

        def make(hand: Hand, entry: Entry = entry, printed: str = printed) -> None:
            node = spot(hand, entry, printed)
            node.text = (node.text or "").replace(printed, "")

        wanted = partial(_lacks_one, path=entry.path, lang=entry.lang)
        yield Edit(f"{entry.path} {entry.lang}: {printed}", make, wanted, (printed,))


def _lacks_one(before: object, after: object, path: str, lang: str) -> bool:
    """The text has one reference less, and nothing else is other."""
    old, new = (str(value_at(data, (*steps_of(path), lang))) for data in (before, after))
    return new.count("<") == old.count("<") - 1 and sets({(path, lang): new})(before, after)


@kind("a figure and a word of its paragraph", "figure")
def _(sheet: Sheet) -> Iterator[Edit]:
    for entry, words in prose(sheet):
        nodes = sheet.nodes[entry.bookmark]
        printed = next((one for one in entry.figures if re.search(r"\d", one) and nodes.count(one) == 1), "")
        if not printed:
            continue

        def make(hand: Hand, entry: Entry = entry, printed: str = printed, words: str = words) -> None:
            hand.retype(spot(hand, entry, words), words, NEW[entry.lang])
            changed(hand, entry, printed)

        own = sheet.own(entry.path, entry.lang)
        wanted = sets({(entry.path, entry.lang): own.replace(words, NEW[entry.lang])})
        yield Edit(f"{entry.path} {entry.lang}: {printed}, {words}", make, wanted, (printed,))
