"""Edition → HTML for eyes and phones: a page that needs nothing else, a fragment for WeChat, the list of all."""

from .evidence import Entry, entries
from .index import FileLink, Publication, index_page
from .tree import data_url
from .write import LANGUAGES, Screen, View, shell, without_empty_lines

__all__ = [
    "LANGUAGES",
    "Entry",
    "FileLink",
    "Publication",
    "Screen",
    "View",
    "data_url",
    "entries",
    "index_page",
    "shell",
    "without_empty_lines",
]
