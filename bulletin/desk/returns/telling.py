"""What is said at the terminal about a draft that came back."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from bulletin.content.yaml_text import Parsed
from bulletin.messages import say
from bulletin.problems import Problem

from .arrival import Arrival
from .home import Homecoming
from .operations import Changes, Figure
from .outcome import Outcome


def head(arrival: Arrival, changes: Changes, home: Homecoming) -> Iterator[str]:
    """Which draft this is, and what was found, in numbers."""
    file = arrival.path.name
    yield say("import.head", file=file, content=arrival.file, program=arrival.opened.program)
    yield from (say("import.note", file=file, note=note) for note in arrival.notes)
    states = Counter("figures" if isinstance(one.operation, Figure) else one.state for one in home.outcomes)
    if not home.outcomes and not changes.reports:
        yield say("import.unchanged", file=file)
        return
    yield say(
        "import.found",
        file=file,
        applied=states["applied"],
        there=states["there-already"],
        conflict=states["conflict"],
        refused=states["not-applied"],
        figures=states["figures"],
        told=len(changes.reports),
    )


def told(arrival: Arrival, changes: Changes, home: Homecoming, parsed: Parsed) -> Iterator[str]:
    """Every operation with its place in the content file, then what is only told."""
    for one in home.outcomes:
        at = parsed.place(one.place) if one.place else arrival.file
        state = "" if one.state == "applied" else f"  [{say(f'outcome.{one.state}')}]"
        first, _, rest = one.operation.told().partition("\n")
        yield f"{at}: {first}{state}"
        yield from rest.splitlines()
        yield from (f"    {line}" for line in one.why.splitlines())
        if isinstance(one.operation, Figure):
            yield from offer(one.operation, parsed)
    for report in changes.reports:
        yield say("import.seen", file=arrival.path.name, words=report.told())


def offer(figure: Figure, parsed: Parsed) -> Iterator[str]:
    """The fact behind a figure, and how it would be changed."""
    name, _, id = figure.fact.rpartition(".")
    fact = parsed.data.get("facts", {}).get(id) if not name else None
    if fact is None:
        if name:
            yield "    " + say("import.elsewhere", name=name)
        return
    shown = fact.get("value", fact.get("date", say("import.derived-fact")))
    yield "    " + say("import.fact", id=id, value=shown, place=parsed.place(("facts", id)))
    if "quote" in fact:
        yield "    " + say("import.quoted", words=fact["quote"])
        yield "    " + say("import.change-fact", id=id)


def diff(old: str, new: str, file: str) -> Iterator[str]:
    """The unified diff of the content file."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, say("import.after", file=file), lineterm="", n=2
    )
    yield from lines


def worse(before: list[Problem], after: list[Problem]) -> list[Problem]:
    """Problems that were not there before, wherever they stand now."""
    known = Counter((one.rule, one.level, one.message) for one in before)
    out = []
    for one in after:
        key = (one.rule, one.level, one.message)
        if known[key] > 0:
            known[key] -= 1
        else:
            out.append(one)
    return out


__all__ = ["Outcome", "diff", "head", "told", "worse"]
