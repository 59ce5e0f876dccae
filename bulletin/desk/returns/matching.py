"""Which paragraph of the draft is which paragraph of the baseline.

Hidden bookmarks tell it where they survived; equal and similar words tell it everywhere else, so that a draft without
any bookmark gives the same answer. Order counts, except for what was moved as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from bulletin.word.layout import WordParagraph

from .identity import match_items
from .order import in_order, rising
from .tokens import MOVED, SIMILAR, Matcher, likeness, spend, tidy
from .written import Matching, Written

_SHORT = 5  # signs of a text that may turn up again by chance
_LARGEST = 40_000  # pairs of paragraphs in a gap that are compared one by one


def match(before: Sequence[Written], after: Sequence[WordParagraph], bookmarks: Sequence[str]) -> Matching:
    """Pairs every paragraph that can be told; the rest was deleted or inserted.

    Items of lists first, each with both its languages; then what stands for itself, in order. In the table for the
    translator every text has a row of its own, whatever item it belongs to.
    """
    pairs = _by_bookmark(before, after, bookmarks)
    pairs.update(_equal_elsewhere(before, after, pairs))
    apart = set[int]()
    if not _is_one_table(before):
        pairs.update(match_items(before, after, pairs))
        apart = {n for n, one in enumerate(before) if one.key and one.block.place and n not in pairs}
    for olds, news in _gaps(before, after, pairs):
        pairs.update(_equal(before, after, [n for n in olds if n not in apart], news))
    pairs.update(_equal_elsewhere(before, after, pairs))
    for olds, news in _gaps(before, after, pairs):
        if len(olds) * len(news) <= _LARGEST:
            pairs.update(_most_alike(before, after, [n for n in olds if n not in apart], news))
    _find_moved(before, after, pairs, apart)
    return pairs


def _is_one_table(before: Sequence[Written]) -> bool:
    """Do the items of several lists stand in one table?"""
    lists = {(one.key[0], one.block.place[0]) for one in before if one.key and one.block.place}
    return len({table for _, table in lists}) == 1 < len(lists)


def _gaps(
    before: Sequence[Written], after: Sequence[WordParagraph], pairs: Matching
) -> list[tuple[list[int], list[int]]]:
    """What stands without a partner between the pairs that are in order."""
    edges = [(-1, -1), *rising(pairs).items(), (len(before), len(after))]
    taken = set(pairs.values())
    return [
        ([n for n in range(i + 1, k) if n not in pairs], [n for n in range(j + 1, m) if n not in taken])
        for (i, j), (k, m) in pairwise(edges)
    ]


def _by_bookmark(before: Sequence[Written], after: Sequence[WordParagraph], bookmarks: Sequence[str]) -> dict[int, int]:
    """A paragraph whose first bookmark with words in it stood first in a paragraph of the baseline is that one."""
    first = {bookmarks[one.entries[0]]: n for n, one in enumerate(before) if one.entries}
    pairs: dict[int, int] = {}
    for at, one in enumerate(after):
        filled = [mark for mark in one.marks if mark.opens and mark.end > mark.start]
        if filled and filled[0].bookmark in first and likely(before[first[filled[0].bookmark]].text, one.text):
            pairs.setdefault(first[filled[0].bookmark], at)
    return pairs


def likely(old: str, new: str) -> bool:
    """A bookmark may have slipped to a neighbour; a short text may have been written anew."""
    return len(old) < 30 or len(new) < 30 or likeness(tidy(old), tidy(new)) > 0.2


def _equal(before: Sequence[Written], after: Sequence[WordParagraph], olds: list[int], news: list[int]) -> Matching:
    """Equal texts in order."""
    left, right = [tidy(before[i].text) for i in olds], [tidy(after[j].text) for j in news]
    blocks = Matcher(left, right).get_matching_blocks()
    return {olds[i + n]: news[j + n] for i, j, size in blocks for n in range(size)}


def _equal_elsewhere(before: Sequence[Written], after: Sequence[WordParagraph], pairs: Matching) -> Matching:
    """Texts that stand once among what is left of the baseline, and once among what is left of the draft."""
    taken = set(pairs.values())
    olds = _by_text((n, one.text) for n, one in enumerate(before) if n not in pairs)
    news = _by_text((n, one.text) for n, one in enumerate(after) if n not in taken)
    return {ns[0]: news[text][0] for text, ns in olds.items() if len(text) > _SHORT and len(ns) == len(news[text]) == 1}


def _by_text(texts: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    out = defaultdict[str, list[int]](list)
    for n, text in texts:
        out[tidy(text)].append(n)
    return out


def _most_alike(
    before: Sequence[Written], after: Sequence[WordParagraph], olds: list[int], news: list[int]
) -> Matching:
    """The pairing in order with the largest sum of likeness."""
    spend(len(olds) * len(news))
    found = in_order([[_score(before[i], after[j]) for j in news] for i in olds])
    return {olds[a]: news[b] for a, b in found.items()}


def _score(old: Written, new: WordParagraph) -> float:
    """3 for the same words; a paragraph written anew in the same style and column still counts a little."""
    column = new.place[2] if new.place else None
    if (old.column is None) != (column is None):
        return 0.0
    alike = likeness(tidy(old.text), tidy(new.text))
    if alike >= SIMILAR:
        return 3 * alike - (0.5 if old.column != column else 0)
    same = old.column == column and old.block.style.lower() == new.style.lower()
    return 0.6 + alike if same else 0.0


def _find_moved(
    before: Sequence[Written], after: Sequence[WordParagraph], pairs: Matching, apart: Collection[int]
) -> None:
    """What is gone in one place and new in another was moved."""
    taken = set(pairs.values())
    free = [j for j in range(len(after)) if j not in taken]
    for i in (n for n in range(len(before)) if n not in pairs and n not in apart):
        old = tidy(before[i].text)
        if not free:
            return
        alike = {j: likeness(old, tidy(after[j].text)) for j in free}
        found = max(free, key=lambda j: alike[j])
        if alike[found] == 1.0 or (alike[found] >= MOVED and len(old) > 10):
            pairs[i] = found
            free.remove(found)
