"""Sets labels in the lanes over and under a line, with their leaders."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.charts.canvas import Canvas
from bulletin.charts.lanes import PAD, Spot
from bulletin.charts.wrap import Lettering

LANE_GAP = 2.0
"""Between the labels of two lanes in mm."""
REACH, BEND = 1.6, 2.8
"""From the line's marks to the nearest lane in mm, where leaders are straight, and where some are bent."""
TIP = 0.4
"""From the end of a leader to the label that lies over it in mm."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Height of each lane: those above, the nearest first, and those below; and how far off the nearest ones are."""

    above: tuple[float, ...]
    below: tuple[float, ...]
    reach: float

    @classmethod
    def of(cls, spots: list[Spot], blocks: list[Lettering]) -> Lanes:
        def heights(sign: int) -> tuple[float, ...]:
            lanes = [abs(spot.lane) for spot in spots if spot.lane * sign > 0]
            return tuple(
                max((b.height for s, b in zip(spots, blocks, strict=True) if s.lane == sign * lane), default=0.0)
                for lane in range(1, max(lanes, default=0) + 1)
            )

        return cls(heights(1), heights(-1), BEND if any(spot.x != spot.start for spot in spots) else REACH)

    @property
    def head(self) -> float:
        """Room above the line's marks in mm."""
        return self._room(self.above)

    @property
    def foot(self) -> float:
        """Room below the line's marks and scale in mm."""
        return self._room(self.below)

    def _room(self, heights: tuple[float, ...]) -> float:
        return sum(heights) + LANE_GAP * (len(heights) - 1) + self.reach if heights else 0.0

    def top(self, spot: Spot, upper: float, lower: float) -> float:
        """Where the lane's labels begin: `upper` is where the marks begin, `lower` where the scale ends."""
        if spot.lane > 0:
            return upper - self.reach - sum(self.above[: spot.lane]) - LANE_GAP * (spot.lane - 1)
        nearer = -spot.lane - 1
        return lower + self.reach + sum(self.below[:nearer]) + LANE_GAP * nearer


def hang(canvas: Canvas, spot: Spot, block: Lettering, lanes: Lanes, edge: float, upper: float, lower: float) -> None:
    """The label, and its leader from `edge` (y of its mark), bent between marks and lanes if need be.

    The leader runs along the label's height, or ends where the label lies over it.
    """
    top = lanes.top(spot, upper, lower)
    beside = spot.hang != "over"
    x = {"right": spot.x + PAD, "left": spot.x - PAD, "over": spot.left_edge}[spot.hang]
    block.set(canvas, x, top, "right" if spot.hang == "left" else "left")
    if spot.lane > 0:
        bend, end = upper, top if beside else top + block.height + TIP
    else:
        bend, end = lower, top + block.height if beside else top - TIP
    points = [(spot.start, edge), (spot.x, end)]
    if spot.x != spot.start:
        sign = -1 if spot.lane > 0 else 1
        points[1:1] = [(spot.start, bend + sign * 0.4), (spot.x, bend + sign * (lanes.reach - 0.8))]
    canvas.line(*points, colour=canvas.look.deep, line=0.5, level=1)
