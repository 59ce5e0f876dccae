"""The scale of type: what size and leading a role has in one type, as templates/theme.yaml says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bulletin.content.house import TypeScale


def setting(said: Any) -> tuple[float, float | None]:
    """Size and leading in pt of `10.5/18`; a role that gives no leading stands in another's line."""
    size, slash, leading = str(said).partition("/")
    return float(size), float(leading) if slash else None


def scale(theme: Mapping[str, Any], type: TypeScale, *, alone: bool = False) -> dict[str, tuple[float, float | None]]:
    """Every role in one type. `alone`: in an edition in one language, whose compact sizes are its own."""
    own = "alone" if alone and type == "compact" else type
    return {role: setting(sizes.get(own, sizes[type])) for role, sizes in theme["type"].items()}


def measures(theme: Mapping[str, Any], type: TypeScale) -> dict[str, float]:
    """What follows the size of type: how many ems a column has, how wide narrow cells are."""
    return {name: float(by_type[type]) for name, by_type in theme["measures"].items()}
