"""What can be told of files that have faults, beside these: of their other entries, and of charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin.content.partly import Partly
from bulletin.edition.refused import Refused
from bulletin.evidence import verify
from bulletin.evidence.rules import coverage, unused
from bulletin.locate import Locator
from bulletin.problems import ContentError, Problem
from bulletin.project import SUMMARY
from bulletin.remembered import Remembered
from bulletin.variant import LANGUAGES, Language
from bulletin.workshop import Workshop

if TYPE_CHECKING:
    from bulletin.trial import Trial

_OF_THE_WHOLE = frozenset({coverage.NAME, unused.NAME, unused.UNPRINTED, "silence"})
"""Rules that would miss what was left away."""
_OF_PARTS = frozenset(rule.NAME for rule in verify.OF_FACTS)
_FEW = 12
"""Publications up to which charts are tried although their files have faults: a person works on one, not on all."""


def problems(workshop: Workshop) -> list[Problem]:
    """What the rules say of the entries of a file that are sound, where others are not."""
    found = list[Problem]()
    for name, part in workshop.library.partly.items():
        if name in workshop.names:
            found += _beside(workshop, part)
    return found


def _beside(workshop: Workshop, part: Partly) -> Iterator[Problem]:
    try:
        case = workshop.case(part.parsed, part.content)
    except ContentError as error:
        yield from error.problems
        return
    for problem in verify.heard(case, workshop.library.glossary_is_read).standing:
        asked = problem.rule in _OF_PARTS or (part.lacks_nothing and problem.rule not in _OF_THE_WHOLE)
        if asked and part.is_beside(problem):
            yield problem


def charts(
    workshop: Workshop,
    sound: Sequence[str],
    remembered: Remembered,
    program: str,
    *,
    languages: tuple[Language, ...] = LANGUAGES,
) -> list[Problem]:
    """Of publications that are not `sound`: the charts that cannot be drawn, where all facts are proved."""
    workshop = _as_far_as_read(workshop)
    names = [name for name in workshop.names if name not in (*sound, SUMMARY) and name in workshop.library.contents]
    if not names or len(names) > _FEW or workshop.library.publication is None:
        return []
    from bulletin.trial import Trial

    tries = Trial(workshop, remembered, program, languages=languages, unsound=True)
    return [problem for name in names for problem in _charts_of(tries, name)]


def _as_far_as_read(workshop: Workshop) -> Workshop:
    """With the files of which only keys of facts are wrong, without these."""
    read = {name: (one.parsed, one.content) for name, one in workshop.library.partly.items() if one.has_all_parts}
    if not read:
        return workshop
    other = copy(workshop)
    other.library = replace(workshop.library, contents={**workshop.library.contents, **read})
    return other


def _charts_of(tries: Trial, name: str) -> list[Problem]:
    from bulletin.trial import Tried

    try:
        return list(Tried(tries, tries.editions.edition(name)[0]).charts())
    except Refused as error:
        place = Locator(tries.workshop, name).file.place(error.path, error.needle)
        return [Problem(error.rule, error.message, place)]
    except Exception:  # the rules have told what is wrong; a build that is sound tells what nobody has foreseen
        return []
