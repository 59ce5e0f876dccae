"""How large the type of a finished file is: characters by size, Han and Latin apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

BOUNDS = (7.0, 7.5, 8.0, 10.0)
"""In pt: the share of characters below each of them is told."""
_NEAR = 0.02  # a size that a layout rounded


def is_han(char: str) -> bool:
    """Whether a character is as wide as a Chinese one is: ideographs and the marks that stand among them."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


@dataclass(frozen=True)
class Sizes:
    """Visible characters by size in pt. `han` and `latin` together are all; figures and marks are Latin."""

    han: Mapping[float, int] = field(default_factory=dict)
    latin: Mapping[float, int] = field(default_factory=dict)

    @property
    def all(self) -> Counter[float]:
        return Counter(self.han) + Counter(self.latin)

    def told(self) -> tuple[str, ...]:
        """For all, Han and Latin the percentages below each bound; then the smallest of each script."""
        shares = (
            " ".join(f"{100 * below(counts, bound):.0f}" for bound in BOUNDS)
            for counts in (self.all, self.han, self.latin)
        )
        return *shares, f"{min(self.han, default=0):g}/{min(self.latin, default=0):g}"


def below(counts: Mapping[float, int], bound: float) -> float:
    """The share of characters under a size, 0 where there are none."""
    total = sum(counts.values())
    return sum(count for size, count in counts.items() if size < bound - _NEAR) / total if total else 0.0


class Tally:
    """Counts what is shown, run by run."""

    def __init__(self) -> None:
        self._han: Counter[float] = Counter()
        self._latin: Counter[float] = Counter()

    def add(self, text: str, size: float) -> None:
        """The characters of one run that can be seen."""
        size = round(size, 2)
        for char in text:
            if char.isprintable() and not char.isspace():
                (self._han if is_han(char) else self._latin)[size] += 1

    def sizes(self) -> Sizes:
        """All that was counted."""
        return Sizes(dict(sorted(self._han.items())), dict(sorted(self._latin.items())))
