"""One gate: what a build would refuse, a check says first. What was found sound before is not tried again."""

from __future__ import annotations

from bulletin import in_part
from bulletin.clock import wound
from bulletin.content.house import TypeScale
from bulletin.grounds import HOUSE, Grounds, rests_on
from bulletin.messages import say
from bulletin.problems import ContentError, MissingTool, Place, Problem
from bulletin.remembered import Remembered
from bulletin.told import Told
from bulletin.variant import LANGUAGES, Language
from bulletin.workshop import Checked, Workshop


def check(
    workshop: Workshop,
    remembered: Remembered | None = None,
    *,
    press: bool | None = None,
    type: TypeScale | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
) -> Checked:
    """Every problem of the files that were asked for; then of the publications whose files have none.

    `press`: also of their press editions; None where publication.yaml is to say so, by naming the shop. `type`: in this
    one instead of the publication's own. `languages`: in which they can be made; a build tries the one that it makes.
    """
    wound()
    remembered = remembered or Remembered(publications=len(workshop.all_names))
    grounds = Grounds(workshop)
    findings = workshop.check(Told(grounds.house, remembered))
    findings.problems += _pictures(workshop, remembered, grounds)
    findings.problems += in_part.problems(workshop)
    wrong = {problem.place.file for problem in findings.errors()}
    names = [name for name in workshop.names if not wrong & set(rests_on(workshop, name))]
    if any(file.startswith("templates/") for file in wrong):
        names = []
    if press is None:
        press = workshop.library.publication is not None and workshop.library.publication.press is not None
    else_wrong = wrong - {f"content/{name}.yaml" for name in workshop.names}
    if not else_wrong:
        findings.problems += in_part.charts(workshop, names, remembered, grounds.program, languages=languages)
    findings.problems += _tried(workshop, names, remembered, grounds, press=press, type=type, languages=languages)
    findings.problems = sorted(dict.fromkeys(findings.problems), key=lambda problem: problem.place)
    return findings


def sound(workshop: Workshop, *, press: bool, type: TypeScale | None, languages: tuple[Language, ...]) -> bool:
    """Was each publication that was asked for found sound as it is now? Then a check has next to nothing to do."""
    remembered = Remembered(publications=len(workshop.all_names))
    try:
        _, marks, some = _keys(Grounds(workshop), workshop.names, press=press, type=type, languages=languages)
    except ContentError:
        return False
    return all(mark in remembered or mark + some in remembered for mark in marks.values())


def _keys(
    grounds: Grounds, names: list[str], *, press: bool, type: TypeScale | None, languages: tuple[Language, ...]
) -> tuple[dict[str, str], dict[str, str], str]:
    """By what publications and templates are remembered: for the office; as asked; behind both, for some languages."""
    keys = grounds.keys(names) if names else {}
    if type:
        keys = {name: f"{key}.{type}" for name, key in keys.items()}
    marks = {name: f"{key}.press" if press else key for name, key in keys.items()}
    return keys, marks, "" if languages == LANGUAGES else "".join(f".{language}" for language in languages)


def _pictures(workshop: Workshop, remembered: Remembered, grounds: Grounds) -> list[Problem]:
    """What is wrong with photographs, whatever else is with their files."""
    if not workshop.pictured():
        return []
    from bulletin.album import Seen, amiss  # brings in all that decodes pictures

    return amiss(workshop, Seen(remembered, grounds.program))


def _tried(
    workshop: Workshop,
    names: list[str],
    remembered: Remembered,
    grounds: Grounds,
    *,
    press: bool,
    type: TypeScale | None,
    languages: tuple[Language, ...],
) -> list[Problem]:
    """What the publications, and the style sheets that all of them share, are found to lack."""
    keys, marks, some = _keys(grounds, names, press=press, type=type, languages=languages)
    unknown = [name for name, mark in marks.items() if mark not in remembered and mark + some not in remembered]
    if not unknown and not (press and names):
        return []
    from bulletin import shop, trial

    tries = trial.Trial(workshop, remembered, grounds.program, press=press, type=type, languages=languages)
    printed = press and names
    lacks = [*shop.profile(workshop), *shop.logo(workshop)] if printed else []  # files elsewhere, which may have gone
    try:
        found = {
            name: trial.house(workshop, press=press) if name == HOUSE else tries.problems(name) for name in unknown
        }
    except MissingTool as error:  # the content has been checked all the same
        return [*lacks, Problem("page", say("gate.untried", why=error), Place(HOUSE), "warning")]
    sound = [name for name, problems in found.items() if not problems]
    remembered.add([*(keys[name] + some for name in sound), *(marks[name] + some for name in sound if press)])
    return [*lacks, *(problem for problems in found.values() for problem in problems)]
