"""What YAML cannot read, in words that tell what to do: the slip of the keyboard first, its consequences never."""

from __future__ import annotations

import re

import yaml

from bulletin.content import keyboard
from bulletin.content.characters import named
from bulletin.content.plain import Plain
from bulletin.content.schema_keys import known_keys
from bulletin.messages import say
from bulletin.problems import Place, Problem


class UnusedSyntax(yaml.MarkedYAMLError):
    """YAML that is well formed and not used here; `problem` names the message."""


_KINDS = (
    ("mapping values are not allowed", "yaml.colon"),
    ("could not find expected ':'", "yaml.no_colon"),
    ("did not find expected ',' or", "yaml.open"),
    ("found unexpected end of stream", "yaml.unclosed"),
    ("found unknown escape character", "yaml.escape"),
    ("invalid Unicode character escape", "yaml.escape"),
    ("did not find expected hexdecimal", "yaml.escape"),
    ("block sequence entries are not allowed", "yaml.item"),
    ("sequence entries are not allowed", "yaml.item"),
    ("mapping keys are not allowed", "yaml.question"),
    ("tab character", "yaml.tab"),
    ("did not find expected node content", "yaml.content"),
    ("did not find expected <document start>", "yaml.outdent"),
    ("did not find expected '-' indicator", "yaml.no_item"),
)
"""What libyaml says, and the message that says it here."""
_HELP = {
    "yaml.colon": "yaml.do_colon",
    "yaml.conflict": "yaml.do_conflict",
    "yaml.no_colon": "yaml.do_no_colon",
    "yaml.open": "yaml.do_open",
    "yaml.unclosed": "yaml.do_unclosed",
    "yaml.escape": "yaml.do_escape",
    "yaml.item": "yaml.do_item",
    "yaml.question": "yaml.do_question",
    "yaml.tab": "yaml.do_tab",
    "yaml.content": "yaml.do_content",
    "yaml.outdent": "yaml.do_outdent",
    "yaml.no_item": "yaml.do_no_item",
    "yaml.unreadable": "yaml.do_unreadable",
    "yaml.special": "yaml.do_special",
    "yaml.behind": "yaml.do_behind",
    "yaml.item_indent": "yaml.do_item_indent",
    "yaml.indent": "yaml.do_indent",
}
_CONFLICT = re.compile(r"(?m)^(<{7}(?: .*)?)\n(?s:.*?)^={7}\n(?s:.*?)^>{7}(?: |$)")
"""Two versions of a file that a program could not make one."""
_SPECIAL = "@`%*&!|>"


