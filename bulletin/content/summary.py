"""The content file of the summary: references only, and what code looks up or counts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.blocks.briefs.model import Brief
from bulletin.content.claims import Claim
from bulletin.content.frame import Datum
from bulletin.content.parts import Allowing, Both, Name, Part
from bulletin.content.plates import SummaryPlate


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
