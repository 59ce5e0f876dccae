"""Snippets for VS Code, made from the model: a fact, a story, every kind of plate, with what each must have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from bulletin import rooms
from bulletin.content.model import Fact, Story
from bulletin.content.plates import kind

WORDS = Path(__file__).resolve().parent.parent / "templates" / "words.yaml"
_OF_FACT = ("value", "unit", "label", "quote", "status")
_OF_PHOTO = (
    "kind",
    "file",
    "alt",
    "caption",
    "credit",
)  # where there is one photograph


@dataclass
class _Snippet:
    """Values of a JSON Schema with a tab stop wherever somebody has to write."""

    parts: dict[str, Any]
    chosen: dict[str, list[str]] = field(default_factory=dict)  # by key, where the model leaves open what there is
    stops: int = 0

    def stop(self, choices: list[str] | None = None, usual: str = "") -> str:
        self.stops += 1
        return f"${{{self.stops}|{','.join(choices)}|}}" if choices else f"${{{self.stops}{usual}}}"

    def value(self, of: dict[str, Any], key: str = "") -> str:
        """A value on one line; of several kinds of value, the last that is no null."""
        if "$ref" in of:
            return self.value(self.parts[of["$ref"].rpartition("/")[2]])
        if "anyOf" in of:
            return self.value([one for one in of["anyOf"] if one.get("type") != "null"][-1], key)
        if "const" in of:
            return str(of["const"])
        if of.get("type") == "object":
            return "{" + ", ".join(self.rows(of)) + "}"
        if of.get("type") == "array":
            return "[" + ", ".join(self.value(of["items"]) for _ in range(max(1, of.get("minItems", 1)))) + "]"
        if of.get("type") in ("integer", "number"):
            return self.stop(usual=":1")
        stop = self.stop(of.get("enum") or self.chosen.get(key))
        return f'"{stop}"' if key == "en" else stop

    def rows(self, of: dict[str, Any], keys: tuple[str, ...] = ()) -> list[str]:
        """KEY: VALUE for what must be there, or for these keys. What shows a figure or a silence shows a figure."""
        known, needed = of["properties"], of.get("required", [])
        shown = ["of"] if {"of", "unstated"} <= {*known} and "of" not in needed else []
        return [f"{key}: {self.value(known[key], key)}" for key in keys or [*shown, *needed]]


def snippets() -> str:
    """The file of snippets, with a line end."""
    themes = list(yaml.safe_load(WORDS.read_text(encoding="utf-8"))["themes"])
    found = {"fact": _fact(), "story": _item(Story, "story", "一篇报道 · a story", theme=themes)}
    for name in rooms.PLATES.kinds():
        found[f"plate {name}"] = _item(kind(name).model, name, f"{kind(name).zh} · {kind(name).en}")
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _fact() -> dict[str, Any]:
    model = Fact.model_json_schema()
    rows = _Snippet(model["$defs"], stops=1).rows(model | {"properties": _with_number(model)}, _OF_FACT)
    return _one("fact", "一个事实 · a fact", ["${1:name}:", *(f"  {row}" for row in rows)])


def _with_number(model: dict[str, Any]) -> dict[str, Any]:
    return model["properties"] | {"value": {"type": "number"}}


def _item(model: type[BaseModel], prefix: str, says: str, **chosen: list[str]) -> dict[str, Any]:
    schema = model.model_json_schema()
    keys = _OF_PHOTO if prefix == "photo" else ()
    first, *others = _Snippet(schema.get("$defs", {}), chosen).rows(schema, keys)
    return _one(prefix, says, [f"- {first}", *(f"  {row}" for row in others)])


def _one(prefix: str, says: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "yaml", "prefix": prefix, "description": says, "body": body}
