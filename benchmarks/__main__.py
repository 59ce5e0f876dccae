"""`make bench`: the program beside other ways to the same publications, and as their number grows.

    python -m benchmarks [--runs N] [--sizes 1,10,100] [--out FOLDER]

Whole processes, in turn and in one go, so that a slow minute slows all; medians, and ratios to the plain script. What
is not installed is left out and named. With --out the page (speed.md) and its plot (speed.svg) are written there.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import growth, report, warm
from benchmarks.meter import Cost, cost

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
TYPST = ROOT / ".tools" / "bench" / "bin" / "python"
ONE = "jingchenglu"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        raced = race(Path(scratch), given.runs)
        raced[report.WARM] = warm.every(growth.program(Path(scratch) / "warm", "content"), given.runs)
        grown = {size: grow(Path(scratch) / str(size), size) for size in map(int, given.sizes.split(",")) if size}
    text = report.page(raced, grown, given.runs)
    print(text)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        (given.out / "speed.md").write_text(text, encoding="utf-8")
        report.plot(grown, given.out / "speed.svg")


def race(scratch: Path, runs: int) -> dict[str, list[Cost]]:
    """What each contender costs, by its name, one run of all after the other."""
    found: dict[str, list[Cost]] = {}
    contenders = _contenders(scratch)
    for _ in range(runs):
        for name, run in contenders.items():
            try:
                found.setdefault(name, []).append(run())
            except (OSError, subprocess.CalledProcessError) as error:
                last = (getattr(error, "stderr", "") or str(error)).strip().splitlines()[-1:]
                print(f"{name}: left out: {' '.join(last)}", file=sys.stderr)
    return {name: costs for name, costs in found.items() if len(costs) == runs}


def _contenders(scratch: Path) -> dict[str, Callable[[], Cost]]:
    project, material = growth.program(scratch / "project", "content"), scratch / "material"
    cost([PYTHON, "-m", "benchmarks.material", project, material], ROOT)
    single = scratch / "single"
    shutil.copytree(material / ONE, single / ONE)

    def ours(*words: str) -> Cost:
        return cost([PYTHON, "generate.py", "build", "-q", *words], project)

    def peer(*words: str | Path, python: Path = PYTHON) -> Cost:
        return cost([python, "-m", *words, scratch / "out"], ROOT)

    def one_sentence() -> Cost:
        path = project / "content" / "dufulu.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        return ours()

    def again() -> Cost:
        ours()  # after --force, which is another command and leaves no note for this one
        return ours()

    return {
        "six": lambda: ours("--force"),
        "six, one process": lambda: ours("--force", "-j", "1"),
        "nothing changed": again,
        "a comment changed": one_sentence,
        "check": lambda: cost([PYTHON, "generate.py", "check"], project),
        "six, plain script": lambda: peer("benchmarks.plain", material),
        "six PDFs": lambda: ours("--force", "--to", "pdf"),
        "six PDFs, Typst": lambda: peer("benchmarks.peers", "typst", material, python=TYPST),
        "six PDFs, Chromium": lambda: peer("benchmarks.peers", "chromium", material),
        "one": lambda: ours("--force", ONE),
        "one, plain script": lambda: peer("benchmarks.plain", single),
    }


def grow(folder: Path, size: int) -> tuple[Cost, Cost]:
    """A project of that many publications: built from nothing, and again."""
    project = growth.project(folder, size)
    command = [PYTHON, "generate.py", "build", "-q"]
    return cost(command, project), cost(command, project)


if __name__ == "__main__":
    main()
