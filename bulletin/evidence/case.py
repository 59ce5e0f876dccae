"""What a rule looks at: one content file, its article, the glossary, and where each fact's number stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from bulletin.content import translations
from bulletin.content.model import PLACES, Both, Dated, Fact, Glossary, Subdistrict, Summary
from bulletin.content.prose import references
from bulletin.content.sections import added
from bulletin.content.translations import Lock, Translation
from bulletin.content.yaml_text import Parsed, Path
from bulletin.evidence import named, texts
from bulletin.evidence.article import Article, bare
from bulletin.evidence.chinese_dates import same_date
from bulletin.evidence.how_far import uncut
from bulletin.evidence.numerals import Numeral, read
from bulletin.evidence.statement import Figures
from bulletin.evidence.texts import Names, Parts, is_finished, parts
from bulletin.problems import Level, Problem

Span = tuple[int, int]
OWN_WORDS = ("notes", "source", "dated", "left_out", "terms", "within", "place")
"""Where a content file speaks for itself, not for the article; rooms may add to it (`Section.own`)."""
_SHARES = re.compile(r"至|到|[—–~-]{1,2}|[、和与及×]")


@dataclass(frozen=True, eq=False)
class Texts:
    """A content file as text: what rules about prose look at. `known` holds the facts that its prose may refer to."""

    parsed: Parsed
    content: BaseModel
    glossary: Glossary
    known: Mapping[str, Fact]
    lock: Lock = field(default_factory=Lock, kw_only=True)
    beside: Mapping[str, Case] = field(default_factory=dict, kw_only=True)  # the summary's: the files it refers to

    @cached_property
    def names(self) -> Names:
        return Names.of(self.glossary)

    @cached_property
    def whole_names(self) -> tuple[str, ...]:
        """Names that no word of a stage may cut."""
        return tuple(term.zh for term in self.glossary.terms if term.kind == "name")

    def uncut(self, text: str) -> str:
        """A stretch for the words of stages: no name that is known loses a character to one."""
        return uncut(text, [name for name in self.whole_names if name in text])

    @cached_property
    def parts(self) -> Parts:
        """Every part of the file with its path."""
        return parts(self.content)

    @cached_property
    def pairs(self) -> tuple[tuple[Path, Both], ...]:
        """Every text of the file with its path."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, Both))

    @cached_property
    def finished(self) -> tuple[tuple[Path, Both], ...]:
        """The texts without a TODO: of one with it nothing is said but that, for it says nothing yet."""
        return tuple((path, text) for path, text in self.pairs if is_finished(text))

    @cached_property
    def told(self) -> tuple[tuple[Path, Both], ...]:
        """The texts that tell what an article says; notes and doubts are the curator's, the summary's briefs too."""
        own = {*OWN_WORDS, *added(own=True)} | (set() if isinstance(self, Case) else {"briefs"})
        return tuple(
            (path, text)
            for path, text in self.finished
            if path[0] not in own and path[-1] not in ("note", "doubt", "whose")
        )

    @cached_property
    def named(self) -> tuple[tuple[Path, str], ...]:
        """Every fact that is named outside prose, with its place."""
        return tuple(texts.named(self.parts))

    @cached_property
    def figures(self) -> Figures:
        """The facts as they are printed."""
        return Figures(self.known, {name: case.figures for name, case in self.beside.items()})

    def figures_in(self, path: Path, text: Both) -> list[str]:
        """The facts that a text speaks of: those it refers to, its own, those that its plate or figure shows."""
        counted = isinstance(self.content, Summary)
        if refs := [ref.id for ref in references(text.zh) if not (counted and ref.id == PLACES)]:
            return refs
        if path[0] == "facts":
            return [str(path[1])]
        within = path[:-1] if path[-1] in ("label", "title", "line", "note") else path
        return self._named_under.get(within, [])

    @cached_property
    def _named_under(self) -> Mapping[Path, list[str]]:
        """The facts that are named outside prose at a place and below it."""
        under: dict[Path, list[str]] = {}
        for at, id in self.named:
            for length in range(len(at) + 1):
                under.setdefault(at[:length], []).append(id)
        return under

    def home(self, id: str) -> Case | None:
        """The file whose article states a fact; in a summary one of those that it refers to."""
        return self.beside.get(id.partition(".")[0])

    def parents(self, path: Path) -> list[object]:
        """The content and every part of it on the way to a path."""
        found: list[object] = [self.content]
        for step in path:
            part: Any = found[-1]
            found.append(getattr(part, str(step)) if isinstance(part, BaseModel) else part[step])
        return found

    @property
    def stem(self) -> str:
        """The file's name as commands take it."""
        return self.parsed.file.rsplit("/", 1)[-1].removesuffix(".yaml")

    @cached_property
    def entries(self) -> list[Translation]:
        """Every text of the file as the lock would write it, in order."""
        return [translations.entry(self.stem, self.content, path, t.zh, t.en) for path, t in self.pairs]

    @cached_property
    def _looked_at(self) -> frozenset[tuple[str, str]]:
        return frozenset((entry.zh, entry.en) for entry in self.lock.files.get(self.stem, ()))

    def looked_at(self, text: Both) -> bool:
        """Has somebody held this English against this Chinese?"""
        return translations.hashes(text.zh, text.en) in self._looked_at

    def problem(
        self,
        rule: str,
        message: str,
        path: Path,
        needle: str = "",
        *,
        level: Level = "error",
        help: str = "",
        nth: int = 0,
        at_key: bool = False,
    ) -> Problem:
        """A problem at the value under `path`, or at `needle` inside it; `at_key`: at the key of the value."""
        notes = (("help", help),) if help else ()
        place = self.parsed.key_place(path) if at_key else self.parsed.place(path, needle, nth)
        return Problem(rule, message, place, level, notes)


