"""What a page shows: blocks, chosen, worded and rounded. Writers only place them.

Everything here is frozen. A `Both` is plain text in two languages; a `Pair` is text with figures in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol, Self, runtime_checkable

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
    "Caption",
    "ChartPlate",
    "ChartSpec",
    "Datum",
    "Edition",
    "Emblem",
    "EventMark",
    "Figure",
    "Inline",
    "Line",
    "Mark",
    "Masthead",
    "Nameplate",
    "Numbered",
    "Page",
    "Pair",
    "Plate",
    "PlateRow",
    "Run",
    "StripItem",
    "Width",
    "alone_in_english",
    "as_pair",
    "plain",
]


class Block:
    """Something that stands on a page; each kind is a frozen dataclass of it, with a template and a form in Word."""

    __slots__ = ()


@runtime_checkable
class Numbered(Protocol):
    """A block or the form of a plate to which writers add numbers: notes, steps."""

    def own(self) -> tuple[str, ...]:
        """These numbers, each as often as it is set."""
        ...


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
    zh: str = ""  # the number large in Chinese, where that is not of the same digits, and its unit
    zh_unit: str = ""

    @property
    def worded(self) -> bool:
        """Is the number in English words, 25.11 million, so that Chinese has its own, with its unit?"""
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

    def cut(self, most: int) -> tuple[Self, ...]:
        """As its spec is cut."""
        return tuple(replace(self, spec=spec) for spec in self.spec.cut(most))


@dataclass(frozen=True, slots=True)
class StripItem:
    label: Pair
    amount: Amount | None  # None: the article does not state it


class Plate(Protocol):
    """What every plate has, whatever its kind; the kinds that are no charts stand in their rooms."""

    @property
    def caption(self) -> Caption | None: ...

    @property
    def id(self) -> str: ...

    @property
    def width(self) -> Width: ...


@dataclass(frozen=True, slots=True)
class PlateRow(Block):
    """Plates that stand side by side: two half ones, or one full one."""

    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Emblem:
    """A logo or a seal beside the name, so many times as wide as high; `alt` says what it shows."""

    svg: bytes
    ratio: float
    alt: Both


@dataclass(frozen=True, slots=True)
class Nameplate:
    """What the office says of the issue over its first page; no number in it is a fact of the article."""

    number: Both | None = None  # 第12期
    total: Both | None = None  # 总第48期
    issuer: Both | None = None
    printed: Both | None = None
    notice: Both | None = None
    emblem: Emblem | None = None

    @property
    def issue(self) -> Both | None:
        """第12期（总第48期）."""
        if self.number is None or self.total is None:
            return self.number
        return Both(f"{self.number.zh}（{self.total.zh}）", f"{self.number.en} ({self.total.en})")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Name and place of the bulletin, and the line that says when the facts date from; `brief`: in fewer words."""

    title: Both
    place: Both
    dated: Both
    draft: Both | None = None
    plate: Nameplate | None = None
    brief: Both | None = None

    @property
    def told(self) -> Both:
        """What stands beside the name on every page: which issue it is, where that is given, and the dating line."""
        return self.tellings[0]

    @property
    def tellings(self) -> tuple[Both, ...]:
        """That in ever fewer words, for where it has no room: the dating line is shortened, then the number goes."""
        number = self.plate.number if self.plate else None
        dates = [self.dated] if self.brief in (None, self.dated) else [self.dated, self.brief]
        if number is None:
            return tuple(dates)
        return *(Both(f"{number.zh}　{date.zh}", f"{number.en} · {date.en}") for date in dates), *dates

    @property
    def length(self) -> str:
        """How long the Chinese title is, which must not break inside a word: up to 8, 12 or 16 characters a line."""
        return "" if len(self.title.zh) <= 8 else "long" if len(self.title.zh) <= 12 else "longer"


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page. `auto`: on as many as it takes, to be laid out by the program."""

    number: int
    blocks: tuple[Block, ...]
    auto: bool = False
    count: int = 0  # of pages, where the curator says how many


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
    publisher: Both = Both("", "")
    house: tuple[Both, ...] = ()  # the publication's own words whose numbers are no facts: the paper's number
    labelled: tuple[str, ...] = ()  # the facts that labels and alternative texts say in plain words
    outline: Block | None = None  # the list of contents, where it comes once the pages are many
