"""A file arrives: is it a draft of this project, of which content file, and what was written in it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin.content.yaml_text import parse
from bulletin.problems import UsageError
from bulletin.project import Project
from bulletin.publish import BASELINES
from bulletin.writers.docx import Kept, custom_properties, kept, read

from .opened import Opened, open_draft
from .revisions import Choice
from .today import Today

LEAST = 0.3  # of the baseline's texts have to stand in the content file today


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with its baseline and the content file that it was made from."""

    path: Path
    kept: Kept
    opened: Opened
    content: Path
    text: str
    notes: tuple[str, ...]

    @property
    def file(self) -> str:
        """The content file as messages name it."""
        return self.kept.source.name


def arrive(project: Project, path: Path, choice: Choice = "accept") -> Arrival:
    """Raises UsageError with the reason for a file that cannot come home; ContentError where the YAML is broken."""
    package = _read(path)
    opened = open_draft(package, choice)
    baseline, notes = _baseline(project, path, package)
    content = _content(project, baseline)
    text = project.read(content)
    today = Today(parse(text, baseline.source.name), baseline)
    share = today.familiar()
    if share < LEAST:
        raise UsageError(
            f"{path.name} is no draft of this {baseline.source.name}: of its texts {share:.0%} stand there; "
            "is it a draft of another project, or of a much older content file?"
        )
    return Arrival(path, baseline, opened, content, text, tuple(notes))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _content(project: Project, baseline: Kept) -> Path:
    content = (project.root / baseline.source.name).resolve()
    if content.parent != project.content.resolve() or not content.is_file():
        raise UsageError(
            f"this draft was made from {baseline.source.name}, which this project does not have; "
            "is it a draft of another project?"
        )
    return content


# ---------------------------------------------------------------------------------------------- the baseline


def _baseline(project: Project, path: Path, package: bytes) -> tuple[Kept, list[str]]:
    """From the document, else from the copy that the build kept beside the reports."""
    try:
        found = read(package)
    except (ValueError, KeyError, TypeError):
        found = None  # damaged: as good as lost
    if found is not None and found.layout:
        name = f"{found.edition}.docx"
        return found, [f"renamed; written as {name}"] if _stem(path) != found.edition else []
    for copy, why in _copies(project, path, package):
        try:
            return kept(copy.read_text(encoding="utf-8")), [f"its baseline is lost; {why} {copy.name} is used"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise UsageError(
        f"{path.name} carries no baseline, and none is kept in {project.shown(project.reports / BASELINES)}: "
        "it was not written by this program, or was saved by one that drops what it does not know"
    )


def _copies(project: Project, path: Path, package: bytes) -> Iterator[tuple[Path, str]]:
    """The copy that the document names, then the newest of its name."""
    folder, own = project.reports / BASELINES, custom_properties(package)
    if id := own.get("bulletin.baseline"):
        yield from ((copy, "the copy") for copy in folder.glob(f"*.{id}.json"))
    name = own.get("bulletin.edition") or _stem(path)
    if re.fullmatch(r"[a-z][a-z0-9_]*", name):
        copies = sorted(folder.glob(f"{name}.*.json"), key=lambda copy: copy.stat().st_mtime, reverse=True)
        yield from ((copy, "the newest copy") for copy in copies)


def _stem(path: Path) -> str:
    """NAME of NAME.docx, NAME.new.docx, NAME.edited-2.docx."""
    return path.name.split(".")[0]
