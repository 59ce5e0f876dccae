"""The theme, for style sheets: colours, sizes of type and measures as CSS custom properties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bulletin.content.house import TypeScale
from bulletin.edition.typescale import measures, scale

LAID_OUT = ("above", "more", "give", "stage", "squares", "c3", "word")
"""Properties of the containers of pages that were laid out: see blocks/placed.html.j2."""
AMPLE = 1.2
"""How much larger what is small can be set where there is room, to the size of the text at most."""
LARGE = 1.3
"""How much larger what is read at a glance can be set: a pull quote, the large figures of the front page, a finding."""
_DISPLAY = re.compile(r"(quote|finding)_(zh|en)$|(key_number(_crowded)?|find_number(_en)?)$")
_SMALL = re.compile(
    r"(proof|track|table_head|term|explained|base|list|strip|cell|half_cell|brief|who|when|find_label)_|key_(zh|en)$"
)
_RUNNING = re.compile(r"(body|lead|brief)_(zh|en)$")
_NUMBERS = re.compile(r".*_number$")


def colours_of(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """The theme's colours and those of the accent, by name."""
    return {**theme["colours"], **theme["accents"][accent]}


def custom_properties(colours: Mapping[str, str]) -> str:
    """Colours as CSS custom properties: the sheets themselves name none."""
    return ":root {" + "; ".join(f"--{name}: {value}" for name, value in colours.items()) + "}\n"


def type_properties(theme: Mapping[str, Any], type: TypeScale, *, alone: bool, leading: float = 1.0) -> dict[str, str]:
    """--body-zh and --body-zh-leading for each role, and what follows the size of type; all in pt or plain numbers.

    `leading`: that of the running text is so many times the theme's.
    """
    made: dict[str, str] = {}
    for role, (size, own) in scale(theme, type, alone=alone).items():
        made[_dashed(role)] = f"{size:g}pt"
        if own is not None:
            times = leading if _RUNNING.match(role) else 1
            made[f"{_dashed(role)}-leading"] = f"{own * times:g}pt"
    return made | {_dashed(name): f"{value:g}" for name, value in measures(theme, type).items()}


def steady(theme: Mapping[str, Any], type: TypeScale, *, alone: bool) -> frozenset[float]:
    """The leadings, in pt, of text that does not run on: they are what they are at any leading of what does."""
    one, two = (_leadings(type_properties(theme, type, alone=alone, leading=times)) for times in (1.0, 2.0))
    running = {length for name, length in one.items() if two[name] != length}
    larger = _leadings(_ample(theme, type, alone=alone))
    return frozenset({*one.values(), *larger.values()} - running)


def _leadings(properties: Mapping[str, str]) -> dict[str, float]:
    return {name: float(value.removesuffix("pt")) for name, value in properties.items() if name.endswith("-leading")}


def ample(theme: Mapping[str, Any], type: TypeScale, *, alone: bool) -> str:
    """The class in which tables, terms and notes are set larger."""
    made = _ample(theme, type, alone=alone)
    return ".ample {" + "; ".join(f"--{name}: {value}" for name, value in made.items()) + "}\n"


def _ample(theme: Mapping[str, Any], type: TypeScale, *, alone: bool) -> dict[str, str]:
    roles = scale(theme, type, alone=alone)
    made = {"cells": f"{measures(theme, type)['cells'] * AMPLE:g}"}
    for role, (size, leading) in roles.items():
        if _DISPLAY.match(role) or _SMALL.match(role):
            most = size * AMPLE if _NUMBERS.match(role) else max(size, roles["body_zh"][0])
            times = LARGE if _DISPLAY.match(role) else min(AMPLE, most / size)
            made[_dashed(role)] = f"{size * times:g}pt"
            if leading is not None:
                made[f"{_dashed(role)}-leading"] = f"{leading * times:g}pt"
    return made


def property_names(theme: Mapping[str, Any]) -> frozenset[str]:
    """Every custom property that a sheet may use, without its dashes."""
    tones = {name for pair in theme["accents"].values() for name in pair}
    accents = {f"accent-{name}" for name in theme["accents"]}
    sizes = type_properties(theme, "compact", alone=False)
    return frozenset({*theme["colours"], *tones, *accents, "gap", *LAID_OUT, *sizes})


def _dashed(name: str) -> str:
    return name.replace("_", "-")
