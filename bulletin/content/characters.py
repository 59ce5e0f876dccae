"""One rule for all text that comes in: which characters are taken as they are, which are told, and as what.

Harmless ones (`bulletin.content.plain`) are normalised when text is read. What is told here changes how a text is read
or looks, or is another character than the one that a person sees.

Passes:  zh: 车辆　　　fails:  zh: ⻋辆      (U+2ECB CJK RADICAL C-SIMPLIFIED CART; type 车)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bulletin.content import look_alikes, plain
from bulletin.content.plain import COMBINED, HARMLESS
from bulletin.messages import say
from bulletin.problems import Place, Problem

NAME = "characters"
MOST = 20
"""Findings of one file that are told one by one; a file of another kind has thousands."""
THE_ARTICLES = frozenset({"quote", "quotes", "prefix", "suffix", "exact", "where", "stated", "honours_more", "unit"})
"""Keys under which the words are the article's: what is only unusual may stand there as it does in the article."""
ENGLISH = frozenset({"en", "one", "other", "also"})
"""Keys of English text."""

_USUAL = (
    "\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u2012-\u2016\u2018-\u201d\u2020\u2021\u2026\u2030\u2032\u2033"
    "\u203b\u2103\u2109\u2116\u2150-\u218b\u2190-\u2199\u2200-\u22c4\u22c6-\u22ff\u2460-\u2501\u25a0-\u25ce"
    "\u2605\u2606\u2713\u3000-\u303f\u3251-\u325f\u3280-\u32bf\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e\uffe0-\uffe6"
)
_UNUSUAL = re.compile(f"[^{_USUAL}]")
_WIDE = re.compile("[\uff01-\uff5e]*[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a][\uff01-\uff5e]*")
"""Letters and figures of a Chinese keyboard, with the marks typed beside them."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no YAML file may hold, or takes for the end of a line."""
_STYLED = re.compile("[\u203c-\u2bff]\ufe0f")
_EMOJI = re.compile(
    "[\u231a\u231b\u23e9-\u23f3\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce"
    "\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797"
    "\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u20e3\U0001f000-\U0001fbff]"
)
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\U000e0000-\U000e0fff]")
_FORM = re.compile("[\ufb00-\ufb06\ufe10-\ufe6f\uff61-\uffdc\U0001d400-\U0001d7ff]")
"""Ligatures, vertical and half-width forms, letters of mathematics: shapes that fonts give, not characters."""
_BIDI = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
_SAID = {
    "bidi": "characters.bidi",
    "combining": "characters.combining",
    "control": "characters.control",
    "emoji": "characters.emoji",
    "look_alike": "characters.look_alike",
    "lost": "characters.lost",
    "narrow": "characters.narrow",
    "none": "characters.none",
    "private": "characters.private",
    "radical": "characters.radical",
    "separator": "characters.separator",
    "unseen": "characters.unseen",
    "unset": "characters.unset",
    "wide": "characters.wide",
}
_KEPT = frozenset({"private", "emoji", "lost", "none", "unset", "radical", "look_alike"})
"""What a person has to see, since a character is missing without it."""
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_NAMES = {
    0x00: "NULL", 0x07: "BELL", 0x08: "BACKSPACE", 0x0B: "LINE TABULATION", 0x0C: "FORM FEED", 0x1B: "ESCAPE",
    0x7F: "DELETE", 0x85: "NEXT LINE",
}  # fmt: skip


class Fault(NamedTuple):
    """A character that is told: where it stands, why (a message of the area `characters`), and what is meant by it."""

    at: int
    char: str
    why: str
    meant: str = ""


def named(char: str) -> str:
    """U+202E RIGHT-TO-LEFT OVERRIDE; of characters without a name the number alone."""
    return f"U+{ord(char):04X} {unicodedata.name(char, _NAMES.get(ord(char), ''))}".strip()


def are_usual(text: str) -> bool:
    """Is every character of the common stock? One look at each: most files hold nothing else.

    Full-width letters are at home in Chinese alone: whoever holds any is looked at.
    """
    return _UNUSUAL.search(text) is None and _WIDE.search(text) is None and next(look_alikes.among(text), None) is None


def no_text(text: str) -> list[Fault]:
    """What no text file may hold: controls, line separators, lone surrogates."""
    return [Fault(match.start(), match[0], why(text, match.start())[0]) for match in _NO_TEXT.finditer(text)]


