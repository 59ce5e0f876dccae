"""What a title claims of the figures that it stands over, as data that the program computes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from bulletin.content.parts import Filled, FullName, Part
from bulletin.messages import say

Move = tuple[FullName, FullName]
"""The earlier figure and the later one."""


class Claim(Part):
    """Exactly one comparison. The facts are of one unit, period and scope; the words of the title say the same.

    `largest`, `smallest`: of the figures that the plate shows. `more`, `fewer`: the first against each of the others.
    `most`, `half`, `all`: the first is that share of the second; a share in percent stands alone. `none`: it is 0.
    `equal`: both alike. `rose`, `fell`: lines of a slope chart, each from the earlier figure to the later one.
    `stated`: the article itself compares, in these words.
    """

    largest: FullName | None = None
    smallest: FullName | None = None
    more: Annotated[tuple[FullName, ...], Field(min_length=2)] | None = None
    fewer: Annotated[tuple[FullName, ...], Field(min_length=2)] | None = None
    most: tuple[FullName, FullName] | FullName | None = None
    half: tuple[FullName, FullName] | FullName | None = None
    all: tuple[FullName, FullName] | FullName | None = None
    none: FullName | None = None
    equal: tuple[FullName, FullName] | None = None
    rose: Annotated[tuple[Move, ...], Field(min_length=1)] | None = None
    fell: Annotated[tuple[Move, ...], Field(min_length=1)] | None = None
    stated: Filled | None = None

    @model_validator(mode="before")
    @classmethod
    def lists_are_tuples(cls, data: object) -> object:
        if isinstance(data, dict):
            return {key: _tuples(value) for key, value in data.items()}
        return data

    @model_validator(mode="after")
    def is_one(self) -> Claim:
        if len(self.model_fields_set) != 1:
            raise ValueError(say("model.claim", kinds=", ".join(type(self).model_fields)))
        return self

    @property
    def kind(self) -> str:
        """largest, more, …"""
        return next(iter(self.model_fields_set))

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it names, in order; none where the article itself compares."""
        value = getattr(self, self.kind)
        if self.moves:
            return tuple(fact for move in self.moves for fact in move)
        return () if self.kind == "stated" else value if isinstance(value, tuple) else (value,)

    @property
    def moves(self) -> tuple[Move, ...]:
        """What rose, or fell."""
        return self.rose or self.fell or ()


def _tuples(value: object) -> object:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
