"""YAML text → plain data, with the line and column of every key and value.

A small, strict YAML 1.2: plain scalars are null, true, false, integers and decimals in their JSON forms; everything
else is a string, so `NO`, `19:30` and `010` stay what was typed. Anchors, aliases, tags and repeated keys are refused.
Harmless characters are normalised first (`plain`), others are told (`characters`); places are those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

from bulletin.content import characters, keyboard, plain, syntax
from bulletin.content.plain import Plain
from bulletin.messages import say
from bulletin.problems import ContentError, Place, Problem, shortened

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_CJK = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_CJK}]) +|(?<!^) +(?=[{_CJK}])")
_CHINESE_KEYS = {"zh", "quote", "prefix", "suffix", "exact"}
_CUT = re.compile(r"(?<=[^\s#]) +#")
LARGEST = 1_000_000
DEEPEST = 40  # a plate's datum lies 9 deep
DIGITS = 18  # of a number: the world's product in fen has 17
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, ten times as fast


class Span(NamedTuple):
    """Where a node stands: offsets into the text, line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass
class Parsed:
    """The data of one file and the places of its parts. `keys` and `values` are by path; the root is ().

    `text` is the file as received, `plain` what was read; places are those of `text`.
    """

    file: str
    text: str
    data: Any = None
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    plain: Plain = field(default_factory=lambda: Plain(""), repr=False, compare=False)
    bare: dict[int, Path] = field(default_factory=dict, repr=False, compare=False)
    """Texts without quotation marks, by the place behind them in the plain text."""

    def place(self, path: Path, needle: str = "", nth: int = 0) -> Place:
        """The place of the value at `path` (of its nearest parent, if there is none), or of `needle` inside it.

        `nth` tells equal needles apart, counted from 0.
        """
        while path not in self.values and path:
            path = path[:-1]
        span = self.values.get(path, Span(0, 0, 1, 1))
        if needle and (found := self._inside(span, needle, nth)):
            start, end = found
            return Place(self.file, *self._line_and_column(start), end - start)
        length = len(self.text[span.start : span.end].split("\n")[0].rstrip())
        return Place(self.file, span.line, span.column, max(1, length))

    def key_place(self, path: Path) -> Place:
        """The place of the key whose value is at `path`."""
        span = self.keys.get(path)
        return self.place(path) if span is None else Place(self.file, span.line, span.column, span.end - span.start)

    def _inside(self, span: Span, needle: str, nth: int) -> tuple[int, int] | None:
        """The needle in the file; where harmless characters are in its way, in the text without them."""
        if (at := _nth(self.text, needle, span.start, span.end, nth)) >= 0:
            return at, at + len(needle)
        read = plain.read(self.text[span.start : span.end])
        at = _nth(read.text, needle, 0, len(read.text), nth)
        return None if at < 0 else (span.start + read.back(at), span.start + read.back(at + len(needle) - 1) + 1)

    def _line_and_column(self, at: int) -> tuple[int, int]:
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def span(self, node: yaml.Node) -> Span:
        """Where the node stands in the file as received."""
        start, end = node.start_mark, node.end_mark
        if not self.plain.starts:
            return Span(start.index, end.index, start.line + 1, start.column + 1)
        at = self.plain.back(start.index)
        return Span(at, self.plain.back(end.index), *self._line_and_column(at))


def _nth(text: str, needle: str, start: int, end: int, nth: int) -> int:
    """Where the needle stands the nth time; the first, where it does not stand so often."""
    at = start - 1
    for _ in range(nth + 1):
        at = text.find(needle, at + 1, end)
        if at < 0:
            return text.find(needle, start, end)
    return at


def parse(text: str, file: str) -> Parsed:
    """Raises ContentError with every problem of the text; a syntax error hides what stands after it."""
    if len(text) > LARGEST:
        raise ContentError([Problem("yaml", say("yaml.large", most=LARGEST), Place(file))])
    usual = characters.are_usual(text)
    if not usual and (none := characters.no_text(text)):
        raise ContentError(characters.problems(none, file, text))
    read = Plain(text) if usual else plain.read(text)
    parsed, problems = Parsed(file, text, plain=read), list[Problem]()
    try:
        node = _compose(read.text)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise ContentError(syntax.problems(error, read, text, file)) from error
    if node is None:
        raise ContentError([Problem("yaml", say("yaml.empty"), Place(file))])
    parsed.data = _build(node, (), parsed, problems)
    problems += _cut(parsed)
    problems += [] if usual else _unusual(parsed)
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.place))
    return parsed


def _compose(text: str) -> yaml.Node | None:
    events = yaml.parse(text, Loader=_LOADER)
    next(events)  # the stream begins, then its document
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    node = _node(next(events), events, 0)
    next(events)
    if not isinstance(last := next(events, None), (yaml.StreamEndEvent, type(None))):
        raise syntax.UnusedSyntax(None, None, "yaml.documents", last.start_mark)  # type: ignore[arg-type]
    return node


