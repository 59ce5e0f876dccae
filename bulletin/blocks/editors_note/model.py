"""The editor's note as a curator writes it."""

from __future__ import annotations

from bulletin.content.parts import Both
from bulletin.content.sections import Section

SECTION = Section(lambda content: content.editors_note, {"editors_note": (Both | None, None)}, front=True, own=True)
