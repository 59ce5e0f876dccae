"""Sets labels in the lanes over and under a line, with their leaders."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.charts.canvas import Canvas
from bulletin.charts.lanes import Spot
from bulletin.charts.wrap import Block

LANE_GAP = 2.0
"""Between the labels of two lanes in mm."""
REACH = 1.6
"""From the line's marks to the nearest lane in mm."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Height of each lane: those above, the nearest first, and those below."""

    above: tuple[float, ...]
    below: tuple[float, ...]

    @classmethod
    def of(cls, spots: list[Spot], blocks: list[Block]) -> Lanes:
        def heights(sign: int) -> tuple[float, ...]:
            lanes = [abs(spot.lane) for spot in spots if spot.lane * sign > 0]
            return tuple(
                max((b.height for s, b in zip(spots, blocks, strict=True) if s.lane == sign * lane), default=0.0)
                for lane in range(1, max(lanes, default=0) + 1)
            )

        return cls(heights(1), heights(-1))

    @property
    def head(self) -> float:
        """Room above the line's marks in mm."""
        return sum(self.above) + LANE_GAP * max(0, len(self.above) - 1) + (REACH if self.above else 0.0)

    @property
    def foot(self) -> float:
        """Room below the line's marks and scale in mm."""
        return sum(self.below) + LANE_GAP * max(0, len(self.below) - 1) + (REACH if self.below else 0.0)

    def top(self, spot: Spot, upper: float, lower: float) -> float:
        """Where the lane's labels begin: `upper` is where the marks begin, `lower` where the scale ends."""
        if spot.lane > 0:
            return upper - REACH - sum(self.above[: spot.lane]) - LANE_GAP * (spot.lane - 1)
        nearer = -spot.lane - 1
        return lower + REACH + sum(self.below[:nearer]) + LANE_GAP * nearer


def hang(canvas: Canvas, spot: Spot, block: Block, top: float, start: float, colour: str) -> None:
    """The label, and its leader from `start` (y of the mark) along the label's whole height."""
    block.set(canvas, spot.text_x, top, "left" if spot.right else "right")
    end = top if spot.lane > 0 else top + block.height
    canvas.line((spot.x, start), (spot.x, end), colour=colour, line=0.5, level=1)
