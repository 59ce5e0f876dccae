"""Edition + charts + evidence → one HTML file for a phone, in both languages and in each, that needs nothing else.

Each view is set by the same templates as the pages of that edition: so it says what they say. No view is made from
another, and none from a PDF. Without a script the page has all of it: the switch of languages is three radio buttons,
a figure is a link to its evidence; the script opens the evidence over the text and remembers the language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from bulletin.blocks.contents.edit import ContentsEntry, with_contents
from bulletin.blocks.evidence.edit import Evidence
from bulletin.charts.draw import Chart
from bulletin.charts.inline import inline_svg
from bulletin.edition.blocks import ChartPlate, Edition
from bulletin.edition.text import Both
from bulletin.edition.walk import every
from bulletin.edition.words import Words
from bulletin.evidence_page.write import policy
from bulletin.pages.html import containers, led_to, photo_url, template_of
from bulletin.pages.marks import mark_svg
from bulletin.pages.sandbox import House, read, sheets, sheets_of_rooms
from bulletin.pages.templates import custom_properties
from bulletin.screen.data import data_table
from bulletin.screen.evidence import Entry, rows_of
from bulletin.screen.lines import ScreenLines
from bulletin.screen.palette import dark, names
from bulletin.screen.tree import Styles, adapt, data_url, parsed, replace_drawings, written
from bulletin.screen.wechat import wechat
from bulletin.variant import Language

LANGUAGES: tuple[Language, ...] = ("bilingual", "zh", "en")
PREFIXES: Mapping[Language, str] = {"bilingual": "both", "zh": "zh", "en": "en"}
TAGS: Mapping[Language, str] = {"bilingual": "zh-Hans", "zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True)
class View:
    """What one view shows: its language, and its charts by plate id, as wide as a phone where they can be."""

    language: Language
    charts: Mapping[str, Chart]

    @property
    def prefix(self) -> str:
        return PREFIXES[self.language]

    @property
    def tag(self) -> str:
        """BCP 47."""
        return TAGS[self.language]


class Screen:
    """Makes the HTML of one project's editions."""

    def __init__(self, templates: Path, theme: Mapping[str, Any], words: Words):
        self.templates, self.theme, self.words = templates, theme, words
        self.environment = House(templates, theme["name"])

    def write(
        self, edition: Edition, views: Sequence[View], shown: Sequence[Entry], photos: Mapping[str, bytes]
    ) -> bytes:
        """`views` in the order of the switch, the first chosen; `photos` by their names."""
        styles, slots = Styles(), list[str]()
        bodies = {view.prefix: Markup(self._body(edition, view, shown, photos, styles, slots)) for view in views}
        style = self._colours(edition) + self._sheet + styles.sheet()
        given = {
            "edition": edition,
            "views": views,
            "bodies": bodies,
            "entries": shown,
            "words": self.words,
            **shell(style, self._script),
        }
        return without_empty_lines(_filled(self.environment.render("screen.html.j2", given), slots))

    def wechat(self, edition: Edition, views: Sequence[View], photos: Mapping[str, bytes]) -> bytes:
        """A page to copy from: each view as the editor of WeChat keeps it, with charts as PNG."""
        colours, bodies = names(self.theme, edition.accent), dict[str, Markup]()
        for view in views:
            charts = {f"bulletin:charts/{id}.svg": data_url(chart.png) for id, chart in view.charts.items()}
            root = parsed(self.blocks(edition, view, ()))
            bodies[view.prefix] = Markup(wechat(root, colours, self.pictures(edition, photos) | charts))
        style = custom_properties(colours) + sheets(self.templates, self.theme["name"], "styles/wechat.css")
        given = {"edition": edition, "views": views, "bodies": bodies, "words": self.words}
        given |= shell(style, read(self.templates, "scripts/wechat.js"))
        return without_empty_lines(self.environment.render("wechat.html.j2", given))

    def _body(
        self,
        edition: Edition,
        view: View,
        shown: Sequence[Entry],
        photos: Mapping[str, bytes],
        styles: Styles,
        slots: list[str],
    ) -> str:
        """The blocks of one view as the page has them."""
        root = parsed(self.blocks(edition, view, shown))

        def drawn(url: str, said: str) -> str | None:
            kind, _, name = url.removeprefix("bulletin:").removesuffix(".svg").partition("/")
            if kind == "charts":
                return self._chart(edition, view, name)
            return _mark(name, said) if kind == "marks" else None

        def slot(made: str) -> str:
            slots.append(made)
            return _SLOT.format(len(slots) - 1)

        replace_drawings(root, drawn, slot)
        adapt(root, view.prefix, self.pictures(edition, photos), styles)
        return written(root)

    def blocks(self, edition: Edition, view: View, shown: Sequence[Entry]) -> str:
        """The HTML of a view by the templates of the blocks, as those of the pages set it."""
        alone, facts = view.language != "bilingual", rows_of(edition)
        edition = for_screens(edition) if shown else edition
        lines = ScreenLines(view.language, facts, frozenset(entry.item.id for entry in shown))
        given = {
            "edition": edition,
            "charts": view.charts,
            **lines.setters(),
            "marked": lambda text: "",
            "language": view.language,
            "svg_url": "bulletin:charts/{}.svg".format,
            "photo_url": photo_url,
            "template_of": template_of,
            "alone": alone,
            "words": edition.words,
            "at": partial(led_to, frozenset(entry.id for entry in every(ContentsEntry, edition.pages))),
            **containers(edition, measuring=False),
            "columns": 1,
        }
        return self.environment.render("screen_view.html.j2", given)

    def pictures(self, edition: Edition, photos: Mapping[str, bytes]) -> dict[str, str]:
        """Everything but charts that a page shows, by the URL that it has there."""
        found = {photo_url(name): data for name, data in photos.items()}
        if edition.masthead.plate and edition.masthead.plate.emblem:
            found["bulletin:emblem.svg"] = edition.masthead.plate.emblem.svg
        return {url: data_url(data) for url, data in found.items()}

    def _chart(self, edition: Edition, view: View, id: str) -> str:
        """The drawing in the page's colours, and its data behind a disclosure."""
        spec, chart = next(plate.spec for plate in every(ChartPlate, edition.pages) if plate.id == id), view.charts[id]
        known = {colour: name for name, colour in names(self.theme, edition.accent).items()}
        said = {"zh": chart.alt.zh, "en": chart.alt.en}.get(view.language, f"{chart.alt.zh} {chart.alt.en}")
        given = {
            "svg": Markup(inline_svg(chart.drawing, known, said)),
            "wide": chart.width_mm > NARROW,
            "table": data_table(spec, chart.data, self.words),
            "said": Both(chart.alt.zh, chart.alt.en),
            "language": view.language,
            "words": self.words,
        }
        return self.environment.render("screen_chart.html.j2", given)

    def _colours(self, edition: Edition) -> str:
        """The theme on paper, and in the dark for who asks for that; a drawing's classes of fills and lines."""
        light, night = names(self.theme, edition.accent), dark(self.theme, edition.accent)
        classes = "".join(
            f".f-{name} {{ fill: var(--{name}) }}\n.s-{name} {{ stroke: var(--{name}) }}\n" for name in light
        )
        at_night = f"@media screen and (prefers-color-scheme: dark) {{ {custom_properties(night)} }}\n"
        return custom_properties(light) + at_night + ".f-none { fill: none }\n" + classes

    @cached_property
    def _sheet(self) -> str:
        """That of all blocks, then those of rooms that have one for screens."""
        names = ("styles/screen.css", *sheets_of_rooms(self.templates, screen=True))
        return sheets(self.templates, self.theme["name"], *names)

    @cached_property
    def _script(self) -> str:
        return read(self.templates, "scripts/screen.js")


