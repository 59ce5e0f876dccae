"""A second look for numbers that knows nothing of the reader: every run of digits beside no letters."""

from __future__ import annotations

import re

from bulletin.evidence.article import Article
from bulletin.evidence.named import Span


def unseen(article: Article, names: tuple[Span, ...] = ()) -> list[Span]:
    """Runs of digits that the reader has not read, and that stand in no name. Bare places."""
    known = [*((n.start, n.end) for n in article.numerals), *names]
    runs = [match.span() for match in re.finditer(r"(?<![A-Za-z0-9])[0-9][0-9.,]*(?![A-Za-z])", article.bare.text)]
    return [run for run in runs if not any(run[0] < end and start < run[1] for start, end in known)]
