"""What the desk shows of one publication as its files are now: pages first, then every problem. Runs in the child."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bulletin import gate
from bulletin.clock import wound
from bulletin.content.yaml_text import Parsed, parse
from bulletin.desk.watch.article import panel
from bulletin.desk.watch.leads import Leads, Spot
from bulletin.desk.watch.marked import Sheet, read_sheets
from bulletin.desk.watch.places import dotted
from bulletin.desk.watch.preview import Preview, Previewer
from bulletin.desk.watch.sent import Beside, Found, Printed
from bulletin.messages import say
from bulletin.pages.by_page import Leaf
from bulletin.problems import CannotSet, ContentError, MissingTool, Place, Problem, UsageError
from bulletin.project import SUMMARY, Project
from bulletin.workshop import Workshop

_PAGE = "page"


class View:
    """Looks at one project again and again; `theme`: another than the publication's own."""

    def __init__(self, root: Path, theme: str = ""):
        self.root, self.theme, self.previewer = root, theme, Previewer(root)
        self._stands, self._remarks = False, tuple[Problem, ...]()
        self._sheets: dict[Leaf, Sheet] = {}

    def look(self, name: str) -> Iterator[Printed | Beside | Found]:
        """The pages, or at once why there are none; then the article. Whatever is wrong is told, nothing is raised."""
        self._stands, self._remarks = False, ()
        try:
            workshop = self._workshop(name)
            _readable(workshop, name)
            try:
                yield self._printed(workshop, name)
            except ContentError as error:
                yield self._found(name, error.problems)
            yield Beside(json.dumps(asdict(panel(workshop, name)), ensure_ascii=False).encode())
        except Exception as error:
            yield self._found(name, _problems(name, error))

    def check(self, name: str) -> Iterator[Found]:
        """Every problem of the files as they are now, with what was found while the pages were set."""
        wound()
        try:
            problems = gate.check(self._workshop(name), self.previewer.warm.remembered).problems
        except Exception as error:
            problems = _problems(name, error)
        yield self._found(name, list(dict.fromkeys([*problems, *self._remarks])))

    def _workshop(self, name: str) -> Workshop:
        return Workshop(Project.at(self.root), [name], theme=self.theme)

    def _printed(self, workshop: Workshop, name: str) -> Printed:
        preview = self.previewer.preview(workshop, name)
        sheets = read_sheets(preview.leaves, self._sheets)
        self._sheets = dict(zip(preview.leaves, sheets, strict=True))
        printed = _told(preview, sheets)
        self._stands, self._remarks = True, preview.remarks
        return printed

    def _found(self, name: str, problems: Sequence[Problem]) -> Found:
        order = sorted(problems, key=lambda one: (one.level != "error", one.place))
        parsed = _parsed(Project.at(self.root), name)
        told = json.dumps([_problem(one, parsed) for one in order], ensure_ascii=False).encode()
        errors = sum(one.level == "error" for one in problems)
        return Found(told, errors, len(problems) - errors, self._stands)


def _problems(name: str, error: Exception) -> list[Problem]:
    """What an exception says; one that nobody has foreseen costs this look, and is told."""
    if isinstance(error, ContentError):
        return list(error.problems)
    known = isinstance(error, (CannotSet, MissingTool, UsageError))
    message = str(error) if known else say("gate.unforeseen", why=f"{type(error).__name__}: {error}"[:300])
    return [Problem(_PAGE, message, Place(f"content/{name}.yaml"))]


def _readable(workshop: Workshop, name: str) -> None:
    """Raises ContentError where what the pages are made of could not be read."""
    library = workshop.library
    there = library.summary is not None if name == SUMMARY else name in library.contents
    if not there or library.publication is None:
        raise ContentError(library.problems)


def _told(preview: Preview, sheets: tuple[Sheet, ...]) -> Printed:
    leads = Leads(preview.edition, preview.locator, preview.alts)
    pages = [_page(sheet, leads, leaf.used) for sheet, leaf in zip(sheets, preview.leaves, strict=True)]
    told = json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()
    return Printed(preview.leaves, tuple(sheet.digest for sheet in sheets), told)


def _page(sheet: Sheet, leads: Leads, used: float) -> dict[str, object]:
    return {
        "number": sheet.number,
        "digest": sheet.digest,
        "ratio": round(sheet.height / sheet.width, 5),
        "used": round(used, 3),
        "spots": [_spot(spot) for spot in leads.spots(sheet)],
    }


def _spot(spot: Spot) -> dict[str, object]:
    boxes = [[round(edge, 5) for edge in box] for box in spot.boxes]
    return {**{name: getattr(spot, name) for name in Spot.__slots__}, "boxes": boxes, "words": spot.words.strip()}


def _problem(problem: Problem, parsed: Parsed | None) -> dict[str, object]:
    place = problem.place
    own = parsed is not None and parsed.file == place.file
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": str(problem.message),
        "notes": [list(note) for note in problem.notes],
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": path_at(parsed, place) if own and parsed else "",
    }


def _parsed(project: Project, name: str) -> Parsed | None:
    path = project.content / f"{name}.yaml"
    try:
        return parse(project.read(path), project.shown(path))
    except ContentError:
        return None


def path_at(parsed: Parsed, place: Place) -> str:
    """The innermost value, or key, in which a place lies; empty where it lies in none."""
    lines = parsed.text.split("\n")
    at = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    around = [path for path, span in parsed.values.items() if span.start <= at < max(span.end, span.start + 1)]
    around += [path for path, span in parsed.keys.items() if span.start <= at < span.end]
    return dotted(max(around, key=len, default=()))
