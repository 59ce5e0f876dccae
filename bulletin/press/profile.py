"""The ICC profile of the press: named by the user, or Ghostscript's as a stand-in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bulletin.files import read_file
from bulletin.messages import say
from bulletin.problems import MissingTool

LARGEST = 16 * 2**20  # bytes; profiles of presses have one to three million

STAND_INS = (
    "/usr/share/color/icc/ghostscript/default_cmyk.icc",
    "/usr/share/ghostscript/*/iccprofiles/default_cmyk.icc",
)
"""Where Debian and Fedora put the profile of Ghostscript."""

UNREGISTERED = frozenset((34, 35, 36, 37, 55))
CONDITIONS = {
    "iso coated v2": "FOGRA39",
    "iso uncoated yellowish": "FOGRA30",
    "pso coated v3": "FOGRA51",
    "pso uncoated v3": "FOGRA52",
    "pso uncoated iso12647": "FOGRA47",
    "pso lwc improved": "FOGRA45",
    "pso lwc standard": "FOGRA46",
    "pso mfc paper": "FOGRA41",
    "sc paper": "FOGRA40",
    "japan color 2001 coated": "JC200103",
    "japan color 2001 uncoated": "JC200104",
    "japan web coated": "JCW2003",
    "us web coated swop": "CGATS TR 001",
    "swop2006 coated3": "CGATS TR 003",
    "swop2006 coated5": "CGATS TR 005",
    "gracol2006 coated1": "CGATS TR 006",
    "gracol2013 crpc6": "CGATS21-2-CRPC6",
}
"""Printing conditions in the registry of the ICC, by how the names of their usual profiles begin, in small letters."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A CMYK output profile, and whether it only stands in for the shop's own."""

    name: str
    data: bytes
    stand_in: bool = False

    @property
    def condition(self) -> str:
        """The registered printing condition that it describes, by its own name; "" where that tells none."""
        if (found := re.search(r"FOGRA ?(2[7-9]|[345]\d|60)(?!\d)", self.name, re.I)) and (
            int(found[1]) not in UNREGISTERED
        ):
            return f"FOGRA{found[1]}"
        told = " ".join(re.findall(r"[a-z0-9]+", self.name.lower().replace("u.s.", "us")))
        return next((registered for name, registered in CONDITIONS.items() if told.startswith(name)), "")


def find_profile(named: Path | None, places: tuple[str, ...] = STAND_INS) -> Profile:
    """The named profile, or the stand-in. Raises MissingTool where it cannot be read, is none, or is not for CMYK."""
    path = named or next((found for place in places for found in _found(place)), None)
    if path is None:
        raise MissingTool(say("press.no_profile"))
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        raise MissingTool(say("press.unread_profile", path=path, why=error.strerror)) from error
    # ICC.1:2010, 7.2: device class at byte 12, colour space at 16, signature at 36
    if data[36:40] != b"acsp" or data[16:20] != b"CMYK":
        raise MissingTool(say("press.no_cmyk", path=path))
    return Profile(_described(data) or path.stem, data, stand_in=named is None)


def _found(pattern: str) -> list[Path]:
    path = Path(pattern)
    return sorted(each for each in Path("/").glob(str(path.relative_to("/"))) if each.is_file())


def _described(data: bytes) -> str:
    """The profile's own name: its `desc` tag, which is ASCII in version 2 and UTF-16 in version 4 (ICC.1, 9.2.41)."""
    for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12):
        if data[at : at + 4] == b"desc":
            start = int.from_bytes(data[at + 4 : at + 8], "big")
            if data[start : start + 4] == b"desc":
                length = int.from_bytes(data[start + 8 : start + 12], "big")
                return data[start + 12 : start + 11 + length].decode("ascii", "replace").strip()
            if data[start : start + 4] == b"mluc":
                length, offset = (int.from_bytes(data[start + i : start + i + 4], "big") for i in (20, 24))
                return data[start + offset : start + offset + length].decode("utf-16-be", "replace").strip()
    return ""
