"""Edits of YAML as text: one span is replaced, everything else stays byte for byte, and the result is read again.

A library that writes YAML anew would fold, quote and indent the whole file its own way and move comments.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any

from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.messages import say
from bulletin.problems import ContentError

from .values import leaves, same
from .writing import block_lines, blocks, flow, scalars

DIGITS = 100  # of a number in a text
_ENDLESS = re.compile(rf"(?:\d[,，.．]?){{{DIGITS}}}")


class CannotEdit(Exception):
    """The edit cannot be made in the text; the message says why."""


class YamlText:
    """A YAML file that is edited in place. After each edit `text` reads as the data that the edit was to give."""

    def __init__(self, text: str, file: str):
        self.file = file
        self.parsed: Parsed = parse(text, file)
        self.before = text

    @property
    def text(self) -> str:
        return self.parsed.text

    def value(self, path: Path) -> Any:
        """The value at a path. Raises KeyError where there is none."""
        return value_at(self.parsed.data, path)

    def _try(self, start: int, end: int, new: str, expected: Any) -> bool:
        text = self.text[:start] + new + self.text[end:]
        try:
            parsed = parse(text, self.file)
        except ContentError:
            return False
        if not same(parsed.data, expected):
            return False
        self.parsed = parsed
        return True

    def _with(self, path: Path, value: Any) -> Any:
        data = copy.deepcopy(self.parsed.data)
        value_at(data, path[:-1])[path[-1]] = value
        return data

    # ------------------------------------------------------------------ scalars

    def set(self, path: Path, value: Any) -> None:
        """Replace a scalar; quoting, folding and indentation stay as far as the new value allows."""
        _readable(value)
        span = self.parsed.values[path]
        raw = self.text[span.start : span.end]
        tail = raw[len(raw.rstrip()) :]
        expected = self._with(path, value)
        for written in scalars(raw.rstrip(), value):
            if self._try(span.start, span.end, written + tail, expected):
                return
        raise CannotEdit(say("import.cannot-write", path=dotted(path)))

    def insert_key(self, path: Path, value: Any) -> None:
        """Put a new key behind the last one of its map."""
        for text in leaves(value):
            _readable(text)
        above, last = path[:-1], list(self.value(path[:-1]))[-1]
        expected = self._with(path, value)
        start, end = self.parsed.keys[(*above, last)].start, self._end((*above, last))
        at = self._line_end(end)
        gap = "" if self.text[:at].endswith("\n") else "\n"
        written = f"{path[-1]}: {flow(value)}"
        column = start - self._line(start)
        line = f"{gap}{' ' * column}{written}\n"
        if isinstance(value, list):  # items are written by their lines, so that others can be put among them
            line = gap + "".join(block_lines({path[-1]: value}, column))
        if not self._try(at, at, line, expected) and not self._try(end, end, f", {written}", expected):
            raise CannotEdit(say("import.cannot-insert", path=dotted(path)))

    def delete_key(self, path: Path) -> None:
        """Take out a key with its value."""
        expected = copy.deepcopy(self.parsed.data)
        above = value_at(expected, path[:-1])
        keys = list(above)
        at = keys.index(path[-1])
        del above[path[-1]]
        start, end = self.parsed.keys[path].start, self._end(path)
        line = self._line(start)
        tries = [(line, self._line_end(end))] if not self.text[line:start].strip() else []
        if at + 1 < len(keys):
            tries.append((start, self.parsed.keys[(*path[:-1], keys[at + 1])].start))
        if at:
            tries.append((self._end((*path[:-1], keys[at - 1])), end))
        if not any(self._try(*one, "", expected) for one in tries):
            raise CannotEdit(say("import.cannot-delete", path=dotted(path)))

    # ------------------------------------------------------------------ items of lists

    def delete_item(self, path: Path) -> str:
        """Take out an item of a list; gives its lines. Comments around it stay."""
        *above, index = path
        container = tuple(above)
        expected = copy.deepcopy(self.parsed.data)
        items = value_at(expected, container)
        del items[index]
        start, end = self._lines(path)
        block = self.text[start:end]
        if items:
            done = self._try(start, end, "", expected)
        else:  # an empty list has to be written as one
            key = self.parsed.keys[container].end
            colon = self.text.index(":", key) + 1
            done = self._try(colon, end, " []\n", expected)
        if not done:
            raise CannotEdit(say("import.cannot-delete", path=dotted(path)))
        return block

    def insert_item(self, container: Path, index: int, value: Any) -> None:
        """Put a new item into a list, before item `index`; written like its neighbours."""
        for text in leaves(value):
            _readable(text)
        expected = copy.deepcopy(self.parsed.data)
        items = value_at(expected, container)
        items.insert(index, copy.deepcopy(value))
        if len(items) == 1:
            raise CannotEdit(say("import.empty-list", path=dotted(container)))
        near = (*container, max(0, index - 1))
        start, end = self._lines(near)
        dash = self._dash(near)
        at = end if index else start
        gap = "" if not at or self.text[at - 1] == "\n" else "\n"
        for block in blocks(dash, value):
            if self._try(at, at, gap + block, expected):
                return
        raise CannotEdit(say("import.cannot-insert", path=dotted(container)))

    def move_item(self, path: Path, container: Path, index: int) -> None:
        """Put an item before item `index` of a list, counted without the item itself; its lines stay as they are.

        Remarks that stand right above an item, or inside it, go with it.
        """
        before = self.parsed
        value, own = self.value(path), self._dash(path)
        if len(self.value(path[:-1])) == 1 or not self.value(container):
            raise CannotEdit(say("import.empty-list", path=dotted(path[:-1])))
        expected = copy.deepcopy(self.parsed.data)
        del value_at(expected, path[:-1])[path[-1]]
        start, end = self._whole(path)
        block = self.text[start:end]
        blank = (
            re.match(r"(?:[ \t]*\n)*", self.text[end:]) if (*path[:-1], int(path[-1]) + 1) in before.values else None
        )
        over = re.search(r"(?:\n[ \t]*)*\n\Z", self.text[:start])
        gap = blank[0] if blank else over[0][1:] if over else ""
        cut = (start, end + len(gap)) if blank else (start - len(gap), end)
        done = self._try(*cut, "", expected) and self._put_back(block, gap, own, container, index, value)
        if not done:
            self.parsed = before
            raise CannotEdit(say("import.cannot-move", path=dotted(path)))

    def _put_back(self, block: str, blank: str, own: int, container: Path, index: int, value: Any) -> bool:
        """Lines that were taken out, in another place; `blank`: the empty lines between items."""
        near = (*container, max(0, index - 1))
        indent = self._dash(near)
        if indent != own:
            block = re.sub(rf"(?m)^ {{{own}}}(?=.)", " " * indent, block)
        start, end = self._whole(near)
        at = end if index else start
        expected = copy.deepcopy(self.parsed.data)
        value_at(expected, container).insert(index, value)
        gap = "" if not at or self.text[at - 1] == "\n" else "\n"
        block = block.rstrip("\n") + "\n"
        return self._try(at, at, gap + (blank + block if index else block + blank), expected)

    # ------------------------------------------------------------------ several places at once

    def rewrite(self, edits: Iterable[tuple[int, int, str]], expected: Any) -> bool:
        """Replaces spans that do not overlap; what is put in at one place stands in the order that it was given."""
        before, text = self.parsed, self.text
        for start, end, new in sorted(edits, key=lambda one: one[:2])[::-1]:
            text = text[:start] + new + text[end:]
        try:
            self.parsed = parse(text, self.file)
        except ContentError:
            return False
        if not same(self.parsed.data, expected):
            self.parsed = before
            return False
        return True

    def insert_lines(self, path: Path, lines: str) -> None:
        """Puts a key with its lines, as they are, behind the last one of a map at the left edge."""
        value = next(iter(parse(lines, self.file).data.values()))
        above, last = path[:-1], list(self.value(path[:-1]))[-1]
        at = self._line_end(self._end((*above, last)))
        if not self._try(at, at, lines, self._with(path, value)):
            raise CannotEdit(say("import.cannot-insert", path=dotted(path)))

    def replace_list(self, path: Path, value: list[Any]) -> None:
        """Writes a list that stands between brackets anew. Raises CannotEdit for any other."""
        span = self.parsed.values[path]
        raw = self.text[span.start : span.end]
        tail = raw[len(raw.rstrip()) :]
        if not raw.startswith("[") or not self._try(span.start, span.end, flow(value) + tail, self._with(path, value)):
            raise CannotEdit(say("import.cannot-write", path=dotted(path)))

    # ------------------------------------------------------------------ places

    def lines(self, path: Path) -> tuple[int, int]:
        """The lines of a value under a key, or of an item of a list with its remarks. Raises CannotEdit where it is
        written between brackets.
        """
        if isinstance(path[-1], int):
            self._dash(path)
            return self._whole(path)
        start = self._line(self.parsed.keys[path].start)
        if self.text[start : self.parsed.keys[path].start].strip(" -"):
            raise CannotEdit(say("import.one-line", path=dotted(path[:-1])))
        return start, self._line_end(self._end(path))

    def dash(self, path: Path) -> int:
        """The column of the dash of an item."""
        return self._dash(path)

    def _line(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Behind the end of the line that holds `at`."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def _end(self, path: Path) -> int:
        """Where a value ends that a reader sees: block collections end with their last scalar."""
        span, value = self.parsed.values[path], self.value(path)
        flow = self.text[span.start : span.start + 1] in ("{", "[")
        if isinstance(value, (dict, list)) and value and not flow:
            last = list(value)[-1] if isinstance(value, dict) else len(value) - 1
            return self._end((*path, last))
        return span.start + len(self.text[span.start : span.end].rstrip())

    def _lines(self, path: Path) -> tuple[int, int]:
        """The lines of an item, from its dash on."""
        return self._line(self.parsed.values[path].start), self._line_end(self._end(path))

    def _whole(self, path: Path) -> tuple[int, int]:
        """The lines of an item with the remarks right above it, and those below that are indented like its keys."""
        (start, end), dash = self._lines(path), self._dash(path)
        above = re.search(rf"(?:^ {{0,{dash}}}#[^\n]*\n)+\Z", self.text[:start], re.MULTILINE)
        below = re.match(rf"(?: {{{dash + 1},}}#[^\n]*\n)*", self.text[end:])
        return start - len(above[0] if above else ""), end + len(below[0] if below else "")

    def _dash(self, path: Path) -> int:
        """The column of the dash of an item. Raises CannotEdit where the list is in flow style."""
        start = self.parsed.values[path].start
        found = re.fullmatch(r"( *)- +", self.text[self._line(start) : start])
        if found is None:
            raise CannotEdit(say("import.one-line", path=dotted(path[:-1])))
        return len(found[1])


def _readable(value: Any) -> None:
    """Raises CannotEdit for a number of more digits than anything has; no rule could read it."""
    if isinstance(value, str) and _ENDLESS.search(value):
        raise CannotEdit(say("import.digits", most=DIGITS))


def dotted(path: Path) -> str:
    """The path as messages and the baseline write it."""
    return ".".join(map(str, path))


def value_at(data: Any, path: Path) -> Any:
    """The value at a path. Raises KeyError where there is none."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError) as error:
            raise KeyError(path) from error
    return data
