"""The content file of one article: facts, stories, projects, honours, and the pages they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Discriminator, Field, Tag, create_model

from bulletin.blocks.briefs.model import Brief
from bulletin.blocks.key_figures.model import KeyFigure
from bulletin.content.claims import Claim
from bulletin.content.furniture import Issue
from bulletin.content.parts import (
    EARLIEST,
    LATEST,
    Allowing,
    Both,
    Fact,
    Filled,
    Level,
    Moment,
    Name,
    Part,
    Row,
    Status,
)
from bulletin.content.plates import Plate
from bulletin.content.sections import added, sections
from bulletin.content.summary import Count, Summary
from bulletin.plates.timeline.model import Timeline


class Paragraph(Both):
    """A paragraph in both languages, with a run-in heading where wanted."""

    head: Both | None = None


class Story(Allowing):
    """An item of the bulletin: kicker, headline, paired paragraphs, plates."""

    id: Name
    theme: Name  # a word of templates/words.yaml, printed as the kicker
    title: Both
    claim: Claim | None = None  # what the title compares
    paragraphs: list[Paragraph] = Field(min_length=1)
    plates: list[Plate] = []


class Stage(Part):
    """How far a project has got in the tracker's scheme: one mark a step.

    Each kind of mark follows from the project's quote, from the quotes of the facts that its cells show, or from these
    `quotes`; or `why` says what it follows from.
    """

    marks: list[Literal["done", "under_way", "planned", "unstated"]] = Field(min_length=1, max_length=6)
    label: Both
    quotes: list[Filled] = []
    why: Filled | None = None


class Project(Allowing):
    """A named project. A cell that the article is silent about names the words that were looked for."""

    name: Both
    status: Status
    status_why: Filled | None = None  # where the words of the article do not say how far it is
    doubt: Both | None = None  # why what the article says of it is in doubt
    unstated: dict[Literal["size", "stage", "done", "plan"], list[Filled]] = {}
    size: Both | None = None
    stage: Stage | None = None
    done: Both | None = None
    plan: Both | None = None
    quote: Filled
    article: Name | None = None
    prefix: str = ""
    suffix: str = ""
    tracked: bool = True  # False: named in the article, but not a row of the tracker


class Tracker(Part):
    """Title and legend of the table of projects."""

    title: Both
    claim: Claim | None = None
    line: Both | None = None
    note: Both | None = None
    name: Both | None = None  # the heads of columns, where the usual ones do not fit
    done: Both | None = None


class Honour(Allowing):
    """An honour as the article lists it; the year only where the article gives it.

    The level follows from the words of the quote; where they do not tell, `level_why` does. A year that does not stand
    in the quote or its sentence has the article's words for it under `where`.
    """

    name: Both
    level: Level
    level_why: Filled | None = None
    year: Annotated[int, Field(ge=EARLIEST, le=LATEST)] | None = None
    where: Filled | None = None
    quote: Filled
    article: Name | None = None
    prefix: str = ""
    suffix: str = ""


class LeftOut(Part):
    """A number, honour or project of the article that the bulletin does not use, and why."""

    quote: Filled
    article: Name | None = None
    why: Filled
    prefix: str = ""
    suffix: str = ""


class Dated(Part):
    """When the facts are from, and whether the article says so: in its head or foot, or in the words of `where`.

    Dates of the article that name no year are of this one; `--` where nothing is known, `--05 end` where no year is.
    """

    value: Moment
    stated: bool
    where: Filled | None = None
    how: Both | None = None  # what the date was inferred from


class Source(Part):
    """The article as a reader would cite it, as far as it names itself."""

    headline: Both
    byline: Both | None = None
    published: Both | None = None


class Further(Part):
    """One more article of the bulletin: its file in seeds/, when its facts are from, and how it names itself."""

    article: Filled
    dated: Dated
    source: Source


PROSE = frozenset(("key_figures", "stories", "briefs", "tracker", "timeline", "terms", "notes", "pages")) | added()
"""What only the file's own bulletin prints: a summary that says itself what it shows reads nothing of it."""
_COMPOSED = frozenset(("key_figures", "stories", "terms", "pages"))


def unread_by(summary: Summary) -> frozenset[str]:
    """The keys of a content file that this summary reads nothing of."""
    told = {finding.subdistrict for finding in summary.findings}
    return PROSE if summary.groups and told >= {*summary.order} else PROSE - _COMPOSED


def _is_list(given: object) -> str:
    """A text is meant for a list where it is not the word that may stand for one."""
    return "count" if isinstance(given, int) else "auto" if given == "auto" else "list"


_Auto = Annotated[Literal["auto"], Tag("auto")]
_Page = Annotated[Annotated[list[Name], Tag("list")] | _Auto, Discriminator(_is_list)]
_Pages = Annotated[list[_Page], Field(min_length=1), Tag("list")]


class Known(Allowing):
    """A content file, but for what the rooms of blocks add."""

    name: Name
    place: Both
    short: Both | None = None  # the place in the summary's charts and tables, where its name is too long for them
    within: Both
    accent: Name = "teal"
    issue: Issue | None = None
    article: Filled
    dated: Dated
    source: Source
    articles: dict[Name, Further] = {}
    """Further articles. What rests on one of them names it: `article: KEY` beside the quote."""
    since: Name | None = None  # the content file of the earlier issue, whose facts this one may name: <NAME.fact>
    facts: dict[Name, Fact]
    rows: list[Row] = []
    key_figures: list[KeyFigure] = Field(min_length=3, max_length=5)
    stories: list[Story] = Field(min_length=1)
    briefs: list[Brief] = []
    tracker: Tracker | None = None
    projects: list[Project] = []
    honours: list[Honour] = []
    honours_title: Both | None = None
    honours_more: Filled | None = None  # the article's words that its list of honours is not complete: 等多项荣誉
    timeline: Timeline | None = None
    terms: list[Filled] = []
    notes: list[Both] = []
    left_out: list[LeftOut] = []
    pages: Annotated[Count | _Auto | _Pages, Discriminator(_is_list)] | None = None
    """What stands on each page, in order: ids of stories, and blocks by the names of their rooms. `auto` for a list:
    all that is left, on as many pages as it takes; so without `pages`. A number: so many pages, laid out by the
    program.
    """

    @property
    def files(self) -> tuple[str, ...]:
        """The files of all articles, the first one first."""
        return self.article, *(one.article for one in self.articles.values())

    @property
    def dates(self) -> tuple[Dated, ...]:
        """When the facts of each article are from."""
        return self.dated, *(one.dated for one in self.articles.values())

    @property
    def sources(self) -> tuple[Source, ...]:
        """How each article names itself."""
        return self.source, *(one.source for one in self.articles.values())

    def number(self, article: str | None) -> int:
        """The place of an article by its key among all, from 0; that of the first for a key that is not there."""
        return [None, *self.articles].index(article) if article in self.articles else 0

    def dated_of(self, part: Fact | Honour) -> Dated:
        """When the article is from that a fact or an honour rests on."""
        return self.dates[self.number(part.article)]


if TYPE_CHECKING:
    Subdistrict = Known
else:
    _ADDED = {key: field for section in sections().values() for key, field in section.adds.items()}
    Subdistrict = create_model("Subdistrict", __base__=Known, __module__=__name__, __doc__="A content file.", **_ADDED)
