"""What a check found, told at the terminal; and what a build then leaves."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin import gate
from bulletin.content.yaml_text import parse
from bulletin.evidence.gaps import gaps, told
from bulletin.evidence.rules.language import unfinished
from bulletin.messages import listed, say
from bulletin.problems import show_all
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
    findings = gate.check(workshop, press=variant.output == "press", type=variant.type, languages=languages)
    findings.problems = relevant(workshop, findings.problems)
    left = unsound(workshop, findings.problems)
    if left:
        report(findings)
    return left
