"""A file arrives: is it a draft of this project, of which content file, and what was written in it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.content.yaml_text import parse
from bulletin.files import is_regular, read_file
from bulletin.messages import listed, say
from bulletin.problems import UsageError
from bulletin.project import LARGEST as LARGEST_TEXT
from bulletin.project import Project
from bulletin.publish import BASELINES
from bulletin.word import LARGEST, Kept, NoDocx, baseline_of, custom_properties, kept, unpack

from .opened import Opened, opened
from .revisions import Choice, Decision
from .today import Today

LEAST = 0.3  # of the baseline's texts have to stand in the content file today


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with its baseline and the content file that it was made from."""

    path: Path
    package: bytes
    kept: Kept
    opened: Opened
    content: Path
    text: str
    notes: tuple[str, ...]

    @property
    def file(self) -> str:
        """The content file as messages name it."""
        return self.kept.source.name


def arrive(project: Project, path: Path, choice: Choice | Decision = "accept") -> Arrival:
    """Raises UsageError with the reason for a file that cannot come home; ContentError where the YAML is broken."""
    package = read_draft(path)
    try:
        parts = unpack(package)
        found = opened(parts, choice)
    except NoDocx as error:
        raise UsageError(f"{path.name}: {error}") from error
    if isinstance(choice, Decision):
        _known_authors(found, choice)
    baseline, notes = _baseline(project, path, parts)
    content = _content(project, baseline)
    text = project.read(content)
    today = Today(parse(text, baseline.source.name), baseline)
    share = today.familiar()
    if share < LEAST:
        raise UsageError(say("draft.unfamiliar", file=path.name, content=baseline.source.name, share=share))
    return Arrival(path, package, baseline, found, content, text, tuple(notes))


def _known_authors(found: Opened, choice: Decision) -> None:
    """Raises UsageError for an author who has tracked nothing: the name is mistyped, or the file another."""
    authors = {one.author for one in found.revisions}
    if unknown := sorted(choice.authors - authors):
        there = listed(sorted(one or say("change.nobody") for one in authors)) or say("import.no-author")
        raise UsageError(say("import.author", given=listed(unknown), there=there))


def read_draft(path: Path) -> bytes:
    """The bytes of a file that was named as a draft. Raises UsageError."""
    try:
        return read_file(path, LARGEST)
    except OSError as error:
        raise UsageError(say("draft.unreadable", path=path, why=error.strerror)) from error


def _content(project: Project, baseline: Kept) -> Path:
    content = project.root / baseline.source.name
    if not is_regular(content):
        raise UsageError(say("draft.no-content", content=baseline.source.name))
    return content.resolve()


# ---------------------------------------------------------------------------------------------- the baseline


def _baseline(project: Project, path: Path, parts: Mapping[str, bytes]) -> tuple[Kept, list[str]]:
    """From the document, else from the copy that the build kept beside the reports."""
    try:
        found = baseline_of(parts)
    except ValueError:
        found = None  # damaged: as good as lost
    if found is not None and found.layout:
        name = f"{found.edition}.docx"
        return found, [say("draft.renamed", name=name)] if _stem(path) != found.edition else []
    for copy, why in _copies(project, path, parts):
        try:
            return kept(read_file(copy, LARGEST_TEXT).decode()), [say(why, copy=copy.name)]
        except (OSError, ValueError):
            continue
    raise UsageError(say("draft.no-baseline", file=path.name, folder=project.shown(project.reports / BASELINES)))


def _copies(project: Project, path: Path, parts: Mapping[str, bytes]) -> Iterator[tuple[Path, str]]:
    """The copy that the document names, then the newest of its name."""
    folder, own = project.reports / BASELINES, custom_properties(parts)
    id = own.get("bulletin.baseline", "")
    if re.fullmatch(r"[0-9a-f]{16}", id):
        yield from ((copy, "draft.named-copy") for copy in folder.glob(f"*.{id}.json"))
    name = own.get("bulletin.edition") or _stem(path)
    if re.fullmatch(r"[a-z][a-z0-9_]{0,99}", name):
        copies = [copy for copy in folder.glob(f"{name}.*.json") if is_regular(copy)]
        copies.sort(key=lambda copy: copy.stat().st_mtime, reverse=True)
        yield from ((copy, "draft.newest-copy") for copy in copies)


def _stem(path: Path) -> str:
    """NAME of NAME.docx, NAME.new.docx, NAME.edited-2.docx."""
    return path.name.split(".")[0]
