"""Short items."""

from __future__ import annotations

from bulletin.content.claims import Claim
from bulletin.content.parts import Allowing, Both
from bulletin.content.sections import Section


class Brief(Allowing):
    """A short item of the front page."""

    title: Both
    claim: Claim | None = None
    text: Both


SECTION = Section(lambda content: content.briefs)
