"""reference: whatever names a fact names one that is there; `<…>` in prose is a fact or an error.

Passes:  zh: 排查隐患<hazards_found>
Fails:   zh: 排查隐患<hazard_found>       (no such fact)

In the summary `<places>` is the number of its articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bulletin.content.keyboard import half_width_reference, meant
from bulletin.content.model import PLACES, Both, Summary
from bulletin.content.prose import is_balanced, references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.texts import named, parts
from bulletin.messages import say
from bulletin.problems import Problem, closest

NAME = "reference"


def check(case: Texts) -> Iterator[Problem]:
    for path, id in case.named:
        if id not in case.known:
            yield _unknown(case, id, path, id)
    for path, part in case.parts:
        yield from _of_another_file(case, part, path)
    for path, text in case.pairs:
        yield from check_text(case, path, text)


def _of_another_file(case: Texts, part: BaseModel, path: Path) -> Iterator[Problem]:
    """A figure under the name of a subdistrict is that subdistrict's."""
    if not (name := getattr(part, "subdistrict", None)):
        return
    inside = parts(part)
    told = ((at, ref.id) for at, text in inside if isinstance(text, Both) for ref in references(text.zh) if ref.id)
    for at, id in (*named(inside), *told):
        if id.partition(".")[0] != name:
            yield case.problem(NAME, say("reference.other_file", id=id, name=name), (*path, *at), id)


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """The references of one text in both languages."""
    for language in ("zh", "en"):
        yield from _in_prose(case, (*path, language), getattr(text, language))


def _in_prose(case: Texts, path: Path, text: str) -> Iterator[Problem]:
    slips = dict(meant(text, case.known))
    for ref in references(text):
        counts = ref.id == PLACES and isinstance(case.content, Summary)
        if counts and ref.form == "full":
            continue
        if counts or (not ref.id and ref.source not in slips):
            yield case.problem(
                NAME, say("reference.form", source=ref.source), path, ref.source, help=say("reference.forms")
            )
        elif ref.id and ref.id not in case.known:
            yield _unknown(case, ref.id, path, ref.source)
    for written, start in meant(text, case.known):
        nth = text.count(written, 0, start)
        help = say("reference.type", meant=half_width_reference(written))
        message = say("reference.full_width", written=written)
        if written.isascii():  # a space inside
            message = say("reference.form", source=written)
        yield case.problem(NAME, message, path, written, help=help, nth=nth)
    if not is_balanced(text):
        yield case.problem(NAME, say("reference.bold"), path, "**")
    if text.count("<") != len(references(text)):
        yield case.problem(NAME, say("reference.angle"), path, "<", help=say("reference.less", word="小于"))


def _unknown(case: Texts, id: str, path: Path, needle: str) -> Problem:
    return case.problem(NAME, say("reference.unknown", id=id), path, needle, help=closest(id, case.known))
