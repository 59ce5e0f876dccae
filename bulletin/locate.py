"""Where in the content, the glossary, the fixed phrases or a template something stands that a page would show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bulletin.content.whereabouts import place_of
from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.problems import Place
from bulletin.project import SUMMARY
from bulletin.proofing.squeezed import squeeze
from bulletin.workshop import Workshop

_UNSHOWN = frozenset(("allow", "why", "status_why", "level_why", "where", "unprinted", "prefix", "suffix", "exact"))
_REFERENCE = re.compile(r"<[^<>]*>|\*\*|\n")
_QUOTED = re.compile(r"“(.+)”")
_SECOND = re.compile("”(?: and |与)“")
_LEAST = 2  # characters that two texts have in common before one is taken for the other


@dataclass(frozen=True)
class Leaf:
    """A text of a file; `pieces` are what is between its references, squeezed."""

    parsed: Parsed
    path: Path
    text: str

    @property
    def pieces(self) -> list[str]:
        return [squeezed for piece in _REFERENCE.split(self.text) if len(squeezed := squeeze(piece)) >= _LEAST]


class Locator:
    """Looks through the files that a publication is made of: its own first, then the house's, then the templates."""

    def __init__(self, workshop: Workshop, name: str):
        self.workshop, self.name = workshop, name

    @cached_property
    def leaves(self) -> list[Leaf]:
        """Every text of these files: gathered when something is looked for."""
        return [leaf for parsed in self._files() for leaf in _leaves(parsed, parsed.data, ())]

    def _files(self) -> Iterator[Parsed]:
        library, project = self.workshop.library, self.workshop.project
        if self.name == SUMMARY and library.summary:
            yield library.summary[0]
            yield from (library.contents[each][0] for each in library.summary[1].order if each in library.contents)
        elif self.name in library.contents:
            yield library.contents[self.name][0]
        yield from (parsed for parsed, _ in library.house)
        words = project.templates / "words.yaml"
        yield _parsed(project.read(words), project.shown(words))

    @property
    def file(self) -> Parsed:
        """The publication's own."""
        return self.leaves[0].parsed

    def all_of(self, text: str) -> list[Place]:
        """Every place of it, word for word; in templates where no content has it, else the publication's file."""
        found = [leaf.parsed.place(leaf.path, text) for leaf in self.leaves if text in leaf.text]
        return found or list(self.in_templates(text)) or [Place(self.file.file)]

    def in_templates(self, text: str) -> Iterator[Place]:
        """Every line of a template that says it."""
        project = self.workshop.project
        for path in sorted(project.templates.rglob("*.j2")):
            for number, line in enumerate(project.read(path).split("\n"), 1):
                if text in line:
                    yield Place(project.shown(path), number, line.index(text) + 1, len(text))

    def line(self, line: str) -> Place:
        """What the engine said of a box, by the words of it that it quotes: page 2: <p> “街道新建” sticks out …"""
        quoted = _QUOTED.search(line)
        if not quoted:
            return self.file.place(())
        words = _SECOND.split(quoted[1])[0].removesuffix("…")
        return self.words(words) or self.text(words)

    def words(self, words: str) -> Place | None:
        """The text that words of a page were set from, as they were read off it: pieces of a line, with its figures."""
        return place_of(words, ((leaf.parsed, leaf.path, leaf.text) for leaf in self.leaves))

    def text(self, text: str, within: Path = (), facts: Sequence[str] = ()) -> Place:
        """The text that this one was made of: the longest that has a piece in common.

        Inside the part at `within` first, then among the labels of `facts`, then anywhere; else where one is named.
        """
        wanted = squeeze(text)
        inside = [leaf for leaf in self.leaves if leaf.parsed is self.file and leaf.path[: len(within)] == within]
        ids = {fact.rpartition(".")[2] for fact in facts}
        labels = [leaf for leaf in self.leaves if leaf.path[:1] == ("facts",) and leaf.path[1] in ids]
        for leaves in (inside, labels, self.leaves):
            best = max(leaves, key=lambda leaf: _in_common(leaf, wanted), default=None)
            if best and _in_common(best, wanted):
                return best.parsed.place(best.path)
        return self._named(facts) or self.file.place(within)

    def _named(self, facts: Sequence[str]) -> Place | None:
        """Where the publication's own file shows one of the facts, else where it states it."""
        own = [leaf for leaf in self.leaves if leaf.parsed is self.file]
        shown = [leaf for leaf in own if leaf.text in facts]
        stated = [leaf for leaf in own if leaf.path[:1] == ("facts",) and leaf.path[1] in facts]
        leaf = next(iter(shown or stated), None)
        return leaf.parsed.place(leaf.path) if leaf else None


def _in_common(leaf: Leaf, wanted: str) -> int:
    """How much of the wanted text the leaf holds, or of the leaf the text."""
    if len(wanted) < _LEAST:
        return 0
    whole = sum(len(piece) for piece in leaf.pieces if piece in wanted)
    return max(whole, len(wanted) * any(wanted in piece for piece in leaf.pieces))


_parsed = lru_cache(maxsize=1)(parse)
"""The fixed phrases are looked through at every save, and hardly ever change."""


def _leaves(parsed: Parsed, data: Any, path: Path) -> Iterator[Leaf]:
    if isinstance(data, str):
        yield Leaf(parsed, path, data)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _UNSHOWN:
                yield from _leaves(parsed, value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(parsed, value, (*path, number))
