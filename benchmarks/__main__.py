"""`make bench`: a build cold, again, after one change; a check; and typesetting beside plain WeasyPrint.

    python -m benchmarks [--runs N]

Whole processes on a copy of the project; what is compared runs in turn, so that a slow minute slows both.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("bulletin", "content", "seeds", "templates", "generate.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        project = copy_of_project(Path(folder))
        show("all publications, nothing built", timed(lambda: build(project, "--force"), runs))
        show("all publications, one process", timed(lambda: build(project, "--force", "-j", "1"), runs))
        show("nothing changed", timed(lambda: build(project), runs))
        show("one content file and the summary changed", timed(lambda: build_after_change(project), runs))
        show("check", timed(lambda: generate(project, "check"), runs))
        compare(project, runs)


def copy_of_project(folder: Path) -> Path:
    """The project where a benchmark may change it."""
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "reports").mkdir()
    return folder


def generate(project: Path, *arguments: str) -> None:
    command = [sys.executable, str(project / "generate.py"), *arguments]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def build(project: Path, *options: str) -> None:
    generate(project, "build", *options)


def build_after_change(project: Path) -> None:
    """A comment is a change: the file is another one, the pages are not."""
    path = project / "content" / "dufulu.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    build(project)


def timed(work: Callable[[], None], runs: int) -> list[float]:
    """Seconds of wall time, one a run."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def compare(project: Path, runs: int) -> None:
    """One bulletin's pages by our typesetter and by plain WeasyPrint, each in a process of its own, in turn."""
    ours, plain = [], []
    for _ in range(runs):
        ours += timed(lambda: typeset(project, "ours"), 1)
        plain += timed(lambda: typeset(project, "plain"), 1)
    show("one PDF, our typesetter", ours)
    show("one PDF, plain WeasyPrint on the same HTML", plain)
    print(f"{'ours to plain':<44} {statistics.median(ours) / statistics.median(plain):8.2f}")


def typeset(project: Path, how: str) -> None:
    command = [sys.executable, "-m", "benchmarks.typeset", how, str(project)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def show(what: str, seconds: list[float]) -> None:
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{what:<44} {middle:8.2f} s   ({low:.2f}–{high:.2f}, {len(seconds)} runs)", flush=True)


if __name__ == "__main__":
    main()
