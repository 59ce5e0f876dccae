"""Tasks that were solved before: the same task on as many pages has the same answer, and nobody need look for it."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import TypeAdapter, ValidationError

from bulletin.layout.fill import fill, nearest
from bulletin.layout.problem import Solution, Task
from bulletin.store import Store

Solve = Callable[[Task, int], Solution | None]
_FORM: TypeAdapter[Solution | None] = TypeAdapter(Solution | None)


def solver(store: Store | None, solve: Solve) -> Solve:
    """`solve`, which asks the store first."""
    if store is None:
        return solve
    name = solve.__name__

    def solved(task: Task, pages: int) -> Solution | None:
        key = store.key("solution", name, task, pages)
        if data := store.recall(key):
            try:
                return _FORM.validate_json(data)
            except ValidationError:
                pass  # no solution: it is looked for
        found = solve(task, pages)
        store.keep(key, _FORM.dump_json(found))
        return found

    return solved


def solvers(store: Store | None) -> tuple[Solve, Solve]:
    """Full pages; and where none can be full, those of least white."""
    return solver(store, fill), solver(store, nearest)
