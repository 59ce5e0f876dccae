"""What the table of sources shows."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Dated
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing, dating_of, in_full_names, name_of
from bulletin.edition.plates import Editor
from bulletin.edition.text import Pair, as_pair
from bulletin.evidence.verify import Verified
from bulletin.plates.sources.model import Sources
from bulletin.plates.table.edit import TableCell, TextTable, table

WIDTHS = (11, 36, 31, 22)
LETTERS = 11
"""Of a name that the first column holds on one line; longer ones make it wider."""


def edit(plates: Comparing, plate: Sources, path: Path) -> TextTable:
    """Subdistrict, headline, byline, how the article was dated."""
    heads = tuple(plates.words.phrase(name) for name in ("subdistrict", "headline", "byline", "dated"))
    ones = list(plates.verified.values())
    longest = max((len(word) for one in ones for word in name_of(one).en.split()), default=0)
    widths = (WIDTHS[0] + max(0, longest - LETTERS), *WIDTHS[1:])
    return table(plates, plate, path, heads, [row for one in ones for row in _sources(plates, one)], widths)


def _sources(plates: Comparing, one: Verified) -> Iterator[tuple[TableCell, ...]]:
    """A row an article."""
    missing = plates.words.phrase("not_stated")
    for source, dated in zip(one.content.sources, one.content.dates, strict=True):
        byline = typography.both(source.byline) if source.byline else missing
        texts = (name_of(one), typography.both(source.headline), byline)
        yield (*(TableCell(as_pair(text)) for text in texts), TableCell(_dating(plates, one, dated)))


def _dating(plates: Comparing, one: Verified, dated: Dated) -> Pair:
    """How the article was dated, in the curator's words, or what date was taken."""
    if dated.how:
        return plates.setter.pair(in_full_names(one.content.name, dated.how), (), raised=False, prose=False)
    return as_pair(dating_of(dated, plates.words))


EDITOR = Editor(edit)
