"""Edition → DOCX: an editable document in real Word styles, with the evidence of each figure in the margin."""

from .baseline import (
    Entry,
    Kept,
    Source,
    WrittenParagraph,
    baseline_of,
    custom_properties,
    kept,
    read,
    sidecar,
    with_baseline,
)
from .masthead import EMBLEM
from .package import LARGEST, NoDocx, tree, unpack
from .write import NO_PAGES, based, write

__all__ = [
    "EMBLEM",
    "LARGEST",
    "NO_PAGES",
    "Entry",
    "Kept",
    "NoDocx",
    "Source",
    "WrittenParagraph",
    "based",
    "baseline_of",
    "custom_properties",
    "kept",
    "read",
    "sidecar",
    "tree",
    "unpack",
    "with_baseline",
    "write",
]
