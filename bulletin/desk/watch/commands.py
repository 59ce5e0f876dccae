"""The command `watch`. Its server is imported when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletin.messages import say
from bulletin.problems import UsageError
from bulletin.project import SUMMARY, Project, named_folder

HERE = Path(__file__).resolve().parents[3]
PORT = 8137


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command("watch")(watch)


def watch(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None,
    project: Annotated[Path, typer.Option("--project", parser=named_folder)] = HERE,
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = PORT,
    no_open: Annotated[bool, typer.Option("--no-open")] = False,
    theme: Annotated[str | None, typer.Option("--theme")] = None,
) -> None:
    """Show the pages as they will print, with their problems and their article, in a browser on this machine."""
    place = Project.at(project)
    names = place.names() + [SUMMARY] * place.summary.is_file()
    if not names:
        raise UsageError(say("cli.no_content_at_all", names=name or "*"))
    if name is not None and name not in names:
        from bulletin.messages import listed

        raise UsageError(say("cli.no_content", names=name, there=listed(names)))
    if theme is not None:
        from bulletin.edition.themes import unknown

        if why := unknown(place.templates, theme):
            raise UsageError(why)
    from bulletin.desk.watch.server import serve

    serve(place, name or names[0], names, port, opens=not no_open, theme=theme or "")
