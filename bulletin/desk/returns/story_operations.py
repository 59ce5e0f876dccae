"""What a person did to whole stories: a new one, one cut in two, two that became one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin.messages import say

from .lines import changed, place

Words = tuple[str, str]
"""Chinese and English; either may be missing."""


@dataclass(frozen=True, slots=True)
class NewStory:
    """A story behind story `after` of the baseline (-1: at the head); `kicker`: what stands over its title.

    `at`: its first paragraph in the draft; of several behind one story, the first there stands first.
    """

    after: int
    title: Words
    kicker: Words
    paragraphs: tuple[Words, ...]
    at: int = 0

    @property
    def path(self) -> str:
        return f"stories.{max(0, self.after)}"

    def told(self) -> str:
        where = place("stories", self.after)
        return say("change.new-story", where=where) + changed([*self.kicker, *self.title, *_flat(self.paragraphs)])


@dataclass(frozen=True, slots=True)
class CutStory:
    """A title was put into a story behind its paragraph `behind` of the baseline: what follows is a story of its own.

    It stands behind story `after`. `paragraphs`: new ones right under the title; `plates`: those below.
    """

    path: str
    behind: int
    after: int
    title: Words
    kicker: Words
    paragraphs: tuple[Words, ...]
    plates: tuple[str, ...]
    at: int = 0

    @property
    def container(self) -> str:
        return f"{self.path}.paragraphs"

    def told(self) -> str:
        where = place(self.container, self.behind)
        return say("change.cut-story", path=self.path, where=where) + changed(
            [*self.kicker, *self.title, *_flat(self.paragraphs)]
        )


@dataclass(frozen=True, slots=True)
class JoinStory:
    """The title of a story was taken out: what stood under it belongs to the story at `path` above."""

    path: str
    gone: str
    title: Words

    def told(self) -> str:
        return say("change.joined-story", gone=self.gone, path=self.path) + changed([], self.title)


StoryOperation = NewStory | CutStory | JoinStory


def _flat(paragraphs: Iterable[Words]) -> list[str]:
    return [text for both in paragraphs for text in both]
