"""Edition → the strings that a finished file must or may hold, each with the facts whose numbers are in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from bulletin.blocks.contents.edit import ContentsEntry
from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.charts.picture import Picture
from bulletin.edition.blocks import (
    Amount,
    Break,
    Caption,
    ChartPlate,
    Edition,
    Figure,
    Numbered,
    Page,
)
from bulletin.edition.pieces import Repeating
from bulletin.edition.specs import ChartSpec, Datum, EventMark
from bulletin.edition.text import Both, Line, Pair, alone_in_english, with_rows_behind_words
from bulletin.edition.walk import every, is_a, walk
from bulletin.pages.running_head import running_head
from bulletin.proofing.squeezed import squeeze
from bulletin.variant import LANGUAGES, TYPES, Language

Writer = Literal["pdf", "docx", "screen", "wechat"]
ANY: frozenset[Writer] = frozenset({"pdf", "docx", "screen", "wechat"})
PAGES: frozenset[Writer] = frozenset({"pdf", "screen"})
PDF: frozenset[Writer] = frozenset({"pdf"})
SET: frozenset[Writer] = frozenset({"pdf", "screen", "wechat"})
SAID: frozenset[Writer] = frozenset({"docx", "screen", "wechat"})
DOCX: frozenset[Writer] = frozenset({"docx"})
SCREEN: frozenset[Writer] = frozenset({"screen"})
NO_PAGES: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Expected:
    """A string in one of its `forms`, squeezed, that these writers may place, or must where it is `needed`.

    `often`: as often as they like, otherwise once. `apart`: white space may stand between digits, or before a raised
    number. `alone` are forms that only an edition in one language may take.
    """

    forms: tuple[str, ...]
    shown: str
    facts: tuple[str, ...] = ()
    language: Literal["zh", "en", ""] = ""
    writers: frozenset[Writer] = ANY
    needed: bool = False
    often: bool = False
    apart: bool = False
    alone: tuple[str, ...] = ()


def expected(
    edition: Edition,
    charts: Mapping[str, Picture] | None,
    remarks: Mapping[str, str],
    sheets: int,
    pages: Mapping[str, int] = NO_PAGES,
) -> list[Expected]:
    """Everything that the edition shows, then what writers add: running heads, numbers of pages and notes, axes.

    `charts` by the id of their plates, None for a text without what is drawn; `sheets` is how many pages the file has:
    more than the edition where one of them runs over; `pages` are those that a draft's list of contents names.
    """
    return Shown(edition).expected(charts, remarks, sheets, pages)


class Shown:
    """What an edition shows, for all files of it: the drawings are looked into for each."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self._own: list[Expected | ChartPlate] = [one for page in edition.pages for one in _inside(page)]
        self._own += [one for page in edition.pages if page.auto for one in _again(page)]
        self._own += _inside(edition.masthead)
        self._beside: dict[int, list[Expected]] = {}

    def expected(
        self,
        charts: Mapping[str, Picture] | None,
        remarks: Mapping[str, str],
        sheets: int,
        pages: Mapping[str, int] = NO_PAGES,
    ) -> list[Expected]:
        """See `expected`."""
        found: list[Expected] = []
        for one in self._own:
            if isinstance(one, Expected):
                found.append(one)
            elif charts is not None:
                found += _chart(one.spec, charts.get(one.id))
        found += self._furniture(sheets) if not pages else _furniture(self.edition, sheets, pages)
        found += [_once(line, often=True, writers=DOCX) for text in remarks.values() for line in text.splitlines()]
        return [one for one in found if any(one.forms)]

    def _furniture(self, sheets: int) -> list[Expected]:
        """Of a file without a list of contents that names pages: the same in every language."""
        if sheets not in self._beside:
            self._beside[sheets] = list(_furniture(self.edition, sheets, NO_PAGES))
        return self._beside[sheets]


def in_language(shown: Sequence[Expected], language: Language) -> list[Expected]:
    """What an edition in this language shows: the Chinese one prints no English, the English one Chinese terms."""
    return [_in(language, want) for want in shown if language != "zh" or want.language != "en"]


def _in(language: Language, want: Expected) -> Expected:
    """An edition in one language need not show the other's words, and may set its own as only it does."""
    if language == "bilingual":
        return want
    forms, needed = want.forms + want.alone, want.needed and want.language in ("", language)
    rest = want.writers, needed, want.often, want.apart, want.alone
    return Expected(forms, want.shown, want.facts, want.language, *rest)  # a third of the time of `replace`


