"""What is said at the terminal about a draft that came back."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from bulletin.content.yaml_text import Parsed
from bulletin.problems import Problem

from .arrival import Arrival
from .home import Homecoming, Outcome
from .operations import Changes, Figure


def head(arrival: Arrival, changes: Changes, home: Homecoming) -> Iterator[str]:
    """Which draft this is, and what was found, in numbers."""
    yield f"{arrival.path.name}: draft of {arrival.file}, saved by {arrival.opened.program}"
    yield from (f"{arrival.path.name}: notice: {note}" for note in arrival.notes)
    states = Counter("figures" if isinstance(one.operation, Figure) else one.state for one in home.outcomes)
    words = [
        f"{states['applied']} to take over",
        f"{states['there already']} there already",
        f"{states['conflict']} in conflict",
        f"{states['not applied']} not to be taken over",
        f"{states['figures']} figures changed",
        f"{len(changes.reports)} only told",
    ]
    yield f"{arrival.path.name}: " + (", ".join(words) if home.outcomes or changes.reports else "nothing was changed")


def told(arrival: Arrival, changes: Changes, home: Homecoming, parsed: Parsed) -> Iterator[str]:
    """Every operation with its place in the content file, then what is only told."""
    for one in home.outcomes:
        at = parsed.place(one.place) if one.place else arrival.file
        state = "" if one.state == "applied" else f"  [{one.state}]"
        first, _, rest = one.operation.told().partition("\n")
        yield f"{at}: {first}{state}"
        yield from rest.splitlines()
        if one.state == "conflict":
            yield from (f"    {line}" for line in one.why.splitlines())
        elif one.why:
            yield f"    {one.why}"
        if isinstance(one.operation, Figure):
            yield from _offer(one.operation, parsed)
    for report in changes.reports:
        yield f"{arrival.path.name}: {report.told()}"


def _offer(figure: Figure, parsed: Parsed) -> Iterator[str]:
    """The fact behind a figure, and how it would be changed."""
    name, _, id = figure.fact.rpartition(".")
    fact = parsed.data.get("facts", {}).get(id) if not name else None
    if fact is None:
        yield f"    change it in content/{name}.yaml, with the words of the article that say so"
        return
    shown = fact.get("value", fact.get("date", "derived from other facts"))
    yield f"    fact   {id}: {shown}  ({parsed.place(('facts', id))})"
    if "quote" in fact:
        yield f"    quote  {fact['quote']}"
        yield f"    to change the fact instead: --fact {id}=NUMBER --quote {id}=WORDS-OF-THE-ARTICLE"


def diff(old: str, new: str, file: str) -> Iterator[str]:
    """The unified diff of the content file."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, f"{file} (after the import)", lineterm="", n=2
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
