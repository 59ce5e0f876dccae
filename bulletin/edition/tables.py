"""Tables of the summary: words, projects, terms, sources."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.content import model
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Both, Line, Pair, Run, TableCell, TextTable
from bulletin.edition.comparisons import LEVELS, date_of, name_of
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
        """Under each subdistrict's name its projects: mark and name, then the state in words and how far it has got."""
        rows: list[tuple[TableCell, ...]] = []
        for name in plate.subdistricts:
            one = self.verified[name]
            rows.append((TableCell(self._heading(one), accent=one.content.accent),))
            rows += [self._project(name, project) for project in one.content.projects if project.tracked]
            if others := [project for project in one.content.projects if not project.tracked]:
                rows.append(self._others(name, others))
        return self._table(plate, path, (), tuple(rows), [10, 16])

    def _heading(self, one: Verified) -> Pair:
        name, date = name_of(one), date_of(one)
        until = self.words_.phrase("as_of", date.zh, date.en)
        return Pair((Run(name.zh), Run(f"　{until.zh}")), (Run(name.en), Run(f", {until.en}")))

    def _project(self, name: str, project: model.Project) -> tuple[TableCell, ...]:
        state = self.words_.state(project.status)
        texts = [_full(name, text) for text in (project.size, project.done, project.plan) if text]
        said = [self.setter.pair(text, (), raised=False, prose=False) for text in texts]
        title = self.setter.pair(_full(name, project.name), (), raised=False)
        return TableCell(title, (MARKS[project.status],)), TableCell(_joined([_pair(state), *said]))

    def _others(self, name: str, projects: list[model.Project]) -> tuple[TableCell, ...]:
        """The projects that the article only names, each with its state."""
        zh: list[str] = []
        en: list[str] = []
        for project in projects:
            title, state = self.setter.both(_full(name, project.name)), self.words_.state(project.status)
            zh.append(f"{title.zh}（{state.zh}）")
            en.append(f"{title.en} ({state.en})")
        return TableCell(_pair(self.words_.phrase("also_named"))), TableCell(_pair(Both("、".join(zh), ", ".join(en))))

    def honours(self, plate: model.SomeHonours, path: Path) -> TextTable:
        """Subdistrict, level and names; the articles that list none share the last row."""
        rows = [row for one in self.verified.values() for row in self._honoured(one)]
        silent = [name_of(one) for one in self.verified.values() if not one.content.honours]
        if silent:
            names = Both("、".join(n.zh for n in silent), ", ".join(n.en for n in silent))
            rows.append((TableCell(_pair(names)), TableCell(_pair(self.words_.phrase("figure_not_stated")))))
        heads = tuple(self.words_.phrase(name) for name in ("subdistrict", "honour"))
        return self._table(plate, path, heads, tuple(rows), [17, 83])

    def _honoured(self, one: Verified) -> list[tuple[TableCell, ...]]:
        rows = []
        for level in LEVELS:
            if honours := [honour for honour in one.content.honours if honour.level == level]:
                name, words = name_of(one), self.words_.level(level)
                who = Both(f"{name.zh}，{words.zh}", f"{name.en}, {words.en}")
                rows.append((TableCell(_pair(who)), TableCell(_pair(_listed(honours)))))
        return rows

    def terms(self, plate: model.TermList, path: Path) -> TextTable:
        """Terms beside what they mean."""
        chosen = [self.glossary[zh] for zh in plate.terms if zh in self.glossary]
        rows = tuple(
            (
                TableCell(_pair(typography.both(model.Both(zh=term.zh, en=term.en)))),
                TableCell(_pair(typography.both(term.explain))),
            )
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
        texts = (name_of(one), typography.both(content.source.headline), byline)
        return (*(TableCell(_pair(text)) for text in texts), TableCell(self._dating(one)))

    def _dating(self, one: Verified) -> Pair:
        """How the article was dated, in the curator's words, or what date was taken."""
        dated = one.content.dated
        if dated.how:
            return self.setter.pair(_full(one.content.name, dated.how), (), raised=False, prose=False)
        date = date_of(one)
        return _pair(self.words_.phrase("article_stated" if dated.stated else "article_inferred", date.zh, date.en))

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


def _pair(text: Both) -> Pair:
    return Pair((Run(text.zh),), (Run(text.en),))


def _joined(pairs: list[Pair]) -> Pair:
    """Texts of one cell, one behind the other; in English each may begin with a capital, so a dot parts them."""
    zh: Line = ()
    en: Line = ()
    for i, pair in enumerate(pairs):
        zh += (Run("；"), *pair.zh) if i else pair.zh
        en += (Run(" · "), *pair.en) if i else pair.en
    return Pair(zh, en)


def _listed(honours: list[model.Honour]) -> Both:
    """Their names, with the year where the article gives it."""
    names = [typography.both(honour.name) for honour in honours]
    zh = [f"{name.zh}（{h.year}年）" if h.year else name.zh for name, h in zip(names, honours, strict=True)]
    en = [f"{name.en} ({h.year})" if h.year else name.en for name, h in zip(names, honours, strict=True)]
    return Both("；".join(zh), "; ".join(en))


def _full(name: str, text: model.Both) -> model.Both:
    """The text of a content file with its references in full: `<flats>` → `<jingchenglu.flats>`."""
    return model.Both(zh=text.zh.replace("<", f"<{name}."), en=text.en.replace("<", f"<{name}."))
