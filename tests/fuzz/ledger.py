"""What was raised, by kind: the innermost frame of this program, and the exception's name."""

from __future__ import annotations

import faulthandler
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.conftest import ROOT

LONGEST = 20.0  # seconds of the processor that one example may take
STUCK = 600  # seconds after which the run ends where nothing can be raised, as inside a regular expression


class Hang(BaseException):
    """An example that takes longer than LONGEST. No handler of the program takes it for one of its own."""


class Ledger:
    """Counts the kinds; of each, the first example is told, with its trace, and kept in `folder`."""

    def __init__(self, folder: Path):
        self.folder, self.kinds, self.examples, self.ends = folder, Counter[str](), 0, Counter[str]()

    def note(self, error: BaseException, name: str, keep: Callable[[Path], object]) -> None:
        """One thing that was raised. `name` is the example's; `keep` writes what is needed to see it again."""
        kind = kind_of(error)
        self.kinds[kind] += 1
        if self.kinds[kind] == 1:
            kept = self.folder / f"kind-{len(self.kinds)}"
            kept.mkdir(parents=True, exist_ok=True)
            keep(kept)
            (kept / "trace").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            print(f"new kind: {kind}\n    example {name}, kept in {kept}", flush=True)

    def told(self) -> Iterator[str]:
        """The summary."""
        yield f"{self.examples} examples: " + ", ".join(f"{count} {end}" for end, count in self.ends.most_common())
        yield f"{len(self.kinds)} kinds of raises" + (":" if self.kinds else "")
        yield from (f"    {count} × {kind}" for kind, count in self.kinds.most_common())


def kind_of(error: BaseException) -> str:
    """Where it was raised, as the program sees it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if Path(one.filename).is_relative_to(ROOT / "bulletin")]
    last = (ours or frames)[-1] if frames else None
    at = f"{Path(last.filename).name}:{last.lineno} {last.name}" if last else "nowhere"
    return f"{type(error).__name__} at {at}: {str(error)[:120]!r}" if not ours else f"{type(error).__name__} at {at}"


@contextmanager
def limited() -> Iterator[None]:
    """Hang is raised where the work takes too long."""

    def over(_: int, __: FrameType | None) -> None:
        raise Hang(f"longer than {LONGEST:.0f} s")

    signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    faulthandler.dump_traceback_later(STUCK, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def current() -> BaseException:
    """The exception that is being handled."""
    error = sys.exception()
    assert error
    return error
