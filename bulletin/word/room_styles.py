"""The styles that rooms bring along: a draft has those of the forms that stand in it, and of no others."""

from __future__ import annotations

from bulletin import rooms
from bulletin.edition.blocks import Edition
from bulletin.edition.walk import walk

from .styles import Styles


def brought(edition: Edition) -> Styles:
    """All of them together, in order of the rooms' names."""
    forms = {f"{type(node).__module__}.{type(node).__name__}": node for node in walk(edition.pages)}
    found = [one for _, form in sorted(forms.items()) for one in rooms.any_beside(form, "word", Styles)]
    found = list(dict.fromkeys(found))  # a room may have several classes
    sizes = {name: size for one in found for name, size in one.sizes.items()}
    return Styles(tuple(style for one in found for style in one.paragraphs), sizes)
