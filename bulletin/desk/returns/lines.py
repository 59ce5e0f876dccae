"""How an operation tells of itself: the place behind an item, and a line each for what was and what is new."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.messages import say


def place(container: str, after: int) -> str:
    """Behind item `after` of a list; at its head for -1."""
    return say("change.behind", item=f"{container}.{after}") if after >= 0 else say("change.at-head", list=container)


def lines(texts: Iterable[str]) -> str:
    """Each on a line of its own, under what they belong to."""
    return "".join(f"\n    {text}" for text in texts)


def changed(new: Iterable[str] = (), old: Iterable[str] = ()) -> str:
    """What was, then what is new; empty texts are left out."""
    return lines([*(f"- {text}" for text in old if text), *(f"+ {text}" for text in new if text)])
