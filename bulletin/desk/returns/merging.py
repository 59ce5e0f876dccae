"""Two changes of one text become one: three-way, on words, as git does on lines.

Where both changed the same place, or places right beside one another, nobody can tell what is meant: a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .tokens import Step, steps, tokens

_LEAST = 2  # signs between two changes that are not one
_BOLD = "**"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Tokens `start` to `end` of the old text became `words`."""

    start: int
    end: int
    words: tuple[str, ...]

    def touches(self, other: Hunk) -> bool:
        return self.start <= other.end and other.start <= self.end


def merged(old: str, one: str, other: str) -> str | None:
    """`old` with what either changed in it; None where they changed the same place differently."""
    if one == old or other == old:
        return other if one == old else one
    words = tokens(old)
    left, right = hunks(words, tokens(one)), hunks(words, tokens(other))
    if any(a.touches(b) and a != b for a in left for b in right):
        return None
    out = _applied(words, sorted({*left, *right}, key=lambda hunk: (hunk.start, hunk.end)))
    return out if out.count(_BOLD) % 2 == 0 else None


def _applied(words: Sequence[str], changes: Iterable[Hunk]) -> str:
    out, at = list[str](), 0
    for hunk in changes:
        out += [*words[at : hunk.start], *hunk.words]
        at = hunk.end
    return "".join([*out, *words[at:]])


def hunks(before: Sequence[str], after: Sequence[str]) -> list[Hunk]:
    """The changes in order; what two of them leave alone between them, and is shorter than they are, belongs to both.

    Without this a sentence that was written anew would be many small changes around the signs that it has by chance.
    """
    made: list[list[Step[str]]] = []
    for step in steps(before, after):
        if step.same and made and len(made[-1]) % 2:
            made[-1].append(step)  # stands behind a change: perhaps one more follows
        elif not step.same:
            if made and len(made[-1]) % 2 == 0 and _is_one(made[-1], step):
                made[-1].append(step)
            else:
                made.append([step])
    return [_hunk(part if len(part) % 2 else part[:-1]) for part in made]


def _is_one(part: Sequence[Step[str]], step: Step[str]) -> bool:
    between = _signs(part[-1].before)
    sides = [max(_signs(one.before), _signs(one.after)) for one in (part[-2], step)]
    return between < _LEAST or all(between <= side for side in sides)


def _signs(words: Sequence[str]) -> int:
    return len("".join(words).strip())


def _hunk(part: Sequence[Step[str]]) -> Hunk:
    words = tuple(word for step in part for word in step.after)
    return Hunk(part[0].start, part[-1].start + len(part[-1].before), words)
