"""Who builds what: one process, or several for several publications; the results come back in the order of names."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

from bulletin.build import Made, Press
from bulletin.writers.variant import FORMATS

_press: Press | None = None


def run(press: Press, names: list[str], formats: tuple[str, ...] = FORMATS, jobs: int | None = None) -> Iterator[Made]:
    """Makes each publication; yields as each is done. Raises what the making raises; then nothing more is made."""
    if names:
        assert press.faces  # MissingTool comes before any work
    jobs = min(jobs or os.cpu_count() or 1, len(names))
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (press.make(name, formats) for name in names)
        return
    global _press
    _press = press
    assert press.typesetter  # imports and opens the fonts once, before the workers are forked
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting = [pool.submit(_make, name, formats) for name in names]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for future in waiting:
                future.cancel()


def _make(name: str, formats: tuple[str, ...]) -> Made:
    assert _press is not None, "forked before the press was set"
    return _press.make(name, formats)
