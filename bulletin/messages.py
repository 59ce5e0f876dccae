"""What the program says to the person at the terminal, in Chinese or English: one catalogue, templates/messages.yaml.

Code names a message and hands over its values; the catalogue words it. Rules' names, places and exit codes are the same
in both languages. Fields are those of `str.format`; `{count:file|files}` chooses a form by a whole number.
"""

from __future__ import annotations

import locale
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal, get_args

import yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
VARIABLE = "BULLETIN_LANG"
CATALOGUE = Path(__file__).resolve().parent.parent / "templates" / "messages.yaml"
_AREA = re.compile(r"^([a-z][\w-]*):$", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_spoken: Language = "en"


class _Words(Formatter):
    """`str.format` with one addition: `{n:one|other}` is the first form for 1, the second for every other number."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, other = format_spec.partition("|")
        return (one if value == 1 else other) if bar else str(super().format_field(value, format_spec))


_words = _Words()


class Said(str):
    """A message in words, which keeps the name that it has in the catalogue: the same in both languages."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, text: str, name: str) -> Said:
        said = super().__new__(cls, text)
        said.name = name
        return said

    def __reduce__(self) -> tuple[object, ...]:
        """Comes back whole from another process."""
        return Said, (str(self), self.name)


def say(message: str, /, **values: object) -> str:
    """The message AREA.NAME in the language that is spoken, as `Said`. Raises KeyError for one that is not there."""
    area, _, name = message.partition(".")
    return Said(_words.format(_area(area)[name][_spoken], **values), message)


def listed(items: Iterable[object]) -> str:
    """One after the other, with the comma of the language that is spoken."""
    return ("、" if _spoken == "zh" else ", ").join(map(str, items))


def quoted(words: str) -> str:
    """Words that somebody typed, between the marks of the language that is spoken."""
    return f"“{words}”" if _spoken == "zh" else f"'{words}'"


def either(items: Iterable[object]) -> str:
    """One or the other; of many, Chinese has the word before the last alone."""
    rows = [*map(str, items)]
    return " or ".join(rows) if _spoken == "en" else "或".join(filter(None, ("、".join(rows[:-1]), *rows[-1:])))


def speak(language: Language) -> None:
    """From now on messages are in `language`."""
    global _spoken
    _spoken = language


def spoken() -> Language:
    """The language that messages are in."""
    return _spoken


def chosen(asked: str | None, environment: Mapping[str, str]) -> Language:
    """What the option asks for, else BULLETIN_LANG, else what the locale speaks; English where none is Chinese."""
    for word in (asked, environment.get(VARIABLE)):
        if word in LANGUAGES:
            return word
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "zh" if (name or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


@cache
def catalogue() -> dict[str, dict[Language, str]]:
    """Every message by AREA.NAME."""
    return {f"{area}.{name}": text for area in _areas() for name, text in _area(area).items()}


@cache
def _areas() -> dict[str, str]:
    """Each area's own lines. Few of them are ever needed in one run, and reading YAML takes longest."""
    parts = _AREA.split(CATALOGUE.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@cache
def _area(name: str) -> dict[str, dict[Language, str]]:
    found: dict[str, dict[Language, str]] = yaml.load(_areas()[name], Loader=_LOADER)
    return found
