"""The table of projects as a curator asks for it."""

from __future__ import annotations

from typing import Literal

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Name


class SomeProjects(Frame):
    """The projects of these subdistricts, with what was done and planned: taken by code from the content files."""

    kind: Literal["projects"]
    subdistricts: list[Name] = []  # all that have projects unless these are given
    others: bool = False  # under the table, the projects of all articles that no tracker follows


KIND = Kind(
    SomeProjects,
    "几个街道的项目和进度",
    "the projects of several subdistricts and how far they are",
    in_bulletins=False,
    in_summary=True,
)
