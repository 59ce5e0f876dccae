"""How a line of Chinese is set: which marks lose their blank half, where space is added, where a line may stretch.

Rules on plain text, from W3C, Requirements for Chinese Text Layout (CLREQ), and GB/T 15834-2011, 5.1.10. All
functions take the text of one line or paragraph and give positions in it.
"""

from __future__ import annotations

import re

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = "0-9A-Za-z\u00b0\u00b1\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff%\u2030\u2103#@&+"
CLOSING = "，。、；：？！”’）》】』」〉〕〗．"
OPENING = "“‘（《【『「〈〔〖"
ATOM = "\ufffc"
"""Stands for a picture or a block in the line."""

AUTOSPACE = 0.18
"""em between Han and Latin; CLREQ allows up to a quarter."""
CLOSE_SPACE = 0.09
"""The same where bold text or a link begins: from a tenth of an em on, poppler reads a gap between spans as a space."""
HALF = 0.5
"""em that a full-width mark loses; all Chinese faces of ours draw the `halt` forms of these marks at half width."""
WIDEST = 0.095
"""em by which one place may stretch, and where scripts or words meet twice as much: less than a tenth is not seen. A
line that would need more stays open at its end."""
NARROWER = {**dict.fromkeys("“‘（《【『「〈〔〖”’）》】』」〉〕〗", 0.5), **dict.fromkeys("，、；：", 0.4)}
"""em that a mark inside a line may give up, so that the line holds more (CLREQ, 3.1.6, Compression of Punctuation
Marks); what ends a sentence keeps its room."""

_JOINER = "\u2060\u200b\ufeff"
_WIDE = f"{HAN}{CLOSING}{OPENING}—…·～／\u3000"
_chinese = re.compile(f"[{_WIDE}]")
_boundary = re.compile(f"(?<=[{HAN}])(?!\\+)(?=[{LATIN}])|(?<=[{LATIN}])(?=[{HAN}])")
# The width of a line must not change when it breaks between two marks: of closing + opening the second is halved,
# and a line that begins with it is halved there too.
_squeezed = re.compile(f"[{CLOSING}](?=[{CLOSING}])|(?<=[{CLOSING}{OPENING}])[{OPENING}]")


def _places(after: str, not_before: str) -> re.Pattern[str]:
    return re.compile(
        f"[ \u00a0](?=[^ \u00a0{ATOM}])"  # word spaces
        f"|(?!——|……)[{after}—…·～／\u3000](?=[^ \u00a0{_JOINER}{ATOM}{not_before}])"  # after Chinese
        f"|[^{_WIDE} \u00a0{ATOM}](?=[{HAN}{OPENING}—…～／])"  # from Latin to Chinese
    )


_stretch = _places(HAN + CLOSING, not_before=CLOSING)
_stretch_all = _places(HAN + CLOSING + OPENING, not_before="")
# CLREQ's basic prohibitions, as far as Unicode's line breaking (UAX #14), and so Pango, does not know them.
_clinging = re.compile(
    r"(?<=[^ \u00a0])[·・～／㎡㎥㎞℃‰]|(?<=\d)[—–](?=\d)"
    # ours: a number keeps its measure word, 余 and 万 keep theirs, and 平方米 stays whole. Longer amounts may be parted
    # before 余, 万 and 平方米: to keep 1000多万元 in one piece would tear holes into the line.
    rf"|(?<=\d)(?![余多万亿]|[平立]方)[{HAN}]|(?<=(?<!\d)\d)[余多万亿]|(?<=(?<!\d)\d\d)[余多万亿]"
    rf"|(?<=\d[余多万亿])(?![平立]方)[{HAN}]|(?<=\d[余多万亿][余多万亿])(?![平立]方)[{HAN}]"
    r"|(?<=[平立])方(?=[米公])|(?<=[平立]方)[米公]|(?<=[平立]方公)里"
    rf"|(?<=[{HAN}])/(?=[{HAN}])|(?<=[{HAN}]/)[{HAN}]"  # 文/图
)
_shrink = re.compile(rf"(?<=[^{CLOSING}{OPENING}])[{''.join(NARROWER)}](?=[^{CLOSING}{OPENING}])")
_first = re.compile(f"[ {_JOINER}]*([{OPENING}])")
_last = re.compile(f"([{CLOSING}])[ {_JOINER}]*$")


def is_chinese(text: str) -> bool:
    """Whether there is anything in `text` that these rules are about."""
    return _chinese.search(text) is not None


def squeezed(text: str) -> list[int]:
    """Marks inside the line that lose their blank half, because another mark stands beside them."""
    return [match.start() for match in _squeezed.finditer(text)]


def spaced(text: str) -> list[int]:
    """Characters that begin a new script, Han or Latin, and so get a little space before them."""
    return [match.start() for match in _boundary.finditer(text)]


def stretchable(text: str, brackets: bool = False) -> list[int]:
    """Characters after which a justified line may stretch.

    A mark stays close to what it encloses or closes; with `brackets` that is given up, for lines that need it.
    """
    return [match.start() for match in (_stretch_all if brackets else _stretch).finditer(text)]


def shares(text: str, brackets: bool = False) -> dict[int, float]:
    """The places of `stretchable`, each with its share of what is spread: two where words or scripts meet.

    These have a space already, and a wider one is seen least (JIS X 4051, 4.19.3).
    """
    between = {place - 1 for place in spaced(text)}
    return {
        place: 2.0 if place in between or text[place] in " \u00a0" else 1.0 for place in stretchable(text, brackets)
    }


def shrinkable(text: str) -> list[tuple[int, float]]:
    """Marks inside the line that can still give up room, and how much (em): none beside another mark."""
    return [(match.start(), NARROWER[match[0]]) for match in _shrink.finditer(text)]


def clinging(text: str) -> list[int]:
    """Characters that may not begin a line but would: dots in names, strokes between numbers, unit signs."""
    return [match.start() for match in _clinging.finditer(text)]


def opens(text: str) -> int | None:
    """The opening mark that begins the line, if one does: its blank half would dent the edge."""
    match = _first.match(text)
    return match.start(1) if match else None


def closes(text: str) -> int | None:
    """The closing mark that ends the line, if one does: it is set half width (GB/T 15834, 5.1.10)."""
    match = _last.search(text)
    return match.start(1) if match else None
