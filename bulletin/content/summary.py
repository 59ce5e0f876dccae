"""The content file of the summary: references only, and what code looks up or counts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from bulletin.content.claims import Claim
from bulletin.content.parts import Allowing, Both, FactRef, Filled, Name, Part, Size
from bulletin.content.plates import Bars, Datum, Frame, Nested, Shares, Shown, StripItem, Units
from bulletin.content.subdistrict import Brief
from bulletin.messages import say


class SpanItem(Part):
    """What an article covers: the period of one of its facts, in words."""

    of: FactRef
    text: Both


class Spans(Frame):
    """When the facts of each article are from; the date of the article itself is added by code."""

    kind: Literal["spans"]
    spans: list[SpanItem] = Field(min_length=2)
    size: Size = "full"


class PanelCell(Shown):
    """One measure in one subdistrict, or the article's silence."""

    subdistrict: Name

    @model_validator(mode="after")
    def is_its_own(self) -> PanelCell:
        if self.of and self.of.split(".")[0] != self.subdistrict:
            raise ValueError(say("model.not_of", fact=self.of, subdistrict=self.subdistrict))
        return self


class PanelItem(Part):
    """One measure that may stand side by side."""

    title: Both
    cells: list[PanelCell] = Field(min_length=2)


class Panels(Frame):
    """Small multiples, each on a scale of its own."""

    kind: Literal["panels"]
    panels: list[PanelItem] = Field(min_length=1, max_length=6)
    size: Size = "full"


class Levels(Frame):
    """Honours by level: counted by code from the content files."""

    kind: Literal["levels"]
    size: Size = "full"


class SomeHonours(Frame):
    """Who holds the honours of these names, at which level: taken by code from the content files."""

    kind: Literal["honours"]
    names: list[Filled] = Field(min_length=1)  # in Chinese, as the glossary has them


class Kept(StripItem):
    """What is kept apart is a figure, not a silence."""

    of: FactRef


class Apart(Frame):
    """Figures that look alike and are not: side by side, each with what it counts, never on one scale."""

    kind: Literal["apart"]
    items: list[Kept] = Field(min_length=2, max_length=3)
    size: Size = "full"


class Matrix(Frame):
    """Which article uses which term: looked up by code in the articles."""

    kind: Literal["matrix"]
    terms: list[Filled] = Field(min_length=2)
    size: Size = "full"


class Cells(Part):
    """One row of a table: a head, then a text for every other column."""

    cells: list[Both] = Field(min_length=2)


class Table(Frame):
    """A table of words."""

    kind: Literal["table"]
    heads: list[Both] = Field(min_length=2)
    rows: list[Cells] = Field(min_length=1)
    widths: list[int] = Field(min_length=2)  # shares of the width
    size: Size = "full"


class SomeProjects(Frame):
    """The projects of these subdistricts, with what was done and planned: taken by code from the content files."""

    kind: Literal["projects"]
    subdistricts: list[Name] = Field(min_length=1)
    others: bool = False  # under the table, the projects of all articles that no tracker follows


class TermList(Frame):
    """Terms of the glossary with their explanations."""

    kind: Literal["terms"]
    terms: list[Filled] = Field(min_length=1)


class Sources(Frame):
    """Each article, who wrote it, and how it was dated: taken by code from the content files."""

    kind: Literal["sources"]
    size: Size = "full"


SummaryPlate = Annotated[
    Spans
    | Panels
    | Levels
    | SomeHonours
    | Apart
    | Matrix
    | Table
    | SomeProjects
    | TermList
    | Sources
    | Bars
    | Nested
    | Shares
    | Units,
    Field(discriminator="kind"),
]


class Finding(Part):
    """One finding and three figures of one subdistrict."""

    subdistrict: Name
    text: Both
    claim: Claim | None = None  # what the text compares
    figures: list[Datum] = Field(min_length=2, max_length=3)


class SummaryPage(Part):
    """A page: its title, then plates in order."""

    title: Both | None = None
    plates: list[SummaryPlate] = []


class Summary(Allowing):
    """The combined summary. It states no number of its own: every figure is `<subdistrict.fact>`."""

    name: Literal["summary"]
    title: Both
    within: Both
    accent: Name = "teal"
    order: list[Name] = Field(min_length=2)  # subdistricts, in order of time
    briefs: list[Brief] = []
    findings_title: Both
    findings_line: Both | None = None
    findings: list[Finding] = Field(min_length=1)
    notes: list[Brief] = []  # method and imprint, at the foot of the last page
    pages: list[SummaryPage] = Field(min_length=1)
