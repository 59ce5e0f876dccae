"""Publications one by one, from what travels: bytes go out, bytes come back; no folder of the project is needed.

A Commission is what all of them share, a Parcel what one of them rests on. Whoever makes one knows nothing else of the
project, so that thousands take no more memory than ten, and another machine makes what this one would.
"""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bulletin.alone import Alone
from bulletin.build import Builder
from bulletin.content.translations import NAME as LOCK
from bulletin.grounds import files_read
from bulletin.made import Made
from bulletin.memory import settle
from bulletin.messages import Language, say, speak, spoken
from bulletin.press.profile import Profile
from bulletin.problems import ContentError, MissingTool, Problem
from bulletin.project import SUMMARY, Project
from bulletin.run import Failed, make
from bulletin.variant import FORMATS, Variant
from bulletin.workshop import Workshop

HOUSE = ("glossary.yaml", "publication.yaml", LOCK)
FOLDERS = ("content", "seeds", "photos", "templates")


@dataclass(frozen=True)
class Commission:
    """What is asked for, and the files that all publications share, by their paths from the project's folder."""

    files: Mapping[str, bytes]
    variant: Variant
    formats: tuple[str, ...] = FORMATS
    comments: bool = True
    profile: Profile | None = None
    language: Language = "en"

    @cached_property
    def packed(self) -> bytes:
        """Itself, as it travels."""
        return pickle.dumps(self)

    @property
    def digest(self) -> str:
        return sha256(self.packed).hexdigest()


@dataclass(frozen=True)
class Parcel:
    """One publication: its name, and the files that it alone rests on."""

    name: str
    files: Mapping[str, bytes]


def commissioned(builder: Builder, formats: tuple[str, ...]) -> Commission:
    """Raises ContentError for a file that cannot be read, MissingTool for a profile of the press."""
    project = builder.workshop.project
    paths = [path for path in sorted(project.templates.rglob("*")) if path.is_file()]
    paths += [path for name in HOUSE if (path := project.content / name).is_file()]
    if (publication := builder.workshop.library.publication) and publication.logo:
        paths.append(project.root / publication.logo.file)
    profile = builder.profile if builder.variant.output == "press" else None
    files = {project.shown(path): project.read_bytes(path) for path in paths}
    return Commission(files, builder.variant, formats, builder.comments, profile, spoken())


def parcel(workshop: Workshop, name: str, shared: Mapping[str, bytes]) -> Parcel:
    """What the publication rests on beside the files that are `shared`. Raises ContentError."""
    project = workshop.project
    paths = dict.fromkeys([*files_read(workshop, name), *_earlier(workshop)])
    found = {project.shown(path): path for path in paths}
    return Parcel(name, {file: project.read_bytes(path) for file, path in found.items() if file not in shared})


def lent(builder: Builder, first: Builder) -> Builder:
    """The builder, with the fonts, templates and drawer of the first one of this process, as far as those are open."""
    shared = ("faces", "typesetter", "draw", "pages", "evidence_pages", "archive", "profile")
    vars(builder).update({name: value for name, value in vars(first).items() if name in shared})
    builder.ingredients.share(first.ingredients)
    return builder


def errors(workshop: Workshop) -> list[Problem]:
    """What of its files could not be read."""
    return [problem for problem in workshop.library.problems if problem.level == "error"]


def _earlier(workshop: Workshop) -> Iterator[Path]:
    """The files of all issues that this one goes on from: a page lists them."""
    project = workshop.project
    for name, (_, content) in workshop.library.contents.items():
        yield project.content / f"{name}.yaml"
        yield from (project.seeds / file for file in content.files)


class Outworker:
    """Makes publications of one commission, one after another, in a folder that it may write into.

    A copy in another process, forked or pickled, has a place of its own there. The owner of the folder removes it.
    """

    def __init__(self, commission: Commission, folder: Path):
        self.commission, self.folder = commission, folder
        self._process = 0

    def __reduce__(self) -> tuple[object, ...]:
        return Outworker, (self.commission, self.folder)

    def warm(self) -> None:
        """Opens and reads, once, what every publication needs. Raises MissingTool, ContentError."""
        first = self._first
        assert first.faces  # MissingTool comes before any work
        first.open()
        assert first.draw
        assert first.pages
        assert first.evidence_pages
        assert first.archive
        settle()

    def __call__(self, task: Parcel) -> Made | Failed | MissingTool:
        """The publication, or why there is none."""
        speak(self.commission.language)
        root = self._settled()
        try:
            self._lay(root, task.files)
            workshop = self._workshop(root, task.name)
            if problems := errors(workshop):
                raise ContentError(problems)
            return make(lent(self._builder(workshop), self._first), task.name, self.commission.formats)
        except MissingTool as error:
            return error
        except ContentError as error:
            return Failed(self.commission.variant.stem(task.name), say("build.content"), tuple(error.problems))
        finally:
            for file in task.files:
                (root / file).unlink(missing_ok=True)

    def _workshop(self, root: Path, name: str) -> Workshop:
        """The project as far as the publication knows it."""
        project, house = Project.at(root), self._first.workshop
        house.all_names = [*project.names(), *[SUMMARY] * project.summary.is_file()]
        return Alone(project, name, house)

    @cached_property
    def _first(self) -> Builder:
        """The builder whose fonts and templates all others use; of no publication."""
        return self._builder(Workshop(Project.at(self._settled()), only=[], theme=self.commission.variant.theme))

    def _builder(self, workshop: Workshop) -> Builder:
        builder = Builder(workshop, self.commission.variant, comments=self.commission.comments)
        if self.commission.profile:
            builder.profile = self.commission.profile
        return builder

    def _settled(self) -> Path:
        """The place of this process, where the shared files lie."""
        root = self.folder / str(os.getpid())
        if self._process != os.getpid():
            shutil.rmtree(root, ignore_errors=True)
            self._lay(root, self.commission.files)
            self._process = os.getpid()
        return root

    @staticmethod
    def _lay(root: Path, files: Mapping[str, bytes]) -> None:
        for file, data in files.items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
