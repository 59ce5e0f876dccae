"""The characters, or words, of which a text must have one for an expression to stand in it: read off the expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_MOST = 200
"""Characters of a set that is worth a look."""
NOTHING: frozenset[str] = frozenset()


def needed(expression: str) -> frozenset[str]:
    """Empty where nothing is known: with choices, sets or marks that any text may have, or where case is ignored."""
    tree = _parser.parse(expression)
    return NOTHING if tree.state.flags & re.IGNORECASE else _of_all(tree)


def needed_words(expression: str) -> frozenset[str]:
    """The same, with letters that stand side by side as one."""
    tree = _parser.parse(expression)
    return NOTHING if tree.state.flags & re.IGNORECASE else _words_of_all(tree)


def _words_of_all(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of parts that must all be there: those of which the shortest is longest."""
    found = list[frozenset[str]]()
    for kind, run in groupby(parts, key=lambda part: str(part[0])):
        if kind == "LITERAL":
            found.append(frozenset(["".join(chr(code) for _, code in run)]))
        else:
            found += [_of_one(kind, what, _words_of_all) for _, what in run]
    return max(filter(None, found), key=lambda words: (min(map(len, words)), -len(words)), default=NOTHING)


def _of_all(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of parts that must all be there: the fewest characters."""
    return min(filter(None, (_of_one(str(kind), what, _of_all) for kind, what in parts)), key=len, default=NOTHING)


def _of_one(kind: str, what: Any, of_all: Callable[[Any], frozenset[str]]) -> frozenset[str]:
    if kind == "LITERAL":
        return frozenset(chr(what))
    if kind == "IN":
        return _of_set(what)
    if kind == "BRANCH":
        each = [of_all(one) for one in what[1]]
        return NOTHING.union(*each) if all(each) else NOTHING
    if kind == "SUBPATTERN":
        return of_all(what[-1]) if not what[1] & re.IGNORECASE else NOTHING
    if kind == "ASSERT":
        return of_all(what[1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return of_all(what[2]) if what[0] else NOTHING
    return NOTHING


def _of_set(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found = set[str]()
    for kind, what in items:
        ends = {"LITERAL": (what, what), "RANGE": what}.get(str(kind))
        if ends is None or ends[1] - ends[0] > _MOST:
            return NOTHING
        found.update(map(chr, range(ends[0], ends[1] + 1)))
    return frozenset(found)
