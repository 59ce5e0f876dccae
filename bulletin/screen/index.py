"""The list of all publications: a picture of each first page, what it covers, when its facts are from, its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin.edition.text import Both
from bulletin.edition.words import Words
from bulletin.pages.sandbox import House, sheets
from bulletin.pages.templates import custom_properties
from bulletin.screen.palette import dark, names
from bulletin.screen.tree import data_url
from bulletin.screen.write import shell, without_empty_lines


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that stands in the folder, and what it is for whom."""

    file: str
    said: Both


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication as the list has it; `first` is the picture of its first page, as JPEG, where it has pages."""

    name: str
    title: Both
    within: Both
    dated: Both
    headline: Both
    covers: tuple[Both, ...]
    files: tuple[FileLink, ...]
    accent: str = "teal"
    first: bytes = b""
    size: tuple[int, int] = (0, 0)

    @property
    def main(self) -> str:
        """What the picture leads to: the page for phones where there is one, else the first of its files."""
        ends = (f"{self.name}.html", f"{self.name}.pdf")
        there = [link.file for link in self.files]
        return next((file for file in ends if file in there), there[0])

    @property
    def picture(self) -> str:
        return data_url(self.first) if self.first else ""


def index_page(
    found: Sequence[Publication], title: Both, templates: Path, theme: Mapping[str, Any], words: Words
) -> bytes:
    """The page, in both languages; `title` is the series'."""
    light, night = names(theme, "teal"), dark(theme, "teal")
    at_night = f"@media screen and (prefers-color-scheme: dark) {{ {custom_properties(night)} }}\n"
    style = custom_properties(light) + at_night + sheets(templates, theme["name"], "styles/index.css")
    given = {"publications": found, "title": title, "words": words, **shell(style, "")}
    return without_empty_lines(House(templates, theme["name"]).render("index.html.j2", given))
