"""The commands for content files as files: schema, diff, fmt. What is heavy is imported when a command runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletin.messages import either, say
from bulletin.problems import UsageError
from bulletin.project import Project, named_folder
from bulletin.terminal import tell

HERE = Path(__file__).resolve().parent.parent.parent
At = Annotated[Path, typer.Option("--project", parser=named_folder)]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for command in (schema, diff):
        app.command()(command)


def schema(
    of: Annotated[str, typer.Argument(metavar="[content|summary|glossary|publication]")] = "content",
    summary: Annotated[bool, typer.Option("--summary")] = False,
) -> None:
    """The JSON Schema of a content file, for editors that complete and check while one types."""
    from bulletin.desk.schema import OF
    from bulletin.desk.schema import schema as text

    if of not in OF:
        raise UsageError(say("schema.unknown", known=either(OF), given=of))
    tell(text("summary" if summary else of).rstrip("\n"))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    project: At = HERE,
) -> None:
    """What differs between two content files, or two revisions of one: figures, sentences, the rest."""
    from bulletin.desk.compared import compared
    from bulletin.desk.revision import read

    place = Project.at(project)
    tell(*compared(read(place, old), read(place, new)))
