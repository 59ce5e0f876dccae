"""Tones of a colour."""

from __future__ import annotations


def mix(colour: str, share: float) -> str:
    """#rrggbb with `share` of the colour and the rest white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
