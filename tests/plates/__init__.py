"""What one kind of plate refuses, tried on its sample in the sample project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from bulletin import gate
from tests.conftest import workshop
from tests.samples import project


def errors(folder: Path, kind: str, change: Callable[[Any], object] = lambda content: None) -> list[str]:
    """What `check` calls an error in the sample project with this kind's sample first, its content so changed.

    Each with the words of the file that it points to.
    """
    content = project(folder, (kind,)) / "content" / "willow.yaml"
    data = yaml.safe_load(content.read_text(encoding="utf-8"))
    change(data)
    content.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    lines = content.read_text(encoding="utf-8").splitlines()
    return [
        f"{one.rule}: {one.message} @ {lines[one.place.line - 1][one.place.column - 1 :]}"
        for one in gate.check(workshop(folder)).problems
        if one.level == "error"
    ]


def vague(folder: Path, kind: str, said: str, approx: str, fact: str) -> list[str]:
    """What is called an error where the article says a number of the sample otherwise, and its fact how exact it is."""
    project(folder, (kind,))
    old, new = said.split("→")
    for path in (folder / "seeds" / "willow.txt", folder / "content" / "willow.yaml"):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["facts"][fact]["approx"] = approx
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [one.message for one in gate.check(workshop(folder)).problems if one.level == "error"]