def _node(event: Any, events: Iterator[Any], depth: int) -> yaml.Node:
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag not in (None, "!"):
        aliased = isinstance(event, yaml.AliasEvent)
        name = "yaml.alias" if aliased else "yaml.anchor" if event.anchor else "yaml.tag"
        raise syntax.UnusedSyntax(None, None, name, start)
    if isinstance(event, yaml.ScalarEvent):
        return yaml.ScalarNode("", event.value, start, end, style=event.style or None)
    if depth > DEEPEST:
        raise syntax.UnusedSyntax(None, None, "yaml.deep", start)
    items: list[yaml.Node] = []
    last: Any = next(events)
    while not isinstance(last, yaml.CollectionEndEvent):
        items.append(_node(last, events, depth + 1))
        last = next(events)
    end = last.end_mark
    if isinstance(event, yaml.SequenceStartEvent):
        return yaml.SequenceNode("", items, start, end)
    return yaml.MappingNode("", list(zip(items[::2], items[1::2], strict=True)), start, end)


def _build(node: yaml.Node, path: Path, parsed: Parsed, problems: list[Problem]) -> Any:
    parsed.values[path] = parsed.span(node)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, parsed, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), parsed, problems) for i, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, path, parsed, problems)


def _mapping(node: yaml.MappingNode, path: Path, parsed: Parsed, problems: list[Problem]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        span = parsed.span(key_node)
        place = Place(parsed.file, span.line, span.column, max(1, span.end - span.start))
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem("yaml", say("yaml.key"), place))
            continue
        key = str(key_node.value)
        problems += _escaped(key_node, path, place) if key_node.style == '"' else ()
        if key in data:
            first = parsed.keys[(*path, key)].line
            problems.append(Problem("yaml", say("yaml.twice", key=shortened(key), line=first), place))
            continue
        parsed.keys[(*path, key)] = span
        data[key] = _build(value_node, (*path, key), parsed, problems)
    return data


def _scalar(node: yaml.ScalarNode, path: Path, parsed: Parsed, problems: list[Problem]) -> Any:
    text = str(node.value)
    if node.style is None:
        if text in _WORDS:
            return _WORDS[text]
        if text[-1].isdecimal() and (_INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text)):
            if len(text) > DIGITS:
                problems.append(Problem("yaml", say("yaml.digits", most=DIGITS), parsed.place(path)))
                return 0
            return Decimal(text) if "." in text else int(text)
        parsed.bare[node.end_mark.index] = path
    if node.style == '"' and (escaped := _escaped(node, path, parsed.place(path))):
        problems += escaped
        return ""
    if node.style != "|" and node.start_mark.line != node.end_mark.line and _is_chinese(path):
        # YAML joins folded lines with a space; Chinese is written without
        text = _FOLD.sub("", text)
    text = text if text.isascii() or node.style != '"' else plain.plain(text)
    return (text.rstrip("\n") if node.style in ("|", ">") else text).strip("\u3000")


def _escaped(node: yaml.ScalarNode, path: Path, place: Place) -> list[Problem]:
    """Characters that the text has only once its escapes are read: "\\u202e"."""
    text = str(node.value)
    if characters.are_usual(text):
        return []
    span = node.end_mark.index - node.start_mark.index
    if span == len(text) + 2 and node.start_mark.line == node.end_mark.line:
        return []  # no escapes: found where it stands
    return [characters.problem(fault, place) for fault in characters.faults(text, _key(path))[:1]]


def _key(path: Path) -> str:
    """The nearest key: of an item of a list that of the list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _is_chinese(path: Path) -> bool:
    return bool(path) and path[-1] in _CHINESE_KEYS


def _cut(parsed: Parsed) -> Iterator[Problem]:
    """A ` #` that ends a text which somebody meant to go on: the rest would be a remark, and is printed nowhere."""
    for match in _CUT.finditer(parsed.plain.text):
        path = parsed.bare.get(match.start(), ())
        if path and (_key(path) in keyboard.TEXTS or "allow" in path):
            place = Place(parsed.file, *parsed._line_and_column(parsed.plain.back(match.end() - 1)))
            yield Problem("yaml", say("yaml.cut"), place, notes=(("help", say("yaml.quote")),))


def _unusual(parsed: Parsed) -> Iterator[Problem]:
    """Characters to tell, in keys and values; remarks may hold what they like."""
    found: list[characters.Fault] = []
    leaves = [(span, _key(path)) for path, span in parsed.values.items() if _is_leaf(parsed, path)]
    leaves += [(span, "") for span in parsed.keys.values()]
    for span, key in leaves:
        piece = parsed.text[span.start : span.end]
        if not characters.are_usual(piece):
            found += (fault._replace(at=fault.at + span.start) for fault in characters.faults(piece, key))
    return characters.problems(sorted(found), parsed.file, parsed.text)


def _is_leaf(parsed: Parsed, path: Path) -> bool:
    value = parsed.data
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    return not isinstance(value, (dict, list))
