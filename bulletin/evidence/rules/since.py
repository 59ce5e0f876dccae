"""since: a later issue compares with the earlier one only what both count in the same way.

Passes:  since: willow    zh: 隐患从<willow.hazards>增加到<hazards>      (both of a whole year, of one unit and owner)
Fails:   since: willow    zh: 隐患从<willow.hazards>增加到<hazards>      (one of a year, the other to date)

A figure of the earlier issue is named only where the later one has the same key, with the same unit, the same owner and
the same kind of period: a year beside a year, nine months beside nine months.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Fact
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.wording.dates import Moment

NAME = "since"


def check(case: Case) -> Iterator[Problem]:
    name = case.content.since
    if name is None:
        return
    earlier = case.beside.get(name)
    if earlier is None:
        yield case.problem(NAME, say("since.unknown", name=name), ("since",))
        return
    if not _is_earlier(earlier, case):
        yield case.problem(NAME, say("since.not_earlier", name=name), ("since",))
    told = set[tuple[str, Path]]()
    for path, id in (*case.named, *_in_prose(case)):
        key = id.removeprefix(f"{name}.")
        if key == id or id not in case.known or (key, path) in told:
            continue
        told.add((key, path))
        if why := apart(case.known[id], case.content.facts.get(key)):
            yield case.problem(NAME, say("since.apart", id=id, key=key, why=why), path, id)


def _in_prose(case: Case) -> Iterator[tuple[Path, str]]:
    for path, text in case.pairs:
        for language in ("zh", "en"):
            yield from (((*path, language), ref.id) for ref in references(getattr(text, language)))


def _is_earlier(earlier: Case, later: Case) -> bool:
    """Is the one issue from before the other, as far as both years are known?"""
    first, second = (Moment.parse(case.content.dated.value) for case in (earlier, later))
    return first.year is None or second.year is None or first.span()[0] < second.span()[0]


def apart(before: Fact, after: Fact | None) -> str:
    """Why two figures are no change of one thing; empty where they are. Dates are compared with nothing."""
    if after is None:
        return say("since.lacks")
    if before.date or after.date:
        return "" if before.date and after.date else say("since.date")
    if before.counted != after.counted:
        return say("since.units", before=before.counted or "–", after=after.counted or "–")
    if (before.whose and before.whose.zh) != (after.whose and after.whose.zh):
        return say("since.owner")
    if _kind(before) != _kind(after):
        return say("since.periods")
    return ""


def _kind(fact: Fact) -> tuple[object, ...]:
    """What kind of period: a year, a part of it, since some time, to date; none."""
    period = fact.period
    if period is None:
        return ()
    at, since = (Moment.parse(text) if text else Moment() for text in (period.at, period.since))
    whole = bool(period.year) or bool(period.at and (at.month, at.day, at.part) == (None, None, None))
    return whole, at.month, at.part, bool(at.day), bool(period.since), since.month, period.to_date, period.recent
