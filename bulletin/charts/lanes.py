"""Where labels stand that hang from leaders above and below a line, so that no label or leader meets another."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from bulletin.charts.shapes import ChartError
from bulletin.messages import say

PAD = 1.1
"""From a leader to its label in mm."""
GAP = 1.8
"""Between two labels of a lane in mm."""
CLEAR = 0.9
"""Between two leaders, or a leader and a label, in mm."""
BEAM, BEAM_BENT = 150, 50
SHIFTS = (0.0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6)
"""How far, in mm, a bent leader's stem may stand from its start."""
STRAIGHT, BENT = 3, 5
"""How many numbers of lanes are tried with straight leaders, and then with bent ones."""

Hang = Literal["right", "left", "over"]


class NoRoom(ChartError):
    """The labels find no place."""


@dataclass(frozen=True, slots=True)
class Item:
    """A label `width` mm wide; its leader may start at any of these x, going up or down, the best first."""

    width: float
    up: tuple[float, ...]
    down: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Lane 1, 2, … above the line or -1, -2, … below it; where the leader starts, and the x of its stem.

    The label hangs to the right or left of the stem, or lies over its end.
    """

    lane: int
    start: float
    x: float
    hang: Hang
    left_edge: float
    right_edge: float


Front = dict[int, tuple[float, float, float]]
"""For each lane how far right labels reach, stems that end in it or pass through it, and the starts of these."""


NOTHING = (-9.0, -9.0, -9.0)


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    front: Front
    spots: tuple[Spot, ...]


def place(items: list[Item], width: float) -> list[Spot]:
    """A spot for each item, given from left to right, in as few lanes as the search finds.

    Leaders are straight if they can be. Raises NoRoom where there is no room.
    """
    least = max(1, ceil(sum(item.width + PAD + GAP for item in items) / (width + PAD + GAP) - 0.01))
    tries = [(least + more, False) for more in range(STRAIGHT)] + [(least + more, True) for more in range(BENT)]
    for lanes, bent in tries:
        for above in _splits(lanes, items):
            found = _search(items, width, range(above - lanes, above + 1), bent)
            if found:
                return list(found)
    raise NoRoom(say("chart.no_room", labels=len(items)))


def _splits(lanes: int, items: list[Item]) -> list[int]:
    """How many of the lanes may lie above: first as many as the items that can go up call for."""
    wish = sum(1.0 if not item.down else 0.55 if item.up else 0.0 for item in items) / len(items)
    return sorted(range((lanes + 1) // 3, lanes + 1), key=lambda above: (abs(above - wish * lanes), -above))[:3]


def _search(items: list[Item], width: float, lanes: range, bent: bool) -> tuple[Spot, ...] | None:
    """Takes the items from left to right and keeps the cheapest ways that leave different room to the right."""
    states = [_State(0.0, {lane: NOTHING for lane in lanes if lane}, ())]
    for item in items:
        choices = _choices(item, width, lanes, bent)
        grown: dict[tuple[int, ...], _State] = {}
        for state in states:
            for cost, spot in choices:
                if _fits(spot, state.front):
                    front = _advance(spot, state.front)
                    key = tuple([int(reach) >> 2 for reaches in front.values() for reach in reaches[:2]])
                    if key not in grown or state.cost + cost < grown[key].cost:
                        grown[key] = _State(state.cost + cost, front, (*state.spots, spot))
        states = _best(list(grown.values()), BEAM_BENT if bent else BEAM)
        if not states:
            return None
    return min(states, key=lambda state: state.cost).spots


def _best(states: list[_State], count: int) -> list[_State]:
    """The states that are cheap and reach least to the right, and those that leave most room for stems."""
    if len(states) <= count:
        return states
    cheap = sorted(states, key=lambda state: state.cost + 0.02 * sum(label for label, _, _ in state.front.values()))
    roomy = sorted(states, key=lambda state: state.cost + _closed(state.front))
    return list({id(state): state for state in (*cheap[: count // 2], *roomy[: count // 2])}.values())


def _closed(front: Front) -> float:
    """How far right the lanes are closed to stems, in mm, over all lanes: a label closes all lanes behind its own."""
    total = 0.0
    for sign in (1, -1):
        closed, lane = 0.0, sign
        while lane in front:
            closed = max(closed, front[lane][0])
            total += closed
            lane += sign
    return total


def _choices(item: Item, width: float, lanes: range, bent: bool) -> list[tuple[float, Spot]]:
    """Spots inside the drawing with their costs: near lanes, labels to the right and the first start are best."""
    found = []
    for lane in lanes:
        starts = (item.up if lane > 0 else item.down) if lane else ()
        for rank, start in enumerate(starts[:3] if bent else starts):
            for shift in SHIFTS if bent else (0.0,):
                x = start + shift
                for hang, left, more in _hangs(x, item.width, width, bent and not shift):
                    if left >= -0.05 and left + item.width <= width + 0.05 and 0 <= x <= width:
                        cost = abs(lane) + 0.2 * (lane < 0) + 0.15 * rank + more + 0.3 * abs(shift)
                        found.append((cost, Spot(lane, start, x, hang, left, left + item.width)))
    return found


def _hangs(x: float, wide: float, width: float, over: bool) -> list[tuple[Hang, float, float]]:
    """Ways to hang a label from the stem at x: its left edge and the cost."""
    ways: list[tuple[Hang, float, float]] = [("right", x + PAD, 0.0), ("left", x - PAD - wide, 0.3)]
    if over:
        ways.append(("over", min(max(0.0, x - wide / 2), width - wide), 1.0))
    return ways


def _fits(spot: Spot, front: Front) -> bool:
    """Does the spot lie right of all that is placed, where it would meet it? Two labels may share one leader."""
    label, stem, _ = front[spot.lane]
    if min(spot.left_edge, spot.x) < label + GAP or spot.left_edge < stem + CLEAR:
        return False
    near = 1 if spot.lane > 0 else -1
    _, last, start = front[near]
    if spot.start < start or (spot.x < last + CLEAR and not (spot.x == last and spot.start == start)):
        return False
    for lane in range(near, spot.lane, near):  # noqa: SIM110 (this loop is where the time goes)
        if spot.x < front[lane][0] + CLEAR:
            return False
    return True


def _advance(spot: Spot, front: Front) -> Front:
    new = dict(front)
    near = 1 if spot.lane > 0 else -1
    for lane in range(near, spot.lane + near, near):
        label, stem, start = front[lane]
        new[lane] = label, max(stem, spot.x), max(start, spot.start)
    label, stem, start = new[spot.lane]
    new[spot.lane] = max(spot.right_edge, label), stem, start
    return new
