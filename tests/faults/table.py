"""All faults, and the page that tells of them: docs/reliability.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.conftest import ROOT
from tests.faults import characters, files, keyboard, looks, machine, pages, usage, values
from tests.faults.stand import Fault, Outcome, complaints

PAGE = ROOT / "docs" / "reliability.md"
FAULTS: list[Fault] = [
    fault for group in (characters, keyboard, values, files, looks, usage, pages, machine) for fault in group.FAULTS
]
_SHORTEST = 140

HEAD = """# What happens when something is wrong

Written by `python -m tests.faults`, which does each of these things to a small project of two bulletins, runs the command,
and looks at what came of it. Of all of them holds: no traceback, no hang, nothing raw on the terminal, an exit code of the
README, no finished report lost, nothing of content/, seeds/ or templates/ touched. `make test` tries the quick ones,
`make test-faults` all of them. Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 something is missing on the
machine, 4 could not write, 5 something of a draft is left for a person.
"""


def page(tried: Sequence[tuple[Fault, Outcome]]) -> str:
    """The table, a section for each kind."""
    bad = [(fault, outcome) for fault, outcome in tried if complaints(fault, outcome)]
    kinds = Counter(fault.kind for fault, _ in tried)
    rows = [HEAD, f"\n{len(tried)} faults of {len(kinds)} kinds; {len(tried) - len(bad)} end as they should.\n"]
    for kind in kinds:
        rows.append(f"\n## {kind[0].upper()}{kind[1:]}\n")
        rows.append("| fault | command | what the user sees | exit | s | kept |")
        rows.append("|---|---|---|---|---|---|")
        rows += [_row(fault, outcome) for fault, outcome in tried if fault.kind == kind]
    return "\n".join(rows) + "\n"


def _row(fault: Fault, outcome: Outcome) -> str:
    wrong = complaints(fault, outcome)
    seen = f"**{'; '.join(wrong)}**" if wrong else _cell(told(outcome.text))
    kept = "all reports" if not outcome.changed else f"all but {', '.join(outcome.changed)}, made anew"
    cells = (_cell(fault.name), " ".join(fault.command)[:40], seen, str(outcome.exit), f"{outcome.seconds:.1f}", kept)
    return "| " + " | ".join(cells) + " |"


def told(text: str) -> str:
    """The line that tells it: the first error, or the last line."""
    lines = [line for line in text.splitlines() if line.strip()]
    said = (line for line in lines if any(word in line for word in ("error", "notice", "generate.py:", "错误")))
    return next(said, lines[-1] if lines else "nothing")


def _cell(text: str) -> str:
    """Text as Markdown leaves it: no bars, no markup, cut to what fits."""
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    cut = shown if len(shown) <= _SHORTEST else shown[:_SHORTEST] + "…"
    return "`" + cut.replace("`", "'").replace("|", "¦") + "`"


def chosen(words: Sequence[str]) -> Iterator[Fault]:
    """The faults of these kinds, or all."""
    return (fault for fault in FAULTS if not words or any(word in f"{fault.kind}: {fault.name}" for word in words))
