"""What a check found, told at the terminal; and what a build then leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from bulletin import gate
from bulletin.content.yaml_text import parse
from bulletin.evidence.gaps import gaps, told
from bulletin.evidence.rules.language import unfinished
from bulletin.evidence.silence import Heard
from bulletin.messages import listed, say
from bulletin.problems import ContentError, MissingTool, show_all
from bulletin.project import Reads
from bulletin.soundness import relevant, unsound
from bulletin.terminal import tell
from bulletin.variant import LANGUAGES, SCREENS, Variant
from bulletin.workshop import Checked, Workshop


def report(findings: Checked) -> None:
    """The problems as a compiler prints them, then coverage and a count. Errors come last, where a terminal stops."""
    in_order = sorted(findings.problems, key=lambda problem: problem.level == "error")
    for text in show_all(in_order, findings.sources):
        tell(text)
    for name, share in findings.shares.items():
        tell(say("coverage.of_file", name=name, share=share))
    for file in sorted({one.place.file for one in findings.problems if one.message == unfinished()}):
        if said := told(gaps(parse(findings.sources[file], file).data)):
            tell(f"{file}: {said}")
    errors = len(findings.errors())
    warnings = len(findings.problems) - errors
    tell(listed((say("count.errors", n=errors), say("count.warnings", n=warnings))))


def left_out(workshop: Workshop, variant: Variant, formats: Sequence[str] = ()) -> dict[str, str]:
    """The publications that the gate does not let pass, each with the reason; then all that was found is told.

    They are tried in the language that is made of them; for screens in every one.
    """
    languages = LANGUAGES if set(formats) & SCREENS.keys() else (variant.language,)
    press, type = variant.output == "press", variant.type
    check = partial(gate.check, workshop, press=press, type=type, languages=languages)
    several = len(workshop.names) > 1 and not workshop.library.problems
    alone = several and not gate.sound(workshop, press=press, type=type, languages=languages)
    findings = _apart(workshop, variant, check) if alone else check()
    findings.problems = relevant(workshop, findings.problems)
    left = unsound(workshop, findings.problems)
    if left:
        report(findings)
    return left


def _apart(workshop: Workshop, variant: Variant, check: Callable[[], Checked]) -> Checked:
    """What a check in a process of its own finds: what it takes of memory would lie in all workers of the build."""
    from bulletin.apart import apart

    def checked() -> tuple[Checked, Reads, dict[tuple[object, ...], Heard]]:
        found = replace(check(), sources={})
        return found, workshop.project.reads, workshop.hearings.said()

    _warm(workshop, variant)
    findings, reads, said = apart(checked)
    workshop.project.reads.join(reads)
    workshop.hearings.recall(said, (content for _, content in workshop.library.contents.values()))
    findings.sources = workshop.library.sources
    return findings


def _warm(workshop: Workshop, variant: Variant) -> None:
    """What the check and the workers need is imported and compiled once, before any of them is forked.

    What is amiss is told by what needs it.
    """
    from bulletin import session, trial
    from bulletin.pages import sheets
    from bulletin.pages.sandbox import House

    assert session
    assert trial
    with suppress(MissingTool, ContentError):
        sheets.ready()
        house = House(workshop.project.templates, workshop.theme["name"])
        for name in house.list_templates(filter_func=lambda name: name.startswith("blocks/")):
            house.compiled(name)
        house.compiled(variant.template)
        house.compiled("evidence.html.j2")
