"""What photographs show, and the sizes in which they can be set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Self

from bulletin.content.yaml_text import Path
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Both, Pair, Width
from bulletin.messages import say
from bulletin.plates.photo import crop
from bulletin.plates.photo.model import Photo
from bulletin.plates.photo.model import Shot as Written

WIDTHS: dict[Width, float] = {"half": 85.0, "full": 178.0}
GAP = 3.0
"""Between photographs side by side, in mm."""
TALLEST, LOWEST = 125.0, 35.0
"""Of a photograph on the page, in mm."""
LEAST = 0.6
"""The share of a photograph that stays when it is cut to fill a page, of what its shape leaves."""
STANDS = 1.2
"""A photograph that is narrower than this for its height stands beside its caption, not over the whole width."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph: its file in photos/, its size in pixels, what of it must be seen, and its words."""

    file: PurePosixPath
    size: tuple[int, int]
    focus: tuple[float, float]
    alt: Both
    text: Pair | None
    credit: Pair | None


@dataclass(frozen=True, slots=True)
class PhotoPlate:
    """Photographs side by side, all of one shape, and the words under them all.

    `tall`: how much taller than its shape it is set; `beside`: at half the width, its words beside it.
    """

    shots: tuple[Shot, ...]
    text: Pair | None
    credit: Pair | None
    id: str
    width: Width
    aspect: float
    grey: bool = False
    tall: float = 1.0
    beside: bool = False
    caption: None = None

    @property
    def mm(self) -> tuple[float, float]:
        """Width and height of each photograph on paper."""
        whole = WIDTHS["half" if self.beside else self.width]
        wide = (whole - GAP * (len(self.shots) - 1)) / len(self.shots)
        return round(wide, 2), round(wide / self.aspect * self.tall, 2)

    def box(self, shot: Shot) -> crop.Box:
        """The part of a photograph that is printed."""
        return crop.crop(shot.size, shot.focus, self.aspect / self.tall)

    def dpi(self, shot: Shot) -> float:
        """The pixels an inch that it has as it stands."""
        return crop.dpi(self.box(shot), *self.mm)

    def names(self) -> Iterator[tuple[str, Shot]]:
        """Each photograph under a name of its own."""
        yield from ((f"{self.id}-{n}", shot) for n, shot in enumerate(self.shots, 1))

    def reshaped(self, width: Width, tall: float) -> Self | None:
        """The plate in another width, so many times as tall; None where it would lose too much or become too coarse."""
        made = replace(self, width=width, tall=self.tall * tall, beside=width == "full" and self._stands(width))
        return made if tall == 1 or made._is_sound(self) else None

    def _stands(self, width: Width) -> bool:
        if len(self.shots) > 1:
            return False
        over = replace(self, width=width, beside=False)
        return self.aspect < STANDS or (width != self.width and over._coarsest() < min(crop.FINE, self._coarsest()))

    def _coarsest(self) -> float:
        return min(self.dpi(shot) for shot in self.shots)

    def _is_sound(self, usual: Self) -> bool:
        if not LOWEST <= self.mm[1] <= TALLEST or self._coarsest() < min(crop.FINE, usual._coarsest()):
            return False
        return all(
            crop.kept(shot.size, self.box(shot)) >= LEAST * crop.kept(shot.size, usual.box(shot)) for shot in self.shots
        )


def edit(plates: Plates, plate: Photo, path: Path) -> PhotoPlate:
    shots = tuple(_shot(plates, one, (*path, *at)) for at, one in plate.shots())
    shape = plate.shape or crop.natural(shots[0].size)
    several = len(shots) > 1 and "size" not in plate.model_fields_set
    width: Width = "full" if several else plate.size
    made = PhotoPlate(
        shots,
        plates.setter.pair(plate.caption, (*path, "caption"), raised=plates.cite) if plate.caption else None,
        plates.setter.pair(plate.credit, (*path, "credit"), raised=False) if plate.credit else None,
        id_of(path),
        width,
        crop.SHAPES[shape],
        plate.grey,
    )
    return made.reshaped(width, 1.0) or made


def _shot(plates: Plates, one: Written, path: Path) -> Shot:
    if one.file not in plates.pictures:
        raise plates.refused(say("photo.unread", file=one.file), one.file)
    return Shot(
        PurePosixPath(one.file),
        plates.pictures[one.file],
        (one.focus.x / 100, one.focus.y / 100),
        plates.setter.both(one.alt, prose=True),
        plates.setter.pair(one.caption, (*path, "caption"), raised=plates.cite) if one.caption else None,
        plates.setter.pair(one.credit, (*path, "credit"), raised=False) if one.credit else None,
    )


EDITOR = Editor(edit)
