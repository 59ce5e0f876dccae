"""Figures back into references: what still reads as it was printed is `<id>` again, what was changed is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.content.prose import LineBreak, Ref, pieces
from bulletin.word import Entry

from .shares import Weighed
from .tokens import BREAK, REFERENCE, Step, has_number, steps, tokens

_NOISE = re.compile(r"[\s\u3000-\u303f\uff00-\uff0f，。；：！？、,.;:!?“”‘’()（）-]*")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that was printed as `printed` and now reads `typed`; empty where it was taken out."""

    fact: str
    printed: str
    typed: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its references back, in the notation of the baseline, and the figures that were changed in it."""

    text: str
    changes: tuple[FigureChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of the baseline: its tokens stand at `start` to `end`."""

    fact: str
    printed: str
    start: int
    end: int


def restore(entry: Entry, news: Weighed, *, prose: bool) -> Restored:
    """The text as the content file would write it. A changed figure is put back; the change is told apart.

    `prose`: bold is the writer's; elsewhere styles set it, and word processors turn those into direct formats.
    """
    before, figures = _expected(entry)
    words = [token for token, _ in news]
    made = steps(before, words)
    claims, changes = _claims(figures, made, words)
    out: Weighed = []
    at = 0
    for start, end, fact in sorted(claims):
        out += [*news[at:start], (f"<{fact}>", news[start][1])]
        at = end
    out += news[at:]
    return Restored(markup(out, prose or "**" in entry.text), tuple(changes))


def expected(entry: Entry, *, prose: bool) -> str:
    """The text of the baseline in the form in which `restore` gives texts, so that the two can be compared."""
    items: Weighed = []
    for piece in pieces(entry.text):
        if isinstance(piece, LineBreak):
            items.append(("\n", False))
        else:
            words = piece.source if isinstance(piece, Ref) else piece.text
            items.append((words, piece.bold))
    return markup(items, prose or "**" in entry.text)


def markup(items: Weighed, bold: bool) -> str:
    """Tokens as text, bold between `**`; spaces stand outside, and bold that covers no word is none."""
    stretches: list[tuple[str, bool]] = []
    for text, heavy in items:
        heavy = heavy and bold and text not in (BREAK, "\n")
        if stretches and (stretches[-1][1] == heavy or not text.strip(" ")):
            stretches[-1] = (stretches[-1][0] + text, stretches[-1][1])
        else:
            stretches.append((text, heavy))
    out = ""
    for text, heavy in stretches:
        core = text.strip()
        if heavy and not _NOISE.fullmatch(core):
            at = text.index(core)
            text = f"{text[:at]}**{core}**{text[at + len(core) :]}"
        out += text
    lines = re.sub(r"[^\S\n\u2029\u3000]+", " ", out.replace("****", "").replace("\t", " "))
    return re.sub(r" *([\n\u2029]) *", r"\1", lines).strip()


def _expected(entry: Entry) -> tuple[list[str], list[_Figure]]:
    """The tokens of the baseline as printed, and where the figures stand in them."""
    before: list[str] = []
    figures: list[_Figure] = []
    text, at = entry.text.replace("**", ""), 0
    for match, shown in zip(REFERENCE.finditer(text), entry.figures, strict=False):
        before += tokens(text[at : match.start()])
        start = len(before)
        before += tokens(shown)
        figures.append(_Figure(match[1], shown, start, len(before)))
        at = match.end()
    return before + tokens(text[at:]), figures


Claim = tuple[int, int, str]
"""Tokens from, to (of the new text), and the fact whose reference stands there."""


def _claims(
    figures: Sequence[_Figure], made: Sequence[Step[str]], words: list[str]
) -> tuple[list[Claim], list[FigureChange]]:
    kept = {step.start + n: step.at + n for step in made if step.same for n in range(len(step.before))}
    claims: list[Claim] = []
    open_: list[_Figure] = []
    for figure in figures:
        span = [kept.get(n, -1) for n in range(figure.start, figure.end)]
        if span and span[0] >= 0 and span == list(range(span[0], span[0] + len(span))):
            claims.append((span[0], span[-1] + 1, figure.fact))
        else:
            open_.append(figure)
    changes = []
    for figure in open_:
        found = _elsewhere(figure, claims, words) or _changed(figure, made, kept, claims, words)
        if found is None:
            changes.append(FigureChange(figure.fact, figure.printed, ""))
            continue
        claims.append((*found, figure.fact))
        typed = "".join(words[found[0] : found[1]])
        if typed != figure.printed:
            changes.append(FigureChange(figure.fact, figure.printed, typed))
    return claims, changes


def _elsewhere(figure: _Figure, claims: Sequence[Claim], words: list[str]) -> tuple[int, int] | None:
    """The figure as it was printed, at another place of the text."""
    wanted = tokens(figure.printed)
    for at in range(len(words) - len(wanted) + 1):
        if words[at : at + len(wanted)] == wanted and _free(at, at + len(wanted), claims):
            return at, at + len(wanted)
    return None


def _free(start: int, end: int, claims: Sequence[Claim]) -> bool:
    return all(end <= claim[0] or start >= claim[1] for claim in claims)


def _changed(
    figure: _Figure, made: Sequence[Step[str]], kept: dict[int, int], claims: Sequence[Claim], words: list[str]
) -> tuple[int, int] | None:
    """The tokens that stand for the figure now: what is left of it, and the number in what replaced the rest."""
    found = [kept[n] for n in range(figure.start, figure.end) if n in kept and words[kept[n]].strip()]
    in_words = not re.search(r"\d", figure.printed)
    for step in made:
        if not step.same and _touches(step, figure):
            inside = figure.start <= step.start and step.start + len(step.before) <= figure.end
            found += [
                step.at + n
                for n, word in enumerate(step.after)
                if word.strip() and (inside or re.search(r"\d", word) or (in_words and has_number(word)))
            ]
    spans = [n for n in found if n < len(words) and words[n] != BREAK]
    if not spans or not any(has_number(words[n]) for n in range(min(spans), max(spans) + 1)):
        return None
    start, end = min(spans), max(spans) + 1
    return (start, end) if _free(start, end, claims) else None


def _touches(step: Step[str], figure: _Figure) -> bool:
    """Does the step change tokens of the figure, or put some between them?"""
    if not step.before:
        return figure.start < step.start < figure.end
    return step.start < figure.end and figure.start < step.start + len(step.before)