def problems(error: Exception, read: Plain, text: str, file: str) -> list[Problem]:
    """The slips of the keyboard up to the place where reading ended; where there are none, the error itself."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = _Places(read, text, file)
    if conflict := _CONFLICT.search(read.text):
        return [_problem("yaml.conflict", place.at(conflict.start(), len(conflict[1])))]
    end = mark.index if mark else len(read.text)
    if not isinstance(error, UnusedSyntax):
        limit = _line_end(read.text, end)
        found = [place.slip(slip) for slip in keyboard.slips(read.text, known_keys()) if slip.at <= limit]
        if found or (found := _cut_flow(read.text, place, limit)):
            return found
    if not isinstance(error, yaml.MarkedYAMLError):
        return [Problem("yaml", say("yaml.unreadable"), Place(file))]
    return [_own(error, read.text, place)]


class _Places:
    """From places in the plain text to places in the file."""

    def __init__(self, read: Plain, text: str, file: str):
        self.read, self.text, self.file = read, text, file

    def at(self, index: int, length: int = 1) -> Place:
        start = min(self.read.back(index), len(self.text))
        line = self.text.count("\n", 0, start) + 1
        return Place(self.file, line, start - self.text.rfind("\n", 0, start), length)

    def slip(self, slip: keyboard.Slip) -> Problem:
        help = say("keyboard.type", type=slip.type.strip() or slip.type) if slip.type else say("keyboard.spaces")
        notes = (("help", help),)
        sign = slip.sign if slip.sign.strip() else named(slip.sign.strip(" \t")[:1] or slip.sign.strip(" ")[:1])
        message = say(slip.name, sign=sign)
        return Problem("yaml", message, self.at(slip.at, len(slip.sign)), notes=notes)


def slips(read: Plain, text: str, file: str) -> list[Problem]:
    """The slips of a text that YAML could read, in another way than was meant."""
    return [_Places(read, text, file).slip(slip) for slip in keyboard.slips(read.text, known_keys())]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _cut_flow(text: str, place: _Places, limit: int) -> list[Problem]:
    """{zh: 甲 #1 楼, en: b}: the remark takes the closing bracket with it. And texts that go on behind a remark."""
    for match in re.finditer(r"(?m)(?<=[^\s#]) +(?=#)", text[:limit]):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        rest = text[match.end() : _line_end(text, match.end())]
        opened = any(line.count(a) > line.count(b) for a, b in ("{}", "[]"))
        if (opened and re.search(r"[\]}]\s*$", rest)) or (limit and _goes_on(text, match.end(), limit, line)):
            return [Problem("yaml", say("yaml.cut"), place.at(match.end()), notes=(("help", say("yaml.quote")),))]
    return []


def _goes_on(text: str, at: int, limit: int, line: str) -> bool:
    """Does reading end on the very next line, in words?"""
    start = _line_end(text, at) + 1
    end = _line_end(text, start)
    key = re.match(r"\s*(?:- +)*(\w+): +\S", line)
    return bool(key and key[1] in keyboard.TEXTS and end >= limit and not re.match(r"\s*(?:- |\w+:)", text[start:end]))


def _own(error: yaml.MarkedYAMLError, text: str, place: _Places) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = error.problem or ""
    if isinstance(error, UnusedSyntax):
        return Problem("yaml", *_refused(said, text, mark, place))
    at = mark.index if mark else 0
    name = next((name for words, name in _KINDS if words in said), "yaml.unreadable")
    if "scanning an alias" in (error.context or "") or (text[at : at + 1] in tuple(_SPECIAL) and name != "yaml.colon"):
        name, at = "yaml.special", error.context_mark.index if error.context_mark else at
        return _problem(name, place.at(at), sign=text[at : at + 1])
    if name in ("yaml.unclosed", "yaml.open") and error.context_mark:
        lone = _lone_quote(text, error.context_mark.index, at)
        name, at = ("yaml.unclosed", lone) if lone >= 0 else (name, error.context_mark.index)
    elif name == "yaml.no_colon" and error.context_mark:
        at = error.context_mark.index
        return _problem(name, place.at(at, max(1, _line_end(text, at) - at)))
    elif "expected key" in said:
        return _expected_key(text, at, place)
    return _problem(name, place.at(at), sign=text[at : at + 1])


def _lone_quote(text: str, start: int, end: int) -> int:
    """The last quotation mark that opens a value and finds no partner on its line; -1 where none does."""
    for match in reversed([*re.finditer(r"(?<=[:\-\[{,] )[\"']", text[:end])]):
        line = text[match.start() : _line_end(text, match.start())]
        if match.start() >= start and line.count(match[0]) % 2:
            return match.start() if text.count("\n", match.start(), end) else -1
    return -1


def _expected_key(text: str, at: int, place: _Places) -> Problem:
    """Words behind a closing quotation mark, one that was never closed, or a line that is indented otherwise."""
    start = text.rfind("\n", 0, at) + 1
    if (lone := _lone_quote(text, 0, at)) >= 0:
        return _problem("yaml.unclosed", place.at(lone))
    for quote in ('"', "'"):
        if text[start:at].count(quote) >= 2:
            return _problem("yaml.behind", place.at(at))
    return _problem("yaml.item_indent" if text[at : at + 1] == "-" else "yaml.indent", place.at(at))


def _refused(name: str, text: str, mark: object, place: _Places) -> tuple[str, Place]:
    at = getattr(mark, "index", 0)
    word = re.match(r"\S{1,20}", text[at:])
    message = say(name, word=word[0] if word else "")
    return message, place.at(at)


def _problem(name: str, place: Place, sign: str = "") -> Problem:
    sign = sign if sign.strip() else "?"
    return Problem("yaml", say(name, sign=sign), place, notes=(("help", say(_HELP[name], sign=sign)),))