def _again(page: Page) -> Iterator[Expected]:
    """What is said once more where a table goes on on the next page; Word repeats the heads by itself."""
    for block in every(Repeating, page):  # type: ignore[type-abstract]
        for text in block.again():
            found = _pair(text) if isinstance(text, Pair) else _both(text)
            yield from (replace(one, needed=False, often=True, writers=PDF) for one in found)


_WHOLE = (Pair, Both, Amount, ChartPlate, EvidenceRow)


def _inside(value: object) -> Iterator[Expected | ChartPlate]:
    """What a block shows, whatever its kind: texts are found by their type. A plate stands for what is drawn in it."""
    for node in walk(value, _WHOLE):
        if isinstance(node, Pair):
            yield from _pair(node)
        elif isinstance(node, Both):
            yield from _both(node)
        elif isinstance(node, Amount):
            yield from _amount(node)
        elif isinstance(node, ChartPlate):
            yield from _inside(node.caption)
            yield node
        elif isinstance(node, EvidenceRow):
            yield from _evidence(node)
        elif is_a(node, Numbered):  # type: ignore[type-abstract]
            yield from map(_once, node.own())


def _chart(spec: ChartSpec, chart: Picture | None) -> Iterator[Expected]:
    """What is drawn, and in Word the alternative text; the chart itself says which numbers it adds to its data."""
    facts: list[str] = []
    undrawn = spec.undrawn()
    for node in walk(spec, (Both, EventMark, Datum)):
        if isinstance(node, Both):
            yield from _both(node)
        elif isinstance(node, EventMark):
            facts.append(node.fact)
            yield from _event(node)
        elif isinstance(node, Datum):
            facts.append(node.fact)
            if not any(node is one for one in undrawn):
                yield from _datum(node)
            yield from _both(node.label)
    if chart is not None:
        yield from (_once(text) for text in chart.own)
        yield from _both(chart.alt, tuple(dict.fromkeys(facts)), SAID)


def _datum(datum: Datum) -> Iterator[Expected]:
    """The number as it is drawn; where Chinese has one of its own, each in its language."""
    told: Literal["en", ""] = "en" if datum.shown_zh else ""
    yield Expected((squeeze(datum.shown),), datum.shown, (datum.fact,), told, PAGES, needed=True)
    if datum.shown_zh:
        yield Expected((squeeze(datum.shown_zh),), datum.shown_zh, (datum.fact,), "zh", PAGES, needed=True)


def _pair(pair: Pair) -> Iterator[Expected]:
    for language, line in (("zh", pair.zh), ("en", pair.en)):
        facts = tuple(piece.fact for piece in line if isinstance(piece, Figure) and piece.text)
        forms = tuple(dict.fromkeys(squeeze(text) for text in _printed(line)))
        spoken = alone_in_english(pair) if language == "en" else line
        alone = tuple(squeeze(text) for text in _printed(spoken)) if spoken != line else ()
        told: Literal["zh", "en"] = "zh" if language == "zh" else "en"
        yield Expected(forms, _raised(line, ""), facts, told, needed=bool(facts), alone=alone)


def _printed(line: Line) -> Iterator[str]:
    """As a page sets it, with raised numbers behind words, and as Word does."""
    yield from (_raised(form, between) for form in (with_rows_behind_words(line), line) for between in ("", ","))


def _raised(line: Line, between: str) -> str:
    """The line with the numbers of rows where they are raised; `between` stands between two that follow each other."""
    text, after_number = "", False
    for piece in line:
        if isinstance(piece, Break):
            text += " "
        elif isinstance(piece, Figure) and piece.row is not None:
            text += piece.text + (between if after_number and not piece.text else "") + str(piece.row)
            after_number = True
            continue
        else:
            text += piece.text
        after_number = False
    return text


def _both(text: Both, facts: tuple[str, ...] = (), writers: frozenset[Writer] = ANY) -> Iterator[Expected]:
    """Both languages; where they read the same, one is enough."""
    yield Expected((squeeze(text.zh),), text.zh, facts, "zh", writers, needed=bool(facts))
    yield Expected((squeeze(text.en),), text.en, facts, "en", writers, needed=bool(facts) and text.en != text.zh)


