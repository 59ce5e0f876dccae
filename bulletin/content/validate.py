"""Plain data → model: every wrong key and value of a file at once, each at its place."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from bulletin.content import syntax
from bulletin.content.keyboard import half_width
from bulletin.content.parts import Day, FactRef, Moment, Name, Ratio
from bulletin.content.schema_keys import known_keys
from bulletin.content.yaml_text import Parsed, Path
from bulletin.messages import say
from bulletin.problems import ContentError, Problem, shortened

Model = TypeVar("Model", bound=BaseModel)

_NAMES = {
    "missing": "model.missing",
    "extra_forbidden": "model.unknown",
    "string_type": "model.text",
    "int_type": "model.whole",
    "int_from_float": "model.whole",
    "decimal_type": "model.number",
    "is_instance_of": "model.number",
    "bool_type": "model.truth",
    "list_type": "model.list",
    "tuple_type": "model.list",
    "model_type": "model.map",
    "model_attributes_type": "model.map",
    "dict_type": "model.map",
    "string_too_short": "model.empty",
    "too_short": "model.few",
    "too_long": "model.many",
    "union_tag_not_found": "model.kind",
    "union_tag_invalid": "model.one_of",
    "literal_error": "model.one_of",
    "greater_than": "model.above",
    "greater_than_equal": "model.from",
    "less_than_equal": "model.up_to",
    "value_error": "model.said",
}
"""What pydantic finds, and the message of the area `model` that says it."""
PATTERNS = {
    get_args(name)[1].pattern: said
    for name, said in (
        (Name, "model.name"),
        (FactRef, "model.reference"),
        (Moment, "model.date"),
        (Ratio, "model.number"),
        (Day, "model.day"),
    )
}
"""Regular expressions are told as examples."""
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?) ?%?")


def validate(kind: type[Model], parsed: Parsed) -> Model:
    """Raises ContentError with every problem of the file; slips of the keyboard alone where there are some."""
    try:
        return kind.model_validate(parsed.data)
    except ValidationError as error:
        if slips := syntax.slips(parsed.plain, parsed.text, parsed.file):
            raise ContentError(slips) from error
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
    given = row.get("ctx", {}).get("tag", row.get("input"))
    path = (*path, "kind") if row["type"] == "union_tag_invalid" else path
    key = str(path[-1]) if path else ""
    message = _said(row, key, given)
    if row["type"] == "missing":
        return Problem("model", message, parsed.key_place(path[:-1]) if path[:-1] else parsed.place(()))
    if row["type"] == "extra_forbidden":
        known = {*known_keys(), *kind.model_fields}
        return Problem("model", message, parsed.key_place(path), notes=_did_you_mean(key, known))
    return Problem("model", message, parsed.place(path), notes=_meant(given))


def _said(row: Any, key: str, given: object) -> str:
    context = row.get("ctx", {})
    name = _NAMES.get(row["type"], "model.wrong")
    if row["type"] == "string_pattern_mismatch":
        name = PATTERNS.get(context["pattern"], "model.wrong")
    elif key == "value" and name == "model.whole":
        name = "model.number"
    expected = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
    bound = next((context[k] for k in ("min_length", "max_length", "gt", "ge", "le") if k in context), "")
    return say(
        name,
        key=shortened(key) if key else say("model.the_file"),
        given=_shown(given),
        bound=bound,
        expected=say("model.or").join(expected),
        said=row["msg"].removeprefix("Value error, "),
    )


def _shown(given: object) -> str:
    """What stands there, as a person would say it."""
    if given is None:
        return say("model.nothing")
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, (int, Decimal)):
        return str(given)
    if isinstance(given, str):
        return f"'{shortened(given)}'"
    return say("model.a_map" if isinstance(given, dict) else "model.a_list")


def _meant(given: object) -> tuple[tuple[str, str], ...]:
    """２０１８, “3”, 1，200, 25％ and 3， with what was to be typed."""
    if not isinstance(given, str) or (plain := half_width(given)[:60]) == given:
        plain = half_width(given) if isinstance(given, str) and "," in given else ""
    number = _NUMBER.fullmatch(plain.replace(",", ""))
    meant = number[1] if number else plain
    return (("help", say("model.type", meant=meant)),) if meant and meant != given and meant.isascii() else ()


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


def _did_you_mean(key: str, known: set[str]) -> tuple[tuple[str, str], ...]:
    close = difflib.get_close_matches(half_width(shortened(key)).lower(), sorted(known), n=1, cutoff=0.6)
    return (("help", say("model.close", key=close[0])),) if close else ()
