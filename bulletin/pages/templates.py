"""The theme, for style sheets: colours, sizes of type and measures as CSS custom properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bulletin.content.house import TypeScale
from bulletin.edition.typescale import measures, scale


def colours_of(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """The theme's colours and those of the accent, by name."""
    return {**theme["colours"], **theme["accents"][accent]}


def custom_properties(colours: Mapping[str, str]) -> str:
    """Colours as CSS custom properties: the sheets themselves name none."""
    return ":root {" + "; ".join(f"--{name}: {value}" for name, value in colours.items()) + "}\n"


def type_properties(theme: Mapping[str, Any], type: TypeScale, *, alone: bool) -> dict[str, str]:
    """--body-zh and --body-zh-leading for each role, and what follows the size of type; all in pt or plain numbers."""
    made: dict[str, str] = {}
    for role, (size, leading) in scale(theme, type, alone=alone).items():
        made[_dashed(role)] = f"{size:g}pt"
        if leading is not None:
            made[f"{_dashed(role)}-leading"] = f"{leading:g}pt"
    return made | {_dashed(name): f"{value:g}" for name, value in measures(theme, type).items()}


def property_names(theme: Mapping[str, Any]) -> frozenset[str]:
    """Every custom property that a sheet may use, without its dashes."""
    tones = {name for pair in theme["accents"].values() for name in pair}
    accents = {f"accent-{name}" for name in theme["accents"]}
    return frozenset({*theme["colours"], *tones, *accents, "gap", *type_properties(theme, "compact", alone=False)})


def _dashed(name: str) -> str:
    return name.replace("_", "-")
