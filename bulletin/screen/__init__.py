"""Edition → HTML for eyes and phones: a page that needs nothing else, a fragment for WeChat, the list of all."""

from .evidence import Entry, entries
from .write import LANGUAGES, Screen, View

__all__ = ["LANGUAGES", "Entry", "Screen", "View", "entries"]
