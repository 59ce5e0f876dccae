"""What a Chinese keyboard gives where YAML wants another mark: found in the text, line by line, with what to type.

status：achieved       a full-width colon
value: 3            ideographic spaces before a key
— of: parks            a dash that is no hyphen
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import NamedTuple

_TEXTS = (
    "zh en quote quotes prefix suffix exact where why status_why level_why unprinted unstated honours_more stated one"
    " other short also zh_also"
)
TEXTS = frozenset(_TEXTS.split())
"""Keys of texts: full-width marks are at home there."""

_KEY = r"(?P<key>[A-Za-z][A-Za-z0-9_]*)"
_COLONS = "：﹕∶︰꞉︓"
_DASHES = "—–－﹣−‐‑―─·•●○▪◆・*＊"
_OPENING = {"【": "[", "［": "[", "〔": "[", "｛": "{", "（": "["}
_CLOSING = {"】": "]", "］": "]", "〕": "]", "｝": "}", "）": "]"}
_QUOTES = "“”„‟＂「『〝‘’＇"
_WIDE_SPACES = "\u3000\u1680\u2000-\u200a\u205f"

_INDENT = re.compile(rf"(?P<sign>[ \t{_WIDE_SPACES}]*[\t{_WIDE_SPACES}]+)[ ]*(?=\S)")
_BEGIN = rf"[ \t{_WIDE_SPACES}]*(?:- +)*"
_COLON = re.compile(rf"{_BEGIN}[\"']?{_KEY}[\"']? *(?P<sign>[{_COLONS}])")
_EQUALS = re.compile(rf"{_BEGIN}{_KEY} *(?P<sign>[=＝]) *\S")
_TIGHT = re.compile(rf"{_BEGIN}{_KEY}(?P<sign>:)(?=[^\s:/])")
_DASH = re.compile(rf"[ \t{_WIDE_SPACES}]*(?P<sign>[{_DASHES}]+) *(?={_KEY} *[:{_COLONS}]|[a-z0-9_]+$|[{{\[])")
_TIGHT_DASH = re.compile(rf"[ ]*(?:- +)*(?P<sign>-)(?=[{{\[\"“]|{_KEY} *[:{_COLONS}])")
_OPEN = re.compile(rf"{_BEGIN}{_KEY}[:{_COLONS}] *(?P<sign>[{''.join(_OPENING)}])")
_MAP = re.compile(rf"[{''.join(_OPENING)}] *{_KEY} *[:{_COLONS}]")
_CLOSE = re.compile(rf"(?P<sign>[{''.join(_CLOSING)}])[,，]?\s*(?:#.*)?$")
_FLOW_COLON = re.compile(rf"[{{,，｛] *[\"']?{_KEY}[\"']? *(?P<sign>[{_COLONS}])")
_FLOW_TIGHT = re.compile(rf"[{{,｛] *{_KEY}(?P<sign>:)(?=[^\s:/])")
_FLOW_COMMA = re.compile(rf"(?P<sign>[，、；;]) *(?={_KEY} *[:{_COLONS}])")
_LIST_COMMA = re.compile(r"\[[^\]\n“”\"]*[a-z0-9_] *(?P<sign>[，、；])(?= *[a-z\"])")
_QUOTED = re.compile(rf"{_BEGIN}{_KEY}[:{_COLONS}] *(?P<sign>[{_QUOTES}])")
_HASH = re.compile(r"[ ]*(?P<sign>＃)")
_BLOCK = re.compile(r"(?P<indent> *).*(?:: +|- +)[|>][+-]?[1-9]?[+-]?\s*(?:#.*)?$")
_FLOW = re.compile(r"[{｛]")


class Slip(NamedTuple):
    """A mark that YAML does not take for what it was meant to be. `name`: a message of the area `keyboard`."""

    at: int
    sign: str
    name: str
    type: str


def slips(text: str, keys: frozenset[str]) -> list[Slip]:
    """Every slip outside of block texts and remarks, in order. `keys` are those that the schema knows."""
    found: list[Slip] = []
    for start, line in _lines(text):
        found += (slip._replace(at=start + slip.at) for slip in _in_line(line, keys))
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start, block = 0, -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            pass
        else:
            opened = _BLOCK.match(line)
            block = len(opened["indent"]) if opened else -1
            if line.strip() and not line.lstrip().startswith("#"):
                yield start, line
        start += len(line) + 1


def _in_line(line: str, keys: frozenset[str]) -> Iterator[Slip]:
    if match := _HASH.match(line):
        yield _slip(match, "keyboard.hash", "#")
        return
    key = re.match(rf"{_BEGIN}{_KEY} *[:{_COLONS}]", line)
    item = re.match(rf"[ \t{_WIDE_SPACES}]*[-{_DASHES}] ", line)
    if (match := _INDENT.match(line)) and (key or item):
        yield Slip(0, match["sign"], "keyboard.tab" if "\t" in match["sign"] else "keyboard.indent", "")
    if (match := _COLON.match(line)) and (match["key"] in keys or match["key"].islower()):
        yield _slip(match, "keyboard.colon", ":")
    for pattern, name, meant in ((_EQUALS, "keyboard.equals", ":"), (_TIGHT, "keyboard.tight", ": ")):
        if (match := pattern.match(line)) and match["key"] in keys:
            yield _slip(match, name, meant)
    for pattern, name in ((_DASH, "keyboard.dash"), (_TIGHT_DASH, "keyboard.tight_dash")):
        if match := pattern.match(line):
            yield _slip(match, name, "- ")
    yield from _in_value(line, key["key"] if key else "", keys)


def _in_value(line: str, key: str, keys: frozenset[str]) -> Iterator[Slip]:
    """Brackets, commas and quotation marks that hold a list, a map or a value together."""
    of_map = _MAP.search(line) is not None
    if key not in TEXTS:
        if (match := _OPEN.match(line)) and key in keys:
            yield _slip(match, "keyboard.bracket", "{" if of_map else _OPENING[match["sign"]])
        if (match := _QUOTED.match(line)) and key in keys:
            yield _slip(match, "keyboard.quotes", '"')
        if (match := _LIST_COMMA.search(line)) is not None:
            yield _slip(match, "keyboard.comma", ", ")
    opened = of_map or re.search(r"(?::|[：]|-) *[\[{]|[【［〔｛]", line)
    if opened and key not in TEXTS and (match := _CLOSE.search(line)) and _lacks(line, _CLOSING[match["sign"]]):
        yield _slip(match, "keyboard.bracket", "}" if of_map else _CLOSING[match["sign"]])
    if _FLOW.search(line):
        for pattern, name, meant in (
            (_FLOW_COLON, "keyboard.colon", ":"),
            (_FLOW_TIGHT, "keyboard.tight", ": "),
            (_FLOW_COMMA, "keyboard.comma", ", "),
        ):
            for match in pattern.finditer(line):
                if match["key"] in keys and not _in_quotes(line, match.start("sign")):
                    yield _slip(match, name, meant)


def _lacks(line: str, closing: str) -> bool:
    opening = {"]": "[", "}": "{"}[closing]
    wide = sum(line.count(sign) for sign, plain in _OPENING.items() if plain == opening)
    return line.count(opening) + wide > line.count(closing)


def _in_quotes(line: str, at: int) -> bool:
    return line.count('"', 0, at) % 2 == 1 or line.count("“", 0, at) > line.count("”", 0, at)


def _slip(match: re.Match[str], name: str, meant: str) -> Slip:
    return Slip(match.start("sign"), match["sign"], name, meant)


_REFERENCE = re.compile(
    r"[<＜〈《‹「&]{1,2}(?:lt;)?\s*(?P<id>[A-Za-z0-9_.．＿ａ-ｚ０-９]+?)\s*(?P<form>[:：]\s*(?:number|value))?\s*"
    r"(?:&gt;|[>＞〉》›」]{1,2})|(?P<bold>＊＊)"
)


def meant(text: str, ids: Container[str]) -> Iterator[tuple[str, int]]:
    """What looks like a reference to a fact that is there, or like **, and is not written as one; with its place."""
    for match in _REFERENCE.finditer(text):
        plain = half_width_reference(match[0])
        if plain != match[0] and (match["bold"] or plain[1:-1].partition(":")[0] in ids):
            yield match[0], match.start()


def half_width_reference(written: str) -> str:
    """〈hazards：number〉 → <hazards:number>, ＊＊ → **."""
    match = _REFERENCE.fullmatch(written)
    if match is None or match["bold"]:
        return "**"
    form = unicodedata.normalize("NFKC", match["form"] or "").replace(" ", "")
    return f"<{unicodedata.normalize('NFKC', match['id'])}{form}>"


_MARKS = str.maketrans("“”„‟「」『』‘’−—–、。％", '""""""""\'\'---,.%')


def half_width_marks(marks: str) -> str:
    """，→ , and 。→ .; empty where one of them has no mark of half width."""
    plain = unicodedata.normalize("NFKC", marks).translate(_MARKS)
    return plain if plain.isascii() else ""


def half_width(value: str) -> str:
    """The value as another keyboard would have given it: ２０１８ → 2018, “3” → 3, −5 → -5."""
    plain = unicodedata.normalize("NFKC", value).translate(_MARKS).strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        plain = plain[1:-1].strip()
    return plain.rstrip(",;.")
