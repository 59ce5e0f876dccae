"""True sentences about the last six of the contents that nobody fitted, in words of their own: the rules are silent.

A line of tests/cases/unfitted_words.txt was written before the rules that met it were changed. What it
does to a content:

* `file|+story|Chinese|English`: another paragraph of a story
* `file|=path|Chinese|English` with a claim where a title compares, or `file|=path|YAML`: a part written anew
* `file|-part|key` or `file|-left_out|quote`: an entry that was written for the program's sake is gone

At first sight 46 of the 152 were refused; three of them missed a rendering of the glossary, which the house does not
allow, and one named a unit that its label did not: these were worded again.
`python -m tests.test_unfitted_words` prints those that are refused, and by which rule.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.content.yaml_text import Parsed, parse
from bulletin.problems import Problem
from tests.conftest import ROOT, workshop
from tests.evidence.plant import planted
from tests.test_unfitted import assembled

pytestmark = pytest.mark.slow

ROWS = (ROOT / "tests" / "cases" / "unfitted_words.txt").read_text(encoding="utf-8").splitlines()


def edits(data: Any, do: str, words: list[str]) -> dict[tuple[str, ...], Any]:
    """What a row writes anew, by its place."""
    new, sign, name = deepcopy(data), do[0], do[1:]
    keys = [int(step) if step.isdigit() else step for step in name.split(".")]
    part = new if sign in "+-" and name in ("left_out", *(s["id"] for s in data["stories"])) else None
    if sign == "+":
        story = next(story for story in new["stories"] if story["id"] == name)
        story["paragraphs"].append({"zh": words[0], "en": words[1]})
        return {("stories",): new["stories"]}
    if sign == "-" and part is not None:
        left = [one for one in new.get("left_out", ()) if one["quote"] != words[0]]
        return {("left_out",): left} if left != new.get("left_out", []) else {}
    parent = new
    for step in keys if sign == "-" else keys[:-1]:
        parent = parent[step]
    if sign == "-":
        if parent.pop(words[0], None) is None:
            return {}
    else:
        parent[keys[-1]] = yaml.safe_load(words[0]) if len(words) == 1 else {"zh": words[0], "en": words[1]}
        if len(words) > 2:
            parent["claim"] = yaml.safe_load(words[2])
    return {(str(keys[0]),): new[keys[0]]}


def said(folder: Path, parsed: Parsed, changes: dict[tuple[str, ...], Any]) -> list[Problem]:
    (folder / parsed.file).write_text(planted(parsed, changes), encoding="utf-8")
    return list(workshop(folder).check().problems)


def alarms(step: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Each row, or every so many of a file, with what is said of the content once it is done."""
    for name in dict.fromkeys(row.partition("|")[0] for row in ROWS):
        with tempfile.TemporaryDirectory() as place:
            folder = assembled(name, Path(place))
            file = f"content/{name}.yaml"
            parsed = parse((folder / file).read_text(encoding="utf-8"), file)
            for row in [row for row in ROWS if row.startswith(f"{name}|")][::step]:
                _, do, *words = row.split("|")
                yield row, [f"{one.rule}: {one.message}" for one in said(folder, parsed, edits(parsed.data, do, words))]


MOST = 2


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
def test_true_sentences_in_words_of_their_own_are_not_refused(step: int) -> None:
    refused = [row for row, found in alarms(step) if found]
    assert len(ROWS) >= 150
    assert len(refused) <= MOST, "\n".join(refused)


if __name__ == "__main__":
    refused = 0
    for row, found in alarms():
        refused += bool(found)
        print(*([row, *found] if found else []), sep="\n    ", end="\n" if found else "")
    print(f"{refused} of {len(ROWS)} refused")
