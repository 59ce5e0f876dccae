"""One run of `build` at the terminal: what is stale is made, then everything is written, then it is told."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bulletin.build import Made
from bulletin.project import locked
from bulletin.publish import Published, is_current, publish, read_manifest
from bulletin.run import open_press, run
from bulletin.workshop import Workshop


def build_all(workshop: Workshop, formats: tuple[str, ...], *, jobs: int | None, force: bool, quiet: bool) -> None:
    """Results go to stdout, progress to stderr. Nothing is written until everything has been made."""
    started, folder = time.monotonic(), workshop.project.reports
    with locked(folder):
        press = open_press(workshop)
        manifest = read_manifest(folder)
        wanted = {name: [f"{name}.{kind}" for kind in formats] for name in workshop.names}
        stale = [
            name
            for name, files in wanted.items()
            if force or not is_current(folder, manifest, name, press.inputs(name), files)
        ]
        made = _make(press, stale, formats, jobs, quiet)
        done: list[Published] = []
        for name in sorted(made):
            done += publish(folder, manifest, name, made[name].inputs, made[name].files)
    if not quiet:
        _tell(done, made, len(wanted) - len(stale), time.monotonic() - started)


def _make(press: object, stale: list[str], formats: tuple[str, ...], jobs: int | None, quiet: bool) -> dict[str, Made]:
    from bulletin.build import Press

    assert isinstance(press, Press)
    made: dict[str, Made] = {}
    console = Console(stderr=True, quiet=quiet)
    with _progress(console, quiet or not stale) as progress:
        task = progress.add_task("bulletins", total=len(stale))
        for one in run(press, stale, formats, jobs):
            made[one.name] = one
            progress.advance(task)
            if not console.is_terminal and not quiet:
                print(f"made {one.name}", file=sys.stderr, flush=True)
    return made


def _progress(console: Console, hidden: bool) -> Progress:
    """A bar on a terminal; elsewhere plain lines are printed instead."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=hidden or not console.is_terminal)


def _tell(done: list[Published], made: dict[str, Made], current: int, seconds: float) -> None:
    for one in done:
        print(_shown(one.path))
    for name in sorted(made):
        fill = " ".join(f"{100 * used:.0f}" for used in made[name].fill)
        if fill:
            print(f"{name}: {made[name].pages} pages, filled to {fill} %")
        if made[name].pages and made[name].pages != made[name].wanted:
            print(f"{name}: notice: {made[name].pages} pages instead of {made[name].wanted}: shorten a text or move a block")
    for one in done:
        if one.kept:
            print(f"notice: {_shown(one.kept)} has been edited and was kept; the new draft is {_shown(one.path)}")
    print(f"{len(done)} files written, {current} publications up to date, {seconds:.1f} s")


def _shown(path: Path) -> str:
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
