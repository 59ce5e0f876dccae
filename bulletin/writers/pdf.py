"""HTML → a PDF that is archival (PDF/A-3a, ISO 19005-3) and accessible (PDF/UA-1, ISO 14289-1) in one file.

Nothing is read but what is given, nothing depends on the clock: the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from bulletin.faces import Faces, use

if TYPE_CHECKING:
    from bulletin.writers.weasy import Engine


class TypesettingError(Exception):
    """The page cannot be set as the template asks: `lines` are what the engine said, one problem each."""

    def __init__(self, lines: Sequence[str]):
        self.lines = tuple(dict.fromkeys(lines))
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF; `relationship` is its AFRelationship (ISO 19005-3, 6.8)."""

    name: str
    data: bytes
    media_type: str
    relationship: Literal["Source", "Data"]
    description: str


@dataclass(frozen=True, slots=True)
class PageFill:
    """How far down a page is filled: the lowest box in the flow, as a share 0..1 of the page's content height."""

    page: int
    used: float


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the edition: how many sheets it takes, and how much of a page: 0.93; 1.12 when it runs over by 12 %."""

    number: int
    sheets: int
    used: float


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file. `log` names what does not fit its place; it is empty when all does."""

    data: bytes
    pages: int
    fill: tuple[PageFill, ...]
    log: tuple[str, ...]
    sections: tuple[Section, ...] = ()


class Typesetter:
    """Sets any number of documents; keeps the opened font files between them."""

    def __init__(self, faces: Faces):
        use(faces)
        # Only now: the import costs 0.5 s and opens fontconfig, which must find our faces.
        from bulletin.writers.weasy import Engine

        self._engine: Engine = Engine()

    def typeset(
        self,
        html: str,
        resources: Mapping[str, bytes],
        *,
        title: str,
        language: str = "zh-Hans",
        created: datetime,
        attachments: Sequence[Attachment] = (),
    ) -> Pdf:
        """Set `html`; it may load the URLs in `resources` (bulletin:…) and nothing else.

        `language` is the BCP 47 tag that `<html lang>` carries; `created` has a time zone and dates everything.
        Raises TypesettingError for a missing glyph, image or anchor, a URL that is not in `resources`, CSS that
        the engine does not know, and whatever else it logs.
        """
        return self._engine.typeset(
            html, resources, title=title, language=language, created=created, attachments=attachments
        )
