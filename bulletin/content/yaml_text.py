"""YAML text → plain data, with the line and column of every key and value.

A small, strict YAML 1.2: plain scalars are null, true, false, integers and decimals in their JSON forms; everything
else is a string, so `NO`, `19:30` and `010` stay what was typed. Anchors, aliases, tags and repeated keys are refused.
"""

from __future__ import annotations

import re
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
    for loader in _loaders():
        try:
            return _Reading(loader(text), Parsed(file, text)).whole()
        except yaml.MarkedYAMLError as error:
            refused = _syntax(error, file)
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            refused = Problem("yaml", str(error).split("\n")[0], Place(file))
    raise ContentError([refused])


def _loaders() -> list[Any]:
    """Libyaml, ten times as fast; what it refuses the Python parser refuses again, in words that name the place."""
    fast = getattr(yaml, "CSafeLoader", None)  # PyYAML may be built without it
    return [fast, yaml.SafeLoader] if fast else [yaml.SafeLoader]


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    notes: tuple[tuple[str, str], ...] = ()
    if mark and mark.buffer and "\t" in mark.buffer[max(0, mark.pointer - 1) : mark.pointer + 1]:
        notes = (("help", "indent with spaces, not with a tab"),)
    message = " ".join(part for part in (error.context, error.problem) if part)
    return Problem("yaml", message or "not YAML", place, notes=notes)


@dataclass
class _Reading:
    """One text, built from the events of a parser."""

    loader: Any
    parsed: Parsed
    problems: list[Problem] = field(default_factory=list)

    def whole(self) -> Parsed:
        get = self.loader.get_event
        get()  # the stream begins, then its document
        begin = get()
        if isinstance(begin, yaml.StreamEndEvent):
            raise ContentError([Problem("yaml", "the file is empty", Place(self.parsed.file))])
        self.parsed.data = self.build(get(), ())
        get()
        if not isinstance(more := get(), yaml.StreamEndEvent):
            single = "expected a single document in the stream", "but found another document"
            raise yaml.composer.ComposerError(single[0], begin.start_mark, single[1], more.start_mark)
        if self.problems:
            raise ContentError(self.problems)
        return self.parsed

    def build(self, event: Any, path: Path) -> Any:
        """The data that begins with an event, and its place."""
        _refuse(event)
        start, end = event.start_mark, event.end_mark
        data: Any = None
        if event.__class__ is yaml.ScalarEvent:
            data = _scalar(event, path)
        elif event.__class__ is yaml.MappingStartEvent:
            data, end = self.mapping(path)
        else:
            data = []
            while (item := self.loader.get_event()).__class__ is not yaml.SequenceEndEvent:
                data.append(self.build(item, (*path, len(data))))
            end = item.end_mark
        self.parsed.values[path] = Span(start.index, end.index, start.line + 1, start.column + 1)
        return data

    def mapping(self, path: Path) -> tuple[dict[str, Any], Any]:
        """With the mark at which it ends."""
        data: dict[str, Any] = {}
        while (event := self.loader.get_event()).__class__ is not yaml.MappingEndEvent:
            self.build(event, at := (*path, -1))
            span, key = self.parsed.values.pop(at), str(getattr(event, "value", ""))
            if self.is_new_key(event, (*path, key), span):
                self.parsed.keys[(*path, key)] = span
            value = self.build(self.loader.get_event(), (*path, key))
            data.setdefault(key, value)
        return data, event.end_mark

    def is_new_key(self, event: Any, path: Path, span: Span) -> bool:
        """Is it a word that does not stand here yet? What is wrong is kept."""
        message = ""
        if event.__class__ is not yaml.ScalarEvent:
            message = "a key is a word, not a list or a map"
        elif path in self.parsed.keys:
            message = f"the key {path[-1]} stands twice; first on line {self.parsed.keys[path].line}"
        if message:
            place = Place(self.parsed.file, span.line, span.column, max(1, span.end - span.start))
            self.problems.append(Problem("yaml", message, place))
        return not message


def _refuse(event: Any) -> None:
    """An alias makes one value stand in two places, and edits could not come home."""
    what = ""
    if event.__class__ is yaml.AliasEvent:
        what = "aliases (*name)"
    elif event.anchor:
        what = "anchors (&name)"
    elif event.tag and event.tag != "!":
        what = f"tags ({event.tag})"
    if what:
        raise yaml.composer.ComposerError(None, None, f"{what} are not used here", event.start_mark)


def _scalar(node: Any, path: Path) -> Any:
    text = node.value
    if not node.style:
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
