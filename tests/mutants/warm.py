"""Runs tests on demand where all that they import is there: `.venv/bin/python -m tests.mutants.warm FILE…`, in a copy.

The tests of these files are collected once; every run is a process forked from that. A change inside a function is put
into the functions that were imported, so that nothing is imported anew; a change of what importing does is not for here
(`cold`). What is remembered (`functools.cache`) is forgotten before every run.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import IO, Any

import pytest

from tests.mutants.measure import LET_GO, forget
from tests.mutants.serve import OPTIONS, First, libraries, quiet, supervised

CO_FUNCTION = 0x0003  # inspect.CO_OPTIMIZED | CO_NEWLOCALS: a function's, not a module's or a class's


def nested(code: CodeType) -> Iterator[CodeType]:
    """It and all that stand in it, in order."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from nested(one)


def outside(code: CodeType) -> CodeType:
    """What importing runs: the code without the bodies of functions, wherever in the file it and they end."""
    consts = (
        (one.co_qualname if one.co_flags & CO_FUNCTION == CO_FUNCTION else outside(one))
        if isinstance(one, CodeType)
        else one
        for one in code.co_consts
    )
    return code.replace(co_consts=tuple(consts), co_linetable=b"")


class Cold(Exception):
    """The change is not one of a function's body."""


def put(file: str, old: str, known: list[FunctionType]) -> None:
    """The functions of a module that was imported do what its file says now, and no longer what it said then."""
    path = str(Path(file).resolve())
    before, now = (compile(text, path, "exec", dont_inherit=True) for text in (old, Path(path).read_text("utf-8")))
    if outside(before) != outside(now):
        raise Cold
    was, is_now = (list(nested(code)) for code in (before, now))
    if [code.co_qualname for code in was] != [code.co_qualname for code in is_now]:
        raise Cold
    new = {a: b for a, b in zip(was, is_now, strict=True) if a != b}
    functions = [one for one in known if one.__code__.co_filename == path]
    changed = [(one, new[one.__code__]) for one in functions if one.__code__ in new]
    if not changed:
        raise Cold
    for function, code in changed:
        try:
            function.__code__ = code
        except ValueError:  # it closes over other names
            raise Cold from None


def everything() -> None:
    """Imports what is imported only where it is needed, as the rooms are: who is not there takes no change."""
    for path in sorted(Path("bulletin").rglob("*.py")):
        with suppress(ImportError):
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))


class Waiting:
    """Instead of running what pytest has collected: answers orders, each in a process of its own."""

    def __init__(self, orders: IO[str], answers: IO[str]):
        self.orders, self.answers = orders, answers

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: Any) -> bool:
        items = {item.nodeid: item for item in session.items}
        everything()
        gc.collect()
        known = [one for one in gc.get_objects() if isinstance(one, FunctionType)]
        gc.freeze()  # for good: what is collected here fails no test later
        for line in self.orders:
            order = json.loads(line)
            chosen = [items[name] for name in order["tests"] if name in items]

            def work(pipe: int, order: Any = order, chosen: list[Any] = chosen) -> int:
                try:
                    if order["file"]:
                        put(order["file"], order["old"], known)
                except Exception:  # whatever hinders it is no verdict on the mutant
                    os.write(pipe, b"cold\n")
                    return 0
                forget()
                return _run(session, chosen, pipe)

            print(json.dumps(supervised(work, order["seconds"])), file=self.answers, flush=True)
        return True


def _run(session: Any, items: list[Any], pipe: int) -> int:
    first = First(pipe)
    session.config.pluginmanager.register(first)
    for item, then in zip(items, [*items[1:], None], strict=False):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=then)
        if first.failed:
            return 1
    return 0


def main(tests: list[str]) -> int:
    """Answers until nothing comes in."""
    orders, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    libraries()
    quiet()
    return int(pytest.main([*OPTIONS, *LET_GO, *tests], plugins=[Waiting(orders, answers)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
