"""Ctrl-C comes at a moment that can bear it, and is told from what libraries make of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_pressed = False
_waits = False


def heed() -> None:
    """From now on Ctrl-C is ours; where somebody wants it ignored, it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(_: int, __: FrameType | None) -> None:
    global _pressed
    _pressed = True
    if not _waits:
        raise KeyboardInterrupt


def interrupted() -> bool:
    """Has Ctrl-C been pressed? Then a strange exception is no mistake: libraries turn the interrupt into their own."""
    return _pressed


@contextmanager
def unbroken() -> Iterator[None]:
    """Ctrl-C waits for the end of the block, or for `heeded`: C code and destructors print a traceback and go on."""
    global _waits
    before, _waits = _waits, True
    try:
        yield
    finally:
        _waits = before
    heeded()


def heeded() -> None:
    """Raises KeyboardInterrupt when Ctrl-C has been pressed."""
    if _pressed:
        raise KeyboardInterrupt
