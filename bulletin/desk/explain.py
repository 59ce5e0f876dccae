"""What a rule of `check` asks for: its explanation in both languages, and the example of its own docstring."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from textwrap import indent, wrap
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from bulletin.evidence.verify import RULES
from bulletin.messages import say
from bulletin.problems import UsageError, width

_WIDTH = 100


class Explained(BaseModel):
    """One entry of templates/rules.yaml. The example is given there only for what is no file of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    zh: str
    en: str
    passes: str | None = None
    fails: str | None = None
    level: Literal["error", "warning"] = "error"


def explained(templates: Path) -> dict[str, Explained]:
    """Every rule's explanation, by name."""
    data = yaml.safe_load((templates / "rules.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Explained]).validate_python(data)


def explanation(templates: Path, rule: str) -> str:
    """One rule. Raises UsageError when there is none of that name."""
    known = explained(templates)
    if rule not in known:
        close = difflib.get_close_matches(rule, known, n=1)
        raise UsageError(say("explain.close", rule=rule, close=close[0]) if close else say("allow.unknown", rule=rule))
    found = known[rule]
    return "\n".join(
        [f"{rule} ({found.level})", "", *_lines(found.zh), "", *wrap(found.en, _WIDTH), "", example(rule, found)]
    )


def listing(templates: Path) -> str:
    """All rules with the first sentence of each."""
    known = explained(templates)
    column = max(map(len, known)) + 2
    rows = [f"{name:<{column}}{_first(found.en)}\n{'':<{column}}{_first(found.zh)}" for name, found in known.items()]
    return "\n".join([*rows, "", say("explain.more")])


def example(rule: str, found: Explained) -> str:
    """What passes and what fails."""
    doc = next((module.__doc__ or "" for module in RULES if rule == module.NAME), "")
    if match := re.search(r"^Passes:.*?(?=\n\n|\Z)", doc, re.MULTILINE | re.DOTALL):
        text = match[0]
    else:
        text = f"Passes:  {found.passes}\nFails:   {found.fails}"
    return indent(text.replace("Passes:", say("explain.passes")).replace("Fails: ", say("explain.fails")), "  ")


def _first(text: str) -> str:
    return re.split(r"(?<=[。])|(?<=\.)(?=\s)", text)[0]


def _lines(chinese: str) -> list[str]:
    """Chinese broken at the width of the page: anywhere but in a Latin word and before a mark."""
    lines = [""]
    for piece in re.findall(r"[\w./<>:-]+(?<=[\x21-\x7e])|.", chinese, re.ASCII):
        if width(lines[-1] + piece) > _WIDTH and piece not in "，。；：、）”！？":
            lines.append("")
        lines[-1] += piece
    return lines
