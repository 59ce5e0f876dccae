"""One run of `build` at the terminal: what is stale is made and written one by one; then it is told."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bulletin import standing
from bulletin.build import Builder, Made
from bulletin.interrupts import unbroken
from bulletin.lock import locked
from bulletin.manifest import Manifest
from bulletin.messages import say
from bulletin.pages.typeset import WELL_FILLED
from bulletin.problems import CannotWrite, show_all
from bulletin.project import write
from bulletin.publish import MANIFEST, Published, Untouched, is_current, nobody_asked, notice, publish, start
from bulletin.run import Failed, run
from bulletin.standing import SECONDS
from bulletin.terminal import tell
from bulletin.variant import ARCHIVE, ASKED, FILES, OFFICE, SCREENS, Variant
from bulletin.workshop import Workshop

PAGE_LINES = 48  # of Chinese body text, 15.6 pt, on a page
FAULTS = ".faults"
DEBUG = "BULLETIN_DEBUG"
UNMADE, UNWRITTEN = 1, 4  # exit codes


@dataclass
class _Outcome:
    """What is told at the end; the files themselves are gone from memory by then."""

    done: dict[str, list[Published]] = field(default_factory=dict)
    fits: dict[str, list[str]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    pdfs: int = 0
    code: int = 0

    def leave(self, name: str, reason: str, code: int) -> None:
        """A publication that stays as it was."""
        self.left[name] = reason
        self.code = max(self.code, code)


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
    left: Mapping[str, str] | None = None,
    before: str = "",
) -> int:
    """Builds all that was asked for but what is `left`, with its reasons. Gives the exit code: 0, 1 or 4.

    `before`: the digest of what goes in, taken before anything was read (`standing.inputs`). Results go to stdout,
    progress and what was left as it was to stderr. Raises CannotWrite before anything is made.
    """
    started, folder, left = time.monotonic(), workshop.project.reports, left or {}
    outcome = _Outcome(left={variant.stem(name): why for name, why in left.items()}, code=UNMADE if left else 0)
    wanted = _wanted(workshop, variant, formats, left)
    with unbroken(), locked(folder):
        manifest, outcome.notices = start(folder, _written(workshop, variant))
        builder = Builder(workshop, variant, profile, comments=comments)

        stale = [*wanted] if force else _stale(builder, manifest, wanted, replace)

        def put(made: Made) -> None:
            files = publish(folder, manifest, made.name, made.inputs, made.files, untouched=untouched, replace=replace)
            _keep(outcome, made, files)
            _forget_fault(folder, made.name)

        _make(builder, stale, formats, jobs, quiet, outcome, put)
        _shelve(workshop, manifest, outcome)
        outcome.notices += (gone := _gone(workshop, manifest))
        if not (outcome.code or force or replace) and all(map(builder.inputs, wanted)):
            _stands(workshop, manifest, before, [] if quiet else [*_told(_Outcome(notices=gone), len(wanted), SECONDS)])
    _tell_left(outcome.left)
    if not quiet:
        _lines(_told(outcome, len(wanted) - len(stale), f"{time.monotonic() - started:.1f}"))
    return outcome.code


def _shelve(workshop: Workshop, manifest: Manifest, outcome: _Outcome) -> None:
    """The list of all publications."""
    from bulletin.shelf import INDEX, shelve

    try:
        if made := shelve(workshop, manifest):
            outcome.done[INDEX] = made
    except CannotWrite as error:
        outcome.leave(INDEX, str(error), UNWRITTEN)


def _stale(builder: Builder, manifest: Manifest, wanted: Mapping[str, list[str]], replace: bool) -> list[str]:
    folder, variant = builder.workshop.project.reports, builder.variant
    return [
        name
        for name, files in wanted.items()
        if not is_current(folder, manifest, variant.stem(name), builder.inputs(name), files, replace)
    ]


def _stands(workshop: Workshop, manifest: Manifest, before: str, said: list[str]) -> None:
    """The same command need not look at all of this once more, as long as nothing changes."""
    project = workshop.project
    read = {str(path): digest for path, digest in project.reads.digests.items()}
    out = [MANIFEST, *sorted(manifest.files())]
    standing.keep(str(project.root), str(project.reports), before, read, out, "".join(f"{line}\n" for line in said))


def files_of(variant: Variant, name: str, formats: tuple[str, ...]) -> list[str]:
    """What a build writes: the publication itself in every format; other editions are PDFs."""
    return [(FILES | SCREENS)[kind].format(name) for kind in formats] if variant.is_whole else variant.files(name)


def _wanted(
    workshop: Workshop, variant: Variant, formats: tuple[str, ...], left: Mapping[str, str]
) -> dict[str, list[str]]:
    """The files of each publication that is to be made."""
    names = [name for name in workshop.names if name not in left]
    return {name: [*files_of(variant, name, formats), *_archive(workshop, variant, name, formats)] for name in names}


def _archive(workshop: Workshop, variant: Variant, name: str, formats: tuple[str, ...]) -> list[str]:
    """The page of issues goes with the evidence of one that goes on from another."""
    goes_on = name in workshop.library.contents and workshop.library.contents[name][1].since
    return [ARCHIVE.format(name)] if goes_on and variant.is_whole and "evidence" in formats else []


def _written(workshop: Workshop, variant: Variant) -> set[str]:
    formats = ASKED
    return {file for name in workshop.all_names for file in files_of(variant, name, formats)}


# ---------------------------------------------------------------------------------------------- making


def _make(
    builder: Builder,
    stale: list[str],
    formats: tuple[str, ...],
    jobs: int | None,
    quiet: bool,
    outcome: _Outcome,
    put: Callable[[Made], None],
) -> None:
    """Each publication is put where it belongs as soon as it is made."""
    console = Console(stderr=True, quiet=quiet)
    with (
        _progress(console, quiet or not stale) as progress,
        closing(run(builder, stale, formats, jobs)) as results,  # type: ignore[type-var]
    ):
        task = progress.add_task("bulletins", total=len(stale))
        for one in results:
            progress.advance(task)
            if isinstance(one, Failed):
                outcome.leave(one.name, _explained(builder.workshop, one), UNMADE)
                continue
            try:
                put(one)
            except CannotWrite as error:
                outcome.leave(one.name, str(error), UNWRITTEN)
                continue
            if not console.is_terminal and not quiet:
                tell(say("build.made", name=one.name), file=sys.stderr, flush=True)


def _explained(workshop: Workshop, failed: Failed) -> str:
    """Shows the problems of the content, keeps the trace of a mistake of ours; gives the reason in one line."""
    for text in show_all(failed.problems, workshop.library.sources):
        tell(text, file=sys.stderr)
    if not failed.trace:
        return failed.reason
    if os.environ.get(DEBUG):
        tell(failed.trace, file=sys.stderr)
    path = workshop.project.reports / FAULTS / f"{failed.name}.txt"
    try:
        write(path, failed.trace.encode(errors="backslashreplace"))
    except CannotWrite:
        return failed.reason
    return say("build.kept", reason=failed.reason, path=_shown(path))


def _forget_fault(folder: Path, name: str) -> None:
    with suppress(OSError):
        (folder / FAULTS / f"{name}.txt").unlink()
        (folder / FAULTS).rmdir()


def _progress(console: Console, hidden: bool) -> Progress:
    """A bar on a terminal; elsewhere plain lines are printed instead."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=hidden or not console.is_terminal)