def _amount(amount: Amount) -> Iterator[Expected]:
    """One number for both languages; the raised number stands behind it or behind its unit."""
    row = "" if amount.row is None else str(amount.row)
    units = dict.fromkeys((amount.sign, amount.symbol, amount.unit.zh, amount.unit.en, ""))
    forms = [amount.number + amount.unit.zh + row + amount.sign]  # a list: 20亩 over mu
    forms += [amount.number + amount.english + amount.unit.zh + row]  # 88.63 million yuan over 8863万元
    forms += [amount.number + unit + row for unit in units] + [amount.number + row + unit for unit in units]
    tight = tuple(dict.fromkeys(squeeze(form) for form in forms))
    told: Literal["en", ""] = "en" if amount.worded or amount.zh else ""  # alone, Chinese does not count in millions
    yield Expected(tight, amount.number, (amount.fact,), told, needed=True, apart=True)
    yield from _both(amount.unit)
    if amount.worded or amount.zh:  # Chinese has a number of its own, with its unit: 386万元
        own = amount.zh + amount.zh_unit or amount.unit.zh or amount.full.zh
        yield Expected(
            (squeeze(own + row), squeeze(own)), own, (amount.fact,), "zh", ANY if amount.zh else SET, apart=True
        )


def _event(event: EventMark) -> Iterator[Expected]:
    yield from _both(
        Both(f"{event.when.zh}{event.label.zh}", f"{event.when.en}: {event.label.en}"), (event.fact,), PAGES
    )


def _evidence(row: EvidenceRow) -> Iterator[Expected]:
    yield from _both(row.what)
    yield from _both(row.printed, row.facts)
    yield from _both(row.period)
    quote, clause = ("".join(piece.text for piece in pieces) for pieces in (row.quote, row.clause))
    # a row of a table, 2020 8650, is digits with white space between them
    alone = (squeeze(row.quote[-1].text),) if row.derived else ()
    apart = any(map(str.isspace, quote))
    shown: tuple[tuple[str, frozenset[Writer]], ...] = ((quote, DOCX), (clause or quote, SET))
    yield from (
        Expected((squeeze(text),), text, row.facts, writers=writers, needed=True, apart=apart, alone=alone)
        for text, writers in shown
    )
    yield _once(str(row.number))


def _furniture(edition: Edition, sheets: int, listed: Mapping[str, int]) -> Iterator[Expected]:
    head, foot = edition.masthead, edition.foot
    heads = [(head.title, head.dated)]
    heads += [(one.title, one.dated) for one in (running_head(head, *each) for each in product(LANGUAGES, TYPES))]
    if head.plate and head.plate.number:
        heads.append((head.plate.number, head.place))
    texts = dict.fromkeys(text for one in (*heads, (head.place,)) for both in one for text in (both.zh, both.en))
    yield from (_once(text, often=True) for text in texts)
    for sheet in range(1, sheets + 1):
        alone = tuple(squeeze(f"{text}{sheet}") for text in (foot.zh, foot.en))
        yield replace(_once(f"{foot.zh}{foot.en}{sheet}"), alone=alone)
    yield from (_once(text, often=True) for text in (foot.zh, foot.en))
    for entry in every(ContentsEntry, edition.pages):
        yield from _listed(entry, sheets, listed)
    for phrase in edition.words.values():
        yield from (_once(text, often=True) for text in (phrase.zh, phrase.en) if "{" not in text)
    page = edition.words.get("page")
    if page:
        yield _once(page.zh.format(1), often=True)
        yield _once(page.en.format(1), often=True, writers=DOCX)
    captions = sum(1 for _ in every(Caption, edition.pages))
    for name in ("figure", "table"):
        if name in edition.words:
            word = edition.words[name]
            numbered = (f"{word.zh}{n}{word.en}{n}" for n in range(1, captions + 1))
            yield from (replace(_once(text, writers=DOCX), apart=True) for text in numbered)


def _listed(entry: ContentsEntry, sheets: int, listed: Mapping[str, int]) -> Iterator[Expected]:
    """A title in the list of contents, with the page that it is on: in Word a field, which says it until it counts."""
    title = entry.title
    pages = range(1, sheets + 1)
    forms = tuple(squeeze(f"{title.zh}{title.en}{page}") for page in pages)
    alone = tuple(squeeze(f"{text}{page}") for page in pages for text in (title.zh, title.en))
    yield Expected(forms, title.zh, writers=PDF, alone=alone, apart=True)
    yield _once(f"{title.zh}{title.en}{listed.get(entry.id, '')}", writers=DOCX)
    yield from (_once(text, writers=SCREEN) for text in (f"{title.zh}{title.en}", title.zh, title.en))


def _once(text: str, *, often: bool = False, writers: frozenset[Writer] = ANY) -> Expected:
    return Expected((squeeze(text),), text, writers=writers, often=often)
