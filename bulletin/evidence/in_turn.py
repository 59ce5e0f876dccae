"""Lists of numbers, each of which is of the thing that stands in its place in the list before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin.evidence.statement import Shown

_EACH = re.compile("(?P<things>[^，,；;。！!？?：:\n]*)(?:各|分别)(?:有|为|是|占|达到?|约)*$")
_NEXT = re.compile("[、，,和与及]{1,2}")


def in_turn(text: str, shown: Sequence[Shown]) -> dict[int, str]:
    """蔬菜、肉禽、干货各有<a>、<b>、<c>: what each number of such a list is of, by its place among them."""
    found, at = dict[int, str](), 0
    while at < len(shown):
        stop = at + 1
        while stop < len(shown) and _NEXT.fullmatch(text[shown[stop - 1].end : shown[stop].start]):
            stop += 1
        each = _EACH.search(text[: shown[at].start]) if stop - at > 1 else None
        things = _NEXT.split(each["things"]) if each else []
        if len(things) == stop - at:
            found |= dict(enumerate(things, at))
        at = stop
    return found
