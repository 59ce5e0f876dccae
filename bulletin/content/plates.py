"""The plates that a content file may hold: every kind that has a room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import Field

from bulletin import rooms
from bulletin.content.frame import Kind, Untitled


def kind(name: str) -> Kind:
    """The kind of plate that a content file calls so."""
    found: Kind = rooms.PLATES.part(name, "model", Kind)
    return found


def _any_of(names: list[str]) -> Any:
    """One of these kinds; `kind` says which."""
    return Annotated[Union[tuple(kind(name).model for name in names)], Field(discriminator="kind")]  # noqa: UP007


if TYPE_CHECKING:
    Plate = Untitled
    SummaryPlate = Untitled
else:
    Plate = _any_of([name for name in rooms.PLATES.kinds() if kind(name).in_bulletins])
    SummaryPlate = _any_of([name for name in rooms.PLATES.kinds() if kind(name).in_summary])


def name_of(plate: Untitled) -> str:
    """What a content file calls this kind of plate."""
    return rooms.room_of(plate)
