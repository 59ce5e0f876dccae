"""inferred: what the curator inferred, and what the curator doubts, says so where it is printed.

Passes:  dated: {stated: false}     notes: 报道未署日期…据此推断成文于年初      … so we infer the start of that year
Fails:   dated: {stated: false}     notes: 报道未署日期…据此写明成文于年初
Fails:   tracker: {note: 三格依次为准备、施工、完成}      (the squares are nobody's but the curator's)

The note on a date that is not stated calls it inferred. The note of a tracker, or of a time line whose dates are not
stated, says that it is the curator's reading. The cell of a project in doubt tells the article's words, not works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Both
from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "inferred"
_OURS = (
    re.compile("推断|推定|推算|归纳|编者|本刊|我们|据.{0,4}判断"),
    re.compile(r"\binfer\w*|\bcurator|\beditor|\bwe (?:take|read|put|judge|conclude)|\bour\b|\bassum\w*"),
)
_OF_DATE = re.compile("未署日期|没有日期|成文(?:日期|时间|于)")
_AS_TOLD = (
    re.compile("报道称|报道说|原文|文中|存疑|据报道|“"),
    re.compile(r"\bthe article|\bin doubt|\bsaid to\b|\breported|“"),
)


def check(case: Case) -> Iterator[Problem]:
    content = case.content
    for i, note in enumerate(content.notes if not content.dated.stated else ()):
        if _OF_DATE.search(note.zh) and not _has(note, _OURS):
            yield case.problem(NAME, say("inferred.date"), ("notes", i))
    tracker, line = content.tracker, content.timeline
    staged = any(project.stage and project.tracked for project in content.projects)
    if tracker and tracker.note and staged and not _has(tracker.note, _OURS):
        yield case.problem(NAME, say("inferred.reading"), ("tracker", "note"))
    dates = [fact for event in line.events if (fact := case.known.get(event.at))] if line else []
    guessed = any((fact.period and not fact.period.stated) or (fact.date or "")[:1] == "-" for fact in dates)
    if line and line.note and guessed and not _has(line.note, _OURS):
        yield case.problem(NAME, say("inferred.reading"), ("timeline", "note"))
    for i, project in enumerate(content.projects):
        if project.doubt and project.done and not _has(project.done, _AS_TOLD):
            yield case.problem(NAME, say("inferred.doubted"), ("projects", i, "done"))


def _has(text: Both, words: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    return bool(words[0].search(text.zh)) and bool(words[1].search(text.en))
