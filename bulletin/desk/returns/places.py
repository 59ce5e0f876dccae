"""Where something stands, as an editor looks for it: page and story of the draft, its words, the content file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletin.messages import say, spoken
from bulletin.word import Kept
from bulletin.word.layout import WordParagraph

from .opened import Opened
from .shares import Allotment
from .written import printed

_STORY = re.compile(r"stories\.\d+")
_LONGEST = 60  # signs of the words that a place is called by


@dataclass(frozen=True, slots=True)
class Places:
    """`paths`: the first text of each paragraph of the draft, by its number; `titles`: of the stories."""

    paragraphs: Sequence[WordParagraph]
    pages: Sequence[int]
    paths: Mapping[int, str]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, kept: Kept, opened: Opened, shares: Allotment) -> Places:
        paths = {at: kept.entries[n].path for n, at in reversed(shares.at.items())}
        titles = {one.path: printed(one) for one in kept.entries if one.lang == spoken()}
        return cls(opened.paragraphs, opened.pages, paths, titles)

    def path(self, at: int | None) -> str:
        """The place in the content file of what stands in a paragraph; empty where none of its words come home."""
        return "" if at is None else self.paths.get(at, "")

    def where(self, at: int | None) -> str:
        """Page, story and words of a paragraph."""
        if at is None or at >= len(self.paragraphs):
            return ""
        words = " ".join(self.paragraphs[at].text.split())[:_LONGEST]
        if at >= len(self.pages):
            return say("change.in", words=words)
        story = self._story(at)
        if not story:
            return say("change.on-page", page=self.pages[at], words=words)
        return say("change.in-story", page=self.pages[at], story=story, words=words)

    def _story(self, at: int) -> str:
        """The title of the story that a paragraph stands in: that of its own words, else of those above it."""
        near = next((self.paths[n] for n in reversed(range(at + 1)) if n in self.paths), "")
        found = _STORY.match(near)
        return " ".join(self.titles.get(f"{found[0]}.title", "").split()) if found else ""
