"""Where a paragraph of Chinese breaks: the lines that are best together, not one line filled after the other.

D. E. Knuth and M. F. Plass, Breaking paragraphs into lines, Software: Practice and Experience 11 (1981); what gives way
in a line is clreq.py's. Lengths are in em of the paragraph's type.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from bulletin.pages import clreq

_NEAR = 3.5
"""em by which a line may miss the measure and still be weighed; one that nothing can fill ends where it must."""
_STRETCHED, _SHRUNK, _OPEN, _SHORT = 100.0, 40.0, 300.0, 400.0
"""The badness of a line stretched to the limit, or shrunk as far as it can be; of one that stays open, for each em; and
of a last line of one character."""
_PARTED = 60.0
"""What it costs to part an amount or a date: 186|万人次, 16万|平方米, 2025年|6月."""
_AMOUNT = re.compile(r"(?<=\d)(?=[余多万亿])|(?<=[\d余多万亿])(?=[平立]方)|(?<=\d[年月])(?=\d{1,2}[月日])")
_LINE = 10.0
"""What every line costs, so that a paragraph is not made longer for little."""


@dataclass(frozen=True)
class Paragraph:
    """`edges`: where each character begins, and where the last one ends; `ends`: where a line may end, the text's last.

    `narrow` are the marks of which the face has no full-width form, `firm` those that give up nothing inside a line;
    `heads` are the characters with which a box begins, before which no space of scripts was measured.
    """

    text: str
    edges: tuple[float, ...]
    ends: tuple[int, ...]
    narrow: frozenset[int] = frozenset()
    firm: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()

    @cached_property
    def _opens(self) -> frozenset[int]:
        return frozenset(at for at, char in enumerate(self.text) if char in clreq.OPENING) - self.narrow

    @cached_property
    def _closes(self) -> frozenset[int]:
        return frozenset(at for at, char in enumerate(self.text) if char in clreq.CLOSING) - self.narrow

    @cached_property
    def _within(self) -> frozenset[int]:
        return frozenset(match.start() for match in _AMOUNT.finditer(self.text))

    @cached_property
    def _spaced(self) -> frozenset[int]:
        return frozenset(clreq.spaced(self.text)) - self.heads

    @cached_property
    def _given(self) -> tuple[list[float], list[float]]:
        """Up to each character: shares of stretch before it, without and with those beside brackets."""
        return self._summed(clreq.shares(self.text)), self._summed(clreq.shares(self.text, brackets=True))

    @cached_property
    def _taken(self) -> list[float]:
        """Up to each character: em that marks can give up."""
        return self._summed({at: by for at, by in clreq.shrinkable(self.text) if at not in self.narrow | self.firm})

    def _summed(self, by_place: dict[int, float]) -> list[float]:
        return list(accumulate((by_place.get(at, 0.0) for at in range(len(self.text))), initial=0.0))

    def width(self, start: int, end: int) -> float:
        """Of a line as it stands solid: marks at its edges are half as wide, scripts that it parts need no space."""
        width = self.edges[end] - self.edges[start]
        width -= clreq.HALF * ((start in self._opens) + (end - 1 in self._closes))
        return width - (clreq.AUTOSPACE if end in self._spaced else 0.0)

    def badness(self, start: int, end: int, measure: float) -> float | None:
        """How ill a line looks: 0 where it is solid; None where it does not fit."""
        room = measure - self.width(start, end)
        last = end == len(self.text)
        if room < 0:
            gives = self._taken[end - 1] - self._taken[start + 1] if end > start + 1 else 0.0
            return _SHRUNK * (-room / gives) ** 3 if gives >= -room else None
        if last:
            return _SHORT if start and self.width(start, end) < 2 else 0.0
        if not room:
            return 0.0  # solid, be there anything that could stretch or not
        for given in self._given:
            shares = given[end - 1] - given[start]
            if room <= clreq.WIDEST * shares:
                return _STRETCHED * (room / (clreq.WIDEST * shares)) ** 3
        return _STRETCHED + _OPEN * (1 + room - clreq.WIDEST * shares)

    def lines(self, first: float, measure: float) -> tuple[int, ...]:
        """Where its lines end; `first` is the room of the first one."""
        best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
        for start in (0, *self.ends[:-1]):
            if start in best:
                self._go_on(best, start, measure if start else first)
        found, end = [], len(self.text)
        while end > 0:
            found.append(end)
            end = best[end][1]
        return tuple(reversed(found))

    def _go_on(self, best: dict[int, tuple[float, int]], start: int, measure: float) -> None:
        """Weigh the lines from `start` on: those of about the measure, or the longest that fits, or the shortest."""
        at = bisect_left(self.ends, start + 1)
        reach = bisect_right(self.edges, self.edges[start] + measure + _NEAR)  # no character behind it is near the line
        ends = self.ends[at : max(at + 1, bisect_left(self.ends, reach))]
        fitting = [(end, bad) for end in ends if (bad := self._weighed(start, end, measure)) is not None]
        near = [one for one in fitting if measure - self.width(start, one[0]) <= _NEAR or one[0] == len(self.text)]
        for end, bad in near or fitting[-1:] or [(ends[0], _OPEN * 10)]:
            cost = best[start][0] + (_LINE + bad + _PARTED * (end in self._within)) ** 2
            if end not in best or cost < best[end][0]:
                best[end] = cost, start

    def _weighed(self, start: int, end: int, measure: float) -> float | None:
        return None if self.edges[end] - self.edges[start] > measure + _NEAR else self.badness(start, end, measure)
