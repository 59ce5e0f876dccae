"""What a page shows: blocks, chosen, worded and rounded. Writers only place them.

Everything here is frozen. A `Both` is plain text in two languages; a `Pair` is text with figures in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bulletin.edition.specs import ChartSpec, Datum, EventMark
from bulletin.edition.text import (
    Both,
    Break,
    Figure,
    Inline,
    Line,
    Mark,
    Pair,
    Run,
    Width,
    alone_in_english,
    as_pair,
    plain,
)
from bulletin.wording.amounts import in_words

__all__ = [
    "Amount",
    "Block",
    "Both",
    "Break",
    "Brief",
    "Briefs",
    "Caption",
    "ChartPlate",
    "ChartSpec",
    "Datum",
    "Edition",
    "EventMark",
    "Evidence",
    "EvidenceRow",
    "Figure",
    "FindingFigure",
    "FindingRow",
    "Findings",
    "HonourRow",
    "Honours",
    "Inline",
    "KeyFigure",
    "KeyFigures",
    "Line",
    "Mark",
    "Masthead",
    "Notes",
    "Page",
    "PageTitle",
    "Pair",
    "Paragraph",
    "Plate",
    "PlateRow",
    "QuotePiece",
    "Run",
    "Story",
    "StripItem",
    "TermEntry",
    "Terms",
    "Tracker",
    "TrackerRow",
    "Width",
    "alone_in_english",
    "as_pair",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure set large: the number once, for both languages, and the unit in each ("" where it has none)."""

    number: str
    unit: Both
    fact: str
    row: int | None = None
    symbol: str = ""  # the unit's international symbol, where it has one
    sign: str = ""  # what stands small beside the number in English: the symbol, or the measure's word (mu, years)
    full: Both = Both("", "")  # number and unit in each language

    @property
    def worded(self) -> bool:
        """Is the number in English words, RMB 25.11 million, so that Chinese has its own, with its unit?"""
        return in_words(self.number)

    @property
    def english(self) -> str:
        """The unit's English beside the number, however short."""
        return self.unit.en or self.sign

    @property
    def raised(self) -> Line:
        """The raised number alone, to stand behind the figure."""
        return (Figure("", self.fact, self.row),)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One or two amounts over a label."""

    amounts: tuple[Amount, ...]
    label: Pair


@dataclass(frozen=True, slots=True)
class KeyFigures:
    items: tuple[KeyFigure, ...]
    id: str = "key_figures"

    @property
    def crowded(self) -> bool:
        """Is a figure too long for its column in the large size? A character takes 3.5 mm, 6 mm are padding."""
        longest = max(len(" + ".join(f"{a.number} {a.sign}".strip() for a in item.amounts)) for item in self.items)
        return longest * 3.5 > 178 / len(self.items) - 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Pair
    head: Pair | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """Title (the finding), the line for unit and period, and the note or source under a plate."""

    title: Pair
    line: Pair | None = None
    note: Pair | None = None


@dataclass(frozen=True, slots=True)
class ChartPlate:
    caption: Caption
    spec: ChartSpec
    width: Width
    id: str
    native: bool = False  # in the DOCX a chart of Word's instead of the picture


@dataclass(frozen=True, slots=True)
class StripItem:
    label: Pair
    amount: Amount | None  # None: the article does not state it


class Plate(Protocol):
    """What every plate has, whatever its kind; the kinds that are no charts stand in their rooms."""

    @property
    def caption(self) -> Caption: ...

    @property
    def id(self) -> str: ...

    @property
    def width(self) -> Width: ...


@dataclass(frozen=True, slots=True)
class PlateRow:
    """Plates that stand side by side: two half ones, or one full one."""

    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    kicker: Both
    title: Pair
    paragraphs: tuple[Paragraph, ...]
    plates: tuple[PlateRow, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    title: Pair
    text: Pair


@dataclass(frozen=True, slots=True)
class Briefs:
    items: tuple[Brief, ...]
    id: str = "briefs"


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A project; None stands for what the article does not state."""

    name: Pair
    row: int | None
    size: Pair | None
    marks: tuple[Mark, ...]
    stage: Both
    done: Pair | None
    plan: Pair | None


@dataclass(frozen=True, slots=True)
class Tracker:
    caption: Caption
    heads: tuple[Both, ...]  # name, size, stage, done, plan
    rows: tuple[TrackerRow, ...]
    legend: tuple[tuple[Mark, Both], ...]
    id: str = "projects"


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the glossary and what it means."""

    term: Both
    text: Both


@dataclass(frozen=True, slots=True)
class Terms:
    title: Both
    by: Both
    entries: tuple[TermEntry, ...]
    id: str = "terms"


@dataclass(frozen=True, slots=True)
class HonourRow:
    name: Pair
    level: Both
    year: Both


@dataclass(frozen=True, slots=True)
class Honours:
    title: Pair
    heads: tuple[Both, ...]  # honour, level, year
    rows: tuple[HonourRow, ...]
    id: str = "honours"


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A piece of a quotation; the numeral that the figure rests on is marked."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row a quote. `facts` are the ids that rest on it; `line` is the line in the article's file."""

    number: int
    what: Both
    printed: Both
    quote: tuple[QuotePiece, ...]
    marks: tuple[Mark, ...]
    period: Both
    facts: tuple[str, ...]
    line: int
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    title: Both
    lede: Both
    heads: tuple[Both, ...]  # no., what, as printed, quote, status and period
    rows: tuple[EvidenceRow, ...]
    legend: tuple[tuple[Mark, Both], ...]
    id: str = "evidence"


@dataclass(frozen=True, slots=True)
class Notes:
    """Curator's notes, sources and imprint, in three columns."""

    notes_title: Both
    notes: tuple[Pair, ...]
    sources_title: Both
    sources: tuple[Both, ...]
    id: str = "notes"


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """A figure of a finding, its label and period."""

    amount: Amount
    label: Both
    period: Both


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One subdistrict of the summary."""

    place: Both
    within: Both
    dated: Both
    accent: str
    text: Pair
    figures: tuple[FindingFigure, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """A finding and figures of each subdistrict, not to be compared."""

    caption: Caption
    rows: tuple[FindingRow, ...]
    id: str = "findings"


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The title of a summary page."""

    title: Pair


Block = KeyFigures | Story | PlateRow | Briefs | Tracker | Terms | Honours | Evidence | Notes | Findings | PageTitle


@dataclass(frozen=True, slots=True)
class Masthead:
    """Name and place of the bulletin, and the line that says when the facts date from."""

    title: Both
    place: Both
    dated: Both
    draft: Both | None = None

    @property
    def length(self) -> str:
        """How long the Chinese title is, which must not break inside a word: up to 8, 12 or 16 characters a line."""
        return "" if len(self.title.zh) <= 8 else "long" if len(self.title.zh) <= 12 else "longer"


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A bulletin or the summary: everything that is printed, in order."""

    name: str
    masthead: Masthead
    foot: Both
    accent: str
    pages: tuple[Page, ...]
    words: dict[str, Both] = field(default_factory=dict)  # fixed phrases that writers place, by name
    subject: Both = Both("", "")
    keywords: tuple[str, ...] = ()
    house: tuple[Both, ...] = ()  # the publication's own words whose numbers are no facts: the paper's number
