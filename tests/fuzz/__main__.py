"""`python -m tests.fuzz yaml|docx MINUTES [SEED]`: hypothesis makes examples, in rounds, until the time is over.

The same seed makes the same examples. The exit code is 1 when anything was raised.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.conftest import ROOT

from . import docx_import, yaml_check
from .ledger import Ledger

TARGETS: dict[str, Any] = {"yaml": yaml_check, "docx": docx_import}
ROUND = 200  # examples
LARGEST = 6 * 2**30  # bytes of address space


def main(kind: str, minutes: float, first: int = 1) -> int:
    """Rounds of examples until so many minutes are over; tells of the progress every few minutes."""
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))
    started, ledger = time.monotonic(), Ledger(ROOT / ".hypothesis" / f"fuzz-{kind}-{os.getpid()}")
    until, tell = started + 60 * minutes, started
    with tempfile.TemporaryDirectory() as folder:
        target = TARGETS[kind].Target(Path(folder), ledger)
        number = first
        while time.monotonic() < until:
            _round(kind, target, ledger, number, until)
            number += 1
            if time.monotonic() > tell + 300:
                tell = time.monotonic()
                print(
                    f"{(tell - started) / 60:.0f} min, {ledger.examples} examples, {len(ledger.kinds)} kinds",
                    flush=True,
                )
    print(f"{kind}, seeds {first} to {number - 1}, {(time.monotonic() - started) / 60:.0f} min")
    print("\n".join(ledger.told()))
    return int(bool(ledger.kinds))


def _round(kind: str, target: Callable[[Any, str], None], ledger: Ledger, number: int, until: float) -> None:
    @seed(number)
    @settings(
        max_examples=ROUND,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(example=TARGETS[kind].EXAMPLES)
    def each(example: Any) -> None:
        if time.monotonic() < until:
            ledger.examples += 1
            target(example, f"{ledger.examples} (seed {number}): {example!r:.600}")

    each()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), *map(int, sys.argv[3:])))
