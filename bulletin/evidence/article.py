"""The article as received, and where a quotation stands in it."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise

from bulletin.content import characters
from bulletin.content.characters import Fault
from bulletin.content.look_alikes import ideograph
from bulletin.content.plain import THIN, UNSEEN
from bulletin.decoding import decoded
from bulletin.evidence.number_words import TRADITIONAL
from bulletin.evidence.numerals import Numeral, find_numerals

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"') | dict.fromkeys("‘’‚‛＇", "'"))


_UNSEEN = re.compile(f"[{UNSEEN}\u061c]")
_WITHIN_NUMBERS = re.compile(f"[{UNSEEN}{THIN}]")
"""Thin spaces, which set off thousands (GB/T 15835-2011, 5.1.1), and what has no width."""
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_OBEYED = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u200b"),
    **dict.fromkeys(map(ord, _BREAKS), " "),
    **{ord(char): char for char in "\t\n\r"},
}
"""Controls and overrides of direction become a space without width, other programs' ends of lines a space."""


_CUT = re.compile(r"(?<!\S)(?P<left>\S*\d)(?P<gap>\s+)(?=(?P<right>\d\S*))")
_LEFT = re.compile(r".*(?P<before>[\u3400-\u9fff(（“])(?P<digits>[\d.,，．]*\d)")
_RIGHT = re.compile(r"(?P<digits>\d[\d.,，．]*)(?P<behind>[\u3400-\u9fff%％‰])")
_DATE = re.compile(r"(?:19|20)\d\d年|1?\d月")
_MASTHEAD = re.compile("[^。,;:0-9]{1,20}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日[^。,;:0-9]{0,6}第[0-9A-Z]{1,4}版")
_SPACE = re.compile(r"[\s\ufeff\u200b\u2060]")
_FULL = 0.75
"""How long a piece between two spaces is, beside the longest of its line, that was a line once."""
SEAM = "\n\n。\n\n"
"""Between two articles that are read as one."""
_HEADING = 16
"""Characters that a heading in an article has at most."""
_NARROWEST = 20
"""Half-width columns below which such a piece is the cell of a table."""


@dataclass(frozen=True, slots=True)
class Bare:
    """Text in half width and simplified sizes and measures, with plain quotation marks and with no white space but
    between two numbers.

    `origin[i]` is where character i came from.
    """

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=8192)
def bare(text: str) -> Bare:
    """What is compared when a quote is looked for: white space, width and the style of quotation marks never matter."""
    whole = "".join(map(_plain, text))
    if len(whole) == len(text) and not _SPACE.search(whole):
        return Bare(whole, tuple(range(len(text))))
    chars: list[str] = []
    origin: list[int] = []
    gap: int | None = None  # where white space began
    cuts = _cuts(text)
    for position, char in enumerate(text):
        for plain in _plain(char):
            if plain.isspace() or _UNSEEN.match(plain):
                gap = gap if gap is not None or _WITHIN_NUMBERS.match(char) else position
                continue
            if (
                gap is not None
                and gap not in cuts
                and chars
                and _is_digit(chars[-1])
                and _begins(plain, text, position)
            ):
                chars.append(" ")  # the columns of a table, 8650 162.3 -1.9, are numbers of their own
                origin.append(gap)
            chars.append(plain)
            origin.append(position)
            gap = None
    return Bare("".join(chars), tuple(origin))


@cache
def _plain(char: str) -> str:
    """Half width; ① and ² stay what they are, and ㎡ is m²: their digits are no numbers."""
    tag, *parts = unicodedata.decomposition(char).split() or [""]
    if tag in ("<circle>", "<super>", "<sub>"):
        return char
    if tag == "<square>":
        return "".join(_plain(chr(int(part, 16))) for part in parts)
    return unicodedata.normalize("NFKC", ideograph(char) or char).translate(_QUOTES).translate(TRADITIONAL)


def _cuts(text: str) -> frozenset[int]:
    """White space that cuts a number in two: words lead up to it and go on behind the digits, as in no table.

    It is the end of a line, or a space for one: pieces of 30 columns with spaces between them were lines once.
    """
    cuts = set[int]()
    for match in _CUT.finditer(text):
        left, right = _LEFT.fullmatch(match["left"]), _RIGHT.match(match["right"])
        ends = match["gap"].count("\n")
        prose = left and right and not _begins_a_date(left, right)
        if prose and (ends == 1 or (not ends and _is_full(text, match.start("gap")))):
            cuts.add(match.start("gap"))
    return frozenset(cuts)


def _begins_a_date(left: re.Match[str], right: re.Match[str]) -> bool:
    """38⏎2018年 are two numbers; 2018年1⏎1月 is November."""
    return bool(_DATE.match(right[0])) and left["before"] != "年"


def _is_full(text: str, at: int) -> bool:
    """Is what stands before the space about as long as the longest piece of the line?"""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    longest = max(_width(piece) for piece in text[start : end if end >= 0 else None].split())
    return _width(text[start:at].split()[-1]) >= max(_FULL * longest, _NARROWEST)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text.rstrip())


