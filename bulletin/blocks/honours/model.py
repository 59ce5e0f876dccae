"""Honors with their level and year."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda content: content.honours)
