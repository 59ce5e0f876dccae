"""The characters of which a text must have one for an expression to stand in it: read off the expression itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_MOST = 200
"""Characters of a set that is worth a look."""
NOTHING: frozenset[str] = frozenset()


def needed(expression: str) -> frozenset[str]:
    """Empty where nothing is known: with choices, sets or marks that any text may have, or where case is ignored."""
    tree = _parser.parse(expression)
    return NOTHING if tree.state.flags & re.IGNORECASE else _of_all(tree)


def _of_all(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of parts that must all be there: the fewest characters."""
    return min(filter(None, (_of_one(str(kind), what) for kind, what in parts)), key=len, default=NOTHING)


def _of_one(kind: str, what: Any) -> frozenset[str]:
    if kind == "LITERAL":
        return frozenset(chr(what))
    if kind == "IN":
        return _of_set(what)
    if kind == "BRANCH":
        each = [_of_all(one) for one in what[1]]
        return NOTHING.union(*each) if all(each) else NOTHING
    if kind == "SUBPATTERN":
        return _of_all(what[-1]) if not what[1] & re.IGNORECASE else NOTHING
    if kind == "ASSERT":
        return _of_all(what[1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_all(what[2]) if what[0] else NOTHING
    return NOTHING


def _of_set(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found = set[str]()
    for kind, what in items:
        ends = {"LITERAL": (what, what), "RANGE": what}.get(str(kind))
        if ends is None or ends[1] - ends[0] > _MOST:
            return NOTHING
        found.update(map(chr, range(ends[0], ends[1] + 1)))
    return frozenset(found)
