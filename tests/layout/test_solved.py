"""A task that was solved before has the same answer, and nobody looks for it; one that differs is solved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bulletin.layout.fill import fill
from bulletin.layout.problem import Task
from bulletin.layout.solve import solve
from bulletin.layout.solved import solver
from bulletin.store import Store
from tests.layout.test_solve import HEIGHT, table, text, whole

TASK = Task(
    HEIGHT - 60,
    HEIGHT,
    (
        whole("figures", 60.0),
        text("s0", 50.0, [120.0, 260.4, 90.0]),
        table("evidence", [20.5] * 30),
        whole("notes", 99.0),
    ),
    opening=("figures", "s0"),
    closing=("notes",),
)


def test_the_answer_is_that_of_the_solver(tmp_path: Path) -> None:
    for pages in (2, 3):
        for _ in range(2):
            store = Store("program", tmp_path)
            assert solver(store, solve)(TASK, pages) == solve(TASK, pages)
        assert store.made == set(), "found"
    assert solve(TASK, 2) is None, "that there is none is an answer, too"
    assert solve(TASK, 3) is not None


def test_another_task_is_solved(tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    solver(store, solve)(TASK, 3)
    for task, pages in ((replace(TASK, other=HEIGHT + 0.5), 3), (TASK, 4)):
        store.made.clear()
        assert solver(store, solve)(task, pages) == solve(task, pages)
        assert store.made == {"solution"}


def test_an_entry_that_is_no_solution_is_solved_again(tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    store.keep(store.key("solution", TASK, 3), b'{"pages": 1}')
    assert solver(store, solve)(TASK, 3) == solve(TASK, 3)


def test_full_pages_and_pages_with_white_are_two_answers(tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    for packed in (solve, fill, solve, fill):
        assert solver(store, packed)(TASK, 3) == packed(TASK, 3)
    assert solve(TASK, 3) != fill(TASK, 3)
