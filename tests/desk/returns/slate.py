"""A page in a few lines: what stood on it, what stands on it now, and what is found in that."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import Comment, Opened
from bulletin.desk.returns.operations import Changes
from bulletin.desk.returns.revisions import Revision
from bulletin.word import Entry, Kept, Source, WrittenParagraph
from bulletin.word.drawings import PlacedDrawing
from bulletin.word.layout import Place, Stretch, WordParagraph
from bulletin.word.look import Lang

COLUMNS: dict[str, int | None] = {"zh": 0, "en": 1, "": None}
Row = tuple[str, str]
"""A column (zh, en, or none), and the words of a paragraph in it."""


def place(column: str) -> Place | None:
    """The cell of a column."""
    at = COLUMNS[column]
    return None if at is None else (0, 0, at)


def kept(
    *texts: tuple[str, Lang, str], figures: Sequence[Sequence[str]] = (), pictures: Sequence[PlacedDrawing] = ()
) -> Kept:
    """A baseline of one paragraph a text: path, language, and the text as in the content file; `>` ends a heading."""
    entries = tuple(
        Entry(f"_b_{n}", path, lang, text, tuple(figures[n]) if n < len(figures) else ())
        for n, (path, lang, text) in enumerate(texts)
    )
    blocks = tuple(WrittenParagraph(f"Body{one.lang.upper()}", place(one.lang), (n,)) for n, one in enumerate(entries))
    return Kept("willow", Source("content/willow.yaml", "0"), entries, blocks, tuple(pictures))


def came(
    *rows: Row,
    comments: Sequence[Comment] = (),
    revisions: Sequence[Revision] = (),
    pictures: Sequence[PlacedDrawing] = (),
) -> Opened:
    """A draft of these paragraphs, without a single bookmark."""
    paragraphs = [
        WordParagraph(None, f"Body{column.upper()}", place(column), [Stretch(words)])  # type: ignore[arg-type]
        for column, words in rows
    ]
    return Opened("Word", paragraphs, list(comments), list(revisions), list(pictures))


def told(changes: Changes) -> list[str]:
    """The first line of everything that was found."""
    return [one.told().split("\n")[0] for one in (*changes.operations, *changes.reports)]


def found(before: Kept, *rows: Row) -> list[str]:
    """The same of a draft of these paragraphs."""
    return told(compare(before, came(*rows)))
