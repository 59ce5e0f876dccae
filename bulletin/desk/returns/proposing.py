"""New figures in what somebody wrote: a fact that says them already, a fact to put in with its quote, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bulletin.desk.worksheet.facts import FactStub, facts_of
from bulletin.desk.worksheet.lines import fact_lines
from bulletin.evidence.article import bare
from bulletin.evidence.numerals import Numeral, find_numerals
from bulletin.messages import say

from .filling import Desk
from .operations import Add, Insert, Operation, Set, Split
from .story_operations import CutStory, NewStory
from .tokens import REFERENCE

if TYPE_CHECKING:
    from .outcome import Outcome


def proposed(outcome: Outcome, desk: Desk | None, data: Any) -> Outcome:
    """An outcome that tells, too, what to do about figures that are new in the Chinese."""
    if desk is None or desk.case is None or outcome.state != "applied":
        return outcome
    rows = [row for old, new in _texts(outcome.operation) for row in _told(old, new, desk, data)]
    new = [words for old, words in _texts(outcome.operation) if not old]
    rows += [say("import.found-quote", words=words) for words in dict.fromkeys(map(desk.passage, new)) if words]
    return replace(outcome, why="\n".join(filter(None, [outcome.why, *rows]))) if rows else outcome


def _texts(one: Operation) -> Iterator[tuple[str, str]]:
    """The Chinese before and after."""
    if isinstance(one, Set) and one.lang == "zh":
        yield one.old, one.new
    elif isinstance(one, Insert):
        yield "", one.zh
    elif isinstance(one, Add):
        yield from (("", cell.zh) for cell in one.cells if cell.field not in ("level", "year"))
    elif isinstance(one, (NewStory, CutStory)):
        yield from (("", text) for text in (one.title[0], *(zh for zh, _ in one.paragraphs)) if text)
    elif isinstance(one, Split):
        yield one.old[0], "".join(zh for zh, _ in one.parts)


def _told(old: str, new: str, desk: Desk, data: Any) -> Iterator[str]:
    known = {one.text for one in _numerals(old)}
    for one in _numerals(new):
        if one.text not in known and (one.value is not None or one.date):
            text = bare(REFERENCE.sub("", new)).text
            yield _of(one, text[one.start : one.end + 1].rstrip("。,;"), desk, data)


def _numerals(text: str) -> list[Numeral]:
    return [one for one in find_numerals(bare(REFERENCE.sub("", text)).text) if not one.soft]


def _of(one: Numeral, counted: str, desk: Desk, data: Any) -> str:
    """`counted`: the numeral with the sign behind it, which mostly is what it counts."""
    assert desk.case is not None
    assert desk.clauses is not None
    facts = data.get("facts", {}) if isinstance(data, dict) else {}
    ids = [id for id, given in facts.items() if isinstance(given, dict) and _says(given, one, counted)]
    if ids:
        return say("import.use-fact", figure=one.text, ids=", ".join(f"<{id}>" for id in ids))
    article = desk.case.article
    same = [n for n in article.numerals if article.bare.text.startswith(counted, n.start) and n.text == one.text]
    stubs = [stub for stub in facts_of(desk.case, same, desk.clauses) if isinstance(stub, FactStub)]
    if not stubs:
        return say("import.no-figure", figure=one.text)
    lines = "\n".join(line for stub in stubs[:3] for line in fact_lines("new", stub, True))
    return say("import.new-fact", figure=one.text) + "\n" + lines


def _says(given: dict[str, Any], one: Numeral, counted: str) -> bool:
    """Is it a fact of this very number, of the same things, in the article's own writing?"""
    same = given.get("value") == one.value if one.date is None else given.get("date") == one.date
    return same and counted in bare(str(given.get("quote", ""))).text
