"""What every kind of plate has as a curator writes it, and the parts that several kinds are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from pydantic import model_validator

from bulletin.content.claims import Claim
from bulletin.content.parts import Allowing, Both, FactRef, Filled, Part, Size, Status
from bulletin.messages import say


class Untitled(Allowing):
    """What every plate has, one that needs no title too."""

    size: Size = "half"


class Frame(Untitled):
    """What nearly every plate has: a title that states the finding, a line for unit and period, a note under it.

    A title that compares or ranks declares what it claims.
    """

    title: Both
    claim: Claim | None = None
    line: Both | None = None
    note: Both | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of plate: its model, whose `kind` is the room's name, and where such plates may stand.

    `zh` and `en` say what one would say with it; the guide's table is made of them.
    """

    model: type[Untitled]
    zh: str
    en: str
    in_bulletins: bool = True
    in_summary: bool = False


class Datum(Part):
    """One value of a plate. The label is the fact's own unless another is given; `mark` overrides its status."""

    of: FactRef
    label: Both | None = None
    mark: Status | None = None


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
