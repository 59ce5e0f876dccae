"""The steps of a procedure as a curator writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind
from bulletin.content.parts import Both, Part


class ProcedureStep(Part):
    """What is done, in a few words; `figure`: a number that the article states of it."""

    title: Both
    figure: Datum | None = None


class Steps(Frame):
    """Three to six steps in their order; the program numbers them."""

    kind: Literal["steps"]
    steps: list[ProcedureStep] = Field(min_length=3, max_length=6)


KIND = Kind(
    Steps,
    "一件事分几步办，有的步骤带一个数",
    "a procedure in its steps, some with a figure",
)
