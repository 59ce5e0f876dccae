"""`python -m tests.mutants GROUP [COUNT] [SEED] [PART]`: how many of a seeded sample of its mutants a group notices.

Run by the Python of .tools/supply, where cosmic-ray and coverage lie (`make mutants`); tests run in .venv, in a copy of
the checkout. Each mutant meets only the tests that execute its line (`reach.py`), the quickest first; one that no test
executes lives. PART is a part of a file's name: all mutants of the group's other files are left out.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.checkout import copied
from tests.mutants.groups import GROUPS
from tests.mutants.mutant import Mutant, mutants
from tests.mutants.reach import reach
from tests.mutants.trial import Trial

SEED, COUNT = 10, 200


def sample(paths: list[str], count: int, seed: int, part: str) -> Iterator[tuple[Mutant, str]]:
    """That many mutants, each with its code."""
    every = list(mutants(paths))
    random.Random(seed).shuffle(every)
    left = count
    for mutant in every:
        if part in mutant.file and left and (code := mutant.code()) is not None:
            left -= 1
            yield mutant, code


def main(group: str, count: int = COUNT, seed: int = SEED, part: str = "") -> int:
    """Prints what becomes of every mutant, then the score."""
    started = time.monotonic()
    known = reach(GROUPS[group].tests, GROUPS[group].tables)
    if not known.tests:
        sys.exit("no test passes without any mutant")
    chosen = list(sample(GROUPS[group].code, count, seed, part))  # the checkout may change meanwhile
    tried = killed = 0
    with tempfile.TemporaryDirectory() as scratch, Trial(copied(Path(scratch) / "checkout"), known.files) as trial:
        for mutant, code in chosen:
            tests = known.chosen(mutant)
            by = trial.noticed(mutant, code, tests, known.ways(mutant)) if tests else ""
            tried, killed = tried + 1, killed + bool(by)
            fate = f"noticed by {by}" if by else f"lives, {len(tests)} tests asked" if tests else "lives, never run"
            print(f"{fate}: {mutant.told(code)}", flush=True)
    minutes = (time.monotonic() - started) / 60
    share = 100 * killed / max(tried, 1)
    print(f"{group}: {killed} of {tried} noticed ({share:.0f} %, seed {seed}), {minutes:.0f} min")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:4]), *sys.argv[4:5]))
