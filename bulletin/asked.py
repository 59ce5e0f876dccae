"""What the options of a command ask for."""

from __future__ import annotations

from bulletin.content.house import TypeScale
from bulletin.edition.themes import unknown
from bulletin.messages import either, listed, say
from bulletin.problems import UsageError
from bulletin.project import Project
from bulletin.variant import ASKED, LANGUAGES, OUTPUTS, TYPES, Variant
from bulletin.workshop import Workshop


def formats_of(to: str) -> tuple[str, ...]:
    """What `--to` names. Raises UsageError for a format that there is none of."""
    formats = tuple(part.strip() for part in to.split(","))
    if not set(formats) <= set(ASKED):
        raise UsageError(say("cli.to", first=listed(ASKED[:-1]), last=ASKED[-1], given=to))
    return formats


def type_of(given: str | None) -> TypeScale | None:
    """What `--type` names. Raises UsageError for one that there is none of."""
    found = next((each for each in TYPES if each == given), None)
    if given is not None and found is None:
        raise UsageError(say("cli.type", known=listed(TYPES), given=given))
    return found


def theme_of(project: Project, given: str | None) -> str:
    """What `--theme` names; "" where nothing is asked for. Raises UsageError for one that there is none of."""
    if given is not None and (why := unknown(project.templates, given)):
        raise UsageError(why)
    return given or ""


def foreign(workshop: Workshop, type: TypeScale | None) -> tuple[TypeScale | None, str]:
    """The type and the theme that were asked for, unless they are the publication's own."""
    publication, theme = workshop.library.publication, workshop.asked_theme
    if publication is None:
        return type, theme
    return None if publication.type == type else type, "" if publication.theme == theme else theme


def variant_of(
    edition: str, language: str, formats: tuple[str, ...], type: TypeScale | None = None, theme: str = ""
) -> Variant:
    """The edition that was asked for. Raises UsageError for one that there is none of."""
    kind = next((each for each in OUTPUTS if each == edition), None)
    spoken = next((each for each in LANGUAGES if each == language), None)
    if kind is None:
        raise UsageError(say("cli.edition", known=either(OUTPUTS), given=edition))
    if spoken is None:
        raise UsageError(say("cli.language", known=listed(LANGUAGES), given=language))
    variant = Variant(kind, spoken, type, theme)
    if "pdf" not in formats and not variant.is_whole:
        raise UsageError(say("cli.only_pdf", file=variant.stem("NAME")))
    return variant
