"""What a person put in, or took out, where the program sets the words: key figures, terms, evidence, photographs."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.messages import say
from bulletin.word.look import Lang

from .lines import changed, lines

Words = tuple[str, str]
"""Chinese and English; either may be missing."""


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A key figure behind that of the fact `above` (empty: at the head): numbers as they are typed, and their label."""

    above: str
    typed: tuple[str, ...]
    label: Words
    at: int = 0
    path: str = "key_figures"

    def told(self) -> str:
        return say("change.new-figure", figure=" + ".join(self.typed)) + changed(self.label)


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term and what it means, behind the term `above` (empty: at the head)."""

    above: str
    term: Words
    text: Words
    at: int = 0
    path: str = "terms"

    def told(self) -> str:
        return say("change.new-term", term=" ".join(filter(None, self.term))) + changed(self.text)


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A row of evidence: what the figures are, how they are printed, and words of the article."""

    what: Words
    printed: Words
    quote: str
    at: int = 0
    path: str = "facts"

    def told(self) -> str:
        return say("change.new-evidence", quote=self.quote) + changed((*self.what, *self.printed))


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A picture behind plate `after` of a story (-1: at the head); `file` as it is saved, `digest` of its bytes."""

    container: str
    after: int
    file: str
    alt: Words
    caption: Words
    digest: str
    name: str
    at: int = 0

    @property
    def path(self) -> str:
        return self.container

    def told(self) -> str:
        return say("change.new-photo", name=self.name, list=self.container) + changed((*self.alt, *self.caption))


@dataclass(frozen=True, slots=True)
class TakenFigure:
    """The key figure of these facts was taken out; `texts`: path, language and words of its label."""

    facts: tuple[str, ...]
    printed: tuple[str, ...]
    texts: tuple[tuple[str, Lang, str], ...]
    at: int = 0
    path: str = "key_figures"

    def told(self) -> str:
        rows = lines(f"- {text}" for _, _, text in self.texts)
        return say("change.taken-figure", figure=" + ".join(self.printed)) + rows


@dataclass(frozen=True, slots=True)
class TakenTerm:
    """A term was taken out with what it means."""

    term: Words
    text: Words
    at: int = 0
    path: str = "terms"

    def told(self) -> str:
        return say("change.taken-term", term=" ".join(filter(None, self.term))) + changed([], self.text)


EntryOperation = NewFigure | NewTerm | NewEvidence | NewPhoto | TakenFigure | TakenTerm
