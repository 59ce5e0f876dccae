"""The text of a PDF: its lines put together to paragraphs, without running heads, page numbers and line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2

from bulletin.desk.taken.taken import Away, Taken
from bulletin.messages import say
from bulletin.problems import UsageError

PAGES = 60
"""An article has one to four pages."""
_EDGE = 2
"""Lines at the top and at the foot of a page that may belong to the page."""
_FOLIO = re.compile(r"[-—–·.\s]*(?:第\s*)?\d{1,4}\s*(?:页|/\s*\d{1,4})?(?:\s*共\s*\d+\s*页)?[-—–·.\s]*")
_ENDS = re.compile(r"[。！？!?…；;：:”」』）)]$")
_LATIN = re.compile(r"[A-Za-z0-9,.;:%)]$"), re.compile(r"^[A-Za-z(]")
_DATED = re.compile(r"20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}")
"""A running head that says when the paper was printed stands over the article, once: it dates it."""
_OPEN, _INDENT, _SAME = 1.6, 0.7, 0.15
"""In heights of a line: what a full one may leave open, by how much an indented one begins further in, and by how much
lines of one size differ."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is set: its text, and its edges and height in points."""

    text: str
    left: float
    right: float
    height: float


def read(data: bytes) -> Taken:
    """Raises UsageError for what is no PDF, has too many pages, or has no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UsageError(say("taken.no_pdf", why=str(error))) from error
    if len(document) > PAGES:
        raise UsageError(say("taken.pages", n=len(document), most=PAGES))
    pages = [_lines(page) for page in document]
    if not any(pages):
        raise UsageError(say("taken.scanned"))
    away: list[Away] = []
    pages, heads = _without_heads(pages)
    dated = [head for head in heads if _DATED.search(head)][:1]
    away += [Away("heads", len(heads) - len(dated), heads[0])] if len(heads) > len(dated) else []
    pages, folios = _without(pages, lambda line: _FOLIO.fullmatch(line.text) is not None)
    away += [Away("folios", len(folios), folios[0])] if folios else []
    paragraphs = list(_paragraphs(pages))
    ends = sum(map(len, pages)) - len(paragraphs)
    paragraphs = [*dated, *paragraphs]
    away += [Away("line_ends", ends)] if ends else []
    return Taken("\n".join(paragraphs), "PDF", away)


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    found: list[Line] = []
    for match in re.finditer(r"[^\r\n]+", text):
        inked = [i for i in range(*match.span()) if not text[i].isspace()]
        if not inked:
            continue
        first, last = textpage.get_charbox(inked[0], loose=True), textpage.get_charbox(inked[-1], loose=True)
        said = re.sub(r"[\x00-\x1f\ufffe]", "", match[0]).strip()
        found.append(Line(said, first[0], last[2], first[3] - first[1]))
    return found


def _without_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Lines at the edges that stand on most pages, but for their numbers."""
    edges = Counter(key for page in pages for key in {_key(one) for one in (*page[:_EDGE], *page[-_EDGE:])})
    often = {key for key, n in edges.items() if n > 1 and n >= len(pages) / 2 and key.strip("#-—–· ")}
    return _without(pages, lambda line: _key(line) in often)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))


def _without(pages: list[list[Line]], is_furniture: Callable[[Line], bool]) -> tuple[list[list[Line]], list[str]]:
    kept, gone = list[list[Line]](), list[str]()
    for page in pages:
        edge = {id(one) for one in (*page[:_EDGE], *page[-_EDGE:])}
        gone += [one.text for one in page if id(one) in edge and is_furniture(one)]
        kept.append([one for one in page if not (id(one) in edge and is_furniture(one))])
    return kept, gone


def _paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    """A line goes on in the next where it fills its column, is of one size with it, and the next is not indented."""
    placed = [(one, *_column(one, page)) for page in pages for one in page]
    said = placed[0][0].text if placed else ""
    for (one, _, right), (following, begins, ends) in pairwise(placed):
        same = abs(one.height - following.height) < _SAME * max(one.height, 1)
        full = right - one.right <= _OPEN * one.height
        indented = following.left - begins > _INDENT * following.height
        ended = _ENDS.search(said) and (one.right < right - one.height / 2 or _is_heading(following, ends))
        if same and full and not indented and not ended:
            gap = " " if _LATIN[0].search(said) and _LATIN[1].search(following.text) else ""
            said += gap + following.text
        else:
            yield said
            said = following.text
    if placed:
        yield said


def _is_heading(line: Line, right: float) -> bool:
    """Behind a full stop, a short line without a mark at its end."""
    return right - line.right > _OPEN * line.height and not _ENDS.search(line.text)


def _column(line: Line, page: list[Line]) -> tuple[float, float]:
    """The edges of the column in which a line stands: where those beside it in the page's breadth begin and end."""
    beside = [one for one in page if one.left < line.right and line.left < one.right]
    beside = [one for one in beside if abs(one.height - line.height) < _SAME * max(line.height, 1)] or [line]
    ends = sorted(one.right for one in beside)
    return min(one.left for one in beside), median(ends[len(ends) // 2 :])
