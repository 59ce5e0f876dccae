"""A word put into every text of a draft: which come home. Ten texts or so at a time, as nobody edits one text alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bulletin.desk.returns.carry import project
from bulletin.desk.returns.spans import value_at
from bulletin.desk.returns.today import steps_of
from bulletin.word import Entry
from tests.desk.colleague.hand import Hand
from tests.desk.colleague.sheet import Sheet, came

NEW = {"zh": "花朵", "en": "flower"}
ROUNDS = 16
_TAIL = 12  # signs that tell whether a text ends as the curator wrote it


def editable(sheet: Sheet) -> list[Entry]:
    """Every text with words, wherever it is printed; lone figures are none."""
    return [
        one for one in sheet.kept.entries if not re.fullmatch(r"<[\w.]+>", one.text) and sheet.own(one.path, one.lang)
    ]


def every_text(sheet: Sheet) -> Iterator[tuple[Entry, str]]:
    """Each text and what became of its word: home, conflict, refused, told or silent."""
    texts = editable(sheet)
    for start in range(ROUNDS):
        chosen = texts[start::ROUNDS]
        hand = Hand(sheet.package)
        put = [one for one in chosen if _put(hand, one, sheet.own(one.path, one.lang))]
        found = came(sheet, hand.saved())
        for one in put:
            yield one, _became(one, found.data, "\n".join(found.told), found.states)


def _put(hand: Hand, entry: Entry, own: str) -> bool:
    """At the head of its last words that are no figure, in English behind them; False where it has none.

    Where the program goes on behind the curator's words, before its own.
    """
    node = next((one for one in reversed(hand.nodes(entry)) if one.text not in entry.figures), None)
    if node is not None:
        words = str(node.text)
        own = project(own, entry.lang, prose=True)
        goes_on = not own.endswith(words[-_TAIL:])
        end = next(n for n in range(len(words), -1, -1) if words[:n].strip() in own) if goes_on else len(words)
        at = 0 if entry.lang == "zh" else end
        new = NEW["zh"] if entry.lang == "zh" else f" {NEW['en']} "
        node.text = words[:at] + new + words[at:]
    return node is not None


def _became(entry: Entry, data: object, told: str, states: tuple[str, ...]) -> str:
    try:
        value = value_at(data, (*steps_of(entry.path), entry.lang))
    except KeyError:
        value = ""
    if NEW[entry.lang] in str(value):
        return "home"
    if not re.search(rf"\b{re.escape(entry.path)}\b", told):
        return "silent"
    return next((state for state in ("conflict", "not-applied") if state in states), "told")


def counted(sheets: list[Sheet]) -> Counter[str]:
    """What became of them in all drafts."""
    return Counter(became for sheet in sheets for _, became in every_text(sheet))
