"""Notes that are swapped, reworded, taken out and added at once, with and without bookmarks: which come home.

`python -m tests.desk.returns.notes_by_chance 60` prints how many of so many, in drafts in turn.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from difflib import SequenceMatcher
from typing import Any

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.opened import open_draft
from bulletin.word.ox import name
from tests.desk.returns.orders import baseline, draft, source
from tests.desk.returns.word import Editor, blank, texts

DRAFTS = ("dufulu", "jingchenglu", "linshanzhai")
NEW = (
    ("另有几处地名从今译。", "Some names of places follow today’s use."),
    ("照片说明由编者所加。", "The editors wrote the captions of the photographs."),
)
Pair = tuple[Any, Any]


def columns(editor: Editor) -> tuple[list[Any], list[Any]]:
    """The paragraphs of the notes in each language."""
    found: dict[str, list[Any]] = {"ListZH": [], "ListEN": []}
    for p in editor.root.iter(name("w:p")):
        style = p.find(f"{name('w:pPr')}/{name('w:pStyle')}")
        if style is not None and style.get(name("w:val")) in found:
            found[style.get(name("w:val"))].append(p)
    return found["ListZH"], found["ListEN"]


def reworded(p: Any, share: float) -> None:
    """The end of its last stretch of words is written anew."""
    node = texts(p)[-1]
    words = node.text or ""
    keep = int(len(words) * (1 - share))
    node.text = words[:keep] + ("另作说明。" if any(sign >= "\u4e00" for sign in words) else " is told elsewhere.")


def edited(edition: str, seed: int, *, marked: bool) -> tuple[bytes, list[int]]:
    """The draft with its notes in another order, some written anew, one added (-1); and which note stands where now."""
    chance, editor = random.Random(seed), Editor(draft(edition))
    zh, en = columns(editor)
    order: list[tuple[int, Pair]] = list(enumerate(zip(zh, en, strict=True)))
    for _, p in chance.sample(order, 2):
        for one in chance.choice(((0, 1), (0,), (1,))):
            reworded(p[one], chance.choice((0.2, 0.4, 0.6)))
    a, b = chance.sample(range(len(order)), 2)
    order[a], order[b] = order[b], order[a]
    if chance.random() < 0.3:
        _, gone = order.pop(chance.randrange(len(order)))
        for one in gone:
            one.getparent().remove(one)
    new = chance.choice(NEW)
    order.insert(chance.randrange(len(order) + 1), (-1, (blank(zh[0], new[0]), blank(en[0], new[1]))))
    for n, column in ((0, zh), (1, en)):
        home = next(p for p in column if p.getparent() is not None).getparent()
        for _, pair in order:
            home.append(pair[n])
    if not marked:
        editor.strip_bookmarks()
    return editor.save(), [n for n, _ in order]


def verdict(edition: str, seed: int, *, marked: bool) -> tuple[str, str]:
    """home; told, where something is left; mixed, where a note has the other language of another; order."""
    kept, _ = baseline(edition)
    package, wanted = edited(edition, seed, marked=marked)
    changes = compare(kept, open_draft(package))
    made = bring_home(kept, source(edition), "x.yaml", changes.operations)
    before = parse(source(edition), "x.yaml").data["notes"]
    notes = made.yaml.value(("notes",))
    left = [one.told() for one in changes.reports] + [o.operation.told() for o in made.outcomes if o.state != "applied"]
    got = [tuple(_which(one.get(lang, ""), [old[lang] for old in before]) for lang in ("zh", "en")) for one in notes]
    if got == [(n, n) for n in wanted]:
        return "home", ""
    mixed = any(zh != en for zh, en in got)
    what = "mixed" if mixed else "told" if left else "order"
    return what, "\n".join(map(str, [wanted, got, *left, *(o.operation.told() for o in made.outcomes)]))


def _which(text: str, olds: list[str]) -> int:
    """The note that a text was; -1 for a new one."""
    if text in {words for pair in NEW for words in pair}:
        return -1
    alike = [SequenceMatcher(None, old, text, autojunk=False).ratio() for old in olds]
    return alike.index(max(alike))


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else 40
    for marked in (True, False):
        found: Counter[str] = Counter()
        for seed in range(count):
            what, told = verdict(DRAFTS[seed % len(DRAFTS)], seed, marked=marked)
            found[what] += 1
            if what != "home" and "-v" in arguments:
                print(seed, DRAFTS[seed % len(DRAFTS)], marked, what, told, sep="\n")
        print("with bookmarks" if marked else "without", dict(found))


if __name__ == "__main__":
    main(sys.argv[1:])
