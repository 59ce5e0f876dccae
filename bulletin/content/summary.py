"""The content file of the summary: references only, and what code looks up or counts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from bulletin.blocks.briefs.model import Brief
from bulletin.content.claims import Claim
from bulletin.content.frame import Datum
from bulletin.content.furniture import Issue
from bulletin.content.parts import Allowing, Both, Name, Part
from bulletin.content.plates import SummaryPlate

PLACES = "places"
"""What the summary's texts call the number of its articles: `<places>`."""


class Finding(Part):
    """One finding and some figures of one subdistrict."""

    subdistrict: Name
    text: Both
    claim: Claim | None = None  # what the text compares
    figures: list[Datum] = Field(min_length=2, max_length=3)


class SummaryPage(Part):
    """A page or a section: its title, then plates in order."""

    title: Both | None = None
    plates: list[SummaryPlate] = []


Count = Annotated[int, Field(ge=1, le=12), Tag("count")]
"""Of pages that the program lays out."""


def _is_count(given: object) -> str:
    return "count" if isinstance(given, int) else "list"


_ByHand = Annotated[list[SummaryPage], Tag("list")]


class Summary(Allowing):
    """The combined summary. It states no number of its own: every figure is `<subdistrict.fact>`.

    `<places>` is the number of its articles, counted by the program. A title is enough: without `order` every content
    file belongs to it, in order of time; without `sections` and `pages` it is composed of what the content files have;
    a subdistrict without a finding is shown by the head of its first story and its key figures. `sections` say what is
    shown, and the program on which pages; `pages` say both, or how many.
    """

    name: Literal["summary"] = "summary"
    title: Both
    within: Both | None = None  # what the content files agree on unless it is given
    accent: Name = "teal"
    issue: Issue | None = None
    order: list[Name] = []  # subdistricts, in order of time; all content files unless they are given
    briefs: list[Brief] = []
    findings_title: Both | None = None
    findings_line: Both | None = None
    findings: list[Finding] = []
    notes: list[Brief] = []  # method and imprint, at the foot of the last page
    sections: list[SummaryPage] = []  # plates under their titles, laid out by the program
    pages: Annotated[Count | _ByHand, Discriminator(_is_count)] = []
    """Laid out by hand; or a number: on so many pages, laid out by the program."""

    @property
    def by_hand(self) -> list[SummaryPage]:
        """The pages that it lays out itself."""
        return self.pages if isinstance(self.pages, list) else []

    @property
    def count(self) -> int:
        """How many pages the program is to lay out; 0 where it may choose."""
        return 0 if isinstance(self.pages, list) else self.pages

    @property
    def groups(self) -> list[tuple[tuple[str, int], SummaryPage]]:
        """The plates that it chooses itself, with their place in the file: section by section or page by page."""
        key, found = ("pages", self.by_hand) if self.by_hand else ("sections", self.sections)
        return [((key, i), group) for i, group in enumerate(found)]
