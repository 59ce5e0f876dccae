"""What the program says to the person at the terminal, in Chinese or English: one catalogue, templates/messages.yaml.

Code names a message and hands over its values; the catalogue words it. Rules' names, places and exit codes are the same
in both languages. Fields are those of `str.format`; `{count:file|files}` chooses a form by a whole number.
"""

from __future__ import annotations

import locale
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

_spoken: Language = "en"


class _Words(Formatter):
    """`str.format` with one addition: `{n:one|other}` is the first form for 1, the second for every other number."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, other = format_spec.partition("|")
        return (one if value == 1 else other) if bar else str(super().format_field(value, format_spec))


_words = _Words()


def say(message: str, /, **values: object) -> str:
    """The message AREA.NAME in the language that is spoken. Raises KeyError for one that the catalogue lacks."""
    return _words.format(catalogue()[message][_spoken], **values)


def listed(items: Iterable[object]) -> str:
    """One after the other, with the comma of the language that is spoken."""
    return ("、" if _spoken == "zh" else ", ").join(map(str, items))


def either(items: Iterable[object]) -> str:
    """One or the other."""
    return ("或" if _spoken == "zh" else " or ").join(map(str, items))


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
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    areas = yaml.load(CATALOGUE.read_text(encoding="utf-8"), Loader=loader)
    return {f"{area}.{name}": text for area, messages in areas.items() for name, text in messages.items()}
