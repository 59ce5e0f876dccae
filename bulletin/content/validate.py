"""Plain data → model: every wrong key and value of a file at once, each at its place."""

from __future__ import annotations

import difflib
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bulletin.content import model
from bulletin.content.yaml_text import Parsed, Path
from bulletin.problems import ContentError, Problem

Model = TypeVar("Model", bound=BaseModel)

_MESSAGES = {
    "missing": "the key {key} is missing",
    "extra_forbidden": "there is no key {key} here",
    "string_type": "{key} must be text, not {input}",
    "int_type": "{key} must be a whole number, not {input}",
    "bool_type": "{key} must be true or false, not {input}",
    "list_type": "{key} must be a list, not {input}",
    "model_type": "{key} must be a map of keys, not {input}",
    "dict_type": "{key} must be a map of keys, not {input}",
    "string_too_short": "{key} is empty",
    "union_tag_not_found": "{key} needs a kind",
}


def validate(kind: type[Model], parsed: Parsed) -> Model:
    """Raises ContentError with every problem of the file."""
    try:
        return kind.model_validate(parsed.data)
    except ValidationError as error:
        problems = [_problem(row, parsed, kind) for row in error.errors(include_url=False)]
        raise ContentError(sorted(_first_of_each(problems), key=lambda p: p.place)) from error


def _first_of_each(problems: list[Problem]) -> list[Problem]:
    """A union reports every branch that failed; one message a place is enough."""
    seen: dict[tuple[int, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.place.line, problem.place.column), problem)
    return list(seen.values())


def _problem(row: Any, parsed: Parsed, kind: type[BaseModel]) -> Problem:
    path = _path(row["loc"], parsed.data, row["type"])
    key = str(path[-1]) if path else "the file"
    given = row.get("input")
    shown = "nothing" if given is None else repr(given) if isinstance(given, (str, int, bool)) else type(given).__name__
    message = _MESSAGES.get(row["type"], "{key}: " + row["msg"].removeprefix("Value error, "))
    message = message.replace("{key}", key).replace("{input}", shown)
    if row["type"] == "missing":
        return Problem("model", message, parsed.key_place(path[:-1]) if path[:-1] else parsed.place(()))
    if row["type"] == "extra_forbidden":
        return Problem("model", message, parsed.key_place(path), notes=_did_you_mean(key, _known_keys(kind)))
    return Problem("model", message, parsed.place(path))


def _path(loc: tuple[str | int, ...], data: Any, error: str) -> Path:
    """The place of an error in the data; steps that name a branch of a union are no keys and are left out."""
    path: list[str | int] = []
    for i, step in enumerate(loc):
        last = i == len(loc) - 1
        if isinstance(data, dict) and (step in data or (last and error == "missing")):
            path.append(step)
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
    return tuple(path)


def _known_keys(kind: type[BaseModel]) -> set[str]:
    """Every key of the schema: a slip is most often a letter, or a key that stands one level too deep."""
    return {
        key
        for part in vars(model).values()
        if isinstance(part, type) and issubclass(part, BaseModel)
        for key in part.model_fields
    } | set(kind.model_fields)


def _did_you_mean(key: str, known: set[str]) -> tuple[tuple[str, str], ...]:
    close = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.6)
    return (("help", f"did you mean {close[0]}?"),) if close else ()
