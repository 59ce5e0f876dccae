"""pages: every story and block stands on exactly one page, and every page names things that are there.

Passes:  pages: [[key_figures, rail, briefs], [party, housing, projects], [evidence, notes]]
         pages: [[key_figures, rail, briefs], auto]      (what is left is laid out by the program, as without `pages`)
Fails:   pages: [[key_figures, rial]]      (no such story; others are missing)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from bulletin.content.arrangement import AUTO, blocks
from bulletin.content.model import Summary
from bulletin.content.prose import references
from bulletin.content.sections import sections
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Texts
from bulletin.messages import listed, say
from bulletin.plates.bars.model import Bars
from bulletin.problems import Problem, closest

NAME = "pages"
LEAST = 2
"""Articles that there must be to be summed up."""


def check(case: Case) -> Iterator[Problem]:
    content = case.content
    yield from _stories(case)
    yield from _words(case)
    if isinstance(content.pages, list):
        yield from _placed(case, content.pages)


def _stories(case: Case) -> Iterator[Problem]:
    """A story has an id of its own, that no block and no other story has: the pages know both by these names."""
    taken = dict.fromkeys([*sections(), AUTO], "pages.block")
    for i, story in enumerate(case.content.stories):
        if story.id in taken:
            yield case.problem(NAME, say(taken[story.id], id=story.id), ("stories", i, "id"))
        taken[story.id] = "pages.story"


def _placed(case: Case, pages: list[list[str] | Literal["auto"]]) -> Iterator[Problem]:
    there = blocks(case.content)
    seen: Counter[str] = Counter()
    for i, page in enumerate(pages):
        if page == AUTO:
            seen[AUTO] += 1
            if seen[AUTO] > 1:
                yield case.problem(NAME, say("pages.auto_twice"), ("pages", i))
            continue
        for j, id in enumerate(page):
            seen[id] += 1
            if id not in there:
                yield case.problem(NAME, say("pages.unknown", id=id), ("pages", i, j), help=closest(id, there))
            elif seen[id] > 1:
                yield case.problem(NAME, say("pages.twice", id=id), ("pages", i, j))
    for id in there if AUTO not in seen else ():
        if not seen[id]:
            why = sections()[id].always if id in sections() else ""
            yield case.problem(NAME, say("pages.missing", id=id), ("pages",), help=say(why) if why else "", at_key=True)


def check_summary(texts: Texts) -> Iterator[Problem]:
    """Every subdistrict that the summary names has a content file, and every term a place in the glossary."""
    there = {id.split(".")[0] for id in texts.known}
    summary = texts.content
    assert isinstance(summary, Summary)
    if len(summary.order) < LEAST:
        yield texts.problem(NAME, say("pages.few", n=len(summary.order)), ("order",))
    for i, name in enumerate(summary.order):
        if name not in there:
            yield texts.problem(NAME, say("pages.no_file", name=name), ("order", i))
        elif name in summary.order[:i]:
            yield texts.problem(NAME, say("pages.again", name=name), ("order", i))
    for path, name in _named(texts):
        if name not in summary.order:
            yield texts.problem(NAME, say("pages.not_in_order", name=name), path, name)
    terms = {term.zh for term in texts.glossary.terms}
    if summary.by_hand and summary.sections:
        yield texts.problem(NAME, say("pages.sections"), ("sections",), at_key=True)
    for path, group in summary.groups:
        for j, plate in enumerate(group.plates):
            for k, term in enumerate(getattr(plate, "terms", [])):
                if term not in terms:
                    where: Path = (*path, "plates", j, "terms", k)
                    yield texts.problem(NAME, say("pages.no_term", term=term), where)


def _named(texts: Texts) -> Iterator[tuple[Path, str]]:
    """Every subdistrict of which the summary shows something: by name, by a fact that is there, or by a reference."""
    for path, part in texts.parts:
        if name := getattr(part, "subdistrict", ""):
            yield (*path, "subdistrict"), name
        yield from (((*path, "subdistricts", i), name) for i, name in enumerate(getattr(part, "subdistricts", ())))
        if isinstance(part, Bars):
            yield from (((*path, "unstated", name), name) for name in part.unstated)
    yield from ((path, id.split(".")[0]) for path, id in texts.named if id in texts.known)
    for path, text in texts.pairs:
        yield from ((path, ref.id.split(".")[0]) for ref in references(text.zh) if ref.id in texts.known)


def _words(case: Case) -> Iterator[Problem]:
    known = {form for term in case.glossary.terms for form in (term.zh, *term.zh_also)}
    explained = {term.zh for term in case.glossary.terms if term.explain}
    for i, story in enumerate(case.content.stories):
        if case.themes and story.theme not in case.themes:
            yield case.problem(
                NAME,
                say("pages.no_theme", theme=story.theme),
                ("stories", i, "theme"),
                help=say("pages.themes", themes=listed(sorted(case.themes))),
            )
    for i, term in enumerate(case.content.terms):
        if term not in known:
            yield case.problem(NAME, say("pages.no_term", term=term), ("terms", i))
        elif term not in explained:
            yield case.problem(NAME, say("pages.unexplained", term=term), ("terms", i))
    if case.accents and case.content.accent not in case.accents:
        yield case.problem(NAME, say("pages.no_accent", accent=case.content.accent), ("accent",))
    if case.content.name != case.parsed.file.rsplit("/", 1)[-1].removesuffix(".yaml"):
        yield case.problem(NAME, say("pages.name"), ("name",))
    if any(one.tracked for one in case.content.projects) and not case.content.tracker:
        yield case.problem(NAME, say("pages.tracker"), ("projects",))
