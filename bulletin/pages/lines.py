"""Lines of an edition → HTML: words, figures and the raised numbers that lead to their rows of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from bulletin.edition.blocks import Amount, Both, Break, Figure, Line, Pair, Run, alone_in_english, plain
from bulletin.edition.text import with_rows_behind_words
from bulletin.pages.last_words import ended, joined, last_words
from bulletin.plates.table.edit import TableCell
from bulletin.variant import Language

SHUT = frozenset("。！？，；：、”’）》….,;:!?)]%")
"""Marks that stand close to a raised number before them."""
_MARKS = "。！？，；：”’）》….,;:!?)"
ACROSS = 17
"""Characters of the lead's head that go on one line over the whole width, in its largest size: 178 mm at 30 pt less
one."""
ACROSS_EN = 46
"""The same of its English, at 22 pt: a longer one keeps the break that its editor made, and no word is left alone."""
WORD_JOINER, NARROW = "\u2060", "\u202f"
_WORD = re.compile(r"（[^）]*）|[^、，；（]+[、，；]?|.")
SHORT_WORD = 6
"""Letters of a word that is not alone on the last line of a head; a longer one may be."""
LONGEST = 8
"""Characters of a word of a stage that stays on one line."""
LETTER_WIDE = 0.55
"""How wide a Latin letter of a word is that must not break, in ems of its own type."""
LETTER = 0.5
"""How wide a Latin letter is, in ems of the Chinese beside it."""


def large(number: str) -> Markup:
    """A number set large, a currency's sign before it small."""
    before, currency, after = number.rpartition("$ ")
    return Markup("<small>{}{}</small> {}").format(before, currency.strip(), after) if currency else escape(number)


def stage_words(text: str) -> list[str]:
    """A stage in Chinese, cut where a line may end: 前期、|主体, 拆迁|（存疑）."""
    return _WORD.findall(text)


def staged(text: str) -> Markup:
    """A stage whose words stay whole."""
    return Markup("<wbr>").join(_kept(word) if len(word) <= LONGEST else word for word in stage_words(text))


def bracketed(text: str) -> Markup:
    """A label whose brackets stay whole: 申请资金|（8863万元）."""
    words = stage_words(text)
    return Markup("").join(_kept(word) if word[:1] == "（" and len(word) <= LONGEST else word for word in words)


def _kept(word: str) -> Markup:
    return Markup('<span class="kept">{}</span>').format(word)


def stage_width(stages: Iterable[Both], language: Language) -> float:
    """How wide the longest word of the stages is, in ems of Chinese type."""
    widths = [0.0]
    for stage in stages:
        if language != "en":
            widths += [min(LONGEST, len(word)) for word in stage_words(stage.zh)]
        if language != "zh":
            widths += [LETTER * min(2 * LONGEST, len(word)) for word in stage.en.split()]
    return max(widths)


def columns(
    shares: Sequence[float], rows: Sequence[Sequence[TableCell]], language: Language
) -> list[tuple[float, float | None]]:
    """The share of each column of a table of words, and how wide its longest English word is, in ems of its type.

    None for the column with the largest share: it gives the room that the words of the others need.
    """
    least = [0.0] * len(shares)
    for row in rows:
        for at, cell in enumerate(row if len(row) == len(shares) and language != "zh" else ()):
            least[at] = max([least[at], *(LETTER_WIDE * len(word) for word in plain(cell.text.en).split())])
    giver = max(range(len(shares)), key=lambda at: shares[at])
    return [(share, None if at == giver else least[at]) for at, share in enumerate(shares)]


def _is_mark(behind: Line) -> bool:
    """Does a mark follow a raised number, and not another number?"""
    return bool(behind) and not isinstance(behind[0], Break) and behind[0].text[:1] in SHUT


