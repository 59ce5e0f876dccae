"""How much there is in a document that came back: what no draft comes near is refused by name before it is compared."""

from __future__ import annotations

from collections import Counter

from bulletin.messages import say
from bulletin.word import NoDocx
from bulletin.word.ox import Node, name

PARAGRAPHS = 5_000  # six drafts have 372 to 619
LONGEST = 20_000  # signs of a paragraph; six drafts have 897 at most
SIGNS = 500_000  # of all paragraphs; six drafts have 40,000 at most
NESTED = 4  # paragraphs in the text boxes of paragraphs

_EACH = {
    "w:p": ("draft.paragraphs", PARAGRAPHS),
    "w:comment": ("draft.comments", 5_000),
    "w:bookmarkStart": ("draft.bookmarks", 20_000),
    "wp:docPr": ("draft.pictures", 500),
    "a:blip": ("draft.pictures", 500),
    "asvg:svgBlip": ("draft.pictures", 500),
    "c:chart": ("draft.pictures", 500),
    **dict.fromkeys(("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange"), ("draft.revisions", 10_000)),
}


def measure(root: Node) -> None:
    """Raises NoDocx where there is more of something than a draft may have."""
    wanted = {name(tag): tag for tag in _EACH}
    counts = Counter(wanted[node.tag] for node in root.iter(*wanted))
    for tag, (message, most) in _EACH.items():
        if counts[tag] > most:
            raise NoDocx(say(message, most=most))
    _measure_texts(root)


def _measure_texts(root: Node) -> None:
    signs: Counter[Node] = Counter()
    for node in root.iter(name("w:t"), name("w:delText")):
        signs[next(node.iterancestors(name("w:p")), root)] += len(node.text or "")
    if max(signs.values(), default=0) > LONGEST:
        raise NoDocx(say("draft.long", most=LONGEST))
    if signs.total() > SIGNS:
        raise NoDocx(say("draft.signs", most=SIGNS))
    for node in root.iter(name("w:p")):
        if sum(1 for _ in node.iterancestors(name("w:p"))) > NESTED:
            raise NoDocx(say("draft.nested", most=NESTED))
