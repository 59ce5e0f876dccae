"""Labels beside an axis, moved apart as little as can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise


def spread(wanted: Sequence[float], heights: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """The middles of labels of these heights, in the order of `wanted`, which rises: `gap` apart, within the bounds.

    Labels that would meet share the way that they must move (least squares); what fits nowhere begins at `top`.
    """
    steps = [0.0, *((one + other) / 2 + gap for one, other in pairwise(heights))]
    offsets = list(accumulate(steps))
    groups: list[tuple[float, int]] = []  # the mean of what is left when the labels before are taken away; how many
    for at, offset in zip(wanted, offsets, strict=True):
        mean, count = at - offset, 1
        while groups and groups[-1][0] >= mean:
            before, several = groups.pop()
            mean, count = (mean * count + before * several) / (count + several), count + several
        groups.append((mean, count))
    free = [mean for mean, count in groups for _ in range(count)]
    low, high = top + heights[0] / 2, bottom - heights[-1] / 2 - offsets[-1]
    return [max(low, min(high, at)) + offset for at, offset in zip(free, offsets, strict=True)]
