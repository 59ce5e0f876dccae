"""Bytes → text. What is not UTF-8 is recognised, so that the message can say how it becomes so."""

from __future__ import annotations

import re

UNKNOWN = ""
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORMATS = (
    (b"PK\x03\x04", "DOCX / XLSX / ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC / WPS / XLS"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
)
"""How files of other programs begin, which somebody may have named like a text."""
_WIDE = ("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE")
_CHINESE = ("GB18030", "BIG5")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事"
    "平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程"
    "展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指区街办社区居民服务项目"
    "市县镇村河南郑州这中大为个国来时们对会发动过说产种后学经进电现实两体机当点业应开还从气结问题军统总设级组见计别运农条党长"
    "這為個國來時們對會發動過說產種後學經進電現實兩體機當點業應開還從氣結問題軍統總設級組見計別運農條黨長區縣鎮務項"
)
_ENOUGH = 0.15
"""Of the ideographs of Chinese prose four in ten are among the common ones; of prose decoded wrongly, one in 20."""
_DAMAGED = 0.05
"""Share of lost characters below which a text is UTF-8 with a damaged place."""


class NotUTF8(ValueError):
    """`encoding` is what the bytes seem to be, or UNKNOWN; the first byte that is wrong stands at `at`.

    `mixed`: what the line there seems to be, where all else is UTF-8. `format`: whose file it is, where it is no text.
    """

    def __init__(
        self, encoding: str, at: int, line: int, column: int, byte: int, *, mixed: str = UNKNOWN, format: str = ""
    ):
        super().__init__(encoding)
        self.encoding, self.at, self.line, self.column, self.byte = encoding, at, line, column, byte
        self.mixed, self.format = mixed, format


def decoded(data: bytes) -> str:
    """UTF-8, with or without BOM. Raises NotUTF8."""
    if format := next((name for begin, name in _FORMATS if data.startswith(begin)), ""):
        raise NotUTF8(UNKNOWN, 0, 1, 1, data[0], format=format)
    if wide := _wide(data):
        raise NotUTF8(wide, 0, 1, 1, data[0])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        encoding = guessed(data)
        mixed = UNKNOWN if encoding else _of_line(data, error.start)
        raise NotUTF8(encoding, error.start, line, column, data[error.start], mixed=mixed) from error


def _of_line(data: bytes, at: int) -> str:
    """The Chinese encoding of the line at a byte."""
    end = data.find(b"\n", at)
    found = guessed(data[data.rfind(b"\n", 0, at) + 1 : len(data) if end < 0 else end])
    return found if found in _CHINESE else UNKNOWN


def guessed(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, by what they would say; UNKNOWN where none makes sense."""
    text = data.decode("utf-8", errors="replace")
    odd = sum(not char.isascii() for char in text)
    if text.count("\ufffd") <= max(1, _DAMAGED * odd) and odd > 1 and _chinese(text):
        return UNKNOWN
    scored = {name: _score(data, name) for name in _CHINESE}
    best = max(scored, key=lambda name: scored[name])
    if scored[best] >= _ENOUGH:
        return best
    return UNKNOWN if re.search(rb"[\x80-\xff]{2}", data) else "WINDOWS-1252"


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32, by BOM or by what it says."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if b"\x00" not in data[:4096] and _is_utf8(data):
        return UNKNOWN
    for name in _WIDE:
        piece = data[: 4096 - 4096 % 4]
        try:
            text = piece[: len(piece) - len(piece) % (4 if "32" in name else 2)].decode(name)
        except UnicodeDecodeError:
            continue
        plain = sum(char in "\n\r\t" or " " <= char <= "~" or "\u4e00" <= char <= "\u9fff" for char in text)
        if text and plain > 0.8 * len(text) and (_score(piece, name) >= _ENOUGH or b"\x00" in piece):
            return name
    return UNKNOWN


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _score(data: bytes, encoding: str) -> float:
    """The share of common characters among the ideographs that the bytes would be."""
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > _DAMAGED * len(text):
        return 0.0
    found = [char for char in text if char > "\x7f"]
    return sum(char in _COMMON for char in found) / len(found) if found else 0.0


def _chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)
