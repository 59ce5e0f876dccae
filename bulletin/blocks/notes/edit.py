"""What notes, sources and imprint show."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.edition import typography
from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker, articles, letter
from bulletin.edition.text import Both, Pair


@dataclass(frozen=True, slots=True)
class Notes(Block):
    """Curator's notes, sources and imprint, in three columns."""

    notes_title: Both
    notes: tuple[Pair, ...]
    sources_title: Both
    sources: tuple[Both, ...]
    id: str = "notes"

    def own(self) -> tuple[str, ...]:
        """The numbers of the notes, in both columns."""
        return tuple(f"{number}." for number in range(1, len(self.notes) + 1) for _ in ("zh", "en"))


def make(compositor: Compositor) -> Notes:
    notes = tuple(compositor.setter.pair(note, ("notes", i)) for i, note in enumerate(compositor.content.notes))
    return Notes(
        compositor.words.phrase("notes_title"), notes, compositor.words.phrase("sources_title"), _sources(compositor)
    )


def _sources(compositor: Compositor) -> tuple[Both, ...]:
    found: list[Both] = []
    every = articles(compositor.verified)
    for number, (source, article) in enumerate(every):
        parts = [typography.both(part) for part in (source.headline, source.byline, source.published) if part]
        if len(every) > 1:
            parts[0] = Both(*(letter(number) + text for text in (parts[0].zh, parts[0].en)))
        found += [*parts, Both(article.signature, "")]
    return (*found, *map(typography.both, compositor.publication.imprint))


MAKER = Maker(make)
