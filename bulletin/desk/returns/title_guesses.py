"""Titles of stories that were found by where they stand alone, and stand over nothing of their story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .opened import Opened
from .said import CurrentText
from .shares import Allotment
from .tokens import SIMILAR, likeness
from .written import Written

_TITLE = re.compile(r"stories\.(\d+)\.title")


def without_guesses(
    said: Mapping[int, CurrentText], shares: Allotment, before: Sequence[Written], opened: Opened
) -> dict[int, CurrentText]:
    """The texts, without such titles: their paragraphs of the draft are new ones (noted in `shares`)."""
    out = dict(said)
    styles = {one.block.style.lower() for one in before if _TITLE.fullmatch(one.path)}
    heads = {at for at, one in enumerate(opened.paragraphs) if one.style.lower() in styles}
    titles: dict[str, list[CurrentText]] = {}
    for one in said.values():
        if (found := _TITLE.fullmatch(one.entry.path)) and one.text is not None:
            titles.setdefault(found[1], []).append(one)
    for story, ones in titles.items():
        own = {shares.at[one.number] for one in ones}
        stand = {shares.at[n] for n in shares.at if said[n].entry.path.startswith(f"stories.{story}.paragraphs.")}
        end = min((at for at in heads if at > max(own)), default=len(opened.paragraphs))
        alike = max(likeness(one.old, one.text or "") for one in ones)
        if alike >= SIMILAR or not stand or any(max(own) < at < end for at in stand):
            continue
        for one in ones:
            shares.extra.append(shares.at.pop(one.number))
            del shares.texts[one.number]
            out[one.number] = replace(one, text=None, changes=())
    shares.extra.sort()
    return out
