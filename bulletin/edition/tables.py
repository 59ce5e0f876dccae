"""Tables of the summary: words, projects, terms, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bulletin.content import model
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Both, Line, Pair, Run, TableCell, TextTable, as_pair, plain
from bulletin.edition.comparisons import date_of, name_of
from bulletin.edition.lines import Setter
from bulletin.edition.plates import MARKS, Plates
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified

PROJECT_WIDTHS = [38, 14, 48]
MOST_ZH, MOST_EN = 17, 40
"""Characters that a line of a project's last column holds, at half the page's width."""


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
            tuple(TableCell(self._cell(cell, (*path, "rows", i, "cells", j))) for j, cell in enumerate(row.cells))
            for i, row in enumerate(plate.rows)
        )
        return self._table(plate, path, tuple(map(typography.both, plate.heads)), rows, plate.widths)

    def _cell(self, cell: model.Both, path: Path) -> Pair:
        pair = self.setter.pair(cell, path, raised=False, prose=False)
        return self.plates.doubts.pair(pair, [ref.id for ref in references(cell.zh)])

    def projects(self, plate: model.SomeProjects, path: Path) -> TextTable:
        """Under each subdistrict's name its projects: mark and name, the state in words, and how far it has got."""
        rows: list[tuple[TableCell, ...]] = []
        for name in plate.subdistricts:
            one = self.verified[name]
            rows.append((TableCell(self._heading(one), accent=one.content.accent),))
            rows += [self._project(name, project) for project in one.content.projects if project.tracked]
        table = self._table(plate, path, (), tuple(rows), PROJECT_WIDTHS)
        return replace(table, caption=replace(table.caption, note=self._others())) if plate.others else table

    def _heading(self, one: Verified) -> Pair:
        name, date = name_of(one), date_of(one)
        until = self.words_.phrase("as_of", date.zh, date.en)
        return Pair((Run(name.zh), Run(f"　{until.zh}")), (Run(name.en), Run(f", {until.en}")))

    def _project(self, name: str, project: model.Project) -> tuple[TableCell, ...]:
        title = self.setter.pair(_full(name, project.name), (), raised=False)
        state = as_pair(self.plates.doubts.state(self.words_.state(project.status), project, f"{name}."))
        said = self._said(name, project)
        return TableCell(title, (MARKS[project.status],)), TableCell(state), TableCell(said)

    def _said(self, name: str, project: model.Project) -> Pair:
        """As much of size, done and planned as a line holds; what was done comes first."""
        size, done, plan = (
            self.setter.pair(_full(name, text), (), raised=False, prose=False) if text else None
            for text in (project.size, project.done, project.plan)
        )
        choices = ((size, done, plan), (size, done), (done, plan), (done,), (size, plan), (plan,), (size,))
        texts = [_joined([part for part in choice if part]) for choice in choices]
        texts = [text for text in texts if text.zh] or [as_pair(self.words_.phrase("not_stated"))]
        return next((text for text in texts if _fits(text)), texts[-1])

    def _others(self) -> Pair:
        """The projects that the articles only name, each with its state."""
        head = self.words_.phrase("also_named")
        each = [self._named(one) for one in self.verified.values()]
        zh, en = (
            "；".join(filter(None, (both.zh for both in each))),
            "; ".join(filter(None, (both.en for both in each))),
        )
        return as_pair(Both(f"{head.zh}{zh}。", f"{head.en}{en}."))

    def _named(self, one: Verified) -> Both:
        zh: list[str] = []
        en: list[str] = []
        for project in one.content.projects:
            if not project.tracked:
                title, state = (
                    self.setter.both(_full(one.content.name, project.name)),
                    self.words_.state(project.status),
                )
                zh.append(f"{title.zh}（{state.zh}）")
                en.append(f"{title.en} ({state.en})")
        name = name_of(one)
        return Both(f"{name.zh}——{'、'.join(zh)}", f"{name.en} — {', '.join(en)}") if zh else Both("", "")

    def honours(self, plate: model.SomeHonours, path: Path) -> TextTable:
        """Honour, subdistrict, level and year, for every article that lists one of the name."""
        rows = tuple(row for zh in plate.names for row in self._holders(zh))
        heads = tuple(self.words_.phrase(name) for name in ("honour", "subdistrict", "level", "year"))
        return self._table(plate, path, heads, rows, [37, 23, 20, 20])

    def _holders(self, zh: str) -> list[tuple[TableCell, ...]]:
        name, missing = typography.both(model.Both(zh=zh, en=self.glossary[zh].en)), self.words_.phrase("not_stated")
        held = [(one, h) for one in self.verified.values() for h in one.content.honours if zh in h.name.zh]
        return [
            tuple(
                TableCell(as_pair(text))
                for text in (
                    name if i == 0 else Both("", ""),
                    name_of(one),
                    self.words_.level(honour.level),
                    Both(f"{honour.year}年", str(honour.year)) if honour.year else missing,
                )
            )
            for i, (one, honour) in enumerate(held)
        ]

    def terms(self, plate: model.TermList, path: Path) -> TextTable:
        """Terms beside what they mean."""
        chosen = [self.glossary[zh] for zh in plate.terms if zh in self.glossary]
        rows = tuple(
            (
                TableCell(as_pair(typography.both(model.Both(zh=term.zh, en=term.en)))),
                TableCell(as_pair(typography.both(term.explain))),
            )
            for term in chosen
            if term.explain
        )
        return self._table(plate, path, (), rows, [8, 15])

    def sources(self, plate: model.Sources, path: Path) -> TextTable:
        """Subdistrict, headline, byline, how the article was dated."""
        heads = tuple(self.words_.phrase(name) for name in ("subdistrict", "headline", "byline", "dated"))
        rows = tuple(self._source(one) for one in self.verified.values())
        return self._table(plate, path, heads, rows, [11, 36, 31, 22])

    def _source(self, one: Verified) -> tuple[TableCell, ...]:
        content = one.content
        missing = self.words_.phrase("not_stated")
        byline = typography.both(content.source.byline) if content.source.byline else missing
        texts = (name_of(one), typography.both(content.source.headline), byline)
        return (*(TableCell(as_pair(text)) for text in texts), TableCell(self._dating(one)))

    def _dating(self, one: Verified) -> Pair:
        """How the article was dated, in the curator's words, or what date was taken."""
        dated = one.content.dated
        if dated.how:
            return self.setter.pair(_full(one.content.name, dated.how), (), raised=False, prose=False)
        date = date_of(one)
        return as_pair(self.words_.phrase("article_stated" if dated.stated else "article_inferred", date.zh, date.en))

    def _table(
        self,
        plate: model.Frame,
        path: Path,
        heads: tuple[Both, ...],
        rows: tuple[tuple[TableCell, ...], ...],
        widths: list[int],
    ) -> TextTable:
        shares = tuple(width / sum(widths) for width in widths)
        return TextTable(
            self.plates.caption(plate, path, []), heads, rows, shares, "-".join(map(str, path)), plate.size
        )


def _joined(pairs: list[Pair]) -> Pair:
    """Texts of one cell, one behind the other; in English each may begin with a capital, so a dot parts them."""
    zh: Line = ()
    en: Line = ()
    for i, pair in enumerate(pairs):
        zh += (Run("；"), *pair.zh) if i else pair.zh
        en += (Run(" · "), *pair.en) if i else pair.en
    return Pair(zh, en)


def _fits(text: Pair) -> bool:
    return len(plain(text.zh)) <= MOST_ZH and len(plain(text.en)) <= MOST_EN


def _full(name: str, text: model.Both) -> model.Both:
    """The text of a content file with its references in full: `<flats>` → `<jingchenglu.flats>`."""
    return model.Both(zh=text.zh.replace("<", f"<{name}."), en=text.en.replace("<", f"<{name}."))
