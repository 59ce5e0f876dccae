"""Terms that a foreign reader will not know."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda content: content.terms)
