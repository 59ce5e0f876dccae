"""Small multiples as a curator writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from bulletin.content.frame import Frame, Kind, Shown
from bulletin.content.parts import Both, Name, Part, Size
from bulletin.messages import say


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


KIND = Kind(
    Panels,
    "几个街道的同几项数并排，各栏自有比例",
    "the same figures of several subdistricts, each panel on its own scale",
    in_bulletins=False,
    in_summary=True,
)
