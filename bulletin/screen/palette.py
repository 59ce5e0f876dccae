"""The theme's colours for a screen in the dark: light on dark, as far apart as the paper's are, computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bulletin.pages.templates import colours_of

Channels = tuple[float, float, float]
NIGHT, WHITE = (18.0, 22.0, 25.0), (255.0, 255.0, 255.0)
TEXT, RULE, TINT = 7.5, 1.9, 1.13
"""Contrast with the dark paper (WCAG 2.2, 1.4.3 asks 4.5 of text, 1.4.6 asks 7): of text, of rules, of tints."""
STEPS = 100


def names(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """#rrggbb by name: the theme's colours, the accent's two, and every accent under its own name."""
    each = {f"accent-{name}": pair["deep"] for name, pair in theme["accents"].items()}
    return {**each, **colours_of(theme, accent)}


def dark(theme: Mapping[str, Any], accent: str) -> dict[str, str]:
    """The same names in the dark: what is text or a mark keeps its hue and becomes light enough to be read."""
    least = {"ink": 13.0, "rule": RULE, "pale": TINT}
    return {
        name: _hex(NIGHT) if name == "paper" else _hex(_lightened(_channels(colour), least.get(name, TEXT)))
        for name, colour in names(theme, accent).items()
    }


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    return _contrast(_channels(one), _channels(other))


def _lightened(colour: Channels, least: float) -> Channels:
    """The colour's hue over the night, with as much white as the contrast asks."""
    if least < TEXT:  # rules and tints are the night's own, only lighter
        colour = NIGHT
    for step in range(STEPS + 1):
        mixed = _mixed(colour, WHITE, step / STEPS)
        if _contrast(mixed, NIGHT) >= least:
            return mixed
    return WHITE


def _mixed(one: Channels, other: Channels, share: float) -> Channels:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _channels(colour: str) -> Channels:
    red, green, blue = (float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Channels) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in colour)


def _contrast(one: Channels, other: Channels) -> float:
    light, heavy = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (heavy + 0.05)


def _luminance(colour: Channels) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (channel / 255 for channel in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
