"""What is laid out to be measured: nothing of it is painted, and no link of it is followed.

While that is done, no background and no round corner is worked out, and pages gather no links, bookmarks or anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from weasyprint import document, layout

TOUCHED: dict[str, tuple[Any, str]] = {
    "layout_backgrounds": (layout, "(page, get_image_from_uri)"),
    "Page": (document, "(page_box)"),
}
"""What we replace: where it is called, and the signature that we rely on."""


@dataclass(frozen=True, slots=True)
class _Bare:
    """A page of which the boxes are asked alone."""

    _page_box: Any


def _nothing(page: Any, get_image_from_uri: Any) -> None: ...


@contextmanager
def unpainted() -> Iterator[None]:
    """Documents that are rendered meanwhile have boxes, and nothing else."""
    theirs = {name: getattr(owner, name) for name, (owner, _) in TOUCHED.items()}
    layout.layout_backgrounds, document.Page = _nothing, _Bare
    try:
        yield
    finally:
        for name, (owner, _) in TOUCHED.items():
            setattr(owner, name, theirs[name])
