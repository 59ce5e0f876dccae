"""Where each thing on a page leads: to its text in the content file, and to the facts whose quotes bear it out.

A page carries its words and its tags; an Edition knows the place of every text in the content. What reads the same
is the same: the words of a page, squeezed, are looked for among the texts of the Edition, then in all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Literal

from bulletin.blocks.evidence.edit import Evidence
from bulletin.content.yaml_text import Parsed, Path
from bulletin.desk.watch.marked import Box, Glyph, Part, Sheet, lines
from bulletin.desk.watch.nearest import Nearest
from bulletin.desk.watch.places import dotted, extent
from bulletin.desk.watch.texts import SetText, path_of, set_texts, squeezed
from bulletin.edition.blocks import Amount, Edition
from bulletin.edition.register import shown
from bulletin.edition.text import Both
from bulletin.edition.walk import every, walk
from bulletin.locate import Leaf, Locator
from bulletin.proofing.squeezed import squeeze

Kind = Literal["text", "number", "picture", "row"]
_LEAST = 3
"""Characters from which a piece of a text is taken for a part of it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing on a page that can be pointed at. `path` is its place in `file`, dotted; lines count from 1.

    `facts` are the ids whose quotes it rests on. A `number` lies inside a `text`.
    """

    kind: Kind
    words: str
    boxes: tuple[Box, ...]
    facts: tuple[str, ...] = ()
    path: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    last: int = 0


@dataclass
class Leads:
    """Of one publication. `alts`: what is said of each chart, by the id of its plate."""

    edition: Edition
    locator: Locator
    alts: Mapping[str, Both] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._texts = {text.squeezed: text for text in reversed(list(set_texts(self.edition))) if text.squeezed}
        self._near = Nearest(self.locator.leaves)
        self._amounts: dict[str, list[str]] = {}
        for amount in every(Amount, self.edition.pages):
            number, ours = amount.number, f"{amount.zh}{amount.zh_unit}"
            for said in dict.fromkeys((number, f"{number}{amount.sign}", f"{number}{amount.symbol}", ours)):
                self._amounts.setdefault(squeeze(said), []).append(amount.fact)

    @cached_property
    def _rows(self) -> dict[int, tuple[str, ...]]:
        return {row.number: row.facts for block in every(Evidence, self.edition.pages) for row in block.rows}

    @cached_property
    def _plates(self) -> dict[str, tuple[Path, tuple[str, ...]]]:
        """Of each plate, by the squeezed words that are said of its picture: its place and its facts."""
        found = dict[str, tuple[Path, tuple[str, ...]]]()
        for node in walk(self.edition.pages):
            id = str(getattr(node, "id", ""))
            if (alt := self.alts.get(id)) and hasattr(node, "caption"):
                held = path_of(id), tuple(sorted(shown(node)))
                found |= {squeeze(alt.zh): held, squeeze(alt.en): held}
        return found

    def spots(self, sheet: Sheet) -> tuple[Spot, ...]:
        """What can be pointed at on a page, in the order of reading."""
        return tuple(spot for part in sheet.parts for spot in self._part(part))

    def _part(self, part: Part) -> Iterator[Spot]:
        if part.tag == "Figure":
            yield from self._picture(part)
            return
        rows = list(_raised(part.glyphs))
        own = [glyph for glyph, raised in zip(part.glyphs, _are_raised(part.glyphs), strict=True) if not raised]
        if part.tag == "TR":
            yield from self._row(part, rows)
        elif not self._is_amount(own) and (found := self._found(own)) and found[0].path:
            yield from self._sentences(*found, own)
        elif own:
            yield self._other(own, tuple(fact for number, _ in rows for fact in self._rows.get(number, ())))
        for number, glyphs in rows:
            if facts := self._rows.get(number, ()):
                boxes = lines(tuple(glyph.box for glyph in glyphs))
                yield self._spot("number", str(number), boxes, facts, ("facts", facts[0]))

    def _is_amount(self, glyphs: Sequence[Glyph]) -> bool:
        """Is this a large number by itself, which a text may hold, too?"""
        said = squeeze("".join(glyph.char for glyph in glyphs))
        return said in self._amounts and said not in self._texts

    def _picture(self, part: Part) -> Iterator[Spot]:
        if part.frame and part.alt:
            path, facts = self._plates.get(squeeze(part.alt), ((), ()))
            yield self._spot("picture", part.alt, (part.frame,), facts, path)

    def _row(self, part: Part, rows: Sequence[tuple[int, list[Glyph]]]) -> Iterator[Spot]:
        """A row of the evidence leads to its fact, another one to the text that it has most of."""
        boxes = (_around([glyph.box for glyph in part.glyphs]),)
        facts = self._rows.get(rows[0][0], ()) if rows and part.words.strip().startswith(str(rows[0][0])) else ()
        if facts:
            yield self._spot("row", part.words, boxes, facts, ("facts", facts[0]))
            return
        wanted = squeeze(part.words)
        held = max((text for text in self._texts.values() if text.squeezed in wanted), key=_length, default=None)
        cited = tuple(fact for number, _ in rows for fact in self._rows.get(number, ()))
        if held and len(held.squeezed) >= _LEAST:
            yield self._spot("row", part.words, boxes, cited, held.path[:2] if held.path[0] != "facts" else held.path)
        else:
            yield self._at_leaf("row", part.words, boxes, cited)

    def _found(self, glyphs: Sequence[Glyph]) -> tuple[SetText, int] | None:
        """The text that the characters are, or are a part of, and where in it they begin."""
        wanted = squeeze("".join(glyph.char for glyph in glyphs))
        if not wanted:
            return None
        if wanted in self._texts:
            return self._texts[wanted], 0
        if len(wanted) < _LEAST:
            return None
        held = ((text, text.squeezed.find(wanted)) for text in self._texts.values())
        return min(((text, at) for text, at in held if at >= 0), key=lambda one: _length(one[0]), default=None)

    def _sentences(self, text: SetText, start: int, glyphs: Sequence[Glyph]) -> Iterator[Spot]:
        """Each sentence, then the figures inside it."""
        told = [at for at, glyph in enumerate(glyphs) for _ in squeezed(glyph.char)]
        placed = list(zip(text.chars[start : start + len(told)], told, strict=False))
        for at, group in groupby(placed, key=lambda one: one[0].sentence):
            sentence = list(group)
            held = glyphs[sentence[0][1] : sentence[-1][1] + 1]
            facts = tuple(dict.fromkeys(char.fact for char, _ in sentence if char.fact))
            yield self._set("text", held, facts, text.path, text.source[at])
            for fact, figure in groupby(sentence, key=lambda one: one[0].fact):
                if fact:
                    numbers = [place for _, place in figure]
                    yield self._set("number", glyphs[numbers[0] : numbers[-1] + 1], (fact,), text.path, f"<{fact}")

    def _set(self, kind: Kind, glyphs: Sequence[Glyph], facts: tuple[str, ...], path: Path, needle: str) -> Spot:
        words = "".join(glyph.char for glyph in glyphs).strip()
        return self._spot(kind, words, lines(tuple(glyph.box for glyph in glyphs)), facts, path, needle)

    def _other(self, glyphs: Sequence[Glyph], cited: tuple[str, ...]) -> Spot:
        """A large figure leads to its fact; anything else to the text of a file that it has most of."""
        words, boxes = "".join(glyph.char for glyph in glyphs), lines(tuple(glyph.box for glyph in glyphs))
        queue = self._amounts.get(squeeze(words))
        if queue:
            fact = queue.pop(0) if len(queue) > 1 else queue[0]
            return self._spot("number", words, boxes, (fact,), ("facts", fact))
        return self._at_leaf("text", words, boxes, cited)

    def _at_leaf(self, kind: Kind, words: str, boxes: tuple[Box, ...], facts: tuple[str, ...]) -> Spot:
        leaf = self._near.of(squeeze(words))
        if leaf is None:
            return self._spot(kind, words, boxes, facts, ())
        return self._in(leaf.parsed, kind, words, boxes, facts or _own(leaf), leaf.path)

    def _spot(
        self, kind: Kind, words: str, boxes: tuple[Box, ...], facts: tuple[str, ...], path: Path, needle: str = ""
    ) -> Spot:
        return self._in(self.locator.file, kind, words, boxes, facts, path, needle)

    @staticmethod
    def _in(
        parsed: Parsed,
        kind: Kind,
        words: str,
        boxes: tuple[Box, ...],
        facts: tuple[str, ...],
        path: Path,
        needle: str = "",
    ) -> Spot:
        if not path:
            return Spot(kind, words, boxes, facts)
        place, (line, last) = parsed.place(path, needle), extent(parsed, path)
        first = place.line if needle else line
        return Spot(kind, words, boxes, facts, dotted(path), parsed.file, first, place.column, max(last, first))


def _are_raised(glyphs: Sequence[Glyph]) -> list[bool]:
    """Is each character part of a raised number: of a link that says nothing but digits?"""
    found: list[bool] = []
    for link, group in groupby(glyphs, key=lambda glyph: glyph.link):
        held = list(group)
        digits = squeeze("".join(glyph.char for glyph in held))
        found += [link and digits.isdigit()] * len(held)
    return found


def _raised(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, list[Glyph]]]:
    """The raised numbers, each with its characters; those side by side stand apart by their narrow spaces."""
    for raised, group in groupby(zip(glyphs, _are_raised(glyphs), strict=True), key=lambda one: one[1]):
        if not raised:
            continue
        held: list[Glyph] = []
        for glyph, _ in group:
            if not squeezed(glyph.char):
                if held:
                    yield _number(held), held
                held = []
            else:
                held.append(glyph)
        if held:
            yield _number(held), held


def _number(glyphs: Sequence[Glyph]) -> int:
    return int("".join(glyph.char for glyph in glyphs))


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, foot = max(box.x + box.w for box in boxes), max(box.y + box.h for box in boxes)
    return Box(left, top, right - left, foot - top)


def _length(text: SetText) -> int:
    return len(text.squeezed)


def _own(leaf: Leaf) -> tuple[str, ...]:
    """The fact that a text of the content file belongs to."""
    return (str(leaf.path[1]),) if leaf.path[:1] == ("facts",) and len(leaf.path) > 1 else ()
