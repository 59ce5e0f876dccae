"""What a verdict rests on, as digests: the program, the templates, the parts of the content that are read for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bulletin.content.subdistrict import unread_by
from bulletin.faces import find_faces, text_engine
from bulletin.problems import ContentError, MissingTool, Place
from bulletin.project import SUMMARY
from bulletin.remembered import key_of
from bulletin.store import Store
from bulletin.workshop import Workshop

HOUSE = "templates"


def rests_on(workshop: Workshop, name: str) -> Iterator[str]:
    """The files of the content that a publication is made of."""
    yield from ("content/glossary.yaml", "content/publication.yaml", f"content/{name}.yaml")
    if name == SUMMARY and workshop.library.summary:
        yield from (f"content/{each}.yaml" for each in workshop.library.summary[1].order)
    elif name in workshop.library.contents and (since := workshop.library.contents[name][1].since):
        yield f"content/{since}.yaml"


def files_read(workshop: Workshop, name: str) -> list[Path]:
    """Every file of the project that a publication is made from, but the templates."""
    project, library = workshop.project, workshop.library
    names = [SUMMARY, *workshop.summary.order] if name == SUMMARY else [name]
    files = [project.content / f"{each}.yaml" for each in names]
    contents = [library.contents[each][1] for each in names if each != SUMMARY]
    for content in contents if name != SUMMARY else ():  # grows by the issues that it goes on from
        since = library.contents.get(content.since or "")
        if since and since[1] not in contents:
            files.append(project.content / f"{content.since}.yaml")
            contents.append(since[1])
    files += [project.seeds / file for content in contents for file in content.files]
    files += [project.content / "glossary.yaml", project.content / "publication.yaml"]
    files += [project.photos / file for file in workshop.pictures(name)]
    logo = workshop.publication.logo
    return [*files, project.root / logo.file] if logo else files


def made_before(program: str, *, hold: int = 0) -> Store | None:
    """What `program` made before on this machine, with its faces and its libraries; None where these are not known."""
    if not (engine := text_engine()):
        return None
    try:
        files = [(file.as_posix(), file.stat()) for file in find_faces().files]
    except MissingTool:  # told by what needs it
        return None
    faces = [(name, stat.st_mtime_ns, stat.st_size) for name, stat in files]
    return Store.of_user(key_of(program, engine, faces), hold=hold)


class Grounds:
    """Of the verdicts on one workshop, as its files are now."""

    def __init__(self, workshop: Workshop):
        self.workshop = workshop

    @cached_property
    def program(self) -> str:
        """The program and what it is installed with, as they lie on the disk."""
        here = Path(__file__).parent
        files = [*sorted(here.rglob("*.py")), *(Path(place) for place in sys.path if place.endswith("site-packages"))]
        return key_of(*((path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files))

    @cached_property
    def house(self) -> str:
        """With the templates."""
        files = sorted(path for path in self.workshop.project.templates.rglob("*") if path.is_file())
        read = (part for path in files for part in (path.as_posix(), path.read_bytes()))
        return key_of(self.program, self.workshop.asked_theme, *read)

    def keys(self, names: list[str]) -> dict[str, str]:
        """The digest of everything that the verdict on each publication, and on the templates, rests on."""
        return {HOUSE: self.house} | {name: key_of(self.house, *self._read(name)) for name in names}

    def _read(self, name: str) -> Iterator[object]:
        library = self.workshop.library
        yield self._logo()
        for file in rests_on(self.workshop, name):
            stem = Path(file).stem
            beside = name == SUMMARY and stem in library.contents
            yield from (file, self._sections(stem) if beside else library.sources.get(file, ""))
            if stem in library.contents:
                yield self.workshop.article(stem).sha256
        yield from (self._seen(file) for file in self.workshop.pictures(name))

    def _seen(self, file: str) -> tuple[str, str]:
        """A picture as it lies there now; what cannot be read, or lies elsewhere, is told by what prints it."""
        try:
            return file, sha256(self.workshop.project.read_picture(file, Place(file))).hexdigest()
        except ContentError:
            return file, ""

    def _logo(self) -> object:
        """The drawing that the publication names, or why there is none."""
        try:
            return self.workshop.logo
        except ContentError as error:
            return str(error)

    def _sections(self, stem: str) -> list[tuple[str, object]]:
        """What the summary reads of the content file of an article."""
        data, unread = self.workshop.library.contents[stem][0].data, unread_by(self.workshop.summary)
        return [(key, part) for key, part in data.items() if key not in unread]
