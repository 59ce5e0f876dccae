"""What the desk shows of one publication as its files are now: pages first, then every problem. Runs in the child."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bulletin import gate
from bulletin.clock import wound
from bulletin.content.yaml_text import Parsed, parse
from bulletin.desk.watch.article import panel
from bulletin.desk.watch.leads import Leads, Spot, dotted
from bulletin.desk.watch.marked import Sheet, read_sheets
from bulletin.desk.watch.preview import Preview, Previewer
from bulletin.messages import say
from bulletin.problems import CannotSet, ContentError, MissingTool, Place, Problem, UsageError
from bulletin.project import SUMMARY, Project
from bulletin.remembered import Remembered
from bulletin.workshop import Workshop

_PAGE = "page"


@dataclass(frozen=True, slots=True)
class Printed:
    """New pages: the file, the digests of its pages in order, and what the browser is told of them, as JSON."""

    pdf: bytes
    digests: tuple[str, ...]
    told: bytes


@dataclass(frozen=True, slots=True)
class Beside:
    """The article, as JSON."""

    told: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The problems, as JSON. `stands`: the pages are those of the files as they are; else they could not be made."""

    told: bytes
    errors: int
    warnings: int
    stands: bool


class View:
    """Looks at one project again and again."""

    def __init__(self, root: Path):
        self.root, self.previewer, self.remembered = root, Previewer(), Remembered()

    def look(self, name: str) -> Iterator[Printed | Beside | Found]:
        """Whatever is wrong with the files is told, and nothing of it is raised."""
        wound()
        project = Project.at(self.root)
        stands, failed, remarks, problems = False, list[Problem](), tuple[Problem, ...](), list[Problem]()
        try:
            workshop = Workshop(project, [name])
            try:
                _readable(workshop, name)
                preview = self.previewer.preview(workshop, name)
                yield _printed(preview)
                stands, remarks = True, preview.remarks
            except ContentError as error:
                failed = list(error.problems)
            except (CannotSet, MissingTool) as error:
                failed = [_at(name, str(error))]
            if failed:
                yield _found(project, name, failed, stands)
            yield Beside(json.dumps(asdict(panel(workshop, name)), ensure_ascii=False).encode())
            problems = gate.check(workshop, self.remembered).problems
        except ContentError as error:
            problems = list(error.problems)
        except UsageError as error:  # the file is gone
            problems = [_at(name, str(error))]
        except Exception as error:  # what nobody has foreseen costs this look, and is told
            problems = [_at(name, say("gate.unforeseen", why=f"{type(error).__name__}: {error}"[:300]))]
        everything = [*problems, *remarks, *failed]
        stands = stands and not any(one.rule == "read" and one.level == "error" for one in problems)
        yield _found(project, name, list(dict.fromkeys(everything)), stands)


def _readable(workshop: Workshop, name: str) -> None:
    """Raises ContentError where what the pages are made of could not be read."""
    library = workshop.library
    there = library.summary is not None if name == SUMMARY else name in library.contents
    if not there or library.publication is None:
        raise ContentError(library.problems)


def _at(name: str, message: str) -> Problem:
    return Problem(_PAGE, message, Place(f"content/{name}.yaml"))


def _printed(preview: Preview) -> Printed:
    sheets = read_sheets(preview.pdf)
    leads = Leads(preview.edition, preview.locator, preview.alts)
    pages = [_page(sheet, leads, preview.fill) for sheet in sheets]
    told = json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()
    return Printed(preview.pdf, tuple(sheet.digest for sheet in sheets), told)


def _page(sheet: Sheet, leads: Leads, fill: tuple[float, ...]) -> dict[str, object]:
    used = fill[sheet.number - 1] if sheet.number <= len(fill) else 1.0
    return {
        "number": sheet.number,
        "digest": sheet.digest,
        "ratio": round(sheet.height / sheet.width, 5),
        "used": round(used, 3),
        "spots": [_spot(spot) for spot in leads.spots(sheet)],
    }


def _spot(spot: Spot) -> dict[str, object]:
    boxes = [[round(edge, 5) for edge in box] for box in spot.boxes]
    return {**asdict(spot), "boxes": boxes, "words": spot.words.strip()}


def _found(project: Project, name: str, problems: list[Problem], stands: bool) -> Found:
    order = sorted(problems, key=lambda one: (one.level != "error", one.place))
    parsed = _parsed(project, name)
    told = [_problem(one, parsed) for one in order]
    errors = sum(one.level == "error" for one in problems)
    return Found(json.dumps(told, ensure_ascii=False).encode(), errors, len(problems) - errors, stands)


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
