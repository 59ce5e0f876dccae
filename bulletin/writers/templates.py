"""What every HTML page starts from: Jinja as all templates expect it, and the theme for their style sheets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(templates: Path) -> Environment:
    """Text is escaped, and a name that a template does not know is an error."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def colours_of(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """The theme's colours and those of the accent, by name."""
    return {**theme["colours"], **theme["accents"][accent]}


def custom_properties(colours: Mapping[str, str]) -> str:
    """Colours as CSS custom properties: the sheets themselves name none."""
    return ":root {" + "; ".join(f"--{name}: {value}" for name, value in colours.items()) + "}\n"