@dataclass(frozen=True, eq=False)
class Case(Texts):
    """The content file of one article, and what it is compared with."""

    content: Subdistrict
    article: Article
    themes: frozenset[str] = field(default_factory=frozenset)
    accents: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def whole_names(self) -> tuple[str, ...]:
        """Those of the glossary and of the projects, and what labels begin with as the article has it."""
        text, labels = self.article.bare.text, [fact.label.zh for fact in self.content.facts.values() if fact.label]
        begun = (next((one[:n] for n in range(len(one), 2, -1) if one[:n] in text), "") for one in labels)
        projects = [project.name.zh for project in self.content.projects]
        return tuple(filter(None, dict.fromkeys([*super().whole_names, *projects, *begun])))

    def home(self, id: str) -> Case | None:
        return super().home(id) if "." in id else self

    @cached_property
    def told_of(self) -> str:
        """The bare article for the words of stages, of the same length; a heading ends as a sentence does."""
        text = self.uncut(self.article.bare.text)
        for at in self.article.behind_headings:
            text = f"{text[: at - 1]}。{text[at:]}"
        return text

    @cached_property
    def bare_names(self) -> tuple[Span, ...]:
        """Where the glossary's names and slogans stand in the bare article; a bare number only in quotation marks."""
        terms = [term for term in self.glossary.terms if term.kind != "term"]
        forms = {bare(form).text for term in terms for form in (term.zh, *term.zh_also)}
        text = self.article.bare.text
        found = {form: f'"{form}"' if read(form) is not None else form for form in forms}
        return tuple(span for form in found.values() for span in _occurrences(text, form))

    def in_name(self, numeral: Numeral) -> bool:
        """Is it part of a name of the glossary, of an honour's (第二批示范单位), or the phase of works (二期安置房)?"""
        names = [*self.bare_names]
        names += named.honours(self.article) if numeral.date is None else ()
        names += [one.span for one in named.works(self.article)] if numeral.kind == "ordinal" else ()
        return any(start <= numeral.digits[0] and numeral.digits[1] <= end for start, end in names)

    def quoted(self, part: object) -> list[Span]:
        """The spans of the quote of a fact, project, honour or left-out entry; exactly one where all is well."""
        if id(part) not in self._quoted:
            quote = getattr(part, "quote", None) or ""
            found = self.article.find(quote, getattr(part, "prefix", ""), getattr(part, "suffix", ""))
            if self.article.parts:
                wanted = self.content.number(getattr(part, "article", None))
                found = [span for span in found if self.article.number(span[0]) == wanted]
            self._quoted[id(part)] = part, found
        return self._quoted[id(part)][1]

    def dated_at(self, position: int) -> Dated | None:
        """When the article is from that stands there; a worksheet does not know it at first."""
        dates: tuple[Dated, ...] = getattr(self.content, "dates", ())
        return dates[self.article.number(position)] if dates else None

    @cached_property
    def _quoted(self) -> dict[int, tuple[object, list[Span]]]:
        return {}  # by the part, which is kept alive

    def inside(self, span: Span) -> list[Numeral]:
        """The article's numerals that lie wholly in `span`."""
        return [n for n in self.article.numerals if span[0] <= n.start and n.end <= span[1]]

    def candidates(self, fact: Fact) -> list[Numeral]:
        """The numerals of the fact's quote that stand before its unit, or are dates; narrowed by `exact`."""
        spans = self.quoted(fact)
        if len(spans) != 1:
            return []
        found = [n for n in self.inside(spans[0]) if self._fits(n, fact)]
        if fact.exact is None:
            return found
        exact = bare(fact.exact).text
        text = self.article.bare.text
        return [n for n in found if exact in (n.text, text[slice(*n.digits)])]

    def _fits(self, numeral: Numeral, fact: Fact) -> bool:
        if (numeral.date is not None) != (fact.date is not None):
            return False
        if numeral.kind == "name" and not (fact.date or "").startswith("--"):
            return False  # “五一” is no rival of 2025年
        if isinstance(fact.value, str) and numeral.kind not in ("fraction", "percent"):
            return False
        return fact.date is not None or self.unit_length(numeral, fact) is not None

    def unit_length(self, numeral: Numeral, fact: Fact) -> int | None:
        """Bare characters that the unit takes behind the numeral (0: none, or part of it); None: another unit."""
        unit = bare(fact.unit.zh).text if fact.unit else ""
        if not unit or unit == numeral.unit:
            return 0
        if self.article.bare.text.startswith(f"{unit}次", numeral.end) and unit in "人户件批班车台架":
            return None  # 1460人次 are no people
        if self.article.bare.text.startswith(unit, numeral.end):
            return len(unit)
        other = sharing(self.article, numeral)
        return None if other is None or self.unit_length(other, fact) is None else 0

    def numeral(self, fact: Fact) -> Numeral | None:
        """The numeral that the fact rests on: the first candidate with its value."""
        if id(fact) not in self._resting:  # every rule asks for the same facts
            self._resting[id(fact)] = fact, next((n for n in self.candidates(fact) if agrees(n, fact)), None)
        return self._resting[id(fact)][1]

    @cached_property
    def _resting(self) -> dict[int, tuple[Fact, Numeral | None]]:
        return {}


def agrees(numeral: Numeral, fact: Fact) -> bool:
    """Is it the same number, or the same date?"""
    if fact.date is not None:
        return same_date(numeral.date or "", fact.date)
    return fact.value is not None and numeral.value == Fraction(fact.value)


def sharing(article: Article, numeral: Numeral) -> Numeral | None:
    """500至600张, 1.7、2.2个百分点: the next number, where nothing but a link stands between and both are counted."""
    link = _SHARES.match(article.bare.text, numeral.end) if numeral.kind == "cardinal" and not numeral.unit else None
    other = next((n for n in article.numerals if link and n.start == link.end()), None)
    return other if other and other.kind in ("cardinal", "percent", "multiple") and not other.why else None


def _occurrences(text: str, form: str) -> list[Span]:
    spans, start = [], -1
    while form and (start := text.find(form, start + 1)) >= 0:
        spans.append((start, start + len(form)))
    return spans
