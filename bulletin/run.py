"""Who builds what: processes of their own; a publication that cannot be made costs the others nothing."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.build import Builder
from bulletin.interrupts import unbroken
from bulletin.made import Made
from bulletin.memory import give_back, settle
from bulletin.messages import say
from bulletin.problems import CannotSet, ContentError, MissingTool, Problem
from bulletin.roomy import roomy
from bulletin.variant import FORMATS
from bulletin.workers import Crew, Died


@dataclass(frozen=True)
class Failed:
    """A publication that could not be made: why, in one line; the problems of its content; the trace of our mistake."""

    name: str
    reason: str
    problems: tuple[Problem, ...] = ()
    trace: str = ""


def run(
    builder: Builder, names: list[str], formats: tuple[str, ...] = FORMATS, jobs: int | None = None
) -> Iterator[Made | Failed]:
    """Makes each publication; yields as each is done, in no order. Raises MissingTool, which concerns all."""
    if not names:
        return
    with unbroken():
        assert builder.faces  # MissingTool comes before any work
        if len(names) > 1 or not builder.store:
            builder.open()
        settle()  # what they share is not looked through, which would copy it
    for name, one in _results(builder, names, formats, min(jobs or os.cpu_count() or 1, len(names))):
        if isinstance(one, MissingTool):
            raise one
        if isinstance(one, Died):
            yield Failed(builder.variant.stem(name), say("build.died", cause=one.cause))
        else:
            yield one


def _results(
    builder: Builder, names: list[str], formats: tuple[str, ...], jobs: int
) -> Iterator[tuple[str, Made | Failed | MissingTool | Died]]:
    def work(name: str) -> Made | Failed | MissingTool:
        return make(builder, name, formats)

    return Crew(work, jobs).run(names)


def make(builder: Builder, name: str, formats: tuple[str, ...]) -> Made | Failed | MissingTool:
    """The publication, or why there is none; whatever happens, it is told and does not spread."""
    stem = builder.variant.stem(name)
    try:
        return roomy(lambda: builder.make(name, formats))
    except MissingTool as error:
        return error
    except ContentError as error:
        return Failed(stem, say("build.content"), error.problems)
    except CannotSet as error:
        return Failed(stem, say("cli.cannot_set", why=error))
    except MemoryError:
        return Failed(stem, say("build.memory"))
    except RecursionError:
        return Failed(stem, say("build.depth"), trace=traceback.format_exc())
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # WeasyPrint has some of its own
        return Failed(stem, say("build.fault", fault=fault(error)), trace=traceback.format_exc())
    finally:
        give_back()


def fault(error: BaseException) -> str:
    """An exception in one line: its kind, and the first line of what it says."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:200]}" if said else type(error).__name__
