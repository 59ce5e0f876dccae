"""Short quotes that stand once: the clause of a number, or the number's own piece of it. Positions are bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from bulletin.evidence.article import Article, bare
from bulletin.evidence.case import Span

_MARK = re.compile(r"[,。;:!?]")
_LONG = 60
"""Bare characters from which a clause is divided at 、, and then anywhere."""
_ROW = 44
"""Bare characters up to which clauses share a quote, and so a row of the evidence."""
_STEP = 4
"""Bare characters by which prefix and suffix grow."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article that read so once, with what stands beside them where that is needed."""

    text: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Clauses:
    """An article cut into clauses. No cut goes through a span of `whole`: a numeral with its unit."""

    article: Article
    whole: tuple[Span, ...]
    _grown: dict[Span, Quote] = field(default_factory=dict)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """All clauses, in order, with the marks at their ends."""
        ends = [end for end in self._ends() if self._may_cut(end)]
        edges = [0, *ends, len(self.article.bare.text)]
        spans = [(a, b) for a, b in pairwise(edges) if a < b]
        return tuple(piece for span in spans for piece in self._divided(span))

    def _ends(self) -> list[int]:
        marks = {match.end() for match in _MARK.finditer(self.article.bare.text)}
        return sorted(marks | self.article.lines - {0})

    def _may_cut(self, at: int) -> bool:
        return not any(start < at < end for start, end in self.whole)

    def _divided(self, span: Span) -> Iterator[Span]:
        start, end = span
        while end - start > _LONG:
            places = [i for i in range(start + 10, start + _LONG) if self._may_cut(i)]
            listed = [i for i in places if self.article.bare.text[i - 1] == "、"]
            if not places:
                break
            yield start, (listed or places)[-1]
            start = (listed or places)[-1]
        yield start, end

    def clause(self, span: Span) -> Span:
        """The clause, or the clauses, in which `span` lies, without the marks at the ends."""
        touched = [(a, b) for a, b in self.clauses if a < span[1] and span[0] < b]
        return self.trimmed((touched[0][0], touched[-1][1]))

    def trimmed(self, span: Span) -> Span:
        """Without the marks and spaces at the ends."""
        text = self.article.bare.text
        start, end = span
        while start < end and text[start] in ",。;:!?、)》 ":
            start += 1
        while start < end and text[end - 1] in ",。;:!?、(《 ":
            end -= 1
        if text[start : start + 1] == '"' and self._is_open(start):
            return self.trimmed((start + 1, end))
        return start, end

    def _is_open(self, at: int) -> bool:
        """Does a quotation mark there close what was opened before it on its line? …卸完货。”程桂兰说."""
        line = max((start for start in self.article.lines if start <= at), default=0)
        return self.article.bare.text.count('"', line, at) % 2 == 1

    @cached_property
    def rows(self) -> tuple[Span, ...]:
        """Neighboring clauses of a sentence that all count something, as far as they make one short quote."""
        text, found = self.article.bare.text, list[Span]()
        for span in self.clauses:
            last = found[-1] if found else span
            joins = last[1] == span[0] and text[span[0] - 1] in ",、" and span[0] not in self.article.lines
            counts = all(any(a <= start < b for start, _ in self.whole) for a, b in (last, span))
            if joins and counts and span[1] - last[0] <= _ROW:
                found[-1] = (last[0], span[1])
            else:
                found.append(span)
        return tuple(found)

    def row(self, span: Span) -> Quote | None:
        """The clauses around `span` that share a row of the evidence, where they stand once."""
        whole = next((self.trimmed(one) for one in self.rows if one[0] <= span[0] and span[1] <= one[1]), None)
        return self._alone(whole) if whole else None

    def around(self, span: Span) -> Quote | None:
        """The clause of `span`, or with its neighbours, so that it stands once; None if that takes more."""
        found = self.clause(span)
        if found not in self._grown:
            self._grown[found] = self._alone(found) or self._with_neighbours(found) or Quote("")
        return self._grown[found] if self._grown[found].text else None

    def _with_neighbours(self, span: Span) -> Quote | None:
        inside = [i for i, (a, b) in enumerate(self.clauses) if a < span[1] and span[0] < b]
        first, last = inside[0], inside[-1]
        for a, b in ((first, last + 1), (first - 1, last), (first - 1, last + 1)):
            if a >= 0 and b < len(self.clauses):
                whole = self.trimmed((self.clauses[a][0], self.clauses[b][1]))
                if found := self._alone(whole):
                    return found
        return None

    def _alone(self, span: Span) -> Quote | None:
        quote = Quote(self.written(span))
        return quote if self.article.find(quote.text) == [span] else None

    def pinned(self, span: Span) -> Quote:
        """`span`, told apart by the words beside it."""
        text, quote = self.article.bare.text, self.written(span)
        for length in range(0, max(span[0], len(text) - span[1]) + _STEP, _STEP):
            before = self.written((max(0, span[0] - length), span[0])).strip()
            behind = self.written((span[1], min(len(text), span[1] + length))).strip()
            for prefix, suffix in ((before, ""), ("", behind), (before, behind)):
                if self.article.find(quote, prefix, suffix) == [span]:
                    return Quote(quote, prefix, suffix)
        return Quote(quote)

    def written(self, span: Span) -> str:
        """The span as the article writes it, on one line and without white space but between two digits."""
        text, origin = self.article.bare.text[slice(*span)], self.article.bare.origin
        places = dict.fromkeys(origin[i] for i in range(*span))
        signs = "".join(" " if self.article.text[i].isspace() else self.article.text[i] for i in places)
        return signs if bare(signs).text == text and signs.isprintable() else text
