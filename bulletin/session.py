"""One run of `build` at the terminal: what is stale is made, then everything is written, then it is told."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bulletin.build import Made, Press
from bulletin.problems import counted
from bulletin.project import locked
from bulletin.publish import Published, Untouched, is_current, nobody_asked, notice, publish, read_manifest
from bulletin.run import run
from bulletin.terminal import tell
from bulletin.workshop import Workshop
from bulletin.writers.typeset import WELL_FILLED
from bulletin.writers.variant import FILES, OFFICE, Variant

PAGE_LINES = 48  # of Chinese body text, 15.6 pt, on a page


def build_all(
    workshop: Workshop,
    formats: tuple[str, ...],
    *,
    jobs: int | None,
    force: bool,
    quiet: bool,
    replace: bool = False,
    untouched: Untouched = nobody_asked,
    variant: Variant = OFFICE,
    profile: Path | None = None,
    comments: bool = True,
) -> None:
    """Results go to stdout, progress to stderr. Nothing is written until everything has been made."""
    started, folder = time.monotonic(), workshop.project.reports
    with locked(folder):
        press = Press(workshop, variant, profile, comments=comments)
        manifest = read_manifest(folder)
        wanted = {name: files_of(variant, name, formats) for name in workshop.names}
        stale = [
            name
            for name, files in wanted.items()
            if force or not is_current(folder, manifest, variant.stem(name), press.inputs(name), files, replace)
        ]
        made = _make(press, stale, formats, jobs, quiet)
        done: list[Published] = []
        for name in sorted(made):
            one = made[name]
            done += publish(folder, manifest, name, one.inputs, one.files, untouched=untouched, replace=replace)
    if not quiet:
        _tell(done, made, len(wanted) - len(stale), time.monotonic() - started)


def files_of(variant: Variant, name: str, formats: tuple[str, ...]) -> list[str]:
    """What a build writes: the publication itself in every format; other editions are PDFs."""
    return [FILES[kind].format(name) for kind in formats] if variant.is_whole else variant.files(name)


def _make(press: Press, stale: list[str], formats: tuple[str, ...], jobs: int | None, quiet: bool) -> dict[str, Made]:
    made: dict[str, Made] = {}
    console = Console(stderr=True, quiet=quiet)
    with _progress(console, quiet or not stale) as progress:
        task = progress.add_task("bulletins", total=len(stale))
        for one in run(press, stale, formats, jobs):
            made[one.name] = one
            progress.advance(task)
            if not console.is_terminal and not quiet:
                tell(f"made {one.name}", file=sys.stderr, flush=True)
    return made


def _progress(console: Console, hidden: bool) -> Progress:
    """A bar on a terminal; elsewhere plain lines are printed instead."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=hidden or not console.is_terminal)


def _tell(done: list[Published], made: dict[str, Made], current: int, seconds: float) -> None:
    written = [one for one in done if one.written]
    for one in done:
        tell(_shown(one.path) if one.written else f"{_shown(one.path)}  (unchanged)")
    for name in sorted(made):
        for line in fit_lines(made[name]):
            tell(line)
    for one in done:
        if one.kept:
            tell(notice(one, _shown))
    for note in sorted({note for one in made.values() for note in one.notes}):
        tell(f"notice: {note}")
    checked = [file for one in made.values() for file in one.files if file.endswith(".pdf")]
    if checked:
        tell(f"preflight: {counted(len(checked), 'PDF')}, no errors; `check --output` shows what was asked")
    same = f"{len(done) - len(written)} unchanged, " if len(written) < len(done) else ""
    counts = f"{counted(len(written), 'file')} written, {same}{counted(current, 'publication')} up to date"
    tell(f"{counts}, {seconds:.1f} s")


def fit_lines(made: Made) -> list[str]:
    """How full each page is, and which are over or under: copyfitting before anybody looks."""
    if not made.fit:
        return []
    lines = [f"{made.name}: {made.pages} pages, filled to {' '.join(f'{100 * page.used:.0f}' for page in made.fit)} %"]
    for page in made.fit:
        if page.sheets > 1:
            by = (page.used - 1) * PAGE_LINES
            lines.append(f"{made.name}: notice: page {page.number} runs over by about {by:.0f} Chinese lines")
        elif page.used < WELL_FILLED:
            by = (WELL_FILLED - page.used) * PAGE_LINES
            lines.append(f"{made.name}: notice: page {page.number} is short of about {by:.0f} Chinese lines")
    return lines + [f"{made.name}: notice: {line}" for line in made.overflow]


def _shown(path: Path) -> str:
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
