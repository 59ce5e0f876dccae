"""The content of one bulletin as a curator writes it: frozen, complete, and not yet proved."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FactRef = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$")]
Filled = Annotated[str, StringConstraints(min_length=1)]
_PARTS = "start|end|early|mid|late|first-half|second-half|Q1-Q3|Q[1-4]|spring|summer|autumn|winter"
Moment = Annotated[str, StringConstraints(pattern=rf"^(\d{{4}}(-\d\d(-\d\d)?)?|--(\d\d(-\d\d)?)?)( ({_PARTS}))?$")]
"""A date as far as it is known: 2016-12-21, 2018-09, 2018, --11-11 (no year stated), --05 late, 2018 end, -- Q1-Q3.

ISO 8601 calendar dates, `--` for a missing year as in the truncated dates of ISO 8601:2000, then a word for the part.
"""

Ratio = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*/[1-9]\d*$")]
"""A vulgar fraction: 1/3 for 三分之一."""

Status = Literal["achieved", "standing", "under_way", "expected", "planned", "applied_for"]
Approx = Literal["over", "nearly", "about", "at_least", "at_most"]
Level = Literal["national", "provincial", "municipal", "county"]
Size = Literal["half", "full"]


class Part(BaseModel):
    """Base of everything in a content file: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Allowing(Part):
    """A part at which findings can be silenced: by rule, with the reason. It holds for all that stands inside."""

    allow: dict[Filled, Filled] = {}


class Both(Allowing):
    """One text in the two languages. Prose may hold `<fact>` and `**bold**`; a line break breaks a title's line."""

    zh: Filled
    en: Filled


class Plural(Part):
    """An English noun by CLDR plural category."""

    one: Filled
    other: Filled


class Unit(Part):
    """What is counted. `en` is a plural pair, an unchanging noun, `RMB` (set before the amount) or `percent`."""

    zh: Filled
    en: Plural | Filled
    short: Filled | None = None  # the international symbol, for narrow places: km²

    @model_validator(mode="after")
    def is_one_measure(self) -> Unit:
        if self.en == "percent" and self.zh not in ("%", "％", "成", "百分之"):
            raise ValueError(f"{self.zh} is not percent; 个百分点 are percentage points, ‰ is per thousand")
        if self.en == "RMB" and not re.fullmatch("元|圆|块钱?|人民币|元人民币", self.zh):
            raise ValueError(f"{self.zh} is not RMB; 万 and 亿 belong to the number, 美元 is {{one: US dollar, …}}")
        return self


class Period(Part):
    """When a figure holds. Not stated by the article but inferred from it: `stated: false`."""

    year: int | None = None
    at: Moment | None = None
    since: Moment | None = None
    until: Moment | None = None
    to_date: bool = False
    recent: bool = False  # 近年来: recent years
    stated: bool = True

    @model_validator(mode="after")
    def says_something(self) -> Period:
        if not (self.year or self.at or self.since or self.until or self.to_date or self.recent):
            raise ValueError("a period needs year, at, since, until, to_date or recent; leave it out if there is none")
        if self.year and self.at:
            raise ValueError("year and at exclude each other")
        return self


class Derived(Part):
    """Our own arithmetic on facts of this article: exactly one of the three."""

    ratio: tuple[Name, Name] | None = None
    sum: tuple[Name, ...] | None = None
    difference: tuple[Name, Name] | None = None

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict):
            return {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
        return data

    @model_validator(mode="after")
    def is_one(self) -> Derived:
        if sum(x is not None for x in (self.ratio, self.sum, self.difference)) != 1:
            raise ValueError("derived takes exactly one of ratio, sum or difference")
        return self

    @property
    def kind(self) -> Literal["ratio", "sum", "difference"]:
        return "ratio" if self.ratio else "sum" if self.sum else "difference"

    @property
    def terms(self) -> tuple[str, ...]:
        """The facts that it is computed from, in order."""
        return self.ratio or self.sum or self.difference or ()


class Fact(Allowing):
    """A number or a date that the article states, with the words that state it; or a number derived from such facts."""

    value: int | Decimal | Ratio | None = None
    date: Moment | None = None
    derived: Derived | None = None
    exact: Filled | None = None  # the numeral as it stands in the quote, where the quote has several that fit
    approx: Approx | None = None
    unit: Unit | None = None
    label: Both
    quote: Filled | None = None
    prefix: str = ""
    suffix: str = ""
    period: Period | None = None
    status: Status
    whose: Both | None = None  # whose number it is, when it is not the subdistrict's
    note: Both | None = None

    @model_validator(mode="after")
    def is_one_kind(self) -> Fact:
        if sum(x is not None for x in (self.value, self.date, self.derived)) != 1:
            raise ValueError("a fact has exactly one of value, date or derived")
        if self.derived is None and self.quote is None:
            raise ValueError("a fact needs a quote: the words of the article that it rests on")
        if self.derived is not None and self.quote is not None:
            raise ValueError("a derived fact rests on other facts and has no quote of its own")
        return self


class Row(Allowing):
    """Words for the evidence row of facts that share one quote."""

    facts: tuple[Name, ...]
    label: Both

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("facts"), list):
            return {**data, "facts": tuple(data["facts"])}
        return data


