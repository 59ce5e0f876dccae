"""Prose with references: `<fact>`, `<fact:number>`, `<fact:value>` and `**bold**`; nothing else is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Form = Literal["full", "number", "value"]

_TOKEN = re.compile(r"<(?P<ref>[^<>\n]*)>|(?P<bold>\*\*)|(?P<break>\n)")
_REF = re.compile(r"(?P<id>(?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*)(?::(?P<form>number|value))?")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Text that is printed as it stands. `start` is its place in the prose."""

    text: str
    start: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a fact, or text in angle brackets that is none (`id` is empty then)."""

    source: str
    start: int
    id: str
    form: Form = "full"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the curator set in a title."""

    start: int


Piece = PlainWords | Ref | LineBreak


@lru_cache(maxsize=16384)
def pieces(text: str) -> tuple[Piece, ...]:
    """The text in order. An unpaired `**` makes the rest bold; the rule `markup` reports it."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    bold, done = False, 0
    for token in _TOKEN.finditer(text):
        if token.start() > done:
            yield PlainWords(text[done : token.start()], done, bold)
        done = token.end()
        if token["bold"]:
            bold = not bold
        elif token["break"]:
            yield LineBreak(token.start())
        else:
            yield _ref(token, bold)
    if done < len(text):
        yield PlainWords(text[done:], done, bold)


def _ref(token: re.Match[str], bold: bool) -> Ref:
    match = _REF.fullmatch(token["ref"])
    if match is None:
        return Ref(token[0], token.start(), "", bold=bold)
    form: Form = "number" if match["form"] == "number" else "value" if match["form"] == "value" else "full"
    return Ref(token[0], token.start(), match["id"], form, bold)


@lru_cache(maxsize=16384)
def references(text: str) -> tuple[Ref, ...]:
    """Every `<…>` of the text."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Ref))


def is_balanced(text: str) -> bool:
    """Does every `**` have its partner?"""
    return text.count("**") % 2 == 0
