"""Each object of a PDF is put into bytes once: pydyf asks for them to write them, and again to make the file's name."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pydyf


class _Once(pydyf.Object):  # type: ignore[misc]
    """An object with its number, of which nothing changes any more."""

    def __init__(self, theirs: Any):
        super().__init__()
        self.number, self.offset = theirs.number, theirs.offset
        self.generation, self.free = theirs.generation, theirs.free
        self._theirs = theirs

    @cached_property
    def data(self) -> bytes:
        """Its bytes, streams compressed."""
        found: bytes = self._theirs.data
        return found

    @property
    def compressible(self) -> bool:
        return bool(self._theirs.compressible)


def finish(pdf: Any) -> None:
    """Nothing is changed or added behind this but the document information and what pydyf writes at the end."""
    pdf.objects[:] = map(_Once, pdf.objects)
