"""pages: every story and block stands on exactly one page, and every page names things that are there.

Passes:  pages: [[key_figures, rail, briefs], [party, housing, projects], [evidence, notes]]
Fails:   pages: [[key_figures, rial]]      (no such story; others are missing)
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from bulletin.content.model import Subdistrict, Summary
from bulletin.evidence.case import Case, Texts
from bulletin.problems import Problem

NAME = "pages"
_ALWAYS = {
    "evidence": "every bulletin has it: the table of figures and quotes",
    "notes": "every bulletin has it, with or without notes: the source and the imprint stand there",
}


def check(case: Case) -> Iterator[Problem]:
    content = case.content
    there = blocks(content)
    seen: Counter[str] = Counter()
    for i, page in enumerate(content.pages):
        for j, id in enumerate(page):
            seen[id] += 1
            if id not in there:
                close = difflib.get_close_matches(id, there, n=1)
                yield case.problem(
                    NAME, f"there is no {id}", ("pages", i, j), help=f"did you mean {close[0]}?" if close else ""
                )
            elif seen[id] > 1:
                yield case.problem(NAME, f"{id} stands on the pages twice", ("pages", i, j))
    for id in there:
        if not seen[id]:
            help = (("help", _ALWAYS[id]),) if id in _ALWAYS else ()
            yield Problem(NAME, f"{id} stands on no page", case.parsed.key_place(("pages",)), notes=help)
    yield from _words(case)


def check_summary(texts: Texts) -> Iterator[Problem]:
    """Every subdistrict that the summary names has a content file, and every term a place in the glossary."""
    there = {id.split(".")[0] for id in texts.known}
    summary = texts.content
    assert isinstance(summary, Summary)
    for i, name in enumerate(summary.order):
        if name not in there:
            yield texts.problem(NAME, f"there is no content file {name}", ("order", i))
    for i, finding in enumerate(summary.findings):
        if finding.subdistrict not in summary.order:
            yield texts.problem(NAME, f"{finding.subdistrict} is not in order", ("findings", i, "subdistrict"))
        for j, figure in enumerate(finding.figures):
            if figure.of.split(".")[0] != finding.subdistrict:
                path = ("findings", i, "figures", j)
                yield texts.problem(NAME, f"{figure.of} is not of {finding.subdistrict}", path)
    terms = {term.zh for term in texts.glossary.terms}
    for i, page in enumerate(summary.pages):
        for j, plate in enumerate(page.plates):
            for k, term in enumerate(getattr(plate, "terms", [])):
                if term not in terms:
                    yield texts.problem(NAME, f"the glossary has no term {term}", ("pages", i, "plates", j, "terms", k))


def blocks(content: Subdistrict) -> list[str]:
    """What the file has to place: its stories, and the blocks that are not empty."""
    ids = [story.id for story in content.stories]
    have = {"key_figures": content.key_figures, "briefs": content.briefs, "projects": content.tracker}
    have |= {
        "timeline": content.timeline,
        "terms": content.terms,
        "honours": content.honours,
        "evidence": True,
        "notes": True,
    }
    return ids + [name for name, value in have.items() if value]


def _words(case: Case) -> Iterator[Problem]:
    known = {form for term in case.glossary.terms for form in (term.zh, *term.zh_also)}
    explained = {term.zh for term in case.glossary.terms if term.explain}
    for i, story in enumerate(case.content.stories):
        if case.themes and story.theme not in case.themes:
            yield case.problem(
                NAME,
                f"there is no theme {story.theme} in words.yaml",
                ("stories", i, "theme"),
                help=f"{', '.join(sorted(case.themes))}; or add a line under themes in templates/words.yaml",
            )
    for i, term in enumerate(case.content.terms):
        if term not in known:
            yield case.problem(NAME, f"the glossary has no term {term}", ("terms", i))
        elif term not in explained:
            yield case.problem(NAME, f"the glossary does not explain {term}", ("terms", i))
    if case.accents and case.content.accent not in case.accents:
        yield case.problem(NAME, f"theme.yaml has no accent {case.content.accent}", ("accent",))
    if case.content.name != case.parsed.file.rsplit("/", 1)[-1].removesuffix(".yaml"):
        yield case.problem(NAME, "name must be the name of the file", ("name",))
    if any(one.tracked for one in case.content.projects) and not case.content.tracker:
        yield case.problem(NAME, "projects need a tracker: title and legend of their table", ("projects",))
