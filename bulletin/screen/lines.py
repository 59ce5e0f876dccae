"""Lines as a screen sets them: a figure leads to its evidence by its fact, and lines break where the screen ends."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from markupsafe import Markup, escape

from bulletin.edition.text import Break, Figure, Line, Run, with_rows_behind_words
from bulletin.pages.lines import WORD_JOINER, Lines
from bulletin.variant import Language


class ScreenLines(Lines):
    """Sets lines; `facts` are those of each row of the evidence, `known` those that there is an entry for."""

    def __init__(self, language: Language, facts: Mapping[int, tuple[str, ...]], known: frozenset[str]) -> None:
        super().__init__(language)
        self.facts, self.known = facts, known

    def setters(self) -> dict[str, object]:
        """What templates call; a phone breaks its lines itself."""
        return {**super().setters(), "ended_words": escape, "across": lambda line, chinese: self.set(line)}

    def paragraph(self, line: Line) -> Markup:
        return self.set(line)

    def flow(self, pair: object) -> Markup:
        return self.say(pair)  # type: ignore[arg-type]  # templates hand over what `say` takes

    def set(self, line: Line) -> Markup:
        """Escaped text; a figure and its raised number are one link to its entry in the evidence."""
        parts: list[Markup] = []
        pieces = with_rows_behind_words(line)
        before = ""
        for piece, following in pairwise((*pieces, None)):
            if isinstance(piece, Break):
                parts.append(Markup(" " if before.isascii() else ""))
            elif isinstance(piece, Figure):
                parts.append(self._figure(piece))
            elif isinstance(piece, Run):
                parts.append(_bold(escape(piece.text), piece.bold))
            if _raised(piece) and _raised(following) and not (isinstance(following, Figure) and following.text):
                parts.append(Markup('<span class="r"> </span>'))
            before = getattr(piece, "text", "")[-1:] or before
        return Markup("").join(parts)

    def _figure(self, piece: Figure) -> Markup:
        raised = Markup("<sup>{}</sup>").format(piece.row) if piece.row is not None else Markup("")
        text = _bold(escape(piece.text), piece.bold)
        if not piece.text and piece.row is not None:
            facts = [fact for fact in self.facts.get(piece.row, ()) if fact in self.known]
            return _link(raised, facts, "r") if facts else Markup('<span class="r">{}</span>').format(raised)
        if not piece.text:
            return Markup("")
        if piece.fact not in self.known:
            return text + raised
        return _link(text + (WORD_JOINER + raised if raised else ""), [piece.fact], "fig")


def _raised(piece: object) -> bool:
    return isinstance(piece, Figure) and piece.row is not None


def _bold(text: Markup, bold: bool) -> Markup:
    return Markup("<b>{}</b>").format(text) if bold else text


def _link(inside: Markup, facts: list[str], name: str) -> Markup:
    return Markup('<a class="{}" href="#v-{}" data-facts="{}">{}</a>').format(name, facts[0], " ".join(facts), inside)
