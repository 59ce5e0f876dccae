"""Where labels stand that hang from leaders above and below a line, so that no label or leader meets another."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.charts.canvas import ChartError

PAD = 1.1
"""From a leader to its label in mm."""
GAP = 1.8
"""Between two labels of a lane in mm."""
CLEAR = 0.9
"""Between two leaders, or a leader and a label, in mm."""
BEAM = 80
MOST = 9


@dataclass(frozen=True, slots=True)
class Item:
    """A label `width` mm wide; its leader may start at any of these x, going up or down, the best first."""

    width: float
    up: tuple[float, ...]
    down: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Lane 1, 2, … above the line or -1, -2, … below it; the leader's x; does the label hang to its right?"""

    lane: int
    x: float
    right: bool
    left_edge: float
    right_edge: float

    @property
    def text_x(self) -> float:
        return self.x + PAD if self.right else self.x - PAD


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    spots: tuple[Spot, ...]


def place(items: list[Item], width: float) -> list[Spot]:
    """A spot for each item, in as few lanes as the search finds. Raises ChartError where there is none."""
    for lanes in range(1, 2 * MOST + 1):
        above = (lanes + 1) // 2 if lanes > 1 else 1
        found = _search(items, width, above, lanes - above)
        if found:
            return list(found)
    raise ChartError(f"no room for {len(items)} labels on {width:g} mm: fewer events, or shorter labels")


def _search(items: list[Item], width: float, above: int, below: int) -> tuple[Spot, ...] | None:
    """A beam search in the order of the items."""
    states = [_State(0.0, ())]
    for item in items:
        choices = _choices(item, width, above, below)
        grown = [
            _State(state.cost + cost, (*state.spots, spot))
            for state in states
            for cost, spot in choices
            if all(_apart(spot, other) for other in state.spots)
        ]
        states = sorted(grown, key=lambda state: state.cost)[:BEAM]
        if not states:
            return None
    return states[0].spots


def _choices(item: Item, width: float, above: int, below: int) -> list[tuple[float, Spot]]:
    """Spots inside the drawing with their costs: near lanes, labels to the right and the first start are best."""
    found = []
    for lane in (*range(1, above + 1), *range(-1, -below - 1, -1)):
        for rank, x in enumerate(item.up if lane > 0 else item.down):
            for right in (True, False):
                left = x + PAD if right else x - PAD - item.width
                if left >= -0.05 and left + item.width <= width + 0.05:
                    cost = abs(lane) + 0.2 * (lane < 0) + 0.15 * rank + 0.3 * (not right)
                    found.append((cost, Spot(lane, x, right, left, left + item.width)))
    return found


def _apart(one: Spot, other: Spot) -> bool:
    """Neither the labels nor the leaders of two spots meet."""
    if (one.lane > 0) != (other.lane > 0):
        return True
    if one.x != other.x and abs(one.x - other.x) < CLEAR:  # two labels may share the leader of one mark
        return False
    if one.lane == other.lane:
        low, high = min(one.left_edge, one.x), max(one.right_edge, one.x)
        return low >= max(other.right_edge, other.x) + GAP or high + GAP <= min(other.left_edge, other.x)
    far, near = (one, other) if abs(one.lane) > abs(other.lane) else (other, one)
    return not near.left_edge - CLEAR < far.x < near.right_edge + CLEAR
