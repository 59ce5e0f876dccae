"""The fixed phrases of templates/words.yaml."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from bulletin.edition.text import Mark
from bulletin.wording.both import Both


class _Phrase(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    zh: str
    en: str


class Words(BaseModel):
    """Phrases by name; a name that is not there is a KeyError, and a test asks for every one that code uses."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    themes: dict[str, _Phrase]
    status: dict[str, _Phrase]
    marks: dict[str, _Phrase]
    levels: dict[str, _Phrase]
    phrases: dict[str, _Phrase]
    review: dict[str, _Phrase]  # of the evidence page

    def phrase(self, name: str, zh: str | None = None, en: str | None = None) -> Both:
        """The phrase, its `{}` filled with the given words."""
        found = self.phrases[name]
        return Both(found.zh if zh is None else found.zh.format(zh), found.en if en is None else found.en.format(en))

    def all(self) -> dict[str, Both]:
        """What writers place themselves: the phrases, and the marks in words as mark_done, …"""
        marks = {f"mark_{name}": _both(phrase) for name, phrase in self.marks.items()}
        return {name: self.phrase(name) for name in self.phrases} | marks

    def theme(self, name: str) -> Both:
        return _both(self.themes[name])

    def state(self, name: str) -> Both:
        return _both(self.status[name])

    def mark(self, name: Mark) -> Both:
        return _both(self.marks[name])

    def reviewing(self, name: str) -> Both:
        return _both(self.review[name])

    def level(self, name: str) -> Both:
        return _both(self.levels[name])


def _both(phrase: _Phrase) -> Both:
    return Both(phrase.zh, phrase.en)
