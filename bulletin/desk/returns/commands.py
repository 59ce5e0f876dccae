"""The commands for drafts: import, update, export-review. What is heavy is imported when a command runs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin.messages import listed, say
from bulletin.problems import UsageError
from bulletin.project import Project, named_folder
from bulletin.terminal import tell

if TYPE_CHECKING:
    from bulletin.publish import Untouched  # brings in all that writes a DOCX

Draft = Annotated[Path, typer.Argument(metavar="DRAFT.docx")]
Output = Annotated[Path | None, typer.Option("-o", "--output", parser=named_folder)]
HERE = Path(__file__).resolve().parent.parent.parent.parent
At = Annotated[Path, typer.Option("--project", parser=named_folder)]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("import")(import_)
    app.command("update")(update)
    app.command("export-review")(export_review)


def untouched(project: Project) -> Untouched:
    """Tells a build which drafts were only saved again."""
    from .importing import is_untouched

    return partial(is_untouched, project)


def import_(
    draft: Draft,
    project: At = HERE,
    output: Output = None,
    apply: Annotated[bool, typer.Option("--apply")] = False,
    yes: Annotated[bool, typer.Option("--yes")] = False,
    revisions: Annotated[str, typer.Option("--revisions")] = "accept",
    accept: Annotated[list[str] | None, typer.Option("--accept", metavar="AUTHOR")] = None,
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="AUTHOR")] = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", metavar="ID=NUMBER")] = None,
    quote: Annotated[list[str] | None, typer.Option("--quote", metavar="ID=WORDS")] = None,
    report: Annotated[str, typer.Option("--report")] = "text",
) -> None:
    """Show what a person changed in a draft; --apply writes it into the content file."""
    from .importing import Wishes, ask_at_terminal, hear_at_terminal, import_draft, pairs
    from .revisions import Choice, Decision

    if revisions not in ("accept", "reject"):
        raise UsageError(say("import.revisions", given=revisions))
    if both := {*(accept or [])} & {*(reject or [])}:
        raise UsageError(say("import.both", given=listed(sorted(both))))
    rest: Choice = "accept" if revisions == "accept" else "reject"
    choice = Decision(rest, frozenset(accept or ()), frozenset(reject or ()))
    if report not in ("text", "json", "html"):
        raise UsageError(say("import.report", given=report))
    hear = None if yes or report == "json" else hear_at_terminal()
    wishes = Wishes(apply, yes, choice, pairs(fact), pairs(quote), report, hear)  # type: ignore[arg-type]
    code = import_draft(Project.at(project, output), draft, wishes, ask_at_terminal)
    if code:
        raise typer.Exit(code)


def update(draft: Draft, project: At = HERE, output: Output = None) -> None:
    """Put later changes of the content file into a person's draft, as tracked changes."""
    from bulletin.desk.update import update_draft

    update_draft(Project.at(project, output), draft)


def export_review(
    names: Annotated[list[str], typer.Argument(metavar="NAME…")],
    project: At = HERE,
    output: Output = None,
) -> None:
    """Write a table of every text for the translator; import reads it back."""
    from bulletin.desk.review_table import export_review as export
    from bulletin.workshop import Workshop

    place = Project.at(project, output)
    workshop = Workshop(place, names)
    for name in workshop.names:
        tell(*export(workshop, name, untouched(place)))
