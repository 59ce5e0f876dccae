"""Plain data → model: every wrong key and value of a file at once, each at its place."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from bulletin.content import syntax
from bulletin.content.intended import chosen_word, intended
from bulletin.content.keyboard import half_width
from bulletin.content.parts import Day, FactRef, Moment, Name, Ratio
from bulletin.content.schema_keys import keys_at, known_keys
from bulletin.content.yaml_text import Parsed, Path
from bulletin.messages import either, quoted, say
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
_CHOICES = {"status": "status", "level": "levels", "approx": "approx"}
"""Keys that take one word of a few, and the area that names these in words."""


def validate(kind: type[Model], parsed: Parsed) -> Model:
    """Raises ContentError with every problem of the file; slips of the keyboard alone where there are some."""
    try:
        return kind.model_validate(parsed.data)
    except ValidationError as error:
        if slips := syntax.slips(parsed.plain, parsed.text, parsed.file):
            raise ContentError(slips) from error
        rows = error.errors(include_url=False)
        lacking = _lacking(rows, parsed.data)
        problems = [_problem(row, parsed, kind, lacking) for row in rows]
        problems = [one for row, one in zip(rows, problems, strict=True) if not _is_told(row, parsed.data, lacking)]
        raise ContentError(sorted(_first_of_each(problems), key=lambda p: p.place)) from error


def at_fault(error: ValidationError, data: Any) -> list[Path]:
    """The keys that are wrong; where one is missing, the part that it is missing from."""
    rows = error.errors(include_url=False)
    paths = [_path(row["loc"], data, row["type"])[: -1 if row["type"] == "missing" else None] for row in rows]
    return list(dict.fromkeys(paths))


def unknown_keys(error: ValidationError, data: Any) -> frozenset[Path]:
    """The keys that no part has: without them everything that can be read is still there."""
    rows = error.errors(include_url=False)
    return frozenset(_path(row["loc"], data, row["type"]) for row in rows if row["type"] == "extra_forbidden")


def _first_of_each(problems: list[Problem]) -> list[Problem]:
    """A union reports every branch that failed; one message a place is enough."""
    seen: dict[tuple[int, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.place.line, problem.place.column), problem)
    return list(seen.values())


Lacking = dict[Path, tuple[set[str], list[str]]]
"""Where keys are missing: these, and the unknown ones that stand there."""


def _lacking(rows: Any, data: Any) -> Lacking:
    found: Lacking = defaultdict(lambda: (set(), []))
    for row in rows:
        if row["type"] in ("missing", "extra_forbidden"):
            path = _path(row["loc"], data, row["type"])
            missing, unknown = found[path[:-1]]
            if row["type"] == "missing":
                missing.add(str(row["loc"][-1]))
            else:
                unknown.append(str(row["loc"][-1]))
    return found


def _meant_key(key: str, lacking: tuple[set[str], list[str]]) -> str:
    """The missing key that an unknown one beside it is: it is spelled like it, or, in Chinese, it is the only one."""
    missing, unknown = lacking
    if close := _closest(key, missing):
        return close
    return next(iter(missing)) if len(missing) == len(unknown) == 1 and not key.isascii() else ""


def _is_told(row: Any, data: Any, lacking: Lacking) -> bool:
    """Is the missing key there, misspelled?"""
    beside = lacking.get(_path(row["loc"], data, row["type"])[:-1], (set(), []))
    return row["type"] == "missing" and str(row["loc"][-1]) in {_meant_key(key, beside) for key in beside[1]}


def _problem(row: Any, parsed: Parsed, kind: type[BaseModel], lacking: Lacking) -> Problem:
    path = _path(row["loc"], parsed.data, row["type"])
    given = row.get("ctx", {}).get("tag", row.get("input"))
    path = (*path, "kind") if row["type"] == "union_tag_invalid" else path
    key = str(path[-1]) if path else ""
    message = _said(row, key, given)
    if row["type"] == "missing":
        return Problem("model", message, parsed.key_place(path[:-1]) if path[:-1] else parsed.place(()))
    if row["type"] == "extra_forbidden" and given is None and (cut := _text_cut(path, parsed)):
        at, meant = cut
        said = say("model.ends", key=shortened(str(at[-1])))
        return Problem("model", said, parsed.key_place(at), notes=_help("model.comma", meant=meant))
    if row["type"] == "extra_forbidden":
        known = {*known_keys(), *kind.model_fields}
        close = _meant_key(key, lacking[path[:-1]]) or _closest(key, known)
        notes = _help("model.close", key=close) if close else ()
        if close == key:
            notes = _help("model.elsewhere", key=key, keys=", ".join(keys_at(kind, row["loc"][:-1])))
        return Problem("model", message, parsed.key_place(path), notes=notes)
    meant = intended(_name(row, key), given)
    choice = chosen_word(key, given)
    notes = _help("model.type", meant=meant) if meant else _help("model.close", key=choice) if choice else ()
    return Problem("model", message, parsed.place(path), notes=notes)


def _text_cut(path: Path, parsed: Parsed) -> tuple[Path, str] | None:
    """{en: meat, poultry and fish}: where the text goes on that a comma cuts before `path`, and what was meant."""
    beside = parsed.data
    for step in path[:-1]:
        beside = beside[step]
    keys = list(beside)
    at = keys.index(path[-1])
    first = next((i for i in range(at, -1, -1) if beside[keys[i]] is not None), -1)
    span = parsed.values.get((*path[:-1], keys[first])) if first >= 0 else None
    if span is None or not isinstance(beside[keys[first]], str) or parsed.text[span.start] in "'\"|>":
        return None
    goes_on: Path = (*path[:-1], keys[first + 1])
    if not re.fullmatch(r"\s*,\s*", parsed.text[span.end : parsed.keys[goes_on].start]):
        return None
    rest = [key for key in keys[first + 1 :] if beside[key] is None]
    words = ", ".join((beside[keys[first]], *rest))
    if '"' in words or re.split(r"\W", rest[0])[0] in known_keys():
        return None  # {zh: 甲, en a}: the colon is missing
    return goes_on, f'{keys[first]}: "{words}"'


def _name(row: Any, key: str) -> str:
    """The message that says it."""
    name = _NAMES.get(row["type"], "model.wrong")
    if row["type"] == "string_pattern_mismatch":
        return PATTERNS.get(row["ctx"]["pattern"], "model.wrong")
    return "model.number" if key == "value" and name == "model.whole" else name


def _said(row: Any, key: str, given: object) -> str:
    context = row.get("ctx", {})
    expected = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
    bound = next((context[k] for k in ("min_length", "max_length", "gt", "ge", "le") if k in context), "")
    return say(
        _name(row, key),
        key=shortened(key) if key else say("model.the_file"),
        given=_shown(given),
        bound=bound,
        expected=either(_worded(key, expected)),
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
        return quoted(shortened(given))
    return say("model.a_map" if isinstance(given, dict) else "model.a_list")


def _worded(key: str, choices: list[str]) -> list[str]:
    """The words that a key takes, with what each means where the language that is spoken says it otherwise."""
    area = _CHOICES.get(key)
    return [say(f"{area}.{one}") for one in choices] if area else choices


def _help(name: str, **values: str) -> tuple[tuple[str, str], ...]:
    return (("help", say(name, **values)),)


def _path(loc: tuple[str | int, ...], data: Any, error: str) -> Path:
    """The place of an error in the data; steps that name a branch of a union are no keys and are left out."""
    path: list[str | int] = []
    inside: Any = None  # of which the kind has been named: `bars` are also a key of bars
    for i, step in enumerate(loc):
        last = i == len(loc) - 1
        if isinstance(data, dict) and data is not inside and step == data.get("kind"):
            inside = data
        elif isinstance(data, dict) and (step in data or (last and error == "missing")):
            path.append(step)
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
    return tuple(path)


def _closest(key: str, known: set[str]) -> str:
    close = difflib.get_close_matches(half_width(shortened(key)).lower(), sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""
