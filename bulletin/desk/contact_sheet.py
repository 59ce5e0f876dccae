"""The themes side by side: the first page of one publication in each, on one page for the browser."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin import gate
from bulletin.build import Builder
from bulletin.edition.themes import themes
from bulletin.grounds import Grounds, made_before
from bulletin.pages.sandbox import House, sheets
from bulletin.pages.templates import colours_of, custom_properties
from bulletin.problems import ContentError
from bulletin.screen import data_url, shell, without_empty_lines
from bulletin.shelf import first_page
from bulletin.workshop import Workshop

FILE = "{}.themes.html"


@dataclass(frozen=True, slots=True)
class Sample:
    """A publication in one theme: a picture of its first page, and the size of that in pixels."""

    theme: str
    picture: str
    size: tuple[int, int]
    chosen: bool


def contact_sheet(workshop: Workshop) -> bytes:
    """The page, of the first publication that was asked for. Raises ContentError where a theme cannot set it."""
    project, name, chosen = workshop.project, workshop.names[0], workshop.theme_name
    theme, words = workshop.theme, workshop.words
    samples = [_sample(Workshop(project, [name], theme=each), each == chosen) for each in themes(project.templates)]
    style = custom_properties(colours_of(theme, next(iter(theme["accents"]))))
    style += sheets(project.templates, chosen, "styles/index.css", "styles/themes.css")
    given = {"name": name, "samples": samples, "words": words, **shell(style, "")}
    return without_empty_lines(House(project.templates, chosen).render("themes.html.j2", given))


def _sample(workshop: Workshop, chosen: bool) -> Sample:
    if errors := gate.check(workshop).errors():
        raise ContentError(errors)
    builder = Builder(workshop, store=made_before(Grounds(workshop).program))
    edition, _ = builder.edition(workshop.names[0])
    pdf = builder.pdf(edition, builder.charts(edition), builder.register(edition))
    data, size = first_page(pdf.data)
    return Sample(workshop.theme_name, data_url(data), size, chosen)
