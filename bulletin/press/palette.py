"""Screen colours → inks: each colour of the theme has a build in theme.yaml, and its tint a tint of the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bulletin.messages import say
from bulletin.pages.typeset import TypesettingError

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0..1."""
BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
PAPER: Ink = (0.0, 0.0, 0.0, 0.0)
COLOURED_TYPE = 14.0
"""Smaller type prints in black alone, in pt: three plates that do not quite meet would blur it."""
_NEAR = 1.5  # of 255: tints were rounded


@dataclass(frozen=True, slots=True)
class Palette:
    """The builds by screen colour, 0..255."""

    builds: Mapping[tuple[int, int, int], Ink]

    @classmethod
    def of(cls, theme: Mapping[str, Any]) -> Palette:
        """From `colours` and `accents` of theme.yaml and their `inks`. Raises KeyError for a colour without a build."""
        inks = theme["inks"]
        builds = {_bytes(colour): _ink(inks[name]) for name, colour in theme["colours"].items()}
        for name, tones in theme["accents"].items():
            builds |= {_bytes(colour): _ink(inks[name][tone]) for tone, colour in tones.items()}
        return cls({(0, 0, 0): BLACK, (255, 255, 255): PAPER, **builds})

    def ink(self, red: float, green: float, blue: float) -> Ink:
        """The build of a screen colour (0..1). Raises TypesettingError for one that the theme does not know."""
        wanted = round(255 * red), round(255 * green), round(255 * blue)
        if wanted in self.builds:
            return self.builds[wanted]
        tints = [(share, build) for colour, build in self.builds.items() if (share := _share(colour, wanted))]
        if not tints:
            shown = "#" + "".join(f"{part:02x}" for part in wanted)
            raise TypesettingError([say("press.colour", colour=shown)])
        share, build = tints[0]
        cyan, magenta, yellow, black = (round(part * share, 3) for part in build)
        return cyan, magenta, yellow, black

    def text(self, ink: Ink, size: float) -> Ink:
        """The ink for type of `size` pt: small type is black, or paper on a tone."""
        return ink if ink == PAPER or size >= COLOURED_TYPE else BLACK


def _share(colour: tuple[int, int, int], wanted: tuple[int, int, int]) -> float | None:
    """How much of `colour`, the rest being white, gives `wanted`; None where no share does."""
    depth = sum(255 - part for part in colour)
    share = sum(255 - part for part in wanted) / depth if depth else 2.0
    mixed = [255 - (255 - part) * share for part in colour]
    near = all(abs(one - other) <= _NEAR for one, other in zip(mixed, wanted, strict=True))
    return share if share <= 1 and near else None


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _ink(percents: list[int]) -> Ink:
    cyan, magenta, yellow, black = (float(part) / 100 for part in percents)
    return cyan, magenta, yellow, black
