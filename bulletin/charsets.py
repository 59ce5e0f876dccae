"""A set of characters of regular expressions is worked out once in a process.

Python 3.11 and its next go through every character of a range: 20,992 for the Chinese ones, 1 ms in each of some four
hundred sets of ours, of which few differ. What comes out is the same, and so is every expression.
"""

from __future__ import annotations

import re
from functools import wraps
from typing import Any

WORKS_OUT = "_optimize_charset"
"""In `re._compiler`, where Python has it there: a set as it is written → as it is compiled. It reads nothing else."""
_TAKES = 4
"""What it is given; in a Python where that is otherwise nothing is changed."""


def install() -> None:
    """From now on, for every expression of this process."""
    compiler: Any = getattr(re, "_compiler", None)
    worked_out = getattr(compiler, WORKS_OUT, None)
    if worked_out is None or hasattr(worked_out, "__wrapped__") or worked_out.__code__.co_argcount != _TAKES:
        return  # not there, done already, or another Python's, which works its sets out by itself
    known: dict[tuple[Any, ...], Any] = {}

    @wraps(worked_out)
    def once(charset: Any, is_cased: Any = None, lower: Any = None, also: Any = None) -> Any:
        key = tuple(charset), is_cased, lower, also is None  # `also` is one table, or None
        if key not in known:
            known[key] = worked_out(charset, is_cased, lower, also)
        return known[key]

    setattr(compiler, WORKS_OUT, once)
