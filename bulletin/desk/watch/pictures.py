"""Pages of a finished PDF as pictures, at the width that a screen asks for; those shown last are kept."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict

MOST = 40
"""Pictures that are kept: two editions of a long publication."""
NARROWEST, WIDEST, STEP = 200, 2600, 50
"""Pixels; a screen's width is rounded up, so that dragging a window asks for few pictures."""


class Pictures:
    """Of the file that was shown last. PDFium is not to be used by two threads at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pdf, self._pages = b"", dict[str, int]()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def show(self, pdf: bytes, digests: tuple[str, ...]) -> None:
        """From now on the pages are those of this file."""
        with self._lock:
            self._pdf, self._pages = pdf, {digest: number for number, digest in enumerate(digests)}

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

    def _drawn(self, number: int, width: int) -> bytes:
        import pypdfium2  # brings in what draws: only once somebody looks

        document = pypdfium2.PdfDocument(self._pdf)
        try:
            page = document[number]
            image = page.render(scale=width / page.get_width()).to_pil()
            out = io.BytesIO()
            image.save(out, "PNG", compress_level=1)
            return out.getvalue()
        finally:
            document.close()