class Frame(Allowing):
    """What every plate has: a title that states the finding, a line for unit and period, a note under it."""

    title: Both
    line: Both | None = None
    note: Both | None = None
    size: Size = "half"


class Datum(Part):
    """One value of a plate. The label is the fact's own unless another is given; `mark` overrides its status."""

    of: FactRef
    label: Both | None = None
    mark: Status | None = None


class Bars(Frame):
    """Bars on one scale, all of one unit."""

    kind: Literal["bars"]
    bars: list[Datum] = Field(min_length=2)


class Units(Frame):
    """Squares, each standing for `each` of the unit, in groups."""

    kind: Literal["units"]
    of: FactRef
    parts: list[Datum] = Field(min_length=1)
    each: int = Field(gt=0)
    rest: Both | None = None


class Shares(Frame):
    """Parts of a whole on one bar; what is left is labelled by `rest`."""

    kind: Literal["parts"]
    of: FactRef
    parts: list[Datum] = Field(min_length=1)
    rest: Both | None = None


class Nested(Frame):
    """A share within a share: each fact is a part of the one before it."""

    kind: Literal["nested"]
    levels: list[Datum] = Field(min_length=2, max_length=4)


class StripItem(Part):
    """A figure under its name; without a fact it is named as not stated."""

    label: Both
    of: FactRef | None = None


class Strip(Frame):
    """Four to six figures side by side."""

    kind: Literal["strip"]
    items: list[StripItem] = Field(min_length=3, max_length=6)
    size: Size = "full"


class Listing(Frame):
    """A short table: what, how many."""

    kind: Literal["list"]
    rows: list[Datum] = Field(min_length=2)


class Event(Part):
    """Something with a date: `at` names a date fact, or a fact with a period."""

    at: FactRef
    label: Both


class Timeline(Frame):
    """What has happened and what is planned, along one scale."""

    kind: Literal["timeline"]
    events: list[Event] = Field(min_length=3)
    size: Size = "full"


Plate = Annotated[Bars | Units | Shares | Nested | Strip | Listing | Timeline, Field(discriminator="kind")]


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


class SpanItem(Part):
    """What an article covers: the period of one of its facts, in words."""

    of: FactRef
    text: Both


class Spans(Frame):
    """When the facts of each article are from; the date of the article itself is added by code."""

    kind: Literal["spans"]
    spans: list[SpanItem] = Field(min_length=2)
    size: Size = "full"


class PanelCell(Part):
    """One measure in one subdistrict; without a fact the article is silent."""

    subdistrict: Name
    of: FactRef | None = None


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


class Apart(Frame):
    """Figures that look alike and are not: side by side, each with what it counts, never on one scale."""

    kind: Literal["apart"]
    items: list[StripItem] = Field(min_length=2, max_length=3)
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


class Term(Allowing):
    """One Chinese term, one English term."""

    zh: Filled
    en: Filled
    also: list[Filled] = []  # other renderings that are right in some places
    zh_also: list[Filled] = []  # other forms of the Chinese: a short form, with and without 村
    explain: Both | None = None
    beside: bool = False  # the first mention in English carries the Chinese beside it
    omissible: bool = False  # so common that English may say it, they, or nothing
    kind: Literal["term", "name", "slogan"] = "term"


class Glossary(Allowing):
    """The house's renderings."""

    terms: list[Term]


class Shop(Part):
    """The print shop: `profile` is the ICC profile of its press, a path from the project's folder."""

    profile: Filled


class Publication(Allowing):
    """What is the same in every bulletin."""

    title: Both
    publisher: Both
    imprint: list[Both]
    issued: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]  # the files' date; pages print none
    draft: bool = False
    press: Shop | None = None
