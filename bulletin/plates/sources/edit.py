"""What the table of sources shows."""

from __future__ import annotations

from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing, date_of, in_full_names, name_of
from bulletin.edition.plates import Editor
from bulletin.edition.text import Pair, as_pair
from bulletin.evidence.verify import Verified
from bulletin.plates.sources.model import Sources
from bulletin.plates.table.edit import TableCell, TextTable, table

WIDTHS = (11, 36, 31, 22)


def edit(plates: Comparing, plate: Sources, path: Path) -> TextTable:
    """Subdistrict, headline, byline, how the article was dated."""
    heads = tuple(plates.words.phrase(name) for name in ("subdistrict", "headline", "byline", "dated"))
    rows = [_source(plates, one) for one in plates.verified.values()]
    return table(plates, plate, path, heads, rows, WIDTHS)


def _source(plates: Comparing, one: Verified) -> tuple[TableCell, ...]:
    content = one.content
    missing = plates.words.phrase("not_stated")
    byline = typography.both(content.source.byline) if content.source.byline else missing
    texts = (name_of(one), typography.both(content.source.headline), byline)
    return (*(TableCell(as_pair(text)) for text in texts), TableCell(_dating(plates, one)))


def _dating(plates: Comparing, one: Verified) -> Pair:
    """How the article was dated, in the curator's words, or what date was taken."""
    dated = one.content.dated
    if dated.how:
        return plates.setter.pair(in_full_names(one.content.name, dated.how), (), raised=False, prose=False)
    date = date_of(one)
    if not date.zh:
        return as_pair(plates.words.phrase("undated"))
    return as_pair(plates.words.phrase("article_stated" if dated.stated else "article_inferred", date.zh, date.en))


EDITOR = Editor(edit)