def faults(text: str, key: str = "") -> list[Fault]:
    """Every character of the text that is not taken as it is. `key`: where the text stands in a content file."""
    found = [fault for match in _UNUSUAL.finditer(text) if (fault := _fault(text, match.start(), key))]
    if key not in THE_ARTICLES:
        found += (Fault(at, chars[0], "look_alike", meant) for at, chars, meant in look_alikes.among(text))
    if key in ENGLISH:
        found += _wide(text)
    return sorted(set(found))


def _wide(text: str) -> Iterator[Fault]:
    """Full-width letters in English; beside Chinese, as in its parentheses, they are the Chinese's."""
    for run in _WIDE.finditer(text):
        if not _HAN.search(text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]):
            yield Fault(run.start(), run[0], "wide", unicodedata.normalize("NFKC", run[0]))


def without_faults(text: str) -> str:
    """The text as a content file may hold it: what is meant by a character in its place, what means nothing gone.

    For text that a program copies from an article, which itself stays as it is.
    """
    read = plain.plain(text)
    for fault in reversed([] if are_usual(read) else faults(read, "quote")):
        kept = fault.char if fault.why in _KEPT and not fault.meant else fault.meant
        read = read[: fault.at] + kept + read[fault.at + 1 :]
    return read


def _fault(text: str, at: int, key: str) -> Fault | None:
    char = text[at]
    if HARMLESS.match(text, at) and not (at and _STYLED.match(text, at - 1)):
        return None
    if at and _STYLED.match(text, at - 1):
        return Fault(at - 1, text[at - 1], "emoji")
    reason, meant = why(text, at)
    if reason in ("look_alike", "narrow") and key in THE_ARTICLES and not look_alikes.ideograph(char):
        return None
    return Fault(at, char, reason, meant) if reason else None


def why(text: str, at: int) -> tuple[str, str]:
    """Why the character is told, and what is meant by it; ("", "") where it is not."""
    char = text[at]
    category, code = unicodedata.category(char), ord(char)
    if _BIDI.match(char):
        return "bidi", ""
    if char in _BREAKS:
        return "separator", ""
    if category == "Cc":
        return "control", ""
    if code in (0xFFFC, 0xFFFD) or 0x2FF0 <= code <= 0x2FFF:
        return "lost", ""
    if category == "Cs" or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "none", ""
    if category == "Co":
        return "private", ""
    if _UNSEEN.match(char) or category == "Cf":
        return "unseen", ""
    if _EMOJI.match(char):
        return "emoji", ""
    if category == "Cn" and not 0x20000 <= code <= 0x3FFFF:  # the ideographs of a Unicode newer than Python's
        return "none", ""
    if 0x10000 <= code < 0x20000 and not _FORM.match(char):
        return "unset", ""
    return _stands_in(text, at, category)


def _stands_in(text: str, at: int, category: str) -> tuple[str, str]:
    """Of one that can be seen: is it there for another?"""
    char = text[at]
    if 0x2E80 <= ord(char) <= 0x2FDF:
        return "radical", look_alikes.ideograph(char)
    if meant := look_alikes.meant(text, at):
        return "look_alike", meant
    if category in ("Mn", "Me") and not _composes(text, at):
        return "combining", ""
    plain = unicodedata.normalize("NFKC", char)
    if unicodedata.normalize("NFC", char) != char or (plain != char and _FORM.match(char)):
        return "narrow", plain
    return "", ""


def _composes(text: str, at: int) -> bool:
    """Does the accent belong to a letter that has a form with it?"""
    run = next((m for m in COMBINED.finditer(text, max(0, at - 8)) if m.start() < at < m.end()), None)
    return run is not None and len(unicodedata.normalize("NFC", run[0])) == 1


def problem(fault: Fault, place: Place) -> Problem:
    """The fault as `check` shows it: U+ number, name, place, and what to do."""
    char = fault.char if fault.why == "wide" else named(fault.char)  # a run of letters has no one name
    message = say(_SAID[fault.why], char=char, meant=fault.meant)
    help = say("characters.type", meant=fault.meant) if fault.meant else say("characters.delete")
    return Problem(NAME, message, place, notes=(("help", help),))


def problems(found: list[Fault], file: str, text: str) -> Iterator[Problem]:
    """Each at its place in the file; of very many the first ones, and how many there are."""
    for fault in found[:MOST]:
        line = text.count("\n", 0, fault.at) + 1
        yield problem(fault, Place(file, line, fault.at - text.rfind("\n", 0, fault.at), len(fault.char)))
    if rest := found[MOST:]:
        line = text.count("\n", 0, rest[0].at) + 1
        yield Problem(NAME, say("characters.more", count=len(rest)), Place(file, line))
