"""Labels that need more than one line: where to break them, and setting them line by line.

Each line is a text of its own, because the lines of one SVG text shift in WeasyPrint.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bulletin.charts.canvas import BOLD, HAN_RISE, Canvas
from bulletin.charts.shapes import MM, Anchor, ChartError
from bulletin.edition.text import Both
from bulletin.messages import say

_PIECES = re.compile(r"[^\s⺀-鿿＀-￯、-】“”‘’…—]+\s?|\s|.")
NOT_FIRST = frozenset("，。、；：！？）》〉”’】」』…—·％%,.;:!?)]}")
NOT_LAST = frozenset("（《〈“‘【「『([{")
"""Marks that may not start or end a line (CLREQ, line-start and line-end prohibition)."""


CAP = HAN_RISE
"""Height of Chinese characters over the baseline in em."""
FIGURE_GAP = 1.5
"""From a large figure to the words beside it in mm."""


class TooWide(ChartError):
    """A word is wider than the room of its label."""


NO_FIGURE = Both("", "")


@dataclass(frozen=True, slots=True)
class Lettering:
    """A label as lines, Chinese over English; or both on one line; a figure may stand before. Ink sizes in mm."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    inline: bool
    width: float
    height: float
    weight: int = BOLD
    figure: Both = NO_FIGURE
    figure_size: float = 0.0

    def set(self, canvas: Canvas, x: float, top: float, anchor: Anchor = "left") -> None:
        """Set the lines with their ink beginning at `top`, and the figure before them."""
        em, small = canvas.look.label_zh * MM, canvas.look.label_en * MM
        if self.figure.en:
            number = canvas.number_width(self.figure, self.figure_size)
            start = x if anchor == "left" else x - self.width
            middle = top + self.height / 2
            canvas.number(start, middle, self.figure, size=self.figure_size, colour=canvas.look.deep)
            x = x + number + FIGURE_GAP if anchor == "left" else x
        if self.inline:
            middle = top + self.height / 2
            canvas.inline(x, middle, Both(self.zh[0], self.en[0]), weight=self.weight)
            return
        line = top + CAP * em
        for i, text in enumerate(self.zh):
            canvas.text(x, line + i * zh_pitch(canvas), text, canvas.look.label_zh, weight=self.weight, anchor=anchor)
        line += (len(self.zh) - 1) * zh_pitch(canvas) + canvas.leading if self.zh else -CAP * em + 0.75 * small
        for i, text in enumerate(self.en):
            y = line + i * en_pitch(canvas)
            canvas.text(x, y, text, canvas.look.label_en, anchor=anchor, **canvas.en_style(self.weight))


def zh_pitch(canvas: Canvas) -> float:
    return 1.3 * canvas.look.label_zh * MM


def en_pitch(canvas: Canvas) -> float:
    return 1.2 * canvas.look.label_en * MM


def block(canvas: Canvas, label: Both, limit: float, *, weight: int = BOLD, inline: bool = False) -> Lettering:
    """The label in lines of at most `limit` mm. Raises ChartError if one word is wider than that."""
    em = canvas.look.label_zh * MM
    label = canvas.said(label)
    if inline and label.zh.strip() and label.en.strip() and canvas.inline_width(label, weight) <= limit:
        return Lettering((label.zh,), (label.en,), True, canvas.inline_width(label, weight), 1.1 * em, weight)

    def zh_width(text: str) -> float:
        return canvas.zh_width(text, weight)

    def en_width(text: str) -> float:
        return canvas.en_width(text, weight)

    zh = wrap(label.zh, limit, zh_width)
    en = wrap(label.en, limit, en_width)
    width = max([*map(zh_width, zh), *map(en_width, en)], default=0.0)
    small = canvas.look.label_en * MM
    height = 0.0
    if zh:
        height = CAP * em + (len(zh) - 1) * zh_pitch(canvas) + (canvas.leading if en else 0.1 * em)
    elif en:
        height = 0.75 * small
    if en:
        height += (len(en) - 1) * en_pitch(canvas) + 0.22 * small
    return Lettering(zh, en, False, width, height, weight)


def with_figure(canvas: Canvas, words: Lettering, figure: Both, size: float) -> Lettering:
    """The words with a figure of `size` pt before them."""
    width = canvas.number_width(figure, size) + FIGURE_GAP + words.width
    height = max(words.height, canvas.number_room(figure, size))
    return replace(words, width=width, height=height, figure=figure, figure_size=size)


def wrap(text: str, limit: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Lines of at most `limit`, as few as can be and then as even as can be."""
    if not text.strip():
        return ()
    if width(text) <= limit:
        return (text.strip(),)
    lines = _fill(text, limit, width)
    low, high = width(text) / len(lines), limit
    for _ in range(5):  # the narrowest measure that keeps the number of lines: even lines
        middle = (low + high) / 2
        try:
            tried = _fill(text, middle, width)
        except ChartError:
            tried = ()
        if tried and len(tried) <= len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _fill(text: str, limit: float, width: Callable[[str], float]) -> tuple[str, ...]:
    lines = [""]
    for piece in _unbreakable(text):
        if lines[-1].strip() and width((lines[-1] + piece).strip()) > limit:
            lines.append("")
        lines[-1] += piece
        if width(lines[-1].strip()) > limit:
            raise TooWide(say("chart.too_wide", piece=piece.strip(), label=text), text)
    return tuple(line.strip() for line in lines if line.strip())


def _unbreakable(text: str) -> list[str]:
    """Words and single characters, with the marks that must not be parted from them."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        if pieces and (piece[0] in NOT_FIRST or pieces[-1][-1] in NOT_LAST or piece.isspace()):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
