"""Calls with room for those below them: a stack that is not taken from the system, and given back, for every call.

Python 3.11 and later hold the frames of calls in pieces of 16 KiB. Where a loop works at a depth at which one ends,
each call in it takes a piece from the system and gives it back: 24,000 times for a bulletin, a twentieth of the time.
A frame that asks for more gets a larger piece, of which those below it have what is left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
WORDS = 80_000
"""Of 8 bytes: the piece is then 1 MiB, of which 0.4 are left, for a thousand calls; the rest is never touched."""


def roomy(call: Callable[[], Result]) -> Result:
    """What `call` gives."""
    return call()


roomy.__code__ = roomy.__code__.replace(co_stacksize=WORDS)
