"""Does memory grow with the number of publications? In steps, which may be stopped and gone on with at any time.

    python -m benchmarks.flat [--sizes 10,100,1000] [--minutes M] [--folder FOLDER] [-- OPTIONS OF build]

Each size is a project of its own in FOLDER, built by one command. Ctrl-C, or the end of M minutes, stops it as it stops
any build: what was made is kept, and the next call goes on. FOLDER/flat.jsonl has a line for every step; the table is
of all of them. A worker's and the parent's memory are told apart, as the most that lay in memory at once (Linux): what
it shares with others counts for each of them. What a worker has for itself is looked at now and then, and told beside.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks import growth
from benchmarks.meter import MIB

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
LOOK = 0.25  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--folder", type=Path, default=ROOT / ".tools" / "flat")
    parser.add_argument("options", nargs="*", help="of `build`, behind --")
    given = parser.parse_args()
    notes, until = given.folder / "flat.jsonl", time.monotonic() + 60 * given.minutes
    for size in map(int, given.sizes.split(",")):
        project = given.folder / str(size)
        if not project.exists():
            growth.project(project, size)
        if made(project) < size and time.monotonic() < until:
            found = {"size": size, **step(project, until, given.options)}
            with notes.open("a", encoding="utf-8") as file:
                file.write(json.dumps(found) + "\n")
    print(table([json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]))


def made(project: Path) -> int:
    """How many publications stand in its reports."""
    return len(list((project / "reports").glob("*.pdf")))


def step(project: Path, until: float, options: list[str]) -> dict[str, float]:
    """One build: how many it made, seconds of wall and processor, MiB of the parent and of its largest worker.

    `own`: MiB of a worker that no other process shares with it.
    """
    start, before = time.monotonic(), made(project)
    command = [PYTHON, "generate.py", "build", "-q", *options]
    process = subprocess.Popen(command, cwd=project)
    parent = worker = alone = 0.0
    stopped = False
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        try:
            parent = max(parent, peak(process.pid))
            worker = max([worker, *map(peak, children(process.pid))])
            alone = max([alone, *map(own, children(process.pid))])
            time.sleep(LOOK)
        except KeyboardInterrupt:  # the terminal tells the build, too
            stopped = True
        if not stopped and time.monotonic() > until:
            stopped = True
            process.send_signal(signal.SIGINT)
    usage = ended[2]
    process.returncode = os.waitstatus_to_exitcode(ended[1])
    told = {"wall": time.monotonic() - start, "processor": usage.ru_utime + usage.ru_stime}
    most = {"parent": parent, "worker": worker, "own": alone}
    return {"made": made(project) - before, **told, **most, "code": process.returncode}


def peak(pid: int) -> float:
    """MiB that lay in memory at once, at most so far; none where the process has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / MIB
    return 0.0


def own(pid: int) -> float:
    """MiB that lie in memory now and that no other process shares; none where the process has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / MIB
    return 0.0


def children(pid: int) -> Iterator[int]:
    with suppress(OSError):
        yield from map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())


def table(steps: list[dict[str, float]]) -> str:
    """Markdown: a row a size, over all its steps."""
    rows = [
        "| publications | made | steps | processor s each | parent, MiB | worker, MiB | its own, MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    for size in dict.fromkeys(one["size"] for one in steps):
        its = [one for one in steps if one["size"] == size]
        count = sum(one["made"] for one in its)
        each = sum(one["processor"] for one in its) / max(count, 1)
        memory = (max(one.get(who, 0) for one in its) for who in ("parent", "worker", "own"))
        rows.append(
            f"| {size} | {count} | {len(its)} | {each:.2f} | " + " | ".join(f"{one:.0f}" for one in memory) + " |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    main()
