"""The running head: the name of the bulletin, its number and its date, as large as there is room; two lines at most.

A name on one line is set as the sheet has it, a longer one small and tight on two. Where the date has no room even so
it is said in fewer words, then without the number. A name that is longer than all that ends in an ellipsis, as would a
date in the fewest words. Both stand whole over the first page.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Both, Masthead
from bulletin.pages.density import DENSITIES
from bulletin.pages.density import MEASURE as LINE
from bulletin.variant import Language

Sizes = tuple[float, float]
"""Of Chinese and of English, in pt: the larger of what the two sheets have, spaces between letters included."""
NAME: dict[TypeScale, Sizes] = {"compact": (8.95, 8.0), "standard": (9.4, 8.5), "large": (11.5, 10.5)}
DATED: dict[TypeScale, Sizes] = {"compact": (8.0, 8.0), "standard": (8.5, 8.5), "large": (10.5, 10.5)}
SMALL_NAME: dict[TypeScale, Sizes] = {"compact": (6.8, 6.6), "standard": (8.2, 8.0), "large": (8.2, 8.0)}
SMALL_DATED: dict[TypeScale, Sizes] = {"compact": (6.6, 6.6), "standard": (8.0, 8.0), "large": (8.0, 8.0)}
"""As theme.yaml has them (running, running_name, …); a test holds them against each other."""
GAP, BETWEEN = 10.0, 6.0
"""Between name and date, and between two languages, in pt."""
SHARE, WORD = 0.45, "Subdistrict"
"""How much of a line the date may take beside a name that would fill it; what a line may lack at its end, at least."""
_ASCII = (
    20, 32, 48, 51, 51, 84, 64, 28, 32, 32, 44, 51, 28, 32, 28, 34, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 51,
    51, 51, 44, 88, 56, 60, 58, 62, 54, 51, 63, 66, 28, 49, 60, 50, 74, 66, 67, 58, 67, 59, 54, 55, 66, 54, 80, 54, 50,
    54, 32, 34, 32, 51, 50, 55, 52, 56, 46, 56, 51, 32, 52, 56, 26, 26, 52, 27, 84, 56, 55, 56, 56, 37, 43, 36, 56, 50,
    75, 48, 50, 44, 32, 26, 32, 51,
)  # fmt: skip
"""How wide Source Sans Semibold is from the space on, in hundredths of an em; figures as in Noto Sans, the wider."""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What stands in it; `long` where it takes two lines of small type."""

    title: Both
    dated: Both
    long: bool


def running_head(head: Masthead, language: Language = "bilingual", type: TypeScale = "compact") -> RunningHead:
    """The head that fits, whatever else is on the pages."""
    # compact type grows where an edition in one language has room
    line = LINE / max(DENSITIES) if language != "bilingual" and type == "compact" else LINE
    name, plain, small, small_plain = (each[type] for each in (NAME, DATED, SMALL_NAME, SMALL_DATED))
    title, *tellings = (_only(text, language) for text in (head.title, *head.tellings))
    room = max(SHARE * line, line - GAP - _width(title, small))
    for dated in tellings:
        if _width(title, name) + _width(dated, plain) + GAP <= line:
            return RunningHead(title, dated, long=False)
        if _width(dated, small_plain) <= room:
            break
    dated = _cut(dated, room, small_plain)
    one = line - GAP - _width(dated, small_plain)
    # a line ends before the word that it has no room for
    two = one + line - max(_width(Both("", word), small) for word in f"{title.en} {WORD}".split(" "))
    return RunningHead(_cut(title, max(one, two), small), dated, long=True)


def _only(text: Both, language: Language) -> Both:
    """The text in the languages of the edition."""
    if language == "bilingual":
        return text
    return Both(text.zh, "") if language == "zh" else Both("", text.en)


def _width(text: Both, sizes: Sizes) -> float:
    """In pt, rather too much than too little."""
    return sizes[0] * ems(text.zh) + BETWEEN * bool(text.zh and text.en) + sizes[1] * ems(text.en)


def ems(text: str) -> float:
    """How wide the text is, as a multiple of its size."""
    return sum(_ASCII[ord(char) - 32] / 100 if " " <= char <= "~" else _em(char) for char in text)


def _em(char: str) -> float:
    return 1.0 if east_asian_width(char) in "WFA" else 0.7


def _cut(text: Both, room: float, sizes: Sizes) -> Both:
    """The text within so many pt: the English gives way first, down to a third of the room; then the Chinese."""
    if _width(text, sizes) <= room:
        return text
    chinese = sizes[0] * ems(text.zh) + BETWEEN if text.zh else 0.0
    english = min(sizes[1] * ems(text.en), max(room - chinese, room / 3))
    rest = room - english - BETWEEN
    return Both(shortened(text.zh, rest / sizes[0]), shortened(text.en, english / sizes[1]))


def shortened(text: str, room: float) -> str:
    """The text within so many ems, with an ellipsis where it ends early; English ends behind a word."""
    if ems(text) <= room + 1e-6:
        return text
    kept = text
    while kept and ems(kept) + 1 > room:
        kept = kept[:-1]
    word, space, _ = kept.rpartition(" ")
    if space and not text[len(kept) :].startswith(" ") and len(word) > len(kept) / 2:
        kept = word
    return f"{kept.rstrip(' ,.;:，、；：—-')}…"
