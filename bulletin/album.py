"""The photographs of one publication: read from photos/, each bad one told at its place, and made ready for writers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from bulletin.content.picturing import pictured
from bulletin.edition.blocks import Edition
from bulletin.edition.walk import every
from bulletin.photographs.reading import Photograph, PhotographError, photograph
from bulletin.photographs.rendering import IN_WORD, blank, jpeg, part, png
from bulletin.plates.photo.crop import FINE
from bulletin.plates.photo.edit import PhotoPlate
from bulletin.problems import ContentError, Place, Problem
from bulletin.project import SUMMARY
from bulletin.remembered import Remembered, key_of
from bulletin.workshop import Workshop

RULE = "photo"


@dataclass(frozen=True)
class Album:
    """Every photograph that a content file names, by that name."""

    photographs: Mapping[str, Photograph]

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height in pixels."""
        return {name: one.size for name, one in self.photographs.items()}

    def printed(self, edition: Edition, *, lossless: bool = False) -> dict[str, bytes]:
        """Each as it stands on the pages of the edition, by the name that it has there; `lossless` for the press."""
        write = png if lossless else jpeg
        return {
            name: write(part(self.photographs[str(shot.file)], plate.box(shot), plate.mm, grey=plate.grey, dpi=FINE))
            for plate in every(PhotoPlate, edition.pages)
            for name, shot in plate.names()
        }

    def drafted(self, edition: Edition) -> dict[str, bytes]:
        """The same for Word."""
        return {
            name: jpeg(part(self.photographs[str(shot.file)], plate.box(shot), plate.mm, grey=plate.grey, dpi=IN_WORD))
            for plate in every(PhotoPlate, edition.pages)
            for name, shot in plate.names()
        }


@dataclass(frozen=True)
class Seen:
    """What the same program has looked through before, which a check need not decode again; a build always does."""

    remembered: Remembered | None = None
    program: str = ""

    def photograph(self, data: bytes) -> Photograph:
        """Raises PhotographError."""
        if self.remembered is None:
            return photograph(data)
        key = key_of("photograph", self.program, data)
        with suppress(ValueError, TypeError):  # a damaged file is as good as none
            wide, high, grey = json.loads(self.remembered.recall(key) or b"")
            return Photograph(data, (int(wide), int(high)), bool(grey))
        found = photograph(data)
        self.remembered.add([key], json.dumps([*found.size, found.is_grey]).encode())
        return found


def stand_ins(edition: Edition) -> dict[str, bytes]:
    """For pages of which only words and sizes are asked."""
    return {name: blank() for plate in every(PhotoPlate, edition.pages) for name, _ in plate.names()}


NOTHING = Seen()


def album(workshop: Workshop, name: str, seen: Seen = NOTHING) -> Album:
    """Those of a publication. Raises ContentError with everything that is wrong with them, each at its place."""
    parsed, content = workshop.content(name)
    found, problems = dict[str, Photograph](), list[Problem]()
    for path, file in pictured(content):
        try:
            found[file] = found.get(file) or _photograph(workshop, file, parsed.place(path, file), seen)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return Album(found)


def _photograph(workshop: Workshop, file: str, place: Place, seen: Seen) -> Photograph:
    data = workshop.project.read_picture(file, place)
    try:
        return seen.photograph(data)
    except PhotographError as error:
        raise ContentError([Problem(RULE, str(error), place)]) from error


def amiss(workshop: Workshop, seen: Seen) -> list[Problem]:
    """What is wrong with the photographs of every publication whose file could be read."""
    found: list[Problem] = []
    for name in workshop.names:
        if name in workshop.library.contents or (name == SUMMARY and workshop.library.summary):
            try:
                album(workshop, name, seen)
            except ContentError as error:
                found += error.problems
    return found
