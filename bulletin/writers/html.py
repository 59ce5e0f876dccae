"""Edition + charts → HTML and the bytes that it names. Templates place; what they place was worded before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bulletin.edition.blocks import Both, Break, Edition, Figure, Line, Mark
from bulletin.writers.marks import mark_svg
from bulletin.writers.variant import OFFICE, Variant

WORD_JOINER = "\u2060"


class Picture(Protocol):
    """What HTML needs of a chart."""

    @property
    def svg(self) -> bytes: ...
    @property
    def width_mm(self) -> float: ...
    @property
    def height_mm(self) -> float: ...
    @property
    def alt(self) -> Both: ...


@dataclass(frozen=True, slots=True)
class Document:
    """HTML, and its resources by URL; nothing else may be loaded."""

    html: str
    resources: Mapping[str, bytes]
    title: str


class Pages:
    """Renders editions with the templates of one project."""

    def __init__(self, templates: Path, theme: Mapping[str, Any]):
        self.theme = theme
        self.styles = templates / "styles"
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, edition: Edition, charts: Mapping[str, Picture], variant: Variant = OFFICE) -> Document:
        """`charts` by plate id. A plate without its chart is a KeyError."""
        lines = _Lines()
        template = self.environment.get_template("bulletin.html.j2")
        title = f"{edition.masthead.title.zh} {edition.masthead.title.en}"
        html = template.render(
            edition=edition,
            charts=charts,
            title=title,
            set=lines.set,
            back=lines.back,
            svg_url=lambda id: f"bulletin:charts/{id}.svg",
            template_of=_template_of,
            words=edition.words,
        )
        resources = {f"bulletin:charts/{id}.svg": chart.svg for id, chart in charts.items()}
        resources |= {f"bulletin:marks/{mark}.svg": svg for mark, svg in self._marks(edition.accent).items()}
        resources["bulletin:styles/bulletin.css"] = self._colours(edition.accent) + self._sheet(variant)
        return Document(html, resources, title)

    def _sheet(self, variant: Variant) -> bytes:
        names = ["bulletin.css"] + ["press.css"] * (variant.edition == "press")
        return b"".join((self.styles / name).read_bytes() for name in names)

    def _colours(self, accent: str) -> bytes:
        """The theme as CSS custom properties: the sheet itself names no colour."""
        colours = {**self.theme["colours"], **self.theme["accents"][accent]}
        each = {f"accent-{name}": pair["deep"] for name, pair in self.theme["accents"].items()}
        rows = [f"--{name}: {value}" for name, value in (colours | each).items()]
        return (":root {" + "; ".join(rows) + "}\n").encode()

    def _marks(self, accent: str) -> dict[Mark, bytes]:
        deep, grey = self.theme["accents"][accent]["deep"], self.theme["colours"]["grey"]
        kinds: tuple[Mark, ...] = ("done", "under_way", "planned", "standing", "unstated")
        return {kind: mark_svg(kind, deep, grey) for kind in kinds}


def _template_of(block: object) -> str:
    """blocks/story.html.j2 for a Story: one template a kind of block; a kind without one fails the build."""
    name = type(block).__name__
    words = "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")
    return f"blocks/{words}.html.j2"


class _Lines:
    """Sets lines as HTML; remembers which rows have been cited, so that a row can lead back to its first figure."""

    def __init__(self) -> None:
        self.cited: set[int] = set()

    def set(self, line: Line) -> Markup:
        """Escaped text, `<b>`, `<br>` and raised numbers that lead to the evidence."""
        parts: list[Markup] = []
        for piece in line:
            if isinstance(piece, Break):
                parts.append(Markup("<br>"))
                continue
            text = escape(piece.text)
            parts.append(Markup("<b>{}</b>").format(text) if piece.bold else text)
            if isinstance(piece, Figure) and piece.row is not None:
                parts.append(self.raise_(piece.row))
        return Markup("").join(parts)

    def raise_(self, row: int) -> Markup:
        """A raised number; the word joiner ties it to the character before it."""
        first = row not in self.cited
        self.cited.add(row)
        id = Markup(' id="f-{}"').format(row) if first else Markup("")
        return Markup('{}<a class="r"{} href="#e-{}">{}</a>').format(WORD_JOINER, id, row, row)

    def back(self, row: int) -> bool:
        """Has a figure cited the row, so that a link back has somewhere to go?"""
        return row in self.cited
