"""A sentence changed, in a process that goes on: `python -m benchmarks.warm [RUNS]`, each content of a copied project.

The first paragraph of the first story is begun with another word each time, so that nothing of it was set before. Told
is the time from the save until the desk has the new pages, in seconds of wall time and of the processor.
"""

from __future__ import annotations

import gc
import re
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import growth
from benchmarks.meter import MIB, Cost

if TYPE_CHECKING:
    from bulletin.desk.watch.view import View

WORDS = ("此外，", "同时，", "另外，", "在此期间，", "与此同时，", "除此之外，", "这期间，", "其间，")
_FIRST = re.compile(r"(\bparagraphs:\n\s*- (?:head: .*\n\s*)?zh: )")


def saves(folder: Path, runs: int) -> dict[str, list[Cost]]:
    """By content, what each of so many saves costs. `folder` holds a project that may be changed."""
    from bulletin.desk.watch.view import View  # only here: what this process holds counts for those that it starts

    desk, found = View(folder), dict[str, list[Cost]]()
    for name in sorted(model.stem for model in growth.MODELS):
        path = folder / "content" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        before = _pages(desk, name)
        for word in WORDS[:runs]:
            path.write_text(_FIRST.sub(rf"\g<1>{word}", text, count=1), encoding="utf-8")
            wall, processor = time.perf_counter(), time.process_time()
            after = _pages(desk, name)
            took = Cost(time.perf_counter() - wall, time.process_time() - processor, _peak())
            if after == before:
                raise RuntimeError(f"{name}: nothing new was set")
            found.setdefault(name, []).append(took)
            before = after
            gc.collect()  # as the desk does when nobody waits
        path.write_text(text, encoding="utf-8")
    return found


def _pages(desk: View, name: str) -> tuple[str, ...]:
    """The digests of the pages. Raises RuntimeError where there are none."""
    from bulletin.desk.watch.sent import Printed

    first = next(iter(desk.look(name)))
    if not isinstance(first, Printed):
        raise RuntimeError(f"{name}: {first}")
    return first.digests


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB


def every(folder: Path, runs: int) -> list[Cost]:
    """What a save costs, of all contents; in a process of its own, which no other's memory counts for."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return [cost for costs in pool.submit(saves, folder, runs).result().values() for cost in costs]


def main(runs: int = 5) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = saves(growth.program(Path(folder) / "project", "content"), runs)
    for name, costs in found.items():
        print(f"{name}: " + ", ".join(f"{one.wall:.2f}/{one.processor:.2f}" for one in costs))
    saved = [cost for costs in found.values() for cost in costs]
    wall, processor = median(one.wall for one in saved), median(one.processor for one in saved)
    print(f"median: {wall:.2f} s, processor {processor:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
