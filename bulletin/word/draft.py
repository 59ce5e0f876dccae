"""The state of a document that is being written: what has been named, linked, noted and numbered so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from bulletin.blocks.evidence.edit import Evidence
from bulletin.charts.picture import Picture
from bulletin.edition.blocks import Amount, Edition
from bulletin.edition.specs import Datum, EventMark
from bulletin.edition.text import Both, Break, Figure, Inline, Line, Pair
from bulletin.edition.walk import walk
from bulletin.problems import CannotWrite

from .baseline import Baseline
from .inline import GAP, bookmarked, line_break, linked, paragraph, run
from .look import Lang, Look
from .ox import Node, w

Embed = Callable[[Picture], tuple[str, str]]
"""Puts a picture into the package; gives the relations of its PNG and its SVG."""

EmbedPhoto = Callable[[bytes], str]
"""Puts a photograph into the package; gives its relation."""

Attach = Callable[[bytes, bytes], str]
"""Puts a native chart and the workbook with its data into the package; gives the relation of the chart."""

_JOIN = "\u00a0"


@dataclass(slots=True)
class Draft:
    """Everything a handler needs. Handlers run in document order, so the first mention is the first that asks."""

    edition: Edition
    look: Look
    charts: Mapping[str, Picture]
    comments: Mapping[str, str] | None
    embed: Embed
    attach: Attach
    photos: Mapping[str, bytes] = field(default_factory=dict)  # files by the names that plates give them
    embed_photo: EmbedPhoto | None = None
    pages: Mapping[str, int] = field(default_factory=dict)  # on which each entry of the list of contents stands
    baseline: Baseline = field(default_factory=Baseline)
    notes: list[list[str]] = field(default_factory=list)  # texts of the comments, by comment id
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    counters: dict[str, int] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)  # facts that have been printed
    shown: set[int] = field(default_factory=set)  # evidence rows that a number has pointed to
    raised_style: str = "EvidenceNumber"
    rows: frozenset[int] = frozenset()
    in_words: frozenset[str] = frozenset()  # facts that some text prints, so that a chart need not carry their comment
    rows_in_words: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        everything = list(walk(self.edition.pages))
        printed = [node for node in everything if isinstance(node, Figure | Amount)]
        evidence = [node for node in everything if isinstance(node, Evidence)]
        self.rows = frozenset(row.number for block in evidence for row in block.rows)
        self.in_words = frozenset(node.fact for node in printed)
        rows = {getattr(node, "row", None) for node in everything if not isinstance(node, Datum | EventMark)}
        self.rows_in_words = frozenset(row for row in rows if row is not None)

    def word(self, key: str) -> Both:
        """A fixed phrase of the edition."""
        return self.edition.words[key]

    def next_of(self, sequence: str) -> int:
        """The next number of a sequence of captions."""
        self.counters[sequence] = self.counters.get(sequence, 0) + 1
        return self.counters[sequence]

    # ------------------------------------------------------------------ words

    def line(self, line: Line, lang: Lang, path: str = "", style: str = "", bold: bool | None = None) -> list[Node]:
        """A line as runs; with a path it can be edited and comes home."""
        bookmark = self.baseline.add(path, lang, line) if path else ""
        nodes: list[Node] = []
        for before, piece in zip((None, *line), line, strict=False):
            follows = _is_number(piece) and isinstance(before, Figure) and before.row is not None
            nodes += self._piece(piece, lang, style, bold, lead="," if follows else "")
        return bookmarked(nodes, next(self.ids), bookmark) if bookmark else nodes

    def half(self, pair: Pair, lang: Lang, style: str = "", bold: bool | None = None) -> list[Node]:
        """One language of a pair."""
        return self.line(pair.zh if lang == "zh" else pair.en, lang, pair.path, style, bold)

    def stacked(self, pair: Pair, zh_style: str, en_style: str) -> list[Node]:
        """Two paragraphs, Chinese over English."""
        return [paragraph(zh_style, self.half(pair, "zh")), paragraph(en_style, self.half(pair, "en"))]

    def inline(self, pair: Pair, style: str = "", en_style: str = "") -> list[Node]:
        """Both languages of a pair on one line."""
        return [*self.half(pair, "zh", style), run(GAP, "en", style), *self.half(pair, "en", en_style or style)]

    def figure(self, fact: str, node: Node) -> list[Node]:
        """A figure that stands alone, between the ends of its bookmark."""
        words = "".join(map(str, node.itertext()))
        return bookmarked([node], next(self.ids), self.baseline.add_figure(fact, words)) if words else [node]

    def _piece(self, piece: Inline, lang: Lang, style: str, bold: bool | None, lead: str) -> list[Node]:
        if isinstance(piece, Break):
            return [line_break()]
        words = [run(piece.text, lang, style, piece.bold or bold)] if piece.text else []
        if not isinstance(piece, Figure):
            return words
        if words:
            return [
                *self.noted(words, [piece.fact]),
                *self.raised(piece.row, lead="" if piece.text[-1].isascii() else _JOIN),
            ]
        return self.noted(self.raised(piece.row, lead=lead), [piece.fact])

    # ------------------------------------------------------------------ evidence

    def raised(self, row: int | None, style: str = "", *, lead: str = "") -> list[Node]:
        """The number of the evidence row, raised and linked to it; the first one can be linked back to.

        `lead` stands before it within the link, so that nobody takes it for the curator's words: a comma between two
        numbers, or a space that does not break, since a line may end behind any Chinese character.
        """
        if row is None:
            return []
        if row not in self.rows:
            raise CannotWrite(f"{self.edition.name}: a figure points to evidence row {row}, which is not printed")
        nodes = [linked([run(f"{lead}{row}", "en", style or self.raised_style)], evidence_anchor(row))]
        if row in self.shown:
            return nodes
        self.shown.add(row)
        return bookmarked(nodes, next(self.ids), mention_anchor(row))

    @contextmanager
    def small(self) -> Iterator[None]:
        """Raised numbers for lines of small type, which would cut off larger ones."""
        self.raised_style = "EvidenceSmallNumber"
        yield
        self.raised_style = "EvidenceNumber"

    def noted(self, nodes: list[Node], facts: list[str]) -> list[Node]:
        """These nodes under a margin comment that holds the evidence of `facts`, where it has not been given before."""
        new = [fact for fact in dict.fromkeys(facts) if fact not in self.said]
        self.said.update(new)
        texts = [self.comments[fact] for fact in new if fact in self.comments] if self.comments else []
        if not texts:
            return nodes
        number = len(self.notes)
        self.notes.append(texts)
        reference = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=number))
        return [w("commentRangeStart", id=number), *nodes, w("commentRangeEnd", id=number), reference]

    def only_drawn(self, spec: object) -> tuple[list[str], list[int]]:
        """Facts and evidence rows that a chart shows and no text does."""
        data = [node for node in walk(spec) if isinstance(node, Datum | EventMark)]
        facts = [node.fact for node in data if node.fact not in self.in_words]
        rows = [node.row for node in data if node.row and node.row in self.rows - self.rows_in_words - self.shown]
        return facts, list(dict.fromkeys(rows))


def _is_number(piece: Inline) -> bool:
    """Is this the raised number of an evidence row and nothing else?"""
    return isinstance(piece, Figure) and not piece.text and piece.row is not None


def evidence_anchor(row: int) -> str:
    """The bookmark of a row of the evidence table."""
    return f"_e_{row}"


def mention_anchor(row: int) -> str:
    """The bookmark of the first number that points to a row."""
    return f"_m_{row}"
