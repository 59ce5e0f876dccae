"""What became of an operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bulletin.content.yaml_text import Path

from .operations import Operation

State = Literal["applied", "there-already", "conflict", "not-applied"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an operation; `why` says why it was not applied. `place` is the text's place today."""

    operation: Operation
    state: State
    why: str = ""
    place: Path = ()
