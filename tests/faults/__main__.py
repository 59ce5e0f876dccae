"""Tries every fault, or those whose kind or name holds a word that is given; without a word the page is written."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.stand import complaints, tried
from tests.faults.table import PAGE, chosen, page


def main(words: list[str]) -> int:
    """How many did not end as they should: the exit code is 1 when any."""
    done, wrong = [], 0
    for fault in chosen(words):
        with tempfile.TemporaryDirectory() as folder:
            outcome = tried(fault, Path(folder))
        done.append((fault, outcome))
        if found := complaints(fault, outcome):
            wrong += 1
            print(f"{fault.kind}: {fault.name}: {'; '.join(found)}", flush=True)
            if words:
                print("    " + "\n    ".join(outcome.text.splitlines()[:12]))
    print(f"{len(done)} faults, {len(done) - wrong} as they should be")
    if not words:
        PAGE.write_text(page(done), encoding="utf-8")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
