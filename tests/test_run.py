"""A publication that cannot be made is told and does not spread; what concerns all ends the run."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from bulletin.build import Builder
from bulletin.content.prose import pieces
from bulletin.made import Made
from bulletin.messages import say
from bulletin.problems import CannotSet, ContentError, MissingTool, Place, Problem
from bulletin.run import Failed, fault, make, run
from bulletin.variant import FORMATS, OFFICE, Variant
from bulletin.workers import Died

PROBLEM = Problem("quote", "it is not there", Place("content/b.yaml", 3))
NAMES = ["a", "b", "c"]


class Spoilt(Builder):
    """A press of which only the making is asked for: `how` may fail for some names. Its notes name the process."""

    faces = "there"  # type: ignore[assignment]

    def __init__(self, how: Callable[[str], object] = str, variant: Variant = OFFICE):
        self.how, self.variant, self.store = how, variant, None

    def open(self) -> None:
        """Nothing is drawn or set."""

    def make(self, name: str, formats: tuple[str, ...] = ()) -> Made:
        self.how(name)
        return Made(self.variant.stem(name), "1", {}, len(formats), (), (str(os.getpid()),))


def raises(error: BaseException) -> Callable[[str], None]:
    def work(name: str) -> None:
        if name == "b":
            raise error

    return work


@pytest.mark.parametrize(
    ("error", "failed", "traced"),
    [
        (ContentError([PROBLEM]), Failed("b", say("build.content"), (PROBLEM,)), False),
        (CannotSet("too long"), Failed("b", say("cli.cannot_set", why="too long")), False),
        (MemoryError(), Failed("b", say("build.memory")), False),
        (RecursionError("deep"), Failed("b", say("build.depth")), True),
        (KeyError("x"), Failed("b", say("build.fault", fault="KeyError: 'x'")), True),
        (SystemExit(3), Failed("b", say("build.fault", fault="SystemExit: 3")), True),
    ],
    ids=lambda value: type(value).__name__,
)
def test_why_a_publication_was_not_made(error: BaseException, failed: Failed, traced: bool) -> None:
    done = make(Spoilt(raises(error)), "b", ("pdf",))
    assert isinstance(done, Failed)
    assert (done.name, done.reason, done.problems) == (failed.name, failed.reason, failed.problems)
    assert (type(error).__name__ in done.trace) == traced
    assert isinstance(make(Spoilt(raises(error)), "a", ("pdf",)), Made)


@pytest.mark.parametrize("how", [str, raises(KeyError("x"))], ids=["made", "failed"])
def test_a_publication_leaves_nothing_of_its_texts(how: Callable[[str], object]) -> None:
    make(Spoilt(lambda name: (pieces("of a text"), how(name))), "b", FORMATS)
    assert pieces.cache_info().currsize == 0


def test_the_interrupt_is_no_failure_of_a_publication() -> None:
    with pytest.raises(KeyboardInterrupt):
        make(Spoilt(raises(KeyboardInterrupt())), "b", ("pdf",))


def test_a_failure_costs_one_publication() -> None:
    done = {one.name: one for one in run(Spoilt(raises(KeyError("x")), Variant("press")), NAMES, ("pdf", "csv"))}
    assert done.keys() == {"a.press", "b.press", "c.press"}
    assert isinstance(done["b.press"], Failed)
    assert [done[f"{name}.press"].pages for name in "ac"] == [2, 2]  # type: ignore[union-attr]


def test_a_death_costs_one_publication_and_names_its_cause() -> None:
    def dies(name: str) -> None:
        if name == "b":
            os.kill(os.getpid(), signal.SIGKILL)

    done = {one.name: one for one in run(Spoilt(dies, Variant("office", "zh")), NAMES)}
    assert done["b.zh"] == Failed("b.zh", say("build.died", cause=Died(-9).cause))
    assert isinstance(done["a.zh"], Made)


def test_what_is_missing_on_the_machine_concerns_all() -> None:
    with pytest.raises(MissingTool, match="fonts"):
        list(run(Spoilt(raises(MissingTool("fonts"))), NAMES))

    class WithoutFonts(Spoilt):
        @property
        def faces(self) -> object:  # type: ignore[override]
            raise MissingTool("fonts")

    with pytest.raises(MissingTool, match="fonts"):
        list(run(WithoutFonts(), NAMES))
    assert list(run(WithoutFonts(), [])) == []


@pytest.mark.parametrize(
    ("jobs", "processors", "workers"), [(1, 8, 1), (2, 1, 2), (9, 1, 3), (None, 2, 2), (None, 8, 3), (None, None, 1)]
)
def test_so_many_processes_as_were_asked_for_or_as_there_are_processors(
    jobs: int | None, processors: int | None, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    press = Spoilt(lambda _: time.sleep(0.3))
    by = {one.notes[0] for one in run(press, NAMES, jobs=jobs) if isinstance(one, Made)}
    assert len(by) == workers
    assert str(os.getpid()) not in by


def test_a_fault_is_one_short_line() -> None:
    assert fault(ValueError("\n first\nsecond")) == "ValueError: first"
    assert fault(ValueError()) == fault(ValueError("\n ")) == "ValueError"
    assert fault(ValueError("x" * 999)) == f"ValueError: {'x' * 200}"


def test_a_failure_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Failed("a", "").reason = "b"  # type: ignore[misc]
