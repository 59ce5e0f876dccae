"""What a run of `build` did, and how it is told at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bulletin.made import Made
from bulletin.messages import say
from bulletin.pages.typeset import WELL_FILLED
from bulletin.publish import Published, notice
from bulletin.terminal import tell

PAGE_LINES = 48  # of Chinese body text, 15.6 pt, on a page


@dataclass
class Outcome:
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


def keep(outcome: Outcome, made: Made, files: list[Published]) -> None:
    """A publication that was made and put where it belongs."""
    outcome.done[made.name] = files
    outcome.fits[made.name] = fit_lines(made)
    outcome.notices += made.notes
    outcome.pdfs += sum(file.endswith(".pdf") for file in made.files)


def tell_left(left: Mapping[str, str]) -> None:
    for name, reason in sorted(left.items()):
        tell(f"generate.py: {say('build.left', name=name, reason=reason)}", file=sys.stderr)


def told(outcome: Outcome, current: int, seconds: str) -> Iterator[str]:
    done = [one for name in sorted(outcome.done) for one in outcome.done[name]]
    written = [one for one in done if one.written]
    for one in done:
        yield shown(one.path) if one.written else say("build.unchanged", file=shown(one.path))
    yield from (line for name in sorted(outcome.fits) for line in outcome.fits[name])
    yield from (notice(one, shown) for one in done if one.kept)
    yield from (say("publish.notice", text=note) for note in sorted(set(outcome.notices)))
    if outcome.pdfs:
        yield say("build.preflight", n=outcome.pdfs)
    same = say("build.same", n=len(done) - len(written)) if len(written) < len(done) else ""
    left = say("build.count_left", n=len(outcome.left)) if outcome.left else ""
    yield say("build.counts", n=len(written), same=same, left=left, current=current, seconds=seconds)


def show_lines(lines: Iterable[str]) -> None:
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


def shown(path: Path) -> str:
    with suppress(OSError):  # the folder that we are in may be gone
        here = Path.cwd()
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
    return str(path)
