"""What a whole process costs: seconds of wall time and of processor, and the memory of its largest process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024  # KiB, in which Linux counts


@dataclass(frozen=True)
class Cost:
    """Of one run, with all processes that it started and waited for. `peak`: MiB, of the largest of them."""

    wall: float
    processor: float
    peak: float


def cost(command: Sequence[str | Path], folder: Path) -> Cost:
    """Raises CalledProcessError for an exit code that is not 0, with what the command said."""
    start = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def median(costs: Sequence[Cost], of: Callable[[Cost], float]) -> float:
    return statistics.median(of(one) for one in costs)
