"""The commands of an editor's habits: themes, completion, snippets. What is heavy is imported when a command runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletin.messages import say
from bulletin.problems import UsageError
from bulletin.project import Project, named_folder, write
from bulletin.terminal import tell
from bulletin.workshop import Workshop

HERE = Path(__file__).resolve().parent.parent.parent
At = Annotated[Path, typer.Option("--project", parser=named_folder)]
Output = Annotated[Path | None, typer.Option("-o", "--output", parser=named_folder)]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(themes)
    app.command()(snippets)

    @app.command()
    def completion() -> None:
        """A script that completes commands, options and publications in bash and zsh."""
        from bulletin.desk.completion import script

        tell(script(typer.main.get_group(app).commands, Project.at(HERE)))


def themes(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None, project: At = HERE, output: Output = None
) -> None:
    """One page with the first page of a publication in each theme, to choose from."""
    from bulletin.desk.contact_sheet import FILE, contact_sheet

    place = Project.at(project, output)
    workshop = Workshop(place, [name] if name else None)
    if not workshop.names:
        raise UsageError(say("cli.no_content_at_all", names="*"))
    path = place.reports / FILE.format(workshop.names[0])
    write(path, contact_sheet(workshop))
    tell(place.shown(path))


def snippets(project: At = HERE) -> None:
    """Write snippets for VS Code of the project's facts, terms and themes; `watch` then keeps them."""
    from bulletin.desk.snippets import FILE
    from bulletin.desk.snippets import snippets as text

    place = Project.at(project)
    path = place.root / FILE
    write(path, text(place).encode())
    tell(place.shown(path))
