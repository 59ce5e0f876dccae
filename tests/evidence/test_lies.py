"""What is told of lies in contents that nobody fitted to the rules, word for word as somebody found it right.

The real content grows, and with it what is planted there (`test_plant.py` holds the share that is seen); these
contents stand still, so that every word that is told of a lie can be held. `python -m tests.evidence.test_lies`
writes tests/cases/lies anew; read what has changed before it is committed.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.content.yaml_text import parse
from bulletin.problems import Problem
from tests.conftest import ROOT
from tests.evidence import plant_facts, plant_plates, plant_states, plant_words
from tests.evidence.plant import KINDS, Lie, planted
from tests.evidence.plant_bed import Bed
from tests.test_unfitted import FOLDER, assembled

pytestmark = pytest.mark.slow

assert plant_facts and plant_plates and plant_states and plant_words  # they name their kinds
APPROVED = ROOT / "tests" / "cases" / "lies"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/content.yaml") if path.stat().st_size < 35_000)
EVERY = 2  # of the kinds, every other one is planted in a content; the others in the next


class One(Bed):
    """A project with one content and no summary."""

    def __init__(self, name: str, folder: Path):
        super().__init__(assembled(name, folder))
        assert not any(self.before.values())

    def told(self, lie: Lie) -> list[Problem]:
        """What is said of the file once it has the lie; of the true one nothing is."""
        return self.problems(parse(planted(self.sheets[0].parsed, lie.edits), self.sheets[0].parsed.file))


def lies(one: One, at: int) -> Iterator[tuple[str, Lie]]:
    """One of a kind, of every other kind."""
    names = sorted(name for name in KINDS if not name.startswith("prose: "))  # they are of the real content's sentences
    for name in names[at % EVERY :: EVERY]:
        if found := list(KINDS[name](one.sheets[0])):
            yield name, random.Random(f"{name} {one.sheets[0].name}").choice(found)


def transcript(name: str, folder: Path) -> str:
    """Each lie, the rules that see it, where, and in what words; `!`: nobody sees it."""
    one, rows = One(name, folder), list[str]()
    for kind, lie in lies(one, NAMES.index(name)):
        found = one.told(lie)
        rows.append(f"{'' if found else '! '}{kind}: {lie.what}")
        rows += [f"  {p.place.line}:{p.place.column} {p.level} {p.rule}: {p.message}" for p in found]
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", NAMES)
def test_of_each_lie_is_told_what_somebody_found_right(name: str, tmp_path: Path) -> None:
    assert transcript(name, tmp_path / "project") == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            (APPROVED / f"{name}.txt").write_text(transcript(name, Path(folder) / "project"), encoding="utf-8")


if __name__ == "__main__":
    write()
