"""A build that looks at one publication at a time, for projects of any size and for workers on other machines.

What would keep a publication from being made is said when it is made, not beforehand: nothing is read twice, and nobody
holds more of the project than one publication rests on.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bulletin.alone import Alone
from bulletin.build import Builder
from bulletin.interrupts import unbroken
from bulletin.lock import locked
from bulletin.made import Made
from bulletin.manifest import Manifest
from bulletin.memory import forget, settle
from bulletin.messages import say
from bulletin.outcome import Outcome, keep, show_lines, tell_left, told
from bulletin.outwork import Commission, Outworker, Parcel, commissioned, errors, lent, parcel
from bulletin.problems import CannotWrite, ContentError, MissingTool
from bulletin.project import Project
from bulletin.publish import Untouched, Whole, is_current, nobody_asked, publish_together, start
from bulletin.run import Failed
from bulletin.screen import Publication
from bulletin.session import UNWRITTEN, archive, files_of, forget_fault, gather, gone, shelved, stands, written
from bulletin.shelf import describe
from bulletin.standing import SECONDS
from bulletin.variant import FORMATS, OFFICE, Variant
from bulletin.workers import Ahead, Crew, Died, Workers
from bulletin.workshop import Workshop

SHARE, TOGETHER = 64, 32
"""One publication in so many of the ledger's is written with others, and so many at once at most: 1 MB each."""

Result = Made | Failed | MissingTool
Hire = Callable[[Commission, Path], Workers[Parcel, Result]]
"""Who does it: workers for a commission, which may write into a folder of this machine."""


def hired(scheduler: str | None, jobs: int | None) -> Hire:
    """Processes of this machine, or the workers of a scheduler. Raises UsageError for what is no address of one."""
    if scheduler is not None:
        from bulletin.cluster.client import Cluster, address_of

        address = address_of(scheduler)
        return lambda commission, _: Cluster(address, commission)

    def local(commission: Commission, folder: Path) -> Workers[Parcel, Result]:
        outworker = Outworker(commission, folder)
        outworker.warm()
        return Crew(outworker, jobs or os.cpu_count() or 1)

    return local