def _begins(plain: str, text: str, at: int) -> bool:
    """Is it the beginning of a number?"""
    return _is_digit(plain) or (plain in "-\u2212" and text[at + 1 : at + 2].isdigit())


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of the article that comes closest to a quote, and the first character of the quote that differs."""

    passage: str
    at: int


@dataclass(frozen=True)
class Article:
    """An article's text. Positions are those of `bare.text` unless a name says otherwise."""

    name: str
    text: str
    sha256: str = field(default="")
    odd: tuple[Fault, ...] = field(default=(), repr=False)
    """Characters that nobody sees, or that are none."""
    parts: tuple[Article, ...] = field(default=(), repr=False)
    """The articles that are read as one, where there are several."""

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> Article:
        """Raises NotUTF8. What a page or a terminal would obey is taken for nothing, each in its place."""
        text = decoded(data)
        odd = () if characters.are_usual(text) else tuple(f for f in characters.faults(text, "quote") if not f.meant)
        return cls(name, text.translate(_OBEYED), hashlib.sha256(data).hexdigest(), odd)

    @classmethod
    def together(cls, articles: tuple[Article, ...]) -> Article:
        """Several articles, read as one by every rule; no sentence of one goes on in the next."""
        if len(articles) == 1:
            return articles[0]
        digest = hashlib.sha256("".join(one.sha256 for one in articles).encode()).hexdigest()
        names = ", ".join(one.name for one in articles)
        return cls(names, SEAM.join(one.text for one in articles), digest, parts=articles)

    @property
    def each(self) -> tuple[Article, ...]:
        """The articles, of which there is mostly one."""
        return self.parts or (self,)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each article begins, in `text`."""
        lengths = [len(one.text) + len(SEAM) for one in self.each]
        return tuple(accumulate([0, *lengths[:-1]]))

    def number(self, position: int) -> int:
        """In which of the articles something stands, from 0."""
        if not self.parts or position >= len(self.bare.origin):
            return len(self.each) - 1
        return bisect_right(self._starts, self.bare.origin[position]) - 1

    def name_at(self, position: int) -> str:
        """The file in which something stands."""
        return self.each[self.number(position)].name

    @property
    def signature(self) -> str:
        """The file's name and the beginning of its SHA-256, as pages name their source."""
        return f"{self.name}\u2002SHA-256 {self.sha256[:16]}…"

    @cached_property
    def bare(self) -> Bare:
        return bare(self.text)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every number of the article, at positions of its bare text."""
        return tuple(find_numerals(self.bare.text, self.lines))

    @cached_property
    def masthead(self) -> int:
        """Where the line ends in which a newspaper gives its name, its date and its page; 0 without one."""
        match = _MASTHEAD.match(self.bare.text)
        return match.end() if match and not any(0 < at < match.end() for at in self.lines) else 0

    @cached_property
    def lines(self) -> frozenset[int]:
        """Where a line begins."""
        text, origin, written = self.bare.text, self.bare.origin, self.text
        return frozenset({0} | {i for i in range(1, len(text)) if "\n" in written[origin[i - 1] : origin[i]]})

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        """Where a paragraph or a heading begins: behind an empty line, or behind a line that is not full."""
        origin, written = self.bare.origin, self.text
        full = _FULL * max(map(_width, written.split("\n")))
        starts = (i for i in self.lines if i)
        return frozenset(
            i
            for i in starts
            if written.count("\n", origin[i - 1], origin[i]) > 1
            or _width(written[: origin[i - 1] + 1].rpartition("\n")[2]) < full
        )

    @cached_property
    def behind_headings(self) -> frozenset[int]:
        """Where a paragraph begins, over which one ends without a mark: 新馆明年开放."""
        origin, text = self.bare.origin, self.bare.text
        apart = [i for i in sorted(self.lines) if not i or self.text.count("\n", origin[i - 1], origin[i]) > 1]
        short = (end for start, end in pairwise(apart) if end - start <= _HEADING)
        return frozenset(i for i in short if re.match("[\u4e00-\u9fff]", text[i - 1]))

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
        """Spans of the bare text that read as the quote does, told apart by what stands before and after.

        `prefix` and `suffix` are those of the W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4).
        """
        key = (quote, prefix, suffix)
        if key not in self._found:  # every rule asks for the same quotes
            self._found[key] = tuple(self._look_for(*key))
        return list(self._found[key])

    @cached_property
    def _found(self) -> dict[tuple[str, str, str], tuple[tuple[int, int], ...]]:
        return {}

    def _look_for(self, quote: str, prefix: str, suffix: str) -> list[tuple[int, int]]:
        wanted, before, after = bare(quote).text, bare(prefix).text, bare(suffix).text
        if not wanted:
            return []
        text, spans, start = self.bare.text, [], -1
        while (start := text.find(wanted, start + 1)) >= 0:
            end = start + len(wanted)
            if text[:start].rstrip(" ").endswith(before) and text[end:].lstrip(" ").startswith(after):
                spans.append((start, end))
        return spans

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Line and column, from 1, in the file as received."""
        number = self.number(position)
        text, at = self.each[number].text, self.bare.origin[position] - self._starts[number]
        return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1

    def nearest(self, quote: str) -> Nearest:
        """The closest passage, for the message about a quote that is not there."""
        wanted, text = bare(quote).text, self.bare.text
        match = difflib.SequenceMatcher(None, text, wanted, autojunk=False).find_longest_match()
        start = max(0, match.a - match.b)
        passage = text[start : start + len(wanted)]
        at = next((i for i, (a, b) in enumerate(zip(passage, wanted, strict=False)) if a != b), len(passage))
        return Nearest(passage, at)
