"""The audit of a page for screens: view by view, as that of a file in one language, and then its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from typing import Literal

from bulletin.charts.draw import Chart
from bulletin.edition.blocks import Edition
from bulletin.edition.text import Both
from bulletin.problems import Problem
from bulletin.proofing.accounts import account, faults
from bulletin.proofing.audit import AuditError
from bulletin.proofing.expected import Expected, Writer, expected, in_language
from bulletin.proofing.squeezed import Part, squeeze
from bulletin.screen import Entry
from bulletin.screen.data import MACHINES
from bulletin.screen.write import PREFIXES, for_screens
from bulletin.variant import Language

EVIDENCE = "evidence"
_TIGHT = frozenset(("a", "b", "span", "sup", "mark", "small", "strong"))
_APART = frozenset(("l-zh", "l-en", "run", "n"))
"""Elements that end no word, and classes of those that do."""
NAMES = ("label_", "measure_", "time_", "text_", "when_")
"""Columns of chart data that say what a figure is of."""
_SAID = ("alt", "aria-label")
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


def audit_screen(
    name: str,
    data: bytes,
    edition: Edition,
    charts: Mapping[Language, Mapping[str, Chart]],
    shown: Sequence[Entry] | None = None,
) -> None:
    """Raises AuditError for a number that nothing accounts for, and for a figure that a view lacks.

    `charts` are those of each view, by plate id; `shown` is the evidence on tap, None in a fragment for WeChat, where
    charts are pictures and the evidence is a block among others.
    """
    read, problems = read_screen(data), list[Problem]()
    writer: Writer = "wechat" if shown is None else "screen"
    edition = edition if shown is None else for_screens(edition)
    for language, drawn in charts.items():
        part = Part(f"{name}: {language}", read[PREFIXES[language]])
        wanted = in_language([*expected(edition, drawn, {}, 0), *(_data(drawn) if shown is not None else ())], language)
        problems += faults(account(name, [part], wanted, writer))
    if shown is not None:
        problems += faults(account(name, [Part(EVIDENCE, read[EVIDENCE])], list(_evidence(shown)), "screen"))
    if problems:
        raise AuditError(problems)


def read_screen(data: bytes) -> dict[str, str]:
    """The text of each view by its name, and that of the evidence; with what is said of pictures."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return {name: "".join(pieces) for name, pieces in reader.found.items()}


def _data(drawn: Mapping[str, Chart]) -> Iterator[Expected]:
    """What tables of data say besides: each figure once, and names, which may have numbers in them."""
    for chart in drawn.values():
        head, *rows = chart.data
        for row in rows:
            for name, text in zip(head, row, strict=True):
                if text and name not in MACHINES:
                    language: Literal["en", ""] = "en" if name.endswith("_en") else ""
                    yield Expected((squeeze(text),), text, language=language, often=name.startswith(NAMES), apart=True)


def _evidence(shown: Sequence[Entry]) -> Iterator[Expected]:
    """The words of the register, and the quotes, which were held against the article; each where it stands."""
    for entry in shown:
        item = entry.item
        quote = "".join(piece.text for piece in item.quote)
        if quote:
            yield Expected((squeeze(quote),), quote, (item.id,), "zh", needed=True, apart=True)
        named = Both(f"{item.label.zh}{item.title.zh}", f"{item.label.en} {item.title.en}")
        yield from (replace(one, facts=(item.id,), needed=True, often=False) for one in _said(named))
        for text in (item.sum, item.period, item.state, *item.notes, entry.place):
            yield from _said(text)
        yield from (replace(one, often=True) for term in item.terms for one in _said(Both(term, term)))
        yield from _said(Both(f"第{item.line}行", f"line {item.line}"))
        yield from _said(Both(f"№ {entry.row}", ""))


def _said(text: Both) -> Iterator[Expected]:
    """Both languages, as often as they like."""
    for language, words in (("zh", text.zh), ("en", text.en)):
        if words:
            yield Expected(
                (squeeze(words),), words, language="zh" if language == "zh" else "en", often=True, apart=True
            )


class _Reader(HTMLParser):
    """Sorts the text of a page by the view in which it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self._open: list[tuple[str, str, bool]] = []  # element, the part that it begins or is in, is it tight?

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes, part = given.get("class", "").split(), self._open[-1][1] if self._open else ""
        if "view" in classes:
            part = classes[1]
        elif given.get("id") == EVIDENCE:
            part = EVIDENCE
        tight = tag in _TIGHT and "lang" not in given and not _APART & set(classes)
        self._say("" if tight else "\n", part)
        for name in _SAID:
            if given.get(name):
                self._say(f"\n{given[name]}\n", part)
        if tag not in _VOID:
            self._open.append((tag, part, tight))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, part, tight = self._open.pop()
            if name == tag:
                self._say("" if tight else "\n", part)
                return

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in ("script", "style"):
            self._say(data, self._open[-1][1])

    def _say(self, text: str, part: str) -> None:
        self.found.setdefault(part, []).append(text)
