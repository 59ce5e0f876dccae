"""Where labels stand that hang from leaders above and below a line, so that no label or leader meets another."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from bulletin.charts.canvas import ChartError

PAD = 1.1
"""From a leader to its label in mm."""
GAP = 1.8
"""Between two labels of a lane in mm."""
CLEAR = 0.9
"""Between two leaders, or a leader and a label, in mm."""
BEAM = 150
MOST = 18
"""Lanes at most, above and below together."""


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


Front = dict[int, tuple[float, float]]
"""For each lane how far labels reach to the right, and leaders that end in it or pass through it."""


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    front: Front
    spots: tuple[Spot, ...]


def place(items: list[Item], width: float) -> list[Spot]:
    """A spot for each item, given from left to right, in as few lanes as the search finds.

    Raises ChartError where there is no room.
    """
    least = ceil(sum(item.width + PAD + GAP for item in items) / (width + PAD + GAP) - 0.01)
    for lanes in range(max(1, least), MOST + 1):
        for above in _splits(lanes):
            found = _search(items, width, above, lanes - above)
            if found:
                return list(found)
    raise ChartError(f"no room for {len(items)} labels on {width:g} mm: take fewer of them, or shorter ones")


def _splits(lanes: int) -> list[int]:
    """How many of the lanes may lie above: evenly shared first, and rather above than below."""
    return sorted(range((lanes + 1) // 3, lanes + 1), key=lambda above: (abs(2 * above - lanes), -above))[:4]


def _search(items: list[Item], width: float, above: int, below: int) -> tuple[Spot, ...] | None:
    """Takes the items from left to right and keeps the cheapest ways that leave different room to the right."""
    lanes = (*range(-below, 0), *range(1, above + 1))
    nothing = (float("-inf"), float("-inf"))
    states = [_State(0.0, dict.fromkeys(lanes, nothing), ())]
    for item in items:
        choices = _choices(item, width, lanes)
        grown: dict[tuple[int, ...], _State] = {}
        for state in states:
            for cost, spot in choices:
                if not _fits(spot, state.front):
                    continue
                new = _State(state.cost + cost, _advance(spot, state.front), (*state.spots, spot))
                key = tuple(round(max(reach, -9) / 4) for pair in new.front.values() for reach in pair)
                if key not in grown or new.cost < grown[key].cost:
                    grown[key] = new
        states = sorted(grown.values(), key=_rank)[:BEAM]
        if not states:
            return None
    return min(states, key=lambda state: state.cost).spots


def _rank(state: _State) -> float:
    """Cheap, with room left to the right."""
    return state.cost + sum(0.02 * max(0.0, reach) for reach, _ in state.front.values())


def _choices(item: Item, width: float, lanes: tuple[int, ...]) -> list[tuple[float, Spot]]:
    """Spots inside the drawing with their costs: near lanes, labels to the right and the first start are best."""
    found = []
    for lane in lanes:
        for rank, x in enumerate(item.up if lane > 0 else item.down):
            for right in (True, False):
                left = x + PAD if right else x - PAD - item.width
                if left >= -0.05 and left + item.width <= width + 0.05:
                    cost = abs(lane) + 0.2 * (lane < 0) + 0.15 * rank + 0.3 * (not right)
                    found.append((cost, Spot(lane, x, right, left, left + item.width)))
    return found


def _fits(spot: Spot, front: Front) -> bool:
    """Does the spot lie right of all that is placed, where it would meet it? Two labels may share one leader."""
    label, leader = front[spot.lane]
    if min(spot.left_edge, spot.x) < label + GAP or spot.left_edge < leader + CLEAR:
        return False
    near = 1 if spot.lane > 0 else -1
    if spot.x != front[near][1] and spot.x < front[near][1] + CLEAR:
        return False
    return all(spot.x >= front[lane][0] + CLEAR for lane in range(near, spot.lane, near))


def _advance(spot: Spot, front: Front) -> Front:
    new = dict(front)
    near = 1 if spot.lane > 0 else -1
    for lane in range(near, spot.lane + near, near):
        label, leader = front[lane]
        new[lane] = label, max(leader, spot.x)
    new[spot.lane] = max(spot.right_edge, front[spot.lane][0]), new[spot.lane][1]
    return new
