"""Tables of the summary: words, projects, terms, sources."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.content import model
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Both, Line, Mark, Pair, Run, TableCell, TextTable
from bulletin.edition.comparisons import name_of
from bulletin.edition.dates import Moment, worded
from bulletin.edition.lines import Setter
from bulletin.edition.plates import MARKS, Plates
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified


class Tables:
    """Every table is a TextTable: heads, then rows of cells."""

    def __init__(
        self, verified: Mapping[str, Verified], setter: Setter, plates: Plates, glossary: model.Glossary, words: Words
    ):
        self.verified, self.setter, self.plates, self.words_ = verified, setter, plates, words
        self.glossary = {term.zh: term for term in glossary.terms}

    def words(self, plate: model.Table, path: Path) -> TextTable:
        """A table as the curator wrote it."""
        rows = tuple(
            tuple(
                TableCell(self.setter.pair(cell, (*path, "rows", i, "cells", j), raised=False, prose=False))
                for j, cell in enumerate(row.cells)
            )
            for i, row in enumerate(plate.rows)
        )
        return self._table(plate, path, tuple(map(typography.both, plate.heads)), rows, plate.widths)

    def projects(self, plate: model.SomeProjects, path: Path) -> TextTable:
        """Under each subdistrict's name its projects: name and status mark, then what is done and planned."""
        rows: list[tuple[TableCell, ...]] = []
        for name in plate.subdistricts:
            one = self.verified[name]
            rows.append((TableCell(self._heading(one), accent=one.content.accent),))
            rows += [self._project(name, project) for project in one.content.projects]
        heads = (self.words_.phrase("project"), self.words_.phrase("how_far"))
        return self._table(plate, path, heads, tuple(rows), [10, 13])

    def _heading(self, one: Verified) -> Pair:
        name, date = name_of(one), worded(Moment.parse(one.content.dated.value))
        until = self.words_.phrase("as_of_stated" if one.content.dated.stated else "as_of_inferred", date.zh, date.en)
        return _pair(Both(f"{name.zh}　{until.zh}", f"{name.en}, {until.en}"))

    def _project(self, name: str, project: model.Project) -> tuple[TableCell, ...]:
        mark: Mark = MARKS[project.status]
        texts = [_full(name, text) for text in (project.size, project.done, project.plan) if text]
        set_ = [self.setter.pair(text, (), raised=False, prose=False) for text in texts]
        title = _full(name, project.name)
        state = self.words_.state(project.status)
        said = _joined(set_) if set_ else _pair(state)
        return TableCell(self.setter.pair(title, (), raised=False), (mark,)), TableCell(said)

    def terms(self, plate: model.TermList, path: Path) -> TextTable:
        """Terms beside what they mean."""
        chosen = [self.glossary[zh] for zh in plate.terms if zh in self.glossary]
        rows = tuple(
            (TableCell(_pair(typography.both(model.Both(zh=term.zh, en=term.en)))), TableCell(_pair(typography.both(term.explain))))
            for term in chosen
            if term.explain
        )
        heads = (self.words_.phrase("term"), self.words_.phrase("meaning"))
        return self._table(plate, path, heads, rows, [9, 14])

    def sources(self, plate: model.Sources, path: Path) -> TextTable:
        """Subdistrict, headline, byline, how the article was dated."""
        heads = tuple(self.words_.phrase(name) for name in ("subdistrict", "headline", "byline", "dated"))
        rows = tuple(self._source(one) for one in self.verified.values())
        return self._table(plate, path, heads, rows, [10, 36, 28, 26])

    def _source(self, one: Verified) -> tuple[TableCell, ...]:
        content = one.content
        missing = self.words_.phrase("not_stated")
        byline = typography.both(content.source.byline) if content.source.byline else missing
        date = worded(Moment.parse(content.dated.value))
        dated = self.words_.phrase("facts_of" if content.dated.stated else "dated_inferred", date.zh, date.en)
        how = typography.both(content.dated.how) if content.dated.how else dated
        texts = (name_of(one), typography.both(content.source.headline), byline, how)
        return tuple(TableCell(_pair(text)) for text in texts)

    def _table(
        self, plate: model.Frame, path: Path, heads: tuple[Both, ...], rows: tuple[tuple[TableCell, ...], ...], widths: list[int]
    ) -> TextTable:
        shares = tuple(width / sum(widths) for width in widths)
        return TextTable(self.plates.caption(plate, path, []), heads, rows, shares, "-".join(map(str, path)), plate.size)


def _pair(text: Both) -> Pair:
    return Pair((Run(text.zh),), (Run(text.en),))


def _joined(pairs: list[Pair]) -> Pair:
    zh: Line = ()
    en: Line = ()
    for i, pair in enumerate(pairs):
        zh += (Run("；"), *pair.zh) if i else pair.zh
        en += (Run("; "), *pair.en) if i else pair.en
    return Pair(zh, en)


def _full(name: str, text: model.Both) -> model.Both:
    """The text of a content file with its references in full: `<flats>` → `<jingchenglu.flats>`."""
    return model.Both(zh=text.zh.replace("<", f"<{name}."), en=text.en.replace("<", f"<{name}."))
