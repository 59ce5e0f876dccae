"""Edition → HTML for eyes and phones: a page that needs nothing else, a fragment for WeChat, the list of all."""

from .evidence import Entry, entries
from .index import FileLink, Publication, index_page
from .write import LANGUAGES, Screen, View

__all__ = ["LANGUAGES", "Entry", "FileLink", "Publication", "Screen", "View", "entries", "index_page"]
