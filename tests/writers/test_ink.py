"""Faults planted into a real bulletin: mistakes of a style sheet are seen, long content is set without them.

Run as a program it plants all of them, in every edition that they name: python -m tests.writers.test_ink
"""

# ruff: noqa: E501  a case a line

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # as a program

from tests.writers.ink_faults import FAULTS, HARMLESS, Fault, Outcome, outcome, plant

pytestmark = pytest.mark.slow

BY_ID = {fault.id: fault for fault in (*FAULTS, *HARMLESS)}


def planted(fault: Fault, folder: Path, edition: int = 0) -> Outcome:
    return outcome(plant(fault, folder / "project"), fault.name, fault.variants[edition])


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("briefs over their titles", "print over each other"),
        ("white over the briefs", "content/dufulu.yaml:291:17: page: dufulu.pdf: page 4: “加装电梯” is covered by what is painted over it"),
    ],
)  # fmt: skip
def test_a_mistake_refuses_the_bulletin_and_names_the_words(id: str, said: str, tmp_path: Path) -> None:
    made = planted(BY_ID[id], tmp_path)
    assert made.how == "pages"
    assert any(said in line for line in made.lines), made.lines


@pytest.mark.parametrize(
    "id",
    [
        "a place of 20 characters and 83 letters",
        "a place of 62 characters and 339 letters",
        "a place of one word of 200 letters",
        "300 letters in a brief",
        "key figures of two amounts of money",
        "underlined links",
    ],
)
def test_long_content_is_set_without_a_fault(id: str, tmp_path: Path) -> None:
    made = planted(BY_ID[id], tmp_path)
    assert made.how == "built", made.lines


def main() -> None:
    """Prints what became of each, and how many came to what."""
    count: Counter[str] = Counter()
    for kind, faults in (("fault", FAULTS), ("harmless", HARMLESS)):
        for fault in faults:
            for edition, variant in enumerate(fault.variants):
                with tempfile.TemporaryDirectory() as folder:
                    made = planted(fault, Path(folder), edition)
                count[f"{kind}: {made.how}"] += 1
                print(f"{kind}: {fault.id} [{variant.stem(fault.name)}]: {made.how}", *made.lines[:3], sep="\n    ")
    print(dict(count))


if __name__ == "__main__":
    main()
