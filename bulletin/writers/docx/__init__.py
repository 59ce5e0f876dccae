"""Edition → DOCX: an editable document in real Word styles, with the evidence of each figure in the margin."""

from .baseline import Block, Entry, Kept, Source, custom_properties, kept, read, sidecar, with_baseline
from .write import write

__all__ = [
    "Block",
    "Entry",
    "Kept",
    "Source",
    "custom_properties",
    "kept",
    "read",
    "sidecar",
    "with_baseline",
    "write",
]
