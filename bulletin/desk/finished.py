"""`check --output`: the finished PDFs of a project, in one table, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pikepdf

from bulletin.desk.verapdf import VeraPdf, find_verapdf
from bulletin.edition.themes import themes
from bulletin.files import read_file
from bulletin.locate import Locator
from bulletin.messages import listed, say
from bulletin.problems import UsageError
from bulletin.proofing.aloud import aloud
from bulletin.proofing.preflight import Preflight, preflight
from bulletin.proofing.verdicts import Verdict, judge, kind_of, row, table, told
from bulletin.publish import LARGEST
from bulletin.terminal import tell
from bulletin.variant import LANGUAGES, OUTPUTS, TYPES, Variant
from bulletin.workshop import Workshop


def check_finished(workshop: Workshop, *, strict: bool = False, spoken: bool = False) -> bool:
    """Prints the table; is all in order? `strict` makes notices errors; `spoken` prints what a screen reader says of
    each file. Raises UsageError where there is no PDF."""
    folder = workshop.project.reports
    names = {
        path: name for name in workshop.names for path in finished(folder, name, themes(workshop.project.templates))
    }
    if not names:
        raise UsageError(say("finished.none", names=listed(workshop.names), folder=workshop.project.shown(folder)))
    found: dict[Path, Preflight] = {}
    verdicts: dict[str, list[Verdict]] = {}
    for path, name in names.items():
        try:
            found[path] = preflight(read_file(path, LARGEST))
            judged = judge(found[path], kind_of(path.name))
            verdicts[path.name] = [one.placed(Locator(workshop, name).words) for one in judged]
        except (pikepdf.PdfError, OSError) as error:
            verdicts[path.name] = [Verdict("error", say("finished.no_pdf", why=error))]
    vera = find_verapdf()
    validated = {path: validate(path, vera) if kind_of(path.name) == "office" else "–" for path in found}
    for path, said in validated.items():
        if said == "FAIL":
            verdicts[path.name].append(Verdict("error", say("finished.refused")))
    for line in (*table([row(path.name, one, validated[path]) for path, one in found.items()]), *told(verdicts)):
        tell(line)
    if spoken:
        _speak(path for path in found if kind_of(path.name) == "office")
    return _in_order(verdicts, strict)


def _speak(paths: Iterable[Path]) -> None:
    """The pages as they are read aloud."""
    for path in paths:
        tell(f"{path.name}:")
        for line in aloud(read_file(path, LARGEST)):
            tell(f"  {line}")


def _in_order(verdicts: Mapping[str, list[Verdict]], strict: bool) -> bool:
    """Prints how many errors and notices there are; are there none that count?"""
    levels = [one.level for each in verdicts.values() for one in each]
    errors, notices = levels.count("error"), levels.count("notice")
    tell(
        listed((say("finished.pdfs", n=len(verdicts)), say("count.errors", n=errors), say("count.notices", n=notices)))
    )
    return not errors and not (strict and notices)


def finished(folder: Path, name: str, others: Iterable[str] = ()) -> list[Path]:
    """The PDFs of a publication that are there, the office edition in two languages first. `others`: themes."""
    variants = [
        Variant(edition, language, type, theme)
        for theme in ("", *others)
        for type in (None, *TYPES)
        for language in LANGUAGES
        for edition in OUTPUTS
    ]
    return [folder / file for variant in variants for file in variant.files(name) if (folder / file).is_file()]


def validate(path: Path, vera: VeraPdf) -> str:
    """What veraPDF says of PDF/A-3a and PDF/UA-1: PASS, FAIL, or that it is not installed."""
    if vera.missing:
        return say("finished.not_installed")
    return "PASS" if vera.passes(path) else "FAIL"