@dataclass
class Many:
    """A build of many publications. `house`: the project, of which no content file was read; the rest are options."""

    house: Workshop
    hire: Hire
    variant: Variant = OFFICE
    formats: tuple[str, ...] = FORMATS
    profile: Path | None = None
    comments: bool = True
    force: bool = False
    quiet: bool = False
    replace: bool = False
    before: str = ""
    untouched: Untouched = nobody_asked
    _outcome: Outcome = field(init=False, default_factory=Outcome)
    _unread: list[Failed] = field(init=False, default_factory=list)
    _made: list[Made] = field(init=False, default_factory=list)
    _current: int = field(init=False, default=0)
    _described: dict[str, Publication] = field(init=False, default_factory=dict)
    _manifest: Manifest = field(init=False)
    _first: Builder = field(init=False)

    def build(self) -> int:
        """Builds all that was asked for and gives the exit code: 0, 1 or 4.

        Raises CannotWrite, MissingTool, and ContentError where what all share cannot be read.
        """
        started, outcome, house = time.monotonic(), self._outcome, self.house
        project, names = house.project, house.names
        strangers = {one.place.file for one in errors(house) if one in [*project.strangers()]}
        if wrong := [one for one in errors(house) if one.place.file not in strangers]:
            raise ContentError(wrong)
        self._unread += [Failed(one.place.file, say("build.content"), (one,)) for one in errors(house)]
        with unbroken(), locked(project.reports), tempfile.TemporaryDirectory(prefix="bulletin-") as scratch:
            self._manifest, outcome.notices = start(project.reports, written(house, self.variant))
            self._first = self._builder(house)
            with closing(self._results(Path(scratch))) as results:  # type: ignore[type-var]
                try:
                    gather(results, project, _Sources(project), len(names), self.quiet, outcome, self._put)
                finally:  # what is made is kept, however this ends
                    self._write()
            shelved(house, self._manifest, outcome, self._describe)
            outcome.notices += (lost := gone(house, self._manifest))
            if not (outcome.code or self.force or self.replace):
                said = [] if self.quiet else [*told(Outcome(notices=lost), len(names), SECONDS)]
                stands(house, self._manifest, self.before, said)
        tell_left(outcome.left)
        if not self.quiet:
            show_lines(told(outcome, self._current, f"{time.monotonic() - started:.1f}"))
        return outcome.code

    def _results(self, scratch: Path) -> Iterator[Made | Failed]:
        """Each publication as it is made; and each that cannot even be read."""
        commission = commissioned(self._first, self.formats)
        settle()
        tasks = Ahead(self._parcels(commission.files))
        if tasks.more():  # where all is up to date nobody is hired
            workers = self.hire(commission, scratch)
            for task, one in workers.run(tasks):
                yield from self._cannot_be_read()
                if isinstance(one, MissingTool):
                    raise one
                if isinstance(one, Died):
                    one = Failed(self.variant.stem(task.name), say("build.died", cause=one.cause))
                yield one
        yield from self._cannot_be_read()

    def _cannot_be_read(self) -> Iterator[Failed]:
        while self._unread:
            yield self._unread.pop()

    def _parcels(self, shared: Mapping[str, bytes]) -> Iterator[Parcel]:
        """What is not up to date, one at a time."""
        root, reports = self.house.project.root, self.house.project.reports
        for name in self.house.names:
            builder = lent(self._builder(Alone(Project.at(root, reports), name, self.house)), self._first)
            try:
                if problems := errors(builder.workshop):
                    raise ContentError(problems)
                self._described[name] = describe(builder.workshop, name)
                if self.force or not self._is_current(builder, name):
                    yield parcel(builder.workshop, name, shared)
                else:
                    self._current += 1
            except ContentError as error:
                self._unread.append(Failed(self.variant.stem(name), say("build.content"), error.problems))
            forget()

    def _describe(self, name: str) -> Publication:
        """For the list of all: of one that was not asked for, its content file is read now."""
        found = self._described.get(name)
        return found or describe(Alone(Project.at(self.house.project.root), name, self.house), name)

    def _builder(self, workshop: Workshop) -> Builder:
        return Builder(workshop, self.variant, self.profile, comments=self.comments)

    def _is_current(self, builder: Builder, name: str) -> bool:
        folder, variant = builder.workshop.project.reports, self.variant
        files = [*files_of(variant, name, self.formats), *archive(builder.workshop, variant, name, self.formats)]
        return is_current(folder, self._manifest, variant.stem(name), builder.inputs(name), files, self.replace)

    def _put(self, made: Made) -> None:
        """The ledger is written with every publication; where it is long, with several at once."""
        self._made.append(made)
        if len(self._made) > min(len(self._manifest.entries) // SHARE, TOGETHER):
            self._write()

    def _write(self) -> None:
        folder, made, self._made = self.house.project.reports, self._made, []
        if not made:
            return
        whole = [Whole(one.name, one.inputs, one.files) for one in made]
        try:
            done = publish_together(folder, self._manifest, whole, untouched=self.untouched, replace=self.replace)
        except CannotWrite as error:
            for one in made:
                self._outcome.leave(one.name, str(error), UNWRITTEN)
            return
        for one, files in zip(made, done, strict=True):
            keep(self._outcome, one, files)
            forget_fault(folder, one.name)


class _Sources(Mapping[str, str]):
    """The texts of files by name, read when they are shown."""

    def __init__(self, project: Project):
        self.project = project

    def __getitem__(self, file: str) -> str:
        try:
            return self.project.read(self.project.root / file)
        except ContentError as error:
            raise KeyError(file) from error

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
