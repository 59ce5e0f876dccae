"""Pages of a finished PDF as pictures, at the width that a screen asks for; those shown last are kept."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict

from bulletin.pages.by_page import Leaf

MOST = 40
"""Pictures that are kept: two editions of a long publication."""
NARROWEST, WIDEST, STEP = 200, 2600, 50
"""Pixels; a screen's width is rounded up, so that dragging a window asks for few pictures."""


class Pictures:
    """Of the pages that were shown last. PDFium is not to be used by two threads at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pages: dict[str, Leaf] = {}
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def show(self, leaves: tuple[Leaf, ...], digests: tuple[str, ...]) -> None:
        """From now on the pages are these."""
        with self._lock:
            self._pages = dict(zip(digests, leaves, strict=True))

    def picture(self, digest: str, width: int) -> bytes | None:
        """A PNG; None for a page that is shown no more."""
        width = max(NARROWEST, min(WIDEST, -(-width // STEP) * STEP))
        with self._lock:
            if (digest, width) not in self._kept:
                if digest not in self._pages:
                    return None
                self._kept[digest, width] = self._drawn(self._pages[digest], width)
            self._kept.move_to_end((digest, width))
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return self._kept[digest, width]

    def _drawn(self, leaf: Leaf, width: int) -> bytes:
        import pypdfium2  # brings in what draws: only once somebody looks

        document = pypdfium2.PdfDocument(leaf.file)
        try:
            page = document[leaf.at]
            image = page.render(scale=width / page.get_width()).to_pil()
            out = io.BytesIO()
            image.save(out, "PNG", compress_level=1)
            return out.getvalue()
        finally:
            document.close()
