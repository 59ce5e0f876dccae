"""The theme, for style sheets: colours as CSS custom properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def colours_of(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """The theme's colours and those of the accent, by name."""
    return {**theme["colours"], **theme["accents"][accent]}


def custom_properties(colours: Mapping[str, str]) -> str:
    """Colours as CSS custom properties: the sheets themselves name none."""
    return ":root {" + "; ".join(f"--{name}: {value}" for name, value in colours.items()) + "}\n"
