"""One run of `build` at the terminal: what is stale is made and written one by one; then it is told."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bulletin import standing
from bulletin.build import Builder
from bulletin.grounds import Grounds, made_before
from bulletin.interrupts import unbroken
from bulletin.lock import locked
from bulletin.made import Made
from bulletin.manifest import Manifest
from bulletin.messages import say
from bulletin.outcome import Outcome, keep, show_lines, shown, tell_left, told
from bulletin.problems import CannotWrite, show_all
from bulletin.project import Project, write
from bulletin.publish import MANIFEST, Untouched, is_current, nobody_asked, publish, start
from bulletin.reasons import Reasons
from bulletin.run import Failed, run
from bulletin.standing import SECONDS
from bulletin.store import Store
from bulletin.terminal import tell
from bulletin.variant import ARCHIVE, ASKED, FILES, OFFICE, SCREENS, Variant
from bulletin.workshop import Workshop

if TYPE_CHECKING:
    from bulletin.shelf import Described

FAULTS = ".faults"
DEBUG = "BULLETIN_DEBUG"
UNMADE, UNWRITTEN = 1, 4  # exit codes


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
    explain: bool = False,
) -> int:
    """Builds all that was asked for but what is `left`, with its reasons. Gives the exit code: 0, 1 or 4.

    `before`: the digest of what goes in, before anything was read (`standing.inputs`). `force`: nothing is taken that
    was made before. Results go to stdout, the rest to stderr. Raises CannotWrite before anything is made.
    """
    started, folder, left = time.monotonic(), workshop.project.reports, left or {}
    outcome = Outcome(left={variant.stem(name): why for name, why in left.items()}, code=UNMADE if left else 0)
    wanted = _wanted(workshop, variant, formats, left)
    with unbroken(), locked(folder):
        manifest, outcome.notices = start(folder, written(workshop, variant))
        builder = Builder(workshop, variant, profile, comments=comments, store=_store(workshop, force))
        reasons = _reasons(builder, manifest, wanted, force, replace, told=explain)
        stale = [*wanted] if force else _stale(builder, manifest, wanted, replace)

        def put(made: Made) -> None:
            files = publish(folder, manifest, made.name, made.inputs, made.files, untouched=untouched, replace=replace)
            keep(outcome, made, files)
            reasons.made(made.name, builder.ingredients.parts(made.content), made.kept, files)
            forget_fault(folder, made.name)

        with closing(run(builder, stale, formats, jobs)) as results:  # type: ignore[type-var]
            gather(results, workshop.project, workshop.library.sources, len(stale), quiet, outcome, put)
        lost = _ended(workshop, manifest, outcome)
        if not (outcome.code or force or replace) and all(builder.ingredients.fingerprints(wanted).values()):
            stands(workshop, manifest, before, _standing(wanted, variant, lost, explain=explain, quiet=quiet))
    tell_left(outcome.left)
    if not quiet:
        show_lines([*reasons.lines(), *told(outcome, len(wanted) - len(stale), f"{time.monotonic() - started:.1f}")])
    return outcome.code


def _reasons(
    builder: Builder, manifest: Manifest, wanted: Mapping[str, list[str]], force: bool, replace: bool, *, told: bool
) -> Reasons:
    """Why each publication is made, found out before any is, where it is to be `told`."""
    workshop, made = builder.workshop, Reasons(builder.workshop.project.reports, force, replace)
    made.publications = len(workshop.all_names)
    for name, files in wanted.items() if told else ():
        made.look(manifest, builder.variant.stem(name), builder.ingredients.parts(name), files)
    return made


def _store(workshop: Workshop, force: bool) -> Store | None:
    """What was made before, of which nothing is taken by `force`."""
    return None if force else made_before(Grounds(workshop).program)


def _ended(workshop: Workshop, manifest: Manifest, outcome: Outcome) -> list[str]:
    """Writes the list of all publications. Gives what is to be said of files whose content file is gone."""
    shelved(workshop, manifest, outcome)
    lost = gone(workshop, manifest)
    outcome.notices += lost
    return lost


def shelved(workshop: Workshop, manifest: Manifest, outcome: Outcome, described: Described | None = None) -> None:
    """The list of all publications, where one has changed."""
    from bulletin.shelf import INDEX, shelve

    try:
        if made := shelve(workshop, manifest, described):
            outcome.done[INDEX] = made
    except CannotWrite as error:
        outcome.leave(INDEX, str(error), UNWRITTEN)


def _stale(builder: Builder, manifest: Manifest, wanted: Mapping[str, list[str]], replace: bool) -> list[str]:
    folder, variant = builder.workshop.project.reports, builder.variant
    inputs = builder.ingredients.fingerprints(wanted)
    return [
        name
        for name, files in wanted.items()
        if not is_current(folder, manifest, variant.stem(name), inputs[name], files, replace)
    ]


def _standing(
    wanted: Mapping[str, list[str]], variant: Variant, gone: list[str], *, explain: bool, quiet: bool
) -> list[str]:
    """What the same command says as long as nothing changes."""
    if quiet:
        return []
    names = sorted(wanted, key=variant.stem) if explain else ()
    files = [say("why.stands", file=file) for name in names for file in wanted[name]]
    return [*files, *told(Outcome(notices=gone), len(wanted), SECONDS)]


def stands(workshop: Workshop, manifest: Manifest, before: str, said: list[str]) -> None:
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
    return {name: [*files_of(variant, name, formats), *archive(workshop, variant, name, formats)] for name in names}


def archive(workshop: Workshop, variant: Variant, name: str, formats: tuple[str, ...]) -> list[str]:
    """The page of issues goes with the evidence of one that goes on from another."""
    goes_on = name in workshop.library.contents and workshop.library.contents[name][1].since
    return [ARCHIVE.format(name)] if goes_on and variant.is_whole and "evidence" in formats else []


def written(workshop: Workshop, variant: Variant) -> set[str]:
    formats = ASKED
    return {file for name in workshop.all_names for file in files_of(variant, name, formats)}


# ---------------------------------------------------------------------------------------------- making


def gather(
    results: Iterable[Made | Failed],
    project: Project,
    sources: Mapping[str, str],
    total: int,
    quiet: bool,
    outcome: Outcome,
    put: Callable[[Made], None],
) -> None:
    """Each publication is put where it belongs as soon as it is made."""
    console = Console(stderr=True, quiet=quiet)
    with _progress(console, quiet or not total) as progress:
        task = progress.add_task("bulletins", total=total)
        for one in results:
            progress.advance(task)
            if isinstance(one, Failed):
                outcome.leave(one.name, _explained(project, sources, one), UNMADE)
                continue
            try:
                put(one)
            except CannotWrite as error:
                outcome.leave(one.name, str(error), UNWRITTEN)
                continue
            if not console.is_terminal and not quiet:
                tell(say("build.made", name=one.name), file=sys.stderr, flush=True)


def _explained(project: Project, sources: Mapping[str, str], failed: Failed) -> str:
    """Shows the problems of the content, keeps the trace of a mistake of ours; gives the reason in one line."""
    for text in show_all(failed.problems, sources):
        tell(text, file=sys.stderr)
    if not failed.trace:
        return failed.reason
    if os.environ.get(DEBUG):
        tell(failed.trace, file=sys.stderr)
    path = project.reports / FAULTS / f"{failed.name}.txt"
    try:
        write(path, failed.trace.encode(errors="backslashreplace"))
    except CannotWrite:
        return failed.reason
    return say("build.kept", reason=failed.reason, path=shown(path))


def forget_fault(folder: Path, name: str) -> None:
    with suppress(OSError):
        (folder / FAULTS / f"{name}.txt").unlink()
        (folder / FAULTS).rmdir()


def _progress(console: Console, hidden: bool) -> Progress:
    """A bar on a terminal; elsewhere plain lines are printed instead."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=hidden or not console.is_terminal)


def gone(workshop: Workshop, manifest: Manifest) -> list[str]:
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
