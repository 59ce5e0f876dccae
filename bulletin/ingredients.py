"""What a publication is made from, part by part: content, articles, templates, program, switches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bulletin.grounds import files_read
from bulletin.manifest import digest, fingerprint
from bulletin.snapshot import Snapshot
from bulletin.workshop import Workshop

PROGRAM = "program"


@dataclass
class Ingredients:
    """Of the publications of one workshop. `further`: switches and files of the command, each with what it is."""

    workshop: Workshop
    further: Sequence[tuple[str, str]] = ()

    def parts(self, name: str) -> dict[str, str]:
        """The digest of each part, as its bytes were read."""
        project = self.workshop.project
        files = {project.shown(path): project.digest_of(path) for path in files_read(self.workshop, name)}
        return files | self._templates.digests | {PROGRAM: self._program} | dict(self.further)

    def fingerprint(self, name: str) -> str:
        """One digest of all parts.

        Empty where a file was read twice and differed, or where a template has changed since: nothing vouches for what
        was made then.
        """
        return self.fingerprints([name])[name]

    def fingerprints(self, names: Iterable[str]) -> dict[str, str]:
        """Those of several publications; the templates are looked at once."""
        found = {name: fingerprint(self.parts(name).items()) for name in names}
        stands = not self.workshop.project.reads.torn and self._templates.stand()
        return found if stands else dict.fromkeys(found, "")

    def share(self, other: Ingredients) -> None:
        """The templates and the program of this one are those of the other."""
        vars(self).update(_templates=other._templates, _program=other._program)

    @cached_property
    def _templates(self) -> Snapshot:
        """The templates as they were before anything was made. What is said at the terminal is on no page."""
        project = self.workshop.project
        return Snapshot(project, project.templates, frozenset({"keys.yaml", "messages.yaml", "rules.yaml"}))

    @cached_property
    def _program(self) -> str:
        """This program's own modules."""
        here = Path(__file__).parent
        paths = sorted(here.rglob("*.py"))
        return fingerprint((path.relative_to(here).as_posix(), digest(path.read_bytes())) for path in paths)
