"""YAML text → plain data, with the line and column of every key and value.

A small, strict YAML 1.2: plain scalars are null, true, false, integers and decimals in their JSON forms; everything
else is a string, so `NO`, `19:30` and `010` stay what was typed. Anchors, aliases, tags and repeated keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

from bulletin.problems import ContentError, Place, Problem

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_CJK = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_CJK}]) +|(?<!^) +(?=[{_CJK}])")
_CHINESE_KEYS = {"zh", "quote", "prefix", "suffix", "exact"}
LARGEST = 1_000_000


class Span(NamedTuple):
    """Where a node stands: offsets into the text, line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass
class Parsed:
    """The data of one file and the places of its parts. `keys` and `values` are by path; the root is ()."""

    file: str
    text: str
    data: Any = None
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)

    def place(self, path: Path, needle: str = "", nth: int = 0) -> Place:
        """The place of the value at `path` (of its nearest parent, if there is none), or of `needle` inside it.

        `nth` tells equal needles apart, counted from 0.
        """
        while path not in self.values and path:
            path = path[:-1]
        span = self.values.get(path, Span(0, 0, 1, 1))
        at = self._inside(span, needle, nth) if needle else -1
        if at >= 0:
            return Place(self.file, *self._line_and_column(at), len(needle))
        length = len(self.text[span.start : span.end].split("\n")[0].rstrip())
        return Place(self.file, span.line, span.column, max(1, length))

    def key_place(self, path: Path) -> Place:
        """The place of the key whose value is at `path`."""
        span = self.keys.get(path)
        return self.place(path) if span is None else Place(self.file, span.line, span.column, span.end - span.start)

    def _inside(self, span: Span, needle: str, nth: int) -> int:
        at = span.start - 1
        for _ in range(nth + 1):
            at = self.text.find(needle, at + 1, span.end)
            if at < 0:
                return self.text.find(needle, span.start, span.end)
        return at

    def _line_and_column(self, at: int) -> tuple[int, int]:
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)


def parse(text: str, file: str) -> Parsed:
    """Raises ContentError with every problem of the text; a syntax error hides what stands after it."""
    if len(text) > LARGEST:
        raise ContentError([Problem("yaml", f"larger than {LARGEST:,} characters", Place(file))])
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax(error, file)]) from error
    except yaml.YAMLError as error:
        raise ContentError([Problem("yaml", str(error).split("\n")[0], Place(file))]) from error
    parsed, problems = Parsed(file, text), list[Problem]()
    if node is None:
        raise ContentError([Problem("yaml", "the file is empty", Place(file))])
    parsed.data = _build(node, (), parsed, problems)
    if problems:
        raise ContentError(problems)
    return parsed


def _compose(text: str) -> yaml.Node | None:
    """By libyaml, ten times as fast; what it refuses the Python parser refuses again, in words that name the place."""
    try:
        return _from_events(yaml.parse(text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, UnicodeEncodeError, AttributeError):  # AttributeError: PyYAML built without libyaml
        return yaml.compose(text, Loader=_Loader)


def _from_events(events: Iterator[Any]) -> yaml.Node | None:
    next(events)  # the stream begins, then its document
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    node = _node(next(events), events)
    next(events)
    if not isinstance(next(events, None), yaml.StreamEndEvent):
        raise yaml.composer.ComposerError(None, None, "more than one document", None)
    return node


def _node(event: Any, events: Iterator[Any]) -> yaml.Node:
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag not in (None, "!"):
        raise yaml.composer.ComposerError(None, None, "not used here", start)
    if isinstance(event, yaml.ScalarEvent):
        return yaml.ScalarNode("", event.value, start, end, style=event.style or None)
    items: list[yaml.Node] = []
    last: Any = next(events)
    while not isinstance(last, yaml.CollectionEndEvent):
        items.append(_node(last, events))
        last = next(events)
    end = last.end_mark
    if isinstance(event, yaml.SequenceStartEvent):
        return yaml.SequenceNode("", items, start, end)
    return yaml.MappingNode("", list(zip(items[::2], items[1::2], strict=True)), start, end)


class _Loader(yaml.SafeLoader):
    """Refuses aliases: an alias makes one value stand in two places, and edits could not come home."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not used here", mark)
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None):
            raise yaml.composer.ComposerError(None, None, "anchors (&name) are not used here", event.start_mark)
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise yaml.composer.ComposerError(None, None, f"tags ({tag}) are not used here", event.start_mark)
        return super().compose_node(parent, index)


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    notes: tuple[tuple[str, str], ...] = ()
    if mark and mark.buffer and "\t" in mark.buffer[max(0, mark.pointer - 1) : mark.pointer + 1]:
        notes = (("help", "indent with spaces, not with a tab"),)
    message = " ".join(part for part in (error.context, error.problem) if part)
    return Problem("yaml", message or "not YAML", place, notes=notes)


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.index, end.index, start.line + 1, start.column + 1)


def _build(node: yaml.Node, path: Path, parsed: Parsed, problems: list[Problem]) -> Any:
    parsed.values[path] = _span(node)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, parsed, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), parsed, problems) for i, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, path)


def _mapping(node: yaml.MappingNode, path: Path, parsed: Parsed, problems: list[Problem]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        span = _span(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            place = Place(parsed.file, span.line, span.column, max(1, span.end - span.start))
            problems.append(Problem("yaml", "a key is a word, not a list or a map", place))
            continue
        key = str(key_node.value)
        if key in data:
            first = parsed.keys[(*path, key)].line
            place = Place(parsed.file, span.line, span.column, max(1, span.end - span.start))
            problems.append(Problem("yaml", f"the key {key} stands twice; first on line {first}", place))
            continue
        parsed.keys[(*path, key)] = span
        data[key] = _build(value_node, (*path, key), parsed, problems)
    return data


def _scalar(node: yaml.ScalarNode, path: Path) -> Any:
    text = str(node.value)
    if node.style is None:
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    if node.style != "|" and node.start_mark.line != node.end_mark.line and _is_chinese(path):
        # YAML joins folded lines with a space; Chinese is written without
        text = _FOLD.sub("", text)
    return text.rstrip("\n") if node.style in ("|", ">") else text


def _is_chinese(path: Path) -> bool:
    return bool(path) and path[-1] in _CHINESE_KEYS
