"""The themes of a project: the house's, which is templates/ itself, and the folders that lie over it.

A folder templates/themes/NAME is a theme. Its theme.yaml says what is otherwise than in the house's; its style sheets
follow those of the same name, its templates stand in their place; base.docx lends its styles to drafts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin.content.house import BAND
from bulletin.edition.theme import of
from bulletin.messages import listed, say
from bulletin.problems import ContentError, Place, Problem
from bulletin.project import Project

THEMES = "themes"
SHEET = "styles/pages.css"
"""The sheet of a theme for all pages, in two languages and in one; the house has one for each."""
BASE = "base.docx"
TAKEN = frozenset(
    "press a3 zh en compact standard large pdf docx evidence facts csv html wechat archive".split()  # noqa: SIM905 - a list to be read
)
"""Words that say something else in the name of a file: NAME.zh.pdf is no NAME in a theme called zh."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def themes(folder: Path) -> list[str]:
    """The names of all, the house's first. A word that says something else in the name of a file is none."""
    found = (path.name for path in folder.glob(f"{THEMES}/*") if path.is_dir() and _NAME.fullmatch(path.name))
    return list(dict.fromkeys((BAND, *sorted(name for name in found if name not in TAKEN))))


def unknown(folder: Path, name: str) -> str:
    """Why there is no such theme; "" where there is one."""
    there = themes(folder)
    if name in there:
        return ""
    return say("theme.taken" if name in TAKEN else "theme.unknown", given=name, known=listed(there))


def own(folder: Path, name: str, file: str) -> str:
    """The file of a theme that has the name of this one, as a name in the folder; "" where there is none."""
    found = f"{THEMES}/{name}/{file}"
    return found if name and ((folder / found).is_symlink() or (folder / found).exists()) else ""


@dataclass(frozen=True, slots=True)
class OwnBase:
    """A Word file that a theme brings, and how it is called."""

    data: bytes
    file: str


def own_base(project: Project, name: str) -> OwnBase | None:
    """The one of this theme, where it has one. Raises ContentError."""
    path = project.templates / own(project.templates, name, BASE)
    return OwnBase(project.read_bytes(path), project.shown(path)) if path.name == BASE else None


def read_theme(project: Project, name: str, named: Place) -> dict[str, Any]:
    """Colours, faces and sizes. Raises ContentError, with the place: where it is `named`, if there is none."""
    if why := unknown(project.templates, name):
        raise ContentError([Problem("theme", why, named)])
    house = project.templates / "theme.yaml"
    file = own(project.templates, name, "theme.yaml")
    more = project.templates / file
    given = (project.read(more), project.shown(more)) if file else None
    return of(project.read(house), project.shown(house), name, given)
