"""Work in a process of its own: what it gives comes back, and the memory that it took goes with the process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from bulletin.interrupts import unbroken
from bulletin.workers import METHOD, Crew, Died

Result = TypeVar("Result")


def apart(work: Callable[[], Result]) -> Result:
    """What `work` gives, which can be pickled; what it leaves in memory does not come back.

    Where nothing can be forked, or the process comes to no result, `work` is done here, and raises here what it raises.
    """
    if METHOD != "fork":
        return work()

    def tried(_: str) -> tuple[Result] | None:
        try:
            return (work(),)
        except BaseException:  # it is told from here, with all that hangs on it
            return None

    with unbroken(), closing(Crew(tried, 1).run(["all of it"])) as results:  # type: ignore[type-var]
        [(_, found)] = results
    return work() if found is None or isinstance(found, Died) else found[0]
