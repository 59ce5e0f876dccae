"""stale: the English was made from the Chinese that stands beside it now.

Passes:  (content/translations.lock knows this Chinese with this English)
Fails:   (the Chinese was changed, the English was not)

The lock is written by `generate.py translated` when somebody has looked. A text that is not in it yet is new, not
stale; `status` counts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.translations import State
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "stale"


def check(case: Texts) -> Iterator[Problem]:
    name = "" if case.stem in ("glossary", "publication") else case.stem  # which `translated` without names takes in
    help = say("stale.look", name=name).rstrip()
    for path, state in states(case):
        if state == "stale":
            yield case.problem(NAME, say("stale.changed"), (*path, "en"), level="warning", help=help)


def states(case: Texts) -> Iterator[tuple[Path, State]]:
    """Every text's path, and what the lock knows of it."""
    paths = [path for path, _ in case.pairs]
    return zip(paths, case.lock.states(case.entries), strict=True)
