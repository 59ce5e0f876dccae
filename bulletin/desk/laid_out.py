"""The canonical layout of a content file. Nothing but white space and empty lines outside its texts is changed.

Each level is indented by two columns, items of a list too; one space behind `-`, `:` and `,`, none inside braces and
brackets; the further lines of a text stand two columns in from its key; two empty lines at most, none at the beginning
or the end; no spaces at the ends of lines. Which lines there are is the writer's: none is folded, joined or sorted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from bulletin.content.yaml_text import parse
from bulletin.messages import say
from bulletin.problems import CannotWrite

_STEP = 2
_OPENING = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSING = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_STARTS = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken)
_EXPLICIT = re.compile(r"[|>][+-]?([1-9])")


def laid_out(text: str, file: str) -> str:
    """The text in the canonical layout, which stays as it is when laid out again.

    Raises ContentError for what is no YAML, CannotWrite where the layout would change what the file says.
    """
    before = parse(text, file)
    new = _Layout(before.plain.text).made()
    if repr(parse(new, file).data) != repr(before.data) or _ink(new) != _ink(before.plain.text):
        raise CannotWrite(say("fmt.meaning", file=file))
    return new


def _ink(text: str) -> str:
    return "".join(text.split())


@dataclass
class _Level:
    """A mapping or list in block style, or a list as far to the left as its key: its column, and the canonical one."""

    old: int
    new: int
    lists: bool = False
    leans: bool = False


@dataclass
class _Layout:
    text: str
    lines: list[str] = field(init=False)
    pieces: dict[int, list[tuple[int, int, Any]]] = field(default_factory=dict)  # line → columns and token
    indents: dict[int, int] = field(default_factory=dict)  # line → canonical column of what it begins with
    levels: list[_Level] = field(default_factory=list)
    nearby: dict[int, dict[int, int]] = field(default_factory=dict)  # line → the columns that are in use there
    inside: set[int] = field(default_factory=set)  # further lines of a text, empty ones too
    depth: int = 0  # of braces and brackets
    shift: int = 0  # of the line on which the outermost of them began

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def made(self) -> str:
        is_key = False
        for token in yaml.scan(self.text, Loader=yaml.SafeLoader):
            self._level(token)
            if token.start_mark.index < token.end_mark.index:
                self._place(token, is_key)
            is_key = isinstance(token, yaml.KeyToken)
        rows = list[str]()
        for n, line in enumerate(self.lines):
            if line.strip() or n in self.inside:
                rows.append(self._line(n, line))
            elif rows[-2:] != ["", ""]:
                rows.append("")
        return "\n".join(rows).strip("\n") + "\n"

    @property
    def _column(self) -> int:
        return self.levels[-1].new if self.levels else -_STEP

    def _level(self, token: Any) -> None:
        """Begins and ends levels, as the token says."""
        top = self.levels[-1] if self.levels else None
        if isinstance(token, yaml.BlockEndToken) or (isinstance(token, yaml.KeyToken) and not self.depth):
            if top and top.leans:
                self.levels.pop()
            if isinstance(token, yaml.BlockEndToken):
                self.levels.pop()
        elif isinstance(token, _STARTS):
            lists = isinstance(token, yaml.BlockSequenceStartToken)
            self.levels.append(_Level(token.start_mark.column, self._column + _STEP, lists))
        elif isinstance(token, yaml.BlockEntryToken) and top and not top.lists:
            self.levels.append(_Level(top.old, top.new + _STEP, lists=True, leans=True))

    def _place(self, token: Any, is_key: bool) -> None:
        """Notes where the token stands; the column of its line, where it begins one."""
        start, end = token.start_mark, token.end_mark
        line = start.line
        if line not in self.pieces:
            own = is_key or isinstance(token, yaml.BlockEntryToken)
            new = self._column + (0 if own or not self.levels else _STEP)
            self.indents[line] = max(0, start.column + self.shift if self.depth else new)
        self.nearby.setdefault(line, {}).update({level.old: level.new for level in self.levels})
        is_block = isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")
        last = len(self.lines[line].rstrip()) if is_block or end.line > line else end.column
        self.pieces.setdefault(line, []).append((start.column, last, token))
        if is_block:
            self._block(line, end.line)
        elif end.line > line:
            self._further(line, end, token)
        if isinstance(token, _OPENING):
            self.shift = self.shift if self.depth else self._shift(line)
            self.depth += 1
        elif isinstance(token, _CLOSING):
            self.depth -= 1

    def _shift(self, line: int) -> int:
        return self.indents.get(line, 0) - _indent(self.lines[line])

    def _block(self, line: int, end: int) -> None:
        """The lines of a literal or folded text, which keep their columns among each other."""
        below = range(line + 1, min(end, len(self.lines) - 1) + 1)
        top = self.levels[-1] if self.levels else _Level(-_STEP, -_STEP)
        first = next((n for n in below if self.lines[n].strip()), None)
        if first is None:
            return
        explicit = _EXPLICIT.match(self.lines[line][self.pieces[line][-1][0] :])
        step = int(explicit[1]) if explicit else _STEP
        old = top.old + step if explicit else _indent(self.lines[first])
        for n in below:
            if self.lines[n].strip() and _indent(self.lines[n]) < old:
                break
            self.inside.add(n)
            self.indents[n] = _indent(self.lines[n]) + top.new + step - old
        while not self.lines[max(self.inside)].strip() and max(self.inside) > first:
            self.inside.discard(max(self.inside))

    def _further(self, line: int, end: Any, token: Any) -> None:
        """The further lines of a plain or quoted text."""
        for n in range(line + 1, end.line + 1):
            old = _indent(self.lines[n])
            self.inside.add(n)
            self.indents[n] = max(0, old + self.shift if self.depth else self._column + _STEP)
        self.pieces[end.line] = [(_indent(self.lines[end.line]), end.column, token)]

    def _line(self, n: int, line: str) -> str:
        if n not in self.pieces:
            if n in self.inside:
                return " " * self.indents[n] + line[_indent(line) :] if line.strip() else ""
            return " " * self._remark(n) + line.strip()
        parts, before = [" " * self.indents[n]], None
        for start, end, token in self.pieces[n]:
            if before is not None:
                parts.append(_gap(line[before[1] : start], before[2], token))
            parts.append(line[start:end])
            before = (start, end, token)
        rest = line[before[1] :].rstrip() if before else ""
        return "".join([*parts, rest])

    def _remark(self, n: int) -> int:
        """The column of a remark: that of what it stands before, or of the level to which it belongs."""
        old = _indent(self.lines[n])
        below = next((m for m in range(n + 1, len(self.lines)) if m in self.pieces), None)
        if below is not None and _indent(self.lines[below]) == old:
            return self.indents[below]
        above = next((m for m in range(n - 1, -1, -1) if m in self.nearby), None)
        levels = self.nearby[above] if above is not None else {}
        return levels.get(max((column for column in levels if column <= old), default=-1), 0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _gap(found: str, before: Any, after: Any) -> str:
    """What stands between two tokens of one line."""
    if found.strip():
        return found
    if isinstance(before, (yaml.BlockEntryToken, yaml.ValueToken)):
        return " "
    if isinstance(before, _OPENING) or isinstance(after, (*_CLOSING, yaml.FlowEntryToken, yaml.ValueToken)):
        return ""
    return " " if isinstance(before, yaml.FlowEntryToken) else found
