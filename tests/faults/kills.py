"""Builds that are killed: the parent at random moments, a worker at random moments; then what stands, and what follows.

`python -m tests.faults.kills --parents 50 --workers 20 --seed 1` prints the counts and ends with 1 if one is bad.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tests.conftest import ARTICLE, CONTENT, ROOT, small_project

NAMES = ("aspen", "birch", "willow")
PLAIN = re.sub(r"(?m)^    plates:\n(?:      .*\n)+", "", CONTENT)  # no chart to draw
FILES = ("{}.docx", "{}.evidence.html", "{}.facts.csv", "{}.pdf")
OURS = {".lock", ".baselines", "index.html"}
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午申酉戌亥"  # without 未, which denies
PATIENCE = 5.0  # seconds for workers to end with their parent


def grove(folder: Path) -> Path:
    """A project of three small publications."""
    project = small_project(folder)
    for name in NAMES:
        (project / "seeds" / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    edit(project, 0)
    return project


def edit(project: Path, version: int) -> None:
    """Another title, by which every publication becomes stale; one that no other version below 110 has."""
    title = f"街边多了{STEMS[version // len(BRANCHES)]}{BRANCHES[version % len(BRANCHES)]}游园"
    for name in NAMES:
        text = PLAIN.replace("willow", name).replace("街边多了游园", title)
        (project / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")


def start(project: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "generate.py"), "--project", str(project), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=project)


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, error = process.communicate(timeout=120)
    return process.returncode, out + error


def children(pid: int) -> list[int]:
    """The processes that `pid` has started and that still run."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def until(condition: Callable[[], object], seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.002)
    return False


# ---------------------------------------------------------------------------------------------- what stands


def broken(reports: Path) -> list[str]:
    """The publications whose files are not all of one build, by the ledger's digests."""
    ledger = json.loads((reports / "manifest.json").read_text(encoding="utf-8"))["publications"]
    return [name for name in NAMES if not _whole(reports, ledger[name]["files"])]


def _whole(reports: Path, files: dict[str, str]) -> bool:
    return all(sha256((reports / file).read_bytes()).hexdigest() == digest for file, digest in files.items())


def leftovers(reports: Path) -> list[str]:
    expected = {file.format(name) for file in FILES for name in NAMES} | OURS | {"manifest.json"}
    return sorted(path.name for path in reports.iterdir() if path.name not in expected)


def settle(project: Path) -> None:
    """What the start of the next build does before it makes anything."""
    code = "import sys; from pathlib import Path; from bulletin.transaction import recover; recover(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(project / "reports")], cwd=ROOT, check=False, capture_output=True)


def afterwards(project: Path) -> Iterator[str]:
    """What is wrong with the next build, which is to make all that is not yet made, and with what it leaves."""
    code, said = finish(start(project))
    if code != 0:
        yield f"the next build ends with {code}: {said.splitlines()[-1] if said else ''}"
    if names := broken(project / "reports"):
        yield f"after the next build: not whole: {names}"
    if code == 0 and (left := leftovers(project / "reports")):
        yield f"after the next build: left over: {left}"
    again, said = finish(start(project))
    if (again, "0 files written" in said) != (0, True):
        yield f"the build after it ends with {again} and makes something"


# ---------------------------------------------------------------------------------------------- the two kinds of kill


def kill_parent(project: Path, rng: random.Random, seconds: float, *, late: bool) -> list[str]:
    """SIGKILL at a random moment of `seconds`, or, `late`, shortly after the first file has changed."""
    reports = project / "reports"
    before = reports.stat().st_mtime_ns
    process = start(project, "-j", "2")
    if late:
        until(lambda: reports.stat().st_mtime_ns != before or process.poll() is not None, 60)
        time.sleep(rng.uniform(0, 0.2))
    else:
        time.sleep(rng.uniform(0.05, seconds))
    workers = children(process.pid)
    process.kill()
    process.wait()
    for stream in (process.stdout, process.stderr):
        assert stream
        stream.close()
    wrong = [] if until(lambda: not any(map(runs, workers))) else ["workers outlive their parent"]
    settle(project)
    if names := broken(reports):
        wrong.append(f"after the kill: not whole: {names}")
    wrong += afterwards(project)
    for worker in filter(runs, workers):  # so that the next round starts afresh
        os.kill(worker, signal.SIGKILL)
    return wrong + (list(afterwards(project)) and ["and goes on so when the workers are gone"] if wrong else [])


def kill_worker(project: Path, rng: random.Random) -> list[str]:
    """SIGKILL of one of two workers while both are at work: its publication is named, the others are made."""
    process = start(project, "-j", "2")
    if not until(lambda: len(children(process.pid)) > 1 or process.poll() is not None, 60):
        return ["no workers were started"]
    time.sleep(rng.uniform(0, 0.3))
    workers = children(process.pid)
    for worker in rng.sample(workers, min(1, len(workers))):
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
    code, said = finish(process)
    wrong = [f"exit {code}"] if code not in (0, 1) else []
    wrong += ["a traceback"] if "Traceback" in said else []
    if old := broken(project / "reports"):
        wrong.append(f"not whole: {old}")
    named = [name for name in NAMES if f"{name} is left as it was" in said]
    made = sum(f"made {name}" in said for name in NAMES)
    if made < len(NAMES) - 1 or (code == 1 and not named):
        wrong.append(f"{made} made, {named} named")
    return wrong + list(afterwards(project))


def rounds(parents: int, workers: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """One kill after the other, each on another version of the content."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder, "cache"))  # what an earlier run has made is not found here
        project = grove(Path(folder, "grove"))
        started = time.monotonic()
        code, said = finish(start(project, "-j", "2"))
        seconds = time.monotonic() - started
        assert code == 0, said
        for version in range(1, parents + workers + 1):
            edit(project, version)
            if version <= parents:
                yield "parent", kill_parent(project, rng, seconds, late=version % 2 == 0)
            else:
                yield "worker", kill_worker(project, rng)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--parents", 50), ("--workers", 20), ("--seed", 1)):
        parser.add_argument(name, type=int, default=default)
    given = parser.parse_args()
    tried, bad = Counter[str](), Counter[str]()
    for number, (kind, wrong) in enumerate(rounds(given.parents, given.workers, given.seed), 1):
        tried[kind] += 1
        bad[kind] += bool(wrong)
        print(f"{number:>3} {kind}: {'; '.join(wrong) or 'well'}", flush=True)
    for kind in tried:
        print(f"{kind} killed {tried[kind]} times: {tried[kind] - bad[kind]} well, {bad[kind]} not")
    return 1 if bad.total() else 0


if __name__ == "__main__":
    sys.exit(main())