NARROW = 90.0
"""mm: a wider drawing is not drawn for a phone, and moves under the finger instead."""
_SLOT = "\ue000{}\ue001"


def for_screens(edition: Edition) -> Edition:
    """With its list of contents where the office wants one; the table of evidence is the page's own."""
    edition = with_contents(edition)
    pages = (
        replace(page, blocks=tuple(b for b in page.blocks if not isinstance(b, Evidence))) for page in edition.pages
    )
    return replace(edition, pages=tuple(pages))


def _mark(kind: str, said: str) -> str:
    """A status mark in the page's colours; one beside its own words says nothing."""
    svg = mark_svg(kind, "var(--deep)", "var(--grey)").decode()  # type: ignore[arg-type]  # a template names it
    spoken = f'role="img" aria-label="{escape(said)}"' if said else 'aria-hidden="true"'
    return svg.replace("#fff", "none").replace("<svg", f"<svg {spoken}", 1)


def shell(style: str, script: str) -> dict[str, object]:
    """A page's own sheet and script, and the policy by which nothing else acts; pictures are inside.

    Both are without empty lines, as the page will be: the policy knows them by their digest.
    """
    style, script = (_without_empty_lines(text) for text in (style, script))
    only = policy(style, script).replace("default-src 'none';", "default-src 'none'; img-src data:;")
    return {"policy": only, "style": Markup(style), "script": Markup(script)}


def without_empty_lines(made: str) -> bytes:
    """The page as it is written."""
    return (_without_empty_lines(made) + "\n").encode()


def _without_empty_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.strip())


def _filled(made: str, slots: Sequence[str]) -> str:
    """Drawings come in at the end: a reader of HTML knows nothing of SVG's capitals."""
    for number, drawing in enumerate(slots):
        made = made.replace(_SLOT.format(number), drawing)
    return made
