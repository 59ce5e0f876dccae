"""The JSON Schemas of what an editor writes, for editors that complete keys, tell what they are for and mark slips."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from bulletin import rooms
from bulletin.content.house import Glossary, Publication
from bulletin.content.model import Subdistrict, Summary
from bulletin.content.plates import kind

OF: dict[str, type[BaseModel]] = {
    "content": Subdistrict,
    "summary": Summary,
    "glossary": Glossary,
    "publication": Publication,
}
"""The kinds of files in content/."""
WORDS = Path(__file__).resolve().parent.parent.parent / "templates" / "keys.yaml"


class Meaning(BaseModel):
    """What a key is for."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    zh: str
    en: str


class Meanings(BaseModel):
    """templates/keys.yaml. `kinds`: the Chinese of the models' docstrings; `keys`: by KEY, or by KIND.KEY."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    kinds: dict[str, str]
    keys: dict[str, Meaning]


def schema(of: str = "content") -> str:
    """JSON Schema 2020-12 of a kind of file, a key of `OF`: in the order of the model, with a line end.

    Every key and every kind of part is described in Chinese, then in English.
    """
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **OF[of].model_json_schema()}
    words = meanings()
    chinese = words.kinds | _of_plates()
    for name, part in {**made.get("$defs", {}), OF[of].__name__: made}.items():
        _described(name, part, words.keys, chinese)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def meanings() -> Meanings:
    """What keys and kinds of parts are for."""
    return Meanings.model_validate(yaml.safe_load(WORDS.read_text(encoding="utf-8")))


def meaning(keys: dict[str, Meaning], name: str, key: str) -> str:
    """The name under which the meaning of a key stands: that of the kind of part, else the usual one."""
    own = f"{name}.{key}"
    return own if own in keys else key


def _of_plates() -> dict[str, str]:
    kinds = map(kind, rooms.PLATES.kinds())
    return {one.model.__name__: f"{one.zh}。" for one in kinds}


def _described(name: str, part: dict[str, Any], keys: dict[str, Meaning], chinese: dict[str, str]) -> None:
    for one in (part, *part.get("anyOf", [])):
        for key, value in one.get("properties", {}).items():
            found = keys[meaning(keys, name, key)]
            value["description"] = f"{found.zh}\n\n{found.en}"
            value.pop("title", None)
    if name in chinese:
        part["description"] = "\n\n".join(filter(None, (chinese[name], _english(part))))


def _english(part: dict[str, Any]) -> str:
    return next((one["description"] for one in (part, *part.get("anyOf", [])) if "description" in one), "")
