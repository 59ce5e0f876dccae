"""Every figure beside the words that it rests on."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda _: True, always="pages.evidence")
