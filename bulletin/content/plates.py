"""Plates as a curator writes them: charts, strips, short tables, the time line."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bulletin.content.claims import Claim
from bulletin.content.parts import Allowing, Both, FactRef, Filled, Name, Part, Size, Status
from bulletin.messages import say


class Frame(Allowing):
    """What every plate has: a title that states the finding, a line for unit and period, a note under it.

    A title that compares or ranks declares what it claims.
    """

    title: Both
    claim: Claim | None = None
    line: Both | None = None
    note: Both | None = None
    size: Size = "half"


class Datum(Part):
    """One value of a plate. The label is the fact's own unless another is given; `mark` overrides its status."""

    of: FactRef
    label: Both | None = None
    mark: Status | None = None


class Bars(Frame):
    """Bars on one scale, all of one unit. `native`: in the DOCX a chart of Word's, whose data can be edited there.

    `unstated`, in the summary: the subdistricts whose articles state no such figure, with the words looked for.
    """

    kind: Literal["bars"]
    bars: list[Datum] = Field(min_length=2)
    native: bool = False
    unstated: dict[Name, list[Filled]] = {}


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


class Shown(Part):
    """A figure, or the words that were looked for in the article before it is printed as not stated."""

    of: FactRef | None = None
    unstated: list[Filled] = []

    @model_validator(mode="after")
    def is_a_figure_or_a_silence(self) -> Self:
        if (self.of is None) == (not self.unstated):
            raise ValueError(say("model.figure_or_silence"))
        return self


class StripItem(Shown):
    """A figure under its name, or its silence."""

    label: Both


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
