"""The plates of a summary whose pages nobody has laid out: what at least two content files have, as they declare it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bulletin.content.frame import Frame
from bulletin.content.model import Both, Period, Size, Term
from bulletin.edition.comparing import Comparing, in_full_names, name_of, time_of
from bulletin.evidence.article import bare
from bulletin.evidence.verify import Verified
from bulletin.plates.honours.model import SomeHonours
from bulletin.plates.levels.model import Levels
from bulletin.plates.matrix.model import Matrix
from bulletin.plates.projects.model import SomeProjects
from bulletin.plates.sources.model import Sources
from bulletin.plates.spans.model import SpanItem, Spans
from bulletin.plates.terms.model import TermList

SHARED = 2
"""Content files that must have a thing before there is a plate of it."""
TERMS, NAMES, EXPLAINED = 8, 6, 24
"""The most terms of the matrix, names of honours, and terms that are explained."""
FEW, LETTERS = 12, 14
"""Up to so many places each has two spans, and a chart of half the width has room for names of so many letters."""


class Composing:
    """Chooses for the places of one summary. Nothing is worded here that is not a fixed phrase."""

    def __init__(self, plates: Comparing):
        self.plates, self.verified = plates, plates.verified
        self.terms = list(plates.glossary.values())

    def frames(self) -> Iterator[tuple[str, Frame]]:
        """The plates behind the findings in their order, each with its name; `spans` goes before."""
        for name, made in _PLATES.items():
            if frame := made(self):
                yield name, frame

    def words(self, name: str) -> Both:
        """A fixed phrase as a content file would have it."""
        phrase = self.plates.words.phrase(name)
        return Both(zh=phrase.zh, en=phrase.en)

    def spans(self) -> Spans | None:
        """When the key figures of each article are from, at different times; the articles' own dates besides."""
        most = 2 if len(self.verified) <= FEW else 1
        found = [span for one in self.verified.values() for span in self._spans_of(one, most)]
        whole = len({span.of.split(".")[0] for span in found}) >= SHARED
        return Spans(kind="spans", title=self.words("spans_title"), spans=found) if whole else None

    def _spans_of(self, one: Verified, most: int) -> list[SpanItem]:
        """Its key figures first, each time once, then other facts that have a time, if no key figure has."""
        name, facts = one.content.name, one.content.facts
        labels = {id: figure.label for figure in one.content.key_figures if len(figure.of) == 1 for id in figure.of}
        keys = [id for figure in one.content.key_figures for id in figure.of]
        times: dict[Period, SpanItem] = {}
        for id in (*keys, *facts):
            when = time_of(one, facts[id])
            label = labels.get(id) or facts[id].label
            if when is None or when in times or (id not in keys and times) or facts[id].unprinted or label is None:
                continue
            times[when] = SpanItem(of=f"{name}.{id}", text=in_full_names(name, label))
        return list(times.values())[:most]

    def levels(self) -> Levels | None:
        """Of the articles that list honours."""
        names = [name for name, one in self.verified.items() if one.content.honours]
        if len(names) < SHARED:
            return None
        title, line = self.words("levels_title"), self.words("levels_line")
        longest = max(len(word) for name in names for word in name_of(self.verified[name]).en.split())
        size: Size = "half" if len(names) <= FEW and longest <= LETTERS else "full"
        return Levels(kind="levels", title=title, line=line, subdistricts=names, size=size)

    def honours(self) -> SomeHonours | None:
        """Names of the glossary that honours of several places have, each as long as can be."""
        held = {
            term.zh: [name for name, one in self.verified.items() if _holds(one, term.zh)]
            for term in self.terms
            if term.kind != "name"
        }
        shared = [zh for zh, names in held.items() if len(names) >= SHARED]
        longest = [zh for zh in shared if not any(zh != other and zh in other for other in shared)]
        chosen = sorted(longest, key=lambda zh: -len(held[zh]))[:NAMES]
        title, line = self.words("same_honours"), self.words("honours_line")
        return SomeHonours(kind="honours", title=title, line=line, names=chosen) if chosen else None

    def matrix(self) -> Matrix | None:
        """Terms that the content files explain or the glossary has as slogans, and that several articles use.

        Those that every article uses go last: they tell no article from another.
        """
        listed = {zh for one in self.verified.values() for zh in one.content.terms}
        wanted = [term for term in self.terms if term.kind == "slogan" or term.zh in listed]
        used = {term.zh: self._users(term) for term in wanted}
        shared = [zh for zh, n in used.items() if n >= SHARED]
        chosen = sorted(shared, key=lambda zh: (used[zh] == len(self.verified), -used[zh]))[:TERMS]
        title, line = self.words("matrix_title"), self.words("matrix_line")
        return Matrix(kind="matrix", title=title, line=line, terms=chosen) if len(chosen) >= SHARED else None

    def projects(self) -> SomeProjects | None:
        """What the trackers follow."""
        names = [
            name for name, one in self.verified.items() if any(project.tracked for project in one.content.projects)
        ]
        if len(names) < SHARED:
            return None
        return SomeProjects(kind="projects", title=self.words("projects_title"), subdistricts=names, size="full")

    def explained(self) -> TermList | None:
        """Terms that at least two content files explain, those of most first, or that the matrix has."""
        matrix = self.matrix()
        count = {
            term.zh: sum(term.zh in one.content.terms for one in self.verified.values())
            for term in self.terms
            if term.explain
        }
        chosen = {zh for zh, n in count.items() if n >= SHARED} | {*(matrix.terms if matrix else ())} & count.keys()
        terms = sorted(chosen, key=lambda zh: (-count[zh], list(count).index(zh)))[:EXPLAINED]
        return TermList(kind="terms", title=self.words("terms_title"), terms=terms) if terms else None

    def sources(self) -> Sources:
        return Sources(kind="sources", title=self.words("all_sources"))

    def _users(self, term: Term) -> int:
        forms = [bare(form).text for form in (term.zh, *term.zh_also)]
        return sum(any(form in one.article.bare.text for form in forms) for one in self.verified.values())


_PLATES: dict[str, Callable[[Composing], Frame | None]] = {
    "levels": Composing.levels,
    "honours": Composing.honours,
    "matrix": Composing.matrix,
    "projects": Composing.projects,
    "terms": Composing.explained,
    "sources": Composing.sources,
}


def _holds(one: Verified, zh: str) -> bool:
    return any(zh in honour.name.zh for honour in one.content.honours)
