"""A lie is planted in a copy of the real content: does `check --strict` see it, and at its place?

Works on the text of the YAML files and on their plain data, not on the model, so that it outlives a change of the
model: a part is written anew as one line of JSON, which is YAML; the file is read, validated and checked as any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from bulletin.content.yaml_text import Parsed, Path
from bulletin.evidence.article import bare

Edits = Mapping[Path, object]


@dataclass(frozen=True)
class Lie:
    """What is written anew, and the parts within which it has to be seen; `gone`: the words of what was deleted."""

    file: str
    what: str
    edits: Edits
    parts: tuple[Path, ...]
    gone: str = ""
    field: str = ""  # a key that the model may not have (yet): refused as unknown, the lie cannot be told


@dataclass(frozen=True)
class Sheet:
    """One content file as it stands, its article (none for the summary), and the files beside it."""

    name: str
    parsed: Parsed
    article: str
    beside: Mapping[str, Any]
    terms: tuple[Mapping[str, Any], ...]

    @property
    def data(self) -> Any:
        return self.parsed.data

    @property
    def facts(self) -> dict[str, dict[str, Any]]:
        return self.data.get("facts", {})  # type: ignore[no-any-return]

    def at(self, path: Path) -> Any:
        value = self.data
        for step in path:
            value = value[step]
        return value

    def fact(self, ref: str) -> dict[str, Any]:
        """The fact behind a reference of this file; of the summary's, by its full name."""
        file, _, id = ref.rpartition(".")
        return self.beside[file]["facts"][id] if file else self.facts[ref]  # type: ignore[no-any-return]

    @cached_property
    def texts(self) -> list[tuple[Path, str, str]]:
        """Every text in two languages with its path; units are none, nor is what the program counts."""
        found = [(path, part["zh"], part["en"]) for path, part in self.parts if _is_text(path, part)]
        return [text for text in found if "<places>" not in text[1]]

    @cached_property
    def parts(self) -> list[tuple[Path, dict[str, Any]]]:
        return list(_maps(self.data, ()))

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that the article says, however."""
        return frozenset(int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.article))

    def sentence(self, quote: str) -> str:
        """The sentence of the article that the quote is from."""
        start = self.article.find(bare(quote).text)
        end = start + len(bare(quote).text)
        stop = self.article.find("。", end)
        return self.article[self.article.rfind("。", 0, max(0, start)) + 1 : stop if stop >= 0 else len(self.article)]

    def lie(self, what: str, edits: Edits, *parts: Path, gone: str = "", field: str = "") -> Lie:
        return Lie(self.name, what, edits, parts, gone, field)


def _maps(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _maps(item, (*path, key))


def _is_text(path: Path, part: dict[str, Any]) -> bool:
    return "unit" not in path and isinstance(part.get("zh"), str) and isinstance(part.get("en"), str)


Kind = Callable[[Sheet], Iterator[Lie]]
KINDS: dict[str, Kind] = {}


def kind(name: str) -> Callable[[Kind], Kind]:
    """Names a way of lying."""

    def named(lies: Kind) -> Kind:
        KINDS[name] = lies
        return lies

    return named


def planted(parsed: Parsed, edits: Edits) -> str:
    """The file's text with the values at these paths written anew."""
    text = parsed.text
    for path, value in sorted(edits.items(), key=lambda edit: -parsed.values[edit[0]].start):
        span = parsed.values[path]
        end = span.start + len(text[span.start : span.end].rstrip())
        text = text[: span.start] + written(value, lines=len(path) == 1) + text[end:]
    return text


def written(value: object, lines: bool = False) -> str:
    """As JSON, which YAML reads; `lines`: each item on a line of its own."""
    between = ",\n      " if lines else ", "
    if isinstance(value, dict):
        return "{" + between.join(f"{json.dumps(key)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + between.join(map(written, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
