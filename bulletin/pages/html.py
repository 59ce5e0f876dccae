"""Edition + charts → HTML and the bytes that it names. Templates place; what they place was worded before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bulletin.blocks.contents.edit import ContentsEntry, anchor
from bulletin.charts.picture import Picture
from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Both, Break, Edition, Mark, Pair, plain
from bulletin.edition.themes import SHEET
from bulletin.edition.typescale import scale
from bulletin.edition.walk import every
from bulletin.pages.density import at_density
from bulletin.pages.lines import Lines
from bulletin.pages.marks import mark_svg
from bulletin.pages.running_head import running_head
from bulletin.pages.sandbox import House, sheets, sheets_of_rooms
from bulletin.pages.templates import ample, colours_of, custom_properties, type_properties
from bulletin.variant import OFFICE, Variant

PLACED = "blocks/placed.html.j2"
TALL = b"@page measured { size: 210mm 60000mm } .measured { page: measured }"
"""The page on which everything is measured: as wide as the others, and never full."""
UNDRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
"""Stands for a chart where only its place is asked: that has the chart's own width and height."""
SAME = "/* the same for all */\n"
"""Stands before and behind the rules that are the same in every document."""
NO_PHOTOS: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Document:
    """HTML, and its resources by URL; nothing else may be loaded."""

    html: str
    resources: Mapping[str, bytes]
    title: str


class Pages:
    """Renders editions with the templates of one project, in its own type unless a variant names another."""

    def __init__(self, templates: Path, theme: Mapping[str, Any], type: TypeScale):
        self.theme, self.type = theme, type
        self.templates, self.environment = templates, House(templates, theme["name"])

    def render(
        self,
        edition: Edition,
        charts: Mapping[str, Picture],
        variant: Variant = OFFICE,
        density: float = 1.0,
        *,
        leading: float = 1.0,
        measuring: bool = False,
        photos: Mapping[str, bytes] = NO_PHOTOS,
    ) -> Document:
        """`charts` by plate id, `photos` by their names; none may lack. `density`: for one language.

        `leading`: of the running text, times the theme's. `measuring`: the last page is as tall as all that is on it.
        """
        alone, lines = variant.in_one_language, Lines(variant.language)
        title = _in_language(edition.masthead.title, variant, " ")
        given = {
            "edition": edition,
            "charts": charts,
            "title": title,
            "running": running_head(edition.masthead, variant.language, variant.type or self.type),
            **lines.setters(),
            "marked": lambda text: bookmark(text, variant),
            "tag": variant.tag,
            "language": variant.language,
            "keywords": _keywords(edition, variant),
            "svg_url": lambda id: f"bulletin:charts/{id}.svg",
            "photo_url": photo_url,
            "template_of": template_of,
            "alone": alone,
            "centred": self.theme["masthead"] == "centred",
            "words": edition.words,
            "at": partial(led_to, frozenset(entry.id for entry in every(ContentsEntry, edition.pages))),
            **containers(edition, measuring),
        }
        html, sheet = self.environment.render(variant.template, given), "single.css" if alone else "bulletin.css"
        css = self._colours(edition.accent) + self._sheet(sheet, variant, density, leading, edition)
        drawings = {id: UNDRAWN if measuring else chart.svg for id, chart in charts.items()}
        resources = self._pictures(edition, drawings, photos) | {
            f"bulletin:styles/{sheet}": css + (TALL if measuring else b"")
        }
        return Document(html, resources, title)

    def _pictures(
        self, edition: Edition, drawings: Mapping[str, bytes], photos: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        resources = {photo_url(name): data for name, data in photos.items()}
        resources |= {f"bulletin:charts/{id}.svg": svg for id, svg in drawings.items()}
        plate = edition.masthead.plate
        if plate and plate.emblem:
            resources["bulletin:emblem.svg"] = plate.emblem.svg
        return resources | {f"bulletin:marks/{mark}.svg": svg for mark, svg in self._marks(edition.accent).items()}

    def _sheet(self, sheet: str, variant: Variant, density: float, leading: float, edition: Edition) -> bytes:
        """The sheet of all editions of this sort, then those of the masthead and the rooms, which serve every sort.

        Those of the theme follow, which say what is otherwise in it.
        """
        head = edition.masthead
        names = (f"styles/{sheet}", *(["styles/masthead.css"] if head.plate else ()), *sheets_of_rooms(self.templates))
        theme = self.theme["name"]
        css = sheets(self.templates, theme, *names, SHEET)
        type, alone = variant.type or self.type, variant.in_one_language
        css = (
            custom_properties(type_properties(self.theme, type, alone=alone, leading=leading))
            + ample(self.theme, type, alone=alone)
            + (css if alone else f"{SAME}{css}\n{SAME}")
        )
        if alone:
            css = at_density(css, density, scale(self.theme, type, alone=alone)["body_zh"][0])
        if variant.output == "press":
            css += sheets(self.templates, theme, "styles/press.css")
        return css.encode()

    def _colours(self, accent: str) -> bytes:
        """The theme, the edition's accent, and every accent under its own name."""
        each = {f"accent-{name}": pair["deep"] for name, pair in self.theme["accents"].items()}
        return custom_properties(colours_of(self.theme, accent) | each).encode()

    def _marks(self, accent: str) -> dict[Mark, bytes]:
        deep, grey = self.theme["accents"][accent]["deep"], self.theme["colours"]["grey"]
        kinds: tuple[Mark, ...] = ("done", "under_way", "planned", "standing", "unstated")
        return {kind: mark_svg(kind, deep, grey) for kind in kinds}


def containers(edition: Edition, measuring: bool) -> dict[str, object]:
    """What templates ask of pages that were laid out, as it is where a block stands in no container."""
    laid = any(template_of(block) == PLACED for page in edition.pages for block in page.blocks)
    return {"laid": laid, "measuring": measuring, "continued": False, "over": False, "columns": 3}


def led_to(listed: frozenset[str], block: object, continued: bool = False) -> Markup:
    """The name by which the list of contents leads to a block, where it does."""
    name = anchor(block)
    return Markup(' id="at-{}"').format(name) if name in listed and not continued else Markup("")


def _keywords(edition: Edition, variant: Variant) -> list[str]:
    english = variant.language == "en"
    return [word for word in edition.keywords if not variant.in_one_language or word.isascii() == english]


def _in_language(text: Both, variant: Variant, between: str) -> str:
    """The words in the languages of the edition."""
    return {"zh": text.zh, "en": text.en}.get(variant.language, f"{text.zh}{between}{text.en}")


def bookmark(text: Both | Pair, variant: Variant) -> str:
    """What the outline of the file says of a heading, in the languages of the edition: a break in it is a space."""
    both = text if isinstance(text, Both) else _unbroken(text)
    return _in_language(both, variant, " · " if both.zh and both.en else "")


def _unbroken(pair: Pair) -> Both:
    """The words of a title; a break within Chinese is nothing."""
    zh = tuple(piece for piece in pair.zh if not isinstance(piece, Break))
    return Both(plain(zh), " ".join(plain(pair.en).split()))


def photo_url(name: str) -> str:
    """Where a page finds a photograph."""
    return f"bulletin:photos/{name}"


def template_of(block: object) -> str:
    """blocks/story.html.j2 for a Story: one template a kind of block; a kind without one fails the build."""
    name = type(block).__name__
    words = "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")
    return f"blocks/{words}.html.j2"
