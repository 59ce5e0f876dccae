"""quote-status: the words of the article bear the status out, or the curator says why it is so.

Passes:  quote: 计划用三年时间改造老旧楼院88个     status: planned
Fails:   quote: 计划用三年时间改造老旧楼院88个     status: achieved

For facts and projects: planned needs 计划 将 规划 力争, expected 预计 届时, applied_for 申请 申报, under_way 正在 …;
what acts or is done is achieved, what is there is standing. The clause tells, then the words that govern its sentence.
Where they tell something else, `status_why` says why, and a reviewer reads it. Words of the article in it, “在建”, must
say the status themselves. There must be such words where the clause itself says another (已 for planned), and for what
is to come or applied for: no silence says that. What is added or repaired (新增, 硬化) is not under way for a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Fact, Project, Status
from bulletin.content.yaml_text import Path
from bulletin.evidence.ahead import in_time
from bulletin.evidence.case import Case
from bulletin.evidence.coming import is_to_come, telling
from bulletin.evidence.statuses import BUILDS, Spoken, proved_by, spoken_of
from bulletin.messages import either, say
from bulletin.problems import Problem

NAME = "quote-status"
_CITED = re.compile(r"[“\"「]([^”\"」]+)[”\"」]")


def check(case: Case) -> Iterator[Problem]:
    for id, fact in case.content.facts.items():
        said = of_fact(case, fact)
        if said is not None:
            yield from _held(case, ("facts", id), fact, said)
        told = telling(fact.called.zh)
        at: Path = ("facts", id, "label")
        if told and fact.status not in proved_by(fact.called.zh) and not is_to_come(case, at, fact.called):
            message = say("quote-status.label", words="、".join(told), status=say(f"status.{fact.status}"))
            yield case.problem(NAME, message, ("facts", id, "label", "zh"))
    for i, project in enumerate(case.content.projects):
        if (said := of_project(case, project)) is not None:
            yield from _held(case, ("projects", i), project, said)


def of_fact(case: Case, fact: Fact) -> Spoken | None:
    """What the article says of a fact; of a derived one, what it says of its terms."""
    if fact.derived is not None:
        terms = [case.content.facts.get(id) for id in fact.derived.terms]
        return Spoken(frozenset(t.status for t in terms if t), "") if all(terms) else None
    numeral = case.numeral(fact)
    if numeral is None:
        return None
    said = spoken_of(case.told_of, (numeral.start, numeral.end), of="date" if fact.date is not None else "number")
    return in_time(case, numeral, said)


def of_project(case: Case, project: Project) -> Spoken | None:
    """What the article says of a project, up to the clause in which the next one begins."""
    spans = case.quoted(project)
    if len(spans) != 1:
        return None
    text, (_, end) = case.article.bare.text, spans[0]
    others = [span[0] for other in case.content.projects for span in case.quoted(other)[:1]]
    until = min((start for start in others if start >= end and re.search("[,;。]", text[end:start])), default=None)
    return spoken_of(case.told_of, spans[0], until=until, of="work")


def _held(case: Case, path: Path, part: Fact | Project, said: Spoken) -> Iterator[Problem]:
    status, why = part.status, part.status_why
    if status in said.statuses:
        if why is not None:
            message = say("quote-status.needless", status=say(f"status.{status}"))
            yield case.problem(NAME, message, (*path, "status_why"), level="warning")
        return
    message = _other(said, status)
    if why is None:
        how = "quote-status.change_cited" if _needs_words(part, said) else "quote-status.change"
        yield case.problem(NAME, message, (*path, "status"), help=say(how, status=say(f"status.{status}")))
        return
    cited = [words for words in _CITED.findall(why) if case.article.find(words)]
    told = [proved_by(case.uncut(words)) for words in cited]
    if any(told) and not any(status in statuses for statuses in told):
        spoken = _named(frozenset().union(*told))
        message = say("quote-status.why", told=spoken, status=say(f"status.{status}"))
        yield case.problem(NAME, message, (*path, "status_why"))
    elif _needs_words(part, said) and not any(status in statuses for statuses in told):
        help = say("quote-status.cite", status=say(f"status.{status}"))
        yield case.problem(NAME, message, (*path, "status"), help=help)


def _needs_words(part: Fact | Project, said: Spoken) -> bool:
    """A reason of the curator's own settles only how far building or being has come where no word says so."""
    added = isinstance(part, Fact) and said.word and "achieved" in said.statuses and not BUILDS.match(said.word)
    if part.status == "under_way":
        return said.firm or bool(added)
    return said.firm or part.status in ("planned", "expected", "applied_for")


def _named(statuses: frozenset[Status]) -> str:
    return either(say(f"status.{status}") for status in sorted(statuses)) or say("status.nothing")


def _other(said: Spoken, status: Status) -> str:
    """The article's words tell another status than the file."""
    told = {"told": _named(said.statuses), "status": say(f"status.{status}")}
    return say("quote-status.says", word=said.word, **told) if said.word else say("quote-status.unsaid", **told)