class Lines:
    """Sets lines as HTML; remembers which rows have been cited, so that a row can lead back to its first figure."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.cited: set[int] = set()

    def setters(self) -> dict[str, object]:
        """What templates call to set words and figures."""
        return {
            "set": self.set,
            "ended": self.paragraph,
            "ended_words": ended,
            "ended_alone": self.flowing,
            "say": self.say,
            "flow": self.flow,
            "across": self.across,
            "headed": self.head,
            "headed_alone": self.head_alone,
            "amount": self.amount,
            "sign": self.sign,
            "large": large,
            "back": self.back,
            "staged": staged,
            "bracketed": bracketed,
            "column_shares": lambda shares, rows: columns(shares, rows, self.language),
            "stage_width": lambda rows: stage_width([row.stage for row in rows], self.language),
        }

    def say(self, pair: Pair) -> Markup:
        """The text in the edition's one language."""
        return self.set(alone_in_english(pair) if self.language == "en" else pair.zh)

    def amount(self, amount: Amount) -> tuple[str, str]:
        """Number and unit in the edition's one language; a number in English words gives way to the Chinese one.

        Where that has no place of its own, as in a finding, the label carries it, and the number is "".
        """
        if self.language == "en":
            return amount.number, amount.english
        if amount.zh:
            return amount.zh, ""
        return (amount.unit.zh, "") if amount.worded else (amount.number, amount.unit.zh)

    def sign(self, amount: Amount) -> str:
        """What stands small beside a large figure; Chinese has its unit in the label, or a symbol."""
        return amount.sign if self.language == "en" else amount.zh_unit or amount.symbol

    def flow(self, pair: Pair) -> Markup:
        """The text as `say` sets it, without the breaks that were made for a narrow column."""
        space = " " if self.language == "en" else ""
        zh, en = (
            tuple(Run(space) if isinstance(piece, Break) else piece for piece in line) for line in (pair.zh, pair.en)
        )
        return self.say(Pair(zh, en))

    def head(self, line: Line) -> Markup:
        """A head whose last line is more than a character of Chinese, and more than a short word."""
        last = plain(line).rpartition(" ")[2]
        return self.set(line) if last.isascii() and len(last) > SHORT_WORD else self.paragraph(line)

    def head_alone(self, pair: Pair) -> Markup:
        """A head in the edition's one language."""
        return self.head(alone_in_english(pair) if self.language == "en" else pair.zh)

    def paragraph(self, line: Line) -> Markup:
        """A line whose last words stay together: no character and no word is alone on the last line."""
        pieces = with_rows_behind_words(line)
        at = max((n for n, piece in enumerate(pieces) if plain((piece,)).strip(_MARKS)), default=-1)
        last = pieces[at] if pieces else None
        if isinstance(last, Figure):
            return self.set((*pieces[:at], replace(last, text=joined(last.text)), *pieces[at + 1 :]))
        if not isinstance(last, Run) or not (cut := last_words(last.text)):
            return self.set(line)
        before, tail = self.set((*pieces[:at], replace(last, text=last.text[:cut]))), escape(last.text[cut:])
        kept = Markup("<b>{}</b>").format(tail) if last.bold else tail
        return before + Markup('<span class="last">{}</span>').format(kept) + self.set(pieces[at + 1 :])

    def flowing(self, pair: Pair) -> Markup:
        """A paragraph in the edition's one language."""
        return self.paragraph(alone_in_english(pair) if self.language == "en" else pair.zh)

    def across(self, line: Line, chinese: Line) -> Markup:
        """A head over the whole width: without breaks made for a column, where it and its Chinese go on one line."""
        if len(plain(chinese)) > ACROSS or len(plain(line)) > ACROSS_EN:
            return self.head(line)
        space = "" if line is chinese else " "
        return self.head(tuple(Run(space) if isinstance(piece, Break) else piece for piece in line))

    def set(self, line: Line) -> Markup:
        """Escaped text, `<b>`, `<br>` and raised numbers that lead to the evidence."""
        parts: list[Markup] = []
        raised = False  # is what stands last a raised number?
        pieces = with_rows_behind_words(line)
        for at, piece in enumerate(pieces):
            if isinstance(piece, Break):
                parts.append(Markup("<br>"))
                raised = False
                continue
            text = escape(piece.text)
            parts.append(Markup("<b>{}</b>").format(text) if piece.bold else text)
            raised = raised and not piece.text
            if isinstance(piece, Figure) and piece.row is not None:
                parts.append(self.raise_(piece.row, after=raised, shut=_is_mark(pieces[at + 1 :])))
                raised = True
        return Markup("").join(parts)

    def raise_(self, row: int, *, after: bool = False, shut: bool = False) -> Markup:
        """A raised number; the word joiner ties it to what stands before it, and who copies it finds a space there.

        `after` another one, from which it stands apart; `shut` where a mark follows, which stands close to it.
        """
        first = row not in self.cited
        self.cited.add(row)
        id = Markup(' id="f-{}"').format(row) if first else Markup("")
        name = "r" + " next" * after + " shut" * shut
        return Markup('{}<a class="{}"{} href="#e-{}">{}{}</a>').format(WORD_JOINER, name, id, row, NARROW, row)

    def back(self, row: int) -> bool:
        """Has a figure cited the row, so that a link back has somewhere to go?"""
        return row in self.cited
