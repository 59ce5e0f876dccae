"""The content file of one article: facts, stories, projects, honours, and the pages they stand on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.parts import Allowing, Both, Fact, FactRef, Filled, Level, Moment, Name, Part, Row, Status
from bulletin.content.plates import Plate, Timeline


class KeyFigure(Part):
    """A large figure of the front page; two facts are set with a plus sign between them."""

    of: list[FactRef] = Field(min_length=1, max_length=2)
    label: Both | None = None


class Paragraph(Both):
    """A paragraph in both languages, with a run-in heading where wanted."""

    head: Both | None = None


class Story(Allowing):
    """An item of the bulletin: kicker, headline, paired paragraphs, plates."""

    id: Name
    theme: Name  # a word of templates/words.yaml, printed as the kicker
    title: Both
    paragraphs: list[Paragraph] = Field(min_length=1)
    plates: list[Plate] = []


class Brief(Allowing):
    """A short item of the front page."""

    title: Both
    text: Both


class Stage(Part):
    """How far a project has got in the tracker's scheme: one mark a step."""

    marks: list[Literal["done", "under_way", "planned", "unstated"]] = Field(min_length=1, max_length=6)
    label: Both


class Project(Allowing):
    """A named project. What is missing is printed as not stated."""

    name: Both
    status: Status
    size: Both | None = None
    stage: Stage | None = None
    done: Both | None = None
    plan: Both | None = None
    quote: Filled
    prefix: str = ""
    suffix: str = ""
    tracked: bool = True  # False: named in the article, but not a row of the tracker


class Tracker(Part):
    """Title and legend of the table of projects."""

    title: Both
    line: Both | None = None
    note: Both | None = None
    name: Both | None = None  # the heads of columns, where the usual ones do not fit
    done: Both | None = None


class Honour(Allowing):
    """An honour as the article lists it; the year only where the article gives it."""

    name: Both
    level: Level
    year: int | None = None
    quote: Filled
    prefix: str = ""
    suffix: str = ""


class LeftOut(Part):
    """A number, honour or project of the article that the bulletin does not use, and why."""

    quote: Filled
    why: Filled
    prefix: str = ""
    suffix: str = ""


class Dated(Part):
    """When the facts are from, and whether the article says so."""

    value: Moment
    stated: bool
    how: Both | None = None  # what the date was inferred from


class Source(Part):
    """The article as a reader would cite it, as far as it names itself."""

    headline: Both
    byline: Both | None = None
    published: Both | None = None


class Subdistrict(Allowing):
    """A content file."""

    name: Name
    place: Both
    within: Both
    accent: Name = "teal"
    article: Filled
    dated: Dated
    source: Source
    facts: dict[Name, Fact]
    rows: list[Row] = []
    key_figures: list[KeyFigure] = Field(min_length=3, max_length=5)
    stories: list[Story] = Field(min_length=1)
    briefs: list[Brief] = []
    tracker: Tracker | None = None
    projects: list[Project] = []
    honours: list[Honour] = []
    honours_title: Both | None = None
    timeline: Timeline | None = None
    terms: list[Filled] = []
    notes: list[Both] = []
    left_out: list[LeftOut] = []
    pages: list[list[Name]] = Field(min_length=1)
    """What stands on each page, in order: story ids and the blocks key_figures, briefs, projects, timeline, terms,
    honours, evidence, notes."""