# ---------------------------------------------------------------------------------------------- telling


def _keep(outcome: _Outcome, made: Made, files: list[Published]) -> None:
    outcome.done[made.name] = files
    outcome.fits[made.name] = fit_lines(made)
    outcome.notices += made.notes
    outcome.pdfs += sum(file.endswith(".pdf") for file in made.files)


def _gone(workshop: Workshop, manifest: Manifest) -> list[str]:
    """Where all was asked for: reports whose content file is gone are named; they are somebody's to delete."""
    notices = list[str]()
    if workshop.names != workshop.all_names:
        return notices
    for name, entry in sorted(manifest.entries.items()):
        if [*entry.files] == ["index.html"]:
            continue
        content = name.removeprefix("review-").partition(".")[0]
        files = sorted(file for file in entry.files if (workshop.project.reports / file).is_file())
        if content not in workshop.all_names and files:
            notices.append(say("build.gone", files=", ".join(files), content=f"content/{content}.yaml"))
    return notices


def _tell_left(left: Mapping[str, str]) -> None:
    for name, reason in sorted(left.items()):
        tell(f"generate.py: {say('build.left', name=name, reason=reason)}", file=sys.stderr)


def _told(outcome: _Outcome, current: int, seconds: str) -> Iterator[str]:
    done = [one for name in sorted(outcome.done) for one in outcome.done[name]]
    written = [one for one in done if one.written]
    for one in done:
        yield _shown(one.path) if one.written else say("build.unchanged", file=_shown(one.path))
    yield from (line for name in sorted(outcome.fits) for line in outcome.fits[name])
    yield from (notice(one, _shown) for one in done if one.kept)
    yield from (say("publish.notice", text=note) for note in sorted(set(outcome.notices)))
    if outcome.pdfs:
        yield say("build.preflight", n=outcome.pdfs)
    same = say("build.same", n=len(done) - len(written)) if len(written) < len(done) else ""
    left = say("build.count_left", n=len(outcome.left)) if outcome.left else ""
    yield say("build.counts", n=len(written), same=same, left=left, current=current, seconds=seconds)


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        tell(line)


def fit_lines(made: Made) -> list[str]:
    """How full each page is, and which are over or under: copyfitting before anybody looks."""
    if not made.fit:
        return []
    filled = " ".join(f"{100 * page.used:.0f}" for page in made.fit)
    lines = [say("build.filled", name=made.name, pages=made.pages, filled=filled)]
    for page in made.fit:
        if page.sheets > 1:
            by = f"{(page.used - 1) * PAGE_LINES:.0f}"
            lines.append(say("build.over", name=made.name, page=page.number, lines=by))
        elif page.used < WELL_FILLED:
            by = f"{(WELL_FILLED - page.used) * PAGE_LINES:.0f}"
            lines.append(say("build.short", name=made.name, page=page.number, lines=by))
    return lines


def _shown(path: Path) -> str:
    with suppress(OSError):  # the folder that we are in may be gone
        here = Path.cwd()
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
    return str(path)
