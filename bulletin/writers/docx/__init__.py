"""Edition → DOCX: an editable document in real Word styles, with the evidence of each figure in the margin."""

from .baseline import Entry, Kept, Source, read
from .draft import Picture
from .write import write

__all__ = ["Entry", "Kept", "Picture", "Source", "read", "write"]
